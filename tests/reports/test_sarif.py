"""SARIF that GitHub code scanning takes in: its form, its limits, places of every kind."""

from __future__ import annotations

import json
import re
import shutil

import jsonschema
import pytest
from msgspec.structs import replace

from claimlint.datafiles import data_folder
from claimlint.finding import Notice
from claimlint.reports.look import Look
from claimlint.reports.sarif import log
from claimlint.reports.uris import uri
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.values.ruling import Ruling, State
from tests.cli.calls import AUTONOMY, TODAY, call, write
from tests.reports.sarif_form import FORM

NAMES = ("deck.pptx", "agreement.docx", "brochure.pdf", "copy.md", "landing.html", "pitch.eml")


@pytest.fixture(scope="module")
def report():
    from datetime import date

    folder = data_folder("examples")
    settings = Settings(today=date(2026, 11, 23))
    return check([folder / name for name in NAMES] + ["gone.md"], settings)


def run_of(report, **look) -> dict:
    told = json.loads(
        log.render(report, Look(folder=data_folder("examples").parent.as_posix(), **look))
    )
    jsonschema.validate(told, FORM)
    (run,) = told["runs"]
    return run


@pytest.fixture(scope="module")
def run(report):
    return run_of(report)


def places(result: dict) -> tuple[str, int]:
    physical = result["locations"][0]["physicalLocation"]
    return physical["artifactLocation"]["uri"], physical["region"]["startLine"]


def test_every_result_has_a_rule_a_place_and_a_fingerprint_of_its_own(run, report):
    rules = run["tool"]["driver"]["rules"]
    open_findings = [finding for finding in report.findings if not finding.backed]
    assert len(run["results"]) == len(open_findings) > 50
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        address, line = places(result)
        assert address.startswith("examples/")
        assert line >= 1
        assert result["partialFingerprints"]["primaryLocationLineHash"].endswith(":1")
    assert len({rule["id"] for rule in rules}) == len(rules) < 25_000
    keys = [
        (places(r)[0], r["ruleId"], r["partialFingerprints"]["claimlint/1"]) for r in run["results"]
    ]
    assert len(set(keys)) == len(keys)


def test_the_gravest_stand_first_because_github_keeps_the_first(run):
    gravity = ["error", "warning", "note"]
    ranks = [gravity.index(result["level"]) for result in run["results"]]
    assert ranks == sorted(ranks)


