"""Measures detection, writes the score card `corpora/scores.json` and its tables in the README.

Run it with the labelled real units, where you have them: they are not part of the project.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from claimlint.datafiles import data_folder
from claimlint.rulebook.book import load_book
from claimlint.score.card import card, table
from claimlint.score.run import evaluate
from claimlint.score.sample import load_samples

ROOT = Path(__file__).resolve().parent.parent
CARD = ROOT / "corpora" / "scores.json"
START, END = "<!-- score -->", "<!-- /score -->"
DATE = "2026-11-24"


def main(real: Path | None) -> None:
    before = json.loads(CARD.read_text(encoding="utf-8")) if CARD.exists() else {}
    scores = measured(real, before)
    CARD.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    readme.write_text(f"{head}{START}\n{shown(scores)}{END}{tail}", encoding="utf-8")


def measured(real: Path | None, before: dict[str, Any]) -> dict[str, Any]:
    digest = load_book(data_folder("rules")).digest
    scores: dict[str, Any] = {"rules_digest": digest, "real": before.get("real")}
    if real is not None:
        scores["real"] = {
            "date": DATE,
            "rules_digest": digest,
            "card": card(evaluate(load_samples(real))),
        }
    for part in ("test", "tune"):
        scores[part] = card(evaluate(load_samples(ROOT / "corpora" / part)))
    return scores


def shown(scores: dict[str, Any]) -> str:
    parts = []
    real = scores["real"]
    if real is not None:
        parts.append(
            f"Real copy, development set ({real['card']['samples']} units, measured "
            f"{real['date']}):\n\n{_tables(real['card'])}"
        )
    parts.append(
        f"Our own sentences, `test` part ({scores['test']['samples']} units, written by us):\n\n"
        f"{_tables(scores['test'])}"
    )
    return "\n".join(parts)


def _tables(data: dict[str, Any]) -> str:
    plain, neutral = data["phrase_list"], data["neutral"]
    return (
        f"{table(data)}\nA list of obvious phrases reaches F1 {plain['units']['f1']:.2f} on units. "
        f"False alarms in contracts, policies and the like: {neutral['false_alarms']} in "
        f"{neutral['units']} units.\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
