"""Checks that a worker runs in place of the real one: they tell when, and die when told."""

from __future__ import annotations

import os
import time
from pathlib import Path

from claimlint.finding import DocumentReport
from claimlint.scale.batches import checked
from claimlint.settings import Settings
from claimlint.steps.prepared import Prepared

POISON = "this page ends whoever reads it"
TAR = "this page takes for ever"


def mortal(path: Path, settings: Settings, ready: Prepared) -> DocumentReport:
    """Check a document, unless its words end or hang the process, as a fault in C would."""
    text = path.read_text("utf-8")
    if POISON in text:
        os._exit(9)
    if TAR in text:
        time.sleep(600)
    return checked(path, settings, ready)
