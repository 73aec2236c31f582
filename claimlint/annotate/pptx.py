"""PPTX: review comments on the shapes of slides, and a marked line for each in the notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimlint.annotate.deck_comments import Comments
from claimlint.annotate.deck_notes import Notes
from claimlint.annotate.earlier import leave_out_of_slides
from claimlint.annotate.package import NotAnnotated, Package
from claimlint.annotate.remark import Remark
from claimlint.office.names import P, R


def annotated(
    data: bytes, remarks: Sequence[Remark], today: str, earlier: Collection[str] = ()
) -> bytes:
    """Return the deck with a comment and a line in the notes for each remark.

    A deck that already holds comments of the newer, threaded kind gets the lines only: PowerPoint
    takes one kind a deck. Remarks on what is no slide (a layout) stand at the first. `earlier` are
    the lines of remarks that the deck holds, which go.

    Raises:
        NotAnnotated: the file is damaged or holds no slide.
    """
    package = Package(data)
    main = package.main()
    slides = _slides(package, main)
    leave_out_of_slides(package, slides, earlier)
    threaded = any("moderncomment" in name.lower() for name in package.names())
    comments = None if threaded else Comments(package, main, today)
    notes = Notes(package, main)
    for remark in remarks:
        slide = _slide_of(remark, slides)
        if comments is not None:
            comments.add(slide, remark)
        notes.add(slide, remark)
    if comments is not None:
        comments.close()
    return package.save()


def _slides(package: Package, main: str) -> tuple[str, ...]:
    """Return the parts of the slides in the order in which they are shown."""
    root = package.look(main)
    related = package.related(main)
    listed = () if root is None else root.iter(f"{P}sldId")
    ids = [entry.get(f"{R}id", "") for entry in listed]
    found = tuple(related[id_] for id_ in ids if package.has(related.get(id_, "")))
    if not found:
        raise NotAnnotated("it lists no slides")
    return found


def _slide_of(remark: Remark, slides: Sequence[str]) -> str:
    part = (remark.anchor or "").partition("#")[0]
    if part in slides:
        return part
    number = remark.slide if remark.slide is not None else 1
    return slides[number - 1] if 1 <= number <= len(slides) else slides[0]
