"""The inline part of Markdown with its places: what is text and what is a mark around it.

markdown-it decides what stands in a line; its tokens are then found again in the source one after
the other, each where the one before ended, so that nothing is ever searched for far away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from claimlint.document import Part, Role
from claimlint.readers.html.asides import addressed, asides
from claimlint.readers.html.block import Block
from claimlint.readers.html.context import Context, inside
from claimlint.readers.html.elements import VOID
from claimlint.readers.html.page import Page
from claimlint.readers.html.tokens import Close, Comment, Open, tokens
from claimlint.readers.interface import Item
from claimlint.readers.markdown.content import Content
from claimlint.readers.text.notes import RAISED, SUPERSCRIPT
from claimlint.readers.text.places import Span, trimmed
from claimlint.regex import regex

_LINE_END = regex(r"[ \t]*\\?\n[ \t]*")
_LABEL = regex(r"\[[^\[\]\\]*(?:\\.[^\[\]\\]*)*\]", re.DOTALL)
_NEAR = 2_000
_MARKER = regex(SUPERSCRIPT)
_LABELLED = 8
_ATTRIBUTED = ("— ", "– ", "-- ", "―")
_MISSING_NOTE = regex(r"\[\^([^\]\s]{1,40})\]")


class Inline:
    """Takes the tokens of one block apart. Passages beside the text are kept in `beside`."""

    def __init__(self, page: Page, content: Content, context: Context) -> None:
        self._page, self._content, self._text = page, content, content.text
        self._cursor = 0
        self._links = 0
        self._raised = False
        self._open: list[tuple[str, Context]] = [("", context)]
        self.block = Block(page.scribe.text)
        self.beside: list[Item] = []

    def walk(self, children: Sequence[Token]) -> None:
        """Take the inline tokens of the block in order."""
        for index, token in enumerate(children):
            kind = token.type
            if kind == "text":
                self._take_text(token.content)
            elif kind == "text_special":
                self._special(token)
            elif kind in ("softbreak", "hardbreak"):
                self._line_end()
                if self._starts_anew(children, index + 1):
                    self.block.end_run()
            elif kind == "code_inline":
                self._code(token)
            elif kind == "html_inline":
                self._markup(token.content)
            elif kind == "footnote_ref":
                self._note(str(token.meta.get("label", "")))
            elif kind == "image":
                self._image(token)
            elif kind in ("link_open", "link_close"):
                self._link(token)
            else:
                self._skip(token.markup)

    def _find(self, words: str) -> int | None:
        """Return where `words` stand from here on, None where they are not near."""
        if self._text.startswith(words, self._cursor):
            return self._cursor
        found = self._text.find(words, self._cursor, self._cursor + _NEAR + len(words))
        return None if found < 0 else found

    def _add(self, spans: Iterator[Span]) -> None:
        hidden = self._open[-1][1].sight.hidden
        self.block.add(spans, hidden=hidden, link=self._links > 0, keep=False)

    def _take_text(self, words: str) -> None:
        start = self._find(words)
        if start is None:
            self._add(iter((self._content.atomic(self._cursor, self._cursor, words),)))
            return
        end = self._cursor = start + len(words)
        for missing in _MISSING_NOTE.finditer(words):
            self.block.mention(missing.group(1))
        if self._raised and _MARKER.fullmatch(words):
            span = self._content.atomic(start, end, words.translate(RAISED))
            self.block.note(words, span, hidden=self._open[-1][1].sight.hidden)
        else:
            self._add(self._content.spans(start, end))

    def _special(self, token: Token) -> None:
        start = self._find(token.markup)
        start = self._cursor if start is None else start
        self._cursor = end = start + len(token.markup)
        self._add(iter((self._content.atomic(start, end, token.content),)))

    def _line_end(self) -> None:
        found = _LINE_END.match(self._text, self._cursor)
        if found is not None:
            offset = self._content.where[self._text.index("\n", found.start())]
            self.block.line_break(offset, offset + 1, hidden=self._open[-1][1].sight.hidden)
            self._cursor = found.end()

    def _starts_anew(self, children: Sequence[Token], index: int) -> bool:
        """Tell whether the line that starts with a token is meant as a line of its own.

        It opens with a label in bold ("**Version:** 4.2"), or in a quote with a dash and a name.
        """
        line = [
            token
            for token in children[index : index + _LABELLED]
            if token.type != "text" or token.content
        ]
        if self._open[0][1].role is Role.QUOTE and line and line[0].content.startswith(_ATTRIBUTED):
            return True
        if [token.type for token in line[:3]] != ["strong_open", "text", "strong_close"]:
            return False
        after = line[3].content if line[3:] else ""
        return line[1].content.rstrip().endswith(":") or after.lstrip().startswith(":")

    def _code(self, token: Token) -> None:
        self._skip(token.markup)
        mark = re.escape(token.markup)
        closing = re.compile(rf"(?<!`){mark}(?!`)").search(self._text, self._cursor)
        end = closing.start() if closing else len(self._text)
        self._add(self._content.lines(self._cursor, end, " "))
        self._cursor = closing.end() if closing else end

    def _markup(self, words: str) -> None:
        start = self._find(words)
        if start is None:
            return
        self._cursor = start + len(words)
        first = self._content.where[start]
        last = self._content.where[self._cursor - 1] + 1
        for token in tokens(self._page.scribe.text, first, last):
            if isinstance(token, Open):
                self._opened(token)
            elif isinstance(token, Close):
                self._closed(token)
            elif isinstance(token, Comment):
                self.beside.extend(comment(self._page, token))

    def _opened(self, token: Open) -> None:
        outer = self._open[-1][1]
        if token.name == "br":
            self.block.line_break(token.start, token.end, hidden=outer.sight.hidden)
            return
        context = inside(self._page.scribe.text, token, outer, self._page.style(token))
        self._raised = token.name == "sup"
        self.beside.extend(asides(self._page.scribe, token, context))
        if token.name not in VOID and not token.closed and len(self._open) < _NEAR:
            self._open.append((token.name, context))

    def _closed(self, token: Close) -> None:
        self._raised = False
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth][0] == token.name:
                del self._open[depth:]
                return

    def _note(self, label: str) -> None:
        words = f"[^{label}]"
        start = self._find(words)
        if start is None:
            return
        self._cursor = start + len(words)
        shown = label.translate(RAISED) if label.isdigit() else ""
        span = self._content.atomic(start, self._cursor, shown)
        self.block.note(label, span, hidden=self._open[-1][1].sight.hidden)

    def _image(self, token: Token) -> None:
        start = self._find(f"![{token.content}]")
        if start is None:
            return
        first = start + 2
        self._cursor = first + len(token.content)
        if token.content.strip() and token.children:
            end = self._cursor
            inner = Content(self._text[first:end], self._content.where[first:end])
            alternative = Inline(self._page, inner, self._open[-1][1])
            alternative.walk(token.children)
            self.beside.extend(alternative.aside(Part.ALT_TEXT, ", alternative text"))
        self._cursor = self._behind(self._cursor + 1)

    def aside(self, part: Part, detail: str) -> Iterator[Item]:
        """Yield the text as a passage beside the block."""
        for run in self.block.runs():
            spans = tuple(run.spans)
            yield self._page.scribe.aside(spans, part, detail, hidden=run.hidden)
        yield from self.beside

    def _link(self, token: Token) -> None:
        opens = token.type == "link_open"
        self._links += 1 if opens else -1
        if token.markup == "autolink":
            self._skip("<" if opens else ">")
        elif opens:
            self._skip("[")
        elif self._text.startswith("]", self._cursor):
            self._cursor = self._behind(self._cursor + 1)

    def _behind(self, start: int) -> int:
        """Return where the text goes on behind a link's address or label, if one is at `start`."""
        text = self._text
        if text.startswith("(", start):
            end = self._address_end(start + 1)
            if end is not None:
                return end
        label = _LABEL.match(text, start)
        return label.end() if label else start

    def _address_end(self, start: int) -> int | None:
        """Return where a link's "(address "title")" ends, or None where it is none."""
        text, stop = self._text, len(self._text)
        address = parseLinkDestination(text, _spaces(text, start), stop)
        position = _spaces(text, address.pos if address.ok else start)
        title = parseLinkTitle(text, position, stop)
        if title.ok:
            span = self._content.spans(position + 1, title.pos - 1)
            self.beside.extend(self._title(tuple(span)))
            position = _spaces(text, title.pos)
        return position + 1 if text.startswith(")", position) else None

    def _title(self, spans: tuple[Span, ...]) -> Iterator[Item]:
        if spans:
            passage = self._page.scribe.aside(spans, Part.TITLE_TEXT, ", tool tip")
            if any(letter.isalpha() for letter in passage.text):
                yield passage

    def _skip(self, mark: str) -> None:
        if mark and self._text.startswith(mark, self._cursor):
            self._cursor += len(mark)


def comment(page: Page, token: Comment) -> Iterator[Item]:
    """Yield the words of a comment, which stand in the source only."""
    text = page.scribe.text
    start, end = token.start + 4, token.end - (0 if token.open_end else 3)
    if not text.startswith("<!--", token.start) or start >= end:
        return
    words = trimmed(text, start, end)
    if any(letter.isalpha() for letter in text[words.start : words.end]):
        yield from tuple(addressed(page.scribe, token)) or (page.scribe.comment(words),)


def _spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \t\n":
        start += 1
    return start
