"""How often Python looks for garbage."""

from __future__ import annotations

import atexit
import gc

_YOUNG = 50_000
"""So many new objects make it look: what a check makes is nearly all kept, and no cycle."""


def look_seldom() -> None:
    """Look for garbage seldom, and not once more at the end of the process."""
    gc.set_threshold(_YOUNG)
    atexit.register(gc.freeze)
