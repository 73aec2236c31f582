"""The targets: what is measured against what, and which ratio is the goal."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from types import MappingProxyType

from msgspec import Struct

from benchmarks import inputs, scripts
from benchmarks.timing import cost, paired, peak

TODAY = ("--today", "2026-11-23")


class Bench(Struct, frozen=True):
    """What a measurement needs: a folder for inputs, the peers' folder, how much, how often."""

    folder: Path
    peers: Path
    words: int
    documents: int
    pages: int
    pairs: int


class Figure(Struct, frozen=True):
    """A ratio, with what it was measured on; None where nothing was measured, and why."""

    ratio: float | None
    told: str


class Target(Struct, frozen=True):
    """One line of the table; `faster` targets are reached by a ratio above the goal."""

    id: str
    says: str
    goal: float
    aim: float
    measure: Callable[[Bench], Figure]
    faster: bool = False

    def reached(self, ratio: float) -> str:
        """Return "aim", "goal" or "no"."""
        for word, bound in (("aim", self.aim), ("goal", self.goal)):
            if ratio >= bound if self.faster else ratio <= bound:
                return word
        return "no"


def ours(*arguments: str | Path) -> list[str | Path]:
    """Return the command that checks something quietly, and anew."""
    return [*remembering(*arguments), "--no-cache"]


def remembering(*arguments: str | Path) -> list[str | Path]:
    """Return the command that checks something quietly, with what earlier runs kept."""
    return [sys.executable, "-m", "claimlint", "check", *arguments, *TODAY, "--quiet"]


def script(text: str, *arguments: str | Path) -> list[str | Path]:
    """Return the command that runs a small program."""
    return [sys.executable, "-c", text, *arguments]


_TEXTS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {"dense": partial(inputs.text, dense=True), "mixed": inputs.text, "plain": inputs.plain}
)
_SOLD = ("--kind", "marketing")
"""Text of many papers is of no kind; where it is taken as sold, every claim in it is judged."""


def _text(bench: Bench, words: int, sort: str = "mixed") -> Path:
    file = bench.folder / f"{sort}-{words}.txt"
    if not file.exists():
        file.write_text(_TEXTS[sort](words), encoding="utf-8")
    return file


def _pdf(bench: Bench, pages: int, claims_each: int = 0) -> Path:
    file = bench.folder / f"{pages}-{claims_each}.pdf"
    return file if file.exists() else inputs.pdf(file, pages, claims_each=claims_each)


def _on_text(sort: str, times: int, bench: Bench) -> Figure:
    proselint = bench.peers / "proselint" / "bin" / "proselint"
    if not proselint.exists():
        return Figure(None, "proselint could not be had")
    words = bench.words * times
    file = _text(bench, words, sort)
    pairs = paired(ours(file, *_SOLD), [proselint, "check", file], bench.pairs)
    return Figure(pairs.ratio(), f"{words:,} words")


def _no_candidate(bench: Bench) -> Figure:
    file, phrases = _text(bench, bench.words, "plain"), bench.folder / "phrases.txt"
    words = sorted({word for text in inputs.sentences() for word in text.split() if word.isalpha()})
    pairs_of_words = [f"{a.lower()} {b.lower()}" for a, b in zip(words, words[7:], strict=False)]
    phrases.write_text("\n".join(pairs_of_words[:300]) + "\n", encoding="utf-8")
    pairs = paired(ours(file), ["grep", "-E", "-i", "-w", "-f", phrases, file], bench.pairs)
    return Figure(pairs.ratio(), f"{bench.words:,} words, 300 phrases")


def _cascade(sort: str, bench: Bench) -> Figure:
    file = _text(bench, bench.words, sort)
    pairs = paired(script(scripts.PARSE_ALL, file), ours(file, *_SOLD), bench.pairs)
    return Figure(pairs.ratio(), f"{bench.words:,} words, whole processes")


