"""A deck's history: more than two versions, step by step and claim by claim."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from claimlint import Settings, history
from claimlint.errors import WrongCall
from claimlint.reports.look import Look
from claimlint.reports.registry import DIFF, format_named, names
from claimlint.values.drift import Drift, Mark
from tests.cli.calls import TODAY, call

SETTINGS = Settings(today=date(2026, 11, 23))
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "report.schema.json"
HOURS = "It works around the clock."
OFFICE = "Replaces your back office."
VERSIONS = {
    "v1": f"Posts invoices with human review of each entry.\n\n95% accurate.\n\n{HOURS}",
    "v2": f"Posts invoices autonomously.\n\n97% accurate.\n\n{HOURS}\n\n{OFFICE}",
    "v9": f"Posts invoices autonomously.\n\n97% accurate.\n\n{HOURS}",
    "v10": f"Posts invoices autonomously.\n\n96% accurate.\n\n{HOURS}\n\n{OFFICE}",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("decks")
    for name, text in VERSIONS.items():
        (folder / f"{name}.md").write_text(f"# Ledgerly\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(folder):
    return history([folder], SETTINGS)


def test_the_versions_of_a_folder_come_by_name_and_ten_comes_after_nine(report):
    versions = [Path(version).stem for version in report.history.versions]
    assert versions == ["v1", "v2", "v9", "v10"]


def test_versions_that_are_named_come_in_the_order_given(folder):
    told = history([folder / "v9.md", folder / "v1.md", folder / "v2.md"], SETTINGS).history
    assert [Path(step.new).stem for step in told.steps] == ["v1", "v2"]


def test_each_step_tells_what_changed(report):
    drifts = [[drift for c in step.changes for drift in c.drifts] for step in report.history.steps]
    assert drifts[0] == [Drift.STRENGTHENED, Drift.STRENGTHENED, Drift.ADDED]
    assert drifts[1] == [Drift.REMOVED]
    assert drifts[2] == [Drift.SOFTENED, Drift.ADDED]
    assert report.changes == tuple(c for step in report.history.steps for c in step.changes)


def test_a_claim_is_followed_from_when_it_came_until_it_went_and_came_back(report):
    marks = {str(course.subject): course.marks for course in report.history.courses}
    assert marks["human-replacement"] == (Mark.ABSENT, Mark.CAME, Mark.WENT, Mark.CAME)
    assert marks["accuracy-reliability"][1:] == (Mark.STRENGTHENED, Mark.UNCHANGED, Mark.SOFTENED)
    assert marks["autonomy"][:2] == (Mark.ABSENT, Mark.STRENGTHENED)
    still = [str(course.subject) for course in report.history.courses if not course.changed]
    assert still == ["continuous-operation"]


def test_a_sentence_that_speaks_of_something_else_is_no_successor(tmp_path):
    texts = (OFFICE, "Never trains on your data.", OFFICE)
    paths = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.md"
        path.write_text(f"# Ledgerly\n\n{HOURS}\n\n{text}\n", encoding="utf-8")
        paths.append(path)
    courses = history(paths, SETTINGS).history.courses
    marks = {str(course.subject): course.marks for course in courses}
    assert marks["human-replacement"] == (Mark.UNCHANGED, Mark.WENT, Mark.CAME)


def test_every_format_tells_the_history_and_the_json_keeps_its_schema(report):
    formats = [format_named(name, DIFF) for name in names(DIFF)]
    told = {each.name: each.render(report, Look()) for each in formats}
    jsonschema.validate(json.loads(told["json"]), json.loads(SCHEMA.read_text(encoding="utf-8")))
    for name in ("text", "markdown", "html"):
        assert "All versions" in told[name]
        assert "Replaces your back office" in told[name]


def test_a_folder_of_folders_is_a_history_too(tmp_path):
    for name, text in list(VERSIONS.items())[:3]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "deck.txt").write_text(text, encoding="utf-8")
    done = call("diff", ".", "--format", "json", TODAY, cwd=tmp_path)
    assert done.status == 1
    assert json.loads(done.out)["history"]["versions"] == ["v1", "v2", "v9"]


@pytest.mark.parametrize("path", ["v1.md", "missing.md"])
def test_one_version_alone_is_a_wrong_call(folder, path):
    with pytest.raises(WrongCall, match="name two versions or more"):
        history([folder / path], SETTINGS)
    assert call("diff", path, TODAY, cwd=folder).status == 2


def test_a_folder_with_one_version_is_a_wrong_call(tmp_path):
    (tmp_path / "only.txt").write_text(HOURS, encoding="utf-8")
    with pytest.raises(WrongCall, match="fewer than two versions"):
        history([tmp_path], SETTINGS)
