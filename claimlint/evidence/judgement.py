"""The verdict on one piece of evidence, before the best of all is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimlint.finding import Disclosure, FieldFound
from claimlint.terms import Verdict

BESIDE = frozenset(
    {"current-version", "expires", "figure", "impact-ratio", "part", "people-value", "stakes"}
)
"""What stands beside the fields of a disclosure for comparison and fills none of them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the fields found and missing, the provenance, and a reason for people."""

    verdict: Verdict
    found: tuple[FieldFound, ...]
    missing: tuple[str, ...]
    provenance: str | None
    reason: str


def standing(item: Disclosure, own: str, verdict: Verdict) -> str:
    """Return how much evidence shows and where it stands, in words."""
    silent = next((found for found in item.fields if found.field == "not-disclosed"), None)
    if silent is not None:
        return f"the vendor says that it does not disclose it: {silent.text}"
    where = "the dossier" if item.from_dossier else "this document"
    if item.document != own and not item.from_dossier:
        where = item.document.rsplit("/", 1)[-1]
    shown = "every field is shown" if verdict is Verdict.BACKED else "some fields are shown"
    return f"{shown} in {where}, {item.location.label}"


def withheld(item: Disclosure) -> str | None:
    """Return why evidence that exists is promised only: it is shown under conditions."""
    for found in item.fields:
        if found.field == "access" and found.value in ("nda", "on-request"):
            return "it can be had on request or under NDA only; ask for it before you sign"
    return None


def lowered(item: Disclosure) -> Iterator[tuple[Verdict, str]]:
    """Yield the highest verdict that words beside the evidence leave, and the reason."""
    for found in item.fields:
        if found.field == "caveat" and found.value != Verdict.WRONG_TARGET:
            verdict = Verdict(found.value or Verdict.ASSERTED)
            promise = verdict is Verdict.PROMISED
            why = "promises it and does not show it" if promise else "lowers what it shows"
            yield verdict, f'"{found.text}" {why}'


def best(judgements: Sequence[Judgement]) -> Judgement:
    """Return the best judgement; among equal verdicts the one with most fields, then the first."""
    return max(
        judgements,
        key=lambda item: (item.verdict.rank, -len(item.missing), len(item.found)),
    )
