"""Measures detection, writes the score card `corpora/scores.json` and its tables in the README.

Run it with the labelled real units, where you have them: first the development set, then copy that
no rule has met. They are not part of the project; their figures stay on the card without them.
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
from claimlint.settings import default_today

ROOT = Path(__file__).resolve().parent.parent
CARD = ROOT / "corpora" / "scores.json"
START, END = "<!-- score -->", "<!-- /score -->"
SETS = ("real", "fresh")
TITLES = {
    "real": "Real copy, development set",
    "fresh": "Real copy of other vendors, labelled before any rule met it",
}


def main(*files: str) -> None:
    before = json.loads(CARD.read_text(encoding="utf-8")) if CARD.exists() else {}
    scores = measured(dict(zip(SETS, map(Path, files), strict=False)), before)
    CARD.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    readme.write_text(f"{head}{START}\n{shown(scores)}{END}{tail}", encoding="utf-8")


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


def shown(scores: dict[str, Any]) -> str:
    parts = [
        f"{TITLES[name]} ({scores[name]['card']['samples']} units, measured "
        f"{scores[name]['date']}):\n\n{_tables(scores[name]['card'])}"
        for name in SETS
        if scores[name] is not None
    ]
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
    main(*sys.argv[1:])
