"""`claimlint questions` and `answers` from the command line, and how wrong calls end."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call

GERMAN = (
    "Der Agent bearbeitet alle Anfragen rund um die Uhr und ohne dass ein Mensch dabei eingreifen "
    "muss, weil er selbst entscheidet, was zu tun ist.\n"
)
INVOLVEMENT = {
    "step": "clerks correct fields that the reader is unsure of",
    "share": "6 % of all invoices",
    "employer": "employed by Acme Data Services in Manila",
    "period": "July to September 2026",
    "data-seen": "they see the full image of the invoice",
    "switched-off": "can be switched off for each customer",
}


@pytest.fixture
def papers(tmp_path):
    (tmp_path / "a.txt").write_text(AUTONOMY)
    return tmp_path


def test_questions_and_answers_go_round(papers):
    made = call("questions", "a.txt", "-o", "q.csv", TODAY, cwd=papers)
    assert (made.status, made.err) == (0, "")
    told = "5 questions about 1 claim, 2 of them owed by every seller, due 2026-12-07"
    assert made.out == f"wrote q.csv: {told}\n"
    back = call("answers", "q.csv", "-f", "json", "-o", "next.xlsx", TODAY, cwd=papers)
    assert (back.status, back.err) == (1, "")
    assert json.loads(back.out)["summary"] == {
        "contradicted": 0, "open": 5, "partial": 0, "closed": 0,
    }  # fmt: skip
    assert (papers / "next.xlsx").is_file()
    again = call("answers", "q.csv", "--check", "a.txt", "--exit-zero", TODAY, cwd=papers)
    assert again.status == 0
    assert "5 open" in again.out.splitlines()[-1]


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_papers_without_a_claim_are_asked_for_what_every_seller_owes(papers, form):
    (papers / "b.txt").write_text(CLEAN)
    made = call("questions", "b.txt", "-o", f"q.{form}", TODAY, cwd=papers)
    told = "4 questions that every seller owes an answer to, due 2026-12-07\n"
    assert (made.status, made.out) == (0, f"wrote q.{form}: {told}")
    back = call("answers", f"q.{form}", "-f", "json", "-o", "next.csv", TODAY, cwd=papers)
    assert json.loads(back.out)["summary"]["open"] == 4
    assert "none of its claims" not in back.out
    assert (papers / "next.csv").read_text().count(" claims ") == 4
    again = call("answers", f"q.{form}", "--check", "b.txt", "--exit-zero", TODAY, cwd=papers)
    assert "4 open" in again.out.splitlines()[-1]


def test_an_answer_that_every_seller_owes_closes_its_question(papers):
    (papers / "b.txt").write_text(CLEAN)
    call("questions", "b.txt", "-o", "q.csv", TODAY, cwd=papers)
    rows = list(csv.reader(io.StringIO((papers / "q.csv").read_text(encoding="utf-8-sig"))))
    answer = next(row.index("Your answer") for row in rows if "Your answer" in row)
    for row in rows:
        name = row[-1].partition("/")
        if name[0] == "human-involvement" and name[2] in INVOLVEMENT:
            row[answer] = INVOLVEMENT[name[2]]
    with (papers / "q.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    for more in ([], ["--check", "b.txt"]):
        back = call("answers", "q.csv", "-f", "json", *more, TODAY, cwd=papers)
        summary = json.loads(back.out)["summary"]
        assert (summary["closed"], summary["open"]) == (1, 3), more


def test_where_nothing_is_to_ask_no_questionnaire_is_written(papers):
    (papers / "b.txt").write_text(GERMAN)
    ended = call("questions", "b.txt", "-o", "none.xlsx", TODAY, cwd=papers)
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
