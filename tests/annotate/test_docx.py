"""Word comments: on the exact words, and nothing else of the document changes."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from claimlint.annotate import docx as annotate_docx
from claimlint.annotate.package import NotAnnotated
from tests.annotate.notes import TODAY, remarks_on, texts
from tests.build.office import Part, docx, note, p, r, story, table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)
LINK = '<w:hyperlink r:id="x">{}</w:hyperlink>'
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SENTENCE = "Our agents close tickets without human intervention."


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    file = tmp_path_factory.mktemp("word") / "copy.docx"
    file.write_bytes(
        docx(
            p(
                "Our agents close tickets ",
                r("with", "<w:b/>"),
                r("out hum", "<w:i/>"),
                r("an intervention. It helps."),
            ),
            p("Read on: ", LINK.format(r("it works without human oversight")), " and more."),
            table([p("Cell"), p("The bot never sleeps and works 24/7.")]),
            p("Ask us.", REFERENCE),
            p("A box: ", BOX.format(p("It replaces your whole support team."))),
            p(
                "Line",
                "<w:r><w:br/><w:t>It understands every</w:t></w:r>",
                r(" customer like a human does."),
            ),
            parts=[
                Part(
                    "footnotes",
                    "footnotes.xml",
                    story("footnotes", note("footnote", 2, "It is 100% accurate.")),
                )
            ],
        )
    )
    return file


@pytest.fixture(scope="module")
def remarks(path):
    return remarks_on(path)


@pytest.fixture(scope="module")
def made(path, remarks):
    return annotate_docx.annotated(path.read_bytes(), remarks, TODAY)


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def commented(root) -> dict[str, str]:
    """Return the text between the edges of each comment, by its id."""
    found: dict[str, str] = {}
    open_: set[str] = set()
    for element in root.iter():
        id_ = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            open_.add(id_)
            found[id_] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(id_)
        elif element.tag == f"{W}t":
            for each in open_:
                found[each] += element.text
    return found


def test_each_comment_is_on_the_exact_words(made, remarks):
    root = part(made, "word/document.xml")
    exact = [r for r in remarks if r.part in ("body", "table")]
    assert {r.words for r in exact} <= set(commented(root).values())
    assert len(exact) >= 4


def test_a_run_that_is_split_keeps_its_look(path, made):
    def looks(data: bytes) -> list[tuple[str, str]]:
        """Return each character of the body with the look of its run."""
        return [
            (char, etree.tostring(run.find(f"{W}rPr")).decode())
            for run in part(data, "word/document.xml").iter(f"{W}r")
            if run.find(f"{W}rPr") is not None
            for text in run.iterchildren(f"{W}t")
            for char in text.text
        ]

    assert looks(made) == looks(path.read_bytes())


def test_words_in_footnotes_and_text_boxes_are_commented_where_word_shows_comments(made, remarks):
    root = part(made, "word/document.xml")
    for element in root.iter(f"{W}txbxContent"):
        assert element.find(f".//{W}commentRangeStart") is None
    comments = {c.get(f"{W}id"): "".join(c.itertext()) for c in part(made, "word/comments.xml")}
    (noted,) = (remark for remark in remarks if remark.part == "footnote")
    (footnote,) = (i for i, text in comments.items() if f"On “{noted.words}” (footnote 1)" in text)
    reference = root.find(f".//{W}footnoteReference").getparent()
    assert reference.getprevious().get(f"{W}id") == footnote
    assert any("text box" in text for text in comments.values())


def test_every_comment_is_complete_and_dated_by_the_day_of_the_call(made):
    root, comments = part(made, "word/document.xml"), part(made, "word/comments.xml")
    ids = [comment.get(f"{W}id") for comment in comments]
    assert len(ids) == len(set(ids)) > 0
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(e.get(f"{W}id") for e in root.iter(f"{W}{name}")) == sorted(ids)
    assert {c.get(f"{W}date") for c in comments} == {f"{TODAY}T00:00:00Z"}
    assert {c.get(f"{W}author") for c in comments} == {"claimlint"}


def test_apart_from_what_is_added_the_file_is_unchanged(path, made, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(made)
    assert texts(copy, "comment") == texts(path)
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy) as after:
        changed = [n for n in before.namelist() if before.read(n) != after.read(n)]
        added = set(after.namelist()) - set(before.namelist())
        assert after.testzip() is None
    assert changed == ["word/document.xml", "word/_rels/document.xml.rels"]
    assert added == {"word/comments.xml", "[Content_Types].xml"}


def test_comments_of_other_people_stay(path, remarks, made):
    again = annotate_docx.annotated(made, remarks, TODAY)
    comments = part(again, "word/comments.xml")
    ids = [comment.get(f"{W}id") for comment in comments]
    assert len(ids) == len(set(ids)) == 2 * len(remarks)


def test_the_same_input_gives_the_same_bytes(path, remarks, made):
    assert annotate_docx.annotated(path.read_bytes(), remarks, TODAY) == made


def test_words_that_stand_elsewhere_than_read_are_never_marked_by_guess(path, remarks):
    other = docx(p("Our agents do something else altogether, all day long and all night."))
    root = part(annotate_docx.annotated(other, remarks[:1], TODAY), "word/document.xml")
    (whole,) = commented(root).values()
    assert whole.startswith("Our agents do something else")


def test_a_damaged_package_is_told():
    with pytest.raises(NotAnnotated, match="damaged"):
        annotate_docx.annotated(b"PK\x03\x04 no more", (), TODAY)


def test_a_heading_gets_no_remark(tmp_path):
    file = tmp_path / "agreement.docx"
    lines = (
        "SERVICES AGREEMENT between Provider and Customer",
        "Limitation of Liability",
        "Provider is not liable for lost profits.",
        "Warranty Disclaimer",
        "Fees are due in thirty days.",
    )
    file.write_bytes(docx(*map(p, lines)))
    found = [(remark.number, remark.words) for remark in remarks_on(file)]
    assert found == [("K1", "Provider is not liable for lost profits")]
