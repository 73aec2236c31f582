"""What every reader's items pass through: limits kept to the character, places made harmless."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimlint.document import Location, Part, Passage, Piece, Problem, ProblemCode
from claimlint.readers.guard import guarded
from claimlint.readers.interface import Item, Limits, Source


def through(items: Iterable[Item], **limits: int) -> list[Item]:
    def read(_: Source) -> Iterator[Item]:
        yield from items

    source = Source(path="a.txt", data=b"", limits=Limits(**limits))
    return list(guarded(read, source))


def passage(text: str, label: str = "line 1") -> Passage:
    return Passage(text=text, location=Location(label=label, part=Part.BODY))


def test_one_passage_beyond_the_limit_is_read_as_far_as_the_limit_goes():
    first, told = through([passage("a" * 50)], text=20)
    assert isinstance(first, Passage)
    assert first.text == "a" * 20
    assert isinstance(told, Problem)
    assert (told.code, told.message) == (
        ProblemCode.TOO_LARGE,
        "only the first 20 characters were read; raise the limit to read on",
    )


def test_text_that_fills_the_limit_exactly_is_not_told():
    assert [type(item) for item in through([passage("a" * 20)], text=20)] == [Passage]


def test_passages_without_number_end_at_a_limit_that_grows_with_the_text():
    found = through((passage("a") for _ in range(5_000)), text=200_000)
    assert len(found) == 2_001
    assert isinstance(found[-1], Problem)
    assert found[-1].message.startswith("only the first 2000 passages were read")


def test_names_in_places_steer_no_terminal():
    hostile = Location(label="sheet \x1b[2J\u202etxt", member="a\x07.docx")
    shown = through(
        [
            Passage(text="Text", location=hostile),
            Problem(code=ProblemCode.DAMAGED_PART, message="damaged", location=hostile),
        ]
    )
    for item in shown:
        assert isinstance(item, Passage | Problem)
        assert item.location is not None
        assert (item.location.label, item.location.member) == ("sheet [2J txt", "a .docx")


def test_the_parts_of_a_very_long_passage_keep_the_addresses_of_their_words():
    text = "word " * 30_000
    piece = Piece(start=0, end=len(text), anchor="document.xml#p1/r3+0")
    long = Passage(text=text, location=Location(label="paragraph 1"), pieces=(piece,))
    parts = through([long])
    assert all(isinstance(part, Passage) for part in parts)
    assert "".join(part.text for part in parts) == text
    starts = [len("".join(part.text for part in parts[:at])) for at in range(len(parts))]
    anchors = [part.pieces[0].anchor for part in parts]
    assert anchors == [f"document.xml#p1/r3+{start}" for start in starts]
    assert starts[1:]
