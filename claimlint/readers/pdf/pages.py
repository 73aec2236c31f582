"""The pages of a file, each from the reader that can read it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from claimlint.document import Location, Problem, ProblemCode
from claimlint.readers.guard import one_line, reader_faults
from claimlint.readers.interface import Item
from claimlint.readers.pdf.besides.alternatives import alternatives_of
from claimlint.readers.pdf.besides.extras import extras_of
from claimlint.readers.pdf.besides.whole import attached, page_label
from claimlint.readers.pdf.drawn.drawing import drawing_of
from claimlint.readers.pdf.drawn.layers import off_layers
from claimlint.readers.pdf.drawn.shown import Shown
from claimlint.readers.pdf.engines.pdfium import GLYPHS, count_of, sheet_of
from claimlint.readers.pdf.engines.plumber import plumbed_content
from claimlint.readers.pdf.geometry import grouped
from claimlint.readers.pdf.layout.page_content import PageContent, content_of
from claimlint.readers.pdf.opening.document import Opened, second_faults
from claimlint.readers.pdf.words.plain_lines import words_on

BARE = "comments, form values and attachments were not read"
_FAILED_ON = f"read by the second reader, the first one failed on it; {BARE}"
_SAW_NOTHING = "read by the second reader, the first one saw nothing on it"
_BLANK = 3
"""So many pages without anything are shown to the second reader as well."""


class Pages(Struct):
    """Reads pages one by one.

    `pinned` collects what the files pinned to them say, `failed` the numbers of those that no
    reader can read.
    """

    file: Opened
    total: int
    pinned: list[Item]
    blank: int = 0
    off: frozenset[str] | None = None
    failed: list[int] = field(default_factory=list)

    def contents(self, limit: int) -> Iterator[PageContent]:
        """Yield the pages up to `limit` that can be read."""
        for number in range(1, limit + 1):
            content = self.content(number)
            if content is None:
                self.failed.append(number)
            else:
                yield content

    def unread(self) -> Iterator[Problem]:
        """Yield a problem for each run of pages that failed."""
        for run in grouped(self.failed, lambda run, number: number == run[-1] + 1):
            yield _unread(run[0], run[-1])

    def content(self, number: int) -> PageContent | None:
        """Return the page with this number, from 1, or None where no reader can read it."""
        if self.file.first is None:
            return self._second(number)
        found = self._first(self.file.first, number)
        if found is None:
            found = self._second(number)
            return found and found.with_problem(ProblemCode.SECOND_READER, _FAILED_ON)
        if found.blank and self.blank < _BLANK:
            self.blank += 1
            other = self._second(number)
            if other is not None and other.words:
                return other.with_problem(ProblemCode.SECOND_READER, _SAW_NOTHING)
        return found

    def _first(self, pdf: PdfDocument, number: int) -> PageContent | None:
        try:
            page = pdf[number - 1]
        except PdfiumError:
            return None
        try:
            return self._read(pdf, page, number)
        except MemoryError:
            raise
        except (PdfiumError, *reader_faults()):
            return None
        finally:
            page.close()

    def _read(self, pdf: PdfDocument, page: PdfPage, number: int) -> PageContent:
        sheet = sheet_of(page, number, page_label(pdf, number))
        textpage = page.get_textpage()
        drawing = drawing_of(page, sheet)
        words = words_on(textpage, sheet)
        many = count_of(textpage)
        textpage.close()
        off = self._off() if drawing.layers else frozenset()
        content = content_of(words, sheet, drawing, off, Shown(page, sheet))
        if many > GLYPHS:
            message = f"only the first {GLYPHS} of {many} characters were read"
            content = content.with_problem(ProblemCode.TOO_LARGE, message)
        if self.file.source.ocr:
            from claimlint.readers.pdf.engines.ocr import with_recognised

            content = with_recognised(content, page)
        extras = extras_of(page, sheet)
        if extras.beyond:
            message = f"{extras.beyond} comments and fields beyond the first were not read"
            content = content.with_problem(ProblemCode.TOO_MANY_PARTS, message)
        for index, handle in enumerate(extras.files, start=1):
            order = (self.total + 2, number, index)
            self.pinned.extend(attached(handle, self.file.source, order))
        said = (*alternatives_of(page, sheet), *extras.passages)
        if extras.drawn:
            from claimlint.readers.pdf.besides.appearances import drawn_of

            said += tuple(drawn_of(pdf, page, sheet, words, extras))
        return replace(content, extras=said)

    def _off(self) -> frozenset[str]:
        if self.off is None:
            self.off = off_layers(self.file)
        return self.off

    def _second(self, number: int) -> PageContent | None:
        second = self.file.second()
        if second is None:
            return None
        try:
            return plumbed_content(second.pages[number - 1], number)
        except second_faults():
            return None


def _unread(first: int, last: int) -> Problem:
    which = f"page {first}" if first == last else f"pages {first} to {last}"
    return Problem(
        code=ProblemCode.DAMAGED_PART,
        message=f"{which} could not be read",
        location=Location(label=which, order=(first,), page=first),
    )


def failed(message: str) -> Problem:
    """Return the problem that the whole file was read by the second reader."""
    return Problem(
        code=ProblemCode.SECOND_READER,
        message=f"read by the second reader, the first one failed ({one_line(message)}); {BARE}",
    )
