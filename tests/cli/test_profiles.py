"""For whom a run is: what stands first, what fails, and what a vendor's run shows besides."""

from __future__ import annotations

import json

from claimlint.datafiles import data_folder
from tests.cli.calls import AUTONOMY, TODAY, call, write

WARNING = "The agent books up to 90% of all meetings correctly.\n"
CONTRACT = data_folder("examples") / "agreement.docx"


def test_a_buyer_is_who_a_run_is_for_unless_told(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    told = json.loads(call("check", "a.txt", "-f", "json", TODAY, cwd=tmp_path).out)
    assert told["tool"]["profile"] == "buyer"


def test_the_findings_are_the_same_for_all(tmp_path):
    write(tmp_path, a_txt=AUTONOMY + WARNING)
    reports = [
        json.loads(
            call("check", "a.txt", "-f", "json", f"--profile={name}", TODAY, cwd=tmp_path).out
        )
        for name in ("buyer", "legal", "vendor")
    ]
    assert [report["tool"].pop("profile") for report in reports] == ["buyer", "legal", "vendor"]
    assert reports[0] == reports[1] == reports[2]


def test_a_lawyer_fails_a_warning_unless_the_call_says_otherwise(tmp_path):
    write(tmp_path, a_txt=WARNING)
    calls = {
        options: call("check", "a.txt", TODAY, *options, cwd=tmp_path).status
        for options in ((), ("--profile=legal",), ("--profile=legal", "--fail-on=error"))
    }
    assert list(calls.values()) == [0, 1, 0]


def test_a_lawyer_sees_the_contract_first_and_its_clauses_before_its_claims(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    lines = call("check", "a.txt", str(CONTRACT), "--profile=legal", TODAY, cwd=tmp_path).out
    assert lines.index("agreement.docx") < lines.index("  Clauses") < lines.index("«")
    assert lines.index("agreement.docx") < lines.index("a.txt")


def test_a_vendor_sees_a_wording_that_could_be_backed_once_a_category(tmp_path):
    write(tmp_path, a_txt=AUTONOMY + "\n" + "Invoices are paid without human intervention.\n")
    out = call("check", "a.txt", "--profile=vendor", TODAY, cwd=tmp_path).out
    assert out.count("could be backed: ") == 1
    assert "What a buyer asks" in out
