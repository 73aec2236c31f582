"""Reads plain calls of `check` without the library that reads all others, which takes long to load.

Whatever is not as plain as this knows is left to that library, wrong calls and all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

FLAGS = {
    "--quiet": "quiet",
    "-q": "quiet",
    "--exit-zero": "exit_zero",
    "--full": "full",
    "--why": "why",
    "--isolated": "isolated",
    "--no-prefilter": "no_prefilter",
    "--no-cache": "no_cache",
}
VALUES = {
    "--today": "today",
    "--output": "output",
    "-o": "output",
    "--format": "formats",
    "-f": "formats",
    "--stdin-filename": "stdin_filename",
    "--kind": "kind",
    "--profile": "profile",
    "--fail-on": "fail_on",
}
_REPEATED = "formats"

Plain = dict[str, list[str]]
"""The parameters that a call gives, each with its texts; flags have none."""


def plain(arguments: Sequence[str]) -> Plain | None:
    """Return what a plain call of `check` says, None where the call is another or not plain."""
    if arguments[:1] != ["check"]:
        return None
    found: Plain = {}
    rest = iter(arguments[1:])
    for word in rest:
        option, given, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if option in VALUES:
            text = value if given else next(rest, "")
            name = VALUES[option]
            if not text or text.startswith("-") or (name in found and name != _REPEATED):
                return None
            found.setdefault(name, []).append(text)
        elif word in FLAGS:
            found[FLAGS[word]] = []
        elif word != "-" and word.startswith("-"):
            return None
        else:
            found.setdefault("paths", []).append(word)
    chosen = ((found[name][0], words) for name, words in _choices().items() if name in found)
    return found if "paths" in found and all(word in {*words} for word, words in chosen) else None


def _choices() -> Mapping[str, type[StrEnum]]:
    """Return the parameters that take one of a few words."""
    from claimlint.terms import DocumentKind, FailOn, Profile

    return {"kind": DocumentKind, "profile": Profile, "fail_on": FailOn}


def check(call: Plain) -> int:
    """Check as the call says and return the exit status; raises as the command does."""
    from pathlib import Path

    from msgspec.structs import replace

    from claimlint.cli.checking import Asked, checked
    from claimlint.cli.option_values import day
    from claimlint.reports.look import Look
    from claimlint.settings import Settings

    def one(name: str) -> str | None:
        return call[name][0] if name in call else None

    output = one("output")
    settings = Settings(
        today=day(one("today")),
        prefilter="no_prefilter" not in call,
        cache="no_cache" not in call,
        gitignore="isolated" not in call,
        stdin_filename=one("stdin_filename"),
    )
    chosen = {name: words(call[name][0]) for name, words in _choices().items() if name in call}
    asked = Asked(
        paths=call["paths"],
        settings=replace(settings, **chosen),
        said=tuple(call),
        formats=call.get("formats", ()),
        output=None if output is None else Path(output),
        look=Look(full="full" in call, why="why" in call, folder=Path.cwd().as_posix()),
        isolated="isolated" in call,
        quiet="quiet" in call,
        exit_zero="exit_zero" in call,
    )
    return checked(asked)
