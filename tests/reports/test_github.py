"""Annotations that GitHub shows on the right line, and nothing that a document can smuggle in."""

from __future__ import annotations

import re

from tests.cli.calls import AUTONOMY, TODAY, call, write

COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")


def told(folder, *arguments: str) -> list[tuple[str, dict[str, str], str]]:
    called = call("check", *arguments, "-f", "github", TODAY, cwd=folder)
    found = [COMMAND.fullmatch(line) for line in called.out.splitlines()]
    assert all(found), called.out
    return [(m[1], dict(pair.split("=", 1) for pair in m[2].split(",")), m[3]) for m in found if m]


def test_a_finding_stands_on_its_line_and_column(tmp_path):
    write(tmp_path, a_md=f"# Title\n\nHello. {AUTONOMY}")
    ((name, where, message),) = told(tmp_path, "a.md")
    assert (name, where["file"], where["line"], where["col"]) == ("error", "a.md", "3", "33")
    assert where["title"] == "autonomy.no-person (line 3)"
    assert message.startswith("“without human intervention” is a strong claim of autonomy.")


def test_paths_are_those_of_the_working_folder_however_they_were_given(tmp_path):
    (tmp_path / "a,b: c").mkdir()
    write(tmp_path / "a,b: c", d_txt=AUTONOMY)
    ((_, where, _),) = told(tmp_path, str(tmp_path / "a,b: c" / "d.txt"))
    assert where["file"] == "a%2Cb%3A c/d.txt"


def test_no_words_of_a_document_start_a_command(tmp_path):
    write(
        tmp_path,
        a_txt="Works 100% \r::set-output name=x::y without human intervention\n::error::boo\n",
    )
    found = told(tmp_path, "a.txt")
    assert {where["file"] for _, where, _ in found} == {"a.txt"}


def test_the_gravest_come_first_because_github_shows_ten(tmp_path):
    write(tmp_path, a_txt=f"Saves up to 22 hours a week.\n\n{AUTONOMY}")
    assert [name for name, _, _ in told(tmp_path, "a.txt")] == ["error", "warning"]


def test_what_was_not_read_is_an_error(tmp_path):
    ((name, where, message),) = told(tmp_path, "gone.md")
    assert (name, where, message) == (
        "error",
        {"file": "gone.md", "title": "not read"},
        "no such file or folder",
    )


def test_the_summary_is_a_table_that_a_document_cannot_break(tmp_path):
    name = "a`b` [x](y) &amp;.txt"
    (tmp_path / name).write_text(AUTONOMY, encoding="utf-8")
    out = call("check", name, "-f", "github-summary", TODAY, cwd=tmp_path).out
    (row,) = (line for line in out.splitlines() if line.startswith("| error"))
    assert row.count("|") == 5
    assert not set("<>[]`*") & set(row)


def test_a_summary_stays_short_whatever_was_not_read(tmp_path):
    gone = [f"gone{number}.md" for number in range(80)]
    out = call("check", *gone, "-f", "github-summary", TODAY, cwd=tmp_path).out
    told = [line for line in out.splitlines() if line.startswith("Not read, or only in part: ")]
    assert len(told) == 51
    assert told[-1].endswith(" 30 more")
