"""Marks and footnotes in HTML, Markdown and text: taken out again, the original is left."""

from __future__ import annotations

import re

import pytest
from lxml import html as parser
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from claimlint.annotate import text as annotate_text
from claimlint.annotate.package import NotAnnotated
from claimlint.datafiles import data_folder
from tests.annotate.notes import remarks_on

FORMS = {"landing.html": "html", "copy.md": "markdown", "notes.txt": "text"}
ADDED = {
    "html": r'\n<section id="claimlint".*</section>\n|<mark class="claimlint [a-z]+">|</mark>|'
    r'<sup>(<a href="#claimlint-\d+" style="color:inherit">)?\[\d+\](</a>)?</sup>',
    "markdown": r'\n\n\[\^claimlint-\d+\]: .*|<mark class="claimlint">|</mark>|\[\^claimlint-\d+\]',
    "text": r"\n\nclaimlint\n-+\n.*|[«»]|\[claimlint \d+\]",
}


@pytest.fixture(scope="module", params=FORMS)
def example(request):
    path = data_folder("examples") / request.param
    remarks = remarks_on(path)
    form = FORMS[request.param]
    return (
        path.read_bytes(),
        remarks,
        form,
        annotate_text.annotated(path.read_bytes(), remarks, form),
    )


def test_without_what_was_added_the_file_is_the_original(example):
    data, _, form, made = example
    assert re.sub(ADDED[form], "", made.decode(), flags=re.DOTALL) == data.decode()


def test_every_remark_is_in_the_file(example):
    _, remarks, form, made = example
    text = made.decode()
    if form == "markdown":
        text = re.sub(r"\\([\\`_\[\]<>{}|#!])", r"\1", text)
    elif form == "html":
        text = parser.fromstring(text).text_content()
    assert [r for r in remarks if r.title not in text] == []


def test_marks_of_html_hold_the_words():
    path = data_folder("examples") / "landing.html"
    remarks = remarks_on(path)
    tree = parser.fromstring(annotate_text.annotated(path.read_bytes(), remarks, "html").decode())
    for number in tree.findall(".//sup"):
        number.drop_tree() if "[" in number.text_content() else None
    marked = "".join(
        text if text.getparent().tag == "mark" and text.is_text else "|"
        for text in tree.xpath("//text()")
    )
    seen = [r for r in remarks if r.part == "body"]
    assert len(seen) > 5
    held = " ".join(marked.split())
    assert [r.words for r in seen if " ".join(r.words.split()) not in held] == []


def test_footnotes_of_markdown_work(tmp_path):
    path = tmp_path / "copy.md"
    path.write_text(
        "# It never sleeps\n\n[It works without human oversight](x.html) **and more**.\n"
    )
    made = annotate_text.annotated(path.read_bytes(), remarks_on(path), "markdown").decode()
    page = MarkdownIt().use(footnote_plugin).render(made)
    assert page.count('class="footnote-ref"') == made.count("]: **")
    assert "[^claimlint" not in page
    assert '<a href="x.html">' in page


def test_documents_words_cannot_steer_the_notes(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<p>It works <b>without</b> human <i>oversight &amp; <u>us</u></i>.</p><script>1</script>"
    )
    made = annotate_text.annotated(path.read_bytes(), remarks_on(path), "html").decode()
    assert made.count("<script>") == 1
    tree = parser.fromstring(f"<div>{made}</div>")
    assert "".join(m.text_content() for m in tree.iter("mark")) == "without human oversight"


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_the_file_is_kept(charset, tmp_path):
    path = tmp_path / "notes.txt"
    text = "Unsere “Agenten”: the agent works without human intervention – always.\r\nBye.\r\n"
    path.write_bytes(text.encode(charset))
    made = annotate_text.annotated(path.read_bytes(), remarks_on(path), "text").decode(charset)
    assert "«without human intervention»[claimlint 1] – always.\r\nBye.\r\n" in made


def test_a_file_that_is_not_the_one_that_was_read_is_told():
    path = data_folder("examples") / "notes.txt"
    with pytest.raises(NotAnnotated):
        annotate_text.annotated(b"Something else\n" * 40, remarks_on(path), "text")
