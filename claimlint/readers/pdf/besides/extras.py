"""What a page carries besides its print: comments, form values, files pinned to it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

import pypdfium2.raw as raw
from pypdfium2 import PdfPage

from claimlint.document import Part, Passage, Piece
from claimlint.readers.pdf.geometry import Sheet
from claimlint.regex import regex
from claimlint.values.boxes import Box, straight

Ask: TypeAlias = Callable[[ctypes.Array[ctypes.c_ushort] | None, int], int]
"""Has pdfium write a string into a buffer of so many bytes; returns how many it needs."""

NOTES = 5_000
"""A page has no more annotations that anyone reads."""
_LONGEST = 200_000
_TAGS = regex(r"<[^<>]*>")


class Extras(NamedTuple):
    """Passages of a page's annotations and form fields, and the files pinned to it.

    `drawn` are the places of annotations with a drawing of their own, which may hold text. `beyond`
    says how many annotations there are beyond those that were read.
    """

    passages: tuple[Passage, ...]
    files: tuple[raw.FPDF_ATTACHMENT, ...]
    drawn: tuple[Box, ...] = ()
    beyond: int = 0


def extras_of(page: PdfPage, sheet: Sheet) -> Extras:
    """Return what stands on a page in annotations and form fields; links are left out."""
    passages: list[Passage] = []
    files: list[raw.FPDF_ATTACHMENT] = []
    drawn: list[Box] = []
    shown = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT)
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    for index in range(min(count, NOTES)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == raw.FPDF_ANNOT_FILEATTACHMENT:
            pinned = raw.FPDFAnnot_GetFileAttachment(note)
            files += [pinned] if pinned else []
        if kind in shown and raw.FPDFAnnot_HasKey(note, b"AP"):
            drawn.append(_rectangle(note, sheet))
        if kind == raw.FPDF_ANNOT_WIDGET:
            passages += _field(page, note, sheet)
        elif kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            passages += _comment(note, sheet)
        raw.FPDFPage_CloseAnnot(note)
    return Extras(tuple(passages), tuple(files), tuple(drawn), max(0, count - NOTES))


def _comment(note: raw.FPDF_ANNOTATION, sheet: Sheet) -> Iterator[Passage]:
    text = _text_of(note, b"Contents") or _TAGS.sub(" ", _text_of(note, b"RC"))
    if text.strip():
        yield _passage(note, sheet, text, Part.ANNOTATION, "comment")


def _field(page: PdfPage, note: raw.FPDF_ANNOTATION, sheet: Sheet) -> Iterator[Passage]:
    form = getattr(page, "formenv", None)
    handle = getattr(form, "raw", None)
    if handle is None:
        value, name = _text_of(note, b"V"), _text_of(note, b"T")
    else:
        kind = raw.FPDFAnnot_GetFormFieldType(handle, note)
        name = string_of(partial(raw.FPDFAnnot_GetFormFieldName, handle, note))
        if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
            value = _ticked(handle, note)
        elif kind in (raw.FPDF_FORMFIELD_PUSHBUTTON, raw.FPDF_FORMFIELD_SIGNATURE):
            value = ""
        else:
            value = string_of(partial(raw.FPDFAnnot_GetFormFieldValue, handle, note))
    if value.strip():
        said = " ".join(name.split())[:60]
        label = f"form field “{said}”" if said.isprintable() and said else "form field"
        yield _passage(note, sheet, value, Part.FORM, label)


def _ticked(handle: raw.FPDF_FORMHANDLE, note: raw.FPDF_ANNOTATION) -> str:
    """Return what a ticked box is described as; nothing where it is not ticked."""
    if not raw.FPDFAnnot_IsChecked(handle, note):
        return ""
    return string_of(partial(raw.FPDFAnnot_GetFormFieldAlternateName, handle, note))


def _passage(note: raw.FPDF_ANNOTATION, sheet: Sheet, text: str, part: Part, label: str) -> Passage:
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    unseen = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
    box = _rectangle(note, sheet)
    hidden = f"hidden {label}" if raw.FPDFAnnot_GetFlags(note) & unseen else None
    place = sheet.beside(label, part, box=box, hidden=hidden)
    return Passage(text=text, location=place, pieces=(Piece(0, len(text), box=box),))


def _rectangle(note: raw.FPDF_ANNOTATION, sheet: Sheet) -> Box:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, rect)
    return sheet.shown(*straight((rect.left, rect.bottom, rect.right, rect.top)))


def _text_of(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    return string_of(partial(raw.FPDFAnnot_GetStringValue, note, key))


def string_of(ask: Ask) -> str:
    """Return a string that pdfium writes as UTF-16 into a buffer, which is asked for twice."""
    size = ask(None, 0)
    if not 2 < size <= 4 * _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * ((size + 1) // 2))()
    ask(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def attachment(handle: raw.FPDF_ATTACHMENT, largest: int) -> tuple[str, bytes | None]:
    """Return the name and bytes of an attached file; no bytes where it is too large or broken."""
    name = string_of(partial(raw.FPDFAttachment_GetName, handle))
    length = ctypes.c_ulong()
    if not raw.FPDFAttachment_GetFile(handle, None, 0, length) or length.value > largest:
        return name, None
    buffer = ctypes.create_string_buffer(max(1, length.value))
    if not raw.FPDFAttachment_GetFile(handle, buffer, length.value, length):
        return name, None
    return name, buffer.raw[: length.value]
