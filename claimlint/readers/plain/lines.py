"""The lines of a plain text: what stands in them, and which mark they open with."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.regex import regex

_LINE = regex(r"([^\r\n\f]*)(\r\n|\n|\r|\f|\Z)")
_GAP = regex(r"[\r\n]+")
_UNSEEN = "\u200b\ufeff\u2060"
_QUOTE = regex(r"(?:[ \t]*>)+")
_HASHES = regex(r"(#{1,6})[ \t]+(?=\S)")
_RULE = regex(r"([-=_*~#+.])(?:[ \t]*\1){2,}\Z")
_SYMBOLS = "•‣◦▪▫■□●○◆◇·∙⁃➤➔➜►▶▸✓✔✗✘→»›※"
_EMOJI = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_BULLET = regex(
    rf"(?:[*+-][ \t]+\[[ xX]\]|[-*+–—{_SYMBOLS}]"
    rf"|{_EMOJI}[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*)[ \t\xa0]+(?=\S)"
)
_SYMBOL_ALONE = regex(rf"[{_SYMBOLS}](?=\w)")
_NUMBER = regex(r"(\(?(?:\d{1,3}|[a-z]|[ivx]{1,6})[.)]|\([A-Z]\)|[A-Z]\))[ \t\xa0]+(?=\S)")
_CLAUSE = regex(r"(\d{1,2}(?:\.\d{1,3}){1,5})\.?[ \t\xa0]+(?=[A-Z“\"‘'(])")


class Line(Struct, frozen=True):
    """One line: where its words stand in the text, and its break.

    `indent` is the columns before the first character behind any quote marks, `quoted` how many of
    those. `start` lies behind the bullet or number that opens the line, once that is told. `page`
    is true where a form feed ends the line.
    """

    start: int
    end: int
    break_start: int
    break_end: int
    indent: int
    quoted: int
    page: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands in the line."""
        return self.start >= self.end


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of `text`, without regard to marks; empty ones in a row come as one."""
    position = 0
    while position < len(text):
        found = _LINE.match(text, position)
        if found is None:  # pragma: no cover - the pattern matches everywhere
            return
        start, stop = found.span(1)
        quote = _QUOTE.match(text, start, stop)
        body = quote.end() if quote else start
        first = body
        while first < stop and (text[first].isspace() or text[first] in _UNSEEN):
            first += 1
        last = stop
        while last > first and (text[last - 1].isspace() or text[last - 1] in _UNSEEN):
            last -= 1
        depth = text.count(">", start, body) if quote else 0
        page = found.group(2) == "\f"
        yield Line(first, last, stop, found.end(), first - body, depth, page=page)
        position = found.end()
        if start == stop and not page and (gap := _GAP.match(text, position)):
            position = gap.end()


def bullet_end(text: str, line: Line) -> int | None:
    """Return where the words behind the line's bullet start, or None where it has none."""
    first = text[line.start : line.start + 1]
    if first.isascii() and first.isalnum():
        return None
    found = _BULLET.match(text, line.start, line.end)
    found = found or _SYMBOL_ALONE.match(text, line.start, line.end)
    return found.end() if found else None


def hashes(text: str, line: Line) -> tuple[int, int] | None:
    """Return the level of a line that opens with hashes, and where its words start."""
    found = _HASHES.match(text, line.start, line.end)
    return (len(found.group(1)), found.end()) if found else None


def list_number(text: str, line: Line) -> tuple[str, int] | None:
    """Return the "1.", "(a)" or "iv)" that a line opens with, and where its words start."""
    found = _NUMBER.match(text, line.start, line.end)
    return (found.group(1), found.end()) if found else None


def clause_number(text: str, line: Line) -> tuple[str, int] | None:
    """Return the "7.2" that a line opens with, and where its words start."""
    if not text[line.start : line.start + 1].isdecimal():
        return None
    found = _CLAUSE.match(text, line.start, line.end)
    return (found.group(1), found.end()) if found else None


def is_rule(text: str, line: Line) -> bool:
    """Tell whether a line is drawn ("-----", "====", "* * *")."""
    return _RULE.match(text, line.start, line.end) is not None


def follows(number: str, previous: str) -> bool:
    """Tell whether a list number opens a list or is the next one after `previous`."""
    bare, before = number.strip("()."), previous.strip("().")
    if bare in ("1", "a", "i", "A"):
        return True
    if bare.isdigit() and before.isdigit():
        return int(bare) == int(before) + 1
    if len(bare) == len(before) == 1 and ord(bare) == ord(before) + 1:
        return True
    return bool(set(bare) <= set("ivx") and set(before) <= set("ivx") and before)


def next_clause(number: str, previous: str) -> bool:
    """Tell whether "7.2" or "7.1.1" is what may come after "7.1"."""
    if not previous.replace(".", "").isdigit():
        return False
    now = tuple(int(part) for part in number.split("."))
    before = tuple(int(part) for part in previous.strip(".").split("."))
    if len(now) > len(before):
        return now[: len(before)] == before and now[-1] == 1
    return now[:-1] == before[: len(now) - 1] and now[-1] == before[len(now) - 1] + 1
