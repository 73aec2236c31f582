"""The marks that `annotate` puts around words in text, Markdown and HTML: where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.regex import regex

NUMBER = r"[KS]?\d{1,5}"
"""How a remark is numbered, as a fragment of a pattern."""
_IN_TEXT = regex(rf"(?P<open>«)|(?P<close>»+)(?P<names>(?:\[claimlint {NUMBER}\])+)?")
_MARK = regex(r'<mark class="claimlint(?: [a-z]{1,20})?">(?P<words>[^<>]*)(?P<end></mark>)')
_FOOTNOTE = regex(rf"\[\^claimlint-{NUMBER}\](?!:)")
_REFERENCE = regex(
    rf"<sup(?P<said>[^<>]{{0,300}})>\s{{0,9}}(?P<link><a\s[^<>]{{0,400}}>)?\s{{0,9}}"
    rf"\[{NUMBER}\]\s{{0,9}}(?:</a>)?\s{{0,9}}</sup>"
)
_CLASS = regex(r'\sclass="claimlint"')
_LINK = regex(rf'\shref="#claimlint-{NUMBER}"')
Range = tuple[int, int]


def marks_in(text: str, form: str) -> list[Range]:
    """Return the ranges (end excluded) of the marks in a text of a form, in order.

    `form` is "text", "markdown" or "html".
    """
    if form == "text":
        return sorted(_in_text(text))
    return sorted(_in_markup(text, form))


def reference_end(text: str, start: int) -> int | None:
    """Return where a raised reference to a remark of ours ends that starts here, or None."""
    found = _REFERENCE.match(text, start)
    return found.end() if found is not None and _ours(found) else None


def _ours(found: re.Match[str]) -> bool:
    """Tell whether a reference is ours, by its class or by where its link leads."""
    return bool(_CLASS.search(found["said"]) or _LINK.search(found["link"] or ""))


def _in_text(text: str) -> Iterator[Range]:
    """Yield the ranges in a plain text: quotes of its own keep theirs.

    As many closing quotes are ours as names of remarks follow; each has its opening one.
    """
    if "[claimlint " not in text:
        return
    opened: list[int] = []
    for found in _IN_TEXT.finditer(text):
        if found["open"]:
            opened.append(found.start())
            continue
        start, end = found.span("close")
        ours = min((found["names"] or "").count("["), end - start)
        del opened[max(0, len(opened) - (end - start - ours)) :]
        for nth in range(min(ours, len(opened))):
            at = opened.pop()
            yield at, at + 1
            yield end - 1 - nth, end - nth
        if found["names"] and ours:
            yield found.span("names")


def _in_markup(text: str, form: str) -> Iterator[Range]:
    if "claimlint" not in text:
        return
    for found in _MARK.finditer(text):
        yield found.start(), found.start("words")
        yield found.span("end")
    if form == "markdown":
        yield from (found.span() for found in _FOOTNOTE.finditer(text))
        return
    for found in _REFERENCE.finditer(text):
        if _ours(found):
            yield found.span()
