"""What a cell shows: shared texts, percentages, dates, as far as the file says how."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from claimlint.office.names import S
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted, is_nearly_white

_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EPOCH = datetime(1899, 12, 30)
_LAST_DAY = 2_958_466
_MOST = 1_000_000
"""No number of a style, font, fill or format is larger."""
_WHITES = ("1", "9")
"""White in the old palette of numbered colours."""


class Formats:
    """How numbers are shown, and what is white on white, by the style that a cell names."""

    def __init__(self, root: Element | None) -> None:
        self._codes: list[tuple[int, str]] = []
        self._white: list[bool] = []
        if root is None:
            return
        own = {
            entry.get("numFmtId", ""): entry.get("formatCode", "")
            for entry in root.iter(f"{S}numFmt")
        }
        white = [_is_white(font.find(f"{S}color")) for font in root.iterfind(f"{S}fonts/{S}font")]
        bare = [_is_bare(fill) for fill in root.iterfind(f"{S}fills/{S}fill")]
        for entry in root.iterfind(f"{S}cellXfs/{S}xf"):
            font, fill = (counted(entry.get(f"{x}Id"), 0, _MOST) for x in ("font", "fill"))
            unfilled = not bare or (fill < len(bare) and bare[fill])
            self._white.append(unfilled and font < len(white) and white[font])
            id_ = entry.get("numFmtId", "0")
            self._codes.append((counted(id_, 0, _MOST), own.get(id_, "")))

    def shown(self, value: str, style: str | None) -> str:
        """Return a number as a person sees it; unchanged where that cannot be told simply."""
        id_, code = self._code(style)
        try:
            number = float(value)
        except ValueError:
            return value
        bare = _QUOTED.sub("", code)
        if id_ in (9, 10) or "%" in bare:
            places = 2 if id_ == 10 else len(bare.partition(".")[2].partition("%")[0])
            return f"{number * 100:.{min(places, 6)}f}%"
        if id_ in _BUILT_IN_DATES or (code and set("ymdh") & set(bare.lower().split(";")[0])):
            return _date(number) or value
        return f"{number:.12g}" if "." in value or "e" in value.lower() else value

    def invisible(self, style: str | None) -> bool:
        """Tell whether a cell's format shows nothing (";;;")."""
        _, code = self._code(style)
        return bool(code) and not code.strip(";") and code.count(";") >= 2

    def white(self, style: str | None) -> bool:
        """Tell whether a cell's own style writes white on no ground, or on a white one."""
        index = counted(style, 0, _MOST)
        return index < len(self._white) and self._white[index]

    def _code(self, style: str | None) -> tuple[int, str]:
        index = counted(style, 0, _MOST)
        return self._codes[index] if index < len(self._codes) else (0, "")


def _is_white(colour: Element | None) -> bool:
    if colour is None:
        return False
    if colour.get("theme") == "0":  # the ground of the theme
        return colour.get("tint") is None
    return colour.get("indexed") in _WHITES or bool(is_nearly_white(colour.get("rgb", "")[-6:]))


def _is_bare(fill: Element) -> bool:
    pattern = fill.find(f"{S}patternFill")
    if pattern is None:
        return len(fill) == 0
    kind = pattern.get("patternType", "none")
    return kind == "none" or (kind == "solid" and _is_white(pattern.find(f"{S}fgColor")))


def rich(element: Element) -> str:
    """Return the text of a shared, inline or comment text, without its phonetic helps."""
    parts: list[str] = []
    for text in element.iter(f"{S}t"):
        above = text.getparent()
        if above is None or above.tag != f"{S}rPh":
            parts.append(text.text or "")
    return unescaped("".join(parts))


def unescaped(text: str) -> str:
    """Return a text with its escaped control characters ("_x000A_") turned back."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match.group(1), 16)
    if code in (0x0A, 0x0B):
        return "\n"
    return "" if code < 0x20 or 0xD800 <= code < 0xE000 else chr(code)


def _date(number: float) -> str | None:
    if not 0 <= number < _LAST_DAY:
        return None
    moment = _EPOCH + timedelta(days=number)
    if number < 1:
        return moment.strftime("%H:%M")
    return moment.strftime("%Y-%m-%d" if number == int(number) else "%Y-%m-%d %H:%M")
