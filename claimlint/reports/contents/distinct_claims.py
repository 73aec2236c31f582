"""The claims of a report, each once, with all places where it stands; and other shared wording."""

from __future__ import annotations

from msgspec import Struct

from claimlint.document import file_name
from claimlint.finding import Finding, Report
from claimlint.office.word_document import Text, Words
from claimlint.reports.contents.tally import each_once
from claimlint.reports.contents.wording import by_verdict
from claimlint.reports.safe_text import safe

_MOST_PLACES = 4
_AROUND = 90


class Stated(Struct, frozen=True):
    """A claim with the places where it stands ("deck.pptx, slide 4"), in reading order."""

    finding: Finding
    places: tuple[str, ...]

    @property
    def told_places(self) -> str:
        """Return the first places and how many others there are."""
        more = len(self.places) - _MOST_PLACES
        shown = "; ".join(self.places[:_MOST_PLACES])
        return f"{shown} and {more} more" if more > 0 else shown


def stated(report: Report, *, matter: str | None = None) -> tuple[Stated, ...]:
    """Return the claims, gravest first and then in reading order; suppressed ones are left out."""
    held: list[Finding] = []
    places: dict[str, list[str]] = {}
    for document in report.documents:
        if matter is not None and document.matter != matter:
            continue
        for finding in document.findings:
            if finding.suppressed is None:
                held.append(finding)
                name = file_name(document.path)
                label = f"{name}, {finding.claim.location.label}"
                places.setdefault(finding.group, []).append(safe(label))
    found = [
        Stated(finding, tuple(dict.fromkeys(places[finding.group]))) for finding in each_once(held)
    ]
    return tuple(sorted(found, key=lambda each: each.finding.level.rank))


def marked(finding: Finding, around: int = _AROUND) -> Text:
    """Return the claim in bold in its sentence, with up to `around` characters on each side."""
    claim = finding.claim
    start, end = claim.span
    before, after = claim.unit[:start], claim.unit[end:]
    if len(before) > around:
        before = "…" + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + "…"
    return (before, Words(claim.text, bold=True), after)


def verdicts(finding: Finding, titles: dict[str, str]) -> str:
    """Return the verdicts on the required kinds in words, worst first."""
    return "; ".join(
        f"{verdict.words}: {', '.join(titles.get(item.kind, item.kind) for item in items)}"
        for verdict, items in by_verdict(finding.required)
    )


def titles_of(report: Report) -> dict[str, str]:
    """Return the titles of the kinds of evidence by their ids, in lower case at their start."""
    return {kind.id: _lowered(kind.title) for kind in report.kinds}


def _lowered(title: str) -> str:
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
