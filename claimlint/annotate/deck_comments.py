"""Review comments of a deck: its list of authors, and a part for each slide with comments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimlint.annotate.package import DECK, Package
from claimlint.annotate.remark import Remark
from claimlint.annotate.wording import AUTHOR, INITIALS, clean, on_words
from claimlint.office.names import P

if TYPE_CHECKING:
    from claimlint.annotate.package import Element

_UNITS = 8
"""Comments are placed in eighths of a point."""
_STEP = 14
_OURS = (AUTHOR, INITIALS)
_DIGITS = 9


class Comments:
    """Adds comments by one author; those of other people stay."""

    def __init__(self, package: Package, main: str, today: str) -> None:
        self._package = package
        self._date = f"{today}T00:00:00.000"
        self._author = _author(package, main)
        last = self._author.get("lastIdx", "")
        self._index = int(last) if last.isdecimal() and len(last) < _DIGITS else 0
        self._places: Counter[tuple[str, int, int]] = Counter()
        self._parts: dict[str, Element] = {}

    def add(self, slide: str, remark: Remark) -> None:
        """Add a comment at the shape of the remark's words."""
        self._index += 1
        root = self._part(slide)
        comment = _made(root, "cm", authorId=self._author.get("id", "0"), dt=self._date)
        comment.set("idx", str(self._index))
        left, top = remark.bbox[:2] if remark.bbox is not None else (6.0, 6.0)
        place = (slide, round(max(left, 0.0)), round(max(top, 0.0)))
        shift = _STEP * self._places[place]
        self._places[place] += 1
        comment.append(
            _made(
                root, "pos", x=str(_UNITS * (place[1] + shift)), y=str(_UNITS * (place[2] + shift))
            )
        )
        text = _made(root, "text")
        text.text = "\n".join(
            clean(line)
            for line in (
                f"{AUTHOR} {remark.title}",
                on_words(remark.words, remark.label),
                *remark.lines,
            )
        )
        comment.append(text)
        root.append(comment)

    def close(self) -> None:
        """Say in the list of authors how many comments there are."""
        self._author.set("lastIdx", str(self._index))

    def _part(self, slide: str) -> Element:
        if slide not in self._parts:
            known = self._package.first(slide, "comments")
            if known is not None:
                self._parts[slide] = self._package.tree(known)
            else:
                name = self._package.free("ppt/comments/comment{}.xml")
                xml = f'<p:cmLst xmlns:p="{P.strip("{}")}"/>'.encode()
                self._parts[slide] = self._package.add(name, xml, f"{DECK}.comments+xml")
                self._package.relate(slide, "comments", name)
        return self._parts[slide]


def _author(package: Package, main: str) -> Element:
    """Return our entry in the list of authors; both are made where there is none."""
    known = package.first(main, "commentAuthors")
    if known is not None:
        root = package.tree(known)
    else:
        name = package.free("ppt/commentAuthors{}.xml", plain=True)
        xml = f'<p:cmAuthorLst xmlns:p="{P.strip("{}")}"/>'.encode()
        root = package.add(name, xml, f"{DECK}.commentAuthors+xml")
        package.relate(main, "commentAuthors", name)
    ours = (entry for entry in root if (entry.get("name"), entry.get("initials")) == _OURS)
    if (known_author := next(ours, None)) is not None:
        return known_author
    ids = [entry.get("id", "") for entry in root if isinstance(entry.tag, str)]
    free = max((int(id_) for id_ in ids if id_.isdecimal()), default=-1) + 1
    author = _made(root, "cmAuthor", id=str(free), name=AUTHOR, initials=INITIALS, lastIdx="0")
    author.set("clrIdx", str(free % 10))
    root.append(author)
    return author


def _made(root: Element, tag: str, **attributes: str) -> Element:
    return root.makeelement(f"{P}{tag}", attributes)
