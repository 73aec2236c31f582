"""What the reader of Markdown gives: blocks, marks left out, footnotes, HTML inside, places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Part, Problem, ProblemCode, Role
from tests.readers.places import found_in_order, items, passages, readable, region, words_found


def told(text: str) -> list[tuple[str, Role]]:
    return [(passage.text, passage.role) for passage in passages("markdown", text)]


def words(text: str) -> list[str]:
    return [passage.text for passage in passages("markdown", text)]


def test_blocks_are_passages_with_roles():
    text = """# Head #

Para
wraps

- One
  1) Two

> Quote

```py
code
```

    indented

Second
------
"""
    assert told(text) == [
        ("Head", Role.HEADING),
        ("Para\nwraps", Role.PARAGRAPH),
        ("One", Role.BULLET),
        ("Two", Role.BULLET),
        ("Quote", Role.QUOTE),
        ("code", Role.CODE),
        ("indented", Role.CODE),
        ("Second", Role.HEADING),
    ]


def test_levels_and_numbers_of_lists():
    found = passages("markdown", "- a\n  1. b\n     - c\n\n  more of a\n")
    assert [(p.text, p.level, p.number, p.role) for p in found] == [
        ("a", 1, None, Role.BULLET),
        ("b", 2, "1.", Role.BULLET),
        ("c", 3, None, Role.BULLET),
        ("more of a", 1, None, Role.PARAGRAPH),
    ]


def test_items_of_numbered_lists_and_what_stands_in_them_know_their_clause():
    text = "2. Use\n\n   1. Duties\n\n      Customer checks.\n\n   2. Bans\n\n      - spam\n\nEnd\n"
    assert [(p.text, p.location.clause) for p in passages("markdown", text)] == [
        ("Use", "2"),
        ("Duties", "2.1"),
        ("Customer checks.", "2.1"),
        ("Bans", "2.2"),
        ("spam", "2.2"),
        ("End", None),
    ]


def test_ticked_boxes_of_task_lists_are_left_out_and_empty_ones_are_drawn():
    assert told("- [x] done\n- [ ] open\n") == [("done", Role.BULLET), ("☐ open", Role.BULLET)]


def test_a_line_that_opens_with_a_label_in_bold_stands_by_itself():
    assert words(
        "**Version:** 4.2\n**Date**: May 2026\nof the **year:** one\nnot **two** lines\n"
    ) == [
        "Version: 4.2",
        "Date: May 2026\nof the year: one\nnot two lines",
    ]


def test_the_name_below_a_quote_stands_by_itself():
    assert words("> It paid for itself\n> in a week.\n> — The owner\n") == [
        "It paid for itself\nin a week.",
        "— The owner",
    ]


MARKED = [
    ("works **without** _any_ help", "works without any help"),
    ("a [link](http://x 'Tip') here", "a link here"),
    ("a [link][ref] and [ref]\n\n[ref]: /x", "a link and ref"),
    ("see <http://a.example> now", "see http://a.example now"),
    ("`co de` and `` a`b ``", "co de and a`b"),
    (r"5 \* 3 &amp; &copy;", "5 * 3 & ©"),
    ("~~old~~ new", "old new"),
    ("snake_case_name * 2", "snake_case_name * 2"),
    ("one  \ntwo\\\nthree\nfour", "one\ntwo\nthree\nfour"),
    ("a <b>bold</b> word<br>next", "a bold word\nnext"),
]


@pytest.mark.parametrize(("text", "shown"), MARKED)
def test_marks_are_left_out_and_places_kept(text, shown):
    passage = passages("markdown", text)[0]
    assert passage.text == shown
    words_found(text, passage)


def test_words_behind_a_link_have_their_own_column():
    text = "> - It [works](x (y)) alone & **free**."
    (_, passage) = sorted(passages("markdown", text), key=lambda p: len(p.text))
    start = passage.text.index("alone")
    assert region(text, passage.locate(start, start + 5)) == "alone"
    assert passage.locate(start, start + 5).column == 23


def test_a_span_over_marks_takes_them_in():
    (passage,) = passages("markdown", "It is **fully** autonomous")
    start = passage.text.index("fully")
    place = passage.locate(start, len(passage.text))
    assert (place.column, place.end_column) == (9, 27)


def test_alternative_text_and_tool_tips_are_parts_of_their_own():
    text = 'x ![A *robot*](i.png) [y](z "Tip on it")'
    found = {p.text: p.location for p in passages("markdown", text)}
    assert found["A robot"].part is Part.ALT_TEXT
    assert found["Tip on it"].part is Part.TITLE_TEXT
    assert region(text, found["Tip on it"]) == "Tip on it"


def test_footnotes_are_linked():
    text = "99 %[^1] of cases[^b] in time.\n\n[^1]: In *May*.\n    More.\n[^b]: Ours.\n"
    claim, first, second = passages("markdown", text)
    assert (claim.text, claim.notes) == ("99 %¹ of cases in time.", ("1", "b"))
    assert (first.text, first.note_id) == ("In May.\nMore.", "1")
    assert (second.note_id, second.location.part) == ("b", Part.FOOTNOTE)


def test_words_around_a_footnote_with_a_name_stay_apart():
    text = "Duplicate invoices[^d] are caught[^d].\n\n[^d]: Ours.\n"
    assert passages("markdown", text)[0].text == "Duplicate invoices are caught."


def test_a_footnote_that_nothing_refers_to_is_read():
    assert [p.note_id for p in passages("markdown", "Text.\n\n[^1]: Note.\n")] == [None, "1"]


def test_a_lone_item_with_a_star_is_the_note_of_a_mark_in_the_text():
    found = readable("markdown", "Pays every invoice.*\n\n- Fast\n\n* A clerk approves.\n")
    assert [(item.role, item.note_id) for item in found] == [
        (Role.PARAGRAPH, None),
        (Role.BULLET, None),
        (Role.PARAGRAPH, "*"),
    ]


@pytest.mark.parametrize(
    "text", ["Pays every invoice.*\n\n* Fast\n* Safe\n", "Pays every invoice.\n\n* Fast\n"]
)
def test_other_items_with_a_star_are_bullets(text):
    found = readable("markdown", text)
    assert {item.role for item in found[1:]} == {Role.BULLET}


def test_a_reference_to_no_footnote_is_kept_as_a_marker():
    (passage,) = passages("markdown", "99 %[^9] of cases.")
    assert passage.notes == ("9",)


def test_cells_know_their_heads_and_places():
    text = "> | Metric | A \\| B |\n> |---|---|\n> | Accuracy | `99 %` of *all* |\n"
    found = passages("markdown", text)
    value = found[-1]
    assert (value.text, value.role) == ("99 % of all", Role.CELL)
    assert (value.cell.column_head, value.cell.row_head) == ("A | B", "Accuracy")
    assert value.location.label == "line 3, table 1, row 2"
    for passage in found:
        words_found(text, passage)


def test_comments_are_hidden_text():
    found = passages("markdown", "Seen <!-- not here --> text\n\n<!-- nor\nhere -->\n")
    hidden = [(p.text, p.location.part) for p in found if p.location.hidden]
    assert hidden == [("not here", Part.COMMENT), ("nor\nhere", Part.COMMENT)]
    assert found[0].text == "Seen text"


def test_html_inside_is_read_as_html():
    text = "<table><tr><th>a<th>b<tr><td>c<td>d</table>\n\n<p align=center>Big claim</p>\n"
    found = passages("markdown", text)
    assert [p.text for p in found] == ["a", "b", "c", "d", "Big claim"]
    assert found[3].cell.column_head == "b"


def test_markup_that_hides_holds_for_the_markdown_inside():
    text = "<div style='display:none'>\n\nNever seen\n\n</div>\n\nSeen\n"
    assert [(p.text, p.location.hidden) for p in passages("markdown", text)] == [
        ("Never seen", "hidden by CSS"),
        ("Seen", None),
    ]
    inline = passages("markdown", "Seen <span hidden>unseen</span> again")
    assert [p.location.hidden for p in inline] == [None, "hidden attribute"]


@pytest.mark.parametrize(
    ("tag", "read"),
    [
        ('<Card perk={"No staff"}>Words</Card>', ["Words", "No staff"]),
        ('<Card wrapperClassName="a b" onClick="go to it">Words</Card>', ["Words"]),
        ("<Card style={{color: 'red'}} onClick={() => go('x')}>Words</Card>", ["Words"]),
        ("<Tabs values={[\n  {label: 'A'},\n]}>\n\nWords\n\n</Tabs>", ["Words"]),
        ("Words <Badge text={`new ${x}`} /> too", ["Words too"]),
        ('<Hero title={"Works alone"} />\n\nWords', ["Works alone", "Words"]),
        ("a <b and c={d", ["a <b and c={d"]),
        (
            '<Hero\n  lead="Works alone"\n  on={go}\n  {...rest}\n>\nIt is\n</Hero>',
            ["Works alone", "It is"],
        ),
        ('<Hero lead="Works alone"\r\n  >\r\n\r\nIt is\r\n', ["Works alone", "It is"]),
        ("<Card {...all} {/* no */}>Words</Card>", ["Words"]),
        ("a <b {c} d", ["a <b {c} d"]),
        ("a <b c\n> quote\n", ["a <b c", "quote"]),
        ('<a href="x={y}">Words</a>', ["Words"]),
    ],
)
def test_tags_with_code_in_their_attributes_are_left_out(tag, read):
    assert words(f"{tag}\n") == read


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("import {\n  PriceCard,\n  Hero } from '../cards'\nimport './a.css'", []),
        ("import Owl from './owl'\nexport const title = \"It's all alone\"", ["It's all alone"]),
        (
            "export const plans = [\n  { name: 'Night', says: 'Works\\' alone' },\n"
            "  { says: `By day\nand night` }, // don't\n]",
            ["Works\\' alone", "By day and night"],
        ),
        ("export default function Page() {\n  return null\n}", []),
        (
            "export const Hero = () => <h1>Works alone</h1>",
            ["export const Hero = () => Works alone"],
        ),
        ("import of 'old tickets' from mail", ["import of 'old tickets' from mail"]),
        ("export default settings as 'one file'", ["export default settings as 'one file'"]),
    ],
)
def test_of_code_that_a_page_imports_and_exports_its_texts_are_read(code, read):
    assert words(f"{code}\n\nWords\n") == [*read, "Words"]


@pytest.mark.parametrize("kind", ["markdown", "html"])
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("{% if new %}It works{% endif %} alone", ["It works alone"]),
        ("{{#if new}}It works{{/if}} {{!-- by night --}}alone", ["It works alone"]),
        ("{{ if .New }}It works{{ end }} {{ .Name }}", ["It works {{ .Name }}"]),
        ("{{% notice %}}It works{{% /notice %}}", ["It works"]),
        ("It {{< b >}}works{{< /b >}} {{< icon name=owl size='2' >}}alone", ["It works alone"]),
        ('{{< hero title="It works" >}}', ['{{< hero title="It works" >}}']),
        ("It {# for now #}{/* not yet */}works", ["It works"]),
        ("{# nothing #}", []),
        ('{% trans "It works alone" %}', ['{% trans "It works alone" %}']),
        ("It works {{ if .New }}alone{{ else }}with you{{ end }}.", ["It works alone with you."]),
        (
            "{% if new %}80{% elsif old %}70{% endif %}% of item{% if n %}s{% endif %}",
            ["80 70% of items"],
        ),
        ("{{#new}}Alone{{/new}}{{^new}}With you{{/new}}", ["Alone With you"]),
        (
            "{n, plural, one {# day} other {{n} days}}",
            ["{n, plural, one {# day} other {{n} days}}"],
        ),
    ],
)
def test_what_templates_say_to_their_engine_is_left_out(kind, text, read):
    assert [p.text for p in passages(kind, text)] == read


def test_depth_that_is_not_read_is_told():
    found = items("markdown", "- " * 200 + "deep\n")
    assert [x.code for x in found if isinstance(x, Problem)] == [ProblemCode.TOO_DEEP]


PARTS = (
    *(
        "word",
        "two words",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "*",
        "**",
        "_",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
    ),
    *("[x](y)", '[x](<y z> "t i")', "![alt *t*](i)", "&amp;", "\\*", "\\", "<b>", "</b>", "# "),
    *(
        "<!-- cc -->",
        "## ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "| a | b |\n|---|---|\n",
        "~~",
        "<br>",
        "\t",
    ),
    *("| c \\| d | `e` |\n", "```\n", "[^1]", "[^1]: note\n", "[r]: /u\n", "[r]", "[t][r]", "é😀"),
    *("<div>\n", "</div>\n", "<div hidden>\n\n", "===\n", "---\n", "<http://a.b>", "- [x] ", "!"),
    *("  \n", "\\\n", "&#65;", "<span hidden>", "</span>", "<sup>2</sup>", "title: z\n"),
)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_every_word_stands_where_its_passage_says(text):
    found_in_order("markdown", text)


def test_the_settings_of_a_slide_are_no_heading():
    slides = "# One\n\n---\nlayout: two-cols\ntransition: fade\n---\n\n## price: low\n"
    assert words(f"---\ntitle: Owl\n---\n\n{slides}") == ["Owl", "One", "price: low"]
    assert words(slides) == ["One", "layout: two-cols\ntransition: fade", "price: low"]
