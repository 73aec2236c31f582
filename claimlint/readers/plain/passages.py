"""Plain text to passages: blank lines, marks, headings, rows; wrapped lines stay together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Part, Passage, Role
from claimlint.own_marks import marks_in
from claimlint.readers.interface import Item, Source
from claimlint.readers.plain import lines as marks
from claimlint.readers.plain.lines import Line, lines_of
from claimlint.readers.plain.rows import Row, cells_of, rows_of
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.notes import note_of, notes_in
from claimlint.readers.text.places import Frame, SourceText, Span
from claimlint.regex import regex

_NARROWEST = 50
_WIDEST_WRAP = 120
_OPENERS = "\"'“‘«([$€£"
_HEADING_LENGTH = 60
_HEADING_WORDS = 9
_FINISHED = regex(r"[.!?:;…][\"'”’)\]]*\Z")
_UNFINISHED = regex(
    r"(?:[,(/&–—-]|\b(?:a|an|the|of|to|and|or|with|without|by|for|in|on|at|no|not|from|is|are|that|than|over"
    r"|your|our|its|their|as|we|you|it|be|can|will))\Z",
    re.IGNORECASE,
)


class _Group(Struct):
    """The lines of one passage while it grows."""

    lines: list[Line]
    role: Role = Role.PARAGRAPH
    level: int = 0
    number: str | None = None


class _Style(Struct, frozen=True):
    """What the whole text tells: whether its lines are numbered like clauses, and its footnotes.

    `notes` are the markers that stand in the text; `star` is true where a line that opens with an
    asterisk explains one of them and is no bullet.
    """

    clauses: bool
    notes: frozenset[str]
    star: bool


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a text file, each with its lines and columns.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    text = yield from text_of(source)
    yield from passages(_unmarked(text))


def _unmarked(text: str) -> SourceText:
    """Return the text without the marks that an earlier run of ours put around words in it."""
    kept: list[str] = []
    cuts: list[tuple[int, int]] = []
    position = length = 0
    for start, end in marks_in(text, "text"):
        kept.append(text[position:start])
        length += start - position
        cuts.append((length, end - start))
        position = end
    return SourceText("".join((*kept, text[position:])), cuts=tuple(cuts))


def passages(source: SourceText, frame: Frame | None = None) -> Iterator[Passage]:
    """Yield the passages of a plain text in order, each with exact pieces.

    Blank lines, form feeds, drawn lines, bullets, numbers, headings and table rows end a passage;
    so does a line break where the next word would have fitted and a new sentence may start.
    """
    frame = frame or Frame()
    text = source.text
    style = _style(text)
    blocks = list(_blocks(text))
    number = tables = 0
    for index, block in enumerate(blocks):
        rows = rows_of(text, block)
        if rows:
            tables += 1
            for passage in _table(source, frame, rows, tables, number):
                number += 1
                yield passage
            continue
        for group in _groups(text, block, style, last=index == len(blocks) - 1):
            number += 1
            yield _passage(source, frame, group, number, style)


def _style(text: str) -> _Style:
    numbered = stars = 0
    for line in lines_of(text):
        if line.blank:
            continue
        numbered += marks.clause_number(text, line) is not None
        stars += text.startswith("*", line.start, line.end) and not marks.is_rule(text, line)
    notes = frozenset(notes_in(text))
    return _Style(clauses=numbered > 1, notes=notes, star="*" in notes and stars == 1)


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines without a blank one, of one quote depth each."""
    block: list[Line] = []
    for line in lines_of(text):
        if block and (line.blank or line.quoted != block[-1].quoted):
            yield block
            block = []
        if not line.blank:
            block.append(line)
        if line.page and block:
            yield block
            block = []
    if block:
        yield block


def _groups(text: str, block: list[Line], style: _Style, *, last: bool) -> Iterator[_Group]:
    width = max(line.end - line.start + line.indent for line in block)
    groups: list[_Group] = []
    indents: list[int] = []
    open_group = False
    for line in block:
        if marks.is_rule(text, line):
            _underline(text, groups, line, open_group=open_group)
            open_group = False
            continue
        started = _started(text, line, groups if open_group else [], indents, style)
        if started is None and open_group and not _breaks(text, groups[-1].lines[-1], line, width):
            groups[-1].lines.append(line)
            continue
        groups.append(started or _Group([line]))
        open_group = groups[-1].role is not Role.HEADING
    yield from _headed(text, groups, last=last)


