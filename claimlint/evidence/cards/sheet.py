"""Collects what a card says, field by field, and gives it as disclosures."""

from __future__ import annotations

from msgspec import Struct, field

from claimlint.document import Document, Location, Passage, Role
from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.matching.compiled_kinds import compiled_kind
from claimlint.finding import Disclosure, FieldFound
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import SELF_REPORTED, Verdict

_LONGEST = 4_000
_PERCENT = 100


class Sheet(Struct):
    """The fields of one card. `name` is the file, `where` says in which format it is written."""

    name: str
    where: str
    catalogue: Catalogue
    product: str | None = None
    version: str | None = None
    date: str | None = None
    provenance: str = SELF_REPORTED
    groups: list[tuple[str, list[FieldFound]]] = field(default_factory=list)

    def open(self, kind: str) -> None:
        """Start a further disclosure of a kind; version and date of the card belong to it."""
        self.groups.append((kind, []))
        if self.version:
            self.add("version", self.version, "version")
        if self.date:
            self.add("date", self.date, "date", self.date)

    def add(self, name: str, text: str, key: str, value: str | None = None) -> None:
        """Fill a field of the disclosure opened last, if its kind has it; `key` is the card's."""
        kind, fields = self.groups[-1]
        known = self.catalogue.kind(kind).field(name) is not None or name == "caveat"
        if known and text.strip():
            fields.append(self._found(name, text, key, value))

    def read(self, kind: str, text: str, key: str) -> None:
        """Look for the fields of a kind in free text, as if it stood under a heading of its own."""
        if not text.strip():
            return
        heading = self.catalogue.kind(kind).headings[0]
        where = self._at(key)
        passages = (
            Passage(text=heading.capitalize(), location=where, role=Role.HEADING, level=1),
            Passage(text=text[:_LONGEST], location=where),
        )
        page = Document(path=self.name, format="card", sha256="", passages=passages)
        self.open(kind)
        compiled = compiled_kind(kind, self.catalogue)
        for draft in searched(page, self.catalogue).of(compiled).all():
            for hit in draft.hits:
                self.add(hit.field, hit.text, key, hit.value)

    def disclosures(self) -> tuple[Disclosure, ...]:
        """Return the disclosures, each with the mark that it comes from a card."""
        mark = self._found("caveat", f"a card ({self.where})", "", Verdict.PARTLY_BACKED)
        return tuple(
            Disclosure(
                kind=kind,
                fields=(*fields, mark),
                document=self.name,
                location=fields[0].location,
                provenance=self.provenance,
                product=self.product,
                version=self.version,
                date=self.date,
            )
            for kind, fields in self.groups
            if any(item.field not in ("version", "date") for item in fields)
        )

    def _found(self, name: str, text: str, key: str, value: str | None = None) -> FieldFound:
        return FieldFound(
            field=name, text=text.strip(), document=self.name, location=self._at(key), value=value
        )

    def _at(self, key: str) -> Location:
        return Location(label=key or self.where)


def share(text: str) -> str | None:
    """Return a metric's value as a share between 0 and 1, or None where it is no share."""
    try:
        number = float(text.strip().rstrip("%").split("±")[0])
    except ValueError:
        return None
    if "%" in text or 1 < number <= _PERCENT:
        number /= _PERCENT
    return f"{number:.6f}".rstrip("0").rstrip(".") if 0 <= number <= 1 else None


def day(text: str) -> str | None:
    """Return the day that a text names first, in ISO form, or None."""
    hit = next(find_date(text), None)
    return None if hit is None else hit.value
