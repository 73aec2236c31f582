"""The program `claimlint`: plain checks go straight to work, all else through the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from claimlint.cli import fast_path
from claimlint.cli.exit_status import ended
from claimlint.errors import WrongCall
from claimlint.machine.garbage import look_seldom
from claimlint.machine.structs import load_structs
from claimlint.reports.safe_text import safe


def main() -> None:
    """Run the program and leave with its exit status; errors become one line on stderr."""
    if "numpy" not in sys.modules:
        # The matrices of the parser are so small that several threads only wait for one another.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # which would only watch spaCy's
    _open_streams()
    look_seldom()
    sys.exit(ended(_run))


def _open_streams() -> None:
    """Let what is written to a closed stream go nowhere, and its number to no other file."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _run() -> int | None:
    arguments = sys.argv[1:]
    _refuse_empty(arguments)
    call = fast_path.plain(arguments)
    if call is not None:
        load_structs()
        return fast_path.check(call)
    from claimlint.cli.program import run

    return run(arguments)


def _refuse_empty(arguments: Sequence[str]) -> None:
    """Refuse an empty argument, such as a variable leaves that a script forgot to set.

    As a path it would mean the working folder.

    Raises:
        WrongCall: one of the arguments is empty.
    """
    before = ""
    for word in arguments:
        option, given, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if not word:
            option = before if before.startswith("-") and before.strip("-") else "an argument"
        if not word or (given and not value):
            raise WrongCall(f"{safe(option)} is empty; leave it out, or say what is meant")
        before = word