def _rules(bench: Bench) -> Figure:
    file = _text(bench, bench.words // 4, "dense")
    many, few = (script(scripts.MATCHING, file, str(n)) for n in (200, 10))
    return Figure(paired(many, few, bench.pairs).ratio(), f"{bench.words // 4:,} words")


def _start(*arguments: str) -> Callable[[Bench], Figure]:
    def measure(bench: Bench) -> Figure:
        command = [sys.executable, "-m", "claimlint", *arguments]
        loops = (4, 12)
        pairs = paired(command, script(scripts.PASS), bench.pairs, loops=loops)
        return Figure(pairs.ratio(), "python -m claimlint")

    return measure


def _sentence(bench: Bench, text: str) -> Path:
    file = bench.folder / ("clean.txt" if text is inputs.CLEAN else "claim.txt")
    file.write_text(text, encoding="utf-8")
    return file


def _clean(bench: Bench) -> Figure:
    file = _sentence(bench, inputs.CLEAN)
    free = subprocess.run(
        [str(part) for part in script(scripts.NO_SPACY, file)], check=False, capture_output=True
    )
    pairs = paired(ours(file), script(scripts.PASS), bench.pairs, loops=(2, 10))
    told = "spaCy is not imported" if free.returncode == 0 else "spaCy IS imported"
    return Figure(pairs.ratio(), told)


def _claim(bench: Bench) -> Figure:
    file = _sentence(bench, inputs.CLAIM)
    return Figure(paired(ours(file), script(scripts.LOAD_MODEL), bench.pairs).ratio(), "1 sentence")


def _pages(bench: Bench) -> Figure:
    file = _pdf(bench, 100)
    pairs = paired(ours(file), script(scripts.PDFIUM_TEXT, file), bench.pairs)
    return Figure(pairs.ratio(), "100 pages")


def _pages_with_claims(bench: Bench) -> Figure:
    file = _pdf(bench, 100, 5)
    text, start = script(scripts.PDFIUM_TEXT, file), script(scripts.LOAD_MODEL)
    rounds = [
        [cost(command).cpu for command in (ours(file), text, start)] for _ in range(bench.pairs)
    ]
    whole = median(mine / its for mine, its, _ in rounds)
    apart = median((mine - model) / its for mine, its, model in rounds)
    return Figure(apart, f"100 pages; with the model's start {whole:.1f}")


def _office(name: str, bench: Bench) -> Figure:
    file = bench.folder / f"read.{name}"
    if not file.exists():
        made = {"docx": (inputs.docx, 27_000), "pptx": (inputs.pptx, 40)}[name]
        made[0](file, made[1])
    pairs = paired(script(scripts.READ_ONLY, file), script(scripts.LXML_PARTS, file), bench.pairs)
    return Figure(pairs.ratio(), "27,000 words" if name == "docx" else "40 slides")


def _workers(bench: Bench) -> Figure:
    folder = bench.folder / f"folder-{bench.documents}"
    if not folder.exists():
        inputs.folder(folder, bench.documents)
    one, two = ours(folder, "--jobs", "1"), ours(folder, "--jobs", "2")
    ratio = paired(one, two, 1).ratio(lambda c: c.wall)
    return Figure(ratio, f"{bench.documents} documents, wall time, one pair")


def _memory(bench: Bench) -> Figure:
    every = ("--limit", f"pages={bench.pages}")
    long, short = (peak(ours(_pdf(bench, pages), *every)) for pages in (bench.pages, 100))
    return Figure(long / short, f"{bench.pages:,} pages, peak of the largest process")


def _again(bench: Bench) -> Figure:
    folder = bench.folder / f"folder-{min(bench.documents, 100)}"
    if not folder.exists():
        inputs.folder(folder, min(bench.documents, 100))
    cost(remembering(folder))
    pairs = paired(remembering(folder), script(scripts.READ_BYTES, folder), bench.pairs)
    return Figure(pairs.ratio(), "second run, whole processes")


TARGETS: tuple[Target, ...] = (
    Target("T1", "check on mixed text / proselint 0.16", 2.0, 1.0, partial(_on_text, "mixed", 1)),
    Target("T1d", "the same on dense text", 2.0, 1.0, partial(_on_text, "dense", 1)),
    Target("T2", "mixed text, five times as much", 1.2, 0.8, partial(_on_text, "mixed", 5)),
    Target("T3", "text without a candidate / grep, 300 phrases", 4.0, 2.5, _no_candidate),
    Target("T4", "parsing all / the cascade", 20.0, 40.0, partial(_cascade, "mixed"), faster=True),
    Target("T4d", "the same on dense text", 20.0, 40.0, partial(_cascade, "dense"), faster=True),
    Target("T5", "matching with 200 rules / with 10", 3.0, 1.5, _rules),
    Target("T6a", "--version / python -c pass", 1.5, 1.2, _start("--version")),
    Target("T6b", "--help / python -c pass", 14.0, 8.0, _start("--help")),
    Target("T7", "one clean sentence / python -c pass", 12.0, 6.0, _clean),
    Target("T8", "one claim / importing spaCy and the model", 1.3, 1.0, _claim),
    Target("T9", "100-page PDF, no claim / pypdfium2 text", 2.0, 1.5, _pages),
    Target("T10", "100-page PDF, claims on 1 in 5 / the same", 8.0, 4.0, _pages_with_claims),
    Target("T11a", "DOCX, reading only / lxml on its parts", 2.0, 1.5, partial(_office, "docx")),
    Target("T11b", "PPTX, reading only / lxml on its parts", 4.0, 2.0, partial(_office, "pptx")),
    Target("T12", "one worker / two workers", 1.7, 1.9, _workers, faster=True),
    Target("T13", "memory, a long PDF / 100 pages", 1.5, 1.2, _memory),
    Target("T14", "second run on a folder / reading its bytes", 5.0, 2.0, _again),
)

PEERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "proselint": ("proselint/bin/proselint", "check"),
        "textlint, write-good": ("npm/node_modules/.bin/textlint", "--rule", "write-good"),
        "alex": ("npm/node_modules/.bin/alex", "--text"),
        "write-good": ("npm/node_modules/.bin/write-good",),
    }
)


def beside(bench: Bench, name: str) -> Figure:
    """Return the ratio of a check to another program on a tenth of as much mixed text."""
    program, *arguments = PEERS[name]
    if not (bench.peers / program).exists():
        return Figure(None, "could not be had")
    words = max(bench.words // 10, 1000)
    file = _text(bench, words)
    pairs = paired(ours(file), [bench.peers / program, *arguments, file], bench.pairs)
    return Figure(pairs.ratio(), f"{words:,} words")
