"""Rows of tables that would be taller than a page is: they break, and quote a few sentences."""

from __future__ import annotations

import io
from datetime import date

from docx import Document
from docx.oxml.ns import qn

from claimlint import Settings, check
from claimlint.office.word_document import Paper, box
from claimlint.reports.papers import memo

SETTINGS = Settings(today=date(2026, 11, 23))


def test_a_low_row_stays_on_one_page_and_a_tall_one_goes_on_over_it():
    paper = Paper("Rows", "2026-11-23")
    tall = box(*["A line of a clause that is quoted in full."] * 40)
    paper.table([("Head", "Head"), ("low", "low"), ("tall", tall)], (1, 1))
    rows = Document(io.BytesIO(paper.data())).tables[0].rows
    kept = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows]
    assert kept == [True, True, False]


def test_of_many_clauses_on_one_point_a_few_are_quoted_and_the_others_named(tmp_path):
    things = ("Draft", "Letter", "Table", "Forecast", "Summary", "Translation")
    duties = "".join(
        f"2.{number} Customer shall review each {thing} before it is used.\n\n"
        for number, thing in enumerate(things, start=1)
    )
    (tmp_path / "deck.md").write_text("# Quillo\n\nNo review needed.\n", encoding="utf-8")
    (tmp_path / "msa.md").write_text(
        f"# Master Services Agreement\n\n1.1 Provider and Customer agree as follows.\n\n{duties}",
        encoding="utf-8",
    )
    shown = memo.markdown(check([tmp_path], SETTINGS))
    row = next(line for line in shown.splitlines() if "Who checks the work" in line)
    assert row.count("«2.") == 4
    assert "Also: msa.md, clause 2.5; msa.md, clause 2.6" in row
