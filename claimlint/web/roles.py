"""What a paper is, guessed by its name; whoever dropped it can say otherwise."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from claimlint.file_types import is_container, suffix_of, suffixes
from claimlint.steps.folders import DOSSIERS
from claimlint.terms import DocumentKind


class PaperRole(StrEnum):
    """As what a paper lies on the desk."""

    GUESS = "guess"
    DECK = "deck"
    CONTRACT = "contract"
    EVIDENCE = "evidence"
    EARLIER = "earlier"
    ANSWERS = "answers"
    ASIDE = "aside"

    @property
    def words(self) -> str:
        """Return what people see."""
        return _WORDS[self]

    @property
    def kind(self) -> DocumentKind | None:
        """Return the kind of document that this says it is, or None where it does not say."""
        return _KINDS.get(self)


_WORDS = {
    PaperRole.GUESS: "tell by reading it",
    PaperRole.DECK: "deck, copy or web page",
    PaperRole.CONTRACT: "contract or terms",
    PaperRole.EVIDENCE: "evidence",
    PaperRole.EARLIER: "an earlier version",
    PaperRole.ANSWERS: "answers to a questionnaire",
    PaperRole.ASIDE: "do not read",
}
_KINDS = {
    PaperRole.DECK: DocumentKind.MARKETING,
    PaperRole.CONTRACT: DocumentKind.CONTRACT,
    PaperRole.EVIDENCE: DocumentKind.DISCLOSURE,
}
_DATA = frozenset((".yaml", ".yml", ".json"))
_STATING = (b"claimlint_evidence", b"CycloneDX", b"dataset:")
"""What stands in a dossier, in a bill of materials and in files of results."""
_SLIDES = frozenset((".pptx", ".ppt", ".odp"))
_BY_WORD = (
    (
        PaperRole.CONTRACT,
        "contract contracts agreement agreements terms msa sla dpa addendum licence "
        "license policy disclaimer",
    ),
    (PaperRole.ANSWERS, "answers answered questionnaire questions"),
    (PaperRole.EVIDENCE, "evidence dossier card evaluation audit accuracy benchmark datasheet"),
    (PaperRole.DECK, "deck decks pitch brochure landing copy slides presentation flyer"),
)


def guessed(name: str, data: bytes = b"") -> PaperRole:
    """Return what a file of this name that holds `data` most likely is."""
    path = PurePosixPath(name)
    if path.name in DOSSIERS:
        return PaperRole.EVIDENCE
    if is_data(name):  # Most such files of a website are settings or words of its pages.
        named = _said(path.name) is PaperRole.EVIDENCE
        states = named or any(mark in data for mark in _STATING)
        return PaperRole.EVIDENCE if states else PaperRole.ASIDE
    if not is_read(name):
        return PaperRole.ANSWERS if _asked(path) else PaperRole.ASIDE
    said = next(filter(None, map(_said, (path.name, path.as_posix()))), None)
    if is_container(name):  # What one holds is told for each paper in it.
        return PaperRole.ANSWERS if said is PaperRole.ANSWERS else PaperRole.GUESS
    return said or (PaperRole.DECK if path.suffix.lower() in _SLIDES else PaperRole.GUESS)


def _said(name: str) -> PaperRole | None:
    """Return what the words of a name, or of a path where the name says nothing, tell."""
    words = set(re.split(r"[^a-z]+", name.lower()))
    return next((role for role, known in _BY_WORD if words & set(known.split())), None)


def _asked(path: PurePosixPath) -> bool:
    """Tell whether a table is a questionnaire that came back; other tables are not read."""
    return path.suffix.lower() == ".csv" and "question" in path.name.lower()


def is_read(name: str) -> bool:
    """Tell whether a file is of a kind that is read for claims."""
    return suffix_of(name) in suffixes()


def is_data(name: str) -> bool:
    """Tell whether a file has the form of a dossier or card."""
    return PurePosixPath(name).suffix.lower() in _DATA
