"""What the program prints and where: pipes, files, standard input, exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from msgspec import structs

from claimlint.cli import output, reporting
from claimlint.datafiles import data_folder
from claimlint.document import Revision
from claimlint.reports.text import passages
from claimlint.score.evidence_examples import paper
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call, spawn, write

DECK = data_folder("examples") / "deck.pptx"


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (AUTONOMY, (), 1),
        (CLEAN, (), 0),
        (AUTONOMY, ("--exit-zero",), 0),
        (AUTONOMY, ("--fail-on=never",), 0),
        ("Saves up to 22 hours a week.\n", ("--fail-on=error",), 0),
        ("Saves up to 22 hours a week.\n", ("--fail-on=note",), 1),
    ],
)
def test_the_status_follows_the_findings(tmp_path, text, options, status):
    write(tmp_path, a_txt=text)
    assert call("check", "a.txt", TODAY, *options, cwd=tmp_path).status == status


def test_a_pipe_gets_plain_text_of_100_columns(tmp_path):
    called = call("check", str(DECK), TODAY, cwd=tmp_path)
    assert called.err == ""
    assert "\x1b" not in called.out
    assert 90 < max(map(len, called.out.splitlines())) <= 100


@pytest.mark.parametrize(
    ("columns", "width"), [("80", 80), ("140", 140), ("wide", 100), ("0", 100)]
)
def test_a_pipe_keeps_to_the_columns_that_the_environment_names(tmp_path, columns, width):
    write(tmp_path, a_txt=AUTONOMY * 3)
    lines = call("check", "a.txt", TODAY, cwd=tmp_path, COLUMNS=columns).out.splitlines()
    assert width - 20 < max(map(len, lines)) <= width


def test_standard_input_is_read_as_what_it_is(tmp_path):
    text = call("check", "-", "-f", "json", TODAY, cwd=tmp_path, stdin=AUTONOMY.encode())
    deck = call("check", "-", "-f", "json", TODAY, cwd=tmp_path, stdin=DECK.read_bytes())
    (told,), (shown,) = (json.loads(each.out)["documents"] for each in (text, deck))
    assert (told["path"], told["format"], len(told["findings"])) == ("-", "text", 1)
    assert (shown["path"], shown["format"], shown["coverage"]["pages"]) == ("-", "pptx", 12)


def test_standard_input_is_called_so_for_people(tmp_path):
    told = call("check", "-", TODAY, cwd=tmp_path, stdin=AUTONOMY.encode())
    assert told.out.startswith("standard input  ")


def test_standard_input_without_text_is_unreadable(tmp_path):
    called = call("check", "-", "-o", "report.txt", cwd=tmp_path)
    assert (called.status, called.err) == (3, "claimlint: -: the file is empty\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_standard_input_that_is_closed_is_unreadable(tmp_path):
    line = f'"{sys.executable}" -m claimlint check - -o report.txt <&-'
    done = subprocess.run(
        ["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (3, "claimlint: -: standard input is closed\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows closes pipes in another way")
@pytest.mark.parametrize(
    "command",
    ["check a.txt", "rules", "config show", "cache where", "--help", "rules --help", "--version"],
)
def test_a_pipe_that_nobody_reads_ends_the_program_without_a_word(command, tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    read, written = os.pipe()
    os.close(read)
    with os.fdopen(written, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "claimlint", *command.split()],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )
    assert (done.returncode, done.stderr) == (141, "")


def test_the_report_in_a_file_is_the_report_in_the_pipe(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    piped = call("check", "a.txt", TODAY, cwd=tmp_path)
    filed = call("check", "a.txt", TODAY, "--output", "report.txt", cwd=tmp_path)
    assert (filed.status, filed.out, filed.err) == (1, "", "")
    assert (tmp_path / "report.txt").read_bytes().decode() == piped.out


@pytest.mark.parametrize(
    ("name", "opens"),
    [("a.html", "<!DOCTYPE html>"), ("a.md", "#"), ("a.xml", "<?xml"), ("a.log", "a.txt  ")],
)
def test_a_file_without_a_format_gets_that_of_its_name(name, opens, tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    call("check", "a.txt", TODAY, "--output", name, cwd=tmp_path)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(opens)


def test_the_same_input_gives_the_same_bytes(tmp_path):
    papers = [str(DECK.with_name(name)) for name in ("deck.pptx", "copy.md", "agreement.docx")]
    calls = [
        spawn("check", *papers, "-f", "json", TODAY, "--jobs", jobs, cwd=tmp_path, **env)
        for jobs, env in (("1", {"PYTHONHASHSEED": "1"}), ("2", {"PYTHONHASHSEED": "2"}))
    ]
    assert calls[0].out == calls[1].out
    assert calls[0].status == calls[1].status == 1


def test_the_day_comes_from_the_call_or_from_the_source_date(tmp_path):
    write(tmp_path, a_txt=CLEAN)
    epoch = {"SOURCE_DATE_EPOCH": "1795392000"}
    said = call("check", "a.txt", "-f", "json", "--today=2027-01-31", cwd=tmp_path, **epoch)
    held = call("check", "a.txt", "-f", "json", cwd=tmp_path, **epoch)
    days = [json.loads(called.out)["tool"]["today"] for called in (said, held)]
    assert days == ["2027-01-31", "2026-11-23"]


def test_the_version_is_that_of_the_package(tmp_path):
    from claimlint import __version__

    for arguments in (("--version",), ("--version", "check")):
        called = spawn(*arguments, cwd=tmp_path)
        assert (called.status, called.out) == (0, f"claimlint {__version__}\n")


def test_extract_shows_each_passage_after_its_place(tmp_path):
    write(tmp_path, a_md="# Title\n\nIt works.\n\n- alone\n")
    called = call("extract", "a.md", cwd=tmp_path)
    assert called.status == 0
    assert called.out.splitlines()[1:] == [
        "  line 1: Title",
        "  line 3: It works.",
        "  line 5: alone",
    ]


def test_extract_marks_what_tracked_changes_deleted():
    document = paper("It may change without notice.")
    (passage,) = document.passages
    struck = structs.replace(passage, revision=Revision.DELETED)
    shown = passages.render(structs.replace(document, passages=(struck,)))
    assert "line 1 [deleted]: It may change" in shown


def test_explain_and_rules_name_the_same_things(tmp_path):
    rows = json.loads(call("rules", "--format=json", cwd=tmp_path).out)
    listed = call("rules", cwd=tmp_path).out
    names = [row["id"] for row in rows]
    assert len(names) == len(set(names))
    assert [name for name in names if f"  {name} " not in listed] == []
    for name in ("autonomy", "autonomy.no-person", "as-is", "accuracy-evaluation"):
        assert name in names
        assert name in call("explain", name, cwd=tmp_path, COLUMNS="80").out


def test_rules_are_listed_one_a_line_and_wrapped_on_a_screen():
    from claimlint.cli.commands.rules import _lines

    entries = [("claims", "autonomy.no-person", "Work is done. " * 9), ("evidence", "x", "Shown.")]
    plain = list(_lines(entries, None))
    wrapped = "\n".join(_lines(entries, 60)).splitlines()
    assert len(plain) == 5
    assert max(map(len, wrapped)) <= 60
    assert " ".join(wrapped).split() == " ".join(plain).split()


def test_evaluate_prints_a_table_or_json(tmp_path):
    row = {
        "id": "a-001",
        "part": "tune",
        "voice": "a",
        "kind": "marketing",
        "unit": "sentence",
        "text": AUTONOMY.strip(),
        "claims": [{"span": "x", "category": "autonomy", "strength": "strong"}],
        "clause": None,
        "near": None,
        "note": None,
    }
    write(tmp_path, units_jsonl=json.dumps(row))
    card = json.loads(call("evaluate", "units.jsonl", "--format=json", cwd=tmp_path).out)
    assert (card["samples"], card["units"]["hits"]) == (1, 1)
    table = call("evaluate", "units.jsonl", "--errors", cwd=tmp_path)
    assert table.status == 0
    assert "1 labelled units" in table.out


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        (1, "1 file, folder or link of the folders was passed over (1 .bin)."),
        (2, "2 files, folders or links of the folders were passed over (2 .bin)."),
    ],
)
def test_what_folders_held_besides_is_told_in_good_english(tmp_path, hidden, told):
    write(tmp_path, a_txt=CLEAN, **{f"b{number}_bin": b"1" for number in range(hidden)})
    assert told in call("check", ".", TODAY, cwd=tmp_path).out


def test_what_can_be_done_with_cards_and_tables_of_a_folder_is_told(tmp_path):
    write(tmp_path, a_txt=CLEAN, bom_json="{}", results_csv="n")
    out = " ".join(call("check", ".", TODAY, cwd=tmp_path).out.split())
    assert ". Cards of evidence in .json or .xml count where --evidence" in out
    assert "Tables in .csv are read once they are saved as .xlsx." in out


def test_a_folder_of_other_kinds_says_which(tmp_path):
    write(tmp_path, hero_jsx="<h1>Words</h1>", _hidden_md=CLEAN)
    (tmp_path / "_hidden.md").rename(tmp_path / ".hidden.md")
    assert call("check", ".", TODAY, cwd=tmp_path).err == (
        "claimlint: .: the folder holds no file that claimlint reads (1 .jsx, 1 hidden, linked, "
        "excluded or without a suffix)\n"
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_changes_no_status(tmp_path, closed):
    write(tmp_path, a_txt=AUTONOMY)
    line = f'"$0" -m claimlint check a.txt {TODAY} {closed}'
    done = subprocess.run(
        ["sh", "-c", line, sys.executable], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "a.txt", TODAY, "-f", "json=-"),
        ("check", "a.txt", TODAY, "-f", "lines", "-o", "-"),
        ("label", "a.txt", TODAY, "--format", "json", "-o", "-"),
        ("extract", "a.txt", "-o", "-"),
    ],
)
def test_a_report_to_the_file_dash_goes_to_standard_output(tmp_path, arguments):
    write(tmp_path, a_txt=AUTONOMY)
    assert "a.txt" in call(*arguments, cwd=tmp_path).out
    assert not (tmp_path / "-").exists()


def test_a_copy_does_not_go_to_standard_output(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    called = call("annotate", "a.txt", "-o", "-", TODAY, cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert "name a file" in called.err


def test_a_very_long_report_is_written_in_pieces_and_kept_nowhere(tmp_path, monkeypatch):
    write(tmp_path, a_txt=AUTONOMY, b_txt=CLEAN)
    asked = ("check", "a.txt", "b.txt", "--isolated", TODAY, "-f")
    kept = str(tmp_path / "cache")
    once = call(*asked, "json", "--no-cache", cwd=tmp_path)
    monkeypatch.setattr(reporting, "_LONG", 0)
    assert call(*asked, "json=two.out", cwd=tmp_path, CLAIMLINT_CACHE_DIR=kept).status == 1
    shown = call(*asked, "json", cwd=tmp_path, CLAIMLINT_CACHE_DIR=kept)
    assert (tmp_path / "two.out").read_text("utf-8") == once.out == shown.out


def test_a_report_that_is_not_written_to_its_end_is_removed(tmp_path):
    def broken():
        yield b"{"
        raise KeyboardInterrupt

    target = tmp_path / "report.json"
    target.write_text("of yesterday")
    with pytest.raises(KeyboardInterrupt):
        output.write(broken(), target)
    assert not target.exists()
