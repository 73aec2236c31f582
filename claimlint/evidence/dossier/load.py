"""Reads a dossier strictly: an unknown key or an impossible figure is a fault with its line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimlint.document import Location
from claimlint.evidence.dossier.bindings import Bound
from claimlint.evidence.dossier.entries import Frame, disclosure_of
from claimlint.evidence.dossier.figures import blank
from claimlint.evidence.stated_evidence import Stated
from claimlint.finding import Disclosure, FieldFound
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml import strict_yaml
from claimlint.rulebook.yaml.iso_dates import iso_date
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node
from claimlint.terms import Category, ClauseLabel
from claimlint.values.statement import Statement

_VERSION = "0.1"


def load_dossier(path: Path, catalogue: Catalogue, name: str | None = None) -> Stated:
    """Return what a YAML or JSON file states; `name` stands for the file in messages.

    It has no head where its names of vendor or product are still blanks. Files that an entry gives
    a digest of are compared where they lie below the dossier's folder.

    Raises:
        RuleFault: not readable, an unknown key or kind, an interval that cannot be, a digest that
            is not the file's.
    """
    shown = name or path.as_posix()
    root = strict_yaml.load(path, shown)
    top = root.keys(
        ["claimlint_evidence", "vendor", "product", "evidence"],
        ["claims", "contract", "not_disclosed"],
    )
    top["claimlint_evidence"].one_of([_VERSION])
    vendor = top["vendor"].keys(["name"], ["contact", "statement_date"])
    product = top["product"].keys(["name", "version"], ["models"])
    frame = Frame(shown, path.parent, _filled(product), product.text("version"), catalogue)
    disclosures = tuple(disclosure_of(node, frame) for node in top["evidence"].items())
    _check_ids(disclosures, top["evidence"])
    by_id = {item.id: item for item in disclosures if item.id}
    _check_contract(top)
    silent = [
        item.keys(["kind", "reason"], ["not_applicable"]) for item in top.items("not_disclosed")
    ]
    withheld = tuple(_silence(entry, frame) for entry in silent)
    head = _head(vendor, product, frame, silent)
    return Stated(
        disclosures=(*disclosures, *withheld),
        bindings=tuple(_bound(item, by_id, shown) for item in top.items("claims")),
        statement=head if head.vendor and head.product else None,
    )


def _head(vendor: Mapping, product: Mapping, frame: Frame, silent: Sequence[Mapping]) -> Statement:
    dated = vendor.get("statement_date")
    return Statement(
        document=frame.name,
        vendor=_filled(vendor),
        product=frame.product,
        version=frame.version,
        models=_models(product),
        date=None if dated is None else iso_date(dated),
        not_applicable=tuple(
            (entry.text("kind"), entry.text("reason"))
            for entry in silent
            if entry.truth("not_applicable")
        ),
    )


def _silence(entry: Mapping, frame: Frame) -> Disclosure:
    """Return a disclosure that fills no field and holds the reason for the silence."""
    kind = entry["kind"].one_of(item.id for item in frame.catalogue.kinds)
    place = Location(label="not_disclosed")
    words = FieldFound(
        field="not-disclosed", text=entry.text("reason"), document=frame.name, location=place
    )
    return Disclosure(
        kind=kind, fields=(words,), document=frame.name, location=place, from_dossier=True
    )


def _filled(named: Mapping) -> str:
    name = named.text("name")
    return "" if blank(name) else name


def _check_ids(disclosures: tuple[Disclosure, ...], node: Node) -> None:
    names = [item.id for item in disclosures]
    for item, entry in zip(disclosures, node.items(), strict=True):
        if names.count(item.id) > 1:
            raise entry.fault(f'the id "{item.id}" stands twice')


def _models(product: Mapping) -> tuple[str, ...]:
    found = []
    for item in product.items("models"):
        entry = item.keys(["name"], ["provider", "version", "pinned"])
        if not _filled(entry):
            continue
        pinned = entry.get("pinned")
        words = [entry.text("provider"), entry.text("name"), entry.text("version")]
        if pinned is not None:
            words.append("pinned" if pinned.truth() else "not pinned")
        found.append(" ".join(word for word in words if word))
    return tuple(found)


def _bound(node: Node, by_id: dict[str, Disclosure], name: str) -> Bound:
    entry = node.keys(["text"], ["where", "category", "evidence", "counter_evidence", "reasoning"])
    return Bound(
        origin=f"{name}:{node.line}",
        text=entry.text("text"),
        category=entry.member("category", Category),
        evidence=_named(entry, "evidence", by_id),
        counter=_named(entry, "counter_evidence", by_id),
    )


def _named(entry: Mapping, key: str, by_id: dict[str, Disclosure]) -> tuple[Disclosure, ...]:
    for item in entry.items(key):
        if item.text() not in by_id:
            raise item.fault(f'no entry called "{item.text()}"{suggestion(item.text(), by_id)}')
    return tuple(by_id[name] for name in entry.texts(key))


def _check_contract(top: Mapping) -> None:
    """Fault what a contract is said to hold where it has another form; nobody asks for it yet."""
    for item in top.items("contract"):
        entry = item.keys(["label"], ["ref", "metric", "floor", "remedy"])
        entry["label"].member(ClauseLabel)
        entry.number("floor")
