"""The manual: everything that is listed has a page, and a page shows what the rule files hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest
from rich.cells import cell_len

from claimlint.datafiles import data_folder
from claimlint.document import ProblemCode, ReadStatus
from claimlint.errors import WrongCall
from claimlint.manual import listing, page
from claimlint.manual.blocks import Block, Style
from claimlint.manual.law import law
from claimlint.manual.pages import LABELS
from claimlint.manual.render import markdown, on_terminal
from claimlint.manual.words import UNSURE
from claimlint.reports.json.report import render
from claimlint.reports.look import Shape
from claimlint.rulebook.load import load_book
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.terms import Category, ClauseLabel, DocumentKind, Level, Strength, Verdict
from claimlint.values.comparison import Relation
from claimlint.values.drift import Drift
from claimlint.values.notice_codes import NoticeCode
from claimlint.values.ruling import Overruled, State

BOOK = load_book(data_folder("rules"))
CATALOGUE = load_catalogue(data_folder("rules"))
ROWS = listing(BOOK, CATALOGUE)
NAMES = [name for _, name, _ in ROWS]


def text_of(name: str) -> str:
    return "\n".join(block.text for block in page(name, BOOK, CATALOGUE))


def test_the_listing_holds_every_category_rule_label_kind_verdict_case_and_authority_once():
    assert len(NAMES) == len(set(NAMES))
    assert {*Category, *ClauseLabel, *Verdict} <= set(NAMES)
    for entries in (BOOK.claims, BOOK.clauses, CATALOGUE.kinds, CATALOGUE.precedents):
        assert {entry.id for entry in entries} <= set(NAMES)
    assert {entry.id for entry in CATALOGUE.authorities} <= set(NAMES)
    assert all(says.strip() for _, _, says in ROWS)


def test_sorts_stand_together_in_the_listing():
    sorts = [sort for sort, _, _ in ROWS]
    runs = [sort for before, sort in zip(["", *sorts], sorts, strict=False) if before != sort]
    assert len(runs) == len(set(runs))


def test_everything_that_is_listed_has_a_page_that_fits_the_screen():
    for name in NAMES:
        blocks = page(name, BOOK, CATALOGUE)
        assert blocks[0].style is Style.TITLE, name
        assert len(blocks) > 1, name
        lines = on_terminal(blocks, Shape(width=80)).splitlines()
        assert [line for line in lines if cell_len(line) > 80 or "\x1b" in line] == [], name


SAID = (Level, Strength, NoticeCode, ProblemCode, ReadStatus, State, Overruled, Relation, Drift)


@pytest.mark.parametrize("name", sorted({str(word) for words in SAID for word in words} | {UNSURE}))
def test_every_word_that_a_report_prints_has_a_page(name):
    blocks = page(name, BOOK, CATALOGUE)
    assert len(blocks) > 1
    assert max(map(cell_len, on_terminal(blocks, Shape(width=80)).splitlines())) <= 80


def test_every_id_in_the_report_on_the_examples_has_a_page():
    report = check([data_folder("examples")], Settings(today=date(2026, 11, 23)))
    keys = frozenset("rule category label kind verdict level code strength topic status".split())
    names = set(_said(json.loads(render(report)), keys)) - {str(kind) for kind in DocumentKind}
    assert {"error", "contradicted", "as-is", "strong", "accuracy-evaluation"} <= names
    for name in names:
        assert page(name, BOOK, CATALOGUE)


def _said(value: object, keys: frozenset[str]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str):
                yield inner
            yield from _said(inner, keys) if key != "location" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner, keys)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_explained_by_its_id_and_by_the_words_that_reports_show(verdict):
    text = text_of(verdict)
    assert text == text_of(verdict.words)
    assert text.startswith(verdict.words)
    assert str(verdict) in text
    assert "What to do" in text


def test_a_verdict_is_explained_by_the_first_of_its_words_too():
    assert text_of("partly") == text_of("partly-backed")


@pytest.mark.parametrize("category", Category)
def test_a_category_tells_why_what_it_needs_and_what_is_no_claim(category):
    text = text_of(category)
    entry = CATALOGUE.category(category)
    for part in (entry.says, entry.why, entry.question, entry.rewrite, *entry.required):
        assert part in text
    assert all(rule.id in text for rule in BOOK.claims if rule.label is category)
    headings = {b.text for b in page(category, BOOK, CATALOGUE) if b.style is Style.HEADING}
    assert {"Why it matters", "Examples", "No claims", "Rules"} <= headings


def test_a_rule_shows_all_its_examples_with_their_reasons():
    for rule in (*BOOK.claims, *BOOK.clauses):
        text = text_of(rule.id)
        assert rule.why in text
        assert all(example.text in text for example in rule.flag)
        assert all(example.text in text and example.because in text for example in rule.passes)


def test_a_kind_of_evidence_shows_its_fields_and_what_does_not_count():
    for kind in CATALOGUE.kinds:
        text = text_of(kind.id)
        assert all(f"{field.id} (" in text for field in kind.fields)
        assert all(example.text in text for example in (*kind.backed, *kind.not_backed))
        assert f"stale after {kind.shelf_life} months" in text
        assert all(reject.because in text for reject in kind.rejects)
        assert not [
            word
            for reject in kind.rejects
            for word in reject.phrases
            if word.endswith("*") and word in text
        ]


def test_each_label_of_a_clause_says_what_it_means():
    assert set(LABELS) == set(ClauseLabel)
    assert all(LABELS[label] in text_of(label) for label in ClauseLabel)


def test_cases_are_shown_with_the_disclaimer_and_only_where_they_ended():
    shown = [name for name in Category if "Comparable wording" in text_of(name)]
    assert shown
    for category in shown:
        text = text_of(category)
        assert "Not legal advice; says nothing about any other vendor." in text
        hidden = [case for case in CATALOGUE.precedents if not case.printable]
        assert [case.id for case in hidden if f"{case.case} (" in text] == []


def test_the_page_on_law_holds_what_reports_may_name_and_nothing_else():
    text = "\n".join(block.text for block in law(CATALOGUE))
    for entry in CATALOGUE.authorities:
        assert (f" – {entry.id}\n" in f"{text}\n") == entry.verified, entry.id
    for case in CATALOGUE.precedents:
        assert (f" – {case.id}\n" in f"{text}\n") == case.printable, case.id
    assert "Not legal advice" in text


def test_no_page_accuses_a_vendor_or_names_a_source_without_a_title():
    for case in CATALOGUE.precedents:
        assert case.status in text_of(case.id)
    for rule in (*BOOK.claims, *BOOK.clauses):
        assert all(source.title and source.body for source in rule.sources)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("autonmy", "autonomy"), ("as-iz", "as-is"), ("autonomy.no-persn", "autonomy.no-person")],
)
def test_a_wrong_name_is_met_with_the_nearest_one(name, nearest):
    with pytest.raises(WrongCall, match=f'did you mean "{nearest}"'):
        page(name, BOOK, CATALOGUE)


def test_a_word_that_several_names_begin_with_is_met_with_three_of_them():
    with pytest.raises(WrongCall, match=r'did you mean "human-.*", "human-.*" or "human-.*"'):
        page("human", BOOK, CATALOGUE)


def test_markup_in_an_example_stays_text_in_both_forms():
    blocks = (
        Block(Style.TITLE, "a_b"),
        Block(Style.TEXT, "[bold]x[/bold] *y* <z>"),
        Block(Style.MARKED, "it [[works alone]] now"),
    )
    assert on_terminal(blocks, Shape(width=60)) == (
        "a_b\n  [bold]x[/bold] *y* <z>\n  - it «works alone» now\n"
    )
    assert markdown(blocks) == (
        "# a\\_b\n\n[bold]x[/bold] \\*y\\* \\<z>\n\n- it **works alone** now\n"
    )


def test_an_example_of_several_lines_keeps_them():
    blocks = (
        Block(Style.ITEM, "in these lines – found"),
        Block(Style.LINES, "# Tests\n\n| n | 80 |"),
        Block(Style.ITEM, "next"),
    )
    assert on_terminal(blocks, Shape(width=60)) == (
        "  - in these lines – found\n    # Tests\n\n    | n | 80 |\n  - next\n"
    )
    assert markdown(blocks) == (
        "- in these lines – found\n\n  ```\n  # Tests\n\n  | n | 80 |\n  ```\n\n- next\n"
    )


def test_who_asks_for_evidence_is_told_with_the_id_under_which_its_source_is_found():
    for kind in CATALOGUE.kinds:
        for authority in CATALOGUE.authorities_for(kind.id):
            assert f" – {authority.id}\n" in f"{text_of(kind.id)}\n"
    for category in Category:
        for case in CATALOGUE.precedents_for(category):
            assert f" – {case.id}\n" in text_of(category)


def test_a_statement_of_law_in_a_rule_has_its_source():
    """Sentences that say what the law is belong into authorities.yaml, each with its source."""
    stated = re.compile(r"\b(?:the law|laws|courts?|statutes?|regulators?|illegal|unlawful)\b")
    told = [
        rule.id
        for rule in (*BOOK.claims, *BOOK.clauses)
        if stated.search(rule.why) and not rule.sources
    ]
    assert told == []


def test_colour_is_for_terminals():
    blocks = page("autonomy", BOOK, CATALOGUE)
    plain, coloured = (on_terminal(blocks, Shape(width=80, colour=c)) for c in (False, True))
    assert "\x1b" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == plain.split()
