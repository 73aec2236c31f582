"""The first row: which product, version and models the label is about, and how long it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimlint.evidence.disclosures.card_head import head_in
from claimlint.finding import Disclosure, DocumentReport, FieldFound, MatterReport
from claimlint.label.layout import RowSpec
from claimlint.label.model import COMPUTED, SILENT, Line, Row, Value
from claimlint.reports.safe_text import safe
from claimlint.terms import Verdict


def identity(
    spec: RowSpec, matter: MatterReport, papers: Sequence[DocumentReport], today: str
) -> Row:
    """Return the row that names product, version, models, the label's date and its expiry."""
    lines = (
        Line(name="Product", values=_product(matter, papers)),
        Line(name="Models", values=_models(matter)),
        Line(name="Label date", values=_dates(matter, today)),
        Line(name="Valid until", values=_expiry(matter)),
    )
    known = [bool(line.values) for line in lines]
    if not known[0] and not known[1]:
        state, grade = SILENT, "none"
    elif all(known):
        state, grade = Verdict.BACKED.words, "full"
    else:
        state, grade = Verdict.PARTLY_BACKED.words, "part"
    return Row(
        id=spec.id,
        title=spec.title,
        kernel=spec.kernel,
        state=state,
        grade=grade,
        lines=lines,
        missing=tuple(line.name.lower() for line in lines if not line.values),
    )


def product_of(
    matter: MatterReport, papers: Sequence[DocumentReport]
) -> tuple[str, str | None] | None:
    """Return name and version of the product: the dossier's, else the one measured most often."""
    if matter.statements:
        head = matter.statements[0]
        return safe(head.product), safe(head.version)
    chosen = _named(papers)
    if chosen is not None:
        return safe(chosen.product or ""), chosen.version
    named, version = _carded(papers)
    return None if named is None else (safe(named.text), None if version is None else version.value)


def _carded(papers: Sequence[DocumentReport]) -> tuple[FieldFound | None, FieldFound | None]:
    """Return name and version of the product as the head of the first card tells them."""
    for paper in papers:
        head = {item.field: item for item in head_in(paper.path, paper.passages)}
        if "product" in head:
            return head["product"], head.get("version")
    return None, None


def _named(papers: Sequence[DocumentReport]) -> Disclosure | None:
    shown = [item for paper in papers for item in paper.disclosures if item.product]
    counted = Counter((item.product, item.version) for item in shown)
    return max(shown, key=lambda item: counted[item.product, item.version], default=None)


def _product(matter: MatterReport, papers: Sequence[DocumentReport]) -> tuple[Value, ...]:
    if matter.statements:
        return tuple(
            Value(
                text=f"{safe(head.product)} {safe(head.version)} ({safe(head.vendor)})",
                document=head.document,
                place="product",
            )
            for head in matter.statements
        )
    chosen = _named(papers)
    if chosen is None:
        parts = [item for item in _carded(papers) if item is not None]
        text = " ".join(safe(item.text) for item in parts)
        return (Value.of(text, parts[0]),) if parts else ()
    words = " ".join(part for part in (chosen.product, chosen.version) if part)
    shown = (item for item in chosen.fields if item.field == "version")
    named = next((item for item in shown if item.value == chosen.version), None)
    if named is not None:
        return (Value.of(safe(words), named),)
    return (Value(text=safe(words), document=chosen.document, place=chosen.location.label),)


def _models(matter: MatterReport) -> tuple[Value, ...]:
    return tuple(
        Value(text=safe(model), document=head.document, place="product, models")
        for head in matter.statements
        for model in head.models
    )


def _dates(matter: MatterReport, today: str) -> tuple[Value, ...]:
    stated = tuple(
        Value(text=f"stated by the vendor on {head.date}", document=head.document, place="vendor")
        for head in matter.statements
        if head.date
    )
    drawn = Value(text=f"drawn on {today}", document=COMPUTED, place="")
    return (*stated, drawn)


def _expiry(matter: MatterReport) -> tuple[Value, ...]:
    if matter.valid_until is None:
        return ()
    place = "from the dates and shelf lives of the evidence"
    return (Value(text=matter.valid_until, document=COMPUTED, place=place),)
