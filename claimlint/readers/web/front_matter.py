"""Front matter: the settings that stand above a Markdown text, and what of them people read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimlint.document import Part, Role
from claimlint.readers.interface import Item
from claimlint.readers.web.page import Page
from claimlint.readers.web.places import Span
from claimlint.regex import regex

_READ = regex(r"(title|subtitle|description|summary|tagline)[ \t]*:[ \t]*", re.IGNORECASE)
_SETTING = regex(r"[a-z][\w-]*:(?:[ \t]+\S.*)?")


def titles(page: Page, text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Item]:
    """Yield the title and the description that `lines` of the text hold; the rest is settings."""
    for start, end in lines:
        found = _READ.match(text, start, end)
        if found is None:
            continue
        value, stop = _unquoted(text, found.end(), end)
        if value < stop:
            name = found.group(1).lower()
            passage = page.scribe.aside(
                (Span(value, stop),), Part.METADATA, f", {name} of the page"
            )
            role = Role.TITLE if name == "title" else Role.PARAGRAPH
            yield page.scribe.numbered(replace(passage, role=role))


def is_settings(text: str) -> bool:
    """Tell whether every line of a text is a setting."""
    return all(_SETTING.fullmatch(line) for line in text.split("\n"))


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a value starts and ends without quotes and marks of folded text."""
    while end > start and text[end - 1] in " \t\"'":
        end -= 1
    while start < end and text[start] in "\"'>|":
        start += 1
    return start, end
