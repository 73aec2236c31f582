"""Reads a deck, its contract and the relations between them from one file of `papers/`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "papers"
_CLAUSE = re.compile(r"([A-Z]\.\d+|\d+\.\d+) ")
_LABEL = re.compile(r"(d\d+) > (\S+) (\w+)")
_CLAIM = re.compile(r"(d\d+)\| (.+)")


class WholePapers(NamedTuple):
    """A deck and a contract as Markdown, and which claim stands how to which clause.

    `claims` and `clauses` tell the id of a line by its text.
    """

    deck: str
    contract: str
    claims: dict[str, str]
    clauses: dict[str, str]
    relations: dict[tuple[str, str], str]

    def placed(self, claim: str, clause: str) -> tuple[str, str]:
        """Return the ids of the lines that hold a sentence of the deck and one of the contract."""
        return _line(self.claims, claim), _line(self.clauses, clause)


def read_papers(name: str) -> WholePapers:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    _, deck, contract, labels = re.split(r"^== .*\n", text, flags=re.MULTILINE)
    claims = {m[2]: m[1] for m in map(_CLAIM.match, deck.splitlines()) if m}
    clauses = {line: m[1] for line in contract.splitlines() if (m := _CLAUSE.match(line))}
    lines = (re.sub(r"^d\d+\| ", "- ", line) for line in deck.splitlines())
    return WholePapers(
        deck="\n\n".join(lines) + "\n",
        contract="\n\n".join(contract.splitlines()) + "\n",
        claims=claims,
        clauses=clauses,
        relations={(m[1], m[2]): m[3] for m in map(_LABEL.match, labels.splitlines()) if m},
    )


def _line(lines: dict[str, str], sentence: str) -> str:
    return next((name for line, name in lines.items() if sentence in line), sentence)
