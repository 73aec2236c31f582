"""Numbers that belong to a name ("Reader 3.2", "version 2"): they count and measure nothing."""

from __future__ import annotations

from collections.abc import Container, Sequence

from claimlint.detect.cues import Span
from claimlint.detect.units.unit import FIGURES
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Kind, Token

_SAID = frozenset("version versions release ver v build".split())
_LETTERED = regex(r"v\d+\Z")
_BEFORE_PLACES = frozenset("in at for with from of across since until by to and , over".split())


def is_version(row: Sequence[Token], index: int, verbs: Container[str]) -> bool:
    """Tell whether the figure at `index` is the number of the name before it.

    `verbs` are forms that tell a verb from a noun: the first word of a unit is a name only where
    a verb follows its number ("Atlas 2 reads", unlike "Over 300 clinics").
    """
    token = row[index]
    if token.kind is not Kind.NUMBER or not index or not token.form[:1].isdigit():
        return False
    before = row[index - 1]
    if before.form in _SAID or token.form.count(".") > 1:
        return True
    if before.form == "." and index > 1 and _LETTERED.match(row[index - 2].form):
        return True
    after = row[index + 1] if index + 1 < len(row) else None
    named = before.kind is Kind.WORD and before.text[:1].isupper()
    if not named or after is None or after.kind is not Kind.WORD:
        return False
    acts = after.form in verbs and after.form.endswith("s")
    if index == 1:
        return acts and before.form not in verbs
    placed = row[index - 2].form in _BEFORE_PLACES and "." not in token.form
    return acts and not placed


def after_version(row: Sequence[Token], span: Span, verbs: Container[str]) -> Span:
    """Return the span without the number of a name, or "version 2", at its head."""
    start, end = span
    while start + 1 < end and row[start].form in _SAID and row[start + 1].kind in FIGURES:
        start += 1
    while start + 1 < end and is_version(row, start, verbs):
        start += 1
    return (start, end)
