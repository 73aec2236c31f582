"""The process that draws pages of one PDF: pdfium may abort on a damaged file."""

from __future__ import annotations

import io
import json
import struct
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.machine.children import serve

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

HEAD = struct.Struct(">Idd")
"""Before each PNG: the number of the page, its width and height in points."""

_WIDEST = 1_100
_TALLEST = 1_600
_COLOURS = 128


def draw(request: bytes, data: bytes) -> Iterator[bytes]:
    """Yield the pages that the request names, each behind its `HEAD`, until it has enough bytes."""
    import pypdfium2

    asked = json.loads(request)
    left = int(asked["bytes"])
    file = pypdfium2.PdfDocument(data)
    if file.get_formtype():
        file.init_forms()
    for number in asked["pages"]:
        if not 1 <= number <= len(file):
            continue
        page = file[number - 1]
        width, height = page.get_size()
        png = _png(_bitmap(page, width, height))
        left -= len(png)
        if left < 0:
            return
        yield HEAD.pack(number, width, height) + png


def _bitmap(page: PdfPage, width: float, height: float) -> Image:
    scale = min(_WIDEST / max(width, 1.0), _TALLEST / max(height, 1.0), 3.0)
    image: Image = page.render(scale=scale).to_pil()
    return image.convert("RGB")


def _png(image: Image) -> bytes:
    """Return the picture in few colours, which is enough for print and a third of the size."""
    from PIL.Image import Dither

    buffer = io.BytesIO()
    few = image.quantize(_COLOURS, dither=Dither.NONE)
    few.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(serve(draw))
