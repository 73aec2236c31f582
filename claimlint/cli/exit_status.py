"""The one place where errors are caught: each becomes one line on stderr and a status."""

from __future__ import annotations

import sys
from collections.abc import Callable

from claimlint.errors import ClaimlintError, PackFault, Status
from claimlint.reports.safe_text import safe


def ended(run: Callable[[], int | None]) -> int:
    """Return the exit status that the program ends with when it does `run`."""
    try:
        return run() or 0
    except PackFault as error:
        told(error.refused)
        for fault in error.faults:
            told(fault)
        return int(error.status)
    except ClaimlintError as error:
        told(str(error))
        return int(error.status)
    except OSError as error:  # a full disk, a folder that went away
        told(_system(error))
        return int(Status.WRONG_CALL)


def told(message: str) -> None:
    """Write one line on standard error, nothing where there is no message."""
    if message:
        print(f"claimlint: {safe(message)}", file=sys.stderr)


def _system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"
