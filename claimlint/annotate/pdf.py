"""PDF: highlights with pop-up notes on the words, added behind the bytes of the original."""

from __future__ import annotations

import hashlib
import io
import logging
import re
import struct
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from claimlint.annotate.earlier import leave_out_of_pages
from claimlint.annotate.package import NotAnnotated
from claimlint.annotate.remark import Remark
from claimlint.annotate.wording import AUTHOR, clean, on_words
from claimlint.values.boxes import hull

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject, IndirectObject, RectangleObject

    from claimlint.values.boxes import Box

_COLOURS = {
    "error": (1.0, 0.25, 0.22),
    "warning": (1.0, 0.68, 0.1),
    "note": (0.2, 0.66, 0.95),
    "clause": (0.6, 0.45, 0.95),
}
_NOTE = 18.0
_OPACITY = 0.38
"""Seen on white paper and on dark grounds alike; words stay legible."""
_IDENTITY = re.compile(rb"/ID ?\[ ?<[0-9A-Fa-f]{32}> ?<[0-9A-Fa-f]{32}> ?\]")
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError,
    RecursionError, RuntimeError, TypeError, ValueError, struct.error,
)  # fmt: skip
"""What pypdf throws at files that it does not understand."""


def annotated(
    data: bytes,
    remarks: Sequence[Remark],
    today: str,
    earlier: Collection[str] = (),
) -> bytes:
    """Return the PDF with a highlight for each remark: an update behind the original's bytes.

    `earlier` are the lines of remarks that the file holds, which go.

    Raises:
        NotAnnotated: the file is encrypted, or damaged beyond what pypdf reads.
    """
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _updated(data, remarks, today, earlier)
    except PyPdfError:
        repaired = _repaired(data)
    except _FAULTS as error:
        raise NotAnnotated(f"its structure is not understood ({type(error).__name__})") from error
    try:
        return _updated(repaired, remarks, today, earlier)
    except (PyPdfError, *_FAULTS) as error:
        raise NotAnnotated(f"its structure is not understood ({type(error).__name__})") from error


