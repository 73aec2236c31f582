"""Finds what a document discloses: evidence of each kind, with its fields and their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from claimlint.document import Document
from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.detectors.versions import find_version
from claimlint.evidence.disclosures.card_head import OPENING, head_of
from claimlint.evidence.disclosures.drafts import Draft
from claimlint.evidence.disclosures.own_columns import of_the_product
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.disclosures.targets import name_of, named_product
from claimlint.evidence.judgement import measured
from claimlint.evidence.matching.compiled_kinds import FieldHit, compiled_kinds
from claimlint.evidence.text.plain import plain
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.finding import Clause, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import NAMED_PARTY, SAMPLE_SIZE, SELF_REPORTED

DATED = ("date", "period", "validity", "window", "data-period")
_AS_OF = regex(
    r"\b(?:as of|dated|updated|reviewed|issued|status|report|plan|policy|statement|sheet|edition|"
    r"notice|note|state|page|bulletin|closed|log)\b[^.;\d]{0,20}$",
    re.IGNORECASE,
)
_ROW = regex(
    r"(?i:system|product|tool|vendor|solution|software|scanner|assistant|agent|engine|provider)"
    r"\s?:\s(?P<name>[A-Z][\w-]+)"
)
_CAPITAL = regex(r"\b[A-Z][a-z]{3,}\b")
_SHOWN = 3
EVALUATORS = ("evaluator", "auditor", "assessor", "funder")
_OTHERS = frozenset({"third-party", "named"})
"""What a field of an evaluator says where that is not the vendor itself."""


def find_disclosures(
    document: Document, catalogue: Catalogue, clauses: Sequence[Clause] = ()
) -> tuple[Disclosure, ...]:
    """Return the evidence in a document whose kernel is complete, kind by kind.

    What stands in one of `clauses` (those of this document) promises or disclaims and is none.
    """
    taken = {clause.passage for clause in clauses}
    whole = searched(document, catalogue)
    return tuple(
        disclosure_of(draft, document)
        for compiled in compiled_kinds(catalogue)
        for draft in whole.of(compiled).whole()
        if not all(unit.passage in taken for unit in draft.anchors)
    )


def disclosure_of(draft: Draft, document: Document) -> Disclosure:
    """Return the disclosure that a draft makes: one place for each field and wording."""
    stated = head_of(document)
    draft = _without_paper_version(draft, stated)
    asked = {entry.id for entry in draft.compiled.kind.fields} - draft.fields
    head = [item for item in stated if item.field in asked]
    told = of_the_product((*draft.hits, *draft.aside), draft.compiled.kind, document)
    hits = (found_at(hit, document) for hit in told)
    fields = _sized(measured(tuple(_once(chain(hits, head)))))
    anchor = draft.anchors[0]
    passage = document.passages[anchor.passage]
    product, version = named_product(_versions(draft), _by_kernel(draft))
    if version is None:
        product, version = product or _named_in(stated), _of_head(head, "version")
    product = product or _of_row(draft.anchors[0])
    return Disclosure(
        kind=draft.compiled.kind.id,
        fields=fields,
        document=document.path,
        location=passage.location,
        provenance=_provenance(fields),
        product=product,
        version=version,
        date=_date(draft.hits) or _stated_on(draft.anchors, document) or _of_head(head, "date"),
    )


def _without_paper_version(draft: Draft, head: Sequence[FieldFound]) -> Draft:
    """Return a draft without versions that name no product above it, where the title names one.

    "Report 17, version 1.1, 3 May 2026" below "LedgerFox 3.2: evaluation" is the report's own.
    """
    if _named_in(head) is None:
        return draft
    own = {unit.index for unit in draft.anchors}
    kept = (
        hit
        for hit in draft.hits
        if hit.field != "version"
        or hit.unit.index in own
        or hit.unit.passage >= OPENING
        or name_of(hit.unit.text, hit.start, hit.end) is not None
    )
    return replace(draft, hits=tuple(kept))


def _of_head(head: Sequence[FieldFound], field: str) -> str | None:
    return next((item.value for item in head if item.field == field), None)


def _of_row(unit: Unit) -> str | None:
    """Return the system that a row of a table is about, as the head of its first column tells."""
    named = _ROW.match(unit.text) if unit.shape is Shape.ROW else None
    return None if named is None else named["name"]


def _named_in(head: Sequence[FieldFound]) -> str | None:
    """Return the product in front of the version in a title ("Askly 2.1: test report")."""
    for item in head:
        if item.field == "version":
            start = item.unit.find(item.text)
            return name_of(item.unit, start, start + len(item.text))
    return None


def _by_kernel(draft: Draft) -> list[Unit]:
    """Return the units that anchor evidence, those that fill most of the kernel first."""
    kernel = {entry.id for entry in draft.compiled.kind.kernel}
    filled = {(hit.unit.index, hit.field) for hit in draft.hits if hit.field in kernel}
    weights = Counter(index for index, _ in filled)
    return sorted(draft.anchors, key=lambda unit: (-weights[unit.index], unit.index))


def _versions(draft: Draft) -> list[FieldHit]:
    """Return the versions that evidence names; of kinds that ask for none, those of its anchors."""
    if draft.compiled.kind.field("version") is not None:
        return [hit for hit in draft.hits if hit.field == "version"]
    return [
        FieldHit("version", unit, hit.start, hit.end, hit.value)
        for unit in draft.anchors
        for hit in find_version(unit.text)
    ]


def found_at(hit: FieldHit, document: Document) -> FieldFound:
    """Return the field with the words as the document has them and their place."""
    index, start, end = hit.unit.place(hit.start, hit.end)
    passage = document.passages[index]
    return FieldFound(
        field=hit.field,
        text=passage.text[start:end],
        document=document.path,
        location=passage.locate(start, end),
        passage=index,
        value=hit.value,
        unit=hit.unit.text,
    )


def first_found(hits: Iterable[FieldHit], document: Document) -> tuple[FieldFound, ...]:
    """Return the first places of each field: where nothing can be judged, a few show what is there.

    A paper may hold thousands.
    """
    seen: Counter[str] = Counter()
    found: list[FieldFound] = []
    for hit in hits:
        seen[hit.field] += 1
        if seen[hit.field] <= _SHOWN:
            found.append(found_at(hit, document))
    return tuple(found)


def _sized(fields: Sequence[FieldFound]) -> tuple[FieldFound, ...]:
    """Return the fields with the number of items beside a value before those of other things."""
    valued = {found.unit for found in fields if found.field == "value"}
    apart = [each.field == SAMPLE_SIZE and each.unit not in valued for each in fields]
    order = sorted(range(len(fields)), key=apart.__getitem__)
    return tuple(fields[place] for place in order)


def _once(fields: Iterator[FieldFound]) -> Iterator[FieldFound]:
    seen: set[tuple[str, str]] = set()
    for item in fields:
        key = (item.field, item.text.lower())
        if key not in seen:
            seen.add(key)
            yield item


def _provenance(fields: Sequence[FieldFound]) -> str:
    """Return who says it; a firm that has its name in common with the product is the vendor."""
    makers = {
        name
        for found in fields
        if found.field == "version"
        for name in _CAPITAL.findall(found.unit[: found.unit.find(found.text) + len(found.text)])
    }
    evaluated = (
        found.value
        for found in fields
        if found.field in EVALUATORS
        and not (found.value == "named" and makers.intersection(_CAPITAL.findall(found.text)[:1]))
    )
    return SELF_REPORTED if _OTHERS.isdisjoint(evaluated) else NAMED_PARTY


def _stated_on(anchors: Sequence[Unit], document: Document) -> str | None:
    """Return the day of which evidence says that it is the state ("as of May 2026"), or None.

    Its paragraph may say so, or a heading above it.
    """
    texts = {text for unit in anchors for text in (unit.text, *unit.headings)}
    texts |= {plain(document.passages[unit.passage].text).text for unit in anchors}
    days = [
        hit.value
        for text in texts
        for hit in find_date(text)
        if hit.value and _AS_OF.search(text, 0, hit.start)
    ]
    return max(days, default=None)


def _date(hits: Sequence[FieldHit]) -> str | None:
    days = [hit.value for hit in hits if hit.field in DATED and hit.value]
    return max((day for day in days if day[:2] in ("19", "20") and "-" in day), default=None)
