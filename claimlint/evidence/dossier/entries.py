"""Turns an entry of a dossier into a disclosure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Table
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Location
from claimlint.evidence.dossier import form
from claimlint.evidence.dossier.checks import check_counts, check_digest, check_metric, check_order
from claimlint.evidence.dossier.figures import blank, day_in, empty, figures, share, version_in
from claimlint.evidence.dossier.sentences import sentence
from claimlint.finding import Disclosure, FieldFound
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.rulebook.yaml.iso_dates import iso_date
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node
from claimlint.terms import ACCURACY

_OPEN_REPORT = "third-party report"


class Frame(Struct, frozen=True):
    """What all entries of a dossier share."""

    name: str
    folder: Path
    product: str
    version: str
    catalogue: Catalogue


def disclosure_of(node: Node, frame: Frame) -> Disclosure:
    """Return the disclosure that an entry makes.

    Raises:
        RuleFault: an unknown key or kind, an interval that cannot be, a digest that is not the
            file's.
    """
    entry = node.keys(["id", "kind"], form.KEYS)
    kind = frame.catalogue.kind(entry["kind"].one_of(item.id for item in frame.catalogue.kinds))
    check_counts(entry)
    check_order(entry)
    fields = (*_common(entry, kind, frame), *_metrics(entry, kind, frame))
    fields = (*fields, *_items(entry, kind, frame), *_free(entry, kind, frame))
    told = _filled((*fields, *_bounds(entry, frame)), kind)
    words = {item.field: item.text for item in told}
    return Disclosure(
        kind=kind.id,
        fields=told,
        document=frame.name,
        location=_at(node),
        provenance=_provenance(entry),
        product=frame.product or None,
        version=entry.text("product_version") or version_in(words.get("version", "")),
        date=day_in(words.get("date", "")) if "date" not in entry else iso_date(entry["date"]),
        from_dossier=True,
        id=entry.text("id"),
    )


def _filled(fields: Sequence[FieldFound], kind: EvidenceKind) -> tuple[FieldFound, ...]:
    """Return the fields that say something; none where one of the kernel is still a blank."""
    told = tuple(item for item in fields if not (blank(item.text) or empty(item.field, item.text)))
    open_ = {item.field for item in fields if item.text and blank(item.text)}
    left = open_ - {item.field for item in told}
    return () if any(entry.id in left for entry in kind.kernel) else told


def _at(node: Node) -> Location:
    return Location(label=f"line {node.line}", order=(node.line,), line=node.line)


def _found(field: str, node: Node, frame: Frame, value: str | None = None) -> FieldFound:
    text = node.value if isinstance(node.value, str) else value or ""
    return FieldFound(
        field=field, text=text.strip(), document=frame.name, location=_at(node), value=value
    )


def _common(entry: Mapping, kind: EvidenceKind, frame: Frame) -> Iterator[FieldFound]:
    for key, node in form.flat(entry):
        for field in form.COMMON.get(key, ()):
            if kind.field(field) is not None:
                value = iso_date(node) if key == "date" else None
                yield _found(field, node, frame, value)
                break
        if key == "baseline.value" and kind.id == "human-baseline":
            yield _found("people-value", node, frame, node.text())


def _metrics(entry: Mapping, kind: EvidenceKind, frame: Frame) -> Iterator[FieldFound]:
    for item in entry.items("metrics"):
        metric = item.keys(["name", "value"], ["ci95", "n", "slice"])
        check_metric(metric, kind.id)
        sliced = metric.text("slice")
        if sliced and kind.id == ACCURACY:
            yield _found("part", metric["slice"], frame, metric.text("value"))
        for key, inner in metric.pairs:
            field = form.METRICS.get(kind.id, {}).get(key)
            if field is None or (sliced and kind.id == ACCURACY):
                continue
            shown = " to ".join(inner.texts()) if key == "ci95" else None
            found = _found(field, inner, frame, shown or inner.text())
            words = f"{metric.text('name')} {found.text}" if field == "value" else ""
            yield replace(found, unit=words)


def _items(entry: Mapping, kind: EvidenceKind, frame: Frame) -> Iterator[FieldFound]:
    listed = form.LISTS.get(kind.id)
    for key in ("items", "contexts"):
        if key in entry and (listed is None or key != listed.key):
            raise entry[key].fault(f"{kind.id} has no {key}; use fields")
    if listed is None:
        return
    for item in entry.items(listed.key):
        inner = item.keys(listed.needed, listed.fields)
        if not any(blank(inner[key].value) for key in listed.needed):
            words = sentence(kind.id, inner)
            for found in _item(inner, listed.fields, frame):
                yield replace(found, unit=words)


def _item(inner: Mapping, fields: Table[str, str | None], frame: Frame) -> Iterator[FieldFound]:
    for key, node in inner.pairs:
        field = fields[key]
        if key == "class":
            named = form.FAILURE_CLASSES[node.one_of(form.FAILURE_CLASSES)]
            if named is not None:
                yield _found(named, node, frame)
        elif key == "frequency" and not isinstance(node.value, str):
            if node.keys(["not_measured"])["not_measured"].truth():
                yield _found("frequency", node, frame, "not measured")
        elif key == "stakes":
            yield _found("stakes", node, frame, node.one_of(form.STAKES))
        elif key == "may_stop":
            if node.truth():
                yield _found("stop", node, frame, "may stop")
        elif field is not None and not blank(node.value):
            yield _found(field, node, frame, share(node) if key == "share" else node.text())


def _free(entry: Mapping, kind: EvidenceKind, frame: Frame) -> Iterator[FieldFound]:
    node = entry.get("fields")
    if node is None:
        return
    for key, inner in node.keys([], [item.id for item in kind.fields]).pairs:
        if blank(inner.value):
            yield _found(key, inner, frame)
            continue
        for field, text, value in figures(kind.id, key, inner):
            yield replace(_found(field, inner, frame, value), text=text)


def _bounds(entry: Mapping, frame: Frame) -> Iterator[FieldFound]:
    """Yield what limits an entry: expiry, access, the product's current version, correction."""
    expires, corrected = entry.get("expires"), entry.get("human_correction")
    if expires is not None:
        yield _found("expires", expires, frame, iso_date(expires))
    if corrected is not None:
        yield _found("human-correction", corrected, frame, corrected.one_of(form.CORRECTED))
    source = form.source_of(entry)
    if source is not None:
        check_digest(source, frame.folder)
        if "access" in source:
            yield _found("access", source["access"], frame, source["access"].one_of(form.ACCESS))
    yield _found(
        "current-version", entry.get("product_version") or entry["id"], frame, frame.version
    )


def _provenance(entry: Mapping) -> str:
    node = entry.get("evaluator")
    if node is None:
        return form.GRADES["self"]
    grade = form.GRADES[form.evaluator_of(node)["relation"].one_of(form.GRADES)]
    source = form.source_of(entry)
    shown = source is not None and "sha256" in source
    return _OPEN_REPORT if shown and grade == form.GRADES["third-party"] else grade
