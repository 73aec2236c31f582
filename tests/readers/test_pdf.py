"""What the PDF reader says of plain pages: text, order, places."""

from __future__ import annotations

from claimlint.document import Passage
from claimlint.readers.contract import Item, PageDone, Source
from claimlint.readers.formats import pdf as reader
from tests.build.pdf import lines, pdf


def items(data: bytes) -> list[Item]:
    return list(reader.read(Source(path="deck.pdf", data=data)))


def passages(data: bytes) -> list[Passage]:
    return [item for item in items(data) if isinstance(item, Passage)]


def test_a_wrapped_paragraph_is_one_passage_with_its_line_breaks():
    data = pdf(lines("Our agent answers every question that a", "customer has, day and night."))
    assert [passage.text for passage in passages(data)] == [
        "Our agent answers every question that a\ncustomer has, day and night."
    ]


def test_every_page_is_told_when_it_is_done():
    data = pdf(lines("One."), lines("Two."))
    done = [item for item in items(data) if isinstance(item, PageDone)]
    assert done == [PageDone(1, 2), PageDone(2, 2)]


def test_words_are_located_by_their_boxes_from_the_top_left_corner():
    (passage,) = passages(pdf(lines("It never sleeps.", top=60)))
    start = passage.text.index("never")
    place = passage.locate(start, start + len("never"))
    left, top, right, bottom = place.bbox or (0, 0, 0, 0)
    assert place.label == "page 1"
    assert 45 < left < right < 80
    assert 50 < top < 60 < bottom < 65
