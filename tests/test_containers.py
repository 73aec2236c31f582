"""An archive and a mail are checked as their papers would be, each by its own kind."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

import claimlint
from claimlint.datafiles import data_folder
from claimlint.finding import Report
from claimlint.reports.look import Look
from claimlint.reports.text.report import render
from tests.build.mail import mail
from tests.contracts.whole_papers import read_papers

TODAY = claimlint.Settings(today=date(2026, 11, 23))
CONTRACT = """MASTER SERVICES AGREEMENT

1. Customer shall review each Output before it is used, and shall name two approvers.

2. The Service is provided "as is". Liability shall not exceed the fees paid."""

SHEET = """Harbourlight, the desk for motor claims

Harbourlight pays small motor claims without human intervention, at any hour of the day.

Adjusters keep the hard cases: injuries, disputes and whatever the customer wants to talk about.

Fully compliant with every law on insurance, in each country in which you sell policies."""
PAPERS = [data_folder("examples") / name for name in ("deck.pptx", "agreement.docx")]


@pytest.fixture(scope="module")
def apart() -> Report:
    return claimlint.check(PAPERS, TODAY)


def zipped(folder: Path) -> Path:
    path = folder / "deal.zip"
    with zipfile.ZipFile(path, "w") as into:
        for paper in PAPERS:
            into.write(paper, f"papers/{paper.name}")
    return path


def mailed(folder: Path) -> Path:
    path = folder / "deal.eml"
    path.write_bytes(mail(files={paper.name: paper.read_bytes() for paper in PAPERS}).as_bytes())
    return path


@pytest.mark.parametrize("packed", [zipped, mailed])
def test_a_contract_beside_a_deck_is_read_as_a_contract(packed, apart, tmp_path):
    (together,) = claimlint.check([packed(tmp_path)], TODAY).documents
    deck, contract = apart.documents
    own = {f.claim.text for f in together.findings}
    assert own >= {f.claim.text for f in (*deck.findings, *contract.findings)}
    assert [c.number for c in together.clauses] == [c.number for c in contract.clauses]
    assert all(c.place.rpartition(": ")[0].endswith("agreement.docx") for c in together.clauses[:9])


def test_a_short_data_sheet_beside_a_contract_is_no_part_of_it(tmp_path):
    path = tmp_path / "deal.eml"
    contract, sheet = (f"{text}\n\n".encode() for text in (CONTRACT, SHEET))
    path.write_bytes(mail(files={"msa.txt": contract * 3, "sheet.txt": sheet}).as_bytes())
    (document,) = claimlint.check([path], TODAY).documents
    assert [f.claim.category for f in document.findings if f.claim.location.member == "sheet.txt"]
    assert {c.location.member for c in document.clauses} == {"msa.txt"}


def test_a_contract_in_an_archive_is_set_beside_the_deck_in_it(tmp_path):
    report = claimlint.check([zipped(tmp_path)], TODAY)
    decks = {conflict.claim.location.member for conflict in report.conflicts}
    contracts = {conflict.clause.location.member for conflict in report.conflicts}
    assert (decks, contracts) == ({"papers/deck.pptx"}, {"papers/agreement.docx"})
    told = " ".join(render(report, Look()).split())
    assert "A contract takes back" in told
    assert "--format html=FILE shows them side by side" in told


def test_papers_in_an_archive_take_back_what_they_would_side_by_side(tmp_path):
    papers = read_papers("dental-practices")
    loose, archive = tmp_path / "loose", tmp_path / "deal.zip"
    loose.mkdir()
    (loose / "deck.md").write_text(papers.deck, encoding="utf-8")
    (loose / "contract.md").write_text(papers.contract, encoding="utf-8")
    with zipfile.ZipFile(archive, "w") as into:
        for paper in loose.iterdir():
            into.write(paper, paper.name)
    settings = replace(TODAY, stances=True)
    together, side_by_side = (
        {(each.topic, each.claim.unit, each.clause.unit) for each in report.conflicts}
        for report in (claimlint.check([path], settings) for path in (archive, loose))
    )
    assert together == side_by_side
