"""Each sign of `rules/kinds.yaml` decides on a paper that shows it; a fault has its place."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from claimlint.datafiles import data_folder
from claimlint.detect.cues import Cues
from claimlint.detect.kind import sign_of
from claimlint.detect.segment import units
from claimlint.detect.survey import Survey
from claimlint.errors import RuleFault
from claimlint.rulebook.load import load_book
from claimlint.rulebook.signs import load_signs

from .build import passages

BOOK = load_book(data_folder("rules"))
CUES = Cues(BOOK.words)
PAPERS = {
    "names-itself-a-use-policy-for-customers": (
        "Acceptable use policy",
        "Customers and end users must keep to it; we may suspend accounts of a customer.",
    ),
    "names-itself-a-use-policy-for-staff": (
        "AI policy",
        "Employees and students ask their line manager before a tool is used.",
    ),
    "names-itself": ("Runbook: the queue is full", "Empty it."),
    "names-itself-a-contract": ("Order Form", "Two seats, one year."),
    "is-an-exhibit": ("Exhibit C", "The supplier shall keep nine trays ready."),
    "names-itself-a-card": ("Model card: Ledger Owl 2", "Sorts receipts in boxes."),
    "names-itself-a-programme": (
        "Beta programme for Ledger Owl",
        "It may change or be withdrawn at any time; do not use it in production. Owl levels "
        "do not apply. Give us feedback.",
    ),
    "service-levels": (
        "How Ledger Owl stays up",
        "Uptime is measured each calendar month; planned maintenance does not count. Severity 1: "
        "response within an hour. A credit of 10% of the monthly fee, and no more. Outages beyond "
        "our control and office hours are listed.",
    ),
    "on-contracts": (
        "Most contracts cap liability, lawyers say, and buyers negotiate in vain.",
        "Vendors hide disclaimers in the fine print.",
    ),
    "contract": ("The parties shall keep to the effective date; liability is excluded hereunder.",),
    "disclosure": (
        "Evaluated on a held out test set of letters, with a confidence interval.",
        "Known failure modes: faint ink. Out of scope: drawings.",
    ),
    "offers": ("Sorting must be paid for.", "From 9 per user. Book a demo, or start free."),
    "news": ("Researchers let a robot sort post for a year.", "It sorted most of it."),
    "explainer": ("Sorting is the process of putting letters in order.", "It takes time."),
    "requirements": ("FR-1: log in", "FR-2: sort", "FR-3: log out"),
    "code": ("maxRuns: 5", "supportHours: 9", "planTier: pro"),
    "changes": ("Fixed the lamp", "Added a second tray", "Removed the bell"),
    "glossary": (
        "Tray: a place for letters.",
        "Stamp: a mark that is paid for.",
        "Round: the way of a postman.",
        "Depot: the house that rounds start from.",
    ),
    "study": ("In a randomised trial with 90 participants our results beat the baselines.",),
    "policy": (
        "Employees must not take leave in writing without their line manager.",
        "Overtime, vacation and sick leave are subject to consent; misconduct is prohibited.",
    ),
    "rules": (
        "Visitors should sign in, and dogs must be on a lead.",
        "The keeper has the vacation list.",
    ),
    "report": ("Two banks were fined, officials said; critics warned a judge.",),
    "essay": ("Trays typically stand in rows; in contrast, hooks generally may hang.",),
    "manual": (
        "Set the option in the config file and compile the module with the default parser.",
        "The daemon reads variables of the shell and writes a string to the terminal.",
    ),
    "release": (
        "Release 4.2 (May)",
        "Fixed: the tray no longer jams.",
        "Known issues: labels print twice. Removed: the bell.",
    ),
    "tender": (
        "M1 The tray shall hold nine letters.",
        "M2 The bidder must show a tray to the authority.",
        "D1 A lid is desirable.",
    ),
    "form": ("Name of the tray:", "Owner:", "Is it full? Yes / No", "Date:"),
    "aftermath": (
        "Root cause: a letter was put in twice.",
        "What went well: the clerk was paged. Lessons learned: two trays. Customers affected: 3.",
    ),
    "review": (
        "How we tested: nine trays, one week.",
        "Pros: light. Cons: no lid. Our verdict: buy it. Rating: 4 out of 5.",
    ),
    "consent": (
        "Cookies: accept all, reject all or manage preferences.",
        "Strictly necessary cookies keep the tray open; our partners use others.",
    ),
    "goods": ("A shelf of oak, 90 cm wide.", "Hinges of brass; two coats of varnish. Weighs 9 kg."),
    "market-news": (
        "Oak Trays lifts full year forecast",
        "Shares rose 6% in early trading; the operating margin beat last year's. No dividend.",
    ),
    "job-advert": (
        "A keeper for the trays",
        "You bring two years of experience. We offer 30 days of leave. Apply by 5 May.",
    ),
    "own-test": (
        "Three months with the nine tray rack",
        "We bought it with our own money. Verdict: 3 out of 5, and buy it if you like oak.",
    ),
    "weighing": (
        "Trays might be emptied twice, in particular where several rounds are involved.",
        "Critics argue that, however, various depots should be involved as well.",
    ),
    "no-software": ("Trays of oak.",) * 10,
    "sells": ("Letters find their tray before breakfast.",),
}


def shown(*lines):
    return sign_of(Survey(units(passages(*lines)), CUES), CUES, BOOK.signs).id


def test_every_sign_has_its_paper():
    assert set(PAPERS) == {"sells", *(sign.id for sign in BOOK.signs)}


@pytest.mark.parametrize("sign", PAPERS)
def test_a_sign_decides_on_its_paper(sign):
    assert shown(*PAPERS[sign]) == sign


def test_a_warning_below_a_short_deck_makes_no_essay_of_it():
    assert shown("Ledger Owl sorts the post.", "It may err. Boxes may be wrong.") == "sells"


def test_a_deck_that_names_measures_and_speaks_to_the_reader_is_no_study():
    lines = ("98% sensitivity, better than your staff", "Outperforms them on all three findings")
    assert shown(*lines, "Learns from every scan in your hospital") == "sells"


def test_a_price_list_with_service_levels_sells():
    lines = ("One owl: 9 a month, answers in business hours.", "Ten owls: a service credit of 10%.")
    assert shown("Prices", *lines) == "sells"


def test_a_phrase_on_every_line_counts_twice():
    assert shown(*["Trays are hereby full."] * 9) == "sells"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- {id: a, kind: advert, says: b}", 'no such word "advert"'),
        ("- {id: a, kind: other, says: b, title: names-of-contract}", "names-of-contracts"),
        ("- {id: a, kind: other, says: b, counts: {reader: {least: 3}}}", 'unknown key "least"'),
        ("- {id: a, kind: other, says: b, shape: poem}", 'no such word "poem"'),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_place(tmp_path, text, fault):
    file = tmp_path / "kinds.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleFault, match=fault) as told:
        load_signs(file, BOOK.words)
    assert str(told.value).startswith("rules/kinds.yaml:1:")


def test_the_words_of_a_paper_are_let_go_once_its_kind_is_told():
    survey = Survey(units(passages("Order Form", "Two seats, one year.")), CUES)
    held = ref(survey)
    gc.disable()
    try:
        sign_of(survey, CUES, BOOK.signs)
        del survey
        assert held() is None
    finally:
        gc.enable()
