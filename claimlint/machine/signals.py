"""The signals that stop the program: Ctrl-C, a plain kill, and a terminal that is closed."""

from __future__ import annotations

import signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")

STOPPING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
"""Windows has no signal for a closed terminal."""
