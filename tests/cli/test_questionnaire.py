"""`claimlint questions` and `answers` from the command line, and how wrong calls end."""

from __future__ import annotations

import json

import pytest

from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call


@pytest.fixture
def papers(tmp_path):
    (tmp_path / "a.txt").write_text(AUTONOMY)
    return tmp_path


def test_questions_and_answers_go_round(papers):
    made = call("questions", "a.txt", "-o", "q.csv", TODAY, cwd=papers)
    assert (made.status, made.err) == (0, "")
    assert made.out == "wrote q.csv: 3 questions about 1 claim, due 2026-12-07\n"
    back = call("answers", "q.csv", "-f", "json", "-o", "next.xlsx", TODAY, cwd=papers)
    assert (back.status, back.err) == (1, "")
    assert json.loads(back.out)["summary"] == {
        "contradicted": 0, "open": 3, "partial": 0, "closed": 0,
    }  # fmt: skip
    assert (papers / "next.xlsx").is_file()
    again = call("answers", "q.csv", "--check", "a.txt", "--exit-zero", TODAY, cwd=papers)
    assert again.status == 0
    assert "3 open" in again.out.splitlines()[-1]


def test_where_nothing_is_to_ask_no_questionnaire_is_written(papers):
    (papers / "b.txt").write_text(CLEAN)
    ended = call("questions", "b.txt", "-o", "none.xlsx", TODAY, cwd=papers)
    assert ended.status == 0
    assert ended.out == "nothing to ask: none.xlsx is not written\n"
    assert not (papers / "none.xlsx").exists()


def test_a_paper_that_cannot_be_read_is_told_beside_the_answers(papers):
    call("questions", "a.txt", "-o", "q.csv", TODAY, cwd=papers)
    ended = call("answers", "q.csv", "--check", "a.txt", "--check", "none.pdf", TODAY, cwd=papers)
    assert ended.status == 3
    assert ended.err.startswith("claimlint: none.pdf: ")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["questions", "a.txt", "-o", "q.pdf"], 2, "ends in .xlsx, .docx, .csv"),
        (["questions", "a.txt", "-o", "q.csv", "--due", "soon"], 2, "--due"),
        (["questions", "a.txt", "-o", "a.csv", "--today", "x"], 2, "--today"),
        (["answers", "a.txt"], 3, "no questionnaire of claimlint"),
        (["answers", "none.xlsx"], 3, "no such file"),
        (["answers", "."], 2, "is a folder"),
        (["answers", "a.txt", "--dossier", "d.json"], 2, "ends in .yaml"),
        (["answers", "a.txt", "-o", "a.txt"], 2, "--output"),
    ],
)
def test_a_wrong_call_ends_in_one_line(arguments, status, told, papers):
    ended = call(*arguments, cwd=papers)
    assert ended.status == status
    assert told in ended.err
    assert ended.err.count("\n") == 1
    assert ended.err.startswith("claimlint: ")
