"""Opens a PDF with pdfium, or with pdfplumber where pdfium refuses it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec import Struct
from pypdfium2 import PdfDocument, PdfiumError

from claimlint.document import ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.guard import reader_faults
from claimlint.readers.interface import Source
from claimlint.readers.pdf.opening.salvage import salvaged

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

PASSWORD, SECURITY = 4, 5
"""Numbers of pdfium's errors."""


class Opened(Struct):
    """A PDF as the two readers see it; `first` is None where pdfium refused the file."""

    source: Source
    first: PdfDocument | None
    refusal: str = ""
    repaired: bool = False
    tried: bool = False
    _second: PDF | None = None

    def second(self) -> PDF | None:
        """Return the file as pdfplumber sees it, opened when it is first asked for, or None."""
        if not self.tried:
            self.tried = True
            self._second = _plumbed(self.source)
        return self._second

    def pages(self) -> int:
        """Return how many pages it has, 0 where no reader sees any, a trailer repaired or not."""
        found = len(self.first) if self.first is not None else 0
        if found > 0:
            return found
        self.first = None
        second = self.second()
        found = 0 if second is None else _count_pages(second)
        if found > 0:
            return found
        repaired = salvaged(self.source.data)
        self.first = None if repaired is None else _loaded(repaired)
        self.repaired = self.first is not None
        return 0 if self.first is None else len(self.first)

    def close(self) -> None:
        """Give back what pdfium holds."""
        if self.first is not None:
            self.first.close()


def _loaded(data: bytes) -> PdfDocument | None:
    try:
        return PdfDocument(data)
    except PdfiumError:
        return None


def opened(source: Source) -> Opened:
    """Return the PDF in `source`.

    Raises:
        UnreadableFile: it is empty, or opens with a password only.
    """
    if not source.data:
        raise UnreadableFile("an empty file", code=ProblemCode.EMPTY)
    if source.second:
        return Opened(source, None, "it ended the process")
    try:
        first = PdfDocument(source.data)
        if first.get_formtype():
            first.init_forms()
    except PdfiumError as error:
        file = Opened(source, None, str(error))
        locked = getattr(error, "err_code", None) in (PASSWORD, SECURITY)
        # Only the second reader tries an empty password as the owner's.
        if locked and file.second() is None:
            raise encrypted() from error
        return file
    return Opened(source, first)


def encrypted() -> UnreadableFile:
    """Return the error that says what to do about a password."""
    message = "needs a password; save a copy without one and check that"
    return UnreadableFile(message, code=ProblemCode.ENCRYPTED)


def second_faults() -> tuple[type[Exception], ...]:
    """Return what pdfplumber throws at damaged files."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (*reader_faults(), PSException, PdfminerException, MalformedPDFException)


def _count_pages(second: PDF) -> int:
    """Return how many pages pdfplumber sees."""
    try:
        return len(second.pages)
    except second_faults():
        return 0


def _plumbed(source: Source) -> PDF | None:
    import pdfplumber

    try:
        return pdfplumber.open(
            io.BytesIO(source.data), pages=list(range(1, source.limits.pages + 2))
        )
    except second_faults() as error:
        if "Password" in repr(error) or "Encryption" in repr(error):
            raise encrypted() from error
        return None
