"""The record, sidecars and approved wordings: strict to read, in one order, never the vendor's."""

from __future__ import annotations

import json

import pytest

from claimlint.decisions import record
from claimlint.decisions.entry import Entry
from claimlint.decisions.find import NAME
from claimlint.values.ruling import State
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call, write

DECIDED = {"reason": "shown in the pilot", "owner": "Ann", "until": "2027-01-31"}


def finding(folder, *options: str):
    called = call("check", "a.txt", "-f", "json", TODAY, *options, cwd=folder)
    assert called.status in (0, 1), called.err
    report = json.loads(called.out)
    (found,) = report["documents"][0]["findings"]
    codes = [n["code"] for d in (report, *report["documents"]) for n in d["notices"]]
    return called.status, found, [code for code in codes if code != "decisions"]


def plant(folder, *rows: dict, name: str = NAME) -> None:
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    return tmp_path


@pytest.fixture
def fingerprint(folder) -> str:
    return finding(folder)[1]["fingerprint"]


@pytest.mark.parametrize("state", ["dismissed", "accepted"])
@pytest.mark.parametrize("profile", ["buyer", "vendor"])
def test_a_decision_in_the_record_lets_its_finding_through(folder, fingerprint, state, profile):
    plant(folder, {"state": state, "fingerprint": fingerprint, **DECIDED})
    status, found, codes = finding(folder, f"--profile={profile}")
    assert (status, found["suppressed"], codes) == (0, state, [])
    assert found["ruling"]["origin"] == "claimlint.decisions.jsonl:1"


@pytest.mark.parametrize(
    ("rows", "state", "overruled"),
    [
        ([("accepted", "2027-01-31"), ("dismissed", "2027-01-31")], "dismissed", None),
        ([("dismissed", "2026-01-31"), ("accepted", "2027-01-31")], "accepted", None),
        ([("baseline", ""), ("accepted", "2027-01-31")], "accepted", None),
        ([("baseline", ""), ("dismissed", "2026-01-31")], "dismissed", "expired"),
        ([("baseline", "")], "baseline", None),
    ],
)
def test_decisions_go_in_one_order_and_a_later_line_replaces(
    folder, fingerprint, rows, state, overruled
):
    plant(
        folder, *({"fingerprint": fingerprint, **DECIDED, "state": s, "until": u} for s, u in rows)
    )
    _, found, _ = finding(folder)
    assert (found["ruling"]["state"], found["ruling"]["overruled"]) == (state, overruled)


def test_a_report_with_rulings_keeps_to_its_schema(folder, fingerprint):
    import jsonschema

    from tests.test_docs import DOCS

    plant(folder, {"state": "accepted", "fingerprint": fingerprint, **DECIDED, "evidence": "x.md"})
    report = json.loads(call("check", "a.txt", "-f", "json", TODAY, cwd=folder).out)
    assert report["documents"][0]["findings"][0]["ruling"]["evidence"] == "x.md"
    assert report["summary"]["suppressed"] == 1
    jsonschema.validate(report, json.loads((DOCS / "report.schema.json").read_text("utf-8")))


def test_the_full_report_shows_fingerprint_and_decision(folder, fingerprint):
    plant(folder, {"state": "accepted", "fingerprint": fingerprint, **DECIDED})
    lines = call("check", "a.txt", "--full", TODAY, cwd=folder).out
    assert f"    fingerprint: {fingerprint}\n" in lines
    assert "let through: accepted by Ann until 2027-01-31" in lines


def test_a_contradicted_claim_is_never_let_through(tmp_path):
    write(
        tmp_path,
        a_txt=AUTONOMY + "\nA reviewer approves every ticket before it is closed.\n",
    )
    report = json.loads(call("check", "a.txt", "-f", "json", TODAY, cwd=tmp_path).out)
    (found,) = report["documents"][0]["findings"]
    assert "contradicted" in {item["verdict"] for item in found["evidence"] if item["required"]}
    plant(tmp_path, {"state": "dismissed", "fingerprint": found["fingerprint"], **DECIDED})
    status, found, codes = finding(tmp_path)
    assert (status, found["suppressed"]) == (1, None)
    assert (found["ruling"]["overruled"], codes) == ("contradicted", ["decision-overruled"])


def test_a_rule_may_let_nothing_through(folder, fingerprint):
    from tests.rulebook.test_packs import RULE

    rule = folder / "house/claims/market-position/zorbs.yaml"
    rule.parent.mkdir(parents=True)
    text = RULE.replace("{any: $zorbing}", "zorbs") + "suppressible: false\n"
    rule.write_text(text, encoding="utf-8")
    write(folder, a_txt="Our agent zorbs the world.\n", claimlint_toml='rule-folders = ["house"]')
    (found,) = json.loads(call("check", "a.txt", "-f", "json", cwd=folder).out)["documents"][0][
        "findings"
    ]
    plant(folder, {"state": "accepted", "fingerprint": found["fingerprint"], **DECIDED})
    _, found, codes = finding(folder)
    assert (found["ruling"]["overruled"], codes[-1]) == ("not-suppressible", "decision-overruled")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "claimlint.decisions.jsonl:1: is not a line of JSON"),
        ("[]", "claimlint.decisions.jsonl:1: expected an object whose values are texts"),
        (
            '\n{"state": "accept"}',
            'claimlint.decisions.jsonl:2: no such state "accept" (did you mean "accepted"?)',
        ),
        (
            '{"state": "accepted", "fingerprint": "1:a"}',
            "claimlint.decisions.jsonl:1: lacks reason, owner, until",
        ),
        ('{"state": "baseline"}', "claimlint.decisions.jsonl:1: lacks fingerprint"),
        (
            '{"state": "baseline", "fingerprints": "x"}',
            'claimlint.decisions.jsonl:1: unknown key "fingerprints"',
        ),
        (
            '{"state": "baseline", "fingerprint": "x", "until": "1"}',
            "claimlint.decisions.jsonl:1: until: '1' is no day",
        ),
        (
            '{"state": "baseline", "fingerprint": "x"}',
            'claimlint.decisions.jsonl:1: "x" is no fingerprint; --full shows them',
        ),
        ("\xff", "claimlint.decisions.jsonl: cannot be read (it is not UTF-8)"),
    ],
)
def test_a_broken_record_ends_the_run(folder, line, told):
    (folder / NAME).write_bytes(line.encode("latin-1"))
    called = call("check", "a.txt", cwd=folder)
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith(f"claimlint: {told}")


