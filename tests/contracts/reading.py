"""Reads single sentences as the deck and the contract of a comparison."""

from __future__ import annotations

from functools import cache

from claimlint.contracts.compare import Advice, Paper, compare
from claimlint.datafiles import data_folder
from claimlint.detect.detected import Detected
from claimlint.detect.detector import Detector
from claimlint.document import Coverage, Location, Passage, ReadStatus
from claimlint.finding import DocumentReport
from claimlint.rulebook.load import load_book
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.rulebook.yaml.topics import TopicEntry
from claimlint.terms import ClauseLabel, DocumentKind
from claimlint.values.comparison import Conflict, Role

RULES = data_folder("rules")
BOILERPLATE = "boilerplate"
NOTHING = "nothing"


@cache
def topics() -> tuple[TopicEntry, ...]:
    return tuple(load_book(RULES).topics)


@cache
def detector() -> Detector:
    return Detector(load_book(RULES), stances=True)


@cache
def advices() -> dict[tuple[object, str | None], Advice]:
    entries = load_catalogue(RULES).categories
    return {(e.category, e.aspect): Advice(e.question, e.clause.text) for e in entries}


@cache
def read(text: str, kind: DocumentKind) -> Detected:
    return detector().find([Passage(text=text, location=Location(label="line 1"))], kind)


def paper(role: Role, text: str) -> Paper:
    kind = DocumentKind.MARKETING if role is Role.DECK else DocumentKind.CONTRACT
    detected = read(text, kind)
    document = DocumentReport(
        path=f"{role}.txt",
        format="text",
        sha256="",
        matter="loose files",
        kind=kind,
        kind_by="call",
        status=ReadStatus.READ,
        language="en",
        coverage=Coverage(),
        units=detected.units,
        clauses=detected.clauses,
        stances=detected.stances,
        references=detected.references,
    )
    return Paper(role, document)


def conflicts(deck: str, contract: str) -> tuple[Conflict, ...]:
    papers = [paper(Role.DECK, deck), paper(Role.CONTRACT, contract)]
    return compare(papers, [entry.topic for entry in topics()], advices())


def relation(deck: str, contract: str) -> str:
    """Return the gravest relation of two sentences, `boilerplate`, or `nothing`."""
    found = conflicts(deck, contract)
    if found:
        return found[0].kind
    clauses = read(contract, DocumentKind.CONTRACT).clauses
    fits_all = (ClauseLabel.AS_IS, ClauseLabel.NO_RELIANCE)
    claims = read(deck, DocumentKind.MARKETING).claims
    return BOILERPLATE if claims and any(c.label in fits_all for c in clauses) else NOTHING
