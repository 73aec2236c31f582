"""How often Python looks for garbage."""

from __future__ import annotations

import atexit
import gc

_CHECKED = 2_000_000
"""So many new objects make a check look: of 500,000 that one made, 5,000 were garbage."""

_READ = 50_000
"""Pages and parts of untrusted files are large, and hold each other in circles."""


def look_seldom(*, reads: bool = False) -> None:
    """Look for garbage seldom, in a process that reads files more often, and not at its end."""
    gc.set_threshold(_READ if reads else _CHECKED)
    atexit.register(gc.freeze)
