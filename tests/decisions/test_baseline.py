"""Old debt: counted copy by copy, moved with renamed files, never grown in silence."""

from __future__ import annotations

import json
import os
import shutil
import sys

import pytest

from claimlint.datafiles import data_folder
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call, write

FILE = "claimlint.baseline.jsonl"


def written(folder, *arguments: str):
    return call("baseline", "write", *arguments, TODAY, cwd=folder)


def states(folder, *arguments: str) -> list[str | None]:
    options = ("-f", "json", TODAY, f"--baseline={FILE}")
    called = call("check", *arguments, *options, cwd=folder)
    assert called.status in (0, 1), called.err
    documents = json.loads(called.out)["documents"]
    return [finding["suppressed"] for d in documents for finding in d["findings"]]


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    called = written(tmp_path, "a.txt")
    assert (called.status, called.out) == (0, f"wrote {FILE}: 1 claim\n")
    return tmp_path


def test_what_stood_there_is_let_through_and_what_is_new_is_not(folder):
    assert states(folder, "a.txt") == ["baseline"]
    write(folder, a_txt=f"\n\n{CLEAN}\n{AUTONOMY}")
    assert states(folder, "a.txt") == ["baseline"]
    write(folder, a_txt=f"{AUTONOMY}\n{CLEAN}\n{AUTONOMY}")
    assert states(folder, "a.txt") == ["baseline", None]


def test_the_same_words_in_another_file_are_new(folder):
    write(folder, b_txt=AUTONOMY)
    assert states(folder, "b.txt", "a.txt") == [None, "baseline"]
    assert states(folder, "b.txt") == [None]


def test_a_file_that_was_renamed_keeps_its_debt_once(folder):
    (folder / "a.txt").rename(folder / "b.txt")
    write(folder, c_txt=AUTONOMY)
    assert states(folder, "b.txt", "c.txt") == ["baseline", None]


def test_pruning_and_writing_anew_take_a_renamed_file_for_what_it_was(folder):
    (folder / "a.txt").rename(folder / "b.txt")
    pruned = call("baseline", "prune", "b.txt", TODAY, cwd=folder)
    assert pruned.out == f"wrote {FILE}: 1 claim, 0 struck out\n"
    assert '"document": "b.txt"' in (folder / FILE).read_text(encoding="utf-8")
    (folder / "b.txt").rename(folder / "c.txt")
    assert written(folder, "c.txt").status == 0
    assert states(folder, "c.txt") == ["baseline"]


def test_it_is_the_same_from_another_folder(folder):
    inner = folder / "inner"
    inner.mkdir()
    options = (TODAY, f"--baseline=../{FILE}")
    assert call("check", "../a.txt", *options, cwd=inner).status == 0


def test_new_debt_is_refused_without_a_word(folder):
    before = (folder / FILE).read_bytes()
    write(folder, b_txt=AUTONOMY)
    called = written(folder, "a.txt", "b.txt")
    assert (called.status, called.out) == (1, "")
    assert "1 claim not in it" in called.err
    assert "b.txt: without human intervention" in called.err
    assert (folder / FILE).read_bytes() == before
    assert written(folder, "a.txt", "b.txt", "--accept-new").out == f"wrote {FILE}: 2 claims\n"
    assert states(folder, "a.txt", "b.txt") == ["baseline", "baseline"]


def test_writing_for_some_files_keeps_the_debt_of_others(folder):
    write(folder, b_txt=AUTONOMY)
    assert written(folder, "b.txt", "--accept-new").out == f"wrote {FILE}: 2 claims\n"


def test_pruning_strikes_out_what_is_gone_and_adds_nothing(folder):
    write(folder, b_txt=AUTONOMY, a_txt=CLEAN)
    called = call("check", "a.txt", TODAY, f"--baseline={FILE}", cwd=folder)
    assert "1 entry of the baseline no longer needed: claimlint baseline prune" in called.out
    called = call("baseline", "prune", "a.txt", "b.txt", TODAY, cwd=folder)
    assert called.out == f"wrote {FILE}: 0 claims, 1 struck out\n"
    assert (folder / FILE).read_bytes() == b""


