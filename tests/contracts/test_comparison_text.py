"""The comparison as text: every reason with its sentences, boilerplate gathered, nothing twice."""

from __future__ import annotations

import re
from datetime import date

import pytest

from claimlint import Settings, compare
from claimlint.reports.look import Look
from claimlint.reports.registry import COMPARE, format_named
from claimlint.values.comparison import Role

DECK = """Works day and night.

Always on.

Never sleeps.

Answers at all hours.

Never closes.

Open around the clock.

99.99% uptime.

“It makes no mistakes.”
"""
CONTRACT = """# 1 Warranties

1.1 The Service is provided "as is".

1.2 The Service is provided as is, without warranty of any kind.

1.3 Provider keeps the Service available 99.5% of each month. Scheduled maintenance takes the
Service offline each Sunday.

1.4 Output may be wrong.
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    (folder / "deck.md").write_text(DECK, encoding="utf-8")
    (folder / "terms.md").write_text(CONTRACT, encoding="utf-8")
    given = [(Role.DECK, folder / "deck.md"), (Role.CONTRACT, folder / "terms.md")]
    report = compare(given, Settings(today=date(2026, 11, 23)))
    return {name: format_named(name, COMPARE).render(report, Look()) for name in FORMATS}


FORMATS = ("text", "markdown", "html")


def test_the_sentence_that_a_reason_is_about_is_among_those_shown(told):
    availability = told["text"].partition("names less availability")[2].partition("Ask:")[0]
    shown = availability.partition("also:")[0]
    assert "99.99% uptime." in shown


@pytest.mark.parametrize("form", FORMATS)
def test_clauses_of_one_label_that_empty_the_claims_stand_in_one_line(told, form):
    lines = [line for line in told[form].splitlines() if "(as-is)" in line]
    assert len(lines) == 1
    assert len(re.findall(r"line \d+|clause 1\.[12]", lines[0])) == 2
    assert re.search(r"\bempty \d+ claims\b", lines[0])


@pytest.mark.parametrize("form", FORMATS)
def test_a_quotation_is_not_quoted_twice(told, form):
    assert "““" not in told[form]


def test_places_are_kept_apart_and_counts_agree_with_their_nouns(told):
    assert "duty shifts on 0 topics." in told["text"]
    assert re.search(r"also: line \d+; line \d+", told["text"])


def test_the_items_of_a_list_say_its_stem_and_the_stem_alone_is_not_quoted(tmp_path):
    deck, terms = tmp_path / "deck.md", tmp_path / "terms.md"
    deck.write_text("Works with no human review.\n", encoding="utf-8")
    terms.write_text(
        "# Terms\n\n2.1 Customer is responsible for:\n\n- reviewing each Output before use;\n"
        "- training staff who supervise the Service.\n\n2.2 Customer shall check each Output.\n",
        encoding="utf-8",
    )
    found = compare([(Role.DECK, deck), (Role.CONTRACT, terms)], Settings(today=date(2026, 11, 23)))
    said = {conflict.clause.whole for conflict in found.conflicts}
    assert "2.1 Customer is responsible for: reviewing each Output before use;" in said
    assert not any(whole.endswith(":") for whole in said)
    assert any(whole.startswith("2.2 Customer shall check") for whole in said)


def test_a_heading_and_a_lead_in_that_names_nothing_take_nothing_back(tmp_path):
    deck, terms = tmp_path / "deck.md", tmp_path / "terms.md"
    deck.write_text("Answers are always accurate.\n\nOpen around the clock.\n", encoding="utf-8")
    terms.write_text(
        "# Terms\n\n## 6. No Guarantee of Accuracy\n\n6.1 We do not guarantee:\n\n"
        "- Uninterrupted or error-free operation\n",
        encoding="utf-8",
    )
    found = compare([(Role.DECK, deck), (Role.CONTRACT, terms)], Settings(today=date(2026, 11, 23)))
    said = {(conflict.claim.unit, conflict.clause.whole) for conflict in found.conflicts}
    led = "6.1 We do not guarantee: Uninterrupted or error-free operation"
    assert ("Open around the clock.", led) in said
    assert {clause for _, clause in said} == {led}


def test_beside_many_claims_the_clauses_stay_in_sight(tmp_path):
    claims = [f"The {trade} bot never sleeps.\n" for trade in "abcdefghij"]
    (tmp_path / "deck.md").write_text("\n".join(claims), encoding="utf-8")
    (tmp_path / "terms.md").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 no")
    given = [(Role.DECK, "deck.md"), (Role.CONTRACT, "terms.md"), (Role.CONTRACT, "scan.pdf")]
    report = compare([(r, tmp_path / n) for r, n in given], Settings(today=date(2026, 11, 23)))
    page = format_named("html", COMPARE).render(report, Look())
    assert re.search(r"class=\"panel \w+ many\"", page)
    assert re.search(r"scan\.pdf: not read: ", page)


def test_a_contract_that_cannot_be_read_says_nothing_by_itself(tmp_path):
    (tmp_path / "deck.md").write_text(DECK, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 no")
    given = [(Role.DECK, tmp_path / "deck.md"), (Role.CONTRACT, tmp_path / "scan.pdf")]
    report = compare(given, Settings(today=date(2026, 11, 23)))
    assert report.contracts == ()
    for form in FORMATS:
        told = format_named(form, COMPARE).render(report, Look())
        assert "Nothing in the papers speaks" not in told


def test_a_paper_is_called_by_its_name_where_its_role_does_not_tell_which_it_is(tmp_path):
    papers = {
        "deck.md": "Owl works without any human review.\n",
        "msa.md": "2.1 Customer shall review each Output before use.\n",
        "addendum.md": "2.1 Output may be wrong. Customer shall check each Output.\n",
    }
    for name, text in papers.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    deck, msa, addendum = (tmp_path / name for name in papers)
    given = [(Role.DECK, deck), (Role.CONTRACT, msa), (Role.CONTRACT, addendum)]
    day = Settings(today=date(2026, 11, 23))
    text = format_named("text", COMPARE).render(compare(given, day), Look())
    assert "   deck, line 1: “Owl works" in text
    assert "   msa.md, clause 2.1: “" in text
    assert "   addendum.md, clause 2.1: “" in text
    alone = format_named("text", COMPARE).render(compare(given[:2], day), Look())
    assert "   contract, clause 2.1: “" in alone
