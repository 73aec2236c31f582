"""The disclosures that every seller owes, as a report found them: one line each."""

from __future__ import annotations

from claimlint.finding import Assessment, MatterReport, Report
from claimlint.terms import Verdict

OWED = (
    ("accuracy-evaluation", "Accuracy on a representative task distribution"),
    ("failure-modes", "Known failure modes"),
    ("oversight-spec", "Minimum human oversight for safe use"),
    ("human-involvement", "People inside the product"),
)
_SILENT = (Verdict.BARE, Verdict.PROMISED, Verdict.ASSERTED, Verdict.WRONG_TARGET)


def owed(matter: MatterReport) -> tuple[Assessment, ...]:
    """Return the assessments of the disclosures that every seller owes, in their order."""
    kinds = [kind for kind, _ in OWED]
    found = [item for item in matter.evidence if item.required]
    return tuple(sorted(found, key=lambda item: kinds.index(item.kind)))


def disclosed(report: Report, kind: str, *, full: bool = False) -> tuple[str, str]:
    """Return what was found of a kind of evidence, in words, and a style for it.

    Of several matters the worst is told, with how many there are; `full` adds the reason.
    """
    found = [item for matter in report.matters for item in owed(matter) if item.kind == kind]
    worst = min(found, key=lambda item: (item.verdict.rank, -len(item.missing)), default=None)
    if worst is None or (worst.verdict is Verdict.BARE and len(found) == 1):
        return "NOT DISCLOSED", "bold red"
    words = "NOT DISCLOSED" if worst.verdict is Verdict.BARE else worst.verdict.words
    if len(found) > 1:
        words += f" (the worst of {len(found)} matters)"
    if worst.missing and worst.verdict is not Verdict.BARE:
        words += "; lacks " + ", ".join(name.replace("-", " ") for name in worst.missing)
    if full:
        words += f"; {worst.reason}"
    return words, "bold red" if worst.verdict in _SILENT else _STYLES.get(worst.verdict, "yellow")


_STYLES = {Verdict.BACKED: "green"}
