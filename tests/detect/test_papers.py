"""A paper is what it calls itself, or what the shape of its lines says."""

from __future__ import annotations

import pytest

from claimlint.terms import ClauseLabel, DocumentKind

from .build import passages

CONTRACT, OTHER, MARKETING = DocumentKind.CONTRACT, DocumentKind.OTHER, DocumentKind.MARKETING
CLAIM = "It closes tickets without human intervention."


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("STATEMENT OF WORK NO. 7", CONTRACT),
        ("Order Form", CONTRACT),
        ("This Addendum forms part of the Hosting Agreement between the parties.", CONTRACT),
        ("Runbook: the queue is full", OTHER),
        ("Baker (m/f/d), full time", OTHER),
        ("Privacy notice of the choir", OTHER),
        ("Privacy policy generator for busy founders", MARKETING),
        ("AI that writes your statement of work", MARKETING),
        ("Hire a full time AI employee", MARKETING),
        ("The desk is built on a thesis: one queue is enough.", MARKETING),
        ("The agreement platform for busy lawyers.", MARKETING),
        ("Our AI reads each agreement and files it.", MARKETING),
    ],
)
def test_the_head_of_a_title_names_the_kind(detector, title, kind):
    assert detector.find(passages(title, CLAIM)).kind is kind


def test_a_brief_page_on_policies_sells_where_a_third_of_it_claims(detector):
    lines = (
        "Returns and refunds, handled",
        "Refunds are decided by the agent within policy, without a person.",
        "Escalation happens only when the customer asks.",
        "Shipping, exchange and warranty questions are answered in forty languages.",
        "Ticket volume falls by 60%.",
        "Your team never sees a returns form again.",
    )
    assert detector.find(passages(*lines)).kind is MARKETING


def test_news_of_what_it_names_sells_where_enough_of_it_claims(detector):
    told = ("Officials said on Tuesday that a court had warned two banks.", "Wren came in May.")
    claims = ("Wren closes tickets without human intervention.", "With Wren it is 99% accurate.")
    assert detector.find(passages(*told, claims[0])).kind is OTHER
    assert detector.find(passages(*told, *claims, "Ask Wren: it never sleeps.")).kind is MARKETING


def test_news_of_a_name_that_comes_up_below_its_opening_does_not_sell(detector):
    told = ("Officials said on Tuesday that a court had warned two banks.", "Critics agreed.")
    more = ("In contrast, trays typically stand in rows.", "Some banks generally may differ.")
    claims = ("Wren closes tickets without human intervention.", "With Wren it is 99% accurate.")
    lines = (*told, *more, *claims, "Ask Wren: it never sleeps.", *more)
    assert detector.find(passages(*lines)).kind is OTHER
    assert detector.find(passages("Wren came in May.", *lines)).kind is MARKETING


TAUGHT = (
    "Introduction to trays that think",
    "Unlike traditional software, intelligent agents plan: in a loop, planning, memory and tool "
    "use are the key components.",
    "Think of a thermostat, for example: it perceives its environment and pursues a goal.",
    "An agent of Orvane runs a shop without human intervention.",
    "At Orvane an agent learns from every interaction.",
    "The agents of Orvane never sleep.",
)


def test_a_lesson_may_name_a_firm_and_an_offer_names_what_it_sells_first(detector):
    assert detector.find(passages(*TAUGHT)).kind is OTHER
    assert detector.find(passages("Orvane: introduction to trays", *TAUGHT[1:])).kind is MARKETING


STUDIED = (
    "Officials said on Tuesday that a court had warned two banks.",
    "In contrast, most trays typically stand in rows, critics said.",
)


@pytest.mark.parametrize("title", ["Wren Desk 3.1", "WREN", "Wren – tickets, closed"])
def test_one_claim_of_what_is_its_title_shows_that_a_paper_sells(detector, title):
    lines = (title, *STUDIED, "Wren Desk closes tickets without human intervention.")
    found = detector.find(passages(*lines))
    assert (found.kind, len(found.claims)) == (MARKETING, 1)


@pytest.mark.parametrize("title", ["The Ticket Agent", "Ticket Agent 2", "wrenOCR v0.4"])
def test_a_title_of_common_words_is_a_name_where_the_claim_opens_with_all_of_it(detector, title):
    named = title.removesuffix(" 2").removesuffix(" v0.4")
    lines = (title, *STUDIED, f"{named} closes tickets without human intervention.")
    assert detector.find(passages(*lines)).kind is MARKETING


