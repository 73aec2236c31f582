"""Web pages to passages, in the order of the source, each with exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, starmap

from msgspec.structs import replace

from claimlint.document import Part, ProblemCode
from claimlint.own_marks import reference_end
from claimlint.readers.html.asides import addressed, asides, noted, structured
from claimlint.readers.html.block import Block
from claimlint.readers.html.captions import Captions
from claimlint.readers.html.characters import attribute, spans_of
from claimlint.readers.html.context import Context, behind_a_click, inside, style_of
from claimlint.readers.html.css import Style
from claimlint.readers.html.elements import (
    BLOCK_DISPLAYS,
    BLOCKS,
    CLOSES,
    INSIDE_SECTIONS,
    SCOPES,
    TABLE_PARTS,
    VOID,
)
from claimlint.readers.html.page_facts import facts_of
from claimlint.readers.html.passage_writer import Scribe
from claimlint.readers.html.stack import Stack
from claimlint.readers.html.tables import Table
from claimlint.readers.html.tokens import Close, Comment, Open, Text, tokens
from claimlint.readers.interface import Item, Source
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.notes import RAISED, SUPERSCRIPT
from claimlint.readers.text.places import Frame, QuotedText, SourceText, Span
from claimlint.regex import regex

_NOTE = regex(
    r"<sup[^<>]{0,300}>\s{0,9}(?P<link><a[^<>]{0,300}>)?\s{0,9}\[?"
    rf"(?P<marker>{SUPERSCRIPT}|[a-e])\]?\s{{0,9}}(?:</a>)?\s{{0,9}}</sup>",
    re.IGNORECASE,
)
Ranges = tuple[tuple[int, int], ...]
_UNIT = regex(r"\b(?:[cmk]?m|ft|in|mi|x|e)\Z", re.IGNORECASE)
_SIDE_BY_SIDE = ("span", "a", "label")
_ITEMS = ("li", "td", "th", "dd")

_DECLARED = regex(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
    rb"|\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a web page, each with its lines and columns in the source.

    Scripts, templates and comments are not read (but for comments that speak to claimlint), nor is
    anything that the page loads.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    text = yield from text_of(source, declared_charset(source.data))
    yield from Page(SourceText(text)).read()


def declared_charset(data: bytes) -> str | None:
    """Return the charset that the page itself names."""
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    name = (found.group(1) or found.group(2)).decode("ascii")
    # A page that can be read as ASCII is not in UTF-16, whatever it says.
    return "utf-8" if name.lower().startswith("utf-16") else name


class Page:
    """Reads one page from start to end, or the stretches of markup inside another text.

    What a stretch leaves open (a `<div>` that nobody sees) holds for all that follows. A page that
    is `framed` stands in the tag of a frame in another.
    """

    def __init__(
        self,
        source: SourceText,
        frame: Frame | None = None,
        *,
        parts: Ranges | None = None,
        sheets: Sequence[str] = (),
        framed: bool = False,
    ) -> None:
        self._text = source.text
        self._framed = framed
        self._parts = ((0, len(self._text)),) if parts is None else parts
        self._whole = parts is None  # Markdown reads its comments itself
        self.scribe = Scribe(source, frame or Frame())
        stretches = (tokens(self._text, start, end) for start, end in self._parts)
        self._facts = facts_of(self._text, chain.from_iterable(stretches), sheets)
        self._stack = Stack(Context(sight=self._facts.sight))
        self._block = Block(self._text)
        self._captions = Captions()
        self._beside: list[Item] = []
        self._opened: Open | None = None
        self._side_ended = False
        self._skip_until = 0
        self._seen_tables = 0
        self.tables = 0

    @property
    def context(self) -> Context:
        """Return what holds for the text that comes next."""
        return self._stack.top

    def style(self, token: Open) -> Style:
        """Return the declared style of an element."""
        return style_of(self._text, token, self._facts)

    def read(self) -> Iterator[Item]:
        """Yield the passages and problems of the page."""
        found = chain.from_iterable(starmap(self.feed, self._parts))
        return self.scribe.numbered(chain(found, noted(self.scribe)))

    def feed(self, start: int, end: int) -> Iterator[Item]:
        """Yield what stands between two offsets, not numbered; nothing runs on behind it."""
        for token in tokens(self._text, start, end):
            if token.start < self._skip_until:
                continue
            if isinstance(token, Text):
                self._take(token)
                if token.raw in ("script", "style") and token.end == len(self._text):
                    yield from self._unended(token)
            elif isinstance(token, Open):
                yield from self._open(token)
                self._opened = token
            elif isinstance(token, Close):
                yield from self._close(token)
            elif token.open_end:
                yield from self._unended(token)
            elif self._whole:
                self._beside.extend(addressed(self.scribe, token))
            self._side_ended = isinstance(token, Close) and token.name in _SIDE_BY_SIDE
        yield from self._flush()
        yield from self._captions.end()

    def _take(self, token: Text) -> None:
        context = self._stack.top
        if token.raw == "script":
            self._beside.extend(structured(self.scribe, self._opened, token))
        elif not context.skip:
            spans = spans_of(self._text, token.start, token.end, keep_space=context.keep)
            hidden = context.sight.hidden
            self._block.add(spans, hidden=hidden, link=context.link, keep=context.keep)

    def _open(self, token: Open) -> Iterator[Item]:
        outer, name = self._stack.top, token.name
        if name == "sup" and (end := reference_end(self._text, token.start)) is not None:
            self._skip_until = end
            return
        if name == "sup" and not outer.skip and self._note(token, outer):
            return
        style = self.style(token)
        block = name in BLOCKS or "-" in name or style.get("display") in BLOCK_DISPLAYS
        block = block or (name == "a" and outer.part is Part.LAYOUT)
        if block:
            yield from self._flush()
        yield from self._end_implied(name)
        self._block.glue = self._side_ended and name in _SIDE_BY_SIDE
        outer = self._stack.top
        context = inside(self._text, token, outer, style)
        if self._facts.opens(self._text, token):
            context = behind_a_click(context, outer)
        if name == "br" and not outer.skip:
            yield from self._line_break(token, context)
            return
        if "srcdoc" in token.attributes and not (outer.skip or context.sight.gone or self._framed):
            self._beside.extend(self._inner_page(token))
        elif not outer.skip:
            self._beside.extend(asides(self.scribe, token, context))
        if name in VOID or (token.closed and (self._facts.strict or outer.drawing)):
            return
        names = (name, "#block") if block else (name,)
        self._stack.push(self._placed(token, context), *names)

    def _inner_page(self, token: Open) -> Iterator[Item]:
        """Yield what the page in the tag of a frame says; frames in that page are not read."""
        value = token.attributes["srcdoc"]
        spans = spans_of(self._text, value.start, value.end, keep_space=True)
        text = QuotedText(self.scribe.source, spans)
        return Page(text, Frame(after=", in a frame"), framed=True).feed(0, len(text.text))

    def _close(self, token: Close) -> Iterator[Item]:
        name = token.name
        depth = self._stack.nearest(name)
        if name == "p" and not depth:
            yield from self._flush()
        if depth <= self._bound(name) or name in ("html", "body"):
            return
        if name not in BLOCKS and depth < self._stack.nearest("#block"):
            self._stack.release(depth)
        else:
            yield from self._pop(depth)

    def _bound(self, name: str) -> int:
        """Return the depth of the element beyond which an end tag inside it closes nothing."""
        if name == "table":
            return 0
        return self._stack.nearest(*(("table",) if name in TABLE_PARTS else SCOPES))

    def _end_implied(self, name: str) -> Iterator[Item]:
        """Close the elements that the start of this one ends."""
        if name in BLOCKS:
            depth = self._stack.nearest("p")
            if depth > self._stack.nearest(*SCOPES, "button"):
                yield from self._pop(depth)
        if name in CLOSES:
            ended, bounds = CLOSES[name]
            bound = self._stack.nearest(*bounds)
            while (depth := self._stack.nearest(*ended)) > bound:
                yield from self._pop(depth)

    def _pop(self, depth: int) -> Iterator[Item]:
        if depth <= self._stack.nearest("#block"):
            yield from self._flush()
            yield from self._captions.end(depth)
        self._stack.pop_to(depth)

    def _placed(self, token: Open, context: Context) -> Context:
        """Return the context with what depends on the elements around: tables and page heads."""
        name, table = token.name, context.table
        if name == "header" and self._stack.nearest(*INSIDE_SECTIONS):
            return replace(context, part=self._stack.top.part)
        if name == "table":
            holds_data = self._facts.holds_data(self._seen_tables)
            self._seen_tables += 1
            self.tables += holds_data
            return replace(context, table=Table(self.tables if holds_data else None), cell=None)
        if table is not None and name == "tr":
            table.next_row()
            return replace(context, cell=None)
        if table is not None and name in ("td", "th"):
            width = attribute(self._text, token, "colspan")
            height = attribute(self._text, token, "rowspan")
            return replace(context, cell=table.next_cell(width, height))
        return context

    def _note(self, token: Open, context: Context) -> bool:
        """Take a raised footnote marker; tell whether the element is one."""
        found = _NOTE.match(self._text, token.start)
        if found is None:
            return False
        before = self._text[max(0, token.start - 8) : token.start]
        if not found["link"] and (_UNIT.search(before) or found["marker"] in "abcde"):
            return False
        self._skip_until = found.end()
        span = Span(token.start, found.end(), found["marker"].translate(RAISED))
        self._block.note(found["marker"], span, hidden=context.sight.hidden)
        return True

    def _line_break(self, token: Open, context: Context) -> Iterator[Item]:
        hidden = context.sight.hidden
        if self._block.line_break(token.start, token.end, hidden=hidden):
            yield from self._flush()

    def _flush(self) -> Iterator[Item]:
        """Yield the passages of the block that ends here, then the texts that stood beside it."""
        for run in self._block.runs():
            passage = self.scribe.passage(run, self._stack.top)
            yield from self._captions.take(passage, self._around())
        beside, self._beside = self._beside, []
        yield from beside

    def _around(self) -> int:
        """Return the depth of what holds the block that ends: an item itself, or its parent."""
        block = self._stack.nearest("#block")
        return block if block == self._stack.nearest(*_ITEMS) else block - 1

    def _unended(self, token: Comment | Text) -> Iterator[Item]:
        yield from self._flush()
        message = "a tag or comment starts here and never ends: what follows is not shown or read"
        yield self.scribe.problem(ProblemCode.DAMAGED_PART, message, token.start)
