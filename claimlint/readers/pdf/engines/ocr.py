"""Optional text recognition: Tesseract, where it is installed, reads pages that are pictures."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace
from pypdfium2 import PdfPage

from claimlint.document import ProblemCode
from claimlint.readers.pdf.geometry import Sheet
from claimlint.readers.pdf.glyphs import Style, Word
from claimlint.readers.pdf.layout.lines import lines_of
from claimlint.readers.pdf.layout.page_content import PageContent

_DOTS = 200
"""Dots an inch of the picture that is read."""
_SECONDS = 60
_PIXELS = 40_000_000
_UNSURE = 30
"""Tesseract's confidence, of 100, below which a word is left out."""
COLUMNS = 12
PICTURES = (ProblemCode.IMAGE_ONLY_PAGE, ProblemCode.DRAWN_LETTERS, ProblemCode.GARBLED_TEXT)
ABSENT = "only a picture; Tesseract, which would read it, is not installed"
_FAILED = f"only a picture; Tesseract failed on it or took longer than {_SECONDS} seconds"
_WORDLESS = "a picture; text recognition found no text in it"
READ = "text in the picture was read by a machine and may be wrong"


def with_recognised(content: PageContent, page: PdfPage) -> PageContent:
    """Return the page with the text of its picture, or unchanged where it has text."""
    unread = [told for told in content.problems if told.code in PICTURES]
    if not unread or (unread[0].code is ProblemCode.GARBLED_TEXT and content.words):
        return content
    program = shutil.which("tesseract")
    if program is None:
        return _with_problem(content, unread[0].code, ABSENT)
    known = [word.box for word in content.words]
    table = _run(program, _picture(page, content.sheet))
    if table is None:
        return _with_problem(content, unread[0].code, _FAILED)
    words = [word for word in _words(table, content.sheet) if word.home(known) is None]
    if not words:
        return _with_problem(content, unread[0].code, _WORDLESS)
    told = _with_problem(content, ProblemCode.OCR, READ)
    return replace(told, recognised=lines_of(words))


def _with_problem(content: PageContent, code: ProblemCode, message: str) -> PageContent:
    """Return the page with a problem in the place of those with its picture."""
    others = tuple(told for told in content.problems if told.code not in PICTURES)
    return replace(content, problems=others).with_problem(code, message)


def _picture(page: PdfPage, sheet: Sheet) -> bytes:
    scale = _DOTS / 72
    area = sheet.width * sheet.height * scale * scale
    if area > _PIXELS:
        scale *= (_PIXELS / area) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    buffer = io.BytesIO()
    bitmap.to_pil().save(buffer, format="PNG")
    bitmap.close()
    return buffer.getvalue()


def _run(program: str, picture: bytes) -> str | None:
    """Return Tesseract's table of words, or None where it fails or takes too long."""
    command = [program, "stdin", "stdout", "-l", "eng", "--dpi", str(_DOTS), "tsv"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads wait for each other
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _words(table: str, sheet: Sheet) -> Iterator[Word]:
    """Yield the words of Tesseract's table, placed on the page, line by line."""
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    rows = [row for row in rows if len(row) == COLUMNS]
    pages = [row for row in rows if row[0] == "1"]
    if not pages:
        return
    scale = sheet.width / max(1, int(pages[0][8]))
    lines: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for row in rows:
        if row[0] == "5" and row[11].strip() and float(row[10]) >= _UNSURE:
            lines[tuple(row[1:5])].append(row)
    for line in lines.values():
        bottom = max(int(row[7]) + int(row[9]) for row in line) * scale
        size = max(1.0, bottom - min(int(row[7]) for row in line) * scale)
        for row in line:
            yield _word(row, scale, bottom, Style(round(size, 1)))


def _word(row: list[str], scale: float, bottom: float, style: Style) -> Word:
    left, top, width, height = (int(cell) * scale for cell in row[6:10])
    box = (round(left, 2), round(top, 2), round(left + width, 2), round(top + height, 2))
    return Word(
        text=row[11].strip(),
        box=box,
        x0=box[0],
        top=bottom - style.size,
        x1=box[2],
        bottom=bottom,
        base=bottom - 0.2 * style.size,
        style=style,
        turn=0,
        spaced=True,
    )
