"""Which of several papers prevails, and which clause gives way to another."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint import Settings, check, compare
from claimlint.reports.look import Look
from claimlint.reports.registry import COMPARE, format_named
from claimlint.values.comparison import Role

SETTINGS = Settings(today=date(2026, 11, 23), stances=True)
HEAD = "# Master Services Agreement\n\nThis Agreement is made between Provider and Customer.\n\n"


@pytest.fixture
def ranked(tmp_path):
    """Return a function that gives how a sentence of an agreement ranks papers."""

    def ranked(text: str):
        (tmp_path / "agreement.md").write_text(HEAD + text, encoding="utf-8")
        told = check([tmp_path / "agreement.md"], SETTINGS).documents[0].rank.told
        return [(each.tiers, each.clause) for each in told]

    return ranked


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        (
            "The Order Form prevails over this Agreement.",
            (("order form",), ("this agreement",)),
        ),
        (
            "If this Agreement and the DPA conflict, the DPA takes precedence on personal data.",
            (("dpa",), ("this agreement",)),
        ),
        (
            "In case of conflict between a Statement of Work and this Agreement, this Agreement "
            "controls.",
            (("this agreement",), ("statement of work",)),
        ),
        (
            "The following order of precedence applies: (a) the Order Form; (b) the Schedules; "
            "(c) this Agreement.",
            (("order form",), ("schedules",), ("this agreement",)),
        ),
        (
            "The documents apply in this order of priority:\n\n- the Order Form\n- the SLA\n",
            (("order form",), ("sla",)),
        ),
    ],
)
def test_a_sentence_that_ranks_papers_is_read(ranked, text, tiers):
    assert ranked(text) == [(tiers, None)]


@pytest.mark.parametrize(
    ("text", "paper", "clause"),
    [
        ("Notwithstanding clause 7.2 of the Framework, Customer may leave.", "framework", "7.2"),
        ("By way of derogation from Section 4, fees are fixed.", "this", "4"),
    ],
)
def test_a_sentence_in_place_of_a_clause_is_read(ranked, text, paper, clause):
    assert ranked(text) == [((("this",), (paper,)), clause)]


@pytest.mark.parametrize(
    "text",
    [
        "This Agreement supersedes all earlier talks and proposals.",
        "This Agreement is governed by the law of Ireland.",
        "No terms of a purchase order shall prevail over this Agreement.",
        "Customer shall carry out the works in the following order.",
        "Provider controls access to the Schedule.",
    ],
)
def test_a_sentence_that_ranks_no_papers_is_passed_over(ranked, text):
    assert ranked(text) == []


DECK = "# Brightdesk\n\n99.9% uptime.\n\nLeave at any time with 30 days' notice.\n"
MAIN = """# Master Services Agreement

1.1 This Agreement is made between Brightdesk Limited and the Customer.

1.2 {rank}

2.1 Brightdesk shall keep the Service available 99.0% of each month.

7.1 Either party may terminate on 90 days' notice.
"""
ORDER = """# Order Form

This Order Form is made under the Agreement between Brightdesk Limited and the Customer.

Brightdesk shall keep the Service available 99.5% of each month.

{instead}
"""
RANK = "In case of conflict the Order Form prevails over this Agreement."
INSTEAD = "Notwithstanding clause 7.1 of the Agreement, Customer may terminate on 60 days' notice."
OTHERWISE = (
    "In case of conflict this Order Form yields, and the Agreement prevails over this Order Form."
)


@pytest.fixture
def compared(tmp_path):
    """Return a function that compares the deck with an agreement and an order form."""

    def compared(rank: str, instead: str):
        texts = {"deck": DECK, "msa": MAIN.format(rank=rank), "of": ORDER.format(instead=instead)}
        for name, text in texts.items():
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        roles = {"deck": Role.DECK, "msa": Role.CONTRACT, "of": Role.CONTRACT}
        return compare([(role, tmp_path / f"{name}.md") for name, role in roles.items()], SETTINGS)

    return compared


def _losing(report):
    return {
        each.clause.number: (each.yields_to.unit, each.yields_by and each.yields_by.number)
        for each in report.conflicts
        if each.yields_to
    }


def test_a_clause_gives_way_to_the_paper_that_prevails_where_both_state_a_figure(compared):
    assert _losing(compared(RANK, "")) == {
        "2.1": ("Brightdesk shall keep the Service available 99.5% of each month.", "1.2")
    }


def test_a_clause_gives_way_to_the_sentence_that_names_its_number(compared):
    assert _losing(compared("Headings have no meaning.", INSTEAD)) == {"7.1": (INSTEAD, None)}


def test_nothing_gives_way_where_each_paper_says_that_it_prevails_or_none_does(compared):
    assert _losing(compared(RANK, OTHERWISE)) == {}
    assert _losing(compared("Headings have no meaning.", "")) == {}


def test_every_format_names_what_gives_way_and_quotes_what_says_so(compared):
    report = compared(RANK, INSTEAD)
    for name in ("text", "markdown", "html"):
        shown = " ".join(format_named(name, COMPARE).render(report, Look()).split())
        assert "msa.md, clause 2.1 gives way to of.md, line 5 (by msa.md, clause 1.2)" in shown
        assert "msa.md, clause 7.1 gives way to of.md, line 7" in shown
        assert "Says which paper prevails, clause 1.2: “1.2 In case of conflict" in shown
