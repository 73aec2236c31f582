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
_READ = regex(r"(title|subtitle|description|summary|tagline)[ \t]*[:=][ \t]*", re.IGNORECASE)
_FOLDED = regex(r"[>|][-+]?\d?[ \t]*|\"\"\"|'''")
_ENDS = ('"""', "'''")
_ESCAPED = MappingProxyType({"'": regex(r"''"), '"': regex(r"\\[\"\\]")})
"""How a quote stands in a value that it encloses."""
_SETTING = regex(r"[a-z][\w-]*:(?:[ \t]+\S.*)?")


def titles(page: Page, text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Item]:
    """Yield the title and the description that `lines` of the text hold; the rest is settings."""
    for index, (start, end) in enumerate(lines):
        found = _READ.match(text, start, end)
        if found is None:
            continue
        spans = tuple(_value(text, found.end(), end, lines[index + 1 :]))
        if spans:
            name = found.group(1).lower()
            passage = page.scribe.aside(spans, Part.METADATA, f", {name} of the page")
            role = Role.TITLE if name == "title" else Role.PARAGRAPH
            yield replace(passage, role=role)


def fenced(text: str) -> str:
    """Return the text with the fences of front matter in TOML written as those of YAML are."""
    return _TOML.sub(r"---\1---", text) if text.startswith("+++") else text


def _value(text: str, start: int, end: int, below: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield the spans of a value: what stands behind its key, or indented in the lines below."""
    if not _FOLDED.fullmatch(text, start, end):
        yield from _unquoted(text, trimmed(text, start, end))
        return
    before = None
    for first, last in below:
        line = trimmed(text, first, last)
        if text[first:last].strip() in ("", *_ENDS) or (
            text[start] in ">|" and line.start == first
        ):
            break
        if before is not None:
            yield Span(before, line.start, " ")
        yield line
        before = line.end


def is_settings(text: str) -> bool:
    """Tell whether every line of a text is a setting."""
    return all(_SETTING.fullmatch(line) for line in text.split("\n"))


def _unquoted(text: str, value: Span) -> Iterator[Span]:
    """Yield the spans of a value without the quotes around it and the marks of escapes in it."""
    start, end = value.start, value.end
    quote = text[start:end][:1]
    if quote not in _ESCAPED or end - start < len("''") or text[end - 1] != quote:
        if start < end:
            yield value
        return
    inner = (start + 1, end - 1)
    yield from spans_of(text, inner, _ESCAPED[quote], lambda found: found.group()[-1])
