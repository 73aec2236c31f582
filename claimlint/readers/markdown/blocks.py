"""Markdown to passages: the blocks as markdown-it finds them, the places from the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Part, Problem, ProblemCode, Role
from claimlint.readers.html.asides import noted
from claimlint.readers.html.block import Block
from claimlint.readers.html.context import Context
from claimlint.readers.html.page import Page, Ranges
from claimlint.readers.html.tables import Table
from claimlint.readers.html.tokens import Comment, tokens
from claimlint.readers.interface import Item, Source
from claimlint.readers.markdown.content import Content, cells, content_of
from claimlint.readers.markdown.front_matter import fenced, is_settings, titles
from claimlint.readers.markdown.inline import Inline, comment
from claimlint.readers.markdown.jsx import tags_of_html
from claimlint.readers.markdown.module_code import texts_in_code
from claimlint.readers.markdown.site_blocks import with_site_blocks
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.notes import notes_in
from claimlint.readers.text.places import LINE_BREAK, SourceText

_DEEPEST = 100
_STAR = "*"


class _Item(Struct):
    """A list item: its depth, its printed number, and whether its first paragraph is to come.

    `clause` is the number with those of the items around it: "2.1".
    """

    depth: int
    number: str | None
    clause: str | None = None
    fresh: bool = True


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a Markdown file, each with its lines and columns in the source.

    Comments are read as hidden text; HTML inside is read as the reader of web pages does.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    text = yield from text_of(source)
    text = tags_of_html(text.replace("\0", "\ufffd"))
    yield from _MarkdownText(SourceText(text)).read()


class _MarkdownText:
    """Walks the block tokens of one text."""

    def __init__(self, source: SourceText) -> None:
        self._text = source.text
        ends = [found.start() for found in LINE_BREAK.finditer(self._text)]
        starts = [0, *(found.end() for found in LINE_BREAK.finditer(self._text))]
        self._lines = tuple(zip(starts, [*ends, len(self._text)], strict=True))
        self._tokens = with_site_blocks(parser(), self._text).parse(fenced(self._text))
        self._page = Page(source, parts=self._markup())
        self._items: list[_Item] = []
        self._quotes = self._heading = self._bars = 0
        self._note: str | None = None
        self._stars = _star_notes(self._tokens, self._text)
        self._table: Table | None = None
        self._row: tuple[Content, ...] = ()
        self._too_deep = self._drawn = False

    def read(self) -> Iterator[Item]:
        """Yield the passages of the text."""
        yield from self._page.scribe.numbered(self._read())

    def _read(self) -> Iterator[Item]:
        for token in self._tokens:
            self._too_deep = self._too_deep or token.level >= _DEEPEST - 1
            name, _, side = token.type.rpartition("_")
            if side == "open":
                self._enter(name, token)
            elif side == "close":
                self._leave(name)
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                yield from self._code(token)
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "front_matter":
                yield from titles(self._page, self._text, self._lines_of(token))
        yield from noted(self._page.scribe)
        if self._too_deep:
            message = f"lists and quotes more than {_DEEPEST // 2} deep are not read"
            yield Problem(code=ProblemCode.TOO_DEEP, message=message)

    def _enter(self, name: str, token: Token) -> None:
        if name == "bullet_list" and any(token is star for star in self._stars):
            self._note = _STAR
        elif name == "list_item" and self._note != _STAR:
            number = f"{token.info}{token.markup}" if token.info else None
            above = self._items[-1].clause if self._items else None
            clause = ".".join(part for part in (above, token.info) if part) or None
            self._items.append(_Item(len(self._items) + 1, number, clause))
        elif name == "blockquote":
            self._quotes += 1
        elif name == "heading":
            self._heading = int(token.tag[1:])
            self._drawn = token.markup == "-"
        elif name == "footnote_reference":
            self._note = str(token.meta.get("label", ""))
        elif name == "table":
            self._page.tables += 1
            self._table = Table(self._page.tables)
        elif name == "tr" and self._table is not None and token.map:
            self._table.next_row()
            self._row = tuple(cells(self._text, *self._lines[token.map[0]]))
            self._bars = 0

    def _leave(self, name: str) -> None:
        if name == "list_item" and self._items:
            self._items.pop()
        elif name == "blockquote":
            self._quotes -= 1
        elif name == "heading":
            self._heading = 0
        elif name == "footnote_reference" or (name == "bullet_list" and self._note == _STAR):
            self._note = None
        elif name == "table":
            self._table = None

    def _context(self) -> Context:
        """Return what holds for the next paragraph, from the open blocks and the markup around."""
        context = self._page.context
        if self._note is not None:
            context = replace(context, note=self._note, part=Part.FOOTNOTE)
        if self._heading:
            return replace(context, role=Role.HEADING, level=self._heading)
        if self._items:
            item = self._items[-1]
            role = Role.BULLET if item.fresh else Role.PARAGRAPH
            return replace(context, role=role, level=item.depth)
        return replace(context, role=Role.QUOTE) if self._quotes else context

    def _inline(self, token: Token) -> Iterator[Item]:
        if token.map is None or token.children is None or self._sets_layout(token):
            return
        context, number = self._context(), None
        if self._table is not None:
            content = self._cell(token)
            cell = self._table.next_cell("", "")
            context = replace(context, role=Role.PARAGRAPH, table=self._table, cell=cell)
        else:
            lines = self._lines[token.map[0] : token.map[1]]
            content = content_of(self._text, lines, token.content)
            if self._items and self._items[-1].fresh:
                number = self._items[-1].number
                self._items[-1].fresh = False
        texts = texts_in_code(content.text)
        if texts is not None:
            yield from self._texts(content, texts, context)
            return
        inline = Inline(self._page, content, context)
        inline.walk(token.children)
        yield from self._written(inline, context, number)

    def _texts(
        self, content: Content, texts: Sequence[tuple[int, int]], context: Context
    ) -> Iterator[Item]:
        for start, end in texts:
            block = Block(self._text)
            hidden = context.sight.hidden
            block.add(content.lines(start, end, " "), hidden=hidden, link=False, keep=False)
            for run in block.runs():
                yield self._page.scribe.passage(run, context)

    def _sets_layout(self, token: Token) -> bool:
        """Tell whether a heading is what a deck says of the layout of its next slide."""
        drawn = self._drawn and self._heading > 0 and self._tokens[0].type == "front_matter"
        return drawn and is_settings(token.content)

    def _lines_of(self, token: Token) -> tuple[tuple[int, int], ...]:
        first, last = token.map or (0, 0)
        return self._lines[first:last]

    def _written(self, inline: Inline, context: Context, number: str | None) -> Iterator[Item]:
        scribe = self._page.scribe
        for run in inline.block.runs():
            run.drop_task(self._text)
            if run.spans:
                passage = replace(scribe.passage(run, context), number=number)
                if self._items and self._table is None:
                    place = replace(passage.location, clause=self._items[-1].clause)
                    passage = replace(passage, location=place)
                yield passage
                number = None
        yield from inline.beside

    def _cell(self, token: Token) -> Content:
        """Return the content of the next cell of the row, what stands around the table skipped."""
        for index in range(self._bars, len(self._row)):
            cell = self._row[index]
            if cell.text == token.content:
                self._bars = index + 1
                return cell
            if index == 0 and token.content and cell.text.endswith(token.content):
                self._bars = 1
                return Content(token.content, cell.where[-len(token.content) :])
        start, end = self._lines[token.map[0]] if token.map else (0, 0)
        return content_of(self._text, ((start, end),), token.content)

    def _code(self, token: Token) -> Iterator[Item]:
        if token.map is None:
            return
        fenced = token.type == "fence"
        first = token.map[0] + fenced
        words = token.content.rstrip("\n")
        lines = self._lines[first : first + words.count("\n") + 1]
        content = content_of(self._text, lines or self._lines[-1:], words)
        block = Block(self._text)
        spans = content.lines(0, len(words), "\n")
        block.add(spans, hidden=self._page.context.sight.hidden, link=False, keep=True)
        scribe = self._page.scribe
        for run in block.runs():
            context = replace(self._context(), role=Role.CODE, level=0)
            yield scribe.passage(run, context)

    def _html(self, token: Token) -> Iterator[Item]:
        if token.map is None:
            return
        start, end = self._stretch(token)
        yield from self._page.feed(start, end)
        for inner in tokens(self._text, start, end):
            if isinstance(inner, Comment):
                yield from comment(self._page, inner)

    def _markup(self) -> Ranges:
        return tuple(
            self._stretch(token)
            for token in self._tokens
            if token.type == "html_block" and token.map is not None
        )

    def _stretch(self, token: Token) -> tuple[int, int]:
        first, last = token.map or (0, 0)
        return self._lines[first][0], self._lines[max(first, last - 1)][1]


def _star_notes(found: Sequence[Token], text: str) -> tuple[Token, ...]:
    """Return the lists of one item that are meant as notes: "* A clerk approves each payment."

    They open with an asterisk, which also marks words of the text, and the text draws no list of
    several items with it.
    """
    lists = [token for token in found if token.type == "bullet_list_open" and token.markup == "*"]
    if not lists or _STAR not in notes_in(text):
        return ()
    items = [token for token in found if token.type == "list_item_open" and token.markup == "*"]
    alone = len(items) == len(lists) and all(token.level == 0 for token in lists)
    return tuple(lists) if alone else ()


def parser() -> MarkdownIt:
    """Return the parser: CommonMark with tables, footnotes, struck text and front matter.

    Its tokens keep escapes apart from text, and footnotes stand where they are written.
    """
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    markdown.enable(["table", "strikethrough"])
    markdown.use(footnote_plugin).use(front_matter_plugin)
    markdown.disable(["text_join", "footnote_tail", "footnote_inline"])
    return markdown
