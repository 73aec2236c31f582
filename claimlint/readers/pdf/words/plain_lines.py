"""Words of plain lines: pdfium is asked for their two ends, not for each of their letters.

A line is plain if it is upright, its letters are ordinary ones, and each of its words stands in one
text object; inside of those pdfium puts a space wherever there is a gap. All others are read
letter by letter, and so is a page on which the two ways could run into each other.
"""

from __future__ import annotations

from itertools import chain, pairwise
from operator import eq, lt

from pypdfium2 import PdfTextPage

from claimlint.readers.pdf.engines.pdfium import FAR, Letters, characters_of, glyphs_of
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.readers.pdf.words.line_so_far import LineSoFar
from claimlint.readers.pdf.words.packed import Packed, Stretch
from claimlint.readers.pdf.words.words import ASCENT, DESCENT, alike, carries_on, words_of
from claimlint.regex import regex

_LINE = regex(r"[^\r\n]+")
_WORD = regex(r"[^ ]+")
_PLAIN = regex(r"[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2122]+")
_LEAST = 0.1
"""A word is at least so wide, in points."""
_WIDE_ENOUGH = 11
"""The same in hundredths of a point, whichever way they were rounded."""
_HUNDRED = 100.0


def words_on(textpage: PdfTextPage, sheet: Sheet) -> tuple[Stretch, ...]:
    """Return the words of a page as `words_of` tells them, in the order of the file."""
    text = characters_of(textpage) if sheet.rotation == 0 else None
    letters = Letters(textpage)
    found = None if text is None else _by_lines(letters, sheet, text)
    return tuple(words_of(glyphs_of(letters), sheet)) if found is None else found


def _by_lines(letters: Letters, sheet: Sheet, text: str) -> tuple[Stretch, ...] | None:
    """Return the words, or None where a plain line runs into the one before or after it."""
    lines = _Lines(letters, sheet)
    parts: list[list[Stretch]] = []
    hard = -1
    for match in _LINE.finditer(text):
        line, at = match[0], match.start()
        words = lines.told(line, at)
        if line[0] == " " and parts and hard < 0 and lines.indented(line, at):
            _space_after(parts)
        if words is None:
            hard = at if hard < 0 else hard
            continue
        if hard >= 0:
            parts.append(list(words_of(glyphs_of(letters, hard, at), sheet)))
            hard = -1
            if line[0] == " " and lines.indented(line, at):
                _space_after(parts)
        parts.append(words)
    if hard >= 0:
        parts.append(list(words_of(glyphs_of(letters, hard), sheet)))
    full = [part for part in parts if part]
    if any(_run_on(before[-1], after[0]) for before, after in pairwise(full)):
        return None
    return tuple(chain.from_iterable(full))


def _first(one: Stretch) -> Word:
    return one[0] if isinstance(one, Packed) else one


def _last(one: Stretch) -> Word:
    return one[-1] if isinstance(one, Packed) else one


def _space_after(parts: list[list[Stretch]]) -> None:
    """Note that a space follows the last word so far."""
    for part in reversed(parts):
        last = part[-1] if part else None
        if isinstance(last, Packed):
            last.end_in_space()
        elif last is not None:
            part[-1] = last._replace(spaced=True)
        if last is not None:
            return


def _run_on(one: Stretch, other: Stretch) -> bool:
    """Tell whether the first word of one stretch carries on the last one of another."""
    raised, size = other.base - one.base, other.style.size + 0.1
    if not carries_on(raised, 0.0, size) or not alike(one.style, other.style):
        return False
    return carries_on(raised, _first(other).x0 - _last(one).x1, size)