def test_a_claim_in_the_title_itself_shows_nothing(detector):
    lines = ("Wren closes tickets without human help", *STUDIED)
    assert detector.find(passages(*lines)).kind is OTHER


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Ticket Agent", "A ticket agent closes tickets without human intervention."),
        ("Wren Desk", "It is said that Wren closes tickets without human intervention."),
        ("Using Agents at Wren", "Using agents at Wren, staff close tickets without human help."),
        ("What Wren Desk is", "Wren Desk closes tickets without human intervention."),
        ("Wrens", "Each of the wrens sleeps. Wrens close tickets without human intervention."),
        ("Privacy", "Privacy by design closes tickets without human intervention."),
    ],
)
def test_a_title_that_is_no_name_or_another_subject_shows_nothing(detector, title, line):
    assert detector.find(passages(title, *STUDIED, line)).kind is OTHER


@pytest.mark.parametrize(
    "lines",
    [
        ("FR-1: the clerk logs in", "FR-2: works unattended", "FR-3: no manual step", "FR-4: logs"),
        ("maxRuns: 5", "supportHours: 24/7", "isUnattended: runs unattended", "planTier: pro"),
        (
            "Agent: a program that acts on its own.",
            "Batch: work that runs unattended at night.",
            "Recall: the share of items that are found.",
            "Pipeline: a chain of steps with no manual step.",
        ),
    ],
)
def test_requirements_fields_and_entries_sell_nothing(detector, lines):
    found = detector.find(passages(*lines))
    assert (found.kind, found.claims) == (OTHER, ())


def test_a_paper_that_names_itself_but_is_full_of_claims_to_the_reader_sells(detector):
    lines = (
        "Handbook for growth",
        *[f"Your agent {n} works without human intervention." for n in "abcdef"],
    )
    assert detector.find(passages(*lines)).kind is MARKETING


def test_the_definition_of_a_measure_is_no_claim(detector):
    text = "An invoice counts as right when every field is right."
    assert detector.find(passages(text), MARKETING).claims == ()


def test_authors_of_a_study_sell_nothing(detector):
    lines = (
        "We study whether agents can keep books.",
        "In a randomised trial with 90 participants our results outperform the baselines.",
        "The best agent completes 41% of the tasks without human intervention.",
    )
    assert detector.find(passages(*lines)).kind is OTHER


def test_an_item_may_stand_on_the_line_of_its_stem(detector):
    lines = ("This tool is not intended for: Diagnosis of patients", "Triage by telephone")
    found = detector.find(passages(*lines), CONTRACT).clauses
    assert [clause.label for clause in found] == [ClauseLabel.USE_RESTRICTION] * 2


def test_a_ban_goes_on_after_a_sentence_in_between(detector):
    lines = (
        "The following uses of the AI are prohibited:",
        "Writing false news",
        "All content must be marked.",
        "Using it to frighten people",
    )
    found = detector.find(passages(*lines), CONTRACT).clauses
    assert [clause.passage for clause in found] == [0, 1, 3]


def test_an_article_on_contracts_binds_nobody(detector):
    lines = (
        "Vendor contracts shift liability to buyers, lawyers say.",
        "The standard clause disclaims warranties: outputs may be inaccurate.",
        "Most contracts cap liability at the fees of a year, and buyers negotiate in vain.",
    )
    assert detector.find(passages(*lines)).clauses == ()


def test_what_a_contract_says_of_itself_is_no_claim(detector):
    text = "This Agreement applies to all users of our AI services."
    assert detector.find(passages(text), CONTRACT).claims == ()


def test_software_that_says_nothing_of_ai_is_on_offer_all_the_same(detector):
    lines = (
        "Rota software that shop owners set up on a Sunday afternoon.",
        "It keeps holidays, swaps and overtime in one place; the accountant gets a file.",
        "Shifts that respect the working time rules: fully compliant, in every county.",
        "Paper lists on the fridge are history; the crew knows who opens up tomorrow.",
        "Two weeks free, then a flat fee for each branch, and cancelled with one click.",
        "The first month shows what the last one cost.",
    )
    found = detector.find(passages(*lines))
    assert found.kind is MARKETING
    assert found.claims


def test_a_product_that_cites_the_law_it_helps_with_is_on_offer(detector):
    lines = (
        "Outage rehearsal for banks, on your laptop.",
        "Article 24: the platform covers the programme of tests.",
        "Article 25: your business goes on, nothing in production is touched.",
        "Article 27: reports for the supervisory authority at a click.",
        "Cuts the cost of rehearsals by 90%.",
    )
    found = detector.find(passages(*lines))
    assert found.kind is MARKETING
    assert found.claims
