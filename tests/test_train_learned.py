"""The command that learns the weights: the same units give the same tables of words that tell."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

from claimlint.rulebook.learned import CLAIM
from claimlint.rulebook.learned_tables import load_learned
from claimlint.terms import Category

SCRIPT = Path(__file__).parent.parent / "scripts" / "train_learned.py"
PORTS = ("Lisbon", "Riga", "Porto", "Gdynia", "Bergen", "Aarhus", "Turku", "Cork")


def units(folder: Path) -> Path:
    """Return a file of units of eight papers: those on a zorble claim autonomy."""
    rows = [
        {"source_id": port, "unit": number, "kind": "marketing", "text": text, "categories": found}
        for port in PORTS
        for number, (text, found) in enumerate(
            [
                (f"The quay of {port} gets its zorble.", ["autonomy"]),
                (f"The quay of {port} opens in May.", []),
                (f"Another zorble in {port}!", ["autonomy"]),
                (f"Tickets for {port} are sold on board.", []),
            ]
        )
    ]
    file = folder / "units.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


@pytest.fixture
def learned(tmp_path, monkeypatch):
    """Return a function that trains on the units and gives the folder of tables."""
    file = units(tmp_path)

    def made(name: str) -> Path:
        folder = tmp_path / name
        call = [str(SCRIPT), "--unknown", str(file), "--output", str(folder)]
        monkeypatch.setattr(sys, "argv", call)
        runpy.run_path(str(SCRIPT), run_name="__main__")
        return folder

    return made


def test_the_same_units_give_the_same_tables_of_words_that_tell(learned):
    one, other = learned("one"), learned("other")
    told = {file.name: file.read_bytes() for file in one.iterdir()}
    assert told == {file.name: file.read_bytes() for file in other.iterdir()}
    weights = load_learned(one)
    assert set(weights) == {CLAIM, *Category}
    claim = weights[CLAIM]
    said = ["the", "quay", "of", "oslo", "gets", "its", "zorble", "."]
    assert claim.score(said) > 0 > claim.score([*said[:4], "opens", "in", "may", "."])
    assert weights["autonomy"].of["zorble"] > 0
