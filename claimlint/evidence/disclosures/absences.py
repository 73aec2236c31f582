"""Audits, certificates and tests of which a paper says that there are none, or none yet.

In prose by words beside their name ("SOC 2 is in progress"), in a table and behind a question by
the answer ("Do you carry out bias audits?" "No").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Document, Passage
from claimlint.evidence.disclosures.find import found_at
from claimlint.evidence.disclosures.searched_document import SearchedDocument
from claimlint.evidence.matching.compiled_kinds import FieldHit
from claimlint.evidence.matching.needs import Need
from claimlint.evidence.text.assurances import OPENINGS, Assurance, assurances_in
from claimlint.evidence.text.plain import plain
from claimlint.evidence.text.units import counts
from claimlint.finding import FieldFound
from claimlint.regex import regex

_TO_COME_AHEAD = regex(
    r"\b(?:work(?:ing|s)? towards?|pursu(?:e|es|ing)|prepar(?:e|es|ing) for|appl(?:ied|ying) for|"
    r"plan(?:s|ned|ning)?(?: to| on| for)?|aim(?:s|ing)? (?:to|for)|intend(?:s|ing)? to|"
    r"seek(?:s|ing)?|on track (?:for|to)|expect(?:s|ed)? (?:to|our|the|an?)|upcoming|pending|"
    r"scheduled|(?:have|has) (?:started|begun|commissioned)|"
    r"(?:will|shall) (?:undergo|obtain|complete|seek|start|begin|commission|carry out|conduct))\b"
    r"[^.;:]{0,60}$",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"\b(?:in (?:progress|preparation)|under\s?way|pending|planned|scheduled|foreseen|expected|"
    r"upcoming|not (?:yet|started|begun)|to (?:come|follow|be \w+ed)|(?:will|shall) (?:be|begin|"
    r"start|follow|take)|(?:is|are) due|on (?:our|the) roadmap|targeted|"
    r"(?:audit|assessment|certification|window) (?:starts?|begins?|opens?))\b",
    re.IGNORECASE,
)
_NONE_AHEAD = regex(
    r"\b(?:(?:do|does|did)(?: not|n't)\s(?:\w+ly\s|yet\s)?(?:have|hold|carry out|conduct|perform|"
    r"undergo|maintain|possess|commission|run|undertake)"
    r"|(?:have|has)(?: not|n't)\s(?:yet\s|ever\s)?(?:been|had|undergone|obtained|completed|"
    r"achieved|carried out|conducted|performed|commissioned|undertaken)"
    r"|(?:is|are|was|were)(?: not|n't)\s(?:\w+ly\s|yet\s)?(?:certified|accredited|audited|attested|"
    r"compliant)?\s?(?:to|against|under|with|for|by|as)?"
    r"|no|without(?: an?| any)?|yet to (?:undergo|obtain|complete|have))"
    r"\s?(?:an?\s|any\s|our\s)?(?:(?!only\b)[\w-]+\s)?$",
    re.IGNORECASE,
)
_NONE = regex(
    r"[^.;]{0,40}?(?:\b(?:has|have|was|were|is|are)\s(?:not|never)(?:\s(?:yet|ever|currently))?\s"
    r"(?:been\s)?(?:carried out|performed|done|conducted|held|commissioned|undertaken|obtained|"
    r"completed|in place)|\bnot (?:held|performed|done|obtained|certified))\b",
    re.IGNORECASE,
)
_OTHERWISE = regex(
    r"\b(?:hold|holds|(?<!not )(?<!be )held|renew\w*|re-?certif\w*|surveillance|annual\w*|yearly|"
    r"every|each|regular\w*|twice|quarterly|again|bridge|latest|last|previous|share|shared|publish\w*|"
    r"send|provide|extend\w*|expand\w*|(?:certified|attested) since|"
    r"valid (?:until|through|to|from)|exceptions?|findings?|needed|required|necessary|"
    r"next (?!year|quarter|month|spring|summer|autumn|fall|winter|half))\b"
    r"|\b(?:was|were|(?:has|have)(?: been)?)\s(?!not\b|never\b)(?:\w+\s)?(?:issued|completed|"
    r"obtained|achieved|received|passed|granted|awarded|carried out|certified|audited)\b"
    r"|(?<!be )\b(?:issued|completed|passed|achieved|obtained) (?:in|on) ",
    re.IGNORECASE,
)
"""What shows that it is there and will be renewed, or that something else is denied or to come."""
_YET = regex(r"\b(?:not|n't) yet\b", re.IGNORECASE)
_OF_OTHERS = regex(r"\b(?:if|when|your?|customers?|clients?)\b", re.IGNORECASE)
_HELD = regex(
    r"\b(?:issued|completed|obtained|achieved|received|passed|valid|covers|auditor|period|"
    r"certificate (?:no|number)|certified (?:by|since))\b",
    re.IGNORECASE,
)
_ASKS = regex(
    r"(?:.*\b(?:do|does)\s.{0,40}?\b(?:have|hold|carry out|conduct|perform|undergo|maintain|"
    r"possess|commission|run|undertake)\b"
    r"|.*\b(?:is|are|was|were)\s.{0,60}?\b(?:certified|compliant|accredited|attested|audited|"
    r"\w*test\w*|assessed|validated|evaluated|there)\b"
    r"|.*\b(?:has|have)\s.{0,60}?\b(?:been|undergone|had|obtained|completed|achieved|received|passed|"
    r"carried out|conducted|commissioned|performed)\b"
    r"|(?!\W*(?:can|could|will|would|may|do|does|did|are|is|has|have)\b)[^?]{0,50}\??$)",
    re.IGNORECASE,
)
"""A question that asks whether there is one, or a few words that are no question."""
_ASKS_ELSE = regex(
    r"\b(?:exceptions?|findings?|exclu\w+|scope|issues?|incidents?|qualif\w+|breach\w*|shar(?:e|ing)|"
    r"cop(?:y|ies)|rights?|customers? (?:may|can)|host\w*|sub-?processors?|sub-?contractors?|"
    r"suppliers?|data cent\w+|changes?|costs?|refus\w+)\b",
    re.IGNORECASE,
)
_NO = regex(
    r"\W*(?:no|n|none|nope|not (?:yet|currently|at present|at this time|available|held|done|"
    r"started|performed|certified|planned))(?:\s?$|[.,;:(–-]|\s[–-])",
    re.IGNORECASE,
)
_SAYS = regex(
    r"\W*(?:yes|no|y|n|none|✓|✔|✗|✘|not (?:yet|started|currently))\b|\W*[✓✔✗✘]", re.IGNORECASE
)
_NAMING = Need(openings=OPENINGS)
_THERE, _PLANNED, _MISSING = "there", "planned", "missing"


class Absence(Struct, frozen=True, kw_only=True):
    """An assurance that does not exist, by the words of the vendor; `to_come` if it is planned.

    `day` is the one on which the paper says so, as far as it tells.
    """

    assurance: Assurance
    to_come: bool
    found: FieldFound
    day: str | None = None


class Assured(Struct, frozen=True, kw_only=True):
    """What a paper tells of assurances: those that are absent, and those of which it shows more.

    Of one that is `held` it tells the period, the auditor, the day of issue or the like.
    """

    absent: tuple[Absence, ...] = ()
    held: tuple[Assurance, ...] = ()


def assured_in(whole: SearchedDocument) -> Assured:
    """Return what a document tells of audits, certificates and tests."""
    absent = [*_answered(whole), *_in_tables(whole.document)]
    held: dict[Assurance, None] = {}
    for unit in map(whole.units.__getitem__, _NAMING.places(whole.index)):
        told = tuple(_told(unit.text))
        if told and not unit.text.rstrip().endswith("?"):
            held.update((assurance, None) for assurance, state in told if state == _THERE)
            if whole.document.passages[unit.passage].cell is None:
                found = found_at(FieldHit("absent", unit, 0, len(unit.text)), whole.document)
                absent.extend(_absences(told, found))
    return Assured(absent=tuple(absent), held=tuple(held))


def says_planned(text: str) -> bool:
    """Tell whether a text says itself of what it names that it is to come."""
    return any(state == _PLANNED for _, state in _told(text))


def _absences(told: Iterable[tuple[Assurance, str]], found: FieldFound) -> Iterator[Absence]:
    for assurance, state in told:
        if state in (_PLANNED, _MISSING):
            yield Absence(assurance=assurance, to_come=state == _PLANNED, found=found)


def _told(text: str) -> Iterator[tuple[Assurance, str]]:
    """Yield what a text names, each with whether it is there, by the words around it."""
    named = assurances_in(text)
    ends = [0, *(each.end for each in named)]
    starts = [*(each.start for each in named), len(text)]
    for place, each in enumerate(named):
        before, after = text[ends[place] : each.start], text[each.end : starts[place + 1]]
        yield each.assurance, _state(before, after)


def _state(before: str, after: str) -> str:
    """Return whether what stands between two texts is there, by their words."""
    denied = _NONE_AHEAD.search(before)
    rest = f"{before[: denied.start()] if denied else before} {after}"
    planned = _TO_COME_AHEAD.search(before) or _TO_COME.search(after) or _YET.search(before)
    otherwise = _OTHERWISE.search(rest)
    if (denied or planned or _NONE.match(after)) and not otherwise:
        return "" if _OF_OTHERS.search(before) else _PLANNED if planned else _MISSING
    return _THERE if _HELD.search(rest) and (otherwise or not planned) else ""


def _answered(whole: SearchedDocument) -> Iterator[Absence]:
    """Yield what a question asks for behind which "no" or "not yet" stands."""
    for place, question in whole.answers:
        unit = whole.units[place]
        if _NO.match(unit.text) and _asks(question):
            block = whole.ground.blocks[unit.block]
            rest = " ".join(whole.units[each].text for each in block if each >= place)
            found = found_at(FieldHit("absent", unit, 0, len(unit.text)), whole.document)
            yield from _denied(
                question, rest, replace(found, unit=f"{question.capitalize()} {unit.text}")
            )


def _in_tables(document: Document) -> Iterator[Absence]:
    """Yield what the rows of tables ask for, or name, where their answer is "no" or "not yet"."""
    cells = ((at, each) for at, each in enumerate(document.passages) if each.cell and counts(each))
    for _, row in groupby(cells, key=lambda item: _row(item[1])):
        told = [(at, cell, plain(cell.text).text) for at, cell in row]
        for place, (at, cell, text) in enumerate(told, start=1):
            if told[place:] and assurances_in(text) and _asks(text):
                yield from _of_row(document, text, told[place:])
                break
            if not text.rstrip().endswith("?"):
                yield from _absences(_told(text), _found(document, at, cell, text))


def _of_row(
    document: Document, label: str, behind: Sequence[tuple[int, Passage, str]]
) -> Iterator[Absence]:
    """Yield what a label names where what stands behind it denies it and nothing affirms it."""
    said = [item for item in behind if _SAYS.match(item[2])]
    denied = [item for item in said if _NO.match(item[2])]
    status = [item for item in behind if _TO_COME.search(item[2]) and not assurances_in(item[2])]
    if len(denied) < len(said) or not (denied or status):
        return
    words = " ".join(text for _, _, text in behind)
    if denied or not _OTHERWISE.search(words):
        at, cell, text = (denied or status)[0]
        yield from _denied(label, words, _found(document, at, cell, f"{label} {text}"))


def _denied(asked: str, answer: str, found: FieldFound) -> Iterator[Absence]:
    to_come = _TO_COME.search(answer) is not None
    for named in assurances_in(asked):
        yield Absence(assurance=named.assurance, to_come=to_come, found=found)


def _asks(text: str) -> bool:
    return _ASKS.match(text) is not None and _ASKS_ELSE.search(text) is None


def _row(passage: Passage) -> tuple[int, int]:
    return (passage.cell.table, passage.cell.row) if passage.cell else (0, 0)


def _found(document: Document, at: int, cell: Passage, said: str) -> FieldFound:
    return FieldFound(
        field="absent",
        text=cell.text,
        document=document.path,
        location=cell.location,
        passage=at,
        unit=said,
    )
