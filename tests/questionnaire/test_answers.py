"""Answers come back: judged field by field, each question with its standing."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest

from claimlint.answering import Answers, answers
from claimlint.document import Location
from claimlint.evidence.dossier.load import load_dossier
from claimlint.finding import Disclosure
from claimlint.questionnaire import csv_form, docx_form, review_json, review_text, xlsx
from claimlint.questionnaire.build import build
from claimlint.questionnaire.model import Questionnaire
from claimlint.questionnaire.review import Standing
from claimlint.questionnaire.statement import dossier_of
from claimlint.session import check
from tests.questionnaire.filling import AUDIT, filled

GIVEN = {
    **AUDIT,
    "oversight-spec/who": "yes",
    "oversight-spec/what": "users should verify outputs",
    "oversight-spec/when": "available on request",
    "accuracy-evaluation@invoices/metric": "field accuracy",
    "accuracy-evaluation@invoices/value": "91 %",
    "accuracy-evaluation@invoices/sample-size": "2,400 supplier invoices",
    "accuracy-evaluation@invoices/task": "header fields of supplier invoices",
    "accuracy-evaluation@invoices/dataset": "random sample of production invoices",
    "accuracy-evaluation@invoices/date": "soon",
    "accuracy-evaluation@calls/date": "12 June 2026",
}
STATES = {"failure-modes/frequency": "not measured", "oversight-spec/stop": "to follow"}


@pytest.fixture(scope="module")
def form(asked: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("back") / "back.xlsx"
    return filled(xlsx.render(asked), GIVEN, path, STATES)


@pytest.fixture(scope="module")
def by_form(form, settings) -> Answers:
    return answers([form], settings)


@pytest.fixture(scope="module")
def by_papers(form, paper, settings) -> Answers:
    return answers([form], settings, [paper])


def standings(found: Answers) -> dict[str, Standing]:
    return {item.item.id: item.standing for item in found.review.items}


@pytest.mark.parametrize("way", ["by_form", "by_papers"])
def test_each_question_has_its_standing(way, request):
    held = standings(request.getfixturevalue(way))
    assert held["fairness-audit"] is Standing.CLOSED
    assert held["accuracy-evaluation@invoices"] is Standing.CONTRADICTED
    assert held["accuracy-evaluation@calls"] is Standing.PARTIAL
    assert held["oversight-spec"] is Standing.OPEN


def test_an_answer_that_shows_nothing_fills_nothing_and_is_told_why(by_form):
    item = next(each for each in by_form.review.items if each.item.id == "oversight-spec")
    told = {field.id: field.reason for field in item.fields}
    assert told["who"] == "a word that shows nothing"
    assert told["what"].startswith("it says neither who checks")
    assert told["when"] == told["stop"] == "promised, not shown"
    assert told["absent"] == "no answer"


def test_the_next_questionnaire_holds_only_what_is_open(by_form):
    ids = {item.id for item in by_form.next.items}
    assert "fairness-audit" not in ids
    assert {"oversight-spec", "accuracy-evaluation@calls"} <= ids
    who = next(item for item in by_form.next.items if item.id == "oversight-spec").fields[0]
    assert "you wrote “yes”" in who.asks
    assert {item.owner for item in by_form.next.items} == {"Ada"}


def test_a_second_round_keeps_what_the_first_answered(by_form, settings, tmp_path):
    rest = {
        "accuracy-evaluation@calls/metric": "word error rate",
        "accuracy-evaluation@calls/value": "3 %",
    }
    again = filled(xlsx.render(by_form.next), rest, tmp_path / "two.xlsx", {})
    second = answers([again], settings)
    item = next(e for e in second.review.items if e.item.id == "accuracy-evaluation@calls")
    assert {"metric", "value", "date"} <= {field.id for field in item.fields if field.filled}


def test_both_rounds_together_know_what_was_closed_before(by_form, form, settings, tmp_path):
    again = tmp_path / "two.xlsx"
    again.write_bytes(xlsx.render(by_form.next))
    both = answers([form, again], settings)
    assert standings(both) == standings(by_form)
    asked = [field.asks for item in both.review.items for field in item.fields]
    assert not [words for words in asked if "you wrote" in words]


def test_what_the_papers_contradict_no_answer_mends(by_form):
    invoices = next(e for e in by_form.review.items if e.item.id == "accuracy-evaluation@invoices")
    assert "91 %" in invoices.reason or "91" in invoices.reason


def test_the_answers_make_a_dossier_that_loads(by_form, catalogue, tmp_path):
    path = tmp_path / "claimlint.evidence.yaml"
    text = dossier_of(by_form.disclosures, by_form.review.asked, "2026-11-23")
    path.write_text(text, encoding="utf-8")
    loaded = load_dossier(path, catalogue)
    kinds = {item.kind for item in loaded.disclosures}
    assert {"fairness-audit", "accuracy-evaluation"} <= kinds


def test_the_review_is_short_in_text_and_whole_in_json(by_form):
    text = review_text.render(by_form.review, width=80)
    assert max(map(len, text.splitlines())) <= 80
    assert "1 closed" in text.splitlines()[-1]
    data = json.loads(review_json.render(by_form.review))
    assert data["summary"]["closed"] == 1
    assert {each["status"] for each in data["questions"]} <= {str(s) for s in Standing}


def test_answers_in_a_word_document_and_in_csv_count_alike(asked, settings, tmp_path):
    paper = docx.Document(io.BytesIO(docx_form.render(asked)))
    for row in (row for table in paper.tables for row in table.rows if len(row.cells) == 5):
        if row.cells[4].text in AUDIT:
            first, _, rest = AUDIT[row.cells[4].text].partition(" ")
            row.cells[2].text = first
            row.cells[2].add_paragraph(rest)
    paper.save(str(tmp_path / "back.docx"))
    table = csv_form.render(asked)
    for name, answer in AUDIT.items():
        table = table.replace(f'"","","","","{name}"', f'"{answer}","","","","{name}"')
    (tmp_path / "back.csv").write_text(table, encoding="utf-8")
    for name in ("back.docx", "back.csv"):
        found = answers([tmp_path / name], settings)
        assert standings(found)["fairness-audit"] is Standing.CLOSED, name


PAPER = """# Owl security whitepaper

