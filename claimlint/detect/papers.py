"""What a paper is by its own name and by the shape of its lines, before its words are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimlint.detect.clauses import leaning
from claimlint.detect.context.scene import Cues
from claimlint.detect.unit import Unit
from claimlint.rulebook.reading import Token
from claimlint.terms import DocumentKind

_OPENING = 3
_DEFINES = 2
_TITLE_WORDS = 14
_SELF_NAMED = 7
_LABEL_WORDS = 3
_SELF = frozenset({"this", "these", "our", "the", "between", "under", "by"})
_NUMBERED = re.compile(
    r"\W*(?:(?:N?FR|UR|SR|REQ|US|AC|TC|UC|R|BR)-?\s?\d+(?:\.\d+)*\b"
    r"|as an? [\w ]{2,40}, i (?:want|need)\b)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\W*(?:(?:export\s+)?(?:type|interface|const|let|enum|class|def|function)\s+\w+\s*[={(:<]"
    r"|[a-z]+(?:[A-Z][a-z0-9]*)+\??\s*[:=]|\w+_\w+\s*[:=]|[a-z]\w*\.\w+\s*=)"
)
_CHANGE = re.compile(
    r"\W*(?:fix(?:ed|es)?|added|removed|changed|deprecated|known issue)\b", re.IGNORECASE
)
_ENTRY = re.compile(
    r"\W*[\w/&.,() '-]{2,60}?(?::| [–—-]) "
    r"(?:(?:a|an|the|any|one|each|to|how|when|in|said)\b|\w+ing\b"
    r"|\w+ (?:that|which|who|whose|of|in|for|to)\b)",
    re.IGNORECASE,
)
_LISTED = 0.3
_ENTRIES = 0.6
_FEW = 4
_FEW_MARKED = 3
_OF = frozenset(
    "of for on between no number and to under by from at with i we is are finds shows".split()
)
_SOLD_WITH = frozenset(
    "your you that which who never any every without with it automate automates generate generates "
    "write writes draft drafts create creates review reviews read reads sign analyse "
    "analyze".split()
)
_IS = frozenset("is are was were be been has have had".split())
_ADDRESS = frozenset("our we us your you ours yours".split())


def told_by_name(units: Sequence[Unit], cues: Cues) -> DocumentKind | None:
    """Return the kind that a paper gives itself in its title or first words, if it does.

    A contract says so ("Statement of Work No. 4", "This Addendum forms part of"); a manual,
    notice, glossary, advert for a job or study names itself too and sells nothing.
    """
    for unit in units[:_OPENING]:
        if _names(unit.tokens, cues.find("names-of-use-policies", unit.tokens)):
            lean = leaning(units, cues)
            if lean:
                return DocumentKind.CONTRACT if lean > 0 else DocumentKind.OTHER
        for kind, name in (
            (DocumentKind.OTHER, "names-of-other-papers"),
            (DocumentKind.CONTRACT, "names-of-contracts"),
        ):
            if _names(unit.tokens, cues.find(name, unit.tokens)):
                return kind
    return None


def tells_news(units: Sequence[Unit], cues: Cues) -> bool:
    """Tell whether the first sentences report a study, a book or an event."""
    return any(cues.finds("news-openings", unit.tokens) for unit in units[:_OPENING])


def opens_with_definition(units: Sequence[Unit], cues: Cues) -> bool:
    """Tell whether the first or second sentence says what something is ("RPA is a method that")."""
    for unit in units[:_DEFINES]:
        found = list(cues.find("defining", unit.tokens))
        if unit.tokens and unit.tokens[0].form in ("a", "an"):
            found += cues.find("defining-any", unit.tokens)
        if any(0 < start <= _SELF_NAMED for start, _ in found):
            return True
    return False


def told_by_lines(units: Sequence[Unit]) -> bool:
    """Tell whether the lines are requirements, code or entries of a glossary."""
    least = max(_FEW_MARKED, int(_LISTED * len(units)))
    for shape in (_NUMBERED, _CODE, _CHANGE):
        if sum(shape.match(unit.text) is not None for unit in units) >= least:
            return True
    entries = [unit for unit in units if _ENTRY.match(unit.text)]
    plain = [u for u in entries if not any(token.form in _ADDRESS for token in u.tokens)]
    return len(plain) >= max(_FEW, int(_ENTRIES * len(units)))


def _names(row: tuple[Token, ...], found: list[tuple[int, int]]) -> bool:
    """Tell whether the words are the head of a title, or open a sentence on the paper itself."""
    words = [token for token in row if token.text[:1].isalnum()]
    if not found or not words:
        return False
    if row[0].form in _SELF and _is_subject(row, found[0][0]):
        return True
    ends = len(words) > _LABEL_WORDS and row[-1].form in ".!?"
    return len(words) <= _TITLE_WORDS and not ends and any(_heads(row, span) for span in found)


def _is_subject(row: tuple[Token, ...], start: int) -> bool:
    """Tell whether no verb stands before the name: "The product is built on a thesis" is none."""
    return start <= _SELF_NAMED and _IS.isdisjoint(token.form for token in row[:start])


def _heads(row: tuple[Token, ...], span: tuple[int, int]) -> bool:
    """Tell whether a title is about the words: "Privacy policy generator" is not of a policy."""
    after = row[span[1]].form if span[1] < len(row) else ""
    goes_on = after[:1].isalpha() and after not in _OF
    return not goes_on and _SOLD_WITH.isdisjoint(token.form for token in row[: span[0]])
