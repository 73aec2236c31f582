"""Facets: figures with unit and direction, hours, languages, who does what in which trade."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.detect.cues import Cues
from claimlint.detect.facets.finder import FacetFinder
from claimlint.detect.units.segment import units
from claimlint.document import Location, Passage
from claimlint.rulebook.load import load_book
from claimlint.values.facets import Facets

FINDER = FacetFinder(Cues(load_book(data_folder("rules")).words))


def facets(text: str) -> Facets:
    (unit,) = units([Passage(text=text, location=Location(label="line 1"))])
    return FINDER.of(unit)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("99.2% accurate", ["99.2 %"]),
        ("available for at least 99.9% of each month", ["at least 99.9 %"]),
        ("saves up to 20 hours a week", ["at most 20 hours"]),
        ("no more than 5,000 requests per month", ["at most 5000 requests"]),
        ("ten times a day, 3x faster", ["10 times", "3 x"]),
        ("the error rate shall not exceed 2%", ["at least 98 %"]),
        ("clause 7.2 applies.", []),
        ("Acme Reader 3.2 extracts fields with 98.7% accuracy.", ["98.7 %"]),
        ("Atlas 2 reads 300 pages a minute.", ["300 pages"]),
        ("Version 2.1 sorts 9 in 10 letters.", ["90 %"]),
        ("Reader v3.2 files 40 forms.", ["40 forms"]),
        ("In 2024 it read 40 forms.", ["40 forms"]),
        ("Over 300 calls answered", ["at least 300 calls"]),
        ("Our desk at Acme took 40 calls.", ["40 calls"]),
        ("In Spain 300 calls came by noon.", ["300 calls"]),
        ("reads 3.2 million pages a day", ["3200000 pages"]),
        ("two hundred clinics, one billion rows", ["200 clinics", "1000000000 rows"]),
        ("limited to £1,000,000 per year, 3 per day", ["at most £1,000,000"]),
        ("EUR 2.5 million in fines within 30 days", ["€2,500,000", "at most 30 days"]),
    ],
)
def test_figures_have_a_unit_and_a_direction(text, figures):
    found = [str(quantity) for quantity in facets(text).quantities]
    assert found[: len(figures)] == figures


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("answers around the clock", "24/7"),
        ("on weekdays from 9 a.m. to 5 p.m.", "mon-fri 09:00-17:00"),
        ("Monday to Friday, 08:00 to 18:00", "mon-fri 08:00-18:00"),
        ("during business hours", "office hours"),
        ("section 9 to 17 applies", None),
    ],
)
def test_hours_are_told_in_one_notation(text, hours):
    assert facets(text).hours == hours


def test_languages_are_named_or_any():
    assert facets("Supports English and German.").languages == ("english", "german")
    assert facets("Speaks any language.").languages == ("any",)


def test_who_does_what_in_which_trade():
    found = facets("Customer shall review each loan decision of the Agent.")
    assert (found.actor, found.action, found.domains) == ("customer", "review", ("credit",))
