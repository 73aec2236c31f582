"""Review comments and notes lines: at the shape of the words, nothing else of the deck moves."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from pptx import Presentation

from claimlint.annotate import pptx as annotate_pptx
from claimlint.datafiles import data_folder
from tests.annotate.notes import TODAY, remarks_on, texts
from tests.build.office import Part, page, pptx, shape, slide

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 12700


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    file = tmp_path_factory.mktemp("deck") / "deck.pptx"
    notes = Part(
        "notesSlide",
        "notesSlides/notesSlide1.xml",
        page("notes", shape("Say it loud.", kind="body")),
    )
    file.write_bytes(
        pptx(
            slide(
                shape("Works without human intervention.", at=(100 * EMU, 50 * EMU, 900000, 90000)),
                parts=[notes],
            ),
            slide(shape("It never sleeps. It replaces your team."), name="slides/slide7.xml"),
        )
    )
    return file


@pytest.fixture(scope="module")
def made(path):
    return annotate_pptx.annotated(path.read_bytes(), remarks_on(path), TODAY)


def parts(data: bytes, folder: str) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.startswith(folder) and n.endswith(".xml")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def test_each_claim_has_a_comment_at_its_shape(path, made):
    remarks = remarks_on(path)
    (author,) = parts(made, "ppt/commentAuthors.xml").values()
    assert author[0].get("name") == "claimlint"
    assert author[0].get("lastIdx") == str(len(remarks))
    comments = [c for root in parts(made, "ppt/comments/").values() for c in root]
    assert len(comments) == len(remarks) > 2
    assert {comment.get("dt") for comment in comments} == {f"{TODAY}T00:00:00.000"}
    place = comments[0].find(f"{P}pos")
    assert (place.get("x"), place.get("y")) == (str(100 * 8), str(50 * 8))
    for comment, remark in zip(comments, remarks, strict=True):
        assert f"“{remark.words}”" in comment.findtext(f"{P}text")


def test_each_claim_has_a_marked_line_in_the_notes_behind_those_of_the_author(made):
    lines = [
        "".join(p.itertext())
        for root in parts(made, "ppt/notesSlides/").values()
        for p in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p")
    ]
    assert lines[0] == "Say it loud."
    assert [line for line in lines if line.startswith("▸ claimlint 2.")]


def test_apart_from_what_is_added_the_deck_is_unchanged(path, made, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(made)
    kept = [t for t in texts(copy, "comment") if not t.startswith("▸ claimlint")]
    assert kept == texts(path)
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy) as after:
        changed = {n for n in before.namelist() if before.read(n) != after.read(n)}
    assert not {n for n in changed if n.startswith("ppt/slides/slide")}


def test_the_example_deck_opens_with_notes_on_every_slide_with_claims():
    path = data_folder("examples") / "deck.pptx"
    remarks = remarks_on(path)
    made = annotate_pptx.annotated(path.read_bytes(), remarks, TODAY)
    slides = list(Presentation(io.BytesIO(made)).slides)
    for number in {remark.slide for remark in remarks if remark.slide}:
        assert "▸ claimlint" in slides[number - 1].notes_slide.notes_text_frame.text
    assert made == annotate_pptx.annotated(path.read_bytes(), remarks, TODAY)


def test_a_deck_with_threaded_comments_gets_lines_in_the_notes_only(tmp_path):
    path = tmp_path / "deck.pptx"
    threaded = Part("comments", "comments/modernComment_1.xml", "<x/>")
    path.write_bytes(pptx(slide(shape("It works without human oversight."), parts=[threaded])))
    made = annotate_pptx.annotated(path.read_bytes(), remarks_on(path), TODAY)
    assert list(parts(made, "ppt/comments/")) == ["ppt/comments/modernComment_1.xml"]
    assert parts(made, "ppt/notesSlides/")
