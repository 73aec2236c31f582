"""The JSON report keeps its schema on every example, and its words stand where it says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimlint.datafiles import data_folder
from claimlint.reports.json.report import render
from claimlint.reports.json.rows import indented, pieces
from claimlint.session import check
from claimlint.settings import Settings

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "report.schema.json"
TODAY = Settings(today=date(2026, 11, 23))
MISSION = {
    "Your AI employee, working 24/7.": {"human-replacement", "continuous-operation"},
    "Autonomous agents that handle complex multi-step workflows without human intervention.": {
        "autonomy"
    },
    "AI that understands your business context and makes decisions independently.": {
        "understanding-learning",
        "independent-decision",
    },
}
FORMATS = [
    "deck.pptx",
    "brochure.pdf",
    "agreement.docx",
    "landing.html",
    "copy.md",
    "pitch.eml",
    "notes.txt",
]


@pytest.fixture(scope="module")
def report():
    return check([data_folder("examples")], TODAY)


def test_keeps_its_schema_on_the_examples(report):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(render(report)))


def test_keeps_its_schema_when_nothing_can_be_read(tmp_path):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(
        json.loads(render(check([tmp_path / "gone.docx"], TODAY)))
    )


@pytest.mark.parametrize("count", [0, 1, 32, 33, 100])
def test_pieces_are_what_is_written_at_once(count):
    rows = [{"place": {"page": number, "words": ["a\nb", "é"]}} for number in range(count)]
    whole = indented({"schema": "x", "rows": rows, "none": [], "more": {"some": [1]}})
    lazy = {"schema": "x", "rows": iter(rows), "none": iter(()), "more": {"some": [1]}}
    assert (
        b"".join(pieces(lazy)).decode()
        == whole
        == json.dumps(json.loads(whole), indent=2, ensure_ascii=False) + "\n"
    )


def test_gives_the_same_bytes_for_the_same_input(report):
    assert render(report) == render(check([data_folder("examples")], TODAY))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("sentence", MISSION)
def test_finds_the_sentences_of_the_mission_in_every_format(report, name, sentence):
    (document,) = (d for d in report.documents if d.path.endswith("/" + name))
    found = {
        finding.claim.category
        for finding in document.findings
        if " ".join(finding.claim.unit.split()) == sentence
    }
    assert found >= MISSION[sentence]


def test_every_claim_has_a_place_and_a_verdict_for_each_kind_that_it_needs(report):
    assert report.findings
    for finding in report.findings:
        assert finding.claim.location.label
        assert finding.required
        assert finding.claim.unit[slice(*finding.claim.span)] == finding.claim.text


def test_indented_json_reads_as_python_writes_it():
    value = {
        "empty": [[], {}, ""],
        "nothing": None,
        "text": 'line\n"quoted" \\ \u2028 \x01 – 🙂',
        "numbers": [0.1, 1.0, 95, -3],
        "yes": True,
    }
    assert indented(value) == json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def test_bytes_of_a_path_that_are_no_text_are_question_marks():
    assert json.loads(indented({"path": "deck\udcff.md"})) == {"path": "deck?.md"}


def test_a_sentence_of_many_conflicts_is_told_in_each(tmp_path):
    (tmp_path / "deck.md").write_text("Our assistant works without human review.\n", "utf-8")
    (tmp_path / "terms.md").write_text(
        "# Terms of Service\n\nCustomer shall review all Output before use.\n\n"
        "The Service is provided as is. Customer must check every Output by a human.\n",
        "utf-8",
    )
    conflicts = json.loads(render(check([str(tmp_path)], TODAY)))["conflicts"]
    assert len(conflicts) > 1
    assert {each["claim"]["text"] for each in conflicts} == {"without human review"}
    assert len({each["clause"]["unit"] for each in conflicts}) > 1
