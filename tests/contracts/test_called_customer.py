"""Who the customer is in a contract that calls it by a word of its trade and defines it nowhere."""

from __future__ import annotations

from claimlint.document import Location, Passage
from claimlint.terms import DocumentKind
from tests.contracts.reading import detector

DUTIES = (
    "The Harbour shall name a contact.",
    "The Supplier shall provide the Service to the Harbour.",
    "The Harbour pays within thirty days.",
    "The Harbour shall inform its pilots.",
)
COMPLIANCE = "The Harbour is responsible for compliance with the law of the sea."
THINGS = (
    "The Crane shall be oiled.",
    "The Supplier shall provide the Crane.",
    "The Crane lifts six tonnes.",
    "The Crane shall turn slowly.",
)
LOAD = "The Crane is responsible for compliance with the law of the sea."
OTHERS = "The Harbour shall name a contact."


def _positions(*lines: str) -> set[tuple[str, str]]:
    passages = [
        Passage(text=line, location=Location(label=f"line {number}"))
        for number, line in enumerate(lines, start=1)
    ]
    stances = detector().find(passages, DocumentKind.CONTRACT).stances
    return {(each.topic, each.position) for each in stances if each.unit == lines[-1]}


def test_what_does_as_parties_do_beside_the_vendor_is_the_customer():
    assert ("law", "customers") in _positions(*DUTIES, COMPLIANCE)


def test_what_seldom_does_so_or_is_a_thing_is_none():
    assert ("law", "customers") not in _positions(OTHERS, DUTIES[1], COMPLIANCE)
    assert ("law", "customers") not in _positions(*THINGS, LOAD)


def test_a_contract_that_says_customer_has_no_other():
    assert ("law", "customers") not in _positions(*DUTIES, "The Customer shall pay.", COMPLIANCE)