class _Lines:
    """Reads the plain lines of one page."""

    def __init__(self, letters: Letters, sheet: Sheet) -> None:
        self._letters = letters
        self._sheet = sheet
        self._row = (0.0, 0.0)
        self._high = (0.0, 0.0, 0.0)

    def told(self, line: str, at: int) -> list[Stretch] | None:
        """Return the words of a line that starts with character `at`; None if it is not plain."""
        if line.isascii():
            if not line.isprintable():
                return None
        elif not _PLAIN.fullmatch(line) or not self._mapped(line, at):
            return None
        text = line.rstrip(" ")
        if not text:
            return []
        packed = self._packed(text, at, len(line) - len(text))
        return [packed] if packed is not None else self._words(line, at)

    def _packed(self, text: str, at: int, spaces: int) -> Packed | None:
        """Return the words of a line that is one text object with its spaces, else None.

        So many `spaces` follow the text.
        """
        letters, end = self._letters, at + len(text)
        style = None if "  " in text or text[0] == " " else self._style(at, end - 1)
        if style is None:
            return None
        words = text.split(" ")
        found = letters.ends_of(words, at)
        if found is None:
            return None
        xs, ys, edges = found
        y = ys[0]
        if ys.count(y) < len(ys) or not -FAR < y < FAR or not _finite(xs, edges):
            return None
        packed = Packed(
            text,
            words,
            self._across(xs),
            self._across(edges),
            self._upright(y, style.size),
            style,
            spaced=spaces > 0 and any(not letters.made(end + index) for index in range(spaces)),
        )
        sure = packed.ordered and packed.narrowest > _WIDE_ENOUGH
        return packed if sure or _in_order(xs, edges) else None

    def _across(self, xs: list[float]) -> list[int]:
        """Return places on the page as displayed, in hundredths of a point."""
        left = self._sheet.left
        if left == 0:
            return list(map(round, map(_HUNDRED.__mul__, xs)))
        return [round(100 * (x - left)) for x in xs]

    def _words(self, line: str, at: int) -> list[Stretch] | None:
        found: list[Stretch] = []
        pending: tuple[str, Style, float, float, float] | None = None
        so_far = LineSoFar(line, at, self._letters)
        ends = self._letters.ends
        whole = self._style(at + len(line) - len(line.lstrip()), at + len(line.rstrip()) - 1)
        for match in _WORD.finditer(line):
            first, last = at + match.start(), at + match.end() - 1
            style = whole or self._style(first, last)
            if style is None:
                return None
            x, y, right = ends(first, last)
            if not -FAR < x < right < FAR or not -FAR < y < FAR:
                return None
            spaced = so_far.parted(first, x, y, style)
            if spaced is None:
                return None
            if pending is not None:
                found.append(self._word(*pending, spaced))
            pending = (match.group(), style, x, y, right)
            so_far.add(last + 1, x, right)
        if pending is not None:
            found.append(self._word(*pending, so_far.written(at + len(line))))
        return found

    def indented(self, line: str, at: int) -> bool:
        """Tell whether a line opens with a space that stands in the file."""
        spaces = range(at, at + len(line) - len(line.lstrip(" ")))
        return any(not self._letters.made(index) for index in spaces)

    def _mapped(self, line: str, at: int) -> bool:
        """Tell whether the fonts say what all of a line's characters beyond ASCII are."""
        unmapped = self._letters.unmapped
        return not any(
            unmapped(at + index) for index, char in enumerate(line) if not char.isascii()
        )

    def _style(self, first: int, last: int) -> Style | None:
        """Return the style of an upright word that stands in one object, else None."""
        style = self._letters.styles.of_all(first, last)
        return style if style is not None and style.angle == 0 else None

    def _word(
        self, text: str, style: Style, x: float, y: float, right: float, spaced: bool, /
    ) -> Word:
        top, bottom, base = self._upright(y, style.size)
        left = round(x - self._sheet.left, 2)
        edge = round(max(right, x + _LEAST) - self._sheet.left, 2)
        box = (left, top, edge, bottom)
        return Word(text, box, left, top, edge, bottom, base, style, 0, spaced)

    def _upright(self, y: float, size: float) -> tuple[float, float, float]:
        """Return top, bottom and base line, as displayed, of words of that size at that height."""
        if (y, size) != self._row:
            self._row = y, size
            top = round(self._sheet.top - (y + ASCENT * size), 2)
            bottom = round(self._sheet.top - (y - DESCENT * size), 2)
            self._high = top, bottom, bottom - DESCENT * size
        return self._high


def _finite(lefts: list[float], rights: list[float]) -> bool:
    """Tell whether all are numbers that may stand on paper."""
    return sum(map(abs, lefts)) < FAR and sum(map(abs, rights)) < FAR


def _in_order(lefts: list[float], rights: list[float]) -> bool:
    """Tell whether words are wide enough, and no two of them start at the same place."""
    wide = all(map(lt, map(_LEAST.__add__, lefts), rights))
    return wide and not any(map(eq, lefts, lefts[1:]))
