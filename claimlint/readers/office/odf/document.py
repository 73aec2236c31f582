"""An OpenDocument text: headers, body, footers, notes and comments, each once."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.document import Part
from claimlint.readers.interface import Item, Source
from claimlint.readers.office.odf.names import STYLE
from claimlint.readers.office.odf.objects import told
from claimlint.readers.office.odf.opening import Opened, opened
from claimlint.readers.office.odf.story import OdfStory, Stories
from claimlint.readers.office.odf.styles import Styles

_HEADERS = ("header", "header-left", "header-first")
_FOOTERS = ("footer", "footer-left", "footer-first")


def read(source: Source) -> Iterator[Item]:
    """Yield the passages and problems of an OpenDocument text.

    Macros are never run, links never followed.

    Raises:
        UnreadableFile: no text document, encrypted, or damaged beyond repair.

    Source: ISO/IEC 26300, OpenDocument 1.3.
    """
    file = opened(source, "text")
    styles = Styles(file.styles, file.content)
    yield from _margins(file, styles, _HEADERS, Part.HEADER, 0)
    stories = Stories(file.content, "content.xml", styles)
    body = OdfStory(part=Part.BODY, order=(1,))
    yield from told(file, stories, file.body, body)
    yield from _margins(file, styles, _FOOTERS, Part.FOOTER, 2)
    # Notes come by kind; those of a note's own text are found while it is read.
    while stories.notes:
        pending = sorted(stories.notes, key=lambda entry: entry[1].order)
        stories.notes = []
        for number, (element, story) in enumerate(pending):
            story.order = (*story.order, number)
            yield from told(file, stories, element, story)
    yield from file.problems()


def _margins(
    file: Opened, styles: Styles, tags: tuple[str, ...], part: Part, rank: int
) -> Iterator[Item]:
    masters = file.masters()
    if file.styles is None or masters is None:
        return
    stories = Stories(file.styles, "styles.xml", styles)
    story = OdfStory(part=part, order=(rank,), label=part.value)
    for tag in tags:
        for element in masters.iter(f"{STYLE}{tag}"):
            if element.get(f"{STYLE}display") != "false":
                yield from told(file, stories, element, story)
