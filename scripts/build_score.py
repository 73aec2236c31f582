"""Measures detection; writes `corpora/scores.json`, `docs/score.md` and the table of the README.

Run it with the labelled real units, where you have them: first the development set, then copy that
no rule has met. They are not part of the project; their figures stay on the card without them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from claimlint.datafiles import data_folder
from claimlint.rulebook.load import load_book
from claimlint.score.card import card, table
from claimlint.score.run import evaluate
from claimlint.score.sample import load_samples
from claimlint.settings import default_today

ROOT = Path(__file__).resolve().parent.parent
CARD = ROOT / "corpora" / "scores.json"
TABLES = ROOT / "docs" / "score.md"
START, END = "<!-- score -->", "<!-- /score -->"
SETS = ("real", "fresh")
TITLES = {
    "real": "Real copy, development set",
    "fresh": "Real copy of other vendors, which no rule has met",
    "test": "Our own sentences, `test` part",
}
SHORT = {
    "real": "real copy, developed against",
    "fresh": "real copy that no rule has met",
    "test": "our own sentences, `test` part",
}


def main(*files: str) -> None:
    before = json.loads(CARD.read_text(encoding="utf-8")) if CARD.exists() else {}
    scores = measured(dict(zip(SETS, map(Path, files), strict=False)), before)
    CARD.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    TABLES.write_text(tables(scores), encoding="utf-8")
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    readme.write_text(f"{head}{START}\n{summary(scores)}{END}{tail}", encoding="utf-8")


def measured(files: dict[str, Path], before: dict[str, Any]) -> dict[str, Any]:
    digest = load_book(data_folder("rules")).digest
    scores: dict[str, Any] = {"rules_digest": digest}
    for name in SETS:
        scores[name] = before.get(name)
        if name in files:
            scores[name] = {
                "date": default_today().isoformat(),
                "rules_digest": digest,
                "card": card(evaluate(load_samples(files[name]))),
            }
    for part in ("test", "tune"):
        scores[part] = card(evaluate(load_samples(ROOT / "corpora" / part)))
    return scores


def summary(scores: dict[str, Any]) -> str:
    """Return one row for each set: units, categories and clauses, beside a list of phrases."""
    rows = [
        "| | units: precision | recall | F1 | categories: F1 | clauses: F1 | false alarms "
        "| phrase list: F1 |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, data in cards(scores).items():
        units, neutral = data["units"], data["neutral"]
        figures = (
            units["precision"],
            units["recall"],
            units["f1"],
            data["categories_micro"]["f1"],
            data["clauses_micro"]["f1"],
        )
        when = f", {scores[name]['date']}" if name in SETS else ""
        rows.append(
            f"| {SHORT[name]} ({data['samples']:,} units{when}) | "
            + " | ".join(f"{figure:.2f}" for figure in figures)
            + f" | {neutral['false_alarms']} in {neutral['units']:,}"
            + f" | {data['phrase_list']['units']['f1']:.2f} |"
        )
    return "\n".join(rows) + "\n"


def tables(scores: dict[str, Any]) -> str:
    """Return the page of all tables."""
    parts = [
        "# How good detection is, by category\n",
        "Written by `make score`. n counts the labelled claims; 0 of 0 is shown as a dash.\n",
    ]
    for name, data in cards(scores).items():
        when = f", measured {scores[name]['date']}" if name in SETS else ""
        parts.append(f"## {TITLES[name]}\n\n{data['samples']:,} units{when}. {_beside(data)}\n")
        parts.append(table(data))
    return "\n".join(parts)


def _beside(data: dict[str, Any]) -> str:
    plain, neutral = data["phrase_list"], data["neutral"]
    return (
        f"False alarms in contracts, policies and the like: {neutral['false_alarms']} in "
        f"{neutral['units']:,} units. A list of obvious phrases reaches F1 "
        f"{plain['units']['f1']:.2f} on units."
    )


def cards(scores: dict[str, Any]) -> dict[str, Any]:
    """Return the card of each set that was measured, in the order shown."""
    real = {name: scores[name]["card"] for name in SETS if scores[name] is not None}
    return {**real, "test": scores["test"]}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", help="labelled units, in the order of the sets")
    main(*parser.parse_args().files)
