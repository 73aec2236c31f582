"""The report on a terminal: short, in any width, and nothing of a document can steer it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from claimlint.datafiles import data_folder
from claimlint.finding import Report
from claimlint.reports.look import Look, Shape
from claimlint.reports.safe_text import safe
from claimlint.reports.text.claim import clipped, excerpt
from claimlint.reports.text.report import render as rendered
from claimlint.reports.text.screen import _NARROW
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.terms import Profile, Verdict

TODAY = Settings(today=date(2026, 11, 23))
HOSTILE = (
    "[bold red]Our agent[/bold red] works without human intervention \x1b[31m\x07 :warning: "
    "[link=file:///etc]here[/link] \u202eevil\u202c \u2066and\u2069 \x9b2J so on.\n"
)


def render(report: Report, **look) -> str:
    return rendered(report, Look(**look))


@pytest.fixture(scope="module")
def deck(monkeypatch_module) -> Report:
    monkeypatch_module.chdir(data_folder("examples").parent)
    return check(["examples/deck.pptx"], TODAY)


@pytest.fixture(scope="module")
def monkeypatch_module():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def claims_of(text: str) -> list[list[str]]:
    """Return the lines of each claim of a short report."""
    found: list[list[str]] = []
    for line in text.partition("\n\n")[0].splitlines()[1:]:
        if re.match(r"  \S", line):
            found.append([])
        found[-1].append(line)
    return [lines for lines in found if re.search(r"· (error|warning|note) ·", lines[0])]


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("full", [False, True])
def test_no_line_is_wider_than_the_screen_or_ends_in_blanks(deck, width, full):
    lines = render(deck, shape=Shape(width=width), full=full, why=full).splitlines()
    assert [line for line in lines if cell_len(line) > width or line != line.rstrip()] == []


def test_the_example_deck_takes_at_most_120_lines_of_80_columns(deck):
    assert len(render(deck, shape=Shape(width=80)).splitlines()) <= 120


@pytest.mark.parametrize("width", [80, 140])
def test_a_claim_takes_at_most_five_lines(deck, width):
    claims = claims_of(render(deck, shape=Shape(width=width)))
    assert len(claims) > 10
    assert [lines for lines in claims if len(lines) > 5] == []


def test_more_columns_take_fewer_lines(deck):
    narrow, wide = (render(deck, shape=Shape(width=width)) for width in (80, 140))
    assert len(wide.splitlines()) < len(narrow.splitlines())


def test_the_last_five_lines_are_the_answer(deck):
    *_, before, first, second, last = render(deck, shape=Shape(width=80)).splitlines()
    assert before == ""
    assert re.fullmatch(
        r"\d+ claims in 1 document: \d+ backed by the evidence found,( \d+ partly,)? \d+ not\.",
        first,
    )
    assert re.fullmatch(r"By level: \d+ error, \d+ warning, \d+ note\.", second)
    assert last.startswith("Fields, questions, wordings: --full.")


def test_the_answer_fits_in_five_lines_when_everything_has_to_be_said(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("It works without human intervention.", encoding="utf-8")
    (folder / "b.bin").write_bytes(b"1")
    (folder / "c.txt").write_bytes(b"")
    text = render(check([folder], TODAY), shape=Shape(width=140))
    answer = text.rpartition("\n\n")[2].splitlines()
    assert len(answer) <= 5
    assert answer[0].startswith("1 claim in 2 documents: ")
    assert any(line.startswith("Not read, or only in part: ") for line in answer)
    assert any("passed over" in line for line in answer)


def test_the_answer_stays_short_when_many_files_cannot_be_read(tmp_path):
    missing = [tmp_path / f"a-rather-long-name-{number:03}.txt" for number in range(200)]
    text = render(check(missing, TODAY), shape=Shape(width=80 + len(str(tmp_path))))
    answer = text.rpartition("\n\n")[2].splitlines()
    assert len(answer) <= 5
    assert re.search(r"-000\.txt.* and 19\d more$", "\n".join(answer), re.MULTILINE)


def test_the_three_disclosures_come_before_the_questions_and_the_answer(deck):
    text = render(deck, shape=Shape(width=100))
    places = [
        text.index(words)
        for words in (
            "What the papers disclose",
            "Accuracy on a representative task distribution: ",
            "Known failure modes: ",
            "Minimum human oversight for safe use: ",
            "What to ask the vendor",
            "Fields, questions, wordings",
        )
    ]
    assert places == sorted(places)


def test_each_question_stands_once_with_how_many_claims_it_settles(deck):
    asked = [f"[{len(question.claims)}] {question.text}" for question in deck.questions]
    short, full = (" ".join(render(deck, shape=Shape(width=100), full=f).split()) for f in (0, 1))
    assert len(asked) > 8
    assert [full.count(question) for question in asked] == [1] * len(asked)
    assert [short.count(question) for question in asked[:8]] == [1] * 8
    assert f"and {len(asked) - 8} questions more: --full" in short


def test_words_that_a_document_repeats_are_shown_once_with_the_other_places(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("It works without human intervention.\n\n" * 3, encoding="utf-8")
    text = render(check([path], TODAY), shape=Shape(width=100))
    assert text.count("«without human intervention»") == 1
    assert "also: line 3, line 5" in text


def test_full_shows_the_same_fields_once_a_paper(tmp_path):
    path = tmp_path / "a.md"
    measured = "Owl 2.1 was 97 % accurate on 3,120 invoices drawn at random in May 2026.\n"
    path.write_text(f"It never errs.\n\nIt is always right.\n\n{measured}", encoding="utf-8")
    text = render(check([path], TODAY), shape=Shape(width=100), full=True)
    assert text.count("found sample-size: ") == 1
    assert "found: the same as for line 1" in text


def test_full_adds_fields_question_and_wording(deck):
    short, full = (render(deck, shape=Shape(width=100), full=full) for full in (False, True))
    finding = deck.findings[0]
    for words in ("Ask: ", "Could be backed: ", "(required): ", "missing: "):
        assert words in full
        assert words not in short or words == "missing: "
    assert " ".join(finding.rewrite.split()) in " ".join(full.split())


def test_full_tells_each_field_in_one_line_and_no_path_of_its_own(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("It is 97 % accurate: precision 97 %, recall 94 %.\n", encoding="utf-8")
    text = render(check([path], TODAY), shape=Shape(width=100), full=True)
    assert text.count("found metric: ") == 1
    assert str(path) not in text.partition("found metric: ")[2].partition("missing")[0]


def test_a_cell_that_says_little_is_shown_with_the_heads_of_its_row_and_column(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# Owl, an AI agent\n\n| | Owl | Staff |\n|-|-|-|\n| Hours | 24/7 | 9 to 5 |\n")
    assert "Hours · Owl: «24/7»" in render(check([path], TODAY), shape=Shape(width=100))


def test_what_a_sentence_goes_on_is_shown_before_it_as_it_stands(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "# Owl, an AI agent\n\nWe used to have three paralegals on this. Now Owl does it.\n"
    )
    shown = render(check([path], TODAY), shape=Shape(width=100))
    assert "We used to have three paralegals on this. «Now Owl does it»." in shown


def test_a_figure_and_its_label_are_one_claim(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<h1>Owl, your AI agent</h1><div>$1.2M</div><div>Recovered revenue</div>")
    assert [f.claim.text for f in check([path], TODAY).findings] == ["$1.2M\nRecovered revenue"]


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (60, "Customer agrees that any output may be wrong, and so on."),
        (40, "… any output may be wrong, and so on."),
        (16, "… may be wrong, …"),
    ],
)
def test_a_long_sentence_is_shown_around_what_matters_in_it(width, told):
    text = "Customer agrees that any output may be wrong, and so on."
    start = text.index("may be wrong")
    assert excerpt(text, (start, start + len("may be wrong")), width) == told


def test_of_notices_of_one_code_the_first_are_shown_and_the_others_counted(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(f"Desk {n} is right in 9{n}% of cases.†" for n in range(8)))
    report = check([path], TODAY)
    few, full = (render(report, shape=Shape(width=100), full=each) for each in (False, True))
    assert (few.count("no footnote"), full.count("no footnote")) == (5, 8)
    assert "and 3 more like this (dangling-footnote): --full" in few


def test_text_is_cut_between_words():
    assert clipped("a disclaimer of accuracy", 16) == "a disclaimer …"


def test_why_tells_what_matched(deck):
    assert "why: rule: kept" in render(deck, shape=Shape(width=100), why=True)


def test_what_several_patterns_of_a_rule_find_is_let_go_once(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The agent never pays without human intervention.\n", encoding="utf-8")
    lines = render(check([path], TODAY), shape=Shape(width=100), why=True).splitlines()
    told = [line for line in lines if line.startswith("  let go: ")]
    assert any("autonomy.no-person" in line for line in told)
    assert len(told) == len(set(told))


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("full", [False, True])
def test_nothing_of_a_document_steers_the_terminal(tmp_path, colour, full):
    path = tmp_path / "[red]a[bold].txt"
    path.write_text(HOSTILE, encoding="utf-8")
    report = check([path], TODAY)
    assert report.findings
    text = render(report, shape=Shape(width=400, colour=colour), full=full, why=full)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert {char for char in bare if unicodedata.category(char) in ("Cc", "Cf")} == {"\n"}
    assert "[red]a[bold].txt" in bare
    assert "[bold red]Our agent[/bold red]" in bare
    assert ":warning: [link=file:///etc]here[/link]" in bare
    assert ("\x1b" in text) is colour


def test_without_colour_there_is_not_one_escape(deck):
    assert "\x1b" not in render(deck, shape=Shape(width=80), full=True, why=True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\r\nc", "a b c"),
        ("a\x00b", "a·b"),
        ("\u202ea\u2069", "·a·"),
        ("co\u00adop\u200b", "coop"),
        ("\ud800", "·"),
        ("naïve – 東京", "naïve – 東京"),
    ],
)
def test_text_is_made_harmless_on_one_line(text, shown):
    assert safe(text) == shown


def test_a_screen_narrower_than_words_still_shows_them(deck):
    text = render(deck, shape=Shape(width=1))
    assert max(map(cell_len, text.splitlines())) <= 40


def test_an_empty_report_has_an_answer():
    from claimlint.finding import Tool

    tool = Tool(version="0", rules=0, rules_digest="", model="", today="2026-11-23")
    assert "0 claims in 0 documents" in render(Report(tool=tool), shape=Shape())


def test_where_nothing_was_read_nothing_is_judged(tmp_path):
    (tmp_path / "deck.pdf").write_bytes(b"no PDF")
    report = check([tmp_path / "deck.pdf"], Settings(today=date(2026, 11, 23)))
    text = render(report, shape=Shape(width=80))
    assert "NOT DISCLOSED" not in text
    assert "Nothing was checked: no document could be read." in text


def test_where_nothing_is_english_nothing_is_judged(tmp_path):
    words = "Der Agent arbeitet ohne einen Menschen und irrt sich nie, auch nicht bei der Arbeit. "
    (tmp_path / "blatt.txt").write_text(words * 3, encoding="utf-8")
    text = render(check([tmp_path], TODAY), shape=Shape(width=80))
    assert "NOT DISCLOSED" not in text
    assert "Nothing was checked: no document is in English." in text


def test_what_another_paper_says_word_for_word_is_counted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It works without human intervention.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("It works without human intervention.\n", encoding="utf-8")
    report = check(["a.txt", "b.txt"], TODAY)
    assert shown(report).count("    It works «without human intervention».") == 1
    assert "  1 claim as in a.txt, with the same verdicts: --full" in shown(report)
    assert render(report, shape=Shape(), full=True).count("It works «without") == 2


def test_the_place_is_that_of_the_words_that_the_reason_quotes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Customer data is never used to train our AI.\n")
    (tmp_path / "card.md").write_text(
        "# Model card: Owl 3.2\n\nBase models: two licensed large language models.\n\n"
        "## Training data\n\nClosed files of 14 insurers from 2015 to 2024, licensed.\n\n"
        "Customer data of the service is used to improve the models.\n"
    )
    told = " ".join(shown(check(["a.txt", "card.md"], TODAY)))
    assert "contradicted: data provenance (see card.md, line 9)" in told


def test_what_speaks_against_a_claim_is_told_with_its_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It works without human intervention.\n", encoding="utf-8")
    checked = "A clerk checks every invoice before it is paid."
    (tmp_path / "b.txt").write_text(f"# Human oversight\n\n{checked}\n", encoding="utf-8")
    assert "contradicted: oversight spec (see b.txt, line 3)" in " ".join(
        shown(check(["a.txt", "b.txt"], TODAY))
    )


def test_a_file_that_cannot_be_read_takes_few_lines(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "room.zip").write_bytes(b"PK\x03\x04 and no more")
    assert shown(check(["room.zip"], TODAY)) == [
        "room.zip  could not be read",
        "  not read: damaged or no archive: nothing in it can be read",
        "",
        "Nothing was checked: no document could be read.",
    ]


def test_what_is_not_checked_is_not_said_to_be_unread_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Das ist ein Satz und er ist nicht von hier. " * 3, "utf-8")
    assert "  not checked: the text is not in English (seems to be German)" in shown(
        check(["a.txt"], TODAY)
    )


def test_the_head_of_a_document_counts_its_claims_as_the_last_lines_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Our AI never sleeps.\n\nOur AI never sleeps.\n", "utf-8")
    lines = shown(check(["a.txt"], TODAY))
    assert lines[0] == "a.txt  marketing · 1 claim"
    assert any(line.startswith("1 claim in 1 document") for line in lines)


def shown(report: Report) -> list[str]:
    return render(report, shape=Shape(width=100)).splitlines()


def test_a_decision_that_does_not_hold_is_told_where_it_fails_the_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "# Vesper\n\nIt sorts mail. <!-- claimlint: ignore autonomy.none -- x; owner=Jo -->\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    lines = shown(check(["a.md"], replace(TODAY, profile=Profile.VENDOR)))
    assert any(line.startswith("  decision: line 3, comment: ") for line in lines)
    assert "1 decision does not hold: the run fails." in lines
    assert not any("does not hold" in line for line in shown(check(["a.md"], TODAY)))


def test_what_is_measured_without_a_table_takes_one_column():
    plain = [chr(code) for code in range(ord(_NARROW) + 1) if chr(code).isprintable()]
    assert [char for char in plain if cell_len(char) != 1] == []


@pytest.mark.parametrize("full", [False, True])
def test_what_is_backed_needs_no_other_words_and_no_question(deck, full):
    tool = replace(deck.tool, profile=Profile.VENDOR)
    (document,) = deck.documents
    told = []
    for verdict in (Verdict.BARE, Verdict.BACKED):
        finding = document.findings[0]
        evidence = tuple(replace(item, verdict=verdict) for item in finding.evidence)
        only = replace(document, findings=(replace(finding, evidence=evidence),))
        report = replace(deck, tool=tool, documents=(only,), questions=())
        text = render(report, shape=Shape(width=100), full=full)
        told.append(("ould be backed:" in text, "Ask:" in text))
    assert told == [(True, full), (False, False)]
