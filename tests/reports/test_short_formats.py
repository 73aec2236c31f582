"""JUnit, GitLab and reviewdog: the same findings at the same places, each in its own form."""

from __future__ import annotations

import json
import shutil
from xml.etree import ElementTree

import pytest

from claimlint.datafiles import data_folder
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call, write

BASE = "claimlint.baseline.jsonl"


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, a_md=f"# <T> & \x07\n\n{AUTONOMY}", b_txt=CLEAN, c_txt=f"\n{AUTONOMY}")
    call("baseline", "write", "c.txt", TODAY, cwd=tmp_path)
    return tmp_path


def rendered(folder, name: str) -> str:
    paths = ("a.md", "b.txt", "c.txt", "gone.md")
    called = call("check", *paths, "-f", name, TODAY, f"--baseline={BASE}", cwd=folder)
    assert called.status == 3
    return called.out


def test_junit_fails_skips_and_tells_what_was_not_read(folder):
    suites = ElementTree.fromstring(rendered(folder, "junit"))
    counts = ("tests", "failures", "errors", "skipped")
    assert {each.get("name"): [each.get(key) for key in counts] for each in suites} == {
        "a.md": ["1", "1", "0", "0"],
        "b.txt": ["1", "0", "0", "0"],
        "c.txt": ["1", "0", "0", "1"],
        "gone.md": ["1", "0", "1", "0"],
    }
    case = suites.find("testsuite/testcase[failure]")
    assert (case.get("file"), case.get("line")) == ("a.md", "3")
    assert case.find("failure").text == f"line 3: {AUTONOMY.strip()}"
    assert suites.find(".//skipped").get("message") == "baseline"


def test_gitlab_has_a_fingerprint_for_each_place(folder):
    write(folder, b_txt=AUTONOMY)
    one, two = json.loads(rendered(folder, "gitlab"))
    assert (one["location"], one["severity"]) == (
        {"path": "a.md", "lines": {"begin": 3}},
        "critical",
    )
    assert one["fingerprint"] != two["fingerprint"]
    assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}


def test_reviewdog_gets_a_diagnostic_a_line(folder):
    (line,) = rendered(folder, "rdjsonl").splitlines()
    told = json.loads(line)
    assert told["location"] == {"path": "a.md", "range": {"start": {"line": 3}, "end": {"line": 3}}}
    assert (told["severity"], told["code"]["value"]) == ("ERROR", "autonomy.no-person")


def test_lines_name_file_line_and_column_or_the_place(folder):
    (line,) = rendered(folder, "lines").splitlines()
    assert line.startswith("a.md:3:26: error: “without human intervention” is a strong claim of")
    assert line.endswith(" [autonomy.no-person]")
    shutil.copy(data_folder("examples") / "deck.pptx", folder)
    called = call("check", "deck.pptx", "-f", "lines", TODAY, cwd=folder)
    assert called.out.splitlines()[0].startswith("deck.pptx: slide 1, subtitle: warning: ")


def test_claims_left_out_for_the_kind_of_a_paper_are_told_beside_short_formats(tmp_path):
    text = (
        "# Staff handbook: policy on the use of AI tools\n\n"
        "Employees must not enter personal data. Staff shall follow this policy at all times. "
        "Violations are reported to Human Resources.\n\n"
        "Some agents work 24/7. Some make decisions independently. Some never make mistakes. "
        "Employees must ask their manager before use.\n\nThis policy applies to all employees and "
        "contractors. Questions about this policy go to the data protection officer. Employees "
        "shall comply with this policy."
    )
    write(tmp_path, a_md=text)
    for name in ("lines", "json"):
        called = call("check", "a.md", "-f", name, TODAY, cwd=tmp_path)
        assert "a.md: read as a paper that sells nothing: what 3 sentences assert" in called.err
    assert called.status == 0
    assert "--kind marketing" not in call("check", "a.md", TODAY, cwd=tmp_path).err


def test_what_somebody_calls_copy_is_read_as_such_under_a_heading_of_notes_too(tmp_path):
    text = (
        "# Nightjar\n\nOur agent answers tickets.\n\n## Changelog\n\nOur agent works 24/7.\n\n"
        "It pays bills without human intervention.\n\nIt never makes mistakes.\n"
    )
    write(tmp_path, a_md=text)
    guessed = call("check", "a.md", "-f", "lines", TODAY, cwd=tmp_path)
    assert (guessed.status, guessed.out) == (0, "")
    assert "where such a heading stands above copy, say so (--kind marketing)" in guessed.err
    said = call("check", "a.md", "-f", "lines", "--kind=marketing", TODAY, cwd=tmp_path)
    assert (said.status, len(said.out.splitlines()), said.err) == (1, 3, "")


def test_junit_names_the_extract_whose_line_it_gives(tmp_path):
    shutil.copy(data_folder("examples") / "deck.pptx", tmp_path)
    called = call("check", "deck.pptx", "--extracts", "-f", "junit", TODAY, cwd=tmp_path)
    cases = ElementTree.fromstring(called.out).findall("testsuite/testcase[failure]")
    assert {case.get("file") for case in cases} == {"deck.pptx.claimlint.txt"}
    assert all(case.get("line") for case in cases)


def test_claims_left_out_as_notes_of_changes_are_told(tmp_path):
    changes = "- Closes tickets without a human.\n- Never sleeps.\n- Makes decisions on its own.\n"
    write(
        tmp_path, a_md=f"# Changelog\n\n## 2.0\n\n{changes}", b_md=f"# Changelog\n\n{changes[:34]}"
    )
    called = call("check", "a.md", "b.md", TODAY, cwd=tmp_path)
    told = [line for line in called.out.splitlines() if "“changelog” is taken for" in line]
    assert [line.partition("what ")[2][:11] for line in told] == ["3 sentences"]
