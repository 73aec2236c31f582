"""Footnote markers find their notes, and only their notes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from claimlint.document import Part
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.matching.compiled_kinds import compiled_kinds
from claimlint.evidence.text.footnotes import marks, signs_of
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category
from tests.evidence.paper import claim_in


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("99 % accurate*", "*"),
        ("99 % accurate.†", "†"),
        ("99 % accurate¹", "1"),
        ("99 % accurate [1]", None),
        ("99 % accurate[1].", "1"),
        ("99 % accurate[^a]", "a"),
        ("3 * 4 is 12", None),
        ("5 * rating", None),
    ],
)
def test_a_marker_stands_close_to_a_word(text, sign):
    assert [found for found, _, _ in signs_of(text)] == ([sign] if sign else [])


def test_a_marker_leads_to_the_line_that_opens_with_it():
    document = paper("It is right.*\n\nSomething else.\n\n* On typed invoices only.")
    (mark,) = marks(document)
    assert [document.passages[place].text for place in mark.notes] == ["* On typed invoices only."]


@pytest.mark.parametrize(("mark", "told"), [("¹", ["Notes of one page."]), ("²", ["Of 40 notes."])])
def test_a_line_may_hold_several_notes(mark, told, catalogue):
    document = paper(f"It is right{mark}\n\n¹ Notes of one page.    ² Of 40 notes.")
    whole = searched(document, catalogue)
    claim = claim_in(document, "It is right", Category.ACCURACY_RELIABILITY)
    assert [unit.text.rstrip(".") + "." for unit in whole.notes(claim)] == told


def test_a_note_on_the_same_page_goes_before_one_elsewhere():
    document = paper("Right.*\n\n* Far.\n\nRight again.*\n\n* Near.")
    pages = (1, 1, 2, 2)
    passages = tuple(
        replace(item, location=replace(item.location, page=page))
        for item, page in zip(document.passages, pages, strict=True)
    )
    found = marks(replace(document, passages=passages))
    assert [mark.notes for mark in found] == [(1,), (3,)]


def test_a_reader_that_knows_the_note_is_believed():
    document = paper("It is right.\n\nOn typed invoices only.")
    first, note = document.passages
    passages = (
        replace(first, notes=("2",)),
        replace(note, note_id="2", location=replace(note.location, part=Part.FOOTNOTE)),
    )
    (mark,) = marks(replace(document, passages=passages))
    assert mark.notes == (1,)
    assert mark.loose


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pays without people.1\n\n1 A clerk approves.", True),
        ("Pays without people(1)\n\n(1) A clerk approves.", True),
        ("Pays without people in Q1\n\n1 A clerk approves.", False),
        ("Pays without people.1\n\n12 clerks approve.", False),
        ("Costs 4.1\n\n1 A clerk approves.", False),
    ],
)
def test_a_marker_that_lost_its_superscript_is_one_where_there_is_a_note(text, found):
    assert [mark.notes for mark in marks(paper(text))] == ([(1,)] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Right.¹ It learns.\n\n1 On typed invoices only.", True),
        ("Right.¹\n\n# 1 Scope", False),
        ("Right.¹\n\n12 Clerks approve.", False),
        ("Right.²\n\n1 On typed invoices only.", False),
    ],
)
def test_a_raised_marker_leads_to_a_note_that_opens_with_a_plain_figure(text, found):
    assert [mark.notes for mark in marks(paper(text))] == [(1,) if found else ()]


def test_a_note_in_the_foot_of_the_page_fills_fields_of_the_sentence_before_its_marker(catalogue):
    document = paper("It is 99 % accurate.¹ It learns.\n\n1 Measured on 310 invoices.")
    first, foot = document.passages
    foot = replace(foot, location=replace(foot.location, part=Part.FOOTER))
    whole = searched(replace(document, passages=(first, foot)), catalogue)
    found = [draft for compiled in compiled_kinds(catalogue) for draft in whole.of(compiled).all()]
    sizes = [hit.unit.text for draft in found for hit in draft.hits if hit.field == "sample-size"]
    assert sizes == ["1 Measured on 310 invoices."]


def test_a_bullet_that_is_drawn_with_an_asterisk_is_no_note():
    document = paper("It is right.*\n\n- * typed invoices")
    (mark,) = marks(document)
    assert mark.notes == ()


def test_the_last_bullet_of_a_slide_that_opens_with_a_star_is_the_note_to_another():
    document = paper("- Right every time*\n- Quick\n- * On typed invoices only")
    (mark,) = marks(document)
    assert mark.notes == (2,)
