"""`python -m benchmarks`: measures, prints the table and writes it to `benchmarks/results.md`.

With `--compare` only our own ratios are measured, on little text, and told where they grew by
more than a third over `benchmarks/ratios.json`; the status is 0 all the same.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path

from benchmarks.peers import fetched
from benchmarks.targets import PEERS, TARGETS, Bench, Figure, Target, beside

HERE = Path(__file__).resolve().parent
RATIOS = HERE / "ratios.json"
OWN = ("T4", "T5", "T9", "T13")
_GROWN = 4 / 3


def main() -> None:
    """Measure what the call names."""
    call = argparse.ArgumentParser(prog="benchmarks")
    call.add_argument("--words", type=int, default=200_000)
    call.add_argument("--documents", type=int, default=1000)
    call.add_argument("--pages", type=int, default=3000, help="of the long PDF")
    call.add_argument("--pairs", type=int, default=3)
    call.add_argument("--only", help="targets by id, with commas between")
    call.add_argument("--folder", type=Path, default=HERE.parent / "build" / "bench")
    call.add_argument("--peers", type=Path)
    call.add_argument("--compare", action="store_true")
    asked = call.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    peers = asked.peers or asked.folder / "peers"
    bench = Bench(asked.folder, peers, asked.words, asked.documents, asked.pages, asked.pairs)
    only = set(asked.only.split(",")) if asked.only else {target.id for target in TARGETS}
    compile_dir(HERE.parent / "claimlint", quiet=2)
    if asked.compare:
        compare(bench, only & set(OWN))
        return
    fetched(peers)
    lines = list(table(bench, only))
    if not asked.only:
        (HERE / "results.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(bench: Bench, only: set[str]) -> Iterator[str]:
    """Print and yield the lines of the table, each as soon as it is measured."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    yield from _said(
        "# Speed: ratios of CPU time",
        "",
        f"Made by `make bench`: medians of {bench.pairs} pairs, run in turn; Python "
        f"{platform.python_version()}, {cores} cores. What each line means: `docs/speed.md`.",
        "",
        "| | ratio | measured on | figure | goal | aim | reached |",
        "|---|---|---|---|---|---|---|",
    )
    for target in TARGETS:
        if target.id in only:
            yield from _said(_line(target, _measured(target, bench)))
    if only >= {target.id for target in TARGETS}:
        yield from _said("", "Beside other programs, which look for other things:", "")
        yield from _said("| check / | figure | measured on |", "|---|---|---|")
        for name in PEERS:
            figure = beside(bench, name)
            yield from _said(f"| {name} | {_number(figure)} | {figure.told} |")


def compare(bench: Bench, only: set[str]) -> None:
    """Tell which of our own ratios grew since the committed ones were measured."""
    if not RATIOS.exists():
        return
    kept = json.loads(RATIOS.read_text(encoding="utf-8"))
    for target in TARGETS:
        if target.id not in only or target.id not in kept:
            continue
        figure = _measured(target, bench)
        if figure.ratio is None:
            continue
        grown = figure.ratio / kept[target.id]
        worse = (1 / grown if target.faster else grown) > _GROWN
        word = "warning: slower than before" if worse else "as before"
        print(f"{target.id}: {figure.ratio:.2f}, committed {kept[target.id]:.2f}: {word}")


def _measured(target: Target, bench: Bench) -> Figure:
    try:
        return target.measure(bench)
    except (OSError, RuntimeError) as error:
        return Figure(None, str(error))


def _line(target: Target, figure: Figure) -> str:
    sign = "≥" if target.faster else "≤"
    reached = "no measurement" if figure.ratio is None else target.reached(figure.ratio)
    return (
        f"| {target.id} | {target.says} | {figure.told} | {_number(figure)} | "
        f"{sign} {target.goal:g} | {sign} {target.aim:g} | {reached} |"
    )


def _number(figure: Figure) -> str:
    return "–" if figure.ratio is None else f"{figure.ratio:.2f}"


def _said(*lines: str) -> Iterator[str]:
    for line in lines:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        yield line


if __name__ == "__main__":
    main()
