"""The inputs of the measurements, made from the project's own corpora and examples."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from docx import Document as Word
from pptx import Presentation
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parent.parent
CLEAN = (
    "The office opens at nine on Monday, and the visitors leave their coats at the front desk.\n"
)
CLAIM = "Our AI agent never sleeps and resolves 95% of tickets without human review.\n"
_PAGE = (420, 640)
_LINES = 34


CLAIMS_ONE_IN = 10
"""One unit in so many makes a claim, as 112 of 1,090 in labelled real papers (docs/speed.md)."""


def sentences(*, claims: bool = True) -> tuple[str, ...]:
    """Return the sentences of the corpora, or those of the neutral and policy voices alone."""
    return tuple(str(unit["text"]) for unit in _units() if claims or _quiet(unit))


def mixed() -> Iterator[str]:
    """Yield sentences without end, one in `CLAIMS_ONE_IN` of them with a claim.

    The others are all the rest of the corpora: near misses, clauses and plain talk.
    """
    loud = cycle(str(unit["text"]) for unit in _units() if unit["claims"])
    rest = cycle(str(unit["text"]) for unit in _units() if not unit["claims"])
    while True:
        for place in range(CLAIMS_ONE_IN):
            yield next(loud if place == CLAIMS_ONE_IN // 2 else rest)


def _units() -> list[dict[str, object]]:
    files = sorted((ROOT / "corpora").glob("*/*.jsonl"))
    lines = (
        line
        for file in files
        if not file.name.startswith("contrast-")
        for line in file.read_text(encoding="utf-8").splitlines()
    )
    return [json.loads(line) for line in lines]


def _quiet(unit: dict[str, object]) -> bool:
    return not (unit["claims"] or unit["clause"] or unit["near"])


def text(words: int, *, dense: bool = False) -> str:
    """Return about that many words of mixed text, a number in each round so that none repeats.

    A `dense` one takes the corpora as they are: more than a third of their sentences make a claim.
    """
    made, count = [], 0
    for number, sentence in _numbered(cycle(sentences()) if dense else mixed()):
        made.append(_paged(sentence, number))
        count += len(made[-1].split())
        if count >= words:
            break
    return "\n\n".join(made) + "\n"


def plain(words: int) -> str:
    """Return text that no rule takes an interest in, of about that many words."""
    line = "The {0} visitors left {1} coats and {2} umbrellas near the green door of the museum."
    count = len(line.split())
    return "\n\n".join(line.format(n, n + 1, n + 2) for n in range(words // count)) + "\n"


def _paged(sentence: str, number: int) -> str:
    stop = sentence[-1] if sentence[-1] in ".!?:" else ""
    words = sentence.removesuffix(stop)
    return f"{words} on page {number}{stop}" if number else sentence


def _numbered(texts: Iterator[str]) -> Iterator[tuple[int, str]]:
    """Yield each sentence with the number of times that it came before."""
    seen: Counter[str] = Counter()
    for sentence in texts:
        yield seen[sentence], sentence
        seen[sentence] += 1


def pdf(target: Path, pages: int, *, claims_each: int = 0) -> Path:
    """Write a PDF of so many full pages; every `claims_each`th of them holds claims."""
    quiet, loud = cycle(plain(9000).split("\n\n")), cycle(sentences())
    canvas = Canvas(str(target), pagesize=_PAGE, invariant=1)
    if claims_each:
        quiet = cycle(sentences(claims=False))
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        source = loud if claims_each and page % claims_each == 0 else quiet
        for row, line in enumerate(_wrapped(source, _LINES)):
            canvas.drawString(40, _PAGE[1] - 50 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return target


def _wrapped(source: Iterator[str], most: int) -> list[str]:
    rows: list[str] = []
    while len(rows) < most:
        words = next(source).split()
        rows += [" ".join(words[i : i + 11])[:90] for i in range(0, len(words), 11)]
    return [row.encode("latin-1", "replace").decode("latin-1") for row in rows[:most]]


def docx(target: Path, words: int) -> Path:
    """Write a Word document of about that many words, of dense text."""
    document = Word()
    for paragraph in text(words, dense=True).split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(target))
    return target


def pptx(target: Path, slides: int) -> Path:
    """Write a deck of that many slides, each with a title and eight lines."""
    deck = Presentation()
    lines = cycle(sentences())
    for _ in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = next(lines)
        box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(4))
        box.text_frame.text = "\n".join(next(lines) for _ in range(8))
    deck.save(str(target))
    return target


def folder(target: Path, documents: int) -> Path:
    """Write that many documents of uneven length: mostly text and HTML, one in ten a PDF."""
    target.mkdir(parents=True, exist_ok=True)
    lines = mixed()
    for number in range(documents):
        body = [next(lines) for _ in range(12 + number * 7 % 40)]
        if number % 10 == 0:
            pdf(target / f"{number:04}.pdf", 3, claims_each=2)
        elif number % 2:
            (target / f"{number:04}.md").write_text("\n\n".join(body), encoding="utf-8")
        else:
            page = "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in body)
            (target / f"{number:04}.html").write_text(f"<html>{page}</html>", encoding="utf-8")
    return target
