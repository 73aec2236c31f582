"""A rich text read in one pass: groups open and close, words change what follows."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Part, Passage, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.office.rtf import words
from claimlint.readers.office.rtf.looks import Head, Look, changed
from claimlint.readers.office.rtf.tokens import Kind, Token, tokens
from claimlint.readers.office.rtf.writing import RtfStory

_DEEPEST = 200_000


class Target(Enum):
    """Where the characters of a group go."""

    TEXT = auto()
    SKIP = auto()
    FONTS = auto()
    STYLES = auto()
    NUMBER = auto()


_TARGETS = {
    "fonttbl": Target.FONTS,
    "stylesheet": Target.STYLES,
    **dict.fromkeys(words.NUMBERS, Target.NUMBER),
    **dict.fromkeys(words.SKIPPED, Target.SKIP),
}


class _Group(Struct, frozen=True):
    """What was true before a group opened."""

    look: Look
    target: Target
    stories: int


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of a rich text. Embedded objects are told, not read.

    Raises:
        UnreadableFile: no rich text, or nested beyond all measure.

    Source: Rich Text Format specification 1.9.1.
    """
    if not source.data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableFile("no rich text (RTF)")
    yield from Reader(source).read()


class Reader:
    """One reading of a rich text, token by token."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._head = Head()
        self._look = Look()
        self._target = Target.TEXT
        self._groups: list[_Group] = []
        self._stories = [RtfStory(part=Part.BODY, order=(1,))]
        self._sequences: dict[tuple[int, ...], Iterator[int]] = {}
        self._later: list[Passage] = []
        self._raw = bytearray()
        self._unread = 0
        self._starred = False
        self._notes = self._comments = self._objects = 0

    def read(self) -> Iterator[Item]:
        """Yield the passages and problems."""
        for token in tokens(self._source.data):
            if token.kind is Kind.BYTES:
                self._bytes(token.text)
                continue
            self._flush()
            yield from self._token(token)
        self._flush()
        broken = bool(self._groups)
        while self._stories:
            yield from self._end_story()
        yield from sorted(self._later, key=lambda passage: passage.location.order)
        if broken:
            message = "the file breaks off; it was read as far as it goes"
            yield Problem(code=ProblemCode.DAMAGED_PART, message=message)
        if self._objects:
            message = f"{self._objects} embedded objects were not read; save the file as DOCX"
            yield Problem(code=ProblemCode.UNSUPPORTED_PART, message=message)

    def _token(self, token: Token) -> Iterator[Item]:
        if token.kind is Kind.OPEN:
            self._open()
        elif token.kind is Kind.CLOSE:
            yield from self._close()
        elif token.kind is Kind.WORD:
            yield from self._word(token.text.decode("ascii"), token.value)
        elif token.text == b"*":
            self._starred = True
        else:
            self._write(words.SYMBOLS.get(token.text.decode("latin-1"), ""))

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            message = f"its groups are nested more than {_DEEPEST} deep"
            raise UnreadableFile(message, code=ProblemCode.TOO_DEEP)
        self._groups.append(_Group(self._look, self._target, len(self._stories)))
        self._starred, self._unread = False, 0

    def _close(self) -> Iterator[Item]:
        if not self._groups:
            return
        group = self._groups.pop()
        while len(self._stories) > group.stories:
            yield from self._end_story()
        self._look, self._target = group.look, group.target
        self._starred, self._unread = False, 0

    def _end_story(self) -> Iterator[Item]:
        yield from self._end_paragraph()
        self._stories.pop()

    def _end_paragraph(self) -> Iterator[Item]:
        story = self._stories[-1]
        style = self._look.style
        role = None if style is None else self._head.styles.get(style)
        for passage in story.end(self._look, role):
            if story.order < (2,):
                yield passage
            else:
                self._later.append(passage)

    def _word(self, word: str, value: int | None) -> Iterator[Item]:
        starred, self._starred = self._starred, False
        if self._target is Target.SKIP:
            return
        if word in _TARGETS:
            self._objects += word == "objdata"
            self._target = _TARGETS[word]
        elif self._target is Target.FONTS:
            self._head.font(word, value)
        elif self._target is Target.STYLES:
            self._head.style(word, value)
        elif starred and word not in words.KEPT:
            self._target = Target.SKIP
        elif word in words.ENDS:
            yield from self._end(word)
        elif word in words.CHARACTERS:
            self._write(words.CHARACTERS[word])
        elif word == "u":
            self._unicode(value or 0)
        elif word == "ansicpg":
            self._head.code_page(value or 0)
        elif not self._story(word):
            self._look = changed(self._look, word, value, self._head)

    def _end(self, word: str) -> Iterator[Item]:
        if word in ("row", "nestrow"):
            self._stories[-1].end_row()
            return
        cell = word in ("cell", "nestcell")
        if cell:
            self._look = replace(self._look, in_table=True)
        yield from self._end_paragraph()
        if cell:
            self._stories[-1].end_cell()

    def _story(self, word: str) -> bool:
        """Begin the story that a word opens; tell whether it opens one."""
        outer = self._stories[-1]
        where = outer.label or f"paragraph {outer.paragraph + 1}"
        if word in words.HEADERS:
            story = RtfStory(part=Part.HEADER, order=(0,), label="header")
        elif word in words.FOOTERS:
            story = RtfStory(part=Part.FOOTER, order=(2,), label="footer")
        elif word in words.BOXES:
            story = RtfStory(
                part=Part.TEXT_BOX,
                order=outer.order,
                label=f"{where}, text box",
                sequence=outer.sequence,
            )
        elif word == "footnote":
            self._notes += 1
            sign = str(self._notes)
            outer.markers.append(sign)
            story = RtfStory(part=Part.FOOTNOTE, order=(3,), label=f"footnote {sign}", note_id=sign)
        elif word == "annotation":
            self._comments += 1
            label = f"comment {self._comments} on {where}"
            story = RtfStory(part=Part.COMMENT, order=(5,), label=label)
        else:
            return False
        if story.part is not Part.TEXT_BOX:
            story.sequence = self._sequences.setdefault(story.order, story.sequence)
        self._stories.append(story)
        self._target = Target.TEXT
        self._look = replace(self._look, in_table=False, style=None, outline=None, hidden=None)
        return True

    def _bytes(self, raw: bytes) -> None:
        self._starred = False
        if self._target is Target.STYLES:
            self._head.style_name(raw)
        elif self._target in (Target.TEXT, Target.NUMBER):
            dropped = min(self._unread, len(raw))
            self._unread -= dropped
            self._raw += raw[dropped:]

    def _flush(self) -> None:
        """Write the bytes that came one by one: together they may be one character."""
        if self._raw:
            self._write(self._head.decoded(bytes(self._raw), self._look))
            self._raw.clear()

    def _unicode(self, value: int) -> None:
        code = value + 0x10000 if value < 0 else value
        if 0 <= code < 0x110000:
            self._write("\u2022" if 0xF000 <= code <= 0xF0FF else chr(code))
        self._unread = self._look.skip

    def _write(self, text: str) -> None:
        if self._target is Target.NUMBER:
            self._stories[-1].number += text
        elif self._target is Target.TEXT:
            self._stories[-1].add(text, self._look)
