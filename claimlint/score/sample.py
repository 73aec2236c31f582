"""Labelled units, from our corpora or in the form of the real development units."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec import Struct

from claimlint.document import Location, Passage, Role
from claimlint.errors import WrongCall
from claimlint.terms import Category, ClauseLabel

_ROLES = {"heading": Role.HEADING, "bullet": Role.BULLET, "cell": Role.CELL, "quote": Role.QUOTE}


class Sample(Struct, frozen=True, kw_only=True):
    """One labelled unit.

    `must` are categories that have to be found, `any_of` a set of which one has to be, `accepted`
    categories that are fine either way. An `ambiguous` unit is left out of every score. `clauses`
    and `clause_any_of` are the same for clause labels.
    """

    source: str
    text: str
    kind: str
    role: Role = Role.PARAGRAPH
    part: str = "dev"
    id: str = ""
    must: frozenset[Category] = frozenset()
    any_of: frozenset[Category] = frozenset()
    accepted: frozenset[Category] = frozenset()
    ambiguous: bool = False
    clauses: frozenset[ClauseLabel] = frozenset()
    clause_any_of: frozenset[ClauseLabel] = frozenset()

    @property
    def positive(self) -> bool:
        """Tell whether the unit carries a claim that has to be found."""
        return bool(self.must or self.any_of)

    def passage(self, number: int) -> Passage:
        """Return the unit as a passage, the `number`-th of its source, from 1."""
        location = Location(label=f"unit {number}", line=number, order=(number,))
        return Passage(text=self.text, location=location, role=self.role)


def load_samples(path: Path) -> tuple[Sample, ...]:
    """Return the samples of a file, or of all `.jsonl` files below a folder, in order.

    Raises:
        WrongCall: no such file, no samples, or a line that is not a labelled unit.
    """
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    samples = [sample for file in files for sample in _read(file)]
    if not samples:
        raise WrongCall(f"{path.as_posix()}: holds no labelled units (.jsonl)")
    return tuple(samples)


def _read(file: Path) -> list[Sample]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        told = getattr(error, "strerror", None) or error
        raise WrongCall(f"{file.as_posix()}: cannot be read ({told})") from error
    samples = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            samples.append(_sample(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            message = f"{file.as_posix()}:{number}: not a labelled unit ({error})"
            raise WrongCall(message) from error
    return samples


def _sample(row: dict[str, Any]) -> Sample:
    if "source_id" in row:
        return Sample(
            source=row["source_id"],
            text=row["text"],
            kind=row["kind"],
            id=f"{row['source_id']}-{row['unit']}",
            must=frozenset(map(Category, row.get("categories", ()))),
            any_of=frozenset(map(Category, row.get("any_of", ()))),
            accepted=frozenset(map(Category, row.get("also_accepted", ()))),
            ambiguous=bool(row.get("ambiguous")),
            clauses=frozenset(map(ClauseLabel, row.get("clauses") or ())),
            clause_any_of=frozenset(map(ClauseLabel, row.get("clause_any_of") or ())),
        )
    return Sample(
        source=row["voice"],
        text=row["text"],
        kind=row["kind"],
        role=_ROLES.get(row["unit"], Role.PARAGRAPH),
        part=row["part"],
        id=row["id"],
        must=frozenset(Category(claim["category"]) for claim in row["claims"]),
        clauses=frozenset({ClauseLabel(row["clause"])} if row["clause"] else ()),
    )
