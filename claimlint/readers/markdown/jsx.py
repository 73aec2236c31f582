"""Tags of MDX, whose attributes may hold code, written as tags of HTML."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.regex import regex

_TAG = regex(r"<[A-Za-z][\w.:-]*(?=[\s/>])")
_PART = regex(r"\"[^\"]{0,2000}\"|'[^']{0,2000}'|(?P<code>=?\{)|[<>]|\n[ \t]*\n")
_CODE = regex(r"(?P<text>\"[^\"]*\"|'[^']*'|`[^`]*`)|(?P<open>\{)|(?P<close>\})")
_WORDS = regex(r"\{(\s*)([\"'`])([^\"'`]*)\2(\s*)\}")
_LINE = regex(r"[^\n]")
_SPREAD = regex(
    r"(<[A-Za-z][\w.:-]*(?:\s+[\w.:@-]+(?:=(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'))?){1,50})"
    r"(\r?\n[ \t]*)>(?=[ \t]*(?:\r?\n|\Z))"
)
_LONGEST = 4_000


def tags_of_html(text: str) -> str:
    """Return a text in which `name={code}` of a tag reads `name="...."`, of the same length.

    Of `{...names}` a name is made. The words of a code that is nothing but a text in quotes stay.
    The end of a tag that stands on a line of its own, where it would open a quote, moves to the end
    of the line before.
    """
    text = _in_quotes(text) if "{" in text else text
    return _SPREAD.sub(r"\1>\2", text) if "<" in text else text


def _in_quotes(text: str) -> str:
    parts: list[str] = []
    last = 0
    for start, end in _codes(text):
        code = text[start:end]
        parts += (text[last:start], _quoted(code) if text[start - 1] == "=" else _named(code))
        last = end
    return "".join((*parts, text[last:]))


def _codes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the codes of attributes stand, with their braces.

    What opens and does not end within reach is passed over, so that no text takes long.
    """
    place = 0
    while (tag := _TAG.search(text, place)) is not None:
        place, stop = tag.end(), tag.end() + _LONGEST
        codes: list[tuple[int, int]] = []
        while (part := _PART.search(text, place, stop)) is not None:
            end = _end_of_code(text, part.end(), stop) if part["code"] else part.end()
            if end is None:
                place = stop
                break
            if part.group()[0] in "<>\n":
                yield from codes if part.group() == ">" else ()
                break
            if part["code"]:
                codes.append((part.end() - 1, end))
            place = end


def _end_of_code(text: str, start: int, stop: int) -> int | None:
    depth = 1
    for found in _CODE.finditer(text, start, stop):
        depth += bool(found["open"]) - bool(found["close"])
        if not depth:
            return found.end()
    return None


def _named(code: str) -> str:
    return _LINE.sub("x", code)


def _quoted(code: str) -> str:
    if _WORDS.fullmatch(code):
        return _WORDS.sub(r' \1"\3"\4 ', code)
    return f'"{_LINE.sub(".", code[1:-1])}"'