def _started(
    text: str, line: Line, before: list[_Group], indents: list[int], style: _Style
) -> _Group | None:
    """Return the group that the line's mark starts, or None for a line without one."""
    heading = marks.hashes(text, line)
    if heading is not None:
        return _Group([replace(line, start=heading[1])], Role.HEADING, heading[0])
    clause = marks.clause_number(text, line) if style.clauses else None
    last = before[-1] if before else None
    if clause is not None and (
        last is None
        or _finished(text, last.lines[-1])
        or marks.next_clause(clause[0], last.number or "")
    ):
        return _Group([replace(line, start=clause[1])], number=clause[0])
    level = _depth(indents, line.indent)
    numbered = marks.list_number(text, line)
    if numbered is not None and (last is None or marks.follows(numbered[0], last.number or "")):
        return _Group([replace(line, start=numbered[1])], Role.BULLET, level, numbered[0])
    bullet = marks.bullet_end(text, line)
    runs_on = last and last.role is not Role.BULLET and not _finished(text, last.lines[-1])
    if bullet is None or (runs_on and text[line.start] in "—+"):
        return None
    if style.star and text[line.start] == "*":
        return _Group([line])
    return _Group([replace(line, start=bullet)], Role.BULLET, level)


def _depth(indents: list[int], indent: int) -> int:
    """Return the list depth, from 1, of a line that is indented by `indent` columns."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)


def _breaks(text: str, before: Line, line: Line, width: int) -> bool:
    """Tell whether the break between two unmarked lines was meant, not made by wrapping."""
    words = text[before.start : before.end]
    first = text[line.start : line.end].split(maxsplit=1)[0]
    length = before.end - before.start + before.indent
    fits = width > _WIDEST_WRAP or length + 1 + len(first) <= max(width, _NARROWEST)
    if not fits or _UNFINISHED.search(words[-40:]):
        return False
    return (
        _finished(text, before) or first[0].isupper() or first[0].isdigit() or first[0] in _OPENERS
    )


def _finished(text: str, line: Line) -> bool:
    return _FINISHED.search(text[max(line.start, line.end - 4) : line.end]) is not None


def _underline(text: str, groups: list[_Group], line: Line, *, open_group: bool) -> None:
    """Make a heading of the one line above a line of "=" or "-"."""
    if not open_group or len(groups[-1].lines) != 1 or text[line.start] not in "=-~":
        return
    above = groups[-1]
    if above.role is Role.PARAGRAPH and above.lines[0].end - above.lines[0].start <= 100:
        above.role = Role.HEADING
        above.level = 1 if text[line.start] == "=" else 2


def _headed(text: str, groups: list[_Group], *, last: bool) -> Iterator[_Group]:
    """Yield the groups, those that look like headings marked as such."""
    for index, group in enumerate(groups):
        final = index == len(groups) - 1
        if len(group.lines) == 1 and group.role in (Role.PARAGRAPH, Role.BULLET):
            words = text[group.lines[0].start : group.lines[0].end]
            shouted = words.isupper() and sum(map(str.isalpha, words)) > 3
            alone = final and len(groups) == 1 and group.role is Role.PARAGRAPH
            numbered = group.role is Role.PARAGRAPH or group.number is not None
            if _short(words) and not (final and last) and numbered and (shouted or alone):
                group.role, group.level = Role.HEADING, 1 if shouted else 2
        yield group


def _short(words: str) -> bool:
    if len(words) > _HEADING_LENGTH or len(words.split()) > _HEADING_WORDS:
        return False
    return words[-1] not in ".!?,;:…" and any(char.isalpha() for char in words)


def _passage(
    source: SourceText, frame: Frame, group: _Group, number: int, style: _Style
) -> Passage:
    text, pieces = source.cut(_spans(group.lines))
    note = note_of(text) if style.notes else None
    if note in style.notes:
        frame = replace(frame, part=Part.FOOTNOTE)
    quoted = group.lines[0].quoted and group.role is Role.PARAGRAPH
    return Passage(
        text=text,
        location=source.location(pieces, frame, number),
        role=Role.QUOTE if quoted else group.role,
        level=group.level,
        pieces=pieces,
        notes=notes_in(text),
        note_id=note if note in style.notes else None,
        number=group.number,
    )


def _spans(lines: list[Line]) -> Iterator[Span]:
    for index, line in enumerate(lines):
        if index:
            before = lines[index - 1]
            yield Span(before.break_start, before.break_end, "\n")
        yield Span(line.start, line.end)


def _table(
    source: SourceText, frame: Frame, rows: tuple[Row, ...], table: int, number: int
) -> Iterator[Passage]:
    inside = replace(frame, part=Part.TABLE)
    for offset, (span, cell) in enumerate(cells_of(source.text, rows, table), start=1):
        text, pieces = source.cut((span,))
        detail = f", table {table}, row {cell.row}"
        place = source.location(pieces, inside, number + offset, detail=detail)
        yield Passage(text=text, location=place, role=Role.CELL, pieces=pieces, cell=cell)
