"""Which rows a label has, and what fills them."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

import claimlint
from claimlint.label.build import labels
from claimlint.label.layout import ROWS
from claimlint.label.model import INCOMPLETE, SILENT


def row(label, name):
    return next(item for item in label.rows if item.id == name)


def words(label, name):
    return " | ".join(
        f"{line.name}: {value.text}" for line in row(label, name).lines for value in line.values
    )


@pytest.mark.parametrize("matter", ["full", "shown", "silent"])
def test_no_row_is_ever_dropped(drawn, matter):
    assert [item.id for item in drawn[matter].rows] == [spec.id for spec in ROWS]


def test_papers_that_show_nothing_say_so_in_every_row(drawn):
    assert {item.state for item in drawn["silent"].rows} == {SILENT}
    assert drawn["silent"].owed == (0, 7)


def test_a_row_that_is_only_begun_is_not_counted_as_disclosed(drawn):
    label = drawn["shown"]
    begun = tuple(replace(row, state=INCOMPLETE, grade="poor") for row in label.rows)
    assert label.owed[0] > 0
    assert replace(label, rows=begun).owed == (0, 7)


def test_the_dossier_names_product_version_models_and_expiry(drawn):
    label = drawn["full"]
    assert (label.product, label.version) == ("TideReader", "4.2")
    assert "Orca m-1 2026-08 pinned" in words(label, "identity")
    assert label.valid_until == "2027-04-02"
    assert "2027-04-02" in words(label, "identity")


def test_the_serving_gives_right_wrong_and_the_interval_per_hundred(drawn):
    said = words(drawn["full"], "serving")
    assert "Right: 96.2; photographed 81" in said
    assert "95 % interval: 95.5 to 96.8 right" in said
    assert "Items judged: 3,120" in said
    assert "tide tables of small harbours" in said


def test_the_serving_of_a_passage_is_drawn_with_an_interval_that_follows_from_n(drawn):
    label = drawn["shown"]
    serving = row(label, "serving").serving
    assert serving.right == pytest.approx(0.968)
    assert serving.abstained == pytest.approx(0.025)
    assert serving.computed
    assert "claimlint" in [
        value.document for line in row(label, "serving").lines for value in line.values
    ]


def test_every_value_of_a_paper_names_its_file_and_place(drawn):
    rows = [item for label in drawn.values() for item in label.rows]
    values = [value for item in rows for line in item.lines for value in line.values]
    assert values
    assert [value for value in values if not (value.document and value.source)] == []


def test_failures_are_told_by_class_and_the_others_are_not_disclosed(drawn):
    lines = {line.name: line.values for line in row(drawn["full"], "failures").lines}
    assert "drops lines" in lines["At scale"][0].text
    assert lines["Fabricates"] == ()


def test_oversight_of_safety_stands_in_its_own_line(drawn):
    lines = {line.name: line.values for line in row(drawn["full"], "oversight").lines}
    assert "the harbour master" in lines["Rights or safety"][0].text
    assert lines["Low stakes"] == ()


def test_a_row_that_does_not_apply_says_why(drawn):
    groups = row(drawn["full"], "groups")
    assert groups.state == "not applicable"
    assert groups.notes == ("The vendor says: no decisions about people",)


def test_a_row_shows_the_grade_of_its_provenance(drawn):
    assert row(drawn["full"], "people").provenance == "self-reported"
    assert row(drawn["full"], "serving").provenance == "named third party"


def test_a_certificate_expires_on_the_day_that_says_so(tmp_path):
    (tmp_path / "paper.md").write_text(
        "# Certificates of CastCheck\n\nISO/IEC 27001:2022, issued by Norgate Certification on "
        "1 April 2024. Scope: hosting of CastCheck and its model. Valid until 31 March 2027.\n",
        encoding="utf-8",
    )
    (label,) = labels(claimlint.check([tmp_path], claimlint.Settings(today=date(2026, 11, 23))))
    (expiry,) = [line for line in row(label, "assurance").lines if line.name == "Expiry"]
    assert [value.text for value in expiry.values] == ["31 March 2027"]


def test_a_certificate_expires_on_the_day_beside_it(tmp_path):
    (tmp_path / "paper.md").write_text(
        "# Security of CastCheck\n\nCastCheck is certified to ISO/IEC 27001:2022 by Norgate "
        "Certification (scope: operation of CastCheck, valid to 30 April 2028). "
        "The auditors of CastCheck came back in May 2026.\n",
        encoding="utf-8",
    )
    (label,) = labels(claimlint.check([tmp_path], claimlint.Settings(today=date(2026, 11, 23))))
    (expiry,) = [line for line in row(label, "assurance").lines if line.name == "Expiry"]
    assert [value.text for value in expiry.values] == ["30 April 2028"]


def test_what_the_contract_says_against_a_line_is_told_below_it(tmp_path):
    (tmp_path / "deck.md").write_text(
        "# CastCheck, an AI agent\n\nCastCheck was trained on data from March 2026.\n\n"
        "Your data is never used to train our models.\n",
        encoding="utf-8",
    )
    (tmp_path / "agreement.md").write_text(
        "# Master Services Agreement\n\nThis Agreement is made between Supplier and Customer.\n\n"
        "4.1 Supplier shall process Personal Data only on documented instructions.\n\n"
        "4.2 Supplier may use Customer Data to train and improve its models.\n\n"
        "5.1 Supplier's total liability shall not exceed the fees paid under this Agreement.\n",
        encoding="utf-8",
    )
    (label,) = labels(claimlint.check([tmp_path], claimlint.Settings(today=date(2026, 11, 23))))
    told = [note for note in row(label, "your-data").notes if "the contract says otherwise" in note]
    assert len(told) == 1
    assert "agreement.md, clause 4.2" in told[0]
    assert not [note for note in row(label, "failures").notes if "otherwise" in note]


def test_the_product_is_told_where_its_name_stands(tmp_path):
    (tmp_path / "report.md").write_text(
        "# ReceiptOwl 4.2: evaluation report\n\n3 May 2026 · Evaluated by Northshore Labs\n\n"
        "## Results\n\nOn a random sample of 4,812 invoices of nine customers field accuracy was "
        "98.1 % (95 % CI 97.7-98.5 %).\n",
        encoding="utf-8",
    )
    report = claimlint.check([str(tmp_path)], claimlint.Settings(today=date(2026, 11, 23)))
    (label,) = labels(report)
    line = next(item for item in row(label, "identity").lines if item.name == "Product")
    assert [(value.text, value.place) for value in line.values] == [("ReceiptOwl 4.2", "line 1")]
