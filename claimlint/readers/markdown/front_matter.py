"""Front matter: the settings that stand above a Markdown text, and what of them people read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from claimlint.document import Part, Role
from claimlint.readers.html.page import Page
from claimlint.readers.interface import Item
from claimlint.readers.text.places import Span, spans_of, trimmed
from claimlint.regex import regex

_TOML = regex(r"\A\+\+\+(?=[ \t]*\r?\n)(.*?^)\+\+\+(?=[ \t\r]*$)", re.DOTALL | re.MULTILINE)
_PAGE = ("title", "subtitle", "description", "summary", "tagline")
_PIECES = "|".join(_PAGE) + (
    "|text|subtext|details?|headline|heading|subheading|lead|intro|excerpt|content|caption|quote|"
    "question|answer|blurb|body|header|footer|alt|cta|label|message|note"
)
_READ = regex(
    r"(?P<indent>[ \t]*(?:-[ \t]+)?)"
    rf"(?P<key>(?:[\w-]*[_-]|[\w-]*(?=[A-Z]))?(?i:{_PIECES}))[ \t]*[:=][ \t]*"
)
"""A setting that themes show on a page: `title`, `hero_text` or `heroText`, in any section."""
_LIST = regex(
    r"(?P<indent>[ \t]*)(?:[\w-]*[_-])?"
    r"(?i:features|benefits|bullets|points|items|highlights|advantages|perks):[ \t]*"
)
_ITEM = regex(r"(?P<indent>[ \t]*-[ \t]+)(?![\w-]+:(?:[ \t]|\Z))")
_FOLDED = regex(r"[>|][-+]?\d?[ \t]*|\"\"\"|'''")
_ENDS = ('"""', "'''")
_ESCAPED = MappingProxyType({"'": regex(r"''"), '"': regex(r"\\[\"\\]")})
"""How a quote stands in a value that it encloses."""
_SETTING = regex(r"[a-z][\w-]*:(?:[ \t]+\S.*)?")


def titles(page: Page, text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Item]:
    """Yield what people read of the settings that `lines` hold: titles, and texts of sections.

    One word is read where it is of the page as a whole; the rest is settings.
    """
    for key, indent, index, start in _shown(text, lines):
        spans = tuple(_value(text, start, lines[index][1], lines[index + 1 :], indent))
        name = key.lower() if key.lower() in _PAGE else key
        whole = name in _PAGE and not indent
        if not spans:
            continue
        detail = f", {name} of the page" if whole else f", {key} in the front matter"
        passage = page.scribe.aside(spans, Part.METADATA, detail)
        if whole or len(passage.text.split()) > 1:
            role = Role.TITLE if whole and name == "title" else Role.PARAGRAPH
            yield replace(passage, role=role)


def _shown(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int, int]]:
    """Yield key, column and line of each setting that a page shows, and where its value starts."""
    listed: int | None = None
    for index, (start, end) in enumerate(lines):
        found = _READ.match(text, start, end)
        item = None if found else _ITEM.match(text, start, end)
        if found:
            yield found["key"], len(found["indent"]), index, found.end()
        elif item is None:
            opens = _LIST.fullmatch(text, start, end)
            listed = len(opens["indent"]) if opens else None
        elif listed is not None and len(item["indent"]) > listed:
            yield "list", len(item["indent"]), index, item.end()


def fenced(text: str) -> str:
    """Return the text with the fences of front matter in TOML written as those of YAML are."""
    return _TOML.sub(r"---\1---", text) if text.startswith("+++") else text


def _value(
    text: str, start: int, end: int, below: Sequence[tuple[int, int]], column: int
) -> Iterator[Span]:
    """Yield the spans of a value: what stands behind its key, or indented in the lines below.

    `start` and `end` are those of what stands behind the key, which opens at the `column`.
    """
    if not _FOLDED.fullmatch(text, start, end):
        value = trimmed(text, start, end)
        yield from _unquoted(text, value)
        if value.start < value.end and not _is_quoted(text, value):
            yield from _going_on(text, value.end, below, column)
        return
    before = None
    folded = text[start] in ">|"
    for first, last in below:
        line = trimmed(text, first, last)
        if folded and line.start == line.end:
            continue
        if text[first:last].strip() in ("", *_ENDS) or (folded and line.start - first <= column):
            break
        if before is not None:
            yield Span(before, line.start, " ")
        yield line
        before = line.end


def _going_on(text: str, end: int, below: Sequence[tuple[int, int]], column: int) -> Iterator[Span]:
    """Yield the spans of the lines with which a value without quotes goes on."""
    for first, last in below:
        line = trimmed(text, first, last)
        if line.start == line.end or line.start - first <= column:
            return
        yield Span(end, line.start, " ")
        yield line
        end = line.end


def is_settings(text: str) -> bool:
    """Tell whether every line of a text is a setting."""
    return all(_SETTING.fullmatch(line) for line in text.split("\n"))


def _unquoted(text: str, value: Span) -> Iterator[Span]:
    """Yield the spans of a value without the quotes around it and the marks of escapes in it."""
    if _is_quoted(text, value):
        inner, escaped = (value.start + 1, value.end - 1), _ESCAPED[text[value.start]]
        yield from spans_of(text, inner, escaped, lambda found: found.group()[-1])
    elif value.start < value.end:
        yield value


def _is_quoted(text: str, value: Span) -> bool:
    quote, inner = text[value.start : value.end][:1], text[value.start + 1 : value.end]
    return quote in _ESCAPED and inner.endswith(quote)
