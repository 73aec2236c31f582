"""Comments on slides, in the old form and in the one with threads."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.office.names import P188, A, P
from claimlint.readers.office.graphics import drawing
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.text import Span


def texts(root: Element, name: str) -> Iterator[tuple[int, list[Span]]]:
    """Yield the number of each comment, from 1, and the spans of each of its paragraphs.

    Replies carry the number of the comment that they answer.
    """
    for number, comment in enumerate(root.iter(f"{P}cm"), start=1):
        text = comment.findtext(f"{P}text") or ""
        yield number, [Span(text, f"{name}#c{number}")]
    paragraphs = drawing.numbered(root)
    for number, comment in enumerate(root.iter(f"{P188}cm"), start=1):
        bodies = [comment.find(f"{P188}txBody"), *comment.iter(f"{P188}txBody")]
        for body in dict.fromkeys(body for body in bodies if body is not None):
            for paragraph in body.iterchildren(f"{A}p"):
                yield number, drawing.spans(paragraph, f"{name}#p{paragraphs[paragraph]}")
