"""The score card: what is committed, compared and printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from claimlint.score.measure import Counts, SampleResult, Score, score, wilson
from claimlint.terms import Category

Json = dict[str, Any]
_WORST = 10
_PHRASES = MappingProxyType(
    {
        Category.AUTONOMY: r"autonomous(?:ly)?|without human|hands[- ]free|autopilot|end to end",
        Category.INDEPENDENT_DECISION: r"makes? decisions|decides",
        Category.HUMAN_REPLACEMENT: r"ai (?:employee|worker|sdr)|digital worker|replaces?",
        Category.CONTINUOUS_OPERATION: r"24/7|around the clock|always[- ]on|never sleeps",
        Category.OVERSIGHT_REDUCTION: r"no (?:manual )?review|without (?:review|supervision)",
        Category.ACCURACY_RELIABILITY: r"\d+ ?% accura\w+|error[- ]free|hallucinates|reliabl\w+",
        Category.HUMAN_PARITY: r"human[- ]level|superhuman|like a human|expert[- ]level",
        Category.UNDERSTANDING_LEARNING: r"understands|learns|reasons|gets smarter",
        Category.SAFETY_COMPLIANCE: r"complian(?:t|ce)|bias[- ]free|secure|risk[- ]free",
        Category.BUSINESS_OUTCOME: r"\d+x|save[s]? (?:time|money|hours)|reduce[s]? costs?|roi",
        Category.UNIVERSALITY: r"any (?:workflow|task|data|industry)|everything|infinitely",
        Category.MARKET_POSITION: r"world'?s first|the only|leading|best|#1",
    }
)
"""A phrase list that a careful detector has to beat: a dozen regular expressions, no context."""


def card(result: Score) -> Json:
    """Return the score as plain data, rounded to three places, the phrase list beside it."""
    samples = [each.sample for each in result.per_sample]
    plain = score([SampleResult(sample, _phrases_in(sample.text)) for sample in samples])
    return {
        "units": _counts(result.units),
        "categories_micro": _counts(result.micro),
        "categories": {str(name): _counts(counts) for name, counts in result.categories.items()},
        "clauses_micro": _counts(result.clause_micro),
        "clauses": {str(name): _counts(counts) for name, counts in result.clauses.items()},
        "samples": result.samples,
        "neutral": {
            "units": result.neutral_units,
            "false_alarms": result.neutral_alarms,
            "per_thousand": _per_thousand(result),
        },
        "phrase_list": {
            "units": _counts(plain.units),
            "categories_micro": _counts(plain.micro),
            "neutral_per_thousand": _per_thousand(plain),
        },
    }


def _phrases_in(text: str) -> frozenset[Category]:
    """Return the categories whose obvious phrases stand in `text`."""
    return frozenset(
        category
        for category, pattern in _PHRASES.items()
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE)
    )


def _confusion(result: Score) -> tuple[tuple[str, str, int], ...]:
    """Return (labelled, found, how often) for units whose categories differ, most often first.

    A labelled category without any finding is found as "nothing", a finding on a unit without a
    claim is labelled "nothing".
    """
    pairs: Counter[tuple[str, str]] = Counter()
    for each in result.per_sample:
        pairs.update(_confused(each))
    rows = [(wanted, found, count) for (wanted, found), count in pairs.items()]
    return tuple(sorted(rows, key=lambda row: (-row[2], row[0], row[1])))


def _confused(result: SampleResult) -> list[tuple[str, str]]:
    sample = result.sample
    if sample.ambiguous:
        return []
    wanted = sample.must or (frozenset() if result.found & sample.any_of else sample.any_of)
    missed = [str(category) for category in sorted(wanted - result.found)]
    allowed = sample.must | sample.any_of | sample.accepted
    extra = [str(category) for category in sorted(result.found - allowed)]
    if not missed and not extra:
        return []
    return [(one, other) for one in missed or ["nothing"] for other in extra or ["nothing"]]


def _counts(counts: Counts) -> Json:
    low, high = wilson(counts.hits, counts.hits + counts.missed)
    floor, ceiling = wilson(counts.hits, counts.hits + counts.false)
    return {
        "precision": round(counts.precision, 3),
        "precision_95": [round(floor, 3), round(ceiling, 3)],
        "recall": round(counts.recall, 3),
        "recall_95": [round(low, 3), round(high, 3)],
        "f1": round(counts.f1, 3),
        "hits": counts.hits,
        "false": counts.false,
        "missed": counts.missed,
    }


def _per_thousand(result: Score) -> float:
    return round(1000 * result.neutral_alarms / max(1, result.neutral_units), 1)


def table(data: Json) -> str:
    """Return the card as a Markdown table: units, all categories, each category; "–" for 0 of 0."""
    rows: list[tuple[str, Json]] = [
        ("units", data["units"]),
        ("all categories", data["categories_micro"]),
        *data["categories"].items(),
    ]
    if any(row["hits"] + row["missed"] for row in data["clauses"].values()):
        rows.append(("contract clauses", data["clauses_micro"]))
    lines = [
        "| | precision (95 %) | recall (95 %) | F1 | n |",
        "|---|---|---|--:|--:|",
        *(_row(name, counts) for name, counts in rows),
    ]
    return "\n".join(lines) + "\n"


def summary(result: Score, data: Json) -> str:
    """Return what a person reads of a card: the table, the phrase list, the worst confusions."""
    neutral, plain = data["neutral"], data["phrase_list"]
    lines = [
        f"{result.samples} labelled units; ambiguous ones are left out\n",
        table(data),
        f"False alarms per 1,000 units of contracts, policies and the like: "
        f"{neutral['per_thousand']} ({neutral['false_alarms']} in {neutral['units']}); "
        f"a phrase list: {plain['neutral_per_thousand']}",
        f"A phrase list reaches F1 {plain['units']['f1']:.2f} on units and "
        f"{plain['categories_micro']['f1']:.2f} on categories.\n",
        "Most confused (labelled, found, times):",
    ]
    worst = _confusion(result)[:_WORST]
    lines += [f"  {wanted}, {found}: {count}" for wanted, found, count in worst]
    return "\n".join(lines)


def _row(name: str, counts: Json) -> str:
    labelled, found = counts["hits"] + counts["missed"], counts["hits"] + counts["false"]
    precision = _share(counts, "precision") if found else "–"
    recall, f1 = (_share(counts, "recall"), f"{counts['f1']:.2f}") if labelled else ("–", "–")
    return f"| {name} | {precision} | {recall} | {f1} | {labelled} |"


def _share(counts: Json, key: str) -> str:
    low, high = counts[f"{key}_95"]
    return f"{counts[key]:.2f} ({low:.2f}–{high:.2f})"


def errors(results: Sequence[SampleResult]) -> tuple[str, ...]:
    """Return one line for each missed claim and false alarm."""
    lines = []
    for result in results:
        for wanted, found in _confused(result):
            text = " ".join(result.sample.text.split())
            lines.append(f"{result.sample.id}: labelled {wanted}, found {found}: {text}")
    return tuple(lines)
