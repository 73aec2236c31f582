"""Checks a file and writes remarks into it, without a process of its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from claimlint.annotate.remark import Remark
from claimlint.annotate.remarks import remarks_of
from claimlint.session import prepared, run
from claimlint.settings import Settings
from claimlint.steps.events import report_of
from claimlint.steps.prepared import Prepared

TODAY = "2026-11-23"
_SETTINGS = Settings(today=date.fromisoformat(TODAY))


@cache
def _ready() -> Prepared:
    """Return rules and model, which take most of a check of one small file."""
    return prepared(_SETTINGS)


def remarks_on(path: Path) -> tuple[Remark, ...]:
    """Return the remarks on one file."""
    report = report_of(run([path], _SETTINGS, ready=_ready()))
    return remarks_of(report, report.documents[0])


def texts(path: Path, *without: str) -> list[str]:
    """Return the passages of a file as they are read, those of some parts left out."""
    from tests.build.reading import read_file

    passages = read_file(path).passages
    return [p.text for p in passages if p.location.part not in without]
