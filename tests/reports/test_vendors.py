"""Vendors side by side: each by its own papers, in every format, and nothing in a name can act."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import pytest
from openpyxl import load_workbook

from claimlint.finding import Report
from claimlint.reports.look import Look, Shape
from claimlint.reports.registry import VENDORS, format_named, names
from claimlint.reports.vendors.cells import Grade
from claimlint.reports.vendors.grid import grid
from claimlint.session import check
from claimlint.settings import Settings
from tests.build.sound import faults
from tests.cli.calls import TODAY, call

DECK = "Our agent closes tickets without human intervention.\n"
TERMS = (
    "SERVICES AGREEMENT\n\nThis Agreement is made between Tallyman Ltd and Customer.\n\n"
    "3.1 Customer shall review each Output before it is posted.\n\n"
    '9.2 The Service is provided "as is" and all other warranties, express or implied, are '
    "excluded.\n"
)
BAD = "=1+1 <script>"


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    root = tmp_path_factory.mktemp("vendors")
    for name in ("acme", BAD):
        (root / name).mkdir()
        (root / name / "deck.md").write_text(DECK)
    (root / "acme" / "terms.txt").write_text(TERMS)
    return root


@pytest.fixture(scope="module")
def report(folders) -> Report:
    settings = Settings(today=date(2026, 11, 23), stances=True)
    return check([folders / "acme", folders / BAD], settings)


def measure(report: Report, title: str) -> list[tuple[str, Grade]]:
    found = [each for section in grid(report).sections for each in section.measures]
    return [(c.text, c.grade) for each in found if each.title == title for c in each.cells]


def test_each_vendor_is_judged_by_its_own_papers(report):
    assert measure(report, "Claims") == [("1", Grade.PLAIN), ("1", Grade.PLAIN)]
    assert measure(report, "Statements that a clause contradicts") == [
        ("1", Grade.POOR),
        ("–", Grade.PLAIN),
    ]
    assert measure(report, "Sold without review, contracted with it")[0] == ("yes", Grade.POOR)
    assert measure(report, "Contract among the papers") == [
        ("terms.txt", Grade.PLAIN),
        ("none", Grade.POOR),
    ]
    assert measure(report, "Known failure modes") == [("NOT DISCLOSED", Grade.POOR)] * 2


def test_a_contract_in_a_mail_is_compared_and_each_sentence_counted_once(tmp_path):
    mail = (
        "Subject: Our offer\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        f"--x\nContent-Type: text/plain\n\n{'Our AI agent saves hours of work. ' * 9}\n"
        "--x\nContent-Type: text/plain; name=terms.txt\n"
        f"Content-Disposition: attachment; filename=terms.txt\n\n{TERMS}\n"
        "3.2 A clerk of Customer shall approve each payment before it is made.\n"
        "10.1 The total liability of Tallyman Ltd is limited to the fees paid.\n--x--\n"
    )
    (tmp_path / "offer.eml").write_text(mail)
    deck = "Our agent works without human review, and its answers are always correct.\n"
    (tmp_path / "deck.md").write_text(deck)
    made = check([tmp_path], Settings(today=date(2026, 11, 23), stances=True))
    assert measure(made, "Contract among the papers") == [("terms.txt", Grade.PLAIN)]
    assert measure(made, "Statements that a clause contradicts") == [("1", Grade.POOR)]
    assert len(made.conflicts) > 1


def test_what_is_backed_in_part_is_told_where_nothing_is_backed_wholly(tmp_path):
    (tmp_path / "card.md").write_text(
        "# Owl 2.1 model card\n\nVersion 2.1, 1 October 2026\n\nOwl reads invoices with 96.2 % "
        "field accuracy. On a random sample of 3,120 invoices of July to September 2026, judged by "
        "two clerks, field accuracy was 96.2 % (95 % CI 95.5 to 96.8 %).\n\n## Known failures\n\n"
        "- Faded print: a digit is misread in 9 of 140 scans, and an invoice is paid wrongly. A "
        "second reading detects it, and a clerk checks it.\n"
    )
    made = check([tmp_path], Settings(today=date(2026, 11, 23)))
    (told,) = (text for text, _ in measure(made, "Backed by the evidence found"))
    assert told == "0 of 2 (0 %), 2 more partly"
    text = format_named("text", VENDORS).render(made, Look(shape=Shape(width=80)))
    assert "0 of 2, 2 more partly" in " ".join(str(text).split())


def test_the_measured_accuracy_says_what_was_measured(tmp_path):
    words = "Its recall on 118 forged notes, drawn at random from those of May, was 82.2 %."
    (tmp_path / "card.md").write_text(f"# Test report on Owl 2.1\n\n{words}\n")
    found = grid(check([tmp_path], Settings(today=date(2026, 11, 23))))
    measures = (each for section in found.sections for each in section.measures)
    (cell,) = next(each.cells for each in measures if each.title == "Accuracy that was measured")
    assert cell.text == "82.2 % (recall)"
    assert words in cell.note


@pytest.mark.parametrize("name", names(VENDORS))
def test_every_format_tells_the_same_and_gives_the_same_bytes(name, report):
    made = format_named(name, VENDORS)
    look = Look(shape=Shape(width=80))
    data = made.render(report, look)
    assert data == made.render(report, look)
    assert isinstance(data, bytes) is made.binary
    if isinstance(data, str):
        assert "acme" in data
        assert "NOT DISCLOSED" in data


def test_text_keeps_to_its_width(report):
    text = format_named("text", VENDORS).render(report, Look(shape=Shape(width=60), full=True))
    assert isinstance(text, str)
    assert max(map(len, text.splitlines())) <= 60


def test_html_shows_names_as_text_and_allows_its_own_style_only(report):
    page = format_named("html", VENDORS).render(report, Look())
    assert isinstance(page, str)
    assert "&lt;script&gt;" in page
    assert not re.search(r"<script|javascript:|https?://|\son\w+=", page)
    assert "default-src 'none'; style-src 'sha256-" in page


def test_of_the_claims_furthest_from_their_evidence_contradicted_ones_go_first(tmp_path):
    (tmp_path / "page.md").write_text(
        "It never sleeps.\n\nIt never errs.\n\nIt closes tickets by itself.*\n\n"
        "It never sleeps!\n\n\\* A clerk approves each ticket.\n"
    )
    made = check([tmp_path], Settings(today=date(2026, 11, 23)))
    page = str(format_named("html", VENDORS).render(made, Look()))
    told = re.findall(r"<li>«([^»]+)»", page)
    assert told[0] == "closes tickets by itself"
    assert len(told) == len({words.casefold() for words in told}) > 1


def test_the_workbook_lists_claims_and_conflicts_and_holds_no_formula(report):
    data = format_named("xlsx", VENDORS).render(report, Look())
    assert isinstance(data, bytes)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Side by side", "Claims", "Contract"]
    assert book["Claims"]["B2"].value == "without human intervention"
    assert book["Contract"]["B2"].value == "contradicts"
    head = book["Side by side"]["C1"]
    assert (head.value, head.data_type, head.quotePrefix) == (BAD, "s", True)


def test_the_command_compares_folders_and_nothing_else(folders):
    ended = call("vendors", "acme", BAD, "--format=json", TODAY, cwd=folders)
    assert (ended.status, ended.err) == (0, "")
    assert [each["name"] for each in json.loads(ended.out)["vendors"]] == ["acme", BAD]
    for arguments, told in (
        (["acme"], "one vendor only"),
        (["acme", "acme"], "one vendor only"),
        (["acme", "acme/deck.md"], "is a file"),
        (["acme", "none"], "there is no such folder"),
        (["acme", BAD, "--format=pdf"], "no report format"),
    ):
        wrong = call("vendors", *arguments, cwd=folders)
        assert (wrong.status, wrong.err.count("\n")) == (2, 1)
        assert told in wrong.err


def test_excel_opens_the_comparison_without_repair(report):
    assert faults(format_named("xlsx", VENDORS).render(report, Look())) == []


def test_papers_in_another_language_are_not_checked_and_not_silent(tmp_path):
    words = "Der Agent arbeitet ohne einen Menschen und irrt sich nie, auch nicht bei der Arbeit. "
    for name, text in (("acme", DECK), ("stadt", words * 3)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.txt").write_text(text, encoding="utf-8")
    made = grid(check([tmp_path / "acme", tmp_path / "stadt"], Settings(today=date(2026, 11, 23))))
    cells = {
        row.title: [each.text for each in row.cells]
        for part in made.sections
        for row in part.measures
    }
    assert cells["Known failure modes"] == ["NOT DISCLOSED", "not checked"]
    assert cells["Claims"] == ["1", "not checked"]
