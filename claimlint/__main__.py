"""The way into the program: `claimlint` and `python -m claimlint`."""

from __future__ import annotations

import sys

from claimlint import __version__


def main() -> None:
    """Run the program; `--version` is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        try:
            print(f"claimlint {__version__}", flush=True)
        except OSError as error:
            sys.stdout = None  # Python would flush it once more, and complain
            print(f"claimlint: standard output: {error.strerror}", file=sys.stderr)
            sys.exit(2)
        return
    from claimlint.cli.stopping import stoppable

    with stoppable():
        from claimlint.cli.main import main as run

        run()


if __name__ == "__main__":
    main()
