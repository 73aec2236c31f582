"""What a page of MDX imports and exports: code, whose texts in quotes are copy."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.regex import regex

_OPENS = regex(
    r"import\s*(?:[\w$*{][^;'\"]*?\bfrom\s*)?['\"]"
    r"|export\s+(?:(?:const|let|var|type|interface|class|async|function)\s+[\w$]|[{*]"
    r"|default\s+(?:function|async|class)\b|default\s+[({\[])"
)
_QUOTED = regex(r"\"((?:\\.|[^\"\\\n])*)\"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`|[\"'`][^\n]*")
"""A quote that nothing closes takes the rest of its line, so that none in it is tried again."""
_LETTER = regex(r"[^\W\d_]")
_ELEMENT = regex(r"</|/>")


def texts_in_code(content: str) -> tuple[tuple[int, int], ...] | None:
    """Return where texts of two words or more stand in a paragraph of code, None where it is none.

    Code that draws elements is read like the rest of the page, for their words stand in no quotes.
    """
    if _OPENS.match(content) is None or _ELEMENT.search(content) is not None:
        return None
    return tuple(_texts(content))


def _texts(content: str) -> Iterator[tuple[int, int]]:
    for found in _QUOTED.finditer(content):
        if found.lastindex is None:
            continue
        start, end = found.span(found.lastindex)
        words = [word for word in content[start:end].split() if _LETTER.search(word)]
        if len(words) > 1:
            yield start, end
