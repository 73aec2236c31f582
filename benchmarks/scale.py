"""What a corpus costs: CPU time per 1,000 pages by format, its growth, and a large scan simulated.

`python -m benchmarks.scale` measures on this machine and writes `benchmarks/scale.md`. The corpus
of ten million decks is simulated on what was measured: no such corpus was scanned.
"""

from __future__ import annotations

import heapq
import math
import random
import resource
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from msgspec import Struct

from benchmarks import inputs
from claimlint.scale.batches import checked, ready
from claimlint.settings import Settings

_SETTINGS = Settings(today=date(2026, 11, 23), limits=(("seconds", 600.0),))
_SIZES = (20, 80)
_WORDS_A_PAGE = 300
_ROUNDS = 3
_DECKS = 10_000_000
_SLIDES = (math.log(16), 0.7)
"""Slides of a deck: log-normal, median 16; an assumption, to be replaced by the corpus's own."""
_LOST = 2e-5
"""The share of documents that end their worker in the simulation; an assumption."""
_RESTART = 8.0
_BATCH = 32
_WORKERS = (16, 64, 256, 1024)


class Measured(Struct, frozen=True):
    """Seconds of CPU for documents of one format, by pages, the reader's process included."""

    format: str
    seconds: tuple[tuple[int, float], ...]

    @property
    def per_thousand(self) -> float:
        """Return the seconds for 1,000 pages, from the longest document."""
        pages, seconds = self.seconds[-1]
        return 1000 * seconds / pages

    @property
    def growth(self) -> float:
        """Return the exponent of the growth with pages: 1 is linear."""
        (few, fast), *_, (many, slow) = self.seconds
        return math.log(slow / fast) / math.log(many / few)


def main() -> None:
    """Measure, simulate, and write the page."""
    with TemporaryDirectory() as folder:
        measured = [
            _measured(name, write, Path(folder)) for name, write in sorted(_WRITERS.items())
        ]
    slide = next(m for m in measured if m.format == "pptx").per_thousand / 1000
    runs = [(workers, *simulated(workers, slide)) for workers in _WORKERS]
    page = _page(measured, runs)
    (inputs.ROOT / "benchmarks" / "scale.md").write_text(page, encoding="utf-8")
    print(page)


def simulated(workers: int, slide: float, *, decks: int = _DECKS) -> tuple[float, float, float]:
    """Return hours of wall time, hours of CPU and the share of time that workers waited.

    Batches go to whichever worker is free first, as the scheduler does it.
    """
    draw = random.Random(7)
    free = [0.0] * workers
    spent = 0.0
    for _ in range(decks // _BATCH):
        cost = _batch(draw, slide)
        spent += cost
        heapq.heapreplace(free, free[0] + cost)
    end = max(free)
    return end / 3600, spent / 3600, 1 - spent / (end * workers)


def _batch(draw: random.Random, slide: float) -> float:
    slides = sum(draw.lognormvariate(*_SLIDES) for _ in range(_BATCH))
    lost = draw.random() < _LOST * _BATCH
    return slides * slide + (2 * _RESTART if lost else 0.0)


def _measured(name: str, write: Callable[[Path, int], object], folder: Path) -> Measured:
    found = []
    for pages in _SIZES:
        path = folder / f"{pages}.{name}"
        write(path, pages)
        found.append((pages, median(_seconds(path) for _ in range(_ROUNDS))))
    return Measured(name, tuple(found))


def _seconds(path: Path) -> float:
    def spent() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return process_time() + children.ru_utime + children.ru_stime

    prepared = ready(_SETTINGS)
    before = spent()
    checked(path, _SETTINGS, prepared)
    return spent() - before


_WRITERS: dict[str, Callable[[Path, int], object]] = {
    "docx": lambda path, pages: inputs.docx(path, pages * _WORDS_A_PAGE),
    "html": lambda path, pages: path.write_text(
        "<html>"
        + "".join(
            f"<p>{p}</p>" for p in inputs.text(pages * _WORDS_A_PAGE, dense=True).split("\n\n")
        ),
        encoding="utf-8",
    ),
    "md": lambda path, pages: path.write_text(
        inputs.text(pages * _WORDS_A_PAGE, dense=True), encoding="utf-8"
    ),
    "pdf": lambda path, pages: inputs.pdf(path, pages, claims_each=5),
    "pptx": inputs.pptx,
}


def _page(measured: Sequence[Measured], runs: Sequence[tuple[int, float, float, float]]) -> str:
    lines = [
        "# What a corpus costs",
        "",
        f"Median of {_ROUNDS} runs a document; a page of text is {_WORDS_A_PAGE} words of the "
        "corpora (every sentence a claim, a near miss or a neighbour of one: dearer than prose).",
        "",
        "| format | CPU seconds for 1,000 pages | growth with pages (1 is linear) |",
        "|---|--:|--:|",
        *(f"| {m.format} | {m.per_thousand:.1f} | {m.growth:.2f} |" for m in measured),
        "",
        f"Simulated: {_DECKS:,} decks of 16 slides (median, log-normal), one in "
        f"{round(1 / _LOST):,} of which ends its worker twice, in batches of {_BATCH}.",
        "",
        "| workers | wall hours | CPU hours | waiting |",
        "|--:|--:|--:|--:|",
        *(f"| {n:,} | {wall:,.0f} | {cpu:,.0f} | {idle:.2%} |" for n, wall, cpu, idle in runs),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