def _updated(data: bytes, remarks: Sequence[Remark], today: str, earlier: Collection[str]) -> bytes:
    from pypdf import PdfReader, PdfWriter

    if PdfReader(io.BytesIO(data)).is_encrypted:
        raise NotAnnotated("it is encrypted; save it without a password")
    writer = PdfWriter(io.BytesIO(data), incremental=True)
    leave_out_of_pages(writer, earlier)
    for remark in remarks:
        _write(writer, remark, today)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _repaired(data: bytes) -> bytes:
    """Return the file as pdfium writes it, which finds objects that no table lists.

    Raises:
        NotAnnotated: pdfium finds no pages either.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as file:
            out = io.BytesIO()
            file.save(out)
    except pypdfium2.PdfiumError as error:
        raise NotAnnotated(f"it is damaged ({error})") from error
    # pdfium gives a file that has no identity a random one.
    name = hashlib.sha256(data).hexdigest()[:32].upper().encode()
    return _IDENTITY.sub(b"/ID[<%s><%s>]" % (name, name), out.getvalue())


def _write(writer: PdfWriter, remark: Remark, today: str) -> None:
    from pypdf.generic import ArrayObject, NameObject

    number = remark.page if remark.page is not None else 1
    if not 1 <= number <= len(writer.pages):
        raise ValueError(f"no page {number}")
    page = writer.pages[number - 1]
    held = page.get("/Annots")
    held = None if held is None else held.get_object()
    made = _annotations(writer, page, remark, today)
    page[NameObject("/Annots")] = ArrayObject([*(held or ()), *made])


def _annotations(
    writer: PdfWriter, page: PageObject, remark: Remark, today: str
) -> Iterator[IndirectObject]:
    from pypdf.generic import DictionaryObject, NameObject, RectangleObject

    rects = tuple(_edges(box, remark.anchor) for box in remark.boxes)
    main = _highlight(page, remark, rects, today) if rects else _note(page, remark, today)
    if rects:
        main[NameObject("/AP")] = _appearance(writer, remark, rects)
    reference = writer._add_object(main)
    words = cast("RectangleObject", main["/Rect"])
    popup = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Popup"),
            NameObject("/Rect"): RectangleObject(_beside(page, words)),
            NameObject("/Parent"): reference,
            NameObject("/P"): page.indirect_reference,
        }
    )
    other = writer._add_object(popup)
    main[NameObject("/Popup")] = other
    yield reference
    yield other


def _highlight(
    page: PageObject, remark: Remark, rects: Sequence[Box], today: str
) -> DictionaryObject:
    from pypdf.generic import ArrayObject, FloatObject, NameObject, RectangleObject

    corners = [
        FloatObject(value)
        for left, bottom, right, top in rects
        for value in (left, top, right, top, left, bottom, right, bottom)
    ]
    highlight = _markup(page, remark, today, "/Highlight")
    highlight[NameObject("/Rect")] = RectangleObject(hull(rects))
    highlight[NameObject("/QuadPoints")] = ArrayObject(corners)
    return highlight


def _note(page: PageObject, remark: Remark, today: str) -> DictionaryObject:
    """Return a pinned note: for words that nobody sees, or that stand outside the pages."""
    from pypdf.generic import NameObject, RectangleObject

    left, _, _, top = (float(edge) for edge in page.cropbox)
    note = _markup(page, remark, today, "/Text")
    note[NameObject("/Rect")] = RectangleObject(
        (left + 6, top - 6 - _NOTE, left + 6 + _NOTE, top - 6)
    )
    note[NameObject("/Name")] = NameObject("/Comment")
    return note


def _markup(page: PageObject, remark: Remark, today: str, kind: str) -> DictionaryObject:
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        NumberObject,
        TextStringObject,
    )

    stamp = f"D:{today.replace('-', '')}000000Z"
    colour = _COLOURS.get(remark.look, _COLOURS["note"])
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/P"): page.indirect_reference,
            NameObject("/F"): NumberObject(4),
            NameObject("/NM"): TextStringObject(f"claimlint-{remark.number}"),
            NameObject("/T"): TextStringObject(AUTHOR),
            NameObject("/M"): TextStringObject(stamp),
            NameObject("/CreationDate"): TextStringObject(stamp),
            NameObject("/Contents"): TextStringObject(_contents(remark)),
            NameObject("/C"): ArrayObject([FloatObject(part) for part in colour]),
            NameObject("/CA"): FloatObject(_OPACITY),
        }
    )


def _contents(remark: Remark) -> str:
    lines = [remark.title]
    if not remark.boxes:
        lines.append(on_words(remark.words, remark.label))
    return "\n".join(clean(line) for line in (*lines, *remark.lines))


def _appearance(writer: PdfWriter, remark: Remark, rects: Sequence[Box]) -> DictionaryObject:
    """Return how the highlight looks, for viewers that do not draw one themselves."""
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        NumberObject,
        StreamObject,
    )

    red, green, blue = _COLOURS.get(remark.look, _COLOURS["note"])
    body = "".join(f"{a:.2f} {b:.2f} {c - a:.2f} {d - b:.2f} re\n" for a, b, c, d in rects)
    stream = StreamObject()
    stream.set_data(f"/G gs\n{red} {green} {blue} rg\n{body}f\n".encode())
    state = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/ExtGState"),
            NameObject("/BM"): NameObject("/Normal"),
            NameObject("/ca"): FloatObject(_OPACITY),
        }
    )
    states = DictionaryObject({NameObject("/G"): state})
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/FormType"): NumberObject(1),
            NameObject("/BBox"): ArrayObject([FloatObject(edge) for edge in hull(rects)]),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    return DictionaryObject({NameObject("/N"): writer._add_object(stream)})


def _edges(box: Box, anchor: str | None) -> Box:
    """Return a box as displayed (origin top left) in the file's coordinates (origin below).

    The address of a page is `p3/90@left,bottom,right,top`: its turn and its visible box.
    """
    page, _, edges = (anchor or "").partition("@")
    turn = page.partition("/")[2]
    left, bottom, right, top = (float(edge) for edge in edges.split(","))
    a, b, c, d = box
    if turn == "90":
        return left + b, bottom + a, left + d, bottom + c
    if turn == "180":
        return right - c, bottom + b, right - a, bottom + d
    if turn == "270":
        return right - d, top - c, right - b, top - a
    return left + a, top - d, left + c, top - b


def _beside(page: PageObject, rect: RectangleObject) -> Box:
    """Return where the pop-up opens: at the right edge of the page, level with the words."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    upper = min(float(rect[3]), top)
    return max(right - 200.0, left), max(upper - 120.0, bottom), right, upper
