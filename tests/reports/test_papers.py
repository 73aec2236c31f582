"""Memo, brief, rewrite sheet, Markdown and CSV: what they tell, and that nothing in them acts."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import docx
import pytest
from markdown_it import MarkdownIt

from claimlint.datafiles import data_folder
from claimlint.finding import Report
from claimlint.office.cells import runs
from claimlint.reports.contents.backed_wording import BRACKET, PLACES, form_of, sayable
from claimlint.reports.look import Look
from claimlint.reports.papers import brief, markdown, memo, rewrite
from claimlint.reports.papers.blocks import escaped
from claimlint.reports.registry import COMPARE, format_named
from claimlint.reports.tools import csv as csv_format
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.session import check
from claimlint.settings import Settings
from tests.build.sound import faults

HOSTILE = """\
# Tallyman 2.1 <script>alert(1)</script>

=HYPERLINK("http://example.invalid","x") Our agent closes tickets without human intervention.

Tallyman is 99.9 % accurate on invoices | [click](javascript:alert(1)) <img src=x onerror=y> www.a.b

@everyone {{7*7}} `code` ![x](http://example.invalid/p.png) Never makes a mistake, ever. $x^2$
"""
DOSSIER = """\
claimlint_evidence: "0.1"
vendor: {name: Tallyman Ltd}
product: {name: Tallyman, version: "2.1"}
evidence:
  - id: a
    kind: accuracy-evaluation
    product_version: "2.1"
    date: 2026-05-02
    evaluator: {name: Lab Y, relation: third-party}
    task: header fields of supplier invoices
    dataset: {drawn: random sample of production invoices, n: 3120, relation: no handwriting}
    metrics: [{name: field accuracy, value: 0.941, ci95: [0.932, 0.949], n: 3120}]
    baseline: {name: two clerks, value: 0.95, n: 500}
"""
PAPERS = ("memo", "brief", "rewrite")


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Report:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "copy.md").write_text(HOSTILE)
    (folder / "terms.txt").write_text(
        "SERVICES AGREEMENT\n\nThis Agreement is made between Tallyman Ltd and Customer.\n\n"
        "3.1 Customer shall review each Output before it is posted.\n\n"
        "9.1 Tallyman Ltd does not warrant that Output is accurate or free from error.\n\n"
        '9.2 The Service is provided "as is" and all other warranties, express or implied, are '
        "excluded.\n"
    )
    (folder / "claimlint.evidence.yaml").write_text(DOSSIER)
    return check([folder], Settings(today=date(2026, 11, 23)))


def words_of(data: bytes) -> str:
    paper = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in paper.paragraphs), *cells])


@pytest.mark.parametrize("name", PAPERS)
def test_word_and_markdown_are_made_from_one_report(name, report):
    data = format_named(name).render(report, Look())
    assert isinstance(data, bytes)
    assert data == format_named(name).render(report, Look())
    text = format_named(f"{name}-markdown").render(report, Look())
    heading = text.splitlines()[0].removeprefix("# ")
    assert heading in words_of(data)


def test_the_memo_tells_claims_clauses_and_what_the_contract_lacks(report):
    text = memo.markdown(report)
    assert "without human intervention" in text
    assert "human review duty" in text
    assert "**Not in it: **" not in text
    assert "Not in it:" in text
    assert "not legal advice" in text.lower()


def test_the_brief_answers_first_and_asks_little(report):
    lines = brief.markdown(report).splitlines()
    assert lines[0] == "# Before you sign"
    assert any(line.startswith("**Not yet: ") for line in lines[:8])
    assert sum(bool(re.match(r"\d\. ", line)) for line in lines) <= 4
    assert len(" ".join(lines)) < 4500


def test_the_rewrite_sheet_fills_in_figures_from_the_evidence(report):
    said = {sayable(f) for f in report.findings if f.claim.category == "accuracy-reliability"}
    assert said == {
        "Field accuracy 94.1 % (95 % CI 93.2 to 94.9 %, n=3120) on header fields of supplier "
        "invoices, version 2.1, scored by Lab Y."
    }
    alone = next(f for f in report.findings if f.claim.category == "autonomy")
    assert sayable(alone) == ""
    assert "[x] %" in form_of(alone)
    assert "the rate of automation" in rewrite.markdown(report)


def test_the_rewrite_sheet_lets_a_claim_say_what_was_found_of_it(tmp_path):
    (tmp_path / "copy.md").write_text(
        "Reads 96 % of invoices right.\n\n# Evaluation of Owl 2.1\n\nOwl 2.1 read 96 % of 1,200 "
        "invoices right, drawn at random from 9 firms in May 2026; clerks reached 95 %.\n",
        encoding="utf-8",
    )
    told = rewrite.markdown(check([tmp_path], Settings(today=date(2026, 11, 23))))
    assert "Say only what was found:" in told
    assert "Leave these words out:" not in told


def test_who_judged_stands_once_in_the_wording(tmp_path):
    (tmp_path / "card.md").write_text(
        "# Owl 2.1\n\nOwl reads invoices with 96.2 % field accuracy: a random sample of 3,120 "
        "invoices of May 2026, judged by two clerks (95 % CI 95.5 to 96.8 %).\n",
        encoding="utf-8",
    )
    told = rewrite.markdown(check([tmp_path], Settings(today=date(2026, 11, 23))))
    assert "scored by two clerks" in told


def test_every_wording_has_a_place_for_each_of_its_brackets():
    entries = load_catalogue(data_folder("rules")).categories
    for entry in entries:
        name = entry.category + (f"/{entry.aspect}" if entry.aspect else "")
        if name in PLACES:
            assert len(PLACES[name]) == len(BRACKET.findall(entry.rewrite)), name


@pytest.mark.parametrize(
    "name", ["markdown", "memo-markdown", "brief-markdown", "rewrite-markdown"]
)
def test_markdown_holds_no_markup_of_the_papers(name, report):
    text = format_named(name).render(report, Look())
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).enable("table").render(text)
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {"h1", "h2", "h3", "p", "strong", "em", "ul", "ol", "li", "table", "thead",
                    "tbody", "tr", "th", "td", "br"}  # fmt: skip
    assert "<script" not in text
    assert "](" not in text.replace("\\]\\(", "").replace("\\](", "")


def test_full_markdown_adds_fields_and_questions(report):
    assert "**Ask: **" not in markdown.render(report, Look(full=True))
    assert "Ask:" in markdown.render(report, Look(full=True))
    assert "Ask:" not in markdown.render(report, Look())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("# a", r"\# a"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("http://a.b www.a.b", r"http\://a.b www\.a.b"),
        ("a\nb\x1b", "a b·"),
        ("![x](y)", r"\!\[x\](y)"),
    ],
)
def test_what_markdown_would_act_on_is_escaped(text, shown):
    assert escaped(text) == shown


def test_csv_has_a_row_for_each_claim_and_no_cell_that_runs(report):
    rows = list(csv.reader(io.StringIO(csv_format.render(report).lstrip("\ufeff"))))
    assert len(rows) == len(report.findings) + 1
    assert {len(row) for row in rows} == {len(csv_format.HEADS)}
    cells = [cell for row in rows for cell in row]
    assert not any(runs(cell) and not cell.startswith("'") for cell in cells)
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_memo_and_brief_of_a_comparison_set_claims_beside_clauses(tmp_path):
    from claimlint.comparing import compare
    from claimlint.values.comparison import Role

    (tmp_path / "deck.md").write_text("Our agent closes tickets without human intervention.\n")
    (tmp_path / "terms.txt").write_text("3.1 Customer shall review each Output before use.\n")
    (tmp_path / "page.md").write_text("Our agent closes tickets\nwithout human intervention.\n")
    decks = [(Role.DECK, tmp_path / name) for name in ("deck.md", "page.md")]
    given = [*decks, (Role.CONTRACT, tmp_path / "terms.txt")]
    settings = Settings(today=date(2026, 11, 23))
    found = compare(given, settings)
    text = format_named("memo-markdown", COMPARE).render(found, Look())
    assert re.search(r"\*\*duty shift\*\* \| «Our agent closes tickets without human", text)
    assert "intervention.» *deck.md, line 1; page.md, line 2*" in text
    assert "«3.1 Customer shall review each Output before use.» *terms.txt, clause 3.1*" in text
    assert "Sold one way, contracted another" in brief.markdown(found)
    assert "but clause 3.1: " in brief.markdown(found)
    (tmp_path / "rider.txt").write_text("3.1 Output must be approved by Customer before use.\n")
    both = compare([*given, (Role.CONTRACT, tmp_path / "rider.txt")], settings)
    assert "but rider.txt, clause 3.1: " in brief.markdown(both)


@pytest.mark.parametrize("written", [memo, brief, rewrite], ids=lambda each: each.__name__)
def test_word_opens_a_paper_without_repair(report, written):
    assert faults(written.word(report)) == []
