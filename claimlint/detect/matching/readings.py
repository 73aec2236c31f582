"""Other ways to read a row of tokens, for rules that know the plain one.

"Up to 30–40 %" reads as "40 %" too: a bound, a range or a plus beside a figure changes neither what
is claimed nor of what. Nor does the product's own name where rules wait for an agent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from claimlint.detect.units.unit import FIGURES
from claimlint.rulebook.reading_form import Kind, Token
from claimlint.rulebook.yaml.inflect import third_person

_BOUNDS = (
    *(("up", "to"), ("more", "than"), ("at", "least"), ("close", "to"), ("upwards", "of")),
    *(("as", "much", "as"), ("as", "many", "as"), ("an", "average", "of"), ("well", "over")),
    *((word,) for word in "over nearly almost about around roughly approximately ~ ≈ >".split()),
)
"""What stands before a figure and only says how exact it is, the longer ones first."""
_BOUNDS_BY_END = {end: tuple(bound for bound in _BOUNDS if bound[-1] == end) for *_, end in _BOUNDS}
_MONEY = frozenset("$£€")
_UNITS = frozenset({"%", "percent", "x"})
_DASHES = frozenset("-–—")
_OPENS_RANGE = frozenset({"from", "between"})
_BEFORE = _MONEY | _DASHES | {"to", *_BOUNDS_BY_END}
_SYSTEMS = frozenset("agents assistants bots chatbots copilots engines models robots tools".split())
_PEOPLE = frozenset(
    "human live employ employs hire hires support sales service field estate travel insurance call "
    "contact your".split()
)
"""What makes agents people, unless they are said to be artificial."""
_ARTIFICIAL = frozenset("ai digital virtual automated artificial autonomous".split())
_IS = frozenset({"is", "was"})
_NEAR = 3
_BETWEEN = frozenset(
    "that which also always even never now then just actually quietly simply both".split()
)
_NO_VERBS = frozenset(
    "the a an of in to and or but not no for with are be at on this your our its it as by from us "
    "you we they all any every what how when why where who if so can will may must should "
    "were".split()
)
_OTHER_ENDS = ("s", "ing", "ed", "ly")


class Reading(NamedTuple):
    """Tokens as they are read, and where each of them stands in the row."""

    tokens: tuple[Token, ...]
    places: tuple[int, ...]


def readings(row: tuple[Token, ...], names: frozenset[str]) -> Iterator[Reading]:
    """Yield the other readings of a row; `names` are those of the paper."""
    loose = _loosely(row)
    if loose is not None:
        yield loose
    single = _as_one(row)
    if single is not None:
        yield single
    named = _as_agent(row, names)
    if named is not None:
        yield named
        both = _loosely(named.tokens)
        if both is not None:
            yield Reading(both.tokens, tuple(named.places[place] for place in both.places))


def _as_one(row: tuple[Token, ...]) -> Reading | None:
    """Return the row with what several systems do as done by one: "agents file", "agent files"."""
    systems = [place for place, token in enumerate(row) if token.form in _SYSTEMS]
    if not systems:
        return None
    tokens = list(row)
    for place in systems:
        near = {token.form for token in row[max(0, place - _NEAR) : place]}
        if near & _PEOPLE and near.isdisjoint(_ARTIFICIAL):
            continue
        ahead = (at for at in range(place + 1, len(row)) if row[at].form not in _BETWEEN)
        does = next(ahead, None)
        if does is not None and _may_be_verb(row[does]):
            tokens[place] = replace(row[place], form=row[place].form[:-1])
            tokens[does] = replace(row[does], form=third_person(row[does].form))
    return Reading(tuple(tokens), tuple(range(len(row)))) if tuple(tokens) != row else None


def _may_be_verb(token: Token) -> bool:
    word = token.form
    plain = token.kind is Kind.WORD and len(word) > 1 and word not in _NO_VERBS
    return plain and word.isalpha() and not word.endswith(_OTHER_ENDS)


def _as_agent(row: tuple[Token, ...], names: frozenset[str]) -> Reading | None:
    """Return the row with the name that is its subject read as "agent": "Ledger Owl pays …".

    Behind the name the sentence goes on in lower case; names in other places are of anybody.
    """
    end = 0
    while end < len(row) and row[end].form in names and row[end].text[:1].isupper():
        end += 1
    if not 0 < end < len(row) or not row[end].text.islower() or row[end].form in _IS:
        return None
    agent = replace(row[0], form="agent")
    return Reading((agent, *row[end:]), (0, *range(end, len(row))))


def _loosely(row: tuple[Token, ...]) -> Reading | None:
    """Return the row without what only says how exact its figures are, if it holds such words."""
    figures = [place for place, token in enumerate(row) if token.kind in FIGURES]
    loose = (place for place in figures if _may_be_loose(row, place))
    dropped = {other for place in loose for other in _around(row, place)}
    if not dropped:
        return None
    places = tuple(place for place in range(len(row)) if place not in dropped)
    return Reading(tuple(row[place] for place in places), places)


def _may_be_loose(row: tuple[Token, ...], place: int) -> bool:
    """Tell whether a bound, a range or a plus can stand beside a figure: beside few one does."""
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    if before is not None and (before.form in _BEFORE or before.kind in FIGURES):
        return True
    return after is not None and after.form == "+"


def _around(row: tuple[Token, ...], place: int) -> Iterator[int]:
    """Yield the places around a figure that a plainer sentence would do without."""
    start = place - (place > 0 and row[place - 1].form in _MONEY)
    low = _range_before(row, start)
    yield from range(low, start)
    for bound in _BOUNDS_BY_END.get(row[low - 1].form, ()) if low else ():
        ahead = tuple(token.form for token in row[max(0, low - len(bound)) : low])
        if ahead == bound:
            yield from range(low - len(bound), low)
            break
    after = row[place + 1 : place + 2]
    if after and after[0].form == "+" and after[0].start == row[place].end:
        yield place + 1


def _range_before(row: tuple[Token, ...], place: int) -> int:
    """Return where a range opens whose upper end stands at a place, else that place."""
    at = place - 1
    if at < 0:
        return place
    glued = row[at].end + 1 == row[place].start and row[at].kind in FIGURES  # "20-24"
    if not glued:
        if row[at].form not in _DASHES and row[at].form != "to":
            return place
        at -= 1
        at -= at >= 0 and row[at].form in _UNITS
    if at < 0 or row[at].kind not in FIGURES:
        return place
    at -= at > 0 and row[at - 1].form in _MONEY
    opened = at > 0 and row[at - 1].form in _OPENS_RANGE
    return place if opened else at
