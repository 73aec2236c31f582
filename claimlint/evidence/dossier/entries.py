"""Turns an entry of a dossier into a disclosure: which key fills which field of which kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Location
from claimlint.evidence.dossier.checks import check_counts, check_digest, check_metric, check_order
from claimlint.evidence.dossier.figures import blank, day_in, empty, figures, share, version_in
from claimlint.evidence.dossier.sentences import sentence
from claimlint.finding import Disclosure, FieldFound
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.rulebook.iso_dates import iso_date
from claimlint.rulebook.strict_yaml import Mapping, Node

_KEYS = (
    "product_version", "date", "expires", "evaluator", "task", "dataset", "metrics",
    "human_correction", "baseline", "source", "items", "contexts", "fields",
)  # fmt: skip
_RELATIONS = MappingProxyType(
    {
        "self": "self-reported",
        "customer": "named third party",
        "third-party": "named third party",
        "accredited": "accredited audit",
    }
)
_OPEN_REPORT = "third-party report"
_ACCESS = ("public", "nda", "on-request")
_CORRECTED = ("none", "before-scoring", "unknown")
_STAKES = ("low", "high", "rights")
_ITEM_CLASSES: MappingProxyType[str, str | None] = MappingProxyType(
    {
        "fabrication": "fabrication",
        "bad-input": "unclear-input",
        "bad-format": "unclear-input",
        "out-of-distribution": "unfamiliar-input",
        "scale": "at-scale",
        "other": None,
    }
)

_METRICS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "accuracy-evaluation": {
            "name": "metric", "value": "value", "n": "sample-size", "ci95": "interval",
        },
        "robustness-evaluation": {"slice": "input-classes", "value": "metric-per-class"},
        "scale-behaviour": {"slice": "range", "value": "metric-at-ends"},
        "human-baseline": {"value": "metric", "ci95": "interval"},
        "fairness-audit": {"slice": "groups", "value": "metric-per-group", "n": "n-per-group"},
        "autonomy-boundary": {"name": "steps", "value": "rate"},
        "availability-record": {"value": "uptime"},
        "outcome-study": {"name": "outcome", "n": "customers"},
        "change-monitoring": {"name": "monitored"},
    }
)  # fmt: skip
_COMMON = MappingProxyType(
    {
        "product_version": ("version",),
        "date": ("date",),
        "evaluator": ("evaluator", "auditor", "assessor"),
        "task": ("task", "same-task", "intended"),
        "baseline": ("baseline", "comparator", "drop"),
        "dataset.drawn": ("dataset", "data-period"),
        "dataset.n": ("sample-size", "customers"),
        "dataset.relation": ("domain-relation",),
        "dataset.domain": ("domain-relation",),
        "evaluator.paid_by": ("funder", "payer"),
    }
)
_ITEMS: MappingProxyType[str, dict[str, str | None]] = MappingProxyType(
    {
        "failure-modes": {
            "class": None, "mode": "mode", "trigger": "trigger", "consequence": "consequence",
            "frequency": "frequency", "detection": "detection", "mitigation": "mitigation",
        },
        "human-involvement": {
            "step": "step", "share": "share", "denominator": "share", "period": "period",
            "employer": "employer", "country": "employer", "data_seen": "data-seen",
            "off": "switched-off",
        },
        "oversight-spec": {
            "context": "contexts", "who": "who", "what": "what", "share": "what", "when": "when",
            "minutes_per_item": "effort", "may_stop": "stop", "escalation": "escalation",
            "if_absent": "absent", "stakes": None,
        },
    }
)  # fmt: skip
_NEEDED = MappingProxyType(
    {
        "failure-modes": ("mode", "trigger", "consequence"),
        "human-involvement": ("step", "share", "denominator", "employer"),
        "oversight-spec": ("context", "who", "what", "when"),
    }
)


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
    entry = node.keys(["id", "kind"], _KEYS)
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
        field=field,
        text=text.strip(),
        document=frame.name,
        location=_at(node),
        value=value,
    )


def _common(entry: Mapping, kind: EvidenceKind, frame: Frame) -> Iterator[FieldFound]:
    for key, node in _flat(entry):
        for field in _COMMON.get(key, ()):
            if kind.field(field) is not None:
                value = iso_date(node) if key == "date" else None
                yield _found(field, node, frame, value)
                break
        if key == "baseline.value" and kind.id == "human-baseline":
            yield _found("people-value", node, frame, node.text())


def _flat(entry: Mapping) -> Iterator[tuple[str, Node]]:
    shapes = {
        "evaluator": (["name", "relation"], ["paid_by"], "name"),
        "dataset": ([], ["drawn", "n", "domain", "relation", "synthetic"], None),
        "baseline": (["name"], ["value", "n"], "name"),
    }
    for key, node in entry.pairs:
        if key not in shapes:
            yield key, node
            continue
        needed, optional, main = shapes[key]
        inner = node.keys(needed, optional)
        for name, item in inner.pairs:
            yield (key if name == main else f"{key}.{name}"), item


def _metrics(entry: Mapping, kind: EvidenceKind, frame: Frame) -> Iterator[FieldFound]:
    node = entry.get("metrics")
    for item in node.items() if node else ():
        metric = item.keys(["name", "value"], ["ci95", "n", "slice"])
        check_metric(metric, kind.id)
        sliced = metric.text("slice")
        if sliced and kind.id == "accuracy-evaluation":
            yield _found("part", metric["slice"], frame, metric.text("value"))
        for key, inner in metric.pairs:
            field = _METRICS.get(kind.id, {}).get(key)
            if field is None or (sliced and kind.id == "accuracy-evaluation"):
                continue
            shown = " to ".join(inner.texts()) if key == "ci95" else None
            found = _found(field, inner, frame, shown or inner.text())
            words = f"{metric.text('name')} {found.text}" if field == "value" else ""
            yield replace(found, unit=words)


def _items(entry: Mapping, kind: EvidenceKind, frame: Frame) -> Iterator[FieldFound]:
    keys = _ITEMS.get(kind.id, {})
    for list_name in ("items", "contexts"):
        node = entry.get(list_name)
        if node is None:
            continue
        if list_name != ("contexts" if kind.id == "oversight-spec" else "items") or not keys:
            raise node.fault(f"{kind.id} has no {list_name}; use fields")
        for item in node.items():
            inner = item.keys(
                _NEEDED[kind.id], [key for key in keys if key not in _NEEDED[kind.id]]
            )
            if any(blank(inner[key].value) for key in _NEEDED[kind.id]):
                continue
            words = sentence(kind.id, inner)
            yield from (replace(found, unit=words) for found in _item(inner, keys, frame))


def _item(inner: Mapping, keys: dict[str, str | None], frame: Frame) -> Iterator[FieldFound]:
    for key, node in inner.pairs:
        field = keys[key]
        if key == "class":
            named = _ITEM_CLASSES[node.one_of(_ITEM_CLASSES)]
            if named is not None:
                yield _found(named, node, frame)
        elif key == "frequency" and not isinstance(node.value, str):
            measured = node.keys(["not_measured"])
            if measured["not_measured"].truth():
                yield _found("frequency", node, frame, "not measured")
        elif key == "stakes":
            yield _found("stakes", node, frame, node.one_of(_STAKES))
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
        yield _found("human-correction", corrected, frame, corrected.one_of(_CORRECTED))
    source = entry.get("source")
    if source is not None:
        inner = source.keys(["title"], ["ref", "page", "sha256", "access"])
        check_digest(inner, frame.folder)
        access = inner.get("access")
        if access is not None:
            yield _found("access", access, frame, access.one_of(_ACCESS))
    yield _found(
        "current-version", entry.get("product_version") or entry["id"], frame, frame.version
    )


def _provenance(entry: Mapping) -> str:
    node = entry.get("evaluator")
    if node is None:
        return "self-reported"
    inner = node.keys(["name", "relation"], ["paid_by"])
    grade = _RELATIONS[inner["relation"].one_of(_RELATIONS)]
    source = entry.get("source")
    shown = source is not None and source.keys(["title"], ["ref", "page", "sha256", "access"])
    if grade == "named third party" and shown and "sha256" in shown:
        return _OPEN_REPORT
    return grade
