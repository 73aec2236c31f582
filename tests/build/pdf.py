"""PDFs for tests, built in memory so that a reviewer sees what is in them."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 400.0, 600.0
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)

Drawing = Callable[[Canvas], None]
Size = tuple[float, float]


def pdf(
    *pages: Drawing,
    size: Size = (WIDTH, HEIGHT),
    password: str | None = None,
    owner: str = "owner",
) -> bytes:
    """Return a PDF with one page for each drawing; `password` is the one to open it with."""
    buffer = io.BytesIO()
    lock = None if password is None else StandardEncryption(password, owner)
    canvas = Canvas(buffer, pagesize=size, invariant=1, encrypt=lock)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(
    *texts: str,
    x: float = 40,
    top: float = 60,
    size: float = 10,
    font: str = "Helvetica",
    colour: tuple[float, float, float] = BLACK,
    lead: float = 1.2,
) -> Drawing:
    """Return a drawing of lines below each other; `top` is the first base line, from above."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        canvas.setFillColorRGB(*colour)
        height = canvas._pagesize[1]
        for row, text in enumerate(texts):
            canvas.drawString(x, height - top - lead * size * row, text)

    return draw


def together(*drawings: Drawing) -> Drawing:
    """Return one drawing that paints several, in order."""

    def draw(canvas: Canvas) -> None:
        for each in drawings:
            each(canvas)

    return draw


def bold(text: str, *, x: float = 40, top: float = 60, size: float = 10) -> Drawing:
    """Return a drawing of one bold line."""
    return lines(text, x=x, top=top, size=size, font="Helvetica-Bold")


def turned(text: str, degrees: float, *, x: float = 200, y: float = 300) -> Drawing:
    """Return a drawing of one line against the clock by `degrees`; `y` counts from below."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    return draw


def invisible(text: str, *, top: float = 60) -> Drawing:
    """Return a drawing of a line in the rendering mode that paints nothing."""

    def draw(canvas: Canvas) -> None:
        writer = canvas.beginText(40, canvas._pagesize[1] - top)
        writer.setTextRenderMode(3)
        writer.textLine(text)
        writer.setTextRenderMode(0)
        canvas.drawText(writer)

    return draw


def box(
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    fill: tuple[float, float, float] | None = BLACK,
) -> Drawing:
    """Return a drawing of a rectangle, filled or only outlined; `top` counts from above."""

    def draw(canvas: Canvas) -> None:
        if fill is not None:
            canvas.setFillColorRGB(*fill)
        y = canvas._pagesize[1] - top - height
        canvas.rect(left, y, width, height, stroke=int(fill is None), fill=int(fill is not None))
        canvas.setFillColorRGB(*BLACK)

    return draw


def table(
    *rows: tuple[str, ...],
    x: float = 40,
    top: float = 60,
    wide: float = 100,
    high: float = 20,
    ruled: bool = True,
) -> Drawing:
    """Return a drawing of a table, with rules or without; a cell is one line."""

    def draw(canvas: Canvas) -> None:
        upper = canvas._pagesize[1] - top
        across, down = len(rows[0]), len(rows)
        if ruled:
            for row in range(down + 1):
                canvas.line(x, upper - row * high, x + across * wide, upper - row * high)
            for column in range(across + 1):
                canvas.line(x + column * wide, upper, x + column * wide, upper - down * high)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                canvas.drawString(x + column * wide + 4, upper - (row + 0.7) * high, text)

    return draw


def picture(
    *, left: float = 0, top: float = 0, width: float = WIDTH, height: float = HEIGHT
) -> Drawing:
    """Return a drawing of a grey picture."""

    def draw(canvas: Canvas) -> None:
        from PIL import Image

        grey = ImageReader(Image.new("RGB", (8, 8), (180, 180, 180)))
        y = canvas._pagesize[1] - top - height
        canvas.drawImage(grey, left, y, width=width, height=height)

    return draw


def curves(count: int) -> Drawing:
    """Return a drawing of many small curved shapes, as letters turned into outlines are."""

    def draw(canvas: Canvas) -> None:
        for index in range(count):
            path = canvas.beginPath()
            x, y = 40 + 10 * (index % 30), 500 - 12 * (index // 30)
            path.moveTo(x, y)
            path.curveTo(x + 2, y + 8, x + 6, y + 8, x + 8, y)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)

    return draw


def cropped(edges: tuple[float, float, float, float], drawing: Drawing) -> Drawing:
    """Return a drawing on a page with a crop box (left, bottom, right, top)."""

    def draw(canvas: Canvas) -> None:
        canvas.setCropBox(edges)
        drawing(canvas)

    return draw


def titled(title: str, subject: str, drawing: Drawing) -> Drawing:
    """Return a drawing that also sets the file's title and subject."""

    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        canvas.setSubject(subject)
        drawing(canvas)

    return draw


def comment(text: str, drawing: Drawing) -> Drawing:
    """Return a drawing with a note pinned to the page."""

    def draw(canvas: Canvas) -> None:
        drawing(canvas)
        canvas.textAnnotation(text, Rect=[50, 500, 70, 520])

    return draw


def filled_form(name: str, value: str, drawing: Drawing) -> Drawing:
    """Return a drawing with a text field that holds a value."""

    def draw(canvas: Canvas) -> None:
        drawing(canvas)
        canvas.acroForm.textfield(name=name, value=value, x=50, y=300, width=200, height=20)

    return draw


def raw(*objects: bytes, root: int = 1) -> bytes:
    """Return a PDF of hand-written objects, numbered from 1, without a cross-reference table.

    Readers rebuild the table, so a test need not count bytes.
    """
    body = b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1)
    )
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root %d 0 R/Size 99>>\n%%%%EOF\n" % root


def stream(content: bytes, keys: bytes = b"") -> bytes:
    """Return a stream object with its dictionary."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (keys, len(content), content)


HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def one_page(content: bytes, page_keys: bytes = b"", *more: bytes, catalog: bytes = b"") -> bytes:
    """Return a hand-written PDF of one page; objects 1 to 5 are taken, `more` follow from 6."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>%s>>" % page_keys
    )
    return raw(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        stream(content),
        HELVETICA,
        *more,
    )


def with_attachment(name: str, content: bytes, text: str = "See the attached file.") -> bytes:
    """Return a hand-written PDF with a file embedded in it."""
    spec = b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F 7 0 R>>>>" % (name.encode(), name.encode())
    return one_page(
        b"BT /F1 10 Tf 40 540 Td (%s) Tj ET" % text.encode(),
        b"",
        spec,
        stream(content, b"/Type/EmbeddedFile"),
        catalog=b"/Names<</EmbeddedFiles<</Names[(%s) 6 0 R]>>>>" % name.encode(),
    )