def test_a_record_that_is_named_must_be_there(folder):
    called = call("check", "a.txt", "--decisions=gone.jsonl", cwd=folder)
    assert (called.status, called.err) == (
        2,
        "claimlint: gone.jsonl: cannot be read (No such file or directory)\n",
    )


def test_a_decision_that_nothing_answers_to_is_told_and_fails_the_vendor(folder):
    row = {"state": "accepted", "fingerprint": "1:0000", **DECIDED, "document": "a.txt"}
    plant(folder, row)
    write(folder, a_txt=CLEAN)
    for profile, status in (("buyer", 0), ("vendor", 1)):
        called = call("check", "a.txt", TODAY, f"--profile={profile}", cwd=folder)
        assert "no claim of a.txt answers" in " ".join(called.out.split())
        assert called.status == status


def test_every_report_for_programs_tells_why_a_run_fails_on_a_decision(folder):
    plant(folder, {"state": "accepted", "fingerprint": "1:0000", **DECIDED, "document": "a.txt"})
    write(folder, a_txt=CLEAN)
    names = ("lines", "github", "github-summary", "gitlab", "junit", "rdjsonl", "sarif")
    outputs = [part for name in names for part in ("-f", f"{name}={name}.out")]
    called = call("check", "a.txt", TODAY, "--profile=vendor", *outputs, cwd=folder)
    assert called.status == 1
    for name in names:
        told = (folder / f"{name}.out").read_text(encoding="utf-8")
        assert "no claim of a.txt answers to this decision" in told.replace("&#46;", "."), name
    assert (folder / "lines.out").read_text(encoding="utf-8").startswith(f"{NAME}:1: warning: no")


SIDECAR = (
    '[[ignore]]\nfingerprint = "{}"\nreason = "shown in the pilot"\nowner = "Ann"\nuntil = {}\n'
)


@pytest.mark.parametrize(
    ("text", "profile", "suppressed", "codes"),
    [
        (SIDECAR.format("{}", "2027-01-31"), "vendor", "accepted", []),
        (SIDECAR.format("{}", "2027-01-31"), "buyer", None, ["suppression-in-input"]),
        (SIDECAR.format("{}", "2026-01-31"), "vendor", None, ["decision-expired"]),
        (SIDECAR.format("1:0", "2027-01-31"), "vendor", None, ["decision-unused"]),
        ('[[ignore]]\nfingerprint = "{}"\n', "vendor", None, ["decision-malformed"]),
        ("[[ignores]]\n", "vendor", None, ["decision-malformed"]),
        ("[[[", "vendor", None, ["decision-malformed"]),
    ],
)
def test_a_sidecar_is_obeyed_by_the_vendor_only(
    folder, fingerprint, text, profile, suppressed, codes
):
    (folder / "a.txt.claimlint.toml").write_text(text.format(fingerprint), encoding="utf-8")
    _, found, told = finding(folder, f"--profile={profile}")
    assert (found["suppressed"], told) == (suppressed, codes)


@pytest.mark.parametrize(
    ("text", "until", "suppressed"),
    [
        ("close tickets  without human Intervention", "2027-01-31", "accepted"),
        ("close tickets without human intervention", "2026-01-31", None),
        ("close all tickets without human intervention", "2027-01-31", None),
        ("close tickets", "2027-01-31", None),
    ],
)
def test_an_approved_wording_lets_through_what_lies_inside_it(folder, text, until, suppressed):
    approved = (
        f'[[approved]]\ntext = "{text}"\nevidence = "e.yaml"\nowner = "Ann"\nuntil = {until}\n'
    )
    write(folder, claimlint_toml=approved, e_yaml="The evidence of the house.\n")
    _, found, _ = finding(folder)
    assert found["suppressed"] == suppressed


def test_a_record_is_read_as_it_was_written(tmp_path):
    old = Entry(
        state=State.ACCEPTED, fingerprint="1:a", reason="é\n\u2028x", owner="A", until="2027-01-31"
    )
    new = Entry(state=State.DISMISSED, fingerprint="1:a", reason="r", owner="B", until="2027-01-31")
    debt = Entry(state=State.BASELINE, fingerprint="1:a", document="a.txt", text="words")
    path = tmp_path / NAME
    record.write(path, [old, debt, new])
    read = record.load(path)
    assert [(entry.state, entry.owner) for entry in read] == [("baseline", ""), ("dismissed", "B")]
    record.write(path, [old])
    assert record.load(path)[0].reason == old.reason
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


def test_a_record_may_open_with_the_mark_of_windows_editors(folder, fingerprint):
    row = {"state": "accepted", "fingerprint": fingerprint, **DECIDED}
    (folder / NAME).write_text(json.dumps(row) + "\r\n", encoding="utf-8-sig")
    assert finding(folder)[1]["suppressed"] == "accepted"
