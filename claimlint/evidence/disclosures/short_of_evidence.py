"""What falls short of evidence near a claim: stray fields, a test or badge that is only named.

Looked for in the unit of the claim, its footnotes, its section and the units around it; papers that
are promised ("available on request") in the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from claimlint.document import Document
from claimlint.evidence.completeness import missing
from claimlint.evidence.disclosures.card_head import head_of, is_report
from claimlint.evidence.disclosures.drafts import Piece
from claimlint.evidence.disclosures.find import first_found, found_at
from claimlint.evidence.disclosures.off_subject import is_off_subject
from claimlint.evidence.disclosures.searched_document import SearchedDocument, searched
from claimlint.evidence.judgement import Judgement, best
from claimlint.evidence.matching.compiled_kinds import (
    CompiledKind,
    FieldHit,
    compiled_kind,
)
from claimlint.evidence.matching.places import Places
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.finding import Claim
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import Verdict

_THIS = regex(r"\b(?:this|the present)\s(?:\w+\s)?$", re.IGNORECASE)


def only_named(
    claim: Claim, own: Document, catalogue: Catalogue, kind: EvidenceKind
) -> Iterator[Judgement]:
    """Yield judgements on what only names evidence of one kind, of promises on the best one."""
    whole = searched(own, catalogue)
    near = whole.near(claim)
    if near:
        compiled = compiled_kind(kind.id, catalogue)
        yield from _named(compiled, whole, near)
        yield from _promised(whole, compiled)


def without_kernel(
    claim: Claim, own: Document, catalogue: Catalogue, kind: EvidenceKind
) -> Iterator[Judgement]:
    """Yield judgements on what shows some fields of one kind and lacks its kernel."""
    whole = searched(own, catalogue)
    compiled = compiled_kind(kind.id, catalogue)
    pieces = whole.of(compiled).anchored_in(unit.index for unit in whole.near(claim))
    home = whole.home(claim)
    judged = (_bare(whole, piece, home) for piece in pieces if not piece.whole)
    yield from (each for each in judged if each.found)


def only_named_in(own: Document, catalogue: Catalogue, kind: EvidenceKind) -> Iterator[Judgement]:
    """Yield judgements on what is named of one kind anywhere in a document, or best promised."""
    whole = searched(own, catalogue)
    compiled = compiled_kind(kind.id, catalogue)
    yield from _named(compiled, whole, [whole.units[place] for place in _nameable(whole, compiled)])
    yield from _promised(whole, compiled)


@once_a_document
def _bare(whole: SearchedDocument, piece: Piece, home: Unit | None) -> Judgement:
    """Return the judgement on what lacks its kernel; `home` is the sentence of a claim.

    A claim without a figure ("every order", "on the market") is no evidence of itself.
    """
    kind = piece.compiled.kind
    told = piece.draft.hits
    if home is not None and not any(map(str.isdigit, home.text)):
        told = tuple(hit for hit in told if hit.unit.index != home.index)
    asked = {entry.id for entry in kind.fields} - {hit.field for hit in told}
    head = tuple(item for item in head_of(whole.document) if told and item.field in asked)
    found = (*first_found(told, whole.document), *head)
    lacking = missing(kind, {item.field for item in found})
    names = ", ".join(entry.id for entry in kind.kernel if entry.id in lacking)
    reason = f"without {names} nothing can be judged"
    return Judgement(Verdict.BARE, found, lacking, None, reason)


def _named(
    compiled: CompiledKind, whole: SearchedDocument, near: Sequence[Unit]
) -> Iterator[Judgement]:
    able = _nameable(whole, compiled)
    for unit in near:
        key = (compiled.kind.id, unit.index)
        if unit.index not in able:
            continue
        if key not in whole.named:
            whole.named[key] = tuple(_named_in(compiled, whole, unit))
        yield from whole.named[key]


@once_a_document
def _nameable(whole: SearchedDocument, compiled: CompiledKind) -> Places:
    """Return the units that hold a word of what only names this kind of evidence."""
    found = Places()
    for _, cues in compiled.rejects:
        found |= cues.places(whole.index)
    return found


def _named_in(compiled: CompiledKind, whole: SearchedDocument, unit: Unit) -> Iterator[Judgement]:
    for reject, cues in compiled.rejects:
        if reject.verdict is Verdict.BARE:
            continue
        hit = cues.first(unit.index, whole.index)
        if hit is None:
            continue
        asserted = reject.verdict is Verdict.ASSERTED
        if asserted and (unit.index in whole.promising or _names_itself(whole, unit, hit.start)):
            continue
        words = found_at(FieldHit("named", unit, hit.start, hit.end), whole.document)
        told = tuple(_told_beside(compiled, whole, unit)) if asserted else ()
        lacking = missing(compiled.kind, {each.field for each in told})
        found = (words, *(found_at(each, whole.document) for each in told))
        yield Judgement(reject.verdict, found, lacking, None, reject.because)


def _told_beside(compiled: CompiledKind, whole: SearchedDocument, unit: Unit) -> Iterator[FieldHit]:
    """Yield the kernel that stands in the very sentence by words of its own ("SOC 2 Type II")."""
    if is_off_subject(compiled.kind, unit):
        return
    seen = whole.index.texts[unit.index]
    for field in chain.from_iterable(compiled.kernel):
        yield from islice((hit for hit in field.find(unit, seen) if not hit.generic), 1)


def _names_itself(whole: SearchedDocument, unit: Unit, start: int) -> bool:
    """Tell whether a paper is named by its own title, or by itself ("This evaluation report")."""
    if _THIS.search(unit.text, 0, start):
        return True
    titled = unit.shape is Shape.HEADING and len(unit.headings) == 1
    return titled and is_report(whole.document.passages)


@once_a_document
def _promised(whole: SearchedDocument, compiled: CompiledKind) -> tuple[Judgement, ...]:
    """Return the best of the judgements on promises, nothing where there is none."""
    found = tuple(_promised_in(whole, compiled))
    return (best(found),) if found else ()


def _promised_in(whole: SearchedDocument, compiled: CompiledKind) -> Iterator[Judgement]:
    papers = [cues for reject, cues in compiled.rejects if reject.verdict is Verdict.ASSERTED]
    for unit, hit in whole.promises:
        if compiled.headed(unit) or any(cues.first(unit.index, whole.index) for cues in papers):
            found = found_at(FieldHit("promise", unit, hit.start, hit.end), whole.document)
            reason = "it is promised and not shown; ask for it before you sign"
            yield Judgement(Verdict.PROMISED, (found,), missing(compiled.kind, ()), None, reason)
