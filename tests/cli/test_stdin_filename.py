"""Standard input goes by a name that the call gives it, as with other linters."""

from __future__ import annotations

import io
import json
import sys
from datetime import date

import pytest

import claimlint
from tests.cli.calls import AUTONOMY, TODAY, Called, call, write

HTML = f"<title>Agents</title><p>{AUTONOMY}</p>".encode()


def piped(folder, name: str, *options: str, stdin: bytes = HTML) -> Called:
    return call("check", "-", "--stdin-filename", name, *options, TODAY, cwd=folder, stdin=stdin)


def document(called: Called) -> dict:
    (found,) = json.loads(called.out)["documents"]
    return found


def test_the_report_is_that_of_a_file_with_this_name(tmp_path):
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "page.html").write_bytes(HTML)
    named = call("check", "copy/page.html", "-f", "json", TODAY, cwd=tmp_path)
    assert named.status == 1
    (tmp_path / "copy" / "page.html").write_text("something older", encoding="utf-8")
    assert piped(tmp_path, "copy/page.html", "-f", "json") == named


@pytest.mark.parametrize(
    ("name", "format_"), [("a.md", "markdown"), ("a.html", "html"), ("a.txt", "text")]
)
def test_the_name_decides_the_format(tmp_path, name, format_):
    found = document(piped(tmp_path, name, "-f", "json", stdin=AUTONOMY.encode()))
    assert (found["path"], found["format"]) == (name, format_)


def test_a_name_of_a_kind_that_no_reader_reads_is_told(tmp_path):
    called = piped(tmp_path, "a.exe")
    assert called.status == 3
    assert called.out.startswith("a.exe  could not be read\n  not read: no reader for this kind")


def test_settings_for_files_of_that_name_hold(tmp_path):
    write(tmp_path, claimlint_toml='[[overrides]]\nfiles = ["blog/**"]\nignore = ["autonomy"]\n')
    assert piped(tmp_path, "blog/a.html").status == 0
    assert piped(tmp_path, "copy/a.html").status == 1


def test_a_name_that_is_excluded_is_passed_over_by_force_only(tmp_path):
    assert piped(tmp_path, "drafts/a.html", "--exclude", "drafts").status == 1
    assert piped(tmp_path, "drafts/a.html", "--exclude", "drafts", "--force-exclude").status == 0


def test_the_dossier_beside_the_name_is_used(tmp_path):
    (tmp_path / "copy").mkdir()
    write(tmp_path / "copy", **{"claimlint.evidence_yaml": "nonsense: [\n"})
    called = piped(tmp_path, "copy/a.html")
    assert (called.status, "copy/claimlint.evidence.yaml" in called.err) == (2, True)


@pytest.mark.parametrize(
    ("paths", "name", "told"),
    [
        (("a.md",), "b.md", "b.md names standard input, which is not read; add - to the paths"),
        (("-",), "", "--stdin-filename is empty; leave it out"),
    ],
)
def test_a_name_that_cannot_be_used_is_a_wrong_call(tmp_path, paths, name, told):
    called = call("check", *paths, f"--stdin-filename={name}", TODAY, cwd=tmp_path)
    assert called.status == 2
    assert told in called.err


def test_extract_reads_standard_input_by_its_name_too(tmp_path):
    called = call("extract", "-", "--stdin-filename", "a.html", cwd=tmp_path, stdin=HTML)
    assert called.out.startswith("a.html (html, read)")


def test_the_python_api_takes_the_name_with_the_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HTML)))
    settings = claimlint.Settings(today=date(2026, 11, 23), stdin_filename="copy/a.html")
    (found,) = claimlint.check(["-"], settings).documents
    assert (found.path, found.format, len(found.findings)) == ("copy/a.html", "html", 1)
