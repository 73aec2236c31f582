"""The way into the program: `claimlint` and `python -m claimlint`."""

from __future__ import annotations

import atexit
import os
import sys

from claimlint import __version__


def program() -> None:
    """Run the program in its own process, which ends without taking apart what it holds.

    That is done last, when threads have ended and others have put their things in order.
    """
    status: object = None

    def leave() -> None:
        if not isinstance(status, int):
            return
        try:
            for stream in filter(None, (sys.stdout, sys.stderr)):
                if not stream.closed:  # the language server closes what it wrote to
                    stream.flush()
        except OSError:
            return  # Python, which now ends, tells what could not be written
        os._exit(status)

    atexit.register(leave)
    try:
        main()
        status = 0
    except SystemExit as ended:
        status = ended.code
        raise


def _stop_in_one_line() -> None:
    """Have Ctrl-C end the process until the program, which has yet to be loaded, answers it.

    `signal` itself would take most of that time to load; this is what it is made of.
    """
    import _signal  # type: ignore[import-not-found]

    def leave(*_: object) -> None:
        os.write(2, b"claimlint: stopped\n")
        os._exit(130)

    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, leave)


def main() -> None:
    """Run the program; `--version` is answered before anything else is imported."""
    _stop_in_one_line()
    if sys.argv[1:] == ["--version"]:
        try:
            print(f"claimlint {__version__}", flush=True)
        except OSError as error:
            sys.stdout = None  # Python would flush it once more, and complain
            if isinstance(error, BrokenPipeError):
                sys.exit(141)  # as the other commands do
            print(f"claimlint: standard output: {error.strerror}", file=sys.stderr)
            sys.exit(2)
        return
    from claimlint.cli.stopping import stoppable

    with stoppable():
        from claimlint.cli.main import main as run

        run()


if __name__ == "__main__":
    program()
