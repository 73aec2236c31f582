"""What a paper is called, and what the shape of its lines shows."""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType

from claimlint.detect.cues import Cues, Span
from claimlint.detect.units.unit import Unit
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Kind, Token

OPENING = 3
"""In so many of the first units a paper says what it is called."""
_DEFINES = 2
_TITLE_WORDS = 22
_SELF_NAMED = 7
_LABEL_WORDS = 3
_LINES = MappingProxyType(
    {
        "requirements": regex(
            r"\W*(?:(?:N?FR|UR|SR|REQ|US|AC|TC|UC|R|BR|M|D|S)-?\s?\d+(?:\.\d+)*\b"
            r"|as an? [\w ]{2,40}, i (?:want|need)\b)",
            re.IGNORECASE,
        ),
        "code": regex(
            r"\W*(?:(?:export\s+)?(?:type|interface|const|let|enum|class|def|function)\s+\w+\s*[={(:<]"
            r"|[a-z]+(?:[A-Z][a-z0-9]*)+\??\s*[:=]|\w+_\w+\s*[:=]|[a-z]\w*\.\w+\s*=)"
        ),
        "changes": regex(
            r"\W*(?:fix(?:ed|es)?|added|removed|changed|deprecated|known issue)\b", re.IGNORECASE
        ),
        "numbered": regex(r"\W*[A-Z]{1,3}-?\d+(?:\.\d+)*\b[.:)]?\s+\S"),
        "clauses": regex(
            r"\W{0,4}(?:§\s*|(?:section|clause|article)\s+)?"
            r"(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?|\((?:[a-z]|[ivx]{1,4})\))\s+[A-Z(\"']"
        ),
    }
)
_SUBCLAUSE = regex(r"\d\.\d|\((?:[a-z]|[ivx]{1,4})\)")
_FORM = regex(r".{0,160}(?::|\byes\s?/\s?no\W*)\Z", re.IGNORECASE | re.DOTALL)
_ENTRY = regex(
    r"\W*[\w/&.,() '-]{2,60}?(?::| [–—-]) "
    r"(?:(?:a|an|the|any|one|each|to|how|when|in|said)\b|\w+ing\b"
    r"|\w+ (?:that|which|who|whose|of|in|for|to)\b)",
    re.IGNORECASE,
)
_ROW_NUMBER = regex(r"\W*(?:[A-Z]{0,4}[-. ]?\d[\d.]*)?\W*", re.IGNORECASE)
_MARKED = (3, 0.3)
"""So many lines of a shape, and so large a share of all, are enough."""
_ENOUGH = MappingProxyType(
    {
        "answered": (3, 0.12),  # the rows of a questionnaire have numbers, topics and remarks, too
        "clauses": (3, 0.15),  # the lists of a contract open with no number
        "definition": (1, 0.0),
        "glossary": (4, 0.6),
    }
)
_IS = frozenset("is are was were be been has have had".split())


def is_called(unit: Unit, names: str, cues: Cues) -> bool:
    """Tell whether a phrase of the list `names` heads the unit as a title, or names its paper.

    "Privacy policy" heads a title, and "Privacy policy generator" does not; "This Addendum forms
    part of" names the paper, "The product is built on a thesis" none.
    """
    row = unit.tokens
    found = cues.find(names, row)
    words = [token for token in row if token.text[:1].isalnum()]
    if not found or not words:
        return False
    if cues.finds("title-self", row[:1]) and _is_subject(row, found[0], cues):
        return True
    ends = len(words) > _LABEL_WORDS and row[-1].form in ".!?"
    return len(words) <= _TITLE_WORDS and not ends and any(_heads(row, at, cues) for at in found)


class Shapes:
    """Counts the lines of each shape, one of `claimlint.rulebook.yaml.signs.SHAPES`."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._units = 0
        self._worded = 0
        self._found: Counter[str] = Counter()
        self._asked: Unit | None = None

    def add(self, unit: Unit) -> None:
        """Take the next unit."""
        self._units += 1
        self._worded += any(token.kind is Kind.WORD for token in unit.tokens)
        if self._worded <= _DEFINES:  # the number of a heading ("1.1.") is no line
            self._found["definition"] += _defines(unit.tokens, self._cues)
        shapes = {shape for shape, line in _LINES.items() if line.match(unit.text)}
        if _numbered_by_word(unit):
            shapes.add("clauses")
        self._found.update(shapes)
        self._found["answered"] += _answers(unit, self._asked)
        self._asked = unit if unit.text.rstrip().endswith("?") else None
        if unit.text.endswith(":") or "/" in unit.text:  # else the pattern is slow to say no
            self._found["form"] += _FORM.match(unit.text) is not None
        if _ENTRY.match(unit.text):
            self._found["glossary"] += not self._cues.finds("address", unit.tokens)

    def shown(self, shape: str) -> bool:
        """Tell whether enough lines are of the shape."""
        least, share = _ENOUGH.get(shape, _MARKED)
        return self._found[shape] >= max(least, int(share * self._units))


def _answers(unit: Unit, asked: Unit | None) -> bool:
    """Tell whether a unit answers the question before it: below it, or beside it in a table."""
    if asked is None or unit.text.rstrip().endswith("?") or _ROW_NUMBER.fullmatch(unit.text):
        return False
    own, before = unit.passage.cell, asked.passage.cell
    if own is None or before is None:
        return own is before
    return (own.table, own.row, own.column - 1) == (before.table, before.row, before.column)


def _numbered_by_word(unit: Unit) -> bool:
    """Tell whether the program that wrote the paper prints the number of a clause before it."""
    return _SUBCLAUSE.search(unit.passage.location.clause or "") is not None


def _defines(row: tuple[Token, ...], cues: Cues) -> bool:
    """Tell whether the sentence says what something is ("RPA is a method that")."""
    found = list(cues.find("defining", row))
    if row and row[0].form in ("a", "an"):
        found += cues.find("defining-any", row)
    return any(0 < start <= _SELF_NAMED for start, _ in found)


def _is_subject(row: tuple[Token, ...], span: Span, cues: Cues) -> bool:
    """Tell whether no verb stands before the name of a paper, and nothing sold goes by it."""
    start, end = span
    before, after = row[:start], row[end : end + 1]
    sold = cues.finds("title-sells", before) or cues.finds("made-for-papers", after)
    return start <= _SELF_NAMED and not sold and _IS.isdisjoint(token.form for token in before)


def _heads(row: tuple[Token, ...], span: Span, cues: Cues) -> bool:
    """Tell whether a title is about the words, and does not sell what makes or reads them."""
    start, end = span
    goes_on = row[end : end + 1]
    if goes_on and goes_on[0].form[:1].isalpha() and not cues.finds("title-goes-on", goes_on):
        return False
    return not cues.finds("title-sells", row[:start])
