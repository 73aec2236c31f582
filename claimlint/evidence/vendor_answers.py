"""Answers of a vendor as evidence: judged field by field, as the same words in its papers are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Document, Location, Passage
from claimlint.evidence.detectors.numbers import find_value
from claimlint.evidence.disclosures.caveats import caveats_in
from claimlint.evidence.disclosures.drafts import Draft
from claimlint.evidence.disclosures.figures import figures_in
from claimlint.evidence.disclosures.find import disclosure_of
from claimlint.evidence.matching.compiled_kinds import (
    CompiledField,
    CompiledKind,
    FieldHit,
    compiled_kind,
)
from claimlint.evidence.matching.searched_text import Index, SearchedText
from claimlint.evidence.matching.wordlists import word_lists
from claimlint.evidence.text.plain import plain
from claimlint.evidence.text.unit import Segment, Shape, Unit
from claimlint.finding import Disclosure
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import Verdict
from claimlint.values.statement import AnswerState

_NO_WORDS = regex(
    r"\W*(?:yes|no|true|false|ok(?:ay)?|done|none|tbc|to follow|see (?:above|below|attached|annex|"
    r"appendix|report|website|link|our \w+)|attached|enclosed|not applicable|various|many|all|"
    r"several|high|low|good|excellent|standard|industry standard)?\W*$",
    re.IGNORECASE,
)
_ELSEWHERE = regex(
    r"\W*(?:please\s|kindly\s)?(?:see|refer to|consult|contact|siehe|cf\.?)\s[^%]{0,60}$"
    r"|\s*=\s?[A-Z]+\(.*|\s*(?:https?://|www\.)\S+\s*$",
    re.IGNORECASE,
)
_BOAST = (
    r"(?:(?:very|quite|fully|highly|our)\s)?(?:minimal|intuitive|negligible|flexible|configurable|"
    r"customi[sz]able|scalable|seamless|comprehensive|robust|extensive|sufficient|adequate|appropriate|"
    r"reasonable|confidential|proprietary|industry[- ]leading|best[- ]in[- ]class|cutting[- ]edge|"
    r"state[- ]of[- ]the[- ]art|world[- ]class|human[- ]level|"
    r"(?:case[- ]by[- ]case|it depends|varies)(?:\s\w+){0,4}|"
    r"(?:all|any|most)\s(?:major|common|standard|leading|usual|relevant|popular)\s\w+|standard\s\w+|"
    r"as (?:required|needed|agreed|necessary|applicable)(?:\s\w+){0,4}|continuous improvement|"
    r"(?:industry\s)?best practices?|(?:sla|contract|policy|terms) appl(?:y|ies)|"
    r"[a-z]+[- ]compliant)"
    r"(?:\s(?:performance|results?|accuracy|quality|security|solutions?|technology|service))?"
    r"(?:\s(?:across|for|in|on)\sall\s\w+)?"
)
_EVASIVE = regex(rf"\W*{_BOAST}(?:\W+(?:and\s)?{_BOAST})*\W*$", re.IGNORECASE)
_NONE = regex(r"\W*(?:none|no|nil|zero|0)\W*$", re.IGNORECASE)
_NONE_FIELDS = frozenset({"third-parties", "subprocessors", "exceptions", "incidents", "upstream"})
"""Fields to which "none" is an answer."""
_NOTHING_SHOWN = "a word that shows nothing"
_NOT_AT_HAND = "another paper is named; its words have to stand here, or lie with the papers"
_TYPED: Mapping[str, str] = MappingProxyType(
    {
        "not measured": AnswerState.NOT_MEASURED,
        "not disclosed": AnswerState.NOT_DISCLOSED,
        "not applicable": AnswerState.NOT_APPLICABLE,
        "does not apply": AnswerState.NOT_APPLICABLE,
        "n/a": AnswerState.NOT_APPLICABLE,
        "to follow": AnswerState.TO_FOLLOW,
        "tbd": AnswerState.TO_FOLLOW,
    }
)
"""States that were written into the answer."""
_YES_FIELDS = frozenset({"stop", "same-task", "customer-data", "reversibility", "blinding"})
_COUNTED = frozenset({"rate", "share", "uptime", "value", "override-rate"})
_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        AnswerState.NOT_MEASURED: "not measured",
        AnswerState.NOT_DISCLOSED: "not disclosed",
        AnswerState.NOT_APPLICABLE: "the vendor says that it does not apply",
        AnswerState.TO_FOLLOW: "promised, not shown",
    }
)


class Answer(Struct, frozen=True, kw_only=True):
    """An answer to one field; `state` is what the vendor chose beside it ("not measured").

    `document` and `place` say where the answer stands.
    """

    field: str
    text: str
    state: str = ""
    document: str = ""
    place: str = ""


class Taken(Struct, frozen=True, kw_only=True):
    """What became of the answer to a field: whether it fills it, or why not."""

    field: str
    fills: bool
    reason: str = ""


class Answered(Struct, frozen=True, kw_only=True):
    """The evidence that answers make, None where they fill nothing, and what became of each."""

    disclosure: Disclosure | None
    taken: tuple[Taken, ...]


def answered(kind: str, given: Sequence[Answer], catalogue: Catalogue, name: str) -> Answered:
    """Return what the answers to one question on a kind of evidence amount to.

    A figure needs a number, a date a date; a word that shows nothing ("yes", "n/a") fills nothing.
    What the answer to one field says of another that was left empty counts for that one too.
    `name` is the file that the answers stand in.
    """
    compiled = compiled_kind(kind, catalogue)
    fields = {entry.field.id: entry for entry in compiled.fields}
    given = tuple(map(_honest, given))
    units = tuple(_unit(index, each) for index, each in enumerate(given))
    taken: list[Taken] = []
    hits: list[FieldHit] = []
    for unit, each in zip(units, given, strict=True):
        hit = _hit(fields[each.field], compiled, unit, each, catalogue)
        if isinstance(hit, str):
            taken.append(Taken(field=each.field, fills=False, reason=hit))
        else:
            taken.append(Taken(field=each.field, fills=True))
            hits.append(hit)
    if not hits:
        return Answered(disclosure=None, taken=tuple(taken))
    hits.extend(_besides(compiled, tuple(hits), {item.field for item in taken if item.fills}))
    return Answered(
        disclosure=_disclosure(compiled, units, hits, given, catalogue, name), taken=tuple(taken)
    )


def _honest(given: Answer) -> Answer:
    """Return an answer with its state, which may stand in the answer itself ("not measured").

    To how often something goes wrong "not measured" is an answer, and no state.
    """
    typed = _TYPED.get(given.text.strip(" .").lower(), "")
    given = replace(given, state=given.state or typed)
    if given.field == "frequency" and given.state == AnswerState.NOT_MEASURED:
        return replace(given, text=given.text.strip() or str(AnswerState.NOT_MEASURED), state="")
    return given


def _unit(index: int, given: Answer) -> Unit:
    text = plain(given.text)
    words = text.text or " "
    segment = Segment(0, len(words), index, 0, text.origin)
    return Unit(
        index=index, text=words, shape=Shape.BULLET, section=0, block=0, segments=(segment,)
    )


def _hit(
    field: CompiledField, compiled: CompiledKind, unit: Unit, given: Answer, catalogue: Catalogue
) -> FieldHit | str:
    """Return the hit that an answer makes, or why it makes none."""
    words = unit.text.strip()
    honest = field.field.id == "frequency" and AnswerState.NOT_MEASURED in words.lower()
    if given.state in _REFUSED:
        return _REFUSED[given.state]
    if not words:
        return "no answer"
    told = None if honest else _says_nothing(field, compiled, unit, catalogue)
    if told is not None:
        return told
    label = field.field.id
    named = replace(field, labels=frozenset({label}))
    seen = SearchedText(unit.text, ((label, 0, len(unit.text)),))
    hit = next((each for each in named.find(unit, seen) if each.labelled), None)
    if hit is None and not honest:
        figure = "no figure in it" if field.numeric else _NOTHING_SHOWN
        return "no date in it (a day, month or quarter)" if field.exact else figure
    value = hit.value if hit is not None else None
    if value is None and field.field.id in _COUNTED:
        value = next((found.value for found in find_value(unit.text)), None)
    return FieldHit(label, unit, 0, len(unit.text.rstrip()), value, labelled=True)


def _says_nothing(
    field: CompiledField, compiled: CompiledKind, unit: Unit, catalogue: Catalogue
) -> str | None:
    """Return why words show nothing: too few, a promise, or phrases that never count."""
    seen = SearchedText(unit.text)
    if _NONE.match(unit.text) and field.field.id in _NONE_FIELDS:
        return None
    if _NO_WORDS.match(unit.text) and field.field.id not in _YES_FIELDS:
        return _NOTHING_SHOWN
    if _EVASIVE.match(unit.text):
        return _NOTHING_SHOWN
    if _ELSEWHERE.match(unit.text):
        return _NOT_AT_HAND
    if word_lists(catalogue).promise.any(seen):
        return "promised, not shown"
    for reject, cues in compiled.rejects:
        if reject.verdict is Verdict.BARE and cues.any(seen):
            return reject.because[:1].lower() + reject.because[1:].rstrip(".")
    return None


def _besides(
    compiled: CompiledKind, hits: Sequence[FieldHit], done: set[str]
) -> Iterator[FieldHit]:
    """Yield what answers say of fields that are still empty, by phrases of those fields."""
    for field in compiled.fields:
        if field.field.id in done:
            continue
        for hit in hits:
            found = (each for each in field.find(hit.unit, SearchedText(hit.unit.text)))
            first = next((each for each in found if not each.generic), None)
            if first is not None:
                yield first
                break


def _disclosure(
    compiled: CompiledKind,
    units: Sequence[Unit],
    hits: Sequence[FieldHit],
    given: Sequence[Answer],
    catalogue: Catalogue,
    name: str,
) -> Disclosure:
    filled = tuple(dict.fromkeys(hit.unit.index for hit in hits))
    anchors = tuple(units[index] for index in filled)
    index = Index(units)
    words = word_lists(catalogue)
    aside = (*caveats_in(compiled, anchors, anchors, index, words), *figures_in(compiled, anchors))
    papers = Document(
        path=name,
        format="",
        sha256="",
        passages=tuple(
            Passage(text=each.text or each.state or " ", location=_place(index, each))
            for index, each in enumerate(given)
        ),
    )
    made = disclosure_of(Draft(compiled, anchors, tuple(hits), aside), papers)
    fields = tuple(
        found if found.passage is None else replace(found, document=given[found.passage].document)
        for found in made.fields
    )
    return replace(made, fields=fields)


def _place(index: int, given: Answer) -> Location:
    return Location(label=given.place or "answer", order=(index,))
