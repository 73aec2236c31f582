"""Products as columns of a table: the figure beside that of the product is another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.column_heads import bare_name
from claimlint.document import Document, TableCell
from claimlint.evidence.matching.compiled_kinds import FieldHit
from claimlint.evidence.once import once_a_document
from claimlint.regex import regex
from claimlint.rulebook.entries import EvidenceKind

_COMPARING = frozenset({"human-baseline", "market-comparison", "outcome-study"})
"""Kinds of evidence that are about others too."""
_FIGURES = frozenset({"value", "rate", "uptime"})
_OPENING = 3
_WORD = regex(r"[^\W_][\w.&'’-]*")
_OURS = regex(r"\W*(?:ours?|us|we|our\s[\w -]{2,20})\W*", re.IGNORECASE)


def of_the_product(
    hits: Sequence[FieldHit], kind: EvidenceKind, document: Document
) -> Iterator[FieldHit]:
    """Yield the hits without figures in other columns than the product's, where its own has one.

    Own is a column headed "us", or by a name in the opening of the document. Another version of the
    product is its own; kinds that compare keep all.
    """
    placed = {} if kind.id in _COMPARING else _placed(hits, document)
    owned = {
        (cell.table, cell.row) for cell in placed.values() if _is_own(cell.column_head, document)
    }
    for place, hit in enumerate(hits):
        cell = placed.get(place)
        beside = cell is not None and (cell.table, cell.row) in owned
        if cell is None or not beside or _is_own(cell.column_head, document):
            yield hit


def _placed(hits: Sequence[FieldHit], document: Document) -> dict[int, TableCell]:
    """Return by the number of each figure among the hits the cell in which it stands, if in one."""
    figures = ((at, hit) for at, hit in enumerate(hits) if hit.field in _FIGURES)
    passages = ((at, hit.unit.place(hit.start, hit.end)[0]) for at, hit in figures)
    cells = ((at, document.passages[passage].cell) for at, passage in passages)
    return {at: cell for at, cell in cells if cell is not None and cell.column_head}


def _is_own(head: str | None, document: Document) -> bool:
    """Tell whether the head of a column says "us", or holds but names of the product."""
    if head is None or _OURS.fullmatch(head):
        return head is not None
    words = bare_name(_WORD.findall(head))
    return bool(words) and _named(document).issuperset(words[:1])


@once_a_document
def _named(document: Document) -> frozenset[str]:
    """Return the names in the opening of a document: words that it has in capitals alone, and again
    in its text or as the head of a column."""
    prose = [passage.text for passage in document.passages if passage.cell is None]
    words = _WORD.findall("\n".join(prose))
    plain = {word.lower() for word in words if word.islower()}
    opening = {word for text in prose[:_OPENING] for word in _WORD.findall(text)}
    return frozenset(
        word
        for word in opening
        if word[0].isupper() and word.lower() not in plain and words.count(word) > 1
    )
