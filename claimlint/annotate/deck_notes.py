"""Speaker notes of a deck: a marked line for each remark, on a notes page made where none is."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.annotate.package import DECK, Package
from claimlint.annotate.remark import Remark
from claimlint.annotate.wording import AUTHOR, NOTE_MARK, clean
from claimlint.office.names import A, P, R

if TYPE_CHECKING:
    from claimlint.annotate.package import Element

_TEMPLATES = Path(__file__).parent / "templates"


class Notes:
    """Adds lines to the notes of slides."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._bodies: dict[str, Element] = {}

    def add(self, slide: str, remark: Remark) -> None:
        """Add one line about a remark to the notes of a slide."""
        if slide not in self._bodies:
            self._bodies[slide] = self._body(slide)
        body = self._bodies[slide]
        first = next((line for line in remark.lines), "")
        text = clean(f"{NOTE_MARK} {AUTHOR} {remark.title}: “{remark.words}”. {first}")
        paragraph = body.makeelement(f"{A}p")
        run = body.makeelement(f"{A}r")
        run.append(body.makeelement(f"{A}rPr", {"lang": "en-US", "sz": "1000", "i": "1"}))
        words = body.makeelement(f"{A}t")
        words.text = text
        run.append(words)
        paragraph.append(run)
        body.append(paragraph)

    def _body(self, slide: str) -> Element:
        """Return the text body of the slide's notes, made where there is none."""
        known = self._package.first(slide, "notesSlide")
        root = self._page(slide) if known is None else self._package.tree(known)
        for shape in root.iter(f"{P}sp"):
            holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            text = shape.find(f"{P}txBody")
            if holder is not None and holder.get("type") == "body" and text is not None:
                return text
        return self._appended(next(root.iter(f"{P}spTree")))

    def _appended(self, tree: Element) -> Element:
        """Put a box for the text on a notes page that has none; return its text body."""
        from lxml import etree

        shape = list(etree.fromstring(_template("notes")).iter(f"{P}sp"))[-1]
        taken = [each.get("id", "") for each in tree.iter(f"{P}cNvPr")]
        free = max((int(id_) for id_ in taken if id_.isdecimal()), default=0) + 1
        next(shape.iter(f"{P}cNvPr")).set("id", str(free))
        tree.append(shape)
        return shape[-1]

    def _page(self, slide: str) -> Element:
        name = self._package.free("ppt/notesSlides/notesSlide{}.xml")
        root = self._package.add(name, _template("notes"), f"{DECK}.notesSlide+xml")
        self._package.relate(name, "notesMaster", self._master())
        self._package.relate(name, "slide", slide)
        self._package.relate(slide, "notesSlide", name)
        return root

    def _master(self) -> str:
        """Return the part of the notes master, made where there is none."""
        known = self._package.first(self._main, "notesMaster")
        if known is not None:
            return known
        name = self._package.free("ppt/notesMasters/notesMaster{}.xml")
        self._package.add(name, _template("notes_master"), f"{DECK}.notesMaster+xml")
        self._package.relate(name, "theme", self._theme())
        self._listed(self._package.relate(self._main, "notesMaster", name))
        return name

    def _theme(self) -> str:
        """Return a copy of the deck's theme: masters do not share one."""
        from lxml import etree

        masters = self._package.related(self._main, "slideMaster").values()
        themes = [t for m in masters for t in self._package.related(m, "theme").values()]
        looked = ((theme, self._package.look(theme)) for theme in themes)
        like, root = next((pair for pair in looked if pair[1] is not None), ("ppt/theme/", None))
        xml = _template("theme") if root is None else etree.tostring(root)
        name = self._package.free(f"{posixpath.dirname(like)}/theme{{}}.xml")
        self._package.add(name, xml, "application/vnd.openxmlformats-officedocument.theme+xml")
        self._package.relate_alike(name, like)
        return name

    def _listed(self, id_: str) -> None:
        """List the notes master in the presentation, behind the slide masters."""
        root = self._package.tree(self._main)
        entry = root.makeelement(f"{P}notesMasterIdLst")
        inner = root.makeelement(f"{P}notesMasterId")
        inner.set(f"{R}id", id_)
        entry.append(inner)
        masters = root.find(f"{P}sldMasterIdLst")
        if masters is not None:
            masters.addnext(entry)
        else:
            root.insert(0, entry)


def _template(name: str) -> bytes:
    return (_TEMPLATES / f"{name}.xml").read_bytes()
