"""Places in office files are exact: at every address stand the words that were located."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from claimlint.document import Passage
from claimlint.office.names import A, W
from claimlint.readers.interface import Source
from claimlint.readers.office.slides import deck as pptx
from claimlint.readers.office.word import document as docx
from tests.build.office import ap, p, r, shape
from tests.build.office import docx as build_docx
from tests.build.office import pptx as build_pptx

words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9)
looks = st.sampled_from(["", "<w:b/>", "<w:vanish/>", '<w:color w:val="FFFFFF"/>'])


def word_run(text: str, look: str, change: str) -> str:
    if change == "del":
        return f"<w:del>{r(text, look, tag='delText')}</w:del>"
    return f"<w:ins>{r(text, look)}</w:ins>" if change == "ins" else r(text, look)


word_runs = st.lists(
    st.builds(word_run, words, looks, st.sampled_from(["", "", "ins", "del"])),
    min_size=1,
    max_size=6,
)


def text_at(data: bytes, anchor: str, run_tag: tuple[str, ...], text_tags: tuple[str, ...]) -> str:
    """Return the text of the run that an address names, from the offset on."""
    part, _, place = anchor.partition("#")
    paragraph, _, rest = place.partition("/r")
    number, _, offset = rest.partition("+")
    space = W if part.startswith("word/") else A
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))
    element = list(root.iter(f"{space}p"))[int(paragraph[1:]) - 1]
    run = list(element.iter(*run_tag))[int(number) - 1]
    return "".join(text.text or "" for text in run.iter(*text_tags))[int(offset) :]


def spans(passage: Passage) -> list[tuple[int, int]]:
    """Return every piece of a passage, and each cut into halves."""
    found = []
    for piece in passage.pieces:
        middle = (piece.start + piece.end) // 2
        found += [(piece.start, piece.end), (middle, piece.end)]
    return [(start, end) for start, end in found if start < end]


def passages(found: object) -> list[Passage]:
    return [item for item in found if isinstance(item, Passage)]  # type: ignore[attr-defined]


@given(st.lists(word_runs, min_size=1, max_size=4))
def test_words_of_a_document_stand_at_their_addresses(paragraphs):
    data = build_docx(*(p(*runs) for runs in paragraphs))
    found = passages(docx.read(Source(path="x.docx", data=data)))
    assert found
    for passage in found:
        for start, end in spans(passage):
            anchor = passage.locate(start, end).anchor or ""
            there = text_at(data, anchor, (f"{W}r",), (f"{W}t", f"{W}delText"))
            assert there.startswith(passage.text[start:end])


@given(st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=4))
def test_words_of_a_deck_stand_at_their_addresses(shapes):
    drawn = "".join(
        shape(*(ap(text) for text in paragraphs), at=(0, n * 900_000, 800_000, 400_000))
        for n, paragraphs in enumerate(shapes)
    )
    data = build_pptx(drawn)
    found = passages(pptx.read(Source(path="x.pptx", data=data)))
    assert found
    for passage in found:
        for start, end in spans(passage):
            anchor = passage.locate(start, end).anchor or ""
            there = text_at(data, anchor, (f"{A}r", f"{A}fld"), (f"{A}t",))
            assert there.startswith(passage.text[start:end])


@given(st.lists(word_runs, min_size=1, max_size=4))
def test_no_character_of_a_document_is_lost_or_told_twice(paragraphs):
    data = build_docx(*(p(*runs) for runs in paragraphs))
    found = passages(docx.read(Source(path="x.docx", data=data)))
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    written = "".join(text.text or "" for text in root.iter(f"{W}t", f"{W}delText"))
    assert sorted("".join(passage.text for passage in found)) == sorted(written)


@given(st.lists(words, min_size=2, max_size=8))
def test_passages_sort_into_the_order_in_which_they_are_read(texts):
    data = build_docx(*(p(r(text)) for text in texts))
    orders = [x.location.order for x in passages(docx.read(Source(path="x.docx", data=data)))]
    assert len(orders) == len(texts)
    assert all(before < after for before, after in pairwise(orders))
