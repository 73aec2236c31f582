"""The way into the program: `claimlint` and `python -m claimlint`."""

from __future__ import annotations

import sys

from claimlint import __version__


def main() -> None:
    """Run the program; `--version` is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"claimlint {__version__}\n")
        return
    _load_values()
    from claimlint.cli.main import main as run

    run()


def _load_values() -> None:
    """Load msgspec without what it would borrow for Pythons older than ours, a third of its load.

    What it asks `typing_extensions` for, and else `typing`, is the same in both since Python 3.11.
    """
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # not to be had
        import msgspec  # noqa: F401

        del sys.modules["typing_extensions"]


if __name__ == "__main__":
    main()
