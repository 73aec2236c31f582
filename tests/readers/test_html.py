"""What the reader of web pages gives: blocks, tables, attributes, data, what nobody sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Part, Passage, Problem, ProblemCode, Role
from tests.readers.places import found_in_order, items, passages, region


def told(text: str) -> list[tuple[str, Role]]:
    return [(passage.text, passage.role) for passage in passages("html", text)]


def texts(text: str | bytes) -> list[str]:
    return [passage.text for passage in passages("html", text)]


def only(text: str) -> Passage:
    (passage,) = passages("html", text)
    return passage


def problems(text: str) -> list[ProblemCode]:
    return [item.code for item in items("html", text) if isinstance(item, Problem)]


def test_blocks_are_passages_with_roles():
    page = """<h2>Head</h2><p>Para<ul><li>One<li>Two<ul><li>Deep</ul></ul>
    <blockquote><p>Quote</blockquote><pre>co  de</pre><button>Start</button>
    <figure><figcaption>Picture</figcaption></figure><dl><dt>Term<dd>Meaning</dl>"""
    assert told(page) == [
        ("Head", Role.HEADING),
        ("Para", Role.PARAGRAPH),
        ("One", Role.BULLET),
        ("Two", Role.BULLET),
        ("Deep", Role.BULLET),
        ("Quote", Role.QUOTE),
        ("co  de", Role.CODE),
        ("Start", Role.LINK),
        ("Picture", Role.CAPTION),
        ("Term", Role.HEADING),
        ("Meaning", Role.PARAGRAPH),
    ]


def test_levels_come_from_headings_and_lists():
    found = passages("html", "<h3>x</h3><ul><li>a<ol><li>b</ol></ul><div role=heading>y</div>")
    assert [passage.level for passage in found] == [3, 1, 2, 2]


def test_text_runs_through_inline_elements():
    assert texts("<p>Works <b>with</b>out <em>any</em>\n   help<br>\n at all</p>") == [
        "Works without any help\nat all"
    ]


def test_words_have_the_line_and_column_of_the_source():
    passage = only('<p class="x">\n  Fish &amp; <b>chips</b>\n  forever</p>')
    start = passage.text.index("&")
    place = passage.locate(start, passage.text.index(" forever"))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 8, 2, 22)


def test_references_of_every_form_are_read():
    assert (
        only("<p>&lt;a&gt; &#8217; &#x2019; &copy 1 &notit; A&B</p>").text == "<a> ’ ’ © 1 ¬it; A&B"
    )


def test_a_link_alone_is_a_link_and_one_in_a_sentence_is_text():
    assert told("<p><a href=#>Read more</a></p><p>See <a href=#>here</a></p>") == [
        ("Read more", Role.LINK),
        ("See here", Role.PARAGRAPH),
    ]


def test_links_of_the_navigation_are_apart():
    found = passages("html", "<nav><a href=1>Home</a><a href=2>Prices</a></nav>")
    assert [(p.text, p.location.part) for p in found] == [
        ("Home", Part.LAYOUT),
        ("Prices", Part.LAYOUT),
    ]


def test_page_heads_and_feet_are_parts_and_heads_of_sections_are_not():
    page = "<header>Top</header><main><header>Hero</header></main><footer>End</footer>"
    assert [p.location.part for p in passages("html", page)] == [
        Part.HEADER,
        Part.BODY,
        Part.FOOTER,
    ]


def test_cells_know_their_heads():
    page = """<table><tr><th>Metric<th colspan=2>Value</tr>
    <tr><td rowspan=2>Accuracy<td>99 %<td>July</tr><tr><td>98 %<td>June</tr></table>"""
    found = {passage.text: passage for passage in passages("html", page)}
    assert found["July"].cell.column_head == "Value"
    assert found["99 %"].cell.row_head == "Accuracy"
    assert (found["June"].cell.row, found["June"].cell.column) == (3, 3)
    assert found["98 %"].location.label == "line 2, table 1, row 3"
    assert found["98 %"].location.part is Part.TABLE


@pytest.mark.parametrize(
    "page",
    [
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><table><tr><td>a</table><td>b<tr><td>c<td>d</table>",
        "<table><tr><td>a<tr><td>b<tr><td>c<tr><td>d</table>",
    ],
)
def test_tables_for_layout_have_no_cells(page):
    found = passages("html", page)
    assert [p.text for p in found] == ["a", "b", "c", "d"]
    assert {p.cell for p in found} == {None}


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<p hidden>x</p>", "hidden attribute"),
        ("<p style='display: none'>x</p>", "hidden by CSS"),
        ("<div style='visibility:hidden'><p>x</p></div>", "hidden by CSS"),
        ("<p style='opacity:0'>x</p>", "hidden by CSS"),
        ("<p style='opacity:0;transform:translateY(20px)'>x</p>", None),
        ("<style>.in{opacity:0;animation:rise 1s forwards}</style><p class=in>x</p>", None),
        ("<p data-w-id=7 style='opacity:0'>x</p>", None),
        ("<div hidden><p data-aos=fade style='opacity:0'>x</p></div>", "hidden attribute"),
        ("<p style='font-size:1px'>x</p>", "tiny text"),
        ("<p style='position:absolute;left:-9999px'>x</p>", "off the page"),
        ("<p style='text-indent:-999em'>x</p>", "off the page"),
        ("<p style='height:0;overflow:hidden'>x</p>", "hidden by CSS"),
        ("<p style='color:#fff'>x</p>", "white on white"),
        ("<p style='color:red;background:#f00'>x</p>", "text in the colour of its background"),
        ("<font color=white>x</font>", "white on white"),
        ("<p style='color:transparent'>x</p>", "transparent text"),
        ("<style>.a{display:none}</style><p class='b a'>x</p>", "hidden by CSS"),
        ("<style>p#i, q{opacity:0!important}</style><p id=i style='opacity:1'>x</p>", None),
        ("<style>@media screen{p{display:none}}</style><p>x</p>", "hidden by CSS"),
        ("<style>@media print{p{display:none}}</style><p>x</p>", None),
        ("<style>.a .b{display:none}</style><p class=b>x</p>", None),
        ("<p aria-hidden=true>x</p>", None),
        ("<div style='visibility:hidden'><p style='visibility:visible'>x</p></div>", None),
        ("<div style='background:#000'><p style='color:#fff'>x</p></div>", None),
        ("<link rel=stylesheet href=x><p style='color:#fff'>x</p>", None),
        ("<h1 style='color:transparent;background-clip:text'>x</h1>", None),
        ("<noscript>x</noscript>", "shown only without scripts"),
    ],
)
def test_what_nobody_sees_is_marked_with_the_reason(page, why):
    assert only(page).location.hidden == why


def test_hidden_words_do_not_run_into_the_sentence_around_them():
    found = passages("html", "<p>It works <span hidden>never</span>always.</p>")
    assert [(p.text, p.location.hidden) for p in found] == [
        ("It works always.", None),
        ("never", "hidden attribute"),
    ]


def test_what_opens_on_a_click_is_seen_and_says_so():
    _, answer = passages("html", "<details><summary>How?</summary><p>Alone.</details>")
    assert (answer.location.hidden, answer.location.label) == (None, "line 1, opens on a click")


@pytest.mark.parametrize(
    "page",
    [
        '<div role="tabpanel" style="display:none">It works alone.</div>',
        '<div role="tabpanel" hidden><p>It works alone.</p></div>',
        '<a aria-controls="menu answer"></a><div id="answer" hidden>It works alone.</div>',
    ],
)
def test_tabs_and_what_a_button_opens_are_seen_on_a_click(page):
    place = only(page).location
    assert (place.hidden, place.label) == (None, "line 1, opens on a click")


def test_a_tab_in_what_nobody_sees_is_not_seen():
    page = '<div hidden><div role="tabpanel" hidden>x y</div></div>'
    assert only(page).location.hidden == "hidden attribute"


def test_texts_in_attributes_have_parts_of_their_own():
    page = "<img alt='A robot'><a title='Tip on it'>x</a><input placeholder='Ask it'>"
    found = {p.text: p.location for p in passages("html", page)}
    assert found["A robot"].part is Part.ALT_TEXT
    assert (found["A robot"].column, found["A robot"].end_column) == (11, 18)
    assert found["Tip on it"].part is Part.TITLE_TEXT
    assert found["Ask it"].part is Part.FORM


def test_titles_and_descriptions_are_metadata():
    page = """<title>Acme &amp; Co</title><meta name=description content="Works alone">
    <meta property="og:title" content="Never sleeps"><meta name=viewport content="width 5">"""
    found = passages("html", page)
    assert [(p.text, p.location.part) for p in found] == [
        ("Acme & Co", Part.METADATA),
        ("Works alone", Part.METADATA),
        ("Never sleeps", Part.METADATA),
    ]
    assert found[0].role is Role.TITLE


def test_sentences_in_json_ld_are_structured_data():
    page = """<script type="application/ld+json">
    {"@type": "Two words", "description": "It \\"never\\" \\u0073leeps", "price": "5"}</script>"""
    passage = only(page)
    assert passage.text == 'It "never" sleeps'
    assert passage.location.label == "line 2, structured data (description)"
    place = passage.locate(passage.text.index("sleeps"), len(passage.text))
    assert region(page, place) == "\\u0073leeps"


def test_markup_in_json_ld_parts_no_words():
    page = """<script type="application/ld+json">
    {"text": "<p class=\\"a\\">It works <b>with<\\/b>out&nbsp;help.<\\/p><p>1 < 2"}</script>"""
    assert only(page).text.split() == ["It", "works", "without", "help.", "1", "<", "2"]


def test_the_shadow_of_an_element_is_read():
    page = "<a-card><template shadowrootmode=open><p>It works alone.</template></a-card>"
    assert texts(page) == ["It works alone."]


def test_what_components_of_a_site_say_in_their_attributes_is_read():
    page = (
        '<my-hero headline="Never sleeps" kind="wide" :items="[a b]" inner-class="a b">x</my-hero>'
        '<PriceCard says="No staff needed" alt="A card" title="On"/><p title="Tip">'
        '<A NAME="two words">y</A><div about="two words">z</div>'
    )
    found = [(p.text, p.location.label) for p in passages("html", page)]
    assert [one for one in found if "line 1, " in one[1]] == [
        ("Never sleeps", "line 1, headline of a component"),
        ("A card", "line 1, alternative text"),
        ("On", "line 1, title of a component"),
        ("No staff needed", "line 1, says of a component"),
        ("Tip", "line 1, tool tip"),
    ]


def test_scripts_styles_templates_and_comments_are_not_read():
    assert texts("<script>var a='<p>x</p>'</script><style>p{}</style><!-- c --><p>y") == ["y"]
    assert texts("<template><p>x</p></template><p>y") == ["y"]


def test_raised_markers_are_notes_and_units_are_not():
    found = passages(
        "html", "<p>99 %<sup>1</sup> of 5 m<sup>2</sup></p><p><sup>1</sup> In May.</p>"
    )
    assert [(p.text, p.notes, p.note_id) for p in found] == [
        ("99 %¹ of 5 m2", ("1",), None),
        ("¹ In May.", (), "1"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Our agent <b>decides</b> alone.</p>",
        "&lt;p&gt;Our agent &lt;b&gt;decides&lt;/b&gt; alone.&lt;/p&gt;",
        "<style>b{color:red}</style>\n&lt;p>Our&nbsp;agent&#10;<b>decides</b>\nalone.<br>",
    ],
)
def test_the_page_in_the_tag_of_a_frame_is_read_where_it_stands(markup):
    page = f'<h1>Head</h1>\n<iframe title="Demo" srcdoc="{markup}"></iframe><p>Below.</p>'
    head, inner, below = passages("html", page)
    assert inner.text.replace("\xa0", " ") == "Our agent decides alone."
    assert region(page, inner.locate(10, 17)) == "decides"
    assert inner.location.label.endswith(", in a frame")
    assert [one.location.order for one in (head, inner, below)] == [(1,), (2,), (3,)]


def test_frames_in_a_frame_and_hidden_frames_are_not_read():
    inner = "<iframe srcdoc='<p>Deeper.</p>'></iframe>"
    assert problems(f'<iframe srcdoc="{inner}"></iframe>') == [ProblemCode.UNSUPPORTED_PART]
    assert passages("html", "<iframe hidden srcdoc='<p>Unseen.</p>'></iframe>") == []


def test_a_frame_with_another_page_is_told():
    assert problems("<iframe src=https://x.example></iframe>") == [ProblemCode.UNSUPPORTED_PART]
    assert problems("<frameset><frame src=a.html></frameset>") == [ProblemCode.UNSUPPORTED_PART]


def test_what_never_ends_is_told():
    assert problems("<p>x</p><!-- y") == [ProblemCode.DAMAGED_PART]
    assert problems("<p>x</p><a title='y") == [ProblemCode.DAMAGED_PART]
    assert problems("<p>x</p><script>var a; <p>y</p>") == [ProblemCode.DAMAGED_PART]
    assert problems("<p>x</p><script>var a;</script>") == []


@pytest.mark.parametrize(
    "page",
    [
        "</p></div>x",
        "<b><div>x</b></div>",
        "<td>x",
        "<li></ul>x",
        "<p/>x",
        "<x-y>x",
        "<a<b>x",
        "x<",
    ],
)
def test_broken_markup_is_read(page):
    assert texts(page)[-1].startswith("x")


@pytest.mark.parametrize(
    "page",
    [
        '<meta charset="windows-1252"><p>caf\xe9',
        '<meta http-equiv=x content="text/html; charset=iso-8859-1"><p>caf\xe9',
    ],
)
def test_the_charset_comes_from_the_page(page):
    assert texts(page.encode("latin-1")) == ["café"]


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>"])
def test_depth_costs_no_recursion(tag):
    assert texts(tag * 20_000 + "deep") == ["deep"]


def test_side_by_side_spans_are_words_apart():
    assert texts("<div><span>Never sleeps</span><span>Always on</span></div>") == [
        "Never sleeps Always on"
    ]
    assert texts("<h1><span>A</span><span>I</span> for Zap<span>ier</span></h1>") == [
        "AI for Zapier"
    ]


PARTS = (
    *("<p>", "</p>", "<div hidden>", "<div>", "</div>", "<b>", "</b>", "<br>", "<li>", "<ul>"),
    *("</ul>", "<table>", "<tr>", "<td>", "<th>", "</td>", "</tr>", "</table>", "<sup>1</sup>"),
    *("<span style='display:none'>", "</span>", "word", "two words", " ", "\n", "\r\n", "&amp;"),
    *("&lt;x&gt;", "&#8217;", "&nbsp;", "<a href=x>", "</a>", "<img alt='A b &quot;c'>", "<pre>"),
    *("</pre>", "<!-- c -->", "<script>x<y</script>", "<title>T t</title>", "é😀", "<h1>", "</h1>"),
    *("<style>.a{color:white}</style>", "<p class=a>", "<", "&", "<p", '"', "'", ">", "<svg>"),
    *("</svg>", "<details>", "<summary>", "\t", "\f", "99%*", "\x00", "</b", "<noscript>"),
    *("<meta name=description content='some & words'>", "<select><option>", "<nav>"),
)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_every_word_stands_where_its_passage_says(text):
    found_in_order("html", text)
