"""Starts the process that reads untrusted files: `python -I -m claimlint.readers.process.child`."""

from __future__ import annotations

import sys

from claimlint.machine.garbage import look_seldom
from claimlint.machine.structs import load_structs


def main() -> int:
    """Read files until the other side closes the pipe or this process has grown too large."""
    look_seldom(reads=True)
    load_structs()
    from claimlint.readers.process.serving import serve

    return serve()


if __name__ == "__main__":
    sys.exit(main())
