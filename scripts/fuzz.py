"""Reads damaged copies of documents: each must be read or refused, within its time.

    python scripts/fuzz.py --rounds 2000 --seed 7 --keep /tmp/odd

A copy is odd when its reader hangs, dies of something unforeseen, or gives a passage that does not
lead back to a place. Odd copies are named with their seed; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimlint.document import Document, Passage, ProblemCode
from claimlint.readers.interface import Limits
from claimlint.readers.sandbox import Finished, Pool

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = (".docx", ".eml", ".html", ".md", ".pdf", ".pptx", ".txt")
TOKENS = (
    *(
        b"<",
        b">",
        b"</",
        b"<!--",
        b"]]>",
        b"&",
        b"\0",
        b"\xff\xfe",
        b"\r",
        b"=?utf-8?q?",
        b"--",
        b"%",
    ),
    *(
        b"obj",
        b"endobj",
        b"stream\n",
        b"<<",
        b">>",
        b"[",
        b"(",
        b"/Kids",
        b"0 R",
        b"-1",
        b"2147483648",
    ),
    *(
        b"9" * 40,
        b"A" * 5000,
        b"<w:tbl>",
        b"<a:p>",
        b"<div>",
        b"<table>",
        b"|",
        b"\n\n",
        b"> ",
        b"* ",
    ),
)
DIED_OF_THE_UNFORESEEN = "the reader failed"


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a copy with bytes changed, cut out, doubled, swapped or put in, or its end cut off."""
    raw = bytearray(data)
    for _ in range(chance.choice((1, 2, 4, 16))):
        at = chance.randrange(len(raw) + 1)
        much = chance.choice((1, 4, 60, 2_000))
        match chance.randrange(6):
            case 0:
                raw[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                del raw[at : at + much]
            case 2:
                raw[at:at] = raw[at : at + much]
            case 3:
                raw[at:at] = chance.choice(TOKENS)
            case 4:
                other = chance.randrange(len(raw) + 1)
                raw[at : at + much] = raw[other : other + much]
            case _ if chance.random() < 0.2:
                del raw[at:]
    return bytes(raw)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """Return a package with one of its parts damaged, left out or put in another's place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    if chance.random() < 0.1:
        del parts[name]
    elif chance.random() < 0.1:
        parts[name] = parts[chance.choice(sorted(parts))]
    else:
        parts[name] = damaged(parts[name], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part), content)
    return packed.getvalue()


def mutant(path: Path, seed: int, number: int) -> bytes:
    """Return the damaged copy of a document that belongs to a seed and a number."""
    data = path.read_bytes()
    chance = random.Random(f"{seed} {number} {path.name}")
    inside = data.startswith(b"PK") and chance.random() < 0.7
    return (damaged_inside if inside else damaged)(data, chance)


def oddities(document: Document) -> Iterator[str]:
    """Yield what must not happen to any file, however damaged."""
    for problem in document.coverage.problems:
        if problem.code is ProblemCode.TIMED_OUT or problem.message.startswith(
            DIED_OF_THE_UNFORESEEN
        ):
            yield problem.message
    if not document.passages and not any(p.fatal for p in document.coverage.problems):
        yield "nothing was read and nothing said"
    for passage in document.passages:
        yield from _misplaced(passage)


def _misplaced(passage: Passage) -> Iterator[str]:
    if not passage.text.strip():
        yield f"{passage.location.label}: a passage without words"
    elif not passage.location.label:
        yield f"{passage.text[:40]!r}: words without a place"
    ends = [0, *(end for piece in passage.pieces for end in (piece.start, piece.end))]
    if ends != sorted(ends) or ends[-1] > len(passage.text):
        yield f"{passage.location.label}: its pieces do not follow one another"


def fuzzed(
    paths: Iterable[Path], rounds: int, seed: int, limits: Limits, jobs: int
) -> Iterator[tuple[Path, int, Document]]:
    """Yield `rounds` damaged copies of each document, as they were read, with their numbers."""
    plan = [(path, number) for number in range(rounds) for path in paths]
    for start in range(0, len(plan), 100):
        batch = plan[start : start + 100]
        inputs = [(f"{n}-{path.name}", mutant(path, seed, n)) for path, n in batch]
        with Pool(limits, jobs) as pool:
            for index, event in pool.read(inputs):
                if isinstance(event, Finished):
                    yield *batch[index], event.document


def examples() -> list[Path]:
    """Return the documents of the repository's examples."""
    return sorted(p for p in (ROOT / "examples").iterdir() if p.suffix in SUFFIXES)


def main() -> int:
    """Read the damaged copies, tell the odd ones, and count how the others ended."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("documents", nargs="*", type=Path, help="instead of the examples")
    parser.add_argument("--rounds", type=int, default=300, help="damaged copies of each document")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same damage")
    parser.add_argument("--seconds", type=float, default=30.0, help="allowed for one copy")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder for the odd copies")
    asked = parser.parse_args()
    ends: Counter[str] = Counter()
    odd = 0
    paths = asked.documents or examples()
    limits = Limits(seconds=asked.seconds)
    for path, number, document in fuzzed(paths, asked.rounds, asked.seed, limits, asked.jobs):
        ends[f"{path.suffix[1:]} {document.status.value}"] += 1
        for what in oddities(document):
            odd += 1
            print(f"{path.name}, seed {asked.seed}, copy {number}: {what}")
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                name = f"{asked.seed}-{number}-{path.name}"
                (asked.keep / name).write_bytes(mutant(path, asked.seed, number))
    print(", ".join(f"{count} {end}" for end, count in sorted(ends.items())))
    print(f"{odd} odd")
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