@pytest.mark.parametrize("command", ["check", "baseline prune"])
def test_a_baseline_that_is_missing_or_broken_ends_the_run(tmp_path, command):
    write(tmp_path, a_txt=CLEAN)
    call_ = (*command.split(), "a.txt", f"--baseline={FILE}")
    assert call(*call_, cwd=tmp_path).status == 2
    (tmp_path / FILE).write_text("{}\n")
    called = call(*call_, cwd=tmp_path)
    assert (called.status, called.err) == (2, f'claimlint: {FILE}:1: no such state ""\n')


def test_nothing_is_written_where_a_document_could_not_be_read(tmp_path):
    write(tmp_path, a_txt=AUTONOMY, b_docx="")
    called = written(tmp_path, "a.txt", "b.docx")
    assert called.status == 3
    assert "nothing is written" in called.err
    assert not (tmp_path / FILE).exists()


def test_all_decisions_stand_in_one_list(folder):
    write(
        folder,
        b_md=f"<!-- claimlint: ignore autonomy -- x; owner=Ann; until=2027-01-31 -->\n{AUTONOMY}",
        c_md="<!-- claimlint: ignore -->\n\nA vase.\n",
    )
    options = ("--format=json", TODAY, f"--baseline={FILE}", "--profile=vendor")
    told = json.loads(call("suppressions", "b.md", "c.md", *options, cwd=folder).out)
    assert [(row["state"], row["stands"][:8]) for row in told] == [
        ("accepted", "holds"),
        ("baseline", "no claim"),
        ("malformed", "“claimli"),
    ]
    lines = call("suppressions", "b.md", "c.md", *options[1:], cwd=folder).out.splitlines()
    assert lines[-1] == "3 in all: 0 dismissed, 1 accepted, 1 baseline, 1 other"
    alone = call("suppressions", TODAY, f"--baseline={FILE}", cwd=folder).out
    assert "a.txt: not looked for" in alone


def test_what_the_papers_contradict_is_told_when_it_is_written_down(folder):
    shutil.copy(data_folder("examples") / "deck.pptx", folder)
    told = written(folder, "deck.pptx", "--accept-new").out.splitlines()
    assert told[1].endswith(" claims that the papers contradict: no baseline lets these through")


def test_papers_of_one_matter_are_so_for_the_baseline_as_for_a_check(tmp_path):
    call_ = ("baseline", "write", "a", "b", "--same-matter", TODAY)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, x_txt=AUTONOMY)
    assert call(*call_, cwd=tmp_path).status == 0
    options = ("--same-matter", f"--baseline={FILE}", TODAY)
    assert call("check", "a", "b", *options, cwd=tmp_path).status == 0


def test_a_claim_whose_decision_expired_is_no_old_debt(tmp_path):
    ignore = "<!-- claimlint: ignore autonomy -- pilot; owner=Mia; until=2026-10-01 -->"
    write(tmp_path, a_md=f"{ignore}\n{AUTONOMY}")
    called = written(tmp_path, "a.md", "--profile=vendor")
    assert called.out == f"wrote {FILE}: 0 claims\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no such names")
def test_a_file_whose_name_is_no_utf_8_keeps_its_debt(tmp_path):
    name = os.fsdecode(b"b\xff.txt")
    (tmp_path / name).write_text(AUTONOMY, encoding="utf-8")
    assert written(tmp_path, name).out == f"wrote {FILE}: 1 claim\n"
    assert states(tmp_path, name) == ["baseline"]
    assert call("baseline", "prune", name, TODAY, cwd=tmp_path).out.endswith(
        "1 claim, 0 struck out\n"
    )
