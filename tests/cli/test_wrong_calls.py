"""A wrong call ends with 2 and one line that says what is wrong, before any work is done."""

from __future__ import annotations

import pytest

from tests.cli.calls import AUTONOMY, call, write


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check",), "Missing argument 'PATH'"),
        (("chek", "a.txt"), "No such command 'chek'"),
        (("a.txt",), "a.txt: is no command; to check it: claimlint check a.txt"),
        (("desk",), "No such command 'desk'; did you mean 'serve'?"),
        (("advice",), "No such command 'advice'; claimlint --help lists them"),
        (("check", "a.txt", "-o", "b.docx"), "say with --format what it is: brief, memo, rewrite"),
        (("check", "a.txt", "--evidense", "x"), "No such option: --evidense"),
        (("check", "a.txt", "--today", "23.11.2026"), "--today: '23.11.2026' is no day"),
        (("check", "a.txt", "--today", ""), "--today is empty; leave it out"),
        (("check", "a.txt", "--limit", "minutes=1"), "--limit: no limit called 'minutes'"),
        (("check", "a.txt", "--limit", "seconds"), "--limit seconds: '' is no positive number"),
        (("check", "a.txt", "--limit", "seconds=-1"), "--limit seconds: '-1' is no positive"),
        (("check", "a.txt", "--limit", "seconds=nan"), "--limit seconds: 'nan' is no positive"),
        (("check", "a.txt", "--limit", "seconds=inf"), "--limit seconds: 'inf' is no positive"),
        (("check", "a.txt", "--limit", "pages=0.5"), "--limit pages: '0.5' is no positive"),
        (("check", "a.txt", "--fail-on", "fatal"), "Invalid value for '--fail-on': 'fatal'"),
        (("check", "a.txt", "--format", "xml"), '--format: no report format called "xml"'),
        (("check", "a.txt", "--kind", "novel"), "Invalid value for '--kind': 'novel'"),
        (("check", "a.txt", "--jobs", "0"), "Invalid value for '--jobs'"),
        (("check", "a.txt", "--jobs", "many"), "Invalid value for '--jobs'"),
        (("check", "a.txt", "--rules", "gone"), "'gone' does not exist"),
        (("check", "a.txt", "--rules", "a.txt"), "'a.txt' is a file"),
        (("check", "a.txt", "--evidence", "gone.yaml"), "'gone.yaml' does not exist"),
        (("check", "a.txt", "--output", "gone/report.txt"), "there is no folder gone"),
        (("check", "a.txt", "--output", "."), "--output .: is a folder"),
        (("check", "a.txt", "--output", "a.txt"), "is one of the files to check"),
        (("extract", "a.txt", "--output", "a.txt"), "is one of the files to check"),
        (("extract",), "Missing argument 'PATH'"),
        (("explain",), "Missing argument 'ID'"),
        (("evaluate", "gone"), "gone: cannot be read"),
        (("evaluate", "a.txt"), "a.txt:1: not a labelled unit"),
        (("evaluate", "--part", "neither"), "no labelled units in it; known are test, tune"),
        (("check", "a.txt", "--select", "zorb"), '"zorb"; claimlint rules lists them'),
        (("check", ""), "an argument is empty; leave it out"),
        (("diff", "a.txt", ""), "an argument is empty; leave it out"),
        (("check", "a.txt", "-o", ""), "-o is empty; leave it out"),
        (("check", "a.txt", "--config="), "--config is empty; leave it out"),
        (("init", ""), "an argument is empty; leave it out"),
        (
            ("init", "gone/my.yaml"),
            "gone/my.yaml: no such folder; the file in it is called claimlint.",
        ),
        (("annotate", ".", "-o", "b.md"), ".: is a folder, not a file; annotate takes one file"),
        (("check", "a.txt", "--config", "."), "--config .: is a folder, not a file"),
        (("rules", "new", "zorb"), 'no category called "zorb"; known are autonomy, independent'),
    ],
)
def test_is_told_in_one_line(tmp_path, arguments, told):
    write(tmp_path, a_txt=AUTONOMY)
    called = call(*arguments, cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith("claimlint: ")
    assert called.err.count("\n") == 1
    assert told in called.err
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == AUTONOMY


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "folder"), "folder: the folder holds no file that claimlint reads"),
        (("extract", "folder"), "folder: the folder holds no file that claimlint reads"),
        (("check", "a.txt", "--model", "en_core_web_xxl"), "no language model of that name"),
        (("check", "a.txt", "--model", "json"), "no language model of that name"),
        (("check", "a.txt", "--model", "../x"), "no language model of that name"),
        (("check", "a.txt", "--rules", "folder"), "--rules folder: no folder of all rules"),
        (("evaluate", "--rules", "folder"), "--rules folder: no folder of all rules"),
        (("explain", "autonomi"), 'did you mean "autonomy"'),
        (("explain", "qqqq"), 'nothing is called "qqqq"'),
    ],
)
def test_is_told_in_one_line_once_the_rules_are_read(tmp_path, arguments, told):
    write(tmp_path, a_txt=AUTONOMY)
    (tmp_path / "folder").mkdir()
    called = call(*arguments, cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert called.err.count("\n") == 1
    assert told in called.err


@pytest.mark.parametrize("seconds", ["soon", "99999999999999999999"])
def test_a_source_date_that_is_none_is_told(tmp_path, seconds):
    write(tmp_path, a_txt=AUTONOMY)
    called = call("check", "a.txt", cwd=tmp_path, SOURCE_DATE_EPOCH=seconds)
    assert called.status == 2
    assert f"SOURCE_DATE_EPOCH: '{seconds}'" in called.err


def test_a_call_without_anything_shows_the_help(tmp_path):
    called = call(cwd=tmp_path)
    assert called.status == 2
    assert "Usage: claimlint" in called.out
    assert called.err == ""


def test_the_help_names_only_kinds_of_files_that_are_read(tmp_path):
    from claimlint.file_types import suffixes

    shown = call("check", "--help", cwd=tmp_path).out
    assert "<bool>" not in shown
    named = {word for word in shown.split() if word.startswith(".") and word[1:].isalpha()}
    assert named >= {".pdf", ".pptx", ".docx", ".html", ".md", ".txt", ".eml"}
    assert named - {".gitignore"} <= set(suffixes())
