"""One PDF file from its first page to its last."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, PageDone, Source
from claimlint.readers.pdf.besides.whole import attachments_of, metadata_of
from claimlint.readers.pdf.besides.xfa import form_of, has_form
from claimlint.readers.pdf.layout.page import passages_of
from claimlint.readers.pdf.layout.roles import Ranks
from claimlint.readers.pdf.layout.window import framed
from claimlint.readers.pdf.opening.document import Opened, opened
from claimlint.readers.pdf.opening.streams import check_streams
from claimlint.readers.pdf.pages import Pages, failed


def read(source: Source) -> Iterator[Item]:
    """Yield the passages, problems and pages of a PDF file in reading order.

    Pages count from 1; boxes are points from the top left corner of the page as displayed. A
    location's `anchor` leads from there to the file's own coordinates.

    Raises:
        UnreadableFile: encrypted with a password, without pages, or damaged beyond both readers.

    Source: ISO 32000-1.
    """
    check_streams(source)
    file = opened(source)
    try:
        yield from _items(file)
    finally:
        file.close()


def _items(file: Opened) -> Iterator[Item]:
    source, total = file.source, file.pages()
    if total == 0:
        raise _nothing(file)
    if file.first is None:
        yield failed(file.refusal or "no pages")
    else:
        yield from _repaired(file)
        yield from metadata_of(file.first)
    pinned: list[Item] = []
    pages = Pages(file, total, pinned)
    limit = min(total, source.limits.pages)
    kinds: set[type[Item]] = set()
    form = file.first is not None and has_form(file.first)
    printed: list[str] = []
    for item in _laid_out(pages, limit):
        kinds.add(type(item))
        if form and isinstance(item, Passage):
            printed.append(item.text)
        yield item
    if PageDone not in kinds:
        raise UnreadableFile("damaged, no page of it can be read")
    if kinds == {PageDone}:
        message = "its pages hold no text and no pictures"
        yield Problem(code=ProblemCode.NO_TEXT, message=message)
    if limit < total:
        message = f"only the first {limit} of {total} pages were read; raise the limit to read on"
        yield Problem(code=ProblemCode.TOO_LARGE, message=message)
    if file.first is not None:
        if form:
            yield from form_of(file.first, source, " ".join(printed), total + 3)
        yield from attachments_of(file.first, source, total)
    yield from pinned


def _repaired(file: Opened) -> Iterator[Problem]:
    if file.repaired:
        message = "damaged; its pages were found without its table of contents, some may be missing"
        yield Problem(code=ProblemCode.SALVAGED, message=message)


def _nothing(file: Opened) -> UnreadableFile:
    if file.refusal:
        advice = "open it in its own program and save it again"
        return UnreadableFile(f"not a PDF that can be opened; {advice}")
    return UnreadableFile("a PDF without pages", code=ProblemCode.EMPTY)


def _laid_out(pages: Pages, limit: int) -> Iterator[Item]:
    """Yield what the pages say, and which of them failed."""
    ranks = Ranks()
    for page in framed(pages.contents(limit)):
        yield from page.content.problems
        yield from passages_of(page, ranks)
        yield PageDone(page.content.sheet.number, pages.total)
    yield from pages.unread()