def test_lines_and_columns_of_text_formats_are_those_of_the_file(run):
    seen = 0
    for result in run["results"]:
        address, line = places(result)
        region = result["locations"][0]["physicalLocation"]["region"]
        if address.endswith((".md", ".html")) and region.get("endLine") == line:
            text = (data_folder("examples").parent / address).read_text(encoding="utf-8")
            words = text.splitlines()[line - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
            assert words in result["message"]["text"] or re.search(r"[<&*]|\[\^", words)
            seen += 1
    assert seen > 20


def test_paged_documents_have_their_page_in_words(run):
    told = {
        (
            places(r)[0].rpartition("/")[2],
            r["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].split()[0],
        )
        for r in run["results"]
    }
    assert {
        ("deck.pptx", "slide"),
        ("brochure.pdf", "page"),
        ("agreement.docx", "paragraph"),
    } <= told
    assert all(places(r)[1] == 1 for r in run["results"] if places(r)[0].endswith(".pptx"))


def test_what_was_not_read_is_told(run):
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (fatal,) = [n for n in invocation["toolExecutionNotifications"] if n["level"] == "error"]
    assert fatal["message"]["text"] == "no such file or folder"


def test_extracts_give_paged_documents_lines(tmp_path):
    shutil.copy(data_folder("examples") / "deck.pptx", tmp_path)
    call_ = ("check", ".", "--extracts", "-f", "sarif", TODAY)
    first = json.loads(call(*call_, cwd=tmp_path).out)["runs"][0]["results"]
    lines = (tmp_path / "deck.pptx.claimlint.txt").read_text(encoding="utf-8").splitlines()
    for result in first:
        address, line = places(result)
        assert address == "deck.pptx.claimlint.txt"
        quote = result["properties"]["quote"]
        assert quote.split()[0] in lines[line - 1]
        assert (
            result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            == "deck.pptx"
        )
        label = result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
        assert lines[line - 1].startswith(label)
    again = json.loads(call(*call_, cwd=tmp_path).out)["runs"][0]["results"]
    assert again == first


@pytest.mark.parametrize("trap", ["link", "file", "folder"])
def test_an_extract_replaces_nothing_but_an_extract(tmp_path, trap):
    shutil.copy(data_folder("examples") / "deck.pptx", tmp_path)
    target, precious = tmp_path / "deck.pptx.claimlint.txt", tmp_path / "precious.txt"
    precious.write_text("precious", encoding="utf-8")
    if trap == "link":
        target.symlink_to(precious)
    elif trap == "file":
        target.write_text("mine", encoding="utf-8")
    else:
        target.mkdir()
    called = call("check", "deck.pptx", "--extracts", "-f", "sarif", TODAY, cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert "is none of claimlint's files" in called.err
    assert precious.read_text(encoding="utf-8") == "precious"


def test_decisions_travel_as_suppressions(report):
    ruled = [
        replace(
            f, ruling=Ruling(state=State.ACCEPTED, reason="pilot", owner="Ann", until="2027-01-31")
        )
        for f in report.documents[0].findings
    ]
    document = replace(report.documents[0], findings=tuple(ruled))
    run = run_of(replace(report, documents=(document,)))
    for result in run["results"]:
        (suppression,) = result["suppressions"]
        assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
        assert suppression["justification"] == "accepted: pilot"
        assert suppression["properties"]["owner"] == "Ann"


def test_with_a_baseline_results_are_new_or_unchanged(report):
    old, *others = report.documents[0].findings
    known = replace(old, ruling=Ruling(state=State.BASELINE, reason=""))
    document = replace(report.documents[0], findings=(known, *others))
    told = Notice(code="baseline", message="The baseline from b.jsonl")
    run = run_of(replace(report, documents=(document,), notices=(told,)))
    states = {r["partialFingerprints"]["claimlint/1"]: r["baselineState"] for r in run["results"]}
    assert states.pop(old.fingerprint) == "unchanged"
    assert set(states.values()) == {"new"}


def test_no_more_results_than_github_takes_and_the_rest_is_counted(report, monkeypatch):
    monkeypatch.setattr(log, "MOST", 10)
    run = run_of(report)
    assert len(run["results"]) == 10
    notes = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert any("findings of the least level left out" in note for note in notes)


def test_a_decision_that_does_not_hold_is_a_result(tmp_path):
    write(tmp_path, a_md=f"<!-- claimlint: ignore -->\n\n{AUTONOMY}")
    called = call("check", "a.md", "-f", "sarif", "--profile=vendor", TODAY, cwd=tmp_path)
    run = json.loads(called.out)["runs"][0]
    assert [r["ruleId"] for r in run["results"]][1] == "claimlint.decision-malformed"
    assert places(run["results"][1]) == ("a.md", 1)


def test_words_of_a_document_make_no_link(tmp_path):
    write(tmp_path, a_txt="Our agent [works without human intervention](https://evil.example).\n")
    run = json.loads(call("check", "a.txt", "-f", "sarif", TODAY, cwd=tmp_path).out)["runs"][0]
    assert run["results"]
    assert all("](" not in json.dumps(r["message"]) for r in run["results"])


@pytest.mark.parametrize(
    ("path", "folder", "found"),
    [
        ("a b/ü#1.md", "/repo", "a%20b/%C3%BC%231.md"),
        ("./a.md", "/repo", "a.md"),
        ("../other/a.md", "/repo", "../other/a.md"),
        ("/repo/docs/a.md", "/repo", "docs/a.md"),
        ("docs\\a.md", "/repo", "docs/a.md"),
        ("C:/repo/a.md", "C:/repo", "a.md"),
        ("a:b.md", "", "a%3Ab.md"),
        ("-", "/repo", "-"),
    ],
)
def test_addresses_are_relative_and_encoded(path, folder, found):
    assert uri(path, folder) == found
