"""A footnote does the same in every format: it supplies fields, takes back, or is missed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import wrap

import pytest
from msgspec.structs import replace

import claimlint
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.notices import notices
from claimlint.terms import Category, Verdict
from tests.build.office import Part, docx, note, p, pptx, r, shape, slide, story
from tests.build.pdf import lines, pdf, together
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
CLAIM = "Pays every invoice without human intervention"
BACK = "A clerk approves each payment."
FIELDS = "62 % of 41,300 invoices were paid without a person touching them (April to June 2026)."
RATE = "InvoiceBot reads 96 % of fields right"
STUDY = (
    "Field accuracy 96.2 %, n = 3,120 invoices, random sample of production at nine wholesale "
    "customers, version 4.2, scored by Lab Y in September 2026, clerks 97 %."
)


def _markdown(claim: str, note_text: str) -> bytes:
    return f"{claim}.[^a]\n\nMore words.\n\n[^a]: {note_text}\n".encode()


def _asterisk(claim: str, note_text: str) -> bytes:
    return f"{claim}.*\n\nMore words.\n\n\\* {note_text}\n".encode()


def _star_bullet(claim: str, note_text: str) -> bytes:
    return f"{claim}.*\n\n- More words.\n\n* {note_text}\n".encode()


def _plain(claim: str, note_text: str) -> bytes:
    return f"{claim}.¹\n\nMore words.\n\n¹ {note_text}\n".encode()


def _anchored(claim: str, note_text: str) -> bytes:
    link = '<sup><a href="#n1">1</a></sup>'
    foot = f'<ol><li id="n1">{note_text}</li></ol>'
    return f"<html><body><p>{claim}.{link}</p><p>More words.</p>{foot}</body></html>".encode()


def _dagger(claim: str, note_text: str) -> bytes:
    foot = f"<p><small>† {note_text}</small></p>"
    return f"<html><body><p>{claim}.<sup>†</sup></p><p>More words.</p>{foot}</body></html>".encode()


def _word(claim: str, note_text: str) -> bytes:
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    part = Part("footnotes", "footnotes.xml", story("footnotes", note("footnote", 7, note_text)))
    return docx(p(r(f"{claim}."), reference), p("More words."), parts=[part])


def _slide(claim: str, note_text: str) -> bytes:
    body = shape(f"{claim}.*", at=(500_000, 1_000_000, 8_000_000, 900_000))
    small = shape(f"* {note_text}", at=(500_000, 6_300_000, 8_000_000, 300_000))
    return pptx(slide(body, small))


def _page(claim: str, note_text: str) -> bytes:
    small = lines(*wrap(f"* {note_text}", 90), top=560, size=6)
    return pdf(together(lines(f"{claim}.*", "", "More words.", size=14), small))


FORMATS = {
    "md": _markdown,
    "asterisk.md": _asterisk,
    "bullet.md": _star_bullet,
    "txt": _plain,
    "html": _anchored,
    "small.html": _dagger,
    "docx": _word,
    "pptx": _slide,
    "pdf": _page,
}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notes")

    def of(kind: str, claim: str, note_text: str):
        path: Path = folder / f"paper.{kind}"
        path.write_bytes(FORMATS[kind](claim, note_text))
        (document,) = claimlint.extract([path], claimlint.Settings(today=TODAY))
        return document

    return of


@pytest.fixture
def judge(read, catalogue):
    def of(kind: str, claim: str, note_text: str, category: Category, wanted: str):
        document = read(kind, claim, note_text)
        found = find_disclosures(document, catalogue)
        made = claim_in(document, claim, category)
        rows = assess(made, document, AtHand(tuple(found)), catalogue, today=TODAY)
        return next(item for item in rows if item.kind == wanted)

    return of


@pytest.mark.parametrize("kind", FORMATS)
def test_a_note_takes_the_claim_back(judge, kind):
    found = judge(kind, CLAIM, BACK, Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict is Verdict.CONTRADICTED, found.reason
    assert BACK in found.reason


@pytest.mark.parametrize("kind", FORMATS)
def test_a_note_supplies_the_fields(judge, kind):
    found = judge(kind, RATE, STUDY, Category.ACCURACY_RELIABILITY, "accuracy-evaluation")
    assert found.verdict in (Verdict.BACKED, Verdict.PARTLY_BACKED), (found.reason, found.missing)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_note_may_measure_less_than_the_claim_says(judge, kind):
    found = judge(kind, CLAIM, FIELDS, Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict is Verdict.CONTRADICTED, found.reason


@pytest.mark.parametrize("kind", ["asterisk.md", "txt", "pptx", "pdf"])
def test_a_marker_without_a_note_is_told(read, catalogue, kind):
    document = read(kind, CLAIM, "x")
    kept = tuple(item for item in document.passages if item.text.strip("\\*¹ ") != "x")
    alone = replace(document, passages=kept)
    claim = claim_in(alone, CLAIM, Category.AUTONOMY)
    assert [item.code for item in notices(alone, [claim], catalogue)] == ["dangling-footnote"]
