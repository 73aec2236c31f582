"""What a reader should know that is no claim: footnotes that lead nowhere, figures without a base.

Notices never change a verdict; they say why a figure or a warning counts for less than it seems.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimlint.document import Document, Location, Part, Passage
from claimlint.evidence.detectors.numbers import find_value
from claimlint.evidence.disclosures.searched_document import SearchedDocument, searched
from claimlint.evidence.matching.cues import Cues
from claimlint.evidence.matching.searched_text import SearchedText
from claimlint.evidence.matching.wordlists import WordLists, word_lists
from claimlint.evidence.own_papers import told
from claimlint.evidence.text.footnotes import Mark
from claimlint.evidence.text.plain import plain
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.finding import Claim, Notice
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import Category
from claimlint.values.notice_codes import NoticeCode

_COMPARATIVE = "fewer|less|more|faster|better|lower|higher|cheaper|quicker|greater"
_TIMES = regex(
    rf"\b\d+(?:\.\d+)?\s?(?:x|×|times)\s(?:[a-z-]+\s){{0,2}}?(?:{_COMPARATIVE}|"
    r"as (?:many|fast|accurate))\b"
    rf"|\b\d+(?:\.\d+)?\s?(?:%|percent|per cent)\s(?:{_COMPARATIVE}|reduction|improvement|"
    r"increase)\b"
    r"|\b(?:twice|three times|ten times|half) (?:as |the )?(?:many|fast|accurate|errors|cost)\b",
    re.IGNORECASE,
)
_COMPARED = regex(
    r"\b(?:than|compared (?:to|with)|versus|vs|from\s\S+\s(?:to|down)|baseline|relative to)\b",
    re.IGNORECASE,
)
_AMOUNTS = regex(r"(?<![\d.,])(\d[\d.,]*)\s?(%|[a-z]+)")
_ABSOLUTES = 2
_OPTIONAL_PERSON = regex(
    r"\b(?:human[- ]in[- ]the[- ]loop|human (?:review|oversight|approval))\W+(?:is\s)?"
    r"(?:optional|available|when needed|if needed|on demand|where required)\b"
    r"|\boptional human (?:review|oversight|approval|in the loop)\b",
    re.IGNORECASE,
)
_WITHOUT_PEOPLE = (Category.AUTONOMY, Category.OVERSIGHT_REDUCTION)
_PICTURES = frozenset({Part.CHART, Part.ALT_TEXT})
_AXES = (", chart, category", ", chart, series")
_READABLE = regex(r"\bn\s?=|\baxis\b|\bscale\b|\bfrom 0\b", re.IGNORECASE)


def notices(
    document: Document, claims: Sequence[Claim], catalogue: Catalogue
) -> tuple[Notice, ...]:
    """Return the notices on a document in the order of their kinds, then of their places."""
    whole = searched(document, catalogue)
    words = word_lists(catalogue)
    return (
        *told(document),
        *_dangling(document, whole),
        *_without_base(claims, whole),
        *_narrowed(claims, whole, words.narrowed),
        *_boilerplate(document, whole, words.disclaimer),
        *_hidden_people(document, words),
        *_undefined_oversight(document, whole, claims),
        *_pictures(document),
    )


def _dangling(document: Document, whole: SearchedDocument) -> Iterator[Notice]:
    for mark in whole.marks:
        passage = document.passages[mark.passage]
        if mark.notes or passage.note_id is not None or _runs_on(mark, document):
            continue
        place = passage.locate(mark.start, mark.end) if mark.start < mark.end else passage.location
        message = f'the mark "{mark.sign}" leads to no footnote in this document'
        yield Notice(NoticeCode.DANGLING_FOOTNOTE, message, place)


def _runs_on(mark: Mark, document: Document) -> bool:
    """Tell whether the note stands behind others in one paragraph of its page ("1 By us. 2 …")."""
    place = document.passages[mark.passage].location
    if not mark.sign.isdigit():
        return False
    opens = re.compile(rf"\W*\d{{1,2}}\W.*[.;]\s+[(\[]?{mark.sign}[)\].]?\s+[A-Z]", re.DOTALL)
    return any(
        opens.match(each.text)
        for each in document.passages[mark.passage + 1 :]
        if (each.location.page, each.location.slide) == (place.page, place.slide)
    )


def _without_base(claims: Sequence[Claim], whole: SearchedDocument) -> Iterator[Notice]:
    sentences = {(claim.passage, claim.offset): claim for claim in reversed(claims)}
    for claim in reversed(sentences.values()):
        match = _TIMES.search(plain(claim.unit).text)
        if match is None or _row_compares(whole.home(claim), match.group()):
            continue
        around = " ".join([plain(claim.unit).text, *(unit.text for unit in whole.notes(claim))])
        rest = around.replace(match.group(), " ")
        absolute = len(list(find_value(rest))) >= _ABSOLUTES or bool(
            re.search(r"\bfrom\s\S+(?:\s\S+){0,3}\sto\s\S*\d", rest)
        )
        if not (absolute and _COMPARED.search(around)):
            message = f'"{match.group()}" gives no figures on both sides and no comparator'
            yield Notice(NoticeCode.NO_BASELINE, message, claim.location)


def _row_compares(home: Unit | None, words: str) -> bool:
    """Tell whether a row of a table gives two figures of one unit beside what is claimed."""
    if home is None or home.shape is not Shape.ROW:
        return False
    given = _AMOUNTS.findall(home.text.replace(words, " "))
    return max(Counter(unit for _, unit in set(given)).values(), default=0) > 1


def _narrowed(claims: Sequence[Claim], whole: SearchedDocument, narrowed: Cues) -> Iterator[Notice]:
    homes = {
        unit.index
        for claim in claims
        for unit in (whole.home(claim), *whole.notes(claim))
        if unit is not None
    }
    for unit in whole.units:
        if unit.index not in homes:
            continue
        hit = narrowed.first(unit.index, whole.index)
        if hit is not None and next(find_value(unit.text), None) is not None:
            words = unit.text[hit.start : hit.end]
            message = f'"{words}": say what counts, the share of all cases, and who came back'
            yield Notice(
                NoticeCode.DENOMINATOR_UNCLEAR, message, _place(whole.document, unit, hit.start)
            )


def _boilerplate(
    document: Document, whole: SearchedDocument, disclaimers: Cues
) -> Iterator[Notice]:
    """Yield a notice on each disclaimer, once each; those in the foot of a page come last."""
    seen: set[str] = set()
    for words, place in (*_in_units(whole, disclaimers), *_in_frames(document, disclaimers)):
        if words not in seen:
            seen.add(words)
            said = "names no failure, trigger or consequence and counts for nothing"
            if place.hidden:
                said = f"stands where nobody sees it ({place.hidden}), {said}"
            message = f'"{words}" {said}'
            yield Notice(NoticeCode.BOILERPLATE_DISCLAIMER, message, place)


def _hidden_people(document: Document, words: WordLists) -> Iterator[Notice]:
    """Yield a notice on each passage that says out of sight that people take part."""
    told = [phrases for entry, phrases, _ in words.reversals if entry.category in _WITHOUT_PEOPLE]
    for passage in document.passages:
        if not passage.location.hidden:
            continue
        seen = SearchedText(plain(passage.text).text)
        hit = next((hit for phrases in told for hit in phrases.find(seen)), None)
        if hit is not None:
            said = seen.text[hit.start : hit.end]
            message = (
                f"people's work told where nobody sees it ({passage.location.hidden}): “{said}”"
            )
            yield Notice(NoticeCode.HIDDEN_DISCLAIMER, message, passage.location)


def _in_units(whole: SearchedDocument, cues: Cues) -> Iterator[tuple[str, Location]]:
    for place in cues.places(whole.index):
        unit = whole.units[place]
        hit = cues.first(place, whole.index)
        if hit is not None:
            words = unit.text[hit.start : hit.end].lower()
            yield words, _place(whole.document, unit, hit.start)


def _in_frames(document: Document, cues: Cues) -> Iterator[tuple[str, Location]]:
    for passage in document.passages:
        where = passage.location
        if where.part in (Part.HEADER, Part.FOOTER) or where.hidden:
            seen = SearchedText(plain(passage.text).text)
            for hit in cues.find(seen):
                yield seen.text[hit.start : hit.end].lower(), where


def _undefined_oversight(
    document: Document, whole: SearchedDocument, claims: Sequence[Claim]
) -> Iterator[Notice]:
    if not any(claim.category in _WITHOUT_PEOPLE for claim in claims):
        return
    for unit in whole.units:
        match = _OPTIONAL_PERSON.search(unit.text)
        if match:
            message = f'"{match.group()}" says neither who checks, nor what share, nor when'
            place = _place(document, unit, match.start())
            yield Notice(NoticeCode.OVERSIGHT_UNDEFINED, message, place)


def _pictures(document: Document) -> Iterator[Notice]:
    drawn = {_chart(item) for item in document.passages if item.location.label.endswith(_AXES)}
    for passage in document.passages:
        if passage.location.part not in _PICTURES or _chart(passage) in drawn:
            continue
        text = plain(passage.text).text
        if _READABLE.search(text):
            continue
        if next(find_value(text), None) is not None:
            message = "a picture shows a figure without its axis or number of items"
            yield Notice(NoticeCode.UNREADABLE_EVIDENCE, message, passage.location)


def _chart(passage: Passage) -> str | None:
    """Return the chart that a passage belongs to, None where it belongs to none."""
    chart, named, _ = passage.location.label.partition(", chart, ")
    return chart if named else None


def _place(document: Document, unit: Unit, start: int) -> Location:
    index, first, last = unit.place(start, start + 1)
    return document.passages[index].locate(first, last)
