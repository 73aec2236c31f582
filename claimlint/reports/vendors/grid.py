"""The comparison of vendors as a grid: measures in sections of rows, a column for each vendor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimlint.amounts import whole_words
from claimlint.document import ReadStatus, file_name
from claimlint.finding import Assessment, MatterReport, Report
from claimlint.reports.contents.disclosures import (
    asks_of,
    measured_value,
    owed,
    state_of,
    unchecked,
)
from claimlint.reports.contents.distinct_claims import Stated, stated
from claimlint.reports.safe_text import safe
from claimlint.reports.vendors.cells import Cell, Grade, Grid, Measure, Section, Vendor, counted
from claimlint.reports.vendors.contract import MEASURES
from claimlint.terms import ACCURACY, OWED, Category, Level, Strength, Verdict
from claimlint.values.statement import Serving

_QUOTED = 160
_UNCHECKED = Cell("not checked", Grade.POOR)


_GRADES = {Verdict.BACKED: Grade.GOOD, Verdict.PARTLY_BACKED: Grade.PART}


def grid(report: Report) -> Grid:
    """Return the comparison of the matters of a report, in the order of the call."""
    vendors = tuple(_vendor(report, matter) for matter in report.matters)
    return Grid(
        vendors=vendors,
        sections=tuple(_sections(report, vendors)),
        today=report.tool.today,
        tool=f"claimlint {report.tool.version}",
    )


def _vendor(report: Report, matter: MatterReport) -> Vendor:
    papers = tuple(each for each in report.documents if each.matter == matter.name)
    paths = {paper.path for paper in papers}
    head = matter.statements[0] if matter.statements else None
    return Vendor(
        name=safe(matter.name.rstrip("/").rsplit("/", 1)[-1] or matter.name),
        about=safe(f"{head.vendor}: {head.product} {head.version}") if head else "",
        matter=matter,
        papers=papers,
        claims=stated(report, matter=matter.name),
        conflicts=tuple(each for each in report.conflicts if each.claim_document in paths),
    )


def _sections(report: Report, vendors: Sequence[Vendor]) -> Iterator[Section]:
    def measured(*makers: tuple[str, Callable[[Vendor], Cell]]) -> tuple[Measure, ...]:
        return tuple(Measure(title, tuple(map(make, vendors))) for title, make in makers)

    yield Section(
        "Claims",
        measured(
            ("Claims", _claims),
            ("Backed by the evidence found", _backed),
            ("Strong words without their evidence, or contradicted", _errors),
            ("Contradicted by their own papers", _contradicted),
        ),
    )
    owing = (
        (title, lambda each, kind=kind: _owed(report, each, kind)) for kind, title in OWED.items()
    )
    yield Section(
        "What a seller must disclose",
        measured(
            *owing, ("Accuracy that was measured", _accuracy), ("Evidence in date until", _until)
        ),
    )
    yield Section("Papers against contract", measured(*MEASURES))
    used = {each.finding.claim.category for vendor in vendors for each in vendor.claims}
    by_category = (
        (category.words, lambda each, category=category: _of(each, category))
        for category in Category
        if category in used
    )
    yield Section("Claims by category (backed of all)", measured(*by_category))
    yield Section("Papers", measured(("Read", _read), ("Not read, or in part", _unread)))


def _backed(vendor: Vendor) -> Cell:
    total = len(vendor.claims)
    if not total:
        return Cell("no claims")
    backed, partly = _standing(vendor.claims)
    shown = (backed + partly) * 2 >= total
    grade = Grade.GOOD if backed == total else Grade.PART if shown else Grade.POOR
    text = f"{backed} of {total} ({100 * backed / total:.0f} %){_more(partly)}"
    return Cell(text, grade, backed / total)


def _standing(claims: Sequence[Stated]) -> tuple[int, int]:
    """Return how many claims are backed, and how many more are so in part."""
    partly = sum(each.finding.worst is Verdict.PARTLY_BACKED for each in claims)
    return sum(each.finding.backed for each in claims), partly


def _more(partly: int) -> str:
    return f", {partly} more partly" if partly else ""


def _errors(vendor: Vendor) -> Cell:
    number = sum(each.finding.level is Level.ERROR for each in vendor.claims)
    strong = sum(each.finding.claim.strength is Strength.STRONG for each in vendor.claims)
    cell = counted(number, Grade.POOR if number else Grade.GOOD)
    return Cell(cell.text, cell.grade, cell.number, f"{strong} strongly worded in all")


def _claims(vendor: Vendor) -> Cell:
    return _UNCHECKED if unchecked(vendor.papers) else counted(len(vendor.claims))


def _contradicted(vendor: Vendor) -> Cell:
    number = sum(
        any(item.verdict is Verdict.CONTRADICTED for item in each.finding.required)
        for each in vendor.claims
    )
    return counted(number, Grade.POOR if number else Grade.GOOD)


def _owed(report: Report, vendor: Vendor, kind: str) -> Cell:
    if unchecked(vendor.papers):
        return _UNCHECKED
    item = next(each for each in owed(vendor.matter) if each.kind == kind)
    return Cell(state_of(item), _GRADES.get(item.verdict, Grade.POOR), None, _lacks(report, item))


def _lacks(report: Report, item: Assessment) -> str:
    if not item.found or not item.missing:
        return ""
    return "lacks " + "; ".join(asks_of(report, item.kind, item.missing))


def _accuracy(vendor: Vendor) -> Cell:
    shown = vendor.matter.serving
    if shown is None:
        return Cell("none shown", Grade.POOR)
    named = f" ({', '.join(shown.measures)})" if shown.measures else ""
    note = "; ".join(filter(None, (_made_of(shown), _told(vendor, shown))))
    return Cell(_percent(shown.right) + named, Grade.PLAIN, shown.right, note)


def _told(vendor: Vendor, shown: Serving) -> str:
    """Return the sentence that tells the figure: vendors measure different things."""
    item = next(each for each in vendor.matter.evidence if each.kind == ACCURACY)
    found = measured_value(item, shown)
    if found is None:
        return ""
    return f"“{whole_words(' '.join(safe(found.unit or found.text).split()), _QUOTED)}”"


def _made_of(shown: Serving) -> str:
    parts = []
    if shown.n is not None:
        parts.append(f"n = {shown.n:,}")
    if shown.low is not None and shown.high is not None:
        parts.append(f"95 % interval {_percent(shown.low)} to {_percent(shown.high)}")
    return "; ".join(parts)


def _percent(share: float) -> str:
    return f"{share * 100:.4g} %"


def _until(vendor: Vendor) -> Cell:
    return Cell(vendor.matter.valid_until or "not known")


def _of(vendor: Vendor, category: Category) -> Cell:
    own = [each for each in vendor.claims if each.finding.claim.category is category]
    if not own:
        return Cell("–")
    backed, partly = _standing(own)
    return Cell(f"{backed} of {len(own)}{_more(partly)}")


def _read(vendor: Vendor) -> Cell:
    return counted(sum(paper.status is not ReadStatus.UNREADABLE for paper in vendor.papers))


def _unread(vendor: Vendor) -> Cell:
    lost = [paper for paper in vendor.papers if paper.status is not ReadStatus.READ]
    names = ", ".join(safe(file_name(paper.path)) for paper in lost)
    return Cell(names, Grade.PART) if lost else Cell("none")
