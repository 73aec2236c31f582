"""Weights as tables of text: a line an n-gram, heaviest first, its weight behind a tab."""

from __future__ import annotations

from math import isfinite, nan
from pathlib import Path

from claimlint.errors import RuleFault
from claimlint.rulebook.learned import CLAIM, Weights

FOLDER = "learned"
SUFFIX = ".tsv"
_BIAS = "<bias>"
_REMARK = "#"


def load_learned(folder: Path) -> dict[str, Weights]:
    """Return the weights in the folder `rules/learned` by the names of their files, if it is there.

    Raises:
        RuleFault: a line is no n-gram with its weight, one stands twice, the bias is missing, or
            the table that tells claims from all else.
    """
    found = {file.stem: _weights(file) for file in sorted(folder.glob(f"*{SUFFIX}"))}
    if found and CLAIM not in found:
        raise RuleFault(f"rules/{FOLDER}/{CLAIM}{SUFFIX}: is missing")
    return found


def _weights(file: Path) -> Weights:
    found: dict[str, float] = {}
    shown = f"rules/{FOLDER}/{file.name}"
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or (line.startswith(_REMARK) and "\t" not in line):
            continue
        ngram, _, weight = line.partition("\t")
        if ngram in found:
            raise RuleFault(f'{shown}:{number}: "{ngram}" stands twice')
        try:
            found[ngram] = float(weight)
        except ValueError:
            found[ngram] = nan
        if not isfinite(found[ngram]):
            raise RuleFault(f"{shown}:{number}: expected words, a tab and a number")
    if _BIAS not in found:
        raise RuleFault(f'{shown}:1: "{_BIAS}" is missing')
    return Weights(found.pop(_BIAS), found)


def table(weights: Weights, remarks: tuple[str, ...]) -> str:
    """Return the weights as the text that `load_learned` reads, below remarks of a line each."""
    rows = sorted(weights.of.items(), key=lambda row: (-abs(row[1]), row[0]))
    told = [f"{_REMARK} {remark}" for remark in remarks]
    lines = (f"{ngram}\t{weight:.2f}" for ngram, weight in ((_BIAS, weights.bias), *rows))
    return "\n".join((*told, *lines)) + "\n"
