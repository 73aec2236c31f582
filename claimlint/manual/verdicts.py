"""Pages on verdicts: what each word says of a kind of evidence, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.manual.blocks import Block, Style
from claimlint.terms import Verdict

SAYS = {
    Verdict.CONTRADICTED: "The papers themselves speak against the claim.",
    Verdict.BARE: "No paper shows this kind of evidence.",
    Verdict.PROMISED: "The evidence is announced, and not shown.",
    Verdict.ASSERTED: "A test, report or badge is named, and what it holds is not shown.",
    Verdict.WRONG_TARGET: "There is evidence, and it is about something else.",
    Verdict.LATE: "The evidence is dated after the paper that makes the claim, or after today.",
    Verdict.STALE: "There is evidence, and it is older than this kind may be.",
    Verdict.PARTLY_BACKED: "The essential fields are shown, and others are not.",
    Verdict.BACKED: "Every field is shown, for this product and version, in date.",
}
"""What each verdict says, in a line."""

_MEANS = {
    Verdict.CONTRADICTED: (
        "The claim's own footnote takes it back, less was measured than is claimed, what never "
        "happens is a known failure, people take part or customers' data trains models after all, "
        "or an audit looked at one day and not at months. The report names the place.",
        "Read both places, then ask the vendor which of them holds. The claim may also be wrongly "
        "paired: no verdict says that a claim is false.",
    ),
    Verdict.BARE: (
        "Nothing was found, or only a bare number, a slogan or a disclaimer: the fields without "
        "which there is no evidence are not there. It may exist elsewhere.",
        "Ask the vendor for it, or hand in the paper that holds it, and check again.",
    ),
    Verdict.PROMISED: (
        "It is to be had on request or under a secrecy agreement, it is planned, it is a target, "
        "or a contract promises it. What it shows cannot be judged from these papers.",
        "Ask to see it before you rely on the claim.",
    ),
    Verdict.ASSERTED: (
        "That something was tested is said; how, on what and with which result is not, or hardly.",
        "Ask for the report itself, and for the fields that the finding lists as missing.",
    ),
    Verdict.WRONG_TARGET: (
        "It was measured on another product, version or task, on a public benchmark, or after "
        "people had corrected the result. The report says which.",
        "Ask for a measurement of the product and the task that the claim speaks of.",
    ),
    Verdict.LATE: (
        "When the claim was made, this evidence did not exist. It may hold from now on.",
        "Ask on what the claim rested, or check the newest version of the paper.",
    ),
    Verdict.STALE: (
        "Each kind of evidence has a shelf life; the day of the check (--today) lies behind it.",
        "Ask for a newer measurement, of the version that is sold now.",
    ),
    Verdict.PARTLY_BACKED: (
        "The fields without which there is no evidence stand there, with at least half of the "
        "others. It is also the most that a figure earns that too few items or too little "
        "availability can carry, and evidence without a date.",
        "Ask for the fields that the finding lists as missing; --full shows them.",
    ),
    Verdict.BACKED: (
        "The finding shows each field with its place. It does not say that the measurement was "
        "done well, nor that the claim is true.",
        "Read the places that are named, and who measured: the vendor itself or somebody else.",
    ),
}
"""What leads to each verdict, and what a reader does about it. Source: docs/evidence.md."""


def named(name: str) -> Verdict | None:
    """Return the verdict of that id, or that reports show by these words; None for no verdict."""
    for verdict in Verdict:
        if name in (verdict, verdict.words, verdict.partition("-")[0]):
            return verdict
    return None


def verdict_page(verdict: Verdict) -> Iterator[Block]:
    """Yield the page of a verdict."""
    means, do = _MEANS[verdict]
    yield Block(Style.TITLE, _shown(verdict))
    yield Block(Style.TEXT, f"A verdict on one kind of evidence for one claim. {SAYS[verdict]}")
    yield Block(Style.HEADING, "What it means")
    yield Block(Style.TEXT, means)
    yield Block(Style.HEADING, "What to do")
    yield Block(Style.TEXT, do)
    yield Block(Style.HEADING, "The verdicts, from the worst to the best")
    for each in Verdict:
        yield Block(Style.ITEM, f"{_shown(each)}: {SAYS[each]}")


def _shown(verdict: Verdict) -> str:
    """Return the words of a verdict, with its id where they differ."""
    return verdict.words if verdict.words == verdict else f"{verdict.words} ({verdict})"
