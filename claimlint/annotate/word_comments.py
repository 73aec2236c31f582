"""The comments of a Word document: the part that holds them, and what refers to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claimlint.annotate.earlier import known
from claimlint.annotate.package import Package
from claimlint.annotate.remark import Remark
from claimlint.annotate.wording import AUTHOR, INITIALS, clean, on_words

if TYPE_CHECKING:
    from claimlint.annotate.package import Element

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Comments:
    """Adds comments to the part of the document that holds them, made where there is none."""

    def __init__(self, package: Package, document: str, word: str, today: str) -> None:
        self._word = word
        self._date = f"{today}T00:00:00Z"
        known = package.first(document, "comments")
        if known is not None:
            self._root = package.tree(known)
        else:
            folder = document.rpartition("/")[0]
            name = package.free(f"{folder}/comments{{}}.xml", plain=True)
            xml = f'<w:comments xmlns:w="{word.strip("{}")}"/>'
            self._root = package.add(name, xml.encode(), _TYPE)
            package.relate(document, "comments", name)
        ids = [entry.get(f"{word}id", "") for entry in self._root]
        self._next = max((int(id_) for id_ in ids if id_.isdecimal()), default=-1) + 1

    def of(self, lines: Collection[str]) -> frozenset[str]:
        """Return the ids of the comments that hold these lines and nothing else."""
        return frozenset(
            comment.get(f"{self._word}id", "")
            for comment in self._root
            if lines and known(map(self._text, comment.iter(f"{self._word}p")), lines)
        )

    def drop(self, ids: Collection[str]) -> None:
        """Take out the comments of these ids."""
        for comment in list(self._root):
            if comment.get(f"{self._word}id", "") in ids:
                self._root.remove(comment)

    def _text(self, paragraph: Element) -> str:
        return "".join(words.text or "" for words in paragraph.iter(f"{self._word}t"))

    def add(self, remark: Remark, *, quote: bool) -> str:
        """Add a comment and return its id; `quote` repeats the words and their place in it."""
        id_ = str(self._next)
        self._next += 1
        comment = self._made("comment", id=id_, author=AUTHOR, date=self._date, initials=INITIALS)
        for number, text in enumerate(_paragraphs(remark, quote=quote)):
            paragraph = self._made("p")
            if number == 0:
                mark = self._made("r")
                mark.append(self._made("annotationRef"))
                paragraph.append(mark)
            paragraph.append(self._run(text, bold=number == 0))
            comment.append(paragraph)
        self._root.append(comment)
        return id_

    def edge(self, name: str, id_: str) -> Element:
        """Return the element that begins or ends the range of a comment."""
        return self._made(name, id=id_)

    def reference(self, id_: str) -> Element:
        """Return the run that refers to a comment."""
        run = self._made("r")
        run.append(self._made("commentReference", id=id_))
        return run

    def _run(self, text: str, *, bold: bool) -> Element:
        run = self._made("r")
        if bold:
            properties = self._made("rPr")
            properties.append(self._made("b"))
            run.append(properties)
        words = self._made("t")
        words.set(_SPACE, "preserve")
        words.text = clean(text)
        run.append(words)
        return run

    def _made(self, name: str, **attributes: str) -> Element:
        element = self._root.makeelement(f"{self._word}{name}")
        for key, value in attributes.items():
            element.set(f"{self._word}{key}", value)
        return element


def _paragraphs(remark: Remark, *, quote: bool) -> Iterator[str]:
    yield f"{AUTHOR} {remark.title}"
    if quote:
        yield on_words(remark.words, remark.label)
    yield from remark.lines
