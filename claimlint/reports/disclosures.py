"""The disclosures that every seller owes, as a report found them: one line each."""

from __future__ import annotations

from claimlint.amounts import as_many_as_fit
from claimlint.finding import Assessment, MatterReport, Report
from claimlint.terms import Verdict

OWED = (
    ("accuracy-evaluation", "Accuracy on a representative task distribution"),
    ("failure-modes", "Known failure modes"),
    ("oversight-spec", "Minimum human oversight for safe use"),
    ("human-involvement", "People inside the product"),
)
_NOTHING = "NOT DISCLOSED"
_SILENT = (Verdict.BARE, Verdict.PROMISED, Verdict.ASSERTED, Verdict.WRONG_TARGET)


def owed(matter: MatterReport) -> tuple[Assessment, ...]:
    """Return the assessments of the disclosures that every seller owes, in their order."""
    kinds = [kind for kind, _ in OWED]
    found = [item for item in matter.evidence if item.required]
    return tuple(sorted(found, key=lambda item: kinds.index(item.kind)))


def state_of(item: Assessment) -> str:
    """Return in a word or two how far something is disclosed."""
    if item.verdict is not Verdict.BARE:
        return item.verdict.words
    return "incomplete" if item.found else _NOTHING


def disclosed(report: Report, kind: str, *, full: bool = False) -> tuple[str, str]:
    """Return what was found of a kind of evidence, in words, and a style for it.

    Of several matters the worst is told, with how many there are; `full` adds the reason.
    """
    found = [item for matter in report.matters for item in owed(matter) if item.kind == kind]
    worst = min(
        found,
        key=lambda item: (item.verdict.rank, bool(item.found), -len(item.missing)),
        default=None,
    )
    if worst is None:
        return _NOTHING, "bold red"
    words = state_of(worst)
    if len(found) > 1:
        words += f" (the worst of {len(found)} matters)"
    if worst.missing and worst.found:
        words += "; lacks " + ", ".join(name.replace("-", " ") for name in worst.missing)
    if full and worst.found:
        words += f"; {worst.reason}"
    return words, "bold red" if worst.verdict in _SILENT else _STYLES.get(worst.verdict, "yellow")


_STYLES = {Verdict.BACKED: "green"}


def shortened(words: str, room: int) -> str:
    """Return the words of a disclosure with as many of their parts as fit, and how many others.

    Where not even two parts fit they are cut, but never shorter than what says that all is silent.
    """
    told = as_many_as_fit(words.split(", "), room, 2)
    if len(told) <= room:
        return told
    most = max(len(_NOTHING), room)
    return words if len(words) <= most else words[: most - 2].rstrip() + " …"
