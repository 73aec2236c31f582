"""PDFs for tests, built in memory so that a reviewer sees what is in them."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 400.0, 600.0

Drawing = Callable[[Canvas], None]


def pdf(*pages: Drawing, size: tuple[float, float] = (WIDTH, HEIGHT), **options: object) -> bytes:
    """Return a PDF with one page for each drawing."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(
    *texts: str, x: float = 40, top: float = 60, size: float = 10, font: str = "Helvetica"
) -> Drawing:
    """Return a drawing of lines below each other; `top` counts from the upper edge."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        height = canvas._pagesize[1]
        for row, text in enumerate(texts):
            canvas.drawString(x, height - top - 1.2 * size * row, text)

    return draw


def together(*drawings: Drawing) -> Drawing:
    """Return one drawing that paints several, in order."""

    def draw(canvas: Canvas) -> None:
        for each in drawings:
            each(canvas)

    return draw
