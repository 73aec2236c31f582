"""Moves the ends of marked words to the ends of phrases: "unbiased hiring" takes in "decisions"."""

from __future__ import annotations

from msgspec import Struct

from claimlint.detect.cues import Cues, Span
from claimlint.detect.marking.phrase import DANGLING, SMALL
from claimlint.detect.units.unit import FIGURES
from claimlint.rulebook.reading_form import Kind, Token

_OPEN = DANGLING - frozenset(
    """is are was were be been has have had will may it they you he she her not n't that this these
    those him when while because about all each""".split()
) | frozenset(
    """on without under between among against during behind despite towards toward regarding
    including than via before until through""".split()
)
"""Words that want more behind them; those that end a phrase as often ("built in") want it too."""

_DETERMINERS = frozenset("a an the your our its their his any every each all no my these".split())
_ATTRIBUTIVE = ("ous", "ive", "able", "ible", "less", "ful", "ical", "ial", "ary", "ing", "ory")
"""Ends of words that go before a noun, or, as verbs, before what is done to something."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_TWICE = frozenset("to by after for".split())
_PARTS = frozenset("noon midnight morning night afternoon evening on".split())
_PAIRS = {"from": frozenset("to →".split()), "between": frozenset({"and"})}
_USED = frozenset("used able unable allowed permitted".split())
_DO = frozenset("do does did is are was were can will".split())
_ABOUT = frozenset("below above nearly almost around roughly some".split())
_SINGULAR = frozenset("ss us is".split())
"""Ends of words in -s that are no plurals ("business context")."""
_JOINS = frozenset("-‐‑/&")
_MOST = 6
_WITHIN = 8
_NEAR = 3


class EndWords(Struct, frozen=True, kw_only=True):
    """Words that tell where phrases end, by the lists of `rules/words/phrase-ends.yaml`.

    `verbs` are forms that tell a verb from a noun; `taking` holds them too, and `behind` all small
    words.
    """

    verbs: frozenset[str]
    taking: frozenset[str]
    behind: frozenset[str]
    attributes: frozenset[str]
    numbered: frozenset[str]
    plurals: frozenset[str]
    letting: frozenset[str]
    doings: frozenset[str]
    predicative: frozenset[str]
    people: frozenset[str]


def end_words(cues: Cues, verbs: frozenset[str]) -> EndWords:
    """Return the words of a rule book that tell where phrases end."""
    return EndWords(
        verbs=verbs,
        taking=verbs | cues.words("end-taking"),
        behind=SMALL | cues.words("end-behind"),
        attributes=cues.words("end-attributes"),
        numbered=cues.words("end-numbered"),
        plurals=cues.words("end-plurals"),
        letting=cues.words("end-letting"),
        doings=cues.words("end-doings"),
        predicative=cues.words("end-predicative"),
        people=cues.words("end-people"),
    )


def unbroken(text: str, row: tuple[Token, ...], span: Span, limit: int, words: EndWords) -> Span:
    """Return the span of tokens, its ends moved on to where phrases end, up to `limit`."""
    start, end = _begun(text, row, span, words), span[1]
    far = min(limit, end + _MOST)
    while (further := _further(text, row, (start, end), far, words)) > end:
        end = further
    if end - 1 > start and row[end - 1].form == "on" and row[start - 1 : start]:
        start -= row[start - 1].form == "from"
    return (start, end)


def _begun(text: str, row: tuple[Token, ...], span: Span, words: EndWords) -> int:
    """Return where the name or compound begins in whose middle the span does."""
    start = span[0]
    while start:
        before, first = row[start - 1], row[start]
        numbered = first.kind in FIGURES and before.form in words.numbered
        dated = before.form in _DAYS and first.form in _PARTS
        if not (numbered or dated or _one_word(text, before, first)):
            break
        start -= 1
    return start


def _further(text: str, row: tuple[Token, ...], span: Span, limit: int, words: EndWords) -> int:
    """Return where the phrase that the span breaks off ends; the end of the span if in none."""
    end = span[1]
    ends = (
        _compound(text, row, end, limit),
        _again(row, end, limit),
        _range(row, span, limit),
        _listed(text, row, end, limit),
        _opened(row, span, limit),
        _headed(text, row, span, limit, words),
    )
    return next((found for found in ends if found > end), end)


def _one_word(text: str, one: Token, other: Token) -> bool:
    """Tell whether two tokens are of one word: "safety-critical", "ISO/IEC"."""
    between = text[one.end : other.start]
    written = one.text[-1:] + between + other.text[:1]
    return len(between.split()) == len(between) and not _JOINS.isdisjoint(written)


def _compound(text: str, row: tuple[Token, ...], end: int, limit: int) -> int:
    """Return where the compound ends in whose middle the span does."""
    place = end
    while place < limit and _one_word(text, row[place - 1], row[place]):
        place += 1
    return end if row[place - 1].form in _JOINS else place


def _again(row: tuple[Token, ...], end: int, limit: int) -> int:
    """Return where "end" – "to end" ends."""
    twice = end + 1 < limit and row[end].form in _TWICE
    return end + 2 if twice and row[end + 1].form == row[end - 1].form else end


def _range(row: tuple[Token, ...], span: Span, limit: int) -> int:
    """Return where "from 8%" – "to 2%" ends."""
    start, end = span
    inside = [token.form for token in row[max(start, end - _WITHIN) : end]]
    for first, seconds in _PAIRS.items() if end + 1 < limit else ():
        behind = inside[inside.index(first) :] if first in inside else seconds
        if row[end].form in seconds and seconds.isdisjoint(behind):
            return _to_noun(row, end + 1, limit)
    return end


def _listed(text: str, row: tuple[Token, ...], end: int, limit: int) -> int:
    """Return where the last item of a list ends: "nights, weekends" – "and holidays"."""
    if end < _NEAR or end + 1 >= limit or row[end].form not in ("and", "or"):
        return end
    items = any(token.form == "," for token in row[end - _NEAR : end])
    alike = end + 2 < limit and all(
        _one_word(text, row[at], row[at + 1]) for at in (end - 2, end + 1)
    )
    return _to_noun(row, end + 1, limit) if items or alike else end


def _opened(row: tuple[Token, ...], span: Span, limit: int) -> int:
    """Return where what the last word opens ends: "by an accredited" – "registrar"."""
    end = span[1]
    last, after = row[end - 1].form, row[end].form if end < limit else ""
    opens = (
        (last in _OPEN and after not in _DO)
        or (last in _USED and after == "to")
        or (last in _DO and after == "not")
    )
    return _to_noun(row, end, limit) if opens else end


def _to_noun(row: tuple[Token, ...], place: int, limit: int) -> int:
    """Return where the first words that are not small end, from `place` on."""
    begin = place
    while place < limit and row[place].form in SMALL | _ABOUT:
        place += 1
    if place >= limit or (row[place].kind is Kind.MARK and row[place].form not in "$€£"):
        return begin
    place += 1 + (row[place].kind is Kind.MARK)
    while place < limit and row[place].form == "%":
        place += 1
    return min(place, limit)


def _headed(text: str, row: tuple[Token, ...], span: Span, limit: int, words: EndWords) -> int:
    """Return where the noun is that the last word goes before, or what a verb is done to.

    One adjective that says it all by itself is whole ("autonomous", "hack-proof").
    """
    start, end = span
    if end >= limit:
        return end
    last, after = row[end - 1], row[end]
    takes = last.form in words.taking or last.form[-3:] == "ing"
    if takes and after.form in _DETERMINERS:
        return _to_noun(row, end, limit)
    if last.kind is Kind.MARK or not _can_follow(row, end, words):
        return end
    if last.kind in FIGURES or last.form in words.numbered:
        return end + 1
    alone = all(_one_word(text, row[at], row[at + 1]) for at in range(start, end - 1))
    if alone or after.kind is not Kind.WORD or last.form in words.behind:
        return end
    before, past = row[end - 2], last.form[-2:] == "ed"
    compound = _one_word(text, before, last) and after.form[-2:] != "ed"
    belongs = compound or (last.form in words.attributes or last.form.endswith(_ATTRIBUTIVE))
    if past and not belongs:
        belongs = before.form in _DETERMINERS
    elif last.form in words.taking:
        belongs = belongs or after.form[-2:] != "ed"
    return end + 1 if belongs or _is_noun(row, end, words) else end


def _can_follow(row: tuple[Token, ...], place: int, words: EndWords) -> bool:
    """Tell whether a word can belong to a phrase that began before it."""
    form = row[place].form
    if row[place].kind in FIGURES:
        return row[place - 1].form in words.numbered
    return row[place].kind is Kind.WORD and form not in words.behind and form[-2:] != "ly"


def _is_noun(row: tuple[Token, ...], place: int, words: EndWords) -> bool:
    """Tell whether a word behind a noun is the noun that it goes before, and no verb."""
    before, form = row[place - 1].form, row[place].form
    plural = before[-1:] == "s" and before[-2:] not in _SINGULAR
    if (plural and before not in words.plurals) or before[-2:] in ("ly", "ed"):
        return False
    if form[-2:] == "ed" or before in words.people or before in words.predicative:
        return False
    if form[-3:] == "ing":
        return form in words.doings
    if form in words.verbs:
        let = not words.letting.isdisjoint(
            token.form for token in row[max(0, place - _WITHIN) : place]
        )
        return form[-1:] != "s" and not let
    then = row[place + 1].form if place + 1 < len(row) else "."
    return form[-1:] != "s" or then in SMALL - _DETERMINERS or not then[:1].isalnum()
