"""A copy with remarks is checked and annotated again: its remarks are none of its text."""

from __future__ import annotations

import re

import pytest

from claimlint.annotate.remarks import remarks_of
from claimlint.datafiles import data_folder
from tests.annotate.notes import copied, remarks_on, report_on
from tests.build.office import Part, docx, p, pptx, r, shape, story

EXAMPLES = "agreement.docx deck.pptx brochure.pdf landing.html copy.md notes.txt".split()
TITLE = "claimlint 1. Autonomy claim, strong: error"
OWN = "It closes every ticket without human intervention."


@pytest.fixture(scope="module", params=EXAMPLES)
def versions(request, tmp_path_factory):
    path = data_folder("examples") / request.param
    folder = tmp_path_factory.mktemp("again")
    once = copied(path, folder / "once")
    return path, once, copied(once, folder / "twice")


def found(path):
    document = report_on(path).documents[0]
    findings = [
        (f.fingerprint, f.claim.unit, f.claim.text, f.claim.location.label, f.level, shown(f))
        for f in document.findings
    ]
    clauses = [(clause.rule, clause.unit, clause.place) for clause in document.clauses]
    return findings, clauses, document.units, document.coverage.parts


def shown(finding):
    return [(item.kind, item.verdict, item.missing, item.reason) for item in finding.evidence]


def told(path):
    document = report_on(path).documents[0]
    return [each.message for each in document.notices if each.code == "own-remarks"]


def claims(path):
    return [finding.claim.unit for finding in report_on(path).documents[0].findings]


def test_the_copy_says_what_the_original_says(versions):
    original, once, twice = versions
    assert len(found(original)[0]) > 5
    assert found(once) == found(original)
    assert found(twice) == found(original)


def test_that_remarks_were_left_out_is_told(versions):
    original, once, twice = versions
    count = len(remarks_on(original))
    message = f"{count} remarks that claimlint wrote into this copy were not checked"
    assert told(original) == []
    assert told(once) == [message]
    assert told(twice) == [message]


def test_new_remarks_stand_in_the_place_of_the_old(versions):
    _, once, twice = versions
    if once.suffix in (".html", ".md", ".txt"):
        assert twice.read_bytes() == once.read_bytes()
    else:
        assert report_on(once).documents[0].remarked == report_on(twice).documents[0].remarked
        assert counted(once) == counted(twice)


def counted(path):
    """Return how many passages of each part a reader finds, remarks among them."""
    from tests.build.reading import read_file

    return read_file(path).coverage.parts


def comment(*lines, author="claimlint"):
    """Return the part with one comment of these paragraphs, signed by the author."""
    lines = "".join(map(p, lines))
    signed = f'<w:comment w:id="0" w:author="{author}">{lines}</w:comment>'
    return Part("comments", "comments.xml", story("comments", signed))


@pytest.mark.parametrize(
    "lines",
    [
        (OWN,),
        (TITLE, OWN),
        (TITLE, f"Ask the vendor: {OWN}"),
        (TITLE, f"Wording that could be backed: {OWN}"),
        (TITLE, f"Evidence missing: {OWN}"),
        (f"claimlint 1. Autonomy claim, total: error {OWN}",),
        (f"{TITLE} {OWN}",),
        (TITLE, f"The contract limits this (deck.pptx, slide 4): {OWN}"),
        ("claimlint S1. Fairness and more", OWN),
    ],
)
def test_who_signs_as_claimlint_hides_nothing(tmp_path, lines):
    path = tmp_path / "offer.docx"
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    path.write_bytes(docx(p("Read this.", reference), parts=[comment(*lines)]))
    assert any(OWN in unit for unit in claims(path))


def test_words_in_quotes_that_no_paper_holds_are_told(tmp_path):
    path = tmp_path / "offer.docx"
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    lines = (TITLE, f"On “{OWN}” (slide 4).", f"Minimum human oversight: {OWN}")
    path.write_bytes(docx(p("Read this.", reference), parts=[comment(*lines)]))
    (message,) = told(path)
    assert message.startswith("1 remark that claimlint wrote into this copy was not checked; words")
    assert f"“{OWN}”, “Minimum human oversight: {OWN}”" in message


def test_what_stands_on_a_slide_is_read_whatever_it_looks_like(tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(pptx(shape(TITLE, f"On “{OWN}” (slide 1).")))
    assert any(OWN in unit for unit in claims(path))


@pytest.mark.parametrize(
    "page",
    [
        f'<section id="claimlint"><h2>claimlint</h2><p>{OWN}</p></section>',
        f'<section id="claimlint"><dl><dt>{TITLE}</dt><dd>{OWN}</dd></dl></section>',
        f'<mark class="claimlint error">{OWN}</mark><sup><a href="#claimlint-1">[1]</a></sup>',
    ],
)
def test_a_page_hides_nothing_in_our_dress(tmp_path, page):
    path = tmp_path / "page.html"
    path.write_text(f"<p>Hello there.</p>{page}")
    assert claims(path) == [OWN]


def test_a_colleagues_line_below_a_remark_stays(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text(f"{OWN}\n")
    once = copied(path, tmp_path / "once")
    once.write_text(once.read_text() + "\nPeter: please ask them about the night shift.\n")
    twice = copied(once, tmp_path / "twice").read_text()
    assert twice.count("Peter: please ask them about the night shift.") == 1
    assert twice.count("Autonomy claim") == 1


def test_a_comment_of_somebody_else_stays(tmp_path):
    path = tmp_path / "offer.docx"
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    parts = [comment("Peter, is that so?", author="Ada")]
    path.write_bytes(docx(p(r(OWN), reference), parts=parts))
    twice = copied(copied(path, tmp_path / "once"), tmp_path / "twice")
    assert dict(counted(twice))["comment"] == dict(counted(path))["comment"] + 4
    assert claims(twice) == [OWN]


@pytest.mark.parametrize(
    "text",
    [
        "«Our bot» never sleeps and works «24/7», they say.\n",
        "The agent of this vendor closes each and every ticket of your customers without human\n"
        "intervention and around the clock, as far as anybody who was asked can remember.\n",
        "It says «it works 24/7».\r\n",
        "Uptime    «as sold»    24/7 without breaks\nPrice     low          never sleeps\n",
    ],
)
def test_marks_in_plain_text_leave_no_trace(tmp_path, text):
    path = tmp_path / "notes.txt"
    path.write_bytes(text.encode())
    once = copied(path, tmp_path / "once")
    assert "[claimlint 1]" in once.read_text()
    assert found(once) == found(path)
    assert copied(once, tmp_path / "twice").read_bytes() == once.read_bytes()
    lines = once.read_bytes().decode().splitlines()
    for finding in report_on(once).documents[0].findings:
        place = finding.claim.location
        if place.line == place.end_line:
            held = lines[place.line - 1][place.column - 1 : place.end_column - 1]
            assert re.sub(r"[«»]|\[claimlint \d+\]", "", held) == finding.claim.text


def test_what_another_paper_says_is_told_where_that_paper_is_missing(tmp_path):
    deck, contract = (data_folder("examples") / name for name in ("deck.pptx", "agreement.docx"))
    once = copied(contract, tmp_path / "once", deck)
    assert found(once) == found(contract)
    (alone,) = told(once)
    assert "words in them that stand neither in these papers nor in this report: “" in alone
    (beside,) = (
        each.message
        for each in report_on(once, deck).documents[0].notices
        if each.code == "own-remarks"
    )
    assert beside.endswith("were not checked")
    assert remarks_of(report_on(once), report_on(once).documents[0])
