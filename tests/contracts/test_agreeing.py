"""Where a deck and its contract say the same, nothing is taken back."""

from __future__ import annotations

from claimlint.contracts.relations import agree
from claimlint.document import Location
from claimlint.values.comparison import Stance

PLACE = Location(label="line 1")


def stance(unit: str, text: str = "") -> Stance:
    text = text or unit
    start = unit.index(text)
    span = (start, start + len(text))
    return Stance(
        topic="same-thing",
        position="said",
        by="same-thing.said",
        text=text,
        unit=unit,
        span=span,
        location=PLACE,
        passage=0,
        offset=0,
        number=None,
        lead="",
    )


def test_the_figure_by_which_a_clause_is_found_may_be_that_of_the_deck():
    clause = "The Clinic is notified of a new model thirty (30) days in advance."
    said = stance("Customers hear of a new model 30 days ahead.")
    assert agree(said, stance(clause, "30) days"))
    assert not agree(
        stance("Customers hear of a new model 90 days ahead."), stance(clause, "30) days")
    )
    assert not agree(said, stance("Customers bear the cost for 30 days.", "Customers bear"))


def test_the_same_verb_is_denied_on_both_sides():
    assert agree(stance("Never isolates a host."), stance("Triage does not isolate hosts."))
    assert not agree(stance("Never sleeps."), stance("Triage does not isolate hosts."))
    assert not agree(stance("Isolates a host."), stance("Triage does not isolate hosts."))