Version 3.2, 1 October 2026

Owl Ltd is certified to ISO/IEC 27001 by Nordcert, issued 1 April 2025, valid until 31 March 2028.
The scope is the operation of Owl, its recognition models included.

Penetration test of Owl 6.1 by Hale Ltd in September 2026: one high finding, closed.
"""


def test_the_one_field_that_was_lacking_closes_the_question(settings, catalogue, tmp_path):
    paper = tmp_path / "whitepaper.md"
    paper.write_text(PAPER)
    asked = build(check([paper], settings), catalogue)
    (item,) = (each for each in asked.items if each.kind == "security-assurance")
    so_far = {field.id: field.so_far for field in item.fields}
    assert so_far["validity"].startswith("31 March 2028")
    given = {field: "Hale Ltd, Nordcert" for field, words in so_far.items() if not words}
    assert set(given) == {"subprocessors"}
    named = {f"security-assurance/{field}": words for field, words in given.items()}
    form = filled(xlsx.render(asked), named, tmp_path / "back.xlsx", {})
    found = answers([form], settings, [paper])
    assert standings(found)["security-assurance"] is Standing.CLOSED
    path = tmp_path / "owl.evidence.yaml"
    path.write_text(dossier_of(found.disclosures, asked, "2026-11-23"), encoding="utf-8")
    assert "expires: '2028-03-31'" in path.read_text()
    assert load_dossier(path, catalogue).disclosures


def test_an_entry_that_is_not_asked_for_its_date_is_of_the_day_of_the_answers(asked):
    spec = Disclosure(kind="oversight-spec", fields=(), document="", location=Location(label=""))
    assert "date: '2026-11-23'" in dossier_of([spec], asked, "2026-11-23").partition("evidence:")[2]
