"""Numbers of lists and headings in OpenDocument files are those that a person sees."""

from __future__ import annotations

from claimlint.document import Passage
from claimlint.readers.interface import Source
from claimlint.readers.office.odf import document as odt
from tests.build.odf import odf

LEVELS = (
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
)
STYLES = (
    f'<text:list-style style:name="L">{LEVELS}</text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/>'
    '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
)


def lists(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def item(*blocks: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(blocks)}</text:list-item>"


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def numbers(*body: str) -> list[tuple[str | None, str]]:
    data = odf("text", "".join(body), styles=STYLES)
    found = odt.read(Source(path="a.odt", data=data))
    return [(x.number, x.text) for x in found if isinstance(x, Passage)]


def test_levels_are_joined_as_a_lawyer_cites_them():
    inner = lists(item(p("deep")), item(p("deeper"), lists(item(p("x")), item(p("y")))))
    assert numbers(
        lists(item(p("one")), item(p("two"), p("goes on"), inner), item(p("three")))
    ) == [
        ("1", "one"),
        ("2", "two"),
        (None, "goes on"),
        ("2.1", "deep"),
        ("2.2", "deeper"),
        ("2.2(a)", "x"),
        ("2.2(b)", "y"),
        ("3", "three"),
    ]


def test_a_list_starts_anew_unless_it_says_that_it_goes_on():
    onwards = 'text:style-name="L" text:continue-numbering="true"'
    back = 'text:style-name="L" text:continue-list="first"'
    first = lists(item(p("one")), more='text:style-name="L" xml:id="first"')
    assert numbers(
        first,
        lists(item(p("anew"))),
        lists(item(p("two")), more=onwards),
        lists(item(p("two of the first")), more=back),
        lists(item(p("seven"), more='text:start-value="7"')),
    ) == [
        ("1", "one"),
        ("1", "anew"),
        ("2", "two"),
        ("2", "two of the first"),
        ("7", "seven"),
    ]


def test_bullets_and_list_heads_have_no_number_and_styles_may_name_the_list():
    head = f"<text:list-header>{p('head')}</text:list-header>"
    assert numbers(
        lists(item(p("bullet")), more='text:style-name="B"'),
        lists(head, item(p("by its style", "P")), more=""),
    ) == [(None, "bullet"), (None, "head"), ("1", "by its style")]


def test_headings_are_numbered_by_the_outline():
    heads = [
        f'<text:h text:outline-level="{level}">{text}</text:h>'
        for level, text in ((1, "A"), (2, "B"), (1, "C"))
    ]
    assert numbers(*heads) == [("I", "A"), (None, "B"), ("II", "C")]


def test_an_empty_paragraph_counts_and_a_clause_is_named_in_its_place():
    data = odf("text", lists(item(p("")), item(p("second"))), styles=STYLES)
    (found,) = [x for x in odt.read(Source(path="a.odt", data=data)) if isinstance(x, Passage)]
    assert (found.location.label, found.location.clause) == ("clause 2", "2")
