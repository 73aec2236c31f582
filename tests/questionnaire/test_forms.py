"""A questionnaire out and in again, in each of its forms, and nothing in it can run."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from claimlint.answering import answers
from claimlint.document import Document
from claimlint.errors import ClaimlintError, WrongCall
from claimlint.office.cells import guarded, plain, runs, unguarded
from claimlint.questionnaire import csv_form, docx_form, xlsx
from claimlint.questionnaire.build import build
from claimlint.questionnaire.forms import SUFFIXES, render
from claimlint.questionnaire.model import Questionnaire
from claimlint.questionnaire.read import from_csv, from_document
from claimlint.session import check, extract
from claimlint.settings import Settings
from tests.build.sound import faults

FORMULAS = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "|x", "%x", "'=1")


@pytest.fixture(scope="module")
def folder(asked: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("forms")
    for suffix in SUFFIXES:
        data = render(asked, suffix)
        raw = data.encode() if isinstance(data, str) else data
        (made / f"q{suffix}").write_bytes(raw)
    return made


def read(path: Path, settings: Settings, catalogue) -> Questionnaire:
    if path.suffix == ".csv":
        return from_csv(path.read_bytes(), path.as_posix(), catalogue)
    return from_document(next(iter(extract([path], settings))), catalogue)


def test_asks_once_for_each_kind_and_task_with_the_claims_that_it_settles(asked):
    accuracy = [item for item in asked.items if item.kind == "accuracy-evaluation"]
    assert sorted(item.task for item in accuracy) == ["calls", "invoices"]
    words = {claim.number: claim.words for claim in asked.claims}
    calls = next(item for item in accuracy if item.task == "calls")
    assert [words[number] for number in calls.claims] == ["accuracy of 97 %"]
    assert {item.owner for item in asked.items} == {"Ada"}


def test_shows_what_was_found_so_far_with_its_place(asked):
    item = next(item for item in asked.items if item.id == "accuracy-evaluation@invoices")
    shown = {field.id: (field.so_far, field.source) for field in item.fields if field.so_far}
    assert shown["value"] == ("94.1 %", "copy.md, line 13")
    assert {field.id for field in item.fields if not field.so_far} == {"evaluator", "baseline"}


def test_what_contradicts_a_claim_hides_nothing_that_was_found_elsewhere(
    tmp_path, settings, catalogue
):
    (tmp_path / "a.md").write_text("The agent works without human intervention.\n")
    (tmp_path / "b.md").write_text(
        "# Human oversight\n\nA clerk checks every letter before it is sent.\n\n"
        "# Answers\n\n## Oversight\n\nA clerk approves every letter before it is sent; that takes "
        "two minutes per letter. The clerk can stop the agent. If nobody is there, letters wait.\n"
    )
    made = build(check([tmp_path], settings), catalogue)
    item = next(item for item in made.items if item.kind == "oversight-spec")
    assert item.standing.startswith("contradicted")
    assert {"stop", "absent"} <= {field.id for field in item.fields if field.so_far}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_is_read_back_as_it_was_written(suffix, folder, asked, settings, catalogue):
    back = read(folder / f"q{suffix}", settings, catalogue)
    assert not back.changed
    assert list(back.claims) == list(asked.claims)
    assert [(item.id, item.claims, item.owner, item.due) for item in back.items] == [
        (item.id, item.claims, item.owner, item.due) for item in asked.items
    ]
    assert [[(f.id, f.so_far, f.source) for f in item.fields] for item in back.items] == [
        [(f.id, f.so_far, f.source) for f in item.fields] for item in asked.items
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_gives_the_same_bytes_again(suffix, folder, asked):
    data = render(asked, suffix)
    raw = data.encode() if isinstance(data, str) else data
    assert raw == (folder / f"q{suffix}").read_bytes()


def test_a_workbook_holds_text_only_and_marks_what_looks_like_a_formula(folder):
    with zipfile.ZipFile(folder / "q.xlsx") as package:
        parts = [package.read(name).decode() for name in package.namelist() if "sheet" in name]
        assert not any(re.search(r"<f[ >]|hyperlink", part) for part in parts)
    cells = [
        cell
        for sheet in load_workbook(folder / "q.xlsx")
        for row in sheet.iter_rows()
        for cell in row
    ]
    risky = [cell for cell in cells if isinstance(cell.value, str) and runs(cell.value)]
    assert any(cell.value.startswith("=HYPERLINK") for cell in risky)
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)


def test_only_answers_states_and_owners_can_be_written_to(folder):
    sheet = load_workbook(folder / "q.xlsx")["Questions"]
    assert sheet.protection.sheet
    fields = [row for row in sheet.iter_rows(min_row=2) if "/" in row[7].value]
    assert all(
        [cell.protection.locked for cell in row] == [1, 1, 1, 0, 0, 1, 1, 1] for row in fields
    )
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert sum(len(rule.sqref.ranges) for rule in lists) >= 1
    assert all("not measured" in rule.formula1 for rule in lists)


def test_csv_runs_nothing_and_comes_back_from_a_spreadsheet_with_semicolons(
    folder, settings, catalogue
):
    text = (folder / "q.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert not any(runs(cell) and not cell.startswith("'") for row in rows for cell in row)
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    back = from_csv(stream.getvalue().encode("cp1252", "replace"), "q.csv", catalogue)
    assert len(back.items) > 3


@pytest.mark.parametrize("text", FORMULAS)
def test_every_way_to_open_a_formula_is_guarded(text):
    assert guarded(text).startswith("'")
    assert runs(text)
    assert unguarded(guarded("=1")) == "=1"
    assert not runs("96 %")
    assert guarded("96 %") == "96 %"


def test_a_workbook_survives_being_saved_by_another_program(folder, tmp_path, settings, catalogue):
    book = load_workbook(folder / "q.xlsx")
    book.create_sheet("Notes", 0)["A1"] = "our own notes"
    book.save(tmp_path / "again.xlsx")
    assert not read(tmp_path / "again.xlsx", settings, catalogue).changed


def test_tells_that_a_question_or_claim_was_changed(folder, tmp_path, settings, catalogue):
    book = load_workbook(folder / "q.xlsx")
    book["Claims"]["C2"] = book["Claims"]["B2"].value
    book.save(tmp_path / "moved.xlsx")
    assert read(tmp_path / "moved.xlsx", settings, catalogue).changed


@pytest.mark.parametrize("cell", ["D2", "D3", "E3"])
def test_an_answer_in_the_cell_beside_its_own_counts(cell, folder, tmp_path, settings, catalogue):
    book = load_workbook(folder / "q.xlsx")
    book["Questions"][cell] = "88.4 % of codes stood unchanged"
    book.save(tmp_path / "beside.xlsx")
    first = read(tmp_path / "beside.xlsx", settings, catalogue).items[0].fields[0]
    assert (first.answer, first.state) == ("88.4 % of codes stood unchanged", "")


def spoiled(folder: Path, tmp_path: Path, cell: str, value: str | None, sheet: str) -> Path:
    book = load_workbook(folder / "q.xlsx")
    book[sheet][cell] = value
    book.save(tmp_path / "spoiled.xlsx")
    return tmp_path / "spoiled.xlsx"


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "told"),
    [
        ("Instructions", "B10", "another/9", "no questionnaire of claimlint"),
        ("Instructions", "B10", "claimlint-questions/2", "another form"),
        ("Questions", "H2", "nonsense claims 1", "no id of a question"),
        ("Questions", "H3", "accuracy-evaluation/metric", "is missing above it"),
        ("Questions", "H1", "ids", "table of questions is missing"),
        ("Claims", "F2", "magic", "the claim is damaged"),
    ],
)
def test_a_damaged_form_is_told_in_one_line(
    sheet, cell, value, told, folder, tmp_path, settings, catalogue
):
    path = spoiled(folder, tmp_path, cell, value, sheet)
    with pytest.raises(ClaimlintError, match=re.escape(told)) as caught:
        read(path, settings, catalogue)
    assert str(caught.value).startswith(path.as_posix())
    assert int(caught.value.status) == 3


def test_a_form_of_several_vendors_is_refused(report, catalogue):
    two = replace(report, matters=(*report.matters, replace(report.matters[0], name="other")))
    with pytest.raises(WrongCall, match="goes to one vendor"):
        build(two, catalogue)


def test_a_form_names_no_folders_of_the_machine_that_made_it(report, catalogue):
    matter = replace(report.matters[0], name="/home/ann/buying/acme")
    assert build(replace(report, matters=(matter,)), catalogue).matter == "acme"


def test_a_folder_or_a_missing_file_is_no_answer(tmp_path):
    for path in (tmp_path, tmp_path / "none.xlsx", tmp_path / "none.csv"):
        with pytest.raises(ClaimlintError, match=r"folder|no such file|No such file"):
            answers([path], Settings(today=date(2026, 11, 23)))


def test_texts_that_xml_cannot_hold_are_left_out(asked):
    nasty = replace(asked.items[0], owner="a\x00b\x1b[31m\ud800\u202ec")
    form = replace(asked, items=(nasty,))
    assert xlsx.render(form)
    assert docx_form.render(form)
    assert "\x1b" not in csv_form.render(form)


def test_words_on_both_sides_of_a_tab_stay_apart():
    assert plain("Up\ttime\x0b\nnow") == "Up time\nnow"


def test_an_empty_document_is_no_questionnaire(catalogue):
    with pytest.raises(ClaimlintError, match="no questionnaire"):
        from_document(Document(path="x.docx", format="docx", sha256=""), catalogue)


def test_the_word_form_offers_the_states_as_a_list(folder, tmp_path, settings, catalogue):
    with zipfile.ZipFile(folder / "q.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    assert text.count("<w:dropDownList>") == text.count(">choose</w:t>") > 10
    parts["word/document.xml"] = text.replace(">choose</w:t>", ">to follow</w:t>", 1).encode()
    with zipfile.ZipFile(tmp_path / "chosen.docx", "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    back = read(tmp_path / "chosen.docx", settings, catalogue)
    states = [field.state for item in back.items for field in item.fields]
    assert states == ["to follow", *[""] * (len(states) - 1)]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_office_opens_a_questionnaire_without_repair(asked, suffix):
    assert faults(render(asked, suffix)) == []


def test_names_papers_without_the_folders_of_this_machine(tmp_path, settings, catalogue):
    folder = tmp_path / "bids we may refuse"
    for name in ("deck.md", "a/terms.md", "b/terms.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Our bot {name[0]} works without human intervention.\n")
    asked = build(check([folder], settings), catalogue)
    assert {claim.document for claim in asked.claims} == {"deck.md", "a/terms.md", "b/terms.md"}
    assert str(tmp_path) not in "".join(csv_form.render(asked))


def test_a_bare_word_is_told_in_its_sentence(tmp_path, settings, catalogue):
    paper = tmp_path / "copy.md"
    rows = "| Measure | Our bot | By hand |\n|---|---|---|\n| Errors | None | Many |\n"
    paper.write_text(f"# Our AI bot\n\n{rows}")
    asked = build(check([paper], settings), catalogue)
    assert [(claim.words, claim.told) for claim in asked.claims] == [
        ("None", "Errors · Our bot: None")
    ]
