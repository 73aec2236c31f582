"""What a paper begins to disclose: failures without their consequences, a review without its time.

It is no evidence, for the kernel is not complete; but whoever reads that nothing was found and sees
the list in the paper stops believing the report. So it is named, with its place and what it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain, groupby

from claimlint.document import Document, file_name
from claimlint.evidence.completeness import filled, missing
from claimlint.evidence.disclosures.card_head import head_of
from claimlint.evidence.disclosures.drafts import Draft, Piece
from claimlint.evidence.disclosures.find import first_found, found_at
from claimlint.evidence.disclosures.searched_document import SearchedDocument, searched
from claimlint.evidence.disclosures.strays import strays
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.matching.compiled_kinds import CompiledKind, FieldHit, compiled_kind
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.finding import Clause
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue, EvidenceField, EvidenceKind
from claimlint.terms import ACCURACY, Verdict

_OF_THE_PRODUCT = frozenset(
    {"failure-modes", "oversight-spec", "human-involvement", "intended-use", "data-provenance"}
)
"""The kinds that a paper shows of its product as a whole, so that their place matters little."""

_ENOUGH = 2
_MEASURED_ENOUGH = {ACCURACY: 4}
"""A bare number ("books receipts with 97 % accuracy") is three fields: to begin takes more."""
_NOBODY = regex(
    r"\b(?:no|without|zero|never|nobody|(?<!more )(?<!less )(?<!fewer )than)\b[^.;]{0,30}"
    r"\b(?:humans?|person|people|staff|manual\w*|review\w*|approv\w+|oversight|supervis\w+|check\w*)",
    re.IGNORECASE,
)
"""What "no human review needed" and "better than any human reviewer" say: claims, and no word about
the people who review.
"""


def begun(
    document: Document,
    catalogue: Catalogue,
    kind: EvidenceKind,
    clauses: Sequence[Clause] = (),
    *,
    in_passing: bool = True,
) -> Judgement | None:
    """Return the judgement on the best beginning of a kind in a document, None where there is none.

    `clauses` are those of the document: what stands in them promises or disclaims and begins
    nothing. What is told `in_passing`, without the field by which the kind is recognised, counts
    where nothing else is begun. Of kinds of the product as a whole a section headed so begins them,
    too.
    """
    taken = {clause.passage for clause in clauses}
    compiled = compiled_kind(kind.id, catalogue)
    whole = searched(document, catalogue)
    best = _best(_stated(whole.of(compiled).begun(), taken), _begins)
    if in_passing and best is None:
        told = (each for each in strays(compiled, whole.ground) if not _of_tests(whole, each))
        best = _best(_stated(told, taken), lambda _: True)
    if best is not None:
        return _judgement(best, document)
    return _headed(compiled, whole, taken) if kind.id in _OF_THE_PRODUCT else None


def _stated(pieces: Iterable[Piece], taken: Collection[int]) -> Sequence[Piece]:
    """Return the pieces that are no clause, and do not merely say that nobody takes part."""
    return [
        piece
        for piece in pieces
        if not any(unit.passage in taken for unit in piece.anchors)
        and not all(_NOBODY.search(unit.text) for unit in piece.anchors)
    ]


def _of_tests(whole: SearchedDocument, piece: Piece) -> bool:
    """Tell whether a report of tests says it of how it tested, and not of the product."""
    method = whole.ground.method
    own = piece.compiled.kind.id in _OF_THE_PRODUCT
    return own and all(unit.index in method for unit in piece.anchors)


def _begins(piece: Piece) -> bool:
    """Tell whether evidence shows two fields of the kernel, or one under a heading for it."""
    compiled = piece.compiled
    if piece.whole:
        return False
    if compiled.kind.id not in _OF_THE_PRODUCT:
        least = _MEASURED_ENOUGH.get(compiled.kind.id, _ENOUGH)
        return piece.vital > 0 and len(filled(compiled.kind, piece.draft.fields)) >= least
    wanted = 1 if any(compiled.headed(unit) for unit in piece.anchors) else _ENOUGH
    return piece.vital >= wanted


def _best(pieces: Iterable[Piece], begins: Callable[[Piece], bool]) -> Draft | None:
    """Return the first that shows most of the kernel and, of those, most fields; few are read."""
    for _, alike in groupby(sorted(pieces, key=_lack), key=_lack):
        drafts = [piece.draft for piece in alike if begins(piece)]
        if drafts:
            return max(drafts, key=lambda each: len(filled(each.compiled.kind, each.fields)))
    return None


def _lack(piece: Piece) -> int:
    return -piece.vital


def _headed(
    compiled: CompiledKind, whole: SearchedDocument, taken: Collection[int]
) -> Judgement | None:
    """Return the judgement on a section that is headed as the kind and shows none of its fields.

    What such a section says in general only ("may make mistakes") or promises begins nothing, nor
    does what a report of tests tells of its own data.
    """
    empty = {place for _, cues in compiled.rejects for place in cues.places(whole.index)}
    empty.update(whole.ground.method)
    for unit in whole.units:
        if unit.shape is Shape.HEADING or not compiled.headed(unit) or unit.passage in taken:
            continue
        if unit.index not in empty:
            called = _called(compiled, unit)
            kind = compiled.kind
            words = found_at(FieldHit("named", unit, 0, len(unit.text)), whole.document)
            told = _told(compiled, whole, unit)
            place = whole.document.passages[unit.passage].location.label
            where = f"{file_name(whole.document.path)}, {place}"
            fields = {hit.field for hit in told}
            untold = [entry for entry in kind.kernel if entry.id not in fields]
            lacks = _asked(untold or kind.kernel)
            reason = f"the section “{called}” ({where}) does not say {lacks}"
            found = (words, *(first_found(told, whole.document) if untold else ()))
            return Judgement(Verdict.BARE, found, missing(kind, fields), None, reason)
    return None


def _told(compiled: CompiledKind, whole: SearchedDocument, told: Unit) -> Sequence[FieldHit]:
    """Return what fills the kernel in the section of a unit."""
    section = [unit for unit in whole.units if unit.headings == told.headings]
    return [
        hit
        for field in chain.from_iterable(compiled.kernel)
        for unit in section
        for hit in field.find(unit, whole.index.texts[unit.index])
    ]


def _called(compiled: CompiledKind, unit: Unit) -> str:
    """Return the heading above a unit by which it is about the kind."""
    names = compiled.kind.headings
    plain = {each: each.lower().replace("-", " ") for each in unit.headings}
    return next(
        (each for each in reversed(unit.headings) if any(name in plain[each] for name in names)),
        unit.headings[-1],
    )


def _judgement(draft: Draft, document: Document) -> Judgement:
    kind = draft.compiled.kind
    asked = {entry.id for entry in kind.fields} - draft.fields
    head = tuple(item for item in head_of(document) if item.field in asked)
    lacking = missing(kind, {*draft.fields, *(item.field for item in head)})
    vital = [entry for entry in kind.kernel if entry.id in lacking]
    place = document.passages[draft.anchors[0].passage].location.label
    where = f"{file_name(document.path)}, {place}"
    lacks = f"it does not say {_asked(vital)}" if vital else "its parts lie too far apart"
    found = (*first_found(draft.hits, document), *head)
    return Judgement(Verdict.BARE, found, lacking, None, f"begun in {where}; {lacks}")


def _asked(fields: Sequence[EvidenceField]) -> str:
    """Return what fields ask, the first words of each: "who checks, nor what is checked"."""
    return ", nor ".join(entry.asks.partition(":")[0] for entry in fields)
