"""Damaged copies of the examples are read or refused; `make fuzz` reads many more of them."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

from claimlint.document import (
    Coverage,
    Document,
    Location,
    Passage,
    Piece,
    Problem,
    ProblemCode,
)
from claimlint.readers.interface import Limits

FUZZ = runpy.run_path(str(Path(__file__).resolve().parents[2] / "scripts" / "fuzz.py"))
SEED = int(os.environ.get("FUZZ_SEED", "20261123"))
ROUNDS = 12


@pytest.mark.parametrize("path", FUZZ["examples"](), ids=lambda path: path.name)
def test_damaged_copies_are_read_or_refused(path):
    read = list(FUZZ["fuzzed"]([path], ROUNDS, SEED, Limits(seconds=60), 1))
    assert len(read) == ROUNDS
    assert [(n, what) for _, n, found in read for what in FUZZ["oddities"](found)] == []


def test_a_seed_gives_the_same_damage_again():
    path = FUZZ["examples"]()[0]
    assert FUZZ["mutant"](path, 1, 2) == FUZZ["mutant"](path, 1, 2) != FUZZ["mutant"](path, 1, 3)


def document(*passages: Passage, problems: tuple[Problem, ...] = ()) -> Document:
    coverage = Coverage(problems=problems)
    return Document(path="a", format="text", sha256="", passages=passages, coverage=coverage)


@pytest.mark.parametrize(
    "odd",
    [
        document(),
        document(Passage(text=" ", location=Location(label="line 1"))),
        document(Passage(text="words", location=Location(label=""))),
        document(
            Passage(text="ab", location=Location(label="x"), pieces=(Piece(1, 2), Piece(0, 1)))
        ),
        document(
            problems=(Problem(code=ProblemCode.TIMED_OUT, message="not read", fatal=True),),
        ),
    ],
)
def test_what_must_not_happen_is_seen(odd):
    assert list(FUZZ["oddities"](odd))


def test_a_refusal_is_not_odd():
    refusal = Problem(code=ProblemCode.DAMAGED, message="damaged", fatal=True)
    assert not list(FUZZ["oddities"](document(problems=(refusal,))))
