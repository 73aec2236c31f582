"""Papers compared as a whole: order, boilerplate, what is missing, formats, statuses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from claimlint import Settings, check, compare
from claimlint.errors import WrongCall
from claimlint.reports.look import Look
from claimlint.reports.registry import COMPARE, format_named, names
from claimlint.terms import ClauseLabel
from claimlint.values.comparison import Relation, Role
from tests.cli.calls import call, write

DAY = "--today=2026-11-23"
SETTINGS = Settings(today=date(2026, 11, 23))
DECK = """# Ledgerly

Posts invoices with no human review.

99.2% accurate.

Works around the clock.
"""
CONTRACT = """# Terms

1. Customer shall review each Output before it is posted.

2. Support is provided on weekdays from 9 a.m. to 5 p.m.

3. The Service is provided "as is" and without warranty of any kind.

4. This Agreement is the entire agreement between the parties.

5. Availability is set out in the Service Level Agreement. The fees stand in Schedule 2.
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    (folder / "deck.md").write_text(DECK, encoding="utf-8")
    (folder / "terms.md").write_text(CONTRACT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(papers):
    given = [(Role.DECK, papers / "deck.md"), (Role.CONTRACT, papers / "terms.md")]
    return compare(given, SETTINGS)


def test_the_duty_that_moves_to_the_customer_comes_first(report):
    first = report.conflicts[0]
    assert (first.kind, first.duty_shift) == (Relation.CONTRADICTS, True)
    assert first.claim.unit == "Posts invoices with no human review."
    assert first.clause.unit.endswith("Customer shall review each Output before it is posted.")
    assert first.why
    assert first.negotiate
    assert first.question
    assert first.fingerprint in {finding.fingerprint for finding in report.findings}


def test_boilerplate_is_told_once_for_the_contract_with_the_claims_that_it_empties(report):
    (reading,) = report.contracts
    labels = [str(emptied.clause.label) for emptied in reading.emptied]
    assert labels == ["as-is", "no-reliance"]
    assert all(len(emptied.claims) >= 3 for emptied in reading.emptied)
    assert not any("as is" in conflict.clause.unit for conflict in report.conflicts)


def test_a_contract_by_itself_tells_what_it_lacks_and_what_was_not_given(report):
    (reading,) = report.contracts
    assert "performance-warranty" in [str(lacking.label) for lacking in reading.lacking]
    assert [cut.rule for cut in reading.cut_off] == ["no-reliance.entire-agreement"]
    assert {"Service Level Agreement", "Schedule 2"} <= {r.name for r in reading.not_given}


def test_a_paper_does_not_miss_itself_nor_the_site_of_its_vendor(papers):
    (papers / "levels.md").write_text(
        "# Service Level Agreement\n\nThis Service Level Agreement (the “SLA”) is part of the Data"
        " Processing Addendum. See https://ledgerly.example and https://ledgerly.example/terms.\n\n"
        "1. Uptime is 99.9% a month under the SLA.",
        encoding="utf-8",
    )
    given = [(Role.DECK, papers / "deck.md"), (Role.CONTRACT, papers / "levels.md")]
    named = {r.name for r in compare(given, SETTINGS).contracts[0].not_given}
    assert {"Data Processing Addendum", "https://ledgerly.example/terms"} <= named
    assert named.isdisjoint({"Service Level Agreement", "SLA", "https://ledgerly.example"})


def test_a_paper_that_is_given_is_not_missed(papers):
    (papers / "levels.md").write_text("Uptime: 99.9% a month.", encoding="utf-8")
    given = [
        (Role.DECK, papers / "deck.md"),
        (Role.CONTRACT, papers / "terms.md"),
        (Role.SLA, papers / "levels.md"),
    ]
    found = compare(given, SETTINGS)
    assert "Service Level Agreement" not in {r.name for r in found.contracts[0].not_given}
    assert any(c.kind is Relation.SUPPORTS and c.clause_role is Role.SLA for c in found.conflicts)


def test_a_path_in_two_roles_is_a_wrong_call(papers):
    with pytest.raises(WrongCall, match="given as deck and as contract"):
        compare([(Role.DECK, papers / "deck.md"), (Role.CONTRACT, papers / "deck.md")], SETTINGS)


@pytest.mark.parametrize(
    "given", [[("deck", "deck.md")], ["deck.md"], "deck.md", [(Role.DECK, None)]]
)
def test_what_is_no_role_with_a_path_is_a_wrong_call(given):
    with pytest.raises(WrongCall):
        compare(given, SETTINGS)


@pytest.mark.parametrize("turned", [False, True], ids=["folder first", "contract first"])
@pytest.mark.parametrize("folder", [".", "{here}"], ids=["relative", "absolute"])
def test_a_contract_that_is_named_inside_the_folder_of_the_deck_is_the_contract(
    tmp_path, monkeypatch, folder, turned
):
    write(tmp_path, deck_md=DECK, terms_md=CONTRACT)
    monkeypatch.chdir(tmp_path)
    given = [(Role.DECK, folder.format(here=tmp_path)), (Role.CONTRACT, "terms.md")]
    report = compare(given[::-1] if turned else given, SETTINGS)
    assert sorted(Path(each.path).name for each in report.documents) == ["deck.md", "terms.md"]
    assert report.conflicts


def test_a_path_in_two_roles_and_two_spellings_is_a_wrong_call(papers, monkeypatch):
    monkeypatch.chdir(papers)
    with pytest.raises(WrongCall, match="name it once"):
        compare([(Role.DECK, "deck.md"), (Role.CONTRACT, papers / "deck.md")], SETTINGS)


def test_the_example_contract_cites_numbers_as_a_lawyer_does():
    given = [(Role.DECK, "examples/deck.pptx"), (Role.CONTRACT, "examples/agreement.docx")]
    found = compare(given, SETTINGS)
    shifts = {c.clause.place for c in found.conflicts if c.duty_shift}
    assert {"clause 2.2", "clause 3.1(a)"} <= shifts
    assert "clause 9.4" in {c.clause.place for c in found.conflicts if c.topic == "outcome"}


def test_text_of_documents_is_harmless_in_every_format(tmp_path):
    write(tmp_path, deck_txt="It never makes a mistake <u>*now*</u> | \u202e ok.")
    write(tmp_path, terms_txt="Output may be wrong <u>|</u>.")
    given = [(Role.DECK, tmp_path / "deck.txt"), (Role.CONTRACT, tmp_path / "terms.txt")]
    found = compare(given, SETTINGS)
    formats = [format_named(name, COMPARE) for name in names(COMPARE)]
    rendered = {each.name: each.render(found, Look()) for each in formats if not each.binary}
    assert json.loads(rendered.pop("json"))["conflicts"]
    assert not [name for name, text in rendered.items() if "\u202e" in text]
    assert "<u>" not in rendered["html"] + rendered["markdown"].replace("\\<", "")


def test_a_contradiction_sets_the_status_and_a_limit_only_where_asked(tmp_path):
    write(tmp_path, deck_md=DECK, terms_md=CONTRACT, any_txt="99.9% uptime.")
    write(tmp_path, one_txt="Planned maintenance does not count towards availability.")
    small = ("compare", "--deck", "any.txt", "--terms", "one.txt", DAY)
    calls = {
        ("compare", "--deck", "deck.md", "--contract", "terms.md", DAY): 1,
        small: 0,
        (*small, "--fail-on", "warning"): 1,
    }
    assert {each: call(*each, cwd=tmp_path).status for each in calls} == calls
    alone = call("compare", "--deck", "deck.md", DAY, cwd=tmp_path)
    assert (alone.status, "--contract" in alone.err) == (2, True)


def test_numbers_that_are_printed_in_the_text_are_cited(tmp_path):
    text = "# Terms\n\n7.2 Customer shall review each Output. 7.3(b) Output may be wrong.\n"
    write(tmp_path, deck_md="1. No review needed.\n", terms_md=text)
    given = [(Role.DECK, tmp_path / "deck.md"), (Role.CONTRACT, tmp_path / "terms.md")]
    found = compare(given, SETTINGS).conflicts
    assert {c.clause.place for c in found} == {"clause 7.2", "clause 7.3(b)"}
    assert not any(c.claim.place.startswith("clause") for c in found)


def test_a_check_of_a_deck_and_its_contract_tells_what_the_contract_takes_back(papers, tmp_path):
    found = check([papers], SETTINGS)
    assert (found.conflicts[0].kind, found.conflicts[0].duty_shift) == (Relation.CONTRADICTS, True)
    assert "A contract takes back" in format_named("text").render(found, Look())
    (tmp_path / "deck.md").write_text(DECK, encoding="utf-8")
    assert check([tmp_path], SETTINGS).conflicts == ()


def test_another_vendors_contract_takes_nothing_back(tmp_path):
    for name, text in (("one", DECK), ("other", CONTRACT)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.md").write_text(text, encoding="utf-8")
    assert check([tmp_path / "one", tmp_path / "other"], SETTINGS).conflicts == ()


def test_what_a_sentence_says_beside_a_conflict_empties_claims_too(tmp_path):
    (tmp_path / "deck.md").write_text("# Owl\n\nOwl needs no review. It is 99% accurate.\n")
    terms = (
        "# Terms of Service\n\nThe Service is provided as is, and Customer shall review all Output."
    )
    (tmp_path / "terms.md").write_text(terms)
    given = [(Role.DECK, tmp_path / "deck.md"), (Role.CONTRACT, tmp_path / "terms.md")]
    found = compare(given, SETTINGS)
    assert [conflict.duty_shift for conflict in found.conflicts] == [True]
    (reading,) = found.contracts
    assert [emptied.clause.label for emptied in reading.emptied] == [ClauseLabel.AS_IS]


def test_a_clause_on_another_plan_takes_nothing_from_a_plan(tmp_path):
    terms = (
        "# Terms\n\n- Free Plan: Answers within 48 hours\n\n- Team Plan: Answers within 24 hours\n"
    )
    write(tmp_path, deck_md="Team plan: answers within one hour.\n", terms_md=terms)
    papers = [(Role.DECK, tmp_path / "deck.md"), (Role.CONTRACT, tmp_path / "terms.md")]
    clauses = {conflict.clause.unit for conflict in compare(papers, SETTINGS).conflicts}
    assert clauses == {"Team Plan: Answers within 24 hours"}


def test_a_heading_that_names_what_follows_promises_nothing(tmp_path):
    deck = "# Ledgerly\n\n## Human oversight\n\nIt posts invoices at month end.\n"
    write(tmp_path, deck_md=deck, terms_md=CONTRACT)
    papers = [(Role.DECK, tmp_path / "deck.md"), (Role.CONTRACT, tmp_path / "terms.md")]
    assert compare(papers, SETTINGS).conflicts == ()


def test_what_a_report_of_tests_measured_is_not_set_against_the_contract(papers, tmp_path):
    matter = tmp_path / "acme"
    matter.mkdir()
    for name in ("deck.md", "terms.md"):
        (matter / name).write_bytes((papers / name).read_bytes())
    report = "# Evaluation of Ledgerly 3\n\nRecall was 97.4 % on 412 invoices drawn at random.\n"
    (matter / "test.md").write_text(report, encoding="utf-8")
    terms = "\n6. Provider does not warrant that Output is accurate.\n"
    with (matter / "terms.md").open("a", encoding="utf-8") as file:
        file.write(terms)
    found = check([matter], SETTINGS).conflicts
    assert {each.claim_document.rpartition("/")[2] for each in found} == {"deck.md"}
