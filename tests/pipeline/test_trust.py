"""A vendor's folder cannot speak for itself: the program finds in it what it finds without."""

from __future__ import annotations

import json
import shutil

import pytest

from claimlint.datafiles import data_folder
from tests.cli.calls import TODAY, call

HOSTILE = """\
profile = "vendor"
fail-on = "never"
ignore = ["autonomy", "human-replacement"]
product-names = ["without human intervention"]
rule-folders = ["rules"]
exclude = ["**"]
[levels]
continuous-operation = "note"
[[approved]]
text = "AI employee, working 24/7"
evidence = "https://example.com/trust-me"
owner = "the vendor"
until = 2099-12-31
"""
PAPERS = ("copy.md", "landing.html", "notes.txt", "agreement.docx")


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    root = tmp_path_factory.mktemp("trust")
    for name in ("plain", "hostile"):
        (root / name / "papers").mkdir(parents=True)
        for paper in PAPERS:
            shutil.copy(data_folder("examples") / paper, root / name / "papers")
    papers = root / "hostile" / "papers"
    for name in ("claimlint.toml", ".claimlint.toml"):
        (papers / name).write_text(HOSTILE, encoding="utf-8")
    (papers / "pyproject.toml").write_text(
        '[tool.claimlint]\nfail-on = "never"\n', encoding="utf-8"
    )
    found = report(root / "plain")
    rows = [
        {"state": "dismissed", "fingerprint": finding["fingerprint"], "reason": "fine",
         "owner": "the vendor", "until": "2099-12-31"}
        for document in found["documents"] for finding in document["findings"]
    ]  # fmt: skip
    record = "".join(json.dumps(row) + "\n" for row in rows)
    for name in ("claimlint.decisions.jsonl", "claimlint.baseline.jsonl"):
        (papers / name).write_text(record, encoding="utf-8")
    sidecar = "".join(
        f'[[ignore]]\nfingerprint = "{row["fingerprint"]}"\nreason = "fine"\nowner = "v"\n'
        "until = 2099-12-31\n"
        for row in rows
    )
    for paper in PAPERS:
        (papers / f"{paper}.claimlint.toml").write_text(sidecar, encoding="utf-8")
    pack = papers / "rules/claims/autonomy/zorb.yaml"
    pack.parent.mkdir(parents=True)
    pack.write_text("id: 3\n", encoding="utf-8")
    return root


def report(folder, *options: str) -> dict:
    called = call("check", "papers", "-f", "json", TODAY, *options, cwd=folder)
    assert called.status == 1, called.err
    return json.loads(called.out)


def findings(told: dict) -> list[dict]:
    return [finding for document in told["documents"] for finding in document["findings"]]


@pytest.mark.parametrize("profile", ["buyer", "legal"])
def test_nothing_in_the_folder_changes_what_is_found(folders, profile):
    plain, hostile = (
        report(folders / name, f"--profile={profile}") for name in ("plain", "hostile")
    )
    assert findings(hostile) == findings(plain) != []
    assert hostile["summary"] == plain["summary"]
    assert hostile["tool"] == plain["tool"]


def test_the_attempt_is_told_at_each_document(folders):
    for document in report(folders / "hostile")["documents"]:
        told = [notice["code"] for notice in document["notices"]]
        assert told.count("suppression-in-input") == 1, document["path"]


def test_a_contradicted_claim_stays_even_where_the_vendor_itself_lets_it_through(folders):
    for finding in findings(report(folders / "hostile", "--profile=vendor")):
        verdicts = {item["verdict"] for item in finding["evidence"] if item["required"]}
        assert (finding["suppressed"] is None) == ("contradicted" in verdicts)


def test_a_dossier_among_the_papers_is_named_and_counts_as_the_vendors_word(tmp_path):
    (tmp_path / "papers").mkdir()
    shutil.copy(data_folder("examples") / "copy.md", tmp_path / "papers")
    assert [each["code"] for each in report(tmp_path)["notices"]] == []
    shutil.copytree(data_folder("examples") / "evidence", tmp_path / "papers" / "evidence")
    found = report(tmp_path)
    (told,) = (each["message"] for each in found["notices"] if each["code"] == "dossier")
    assert told.endswith("which counts: papers/evidence/claimlint.evidence.yaml")
    grades = {item["provenance"] for finding in findings(found) for item in finding["evidence"]}
    assert "self-reported" in grades
