"""Reads a dossier strictly: an unknown key or an impossible figure is a fault with its line."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from claimlint.document import Location
from claimlint.evidence.dossier.entries import Frame, disclosure_of
from claimlint.evidence.dossier.figures import blank
from claimlint.finding import Disclosure, FieldFound
from claimlint.rulebook import strict_yaml
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.iso_dates import iso_date
from claimlint.rulebook.strict_yaml import Mapping, Node
from claimlint.rulebook.suggestion import suggestion
from claimlint.terms import Category, ClauseLabel

_VERSION = "0.1"


class Binding(Struct, frozen=True, kw_only=True):
    """Words that the vendor binds to evidence of its own, by the ids of entries."""

    text: str
    line: int
    category: Category | None
    evidence: tuple[str, ...]
    counter_evidence: tuple[str, ...]


class NotDisclosed(Struct, frozen=True, kw_only=True):
    """A kind of evidence that the vendor says it does not disclose, or that does not apply."""

    kind: str
    reason: str
    not_applicable: bool = False


class Dossier(Struct, frozen=True, kw_only=True):
    """A vendor's statement: who, which product and version, and the evidence.

    The names of vendor and product are empty where the file has blanks for them.
    """

    path: str
    vendor: str
    product: str
    version: str
    models: tuple[str, ...]
    statement_date: str | None
    disclosures: tuple[Disclosure, ...]
    bindings: tuple[Binding, ...] = ()
    not_disclosed: tuple[NotDisclosed, ...] = ()


def load_dossier(path: Path, catalogue: Catalogue, name: str | None = None) -> Dossier:
    """Return the dossier in a YAML or JSON file; `name` stands for the file in messages.

    Files that an entry gives a digest of are compared where they lie below the dossier's folder.

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
    dated = vendor.get("statement_date")
    _check_contract(top)
    withheld = _not_disclosed(top, catalogue)
    return Dossier(
        path=shown,
        vendor=_filled(vendor),
        product=frame.product,
        version=frame.version,
        models=_models(product),
        statement_date=None if dated is None else iso_date(dated),
        disclosures=(*disclosures, *(_silence(item, frame) for item in withheld)),
        bindings=_bindings(top, disclosures),
        not_disclosed=withheld,
    )


def _silence(item: NotDisclosed, frame: Frame) -> Disclosure:
    """Return a disclosure that fills no field and holds the reason for the silence."""
    place = Location(label="not_disclosed")
    words = FieldFound(field="not-disclosed", text=item.reason, document=frame.name, location=place)
    return Disclosure(
        kind=item.kind, fields=(words,), document=frame.name, location=place, from_dossier=True
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


def _bindings(top: Mapping, disclosures: tuple[Disclosure, ...]) -> tuple[Binding, ...]:
    ids = tuple(item.id for item in disclosures if item.id)
    return tuple(_binding(item, ids) for item in top.items("claims"))


def _binding(node: Node, ids: tuple[str, ...]) -> Binding:
    entry = node.keys(["text"], ["where", "category", "evidence", "counter_evidence", "reasoning"])
    return Binding(
        text=entry.text("text"),
        line=node.line,
        category=entry.member("category", Category),
        evidence=_known(entry, "evidence", ids),
        counter_evidence=_known(entry, "counter_evidence", ids),
    )


def _known(entry: Mapping, key: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    for item in entry.items(key):
        if item.text() not in ids:
            raise item.fault(f'no entry called "{item.text()}"{suggestion(item.text(), ids)}')
    return entry.texts(key)


def _check_contract(top: Mapping) -> None:
    """Fault what a contract is said to hold where it has another form; nobody asks for it yet."""
    for item in top.items("contract"):
        entry = item.keys(["label"], ["ref", "metric", "floor", "remedy"])
        entry["label"].member(ClauseLabel)
        entry.number("floor")


def _not_disclosed(top: Mapping, catalogue: Catalogue) -> tuple[NotDisclosed, ...]:
    names = tuple(kind.id for kind in catalogue.kinds)
    found = []
    for item in top.items("not_disclosed"):
        entry = item.keys(["kind", "reason"], ["not_applicable"])
        found.append(
            NotDisclosed(
                kind=entry["kind"].one_of(names),
                reason=entry.text("reason"),
                not_applicable=entry.truth("not_applicable"),
            )
        )
    return tuple(found)
