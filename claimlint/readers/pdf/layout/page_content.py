"""One page between reading and layout: its lines by direction, what is hidden, what is wrong."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.readers.pdf.drawn.drawing import Drawing
from claimlint.readers.pdf.drawn.hidden import Sight, scanned
from claimlint.readers.pdf.drawn.shown import Shown
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Word
from claimlint.readers.pdf.layout.justified import with_justified
from claimlint.readers.pdf.layout.line_numbers import without_numbers
from claimlint.readers.pdf.layout.lines import Line, lines_of
from claimlint.readers.pdf.layout.margins import Mark, mark_of
from claimlint.readers.pdf.layout.marks import with_marks
from claimlint.readers.pdf.layout.painted_bullets import with_painted_bullets
from claimlint.readers.pdf.layout.ruled_tables import Grid, grids_of
from claimlint.readers.pdf.words.garble import clean
from claimlint.readers.pdf.words.packed import Packed, Stretch, weights_of, words_in

PICTURE = 0.1
"""A picture that covers this share of a page without text may be a picture of text."""
_BACKDROP = 0.5
_FEW_PATHS = 500
_CURVES = 60
"""Letters drawn as curves make at least so many on a page without text."""

_SCANNED = (
    "a scanned page: its text was recognised by a machine before and may differ from the picture"
)
_PICTURED = "a picture fills the page; text in the picture was not read; try --ocr"
_DRAWN = "letters are drawn as curves, no text to read; export it with its text or try --ocr"


class PageContent(Struct, frozen=True, kw_only=True, dict=True):
    """One page: upright lines and tables, lines in other directions, hidden ones with why.

    `recognised` are lines that text recognition found in a picture.
    """

    sheet: Sheet
    lines: tuple[Line, ...] = ()
    grids: tuple[Grid, ...] = ()
    turned: tuple[tuple[Line, ...], ...] = ()
    hidden: tuple[tuple[tuple[Line, ...], str], ...] = ()
    extras: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    recognised: tuple[Line, ...] = ()
    paths: int = 0

    def with_problem(self, code: ProblemCode, message: str) -> PageContent:
        """Return the page with a further problem."""
        return replace(self, problems=(*self.problems, self.sheet.problem(code, message)))

    @property
    def blank(self) -> bool:
        """Tell whether nothing at all was seen on the page."""
        return not (self.written or self.hidden or self.problems) and self.paths <= _FEW_PATHS

    @property
    def written(self) -> bool:
        """Tell whether there are words that a person sees."""
        return bool(self.lines or self.grids or self.turned)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that a person sees, upright or not."""
        return tuple(words_in(self._stretches(self.lines)))

    @cached_property
    def body(self) -> tuple[tuple[float, int], ...]:
        """Sizes of the type outside the margins and how many characters are set in each.

        Of the margins, too, where nothing stands outside them.
        """
        inner = [line for line, mark in zip(self.lines, self.marked, strict=True) if mark is None]
        outside = tuple(weights_of(self._stretches(inner)))
        return outside or tuple(weights_of(self._stretches(self.lines)))

    def _stretches(self, lines: Sequence[Line]) -> Iterator[Stretch]:
        """Yield what the page says in these lines, in other directions and in tables."""
        for line in (*lines, *(line for group in self.turned for line in group)):
            yield from line.stretches
        for grid in self.grids:
            for cell in grid.cells:
                yield from cell.words

    @cached_property
    def marked(self) -> tuple[Mark | None, ...]:
        """The marks of the lines, None for those outside the margins."""
        return tuple(mark_of(line, self.sheet) for line in self.lines)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the lines in the margins."""
        return tuple(mark for mark in self.marked if mark is not None)


def content_of(
    words: Iterable[Stretch],
    sheet: Sheet,
    drawing: Drawing,
    off: Container[str] = frozenset(),
    shown: Shown | None = None,
) -> PageContent:
    """Return the page that `words` and `drawing` make up; the layers named `off` are hidden.

    `shown` is what the page looks like.
    """
    legible, problems = clean(words, sheet)
    scan = scanned(legible, sheet, drawing)
    sight = Sight.of(sheet, drawing, off, scan=scan, shown=shown)
    seen: list[Stretch] = []
    unseen: dict[str, list[Stretch]] = {}
    for one, reason in sight.reasons(legible):
        (seen if reason is None else unseen.setdefault(reason, [])).append(one)
    upright = [one for one in seen if _turn(one) == 0]
    grids, rest = grids_of(drawing.rules, upright)
    justified = tuple(with_justified(without_numbers(lines_of(rest))))
    content = PageContent(
        sheet=sheet,
        lines=tuple(with_painted_bullets(with_marks(justified), drawing.areas)),
        grids=grids,
        turned=tuple(_turned(seen)),
        hidden=tuple((group, why) for why, part in unseen.items() for group in _groups(part)),
        problems=tuple(problems),
        paths=drawing.paths,
    )
    fault = _pictures(content, drawing, scan=scan)
    return content if fault is None else content.with_problem(*fault)


def _turned(words: Iterable[Stretch]) -> Iterator[tuple[Line, ...]]:
    yield from _groups(word for word in words if _turn(word) != 0)


def _turn(one: Stretch) -> int:
    return 0 if isinstance(one, Packed) else one.turn


def _groups(words: Iterable[Stretch]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each direction, by angle."""
    turns: dict[int, list[Stretch]] = {}
    for word in words:
        turns.setdefault(_turn(word), []).append(word)
    for turn in sorted(turns):
        yield tuple(with_marks(lines_of(turns[turn])))


def _pictures(
    content: PageContent, drawing: Drawing, *, scan: bool
) -> tuple[ProblemCode, str] | None:
    """Return what a page of pictures or drawn letters leaves unread, or None."""
    share = drawing.pictures(content.sheet)
    in_margins = not (content.grids or content.turned) and None not in content.marked
    if scan:
        return ProblemCode.OCR, _SCANNED
    if share >= PICTURE and not content.written:
        return ProblemCode.IMAGE_ONLY_PAGE, "only a picture, no text to read; try --ocr"
    if share >= _BACKDROP and in_margins:
        return ProblemCode.IMAGE_ONLY_PAGE, _PICTURED
    if drawing.curves >= _CURVES and not content.written:
        return ProblemCode.DRAWN_LETTERS, _DRAWN
    return None
