"""Cuts a document into the units in which evidence is looked for.

Page headers and footers (but not the footnotes in them), metadata, comments and deleted or hidden
text are left out: what stands there is no evidence.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Part, Passage, Revision, Role
from claimlint.evidence.text.plain import plain
from claimlint.evidence.text.rows import Numbered, answers_of, pairs_of, rows_of
from claimlint.evidence.text.unit import Segment, Shape, Unit
from claimlint.regex import regex

_NO_EVIDENCE = frozenset(
    {Part.HEADER, Part.FOOTER, Part.METADATA, Part.COMMENT, Part.LAYOUT, Part.STRUCTURED_DATA}
)
_SENTENCE_END = regex(r"[.!?][\"')\]]{0,2}\*{0,3}\s+(?=[\"'(\[]?[A-Z0-9*]|[¹²³⁴⁵⁶⁷⁸⁹†‡])")
_ABBREVIATED = regex(
    r"(?:(?<!Annex )(?<!Schedule )(?<!Exhibit )(?<!Appendix )(?<!Part )"
    r"\b[A-Za-z]|\b(?:Art|No|no|Nr|Mr|Ms|Mrs|Dr|St|vs|etc|approx|ca|cf|Sec|Fig|pp|incl|excl|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|e\.g|i\.e)\.$"
)
_LABEL = regex(r"(?!.{61})[^\s\d]+(?:\s[^\s\d]+){0,5}")
"""A label that opens a paragraph is short and holds no figure."""
_ANSWER = regex(r"Yes\b|(?!No\b)(?:\S+\s){0,3}\S+\.?$")
_STEM = regex(r":\s*$|^\S+(?:\s\S+){0,9}[^.!?\s]\s*$")
_LEAD = 80
"""Longer than this, what leads into a list says more than which field its entries fill."""


class _Place(Struct, frozen=True):
    """Where the cutting stands: numbers of section and block, headings above and their levels."""

    section: int = 0
    block: int = 0
    page: int = 0
    levels: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()
    lead: str = ""

    def unit(self, text: str, shape: Shape, segments: Sequence[Segment], passage: Passage) -> Unit:
        return Unit(
            index=0,
            text=text,
            shape=shape,
            section=self.section,
            block=self.block,
            segments=tuple(segments),
            headings=self.headings,
            lead=self.lead,
            notes=passage.notes,
            note_id=passage.note_id,
            page=self.page,
        )


def cut(passages: Iterable[Passage], labels: Container[str] = ()) -> Iterator[Unit]:
    """Yield the units of a document in order.

    `labels` are lower-case words that stand in front of values; where the first column of a table
    holds them, each row is read as a pair of label and value.
    """
    for index, unit in enumerate(_cut(passages, labels)):
        yield replace(unit, index=index)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the sentences of plain `text`, without the spaces around them."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start() + 1
        if _ABBREVIATED.search(text, max(start, end - 6), end):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _cut(passages: Iterable[Passage], labels: Container[str]) -> Iterator[Unit]:
    place = _Place()
    counted = ((index, item) for index, item in enumerate(passages) if counts(item))
    before: Passage | None = None
    for key, group in groupby(counted, key=lambda item: _run(item[1])):
        for run in _runs(key, group):
            place = _moved(place, run[0][1], before)
            for unit in _units(run, place, labels):
                yield unit
                if (unit.section, unit.block) != (place.section, place.block):
                    place = replace(place, section=unit.section, block=unit.block)
            before = run[-1][1]


def counts(passage: Passage) -> bool:
    """Tell whether what stands in a passage may be evidence."""
    if passage.revision is Revision.DELETED or passage.location.hidden is not None:
        return False
    framed = passage.location.part in _NO_EVIDENCE and passage.note_id is None
    return not framed and bool(passage.text.strip())


def _run(passage: Passage) -> tuple[str, int]:
    """Return what a passage has in common with those that it forms a run with."""
    if passage.cell is not None:
        return "table", passage.cell.table
    if passage.role is Role.BULLET:
        return "bullets", passage.location.slide or 0
    return "text", 0


def _runs(key: tuple[str, int], group: Iterator[Numbered]) -> Iterator[tuple[Numbered, ...]]:
    if key[0] == "text":
        yield from ((item,) for item in group)
    else:
        yield tuple(group)


def _moved(place: _Place, passage: Passage, before: Passage | None) -> _Place:
    """Return the place for a run that opens with `passage`: a new block, perhaps a new section."""
    page = passage.location.slide or passage.location.page or 0
    page = place.page if page == place.page else page  # one number for all units of a page
    turned = passage.location.slide is not None and page != place.page
    turned |= before is not None and passage.location.sheet != before.location.sheet
    levels, headings = ((), ()) if turned else (place.levels, place.headings)
    section = place.section + (1 if turned else 0)
    if passage.role.heads:
        level = passage.level if passage.role is Role.HEADING else 0
        above = tuple(number for number, each in enumerate(levels) if each < level)
        return _Place(
            section + 1,
            place.block + 1,
            page,
            (*(levels[number] for number in above), level),
            (*(headings[number] for number in above), passage.text),
        )
    if before is None or passage.role is not Role.BULLET or not _STEM.search(before.text):
        return _Place(section, place.block + 1, page, levels, headings)
    return _Place(section, place.block, page, levels, headings, _lead(before.text))


def _lead(text: str) -> str:
    """Return the line that leads into a list, in lower case and without its colon."""
    lead = plain(text).text.strip()
    return lead[:-1].lower() if lead.endswith(":") and len(lead) <= _LEAD else ""


def _units(run: tuple[Numbered, ...], place: _Place, labels: Container[str]) -> Iterator[Unit]:
    if run[0][1].cell is not None:
        yield from _table(run, place, labels)
        return
    above: dict[int, str] = {}
    lead = place.lead
    for index, passage in run:
        shape = Shape.SENTENCE
        if passage.role.heads:
            shape = Shape.HEADING
        elif passage.role is Role.BULLET:
            shape = Shape.BULLET
            above = {level: lead for level, lead in above.items() if level < passage.level}
            place = replace(place, lead=above[max(above)] if above else lead)
            if own := _lead(passage.text):
                above[passage.level] = own
        yield from _of_text(index, passage, shape, place, labels)


def _of_text(
    index: int, passage: Passage, shape: Shape, place: _Place, labels: Container[str] = ()
) -> Iterator[Unit]:
    """Yield the sentences of a passage; a label or question that opens it stays with its answer.

    A question only where the answer says yes, or no more than a few words.
    """
    whole = plain(passage.text)
    cut_at = list(sentences(whole.text))
    opening = whole.text[slice(*cut_at[0])] if len(cut_at) > 1 else ""
    answer = whole.text[slice(*cut_at[1])] if len(cut_at) > 1 else ""
    labelled = opening.endswith(".") and _LABEL.fullmatch(opening) is not None
    labelled = labelled and opening[:-1].lower() in labels
    if labelled or (opening.endswith("?") and _ANSWER.match(answer)):
        cut_at[:2] = [(cut_at[0][0], cut_at[1][1])]
    for start, end in cut_at:
        origin = None if whole.origin is None else whole.origin[start:end]
        segment = Segment(0, end - start, index, start if origin is None else 0, origin)
        yield place.unit(whole.text[start:end], shape, (segment,), passage)


def _table(run: tuple[Numbered, ...], place: _Place, labels: Container[str]) -> Iterator[Unit]:
    passage = run[0][1]
    answers = answers_of(run)
    if answers:
        for number, row in enumerate(answers):
            own = replace(place, section=place.section + number, block=place.block + number)
            whole = row.whole()
            if whole is not None:
                yield own.unit(whole[0], Shape.ROW, whole[1], passage)
                continue
            for index, cell in row.answers:
                yield from _of_text(index, cell, Shape.SENTENCE, own)
        return
    pairs = pairs_of(run, labels)
    if pairs:
        for label, text, segments in pairs:
            yield replace(place.unit(text, Shape.PAIR, segments, passage), label=label)
        return
    for text, segments in rows_of(run):
        yield place.unit(text, Shape.ROW, segments, passage)
