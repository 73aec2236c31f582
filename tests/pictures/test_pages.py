"""Pictures of pages: drawn apart, marked pages first; what cannot be drawn is left out."""

from __future__ import annotations

import io
import sys
from datetime import date

import pytest
from msgspec.structs import replace
from PIL import Image

from claimlint.machine import children
from claimlint.pictures import pages
from claimlint.pictures.pages import drawn, pictures_of, wanted
from claimlint.session import check
from claimlint.settings import Settings
from tests.build.pdf import lines, pdf


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    def wide(canvas):
        canvas.setPageSize((500, 300))
        canvas.setPageRotation(90)
        lines("It works without human oversight.")(canvas)

    file = tmp_path_factory.mktemp("pictures") / "paper.pdf"
    file.write_bytes(pdf(lines("A cover."), wide))
    return file


@pytest.fixture(scope="module")
def report(path):
    return check([path], Settings(today=date(2026, 11, 23)))


@pytest.fixture(scope="module")
def pictures(report):
    return pictures_of(report)


def test_pages_with_claims_come_first_and_have_the_size_of_the_page_as_displayed(pictures):
    assert [(p.page, p.width, p.height) for p in pictures] == [(2, 500, 300), (1, 400, 600)]
    with Image.open(io.BytesIO(pictures[0].png)) as image:
        assert image.size == (1100, 660)
        assert len(image.convert("RGB").getcolors(1 << 20)) > 2


def test_the_same_file_gives_the_same_pictures(report, pictures):
    assert pictures_of(report) == pictures


def test_a_file_that_changed_or_is_gone_has_no_pictures(report):
    (document,) = report.documents
    other = replace(document, sha256="0" * 64)
    assert pictures_of(replace(report, documents=(other,))) == ()
    gone = replace(document, path=f"{document.path}.gone")
    assert pictures_of(replace(report, documents=(gone,))) == ()


def test_a_damaged_file_has_no_pictures():
    assert list(drawn(b"%PDF-1.7 nothing", "x.pdf", (1,), 1 << 20)) == []


def test_a_page_on_which_the_process_dies_is_passed_over(path, monkeypatch):
    asked = []
    honest = pages.ask

    def dying(module, request, data):
        asked.append(request)
        answer = honest(module, request, data)
        return children.Answer(answer.parts[:1], "died") if len(asked) == 1 else answer

    monkeypatch.setattr(pages, "ask", dying)
    found = list(drawn(path.read_bytes(), "x.pdf", (1, 2, 1), 1 << 24))
    assert [picture.page for picture in found] == [1, 1]


def test_so_many_bytes_and_no_more(path):
    assert list(drawn(path.read_bytes(), "x.pdf", (1, 2), 100)) == []


def test_a_long_document_has_80_pictures_at_most(report):
    (document,) = report.documents
    long = replace(document, coverage=replace(document.coverage, pages=500))
    assert len(wanted(long)) == 80
    assert wanted(long)[:2] == (2, 1)


def test_a_process_that_hangs_is_ended(monkeypatch):
    command = (sys.executable, "-c", "import time; time.sleep(60)")
    monkeypatch.setattr(children, "python_command", lambda module: command)
    answer = children.ask("any", b"", b"", seconds=0.3)
    assert answer.parts == ()
    assert "0.3 seconds" in (answer.fault or "")
