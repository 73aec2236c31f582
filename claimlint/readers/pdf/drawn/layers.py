"""Layers that are switched off: what stands on them is in the file and not on the screen."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping

import pypdfium2.raw as raw

from claimlint.readers.pdf.engines.pdfium_calls import call
from claimlint.readers.pdf.opening.document import Opened, second_faults

_LONGEST = 4_000
_MARKS = 20


def layer_of(address: int) -> str | None:
    """Return the name of the layer that a page object is marked to stand on, or None."""
    count = call("FPDFPageObj_CountMarks")(ctypes.c_void_p(address))
    item = ctypes.cast(address, raw.FPDF_PAGEOBJECT) if count else None
    for index in range(min(count, _MARKS)):
        mark = raw.FPDFPageObj_GetMark(item, index)
        buffer, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
        raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
        if bytes(buffer).decode("utf-16-le", "replace").rstrip("\0") == "OC":
            return _name(mark)
    return None


def _name(mark: raw.FPDF_PAGEOBJECTMARK) -> str | None:
    length = ctypes.c_ulong()
    if not raw.FPDFPageObjMark_GetParamStringValue(mark, b"Name", None, 0, length):
        return None
    if not 2 < length.value <= _LONGEST:
        return None
    buffer = (ctypes.c_ushort * ((length.value + 1) // 2))()
    raw.FPDFPageObjMark_GetParamStringValue(mark, b"Name", buffer, length.value, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")


def off_layers(file: Opened) -> frozenset[str]:
    """Return the names of the layers that the file switches off; empty where it does not say."""
    second = file.second()
    if second is None:
        return frozenset()
    try:
        return frozenset(_off(second.doc.catalog))
    except second_faults():
        return frozenset()


def _off(catalog: Mapping[str, object]) -> set[str]:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    layers = resolve1(catalog.get("OCProperties")) or {}
    start = resolve1(layers.get("D")) or {}
    names = {
        reference.objid: decode_text(resolve1(resolve1(reference).get("Name")))
        for reference in resolve1(layers.get("OCGs")) or []
    }
    off = {reference.objid for reference in resolve1(start.get("OFF")) or []}
    if str(resolve1(start.get("BaseState"))) == "/'OFF'":
        off = set(names) - {reference.objid for reference in resolve1(start.get("ON")) or []}
    on = {name for number, name in names.items() if number not in off}
    return {name for number, name in names.items() if number in off} - on
