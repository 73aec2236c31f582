"""Papers that claimlint wrote and that lie among a vendor's are no evidence."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.questionnaire import docx_form, xlsx
from claimlint.questionnaire.build import build
from claimlint.reports.look import Look
from claimlint.reports.papers import brief, markdown, memo, rewrite
from claimlint.reports.tools import github, lines
from claimlint.session import check, library
from claimlint.settings import Settings

SETTINGS = Settings(today=date(2026, 11, 23))
COPY = "Our agents close tickets without human intervention, 99 % accurate.\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    (folder / "copy.md").write_text(COPY, encoding="utf-8")
    return check([folder], SETTINGS)


@pytest.fixture(scope="module")
def written(report):
    asked = build(report, library(SETTINGS)[1])
    return {
        "questions.xlsx": xlsx.render(asked),
        "questions.docx": docx_form.render(asked),
        "memo.docx": memo.word(report),
        "brief.docx": brief.word(report),
        "rewrite.docx": rewrite.word(report),
        "report.md": markdown.render(report, Look()).encode(),
        "lines.txt": lines.render(report, Look()).encode(),
        "summary.md": github.summary(report, Look()).encode(),
    }


@pytest.mark.parametrize(
    "name",
    [
        "questions.xlsx",
        "questions.docx",
        "memo.docx",
        "brief.docx",
        "rewrite.docx",
        "report.md",
        "lines.txt",
        "summary.md",
    ],
)
def test_it_shows_nothing_and_says_why(name, written, report, tmp_path):
    (tmp_path / "copy.md").write_text(COPY, encoding="utf-8")
    (tmp_path / name).write_bytes(written[name])
    again = check([tmp_path], SETTINGS)
    before, now = (
        [item.verdict for matter in each.matters for item in matter.evidence if item.required]
        for each in (report, again)
    )
    assert now == before
    ours = next(document for document in again.documents if document.path.endswith(name))
    assert "own-paper" in {notice.code for notice in ours.notices}
