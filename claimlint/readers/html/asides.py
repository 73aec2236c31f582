"""Texts of a page that stand in attributes and data, not between tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from claimlint.document import Part, Passage, ProblemCode, Role
from claimlint.readers.html.block import Block
from claimlint.readers.html.characters import attribute, spans_of
from claimlint.readers.html.context import Context
from claimlint.readers.html.elements import ATTRIBUTE_TEXTS, META_NAMES, VOID
from claimlint.readers.html.passage_writer import Scribe
from claimlint.readers.html.structured import values
from claimlint.readers.html.tokens import Close, Comment, Open, Text, tokens
from claimlint.readers.interface import Item
from claimlint.readers.text.places import Span
from claimlint.regex import regex

_WORD = regex(r"[^\W\d_]")
_BUTTONS = ("submit", "button", "reset")
_FRAMES = {
    "iframe": "frame",
    "frame": "frame",
    "object": "embedded object",
    "embed": "embedded object",
}
_IN_THE_MAIL = "cid:"
"""A page that is a part of the mail (or web archive) around this one, and read as such."""
_ADDRESSES = ("src", "srcdoc", "data")
_COMPONENT = regex(r"<(?:[A-Z][A-Za-z0-9]*[a-z]|[a-z][a-z0-9]*-)[\w.-]*")
"""How a tag opens that a site draws itself, with its words in attributes: `<Card>`, `<my-card>`."""
_OF_COMPONENT = ", {} of a component"
_CODE_NAME = regex(
    r"[:@#]|v-|x-|on[a-z]|data-|aria-|.*(?:class|classname|classes|style|css|sizes|srcset)$"
)
"""Attributes of components that hold code or looks, whatever words stand in them."""
_KNOWN = frozenset(name for name, _, _ in ATTRIBUTE_TEXTS)
_ADDRESSED = regex(r"<!--\s*(claimlint:.{0,2000}?)\s*-->", re.DOTALL)
_NOTED = regex(
    r"\{(?:#-?|\{?/\*|\{!--)\s*(claimlint:[^{}]{0,2000}?)\s*(?:-?#|\*/\}?|--\})\}", re.DOTALL
)
"""Comments of templates (Jinja, MDX, Go, Handlebars) that speak to claimlint."""
_OPENS = regex(r"\s*<(?=[A-Za-z])")
_NEAR = 20_000


def asides(scribe: Scribe, token: Open, context: Context) -> Iterator[Item]:
    """Yield the texts in a tag that a person may see or hear, and what it shows but is not read."""
    if not token.attributes:
        return
    if token.name == "meta":
        yield from _meta(scribe, token)
    elif token.name in _FRAMES:
        yield from _frame(scribe, token, context)
    elif not context.skip:
        yield from _attributes(scribe, token, context)


def structured(scribe: Scribe, opened: Open | None, token: Text) -> Iterator[Item]:
    """Yield the sentences in a script that holds JSON-LD; other scripts are not read."""
    if opened is None or "ld+json" not in attribute(scribe.text, opened, "type").lower():
        return
    for key, spans in values(scribe.text, token.start, token.end):
        detail = f", structured data ({key})" if key else ", structured data"
        passage = scribe.aside(spans, Part.STRUCTURED_DATA, detail)
        if passage.text.strip():
            yield passage


def _attributes(scribe: Scribe, token: Open, context: Context) -> Iterator[Item]:
    said: set[str] = set()
    own = _COMPONENT.match(scribe.text, token.start) is not None
    for name, part, detail in ATTRIBUTE_TEXTS:
        value = token.attributes.get(name)
        if value is None or (name == "title" and token.name in ("link", "style")):
            continue
        words = scribe.text[value.start : value.end]
        if words not in said:
            said.add(words)
            told = _OF_COMPONENT.format(name) if own and name == "title" else f", {detail}"
            yield from _aside(scribe, value, part, told, context)
    if own:
        yield from _properties(scribe, token, context)
    kind = attribute(scribe.text, token, "type").lower() if token.name == "input" else ""
    if kind in _BUTTONS and "value" in token.attributes:
        for passage in _aside(scribe, token.attributes["value"], Part.FORM, ", button", context):
            yield replace(passage, role=Role.LINK)


def _properties(scribe: Scribe, token: Open, context: Context) -> Iterator[Passage]:
    """Yield the texts of two words or more in the attributes of a component of the site's own."""
    for name, value in token.attributes.items():
        if name in _KNOWN or _CODE_NAME.match(name):
            continue
        words = scribe.text[value.start : value.end].split()
        if sum(_WORD.match(word) is not None for word in words) > 1:
            yield from _aside(scribe, value, Part.TITLE_TEXT, _OF_COMPONENT.format(name), context)


def _meta(scribe: Scribe, token: Open) -> Iterator[Item]:
    name = attribute(scribe.text, token, "name") or attribute(scribe.text, token, "property")
    value = token.attributes.get("content")
    if value is not None and name.lower() in META_NAMES:
        yield from _aside(scribe, value, Part.METADATA, f", meta {name.lower()}")


def _frame(scribe: Scribe, token: Open, context: Context) -> Iterator[Item]:
    if context.sight.gone or not any(name in token.attributes for name in _ADDRESSES):
        return
    if attribute(scribe.text, token, "src").lower().startswith(_IN_THE_MAIL):
        return
    message = f"this {_FRAMES[token.name]} shows another file, which is not read"
    yield scribe.problem(ProblemCode.UNSUPPORTED_PART, message, token.start)


def _aside(
    scribe: Scribe, value: Span, part: Part, detail: str, context: Context | None = None
) -> Iterator[Passage]:
    spans = _collapsed(scribe.text, value)
    if spans:
        hidden = None if context is None else context.sight.hidden
        passage = scribe.aside(spans, part, detail, hidden=hidden)
        if _WORD.search(passage.text):
            yield passage


def _collapsed(text: str, value: Span) -> tuple[Span, ...]:
    block = Block(text)
    spans = spans_of(text, value.start, value.end)
    block.add(spans, hidden=None, link=False, keep=False)
    runs = block.runs()
    return tuple(runs[0].spans) if runs else ()


def addressed(scribe: Scribe, token: Comment) -> Iterator[Passage]:
    """Yield the words of a comment that speaks to claimlint, which stand in the source only."""
    found = _ADDRESSED.fullmatch(scribe.text, token.start, token.end)
    if found is not None:
        yield _before_element(scribe, found)


def noted(scribe: Scribe) -> Iterator[Item]:
    """Yield the words of the comments of templates that speak to claimlint."""
    if "claimlint:" not in scribe.text:
        return
    for found in _NOTED.finditer(scribe.text):
        yield _before_element(scribe, found)


def _before_element(scribe: Scribe, found: re.Match[str]) -> Passage:
    """Return a comment that speaks to claimlint, with where the element behind it ends."""
    passage = scribe.comment(Span(*found.span(1)))
    opening = _OPENS.match(scribe.text, found.end())
    if opening is None:
        return passage
    end = _element_end(scribe.text, opening.end() - 1)
    return replace(passage, element_end=scribe.source.place(end - 1)[0])


def _element_end(text: str, start: int) -> int:
    """Return where the element that starts here ends, or its tag where no end is near."""
    markup = tokens(text, start, min(len(text), start + _NEAR))
    first = next(markup)
    if not isinstance(first, Open) or first.closed or first.name in VOID:
        return first.end
    depth = 1
    for token in markup:
        if isinstance(token, Open | Close) and token.name == first.name:
            depth += -1 if isinstance(token, Close) else not token.closed
            if not depth:
                return token.end
    return first.end
