"""Messages between a reader's process and its owner: nothing lost, nothing believed."""

from __future__ import annotations

import io
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack
from msgspec.structs import replace

from claimlint.document import (
    Location,
    Part,
    Passage,
    Piece,
    Problem,
    ProblemCode,
    Revision,
    Role,
    TableCell,
)
from claimlint.readers.interface import Limits, PageDone, Source
from claimlint.readers.process import frames, request, wire
from claimlint.readers.process.frames import Kind, WireFault
from claimlint.values.pieces import Boxed

FULL = Passage(
    text="Works “alone” \U0001f916\nnow",
    location=Location(
        label="slide 4, table 1",
        order=(4, 1, 2),
        page=1,
        slide=4,
        sheet="Costs",
        paragraph=3,
        line=1,
        column=2,
        end_line=2,
        end_column=4,
        bbox=(1.0, 2.5, 3.0, 4.0),
        boxes=((1.0, 2.5, 3.0, 4.0), (1, 2, 3, 4)),
        part=Part.TABLE,
        cell="B2",
        clause="7.2(b)",
        member="a.zip/b.pptx",
        hidden="white on white",
        anchor="word/document.xml#p1",
    ),
    role=Role.CELL,
    level=2,
    size=1.25,
    pieces=(
        Piece(0, 5, 1, 2, 5),
        Piece(5, 6, box=(0.0, 0.0, 1.0, 1.0)),
        Piece(6, 9, anchor="p1/r2+3"),
    ),
    cell=TableCell(table=1, row=2, column=3, column_head="Value", row_head=None),
    notes=("1", "*"),
    note_id="2",
    number="7.2(b)",
    revision=Revision.DELETED,
)
PLAIN = Passage(text="x", location=Location(label="line 1"))
PROBLEM = Problem(
    code=ProblemCode.ENCRYPTED, message="locked", location=Location(label="page 2"), fatal=True
)


def test_items_come_back_as_they_went():
    sent = (FULL, PLAIN, PROBLEM, Problem(code=ProblemCode.EMPTY, message=""), PageDone(3, 9))
    assert wire.load(wire.dump(sent)) == sent


PACKED = Boxed.of(((0, 5, (72.0, 10.01, 99.99, 20.5)), (6, 13, (0.0, -3.2, 5.25, 8.0))))


def test_packed_pieces_come_back_as_they_went_and_are_read_as_pieces():
    passage = replace(FULL, pieces=PACKED)
    (back,) = wire.load(wire.dump((passage,)))
    assert back == passage
    assert isinstance(back, Passage)
    assert back.pieces[0] == Piece(0, 5, box=(72.0, 10.01, 99.99, 20.5))
    assert back.locate(0, 5).bbox == (72.0, 10.01, 99.99, 20.5)
    assert tuple(back.pieces) == back.pieces == PACKED
    assert len({tuple(PACKED), PACKED}) == 1


def test_a_box_beyond_all_paper_is_packed_at_the_edge():
    (piece,) = Boxed.of(((0, 1, (0.0, 0.0, 1e12, 5.0)),))
    assert piece.box is not None
    assert piece.box[2] > 20_000_000


@given(st.text(), st.lists(st.integers(0, 2**40)), st.none() | st.text())
def test_any_text_and_place_come_back(text, order, hidden):
    passage = Passage(text=text, location=Location(label=text, order=tuple(order), hidden=hidden))
    assert wire.load(wire.dump((passage,))) == (passage,)


def test_halves_of_characters_are_no_reason_to_lose_the_rest():
    (back,) = wire.load(wire.dump((replace(FULL, number="7\ud83e"),)))
    assert back == replace(FULL, number="7\ufffd")


def boxed(*numbers: int) -> dict[str, bytes]:
    return {"data": array("i", numbers).tobytes()}


def altered(**changes: object) -> bytes:
    ((row, _, _),) = msgpack.decode(wire.dump((FULL,)))
    for path, value in changes.items():
        target, *inner = path.split("__")
        if inner:
            row[target][inner[0]] = value
        else:
            row[target] = value
    return msgpack.encode([[row]])


def problem(**values: object) -> bytes:
    return msgpack.encode([[None, {"code": "empty", "message": "", **values}]])


def page(number: object) -> bytes:
    return msgpack.encode([[None, None, {"number": number, "total": 1}]])


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff",
        b"{}",
        b"\x91\x01",
        msgpack.encode([{"is": "surprise"}]),
        msgpack.encode([[]]),
        b"\x91" * 100_000,
        page(1e99),
        page(2**60),
        page(True),
        altered(text=5),
        altered(role="king"),
        altered(level="2"),
        altered(size="big"),
        altered(notes="1"),
        altered(notes=[1]),
        altered(location=None),
        altered(location__page="one"),
        altered(location__order=[1, None]),
        altered(location__bbox=[1, 2, 3]),
        altered(location__boxes=[[1, 2, 3, "4"]]),
        altered(location__part="moon"),
        altered(location__bbox=[1, 2, 3, float("nan")]),
        altered(pieces=[{"start": 0}]),
        altered(pieces=[{"start": 0, "end": 99}]),
        altered(pieces=[{"start": 3, "end": 5}, {"start": 0, "end": 1}]),
        altered(pieces=[{"start": 2, "end": 2}]),
        altered(pieces=[{"start": 0, "end": 1, "anchor": 7}]),
        altered(pieces=boxed(0, 1, 1, 2, 3, 4)),
        altered(pieces=boxed(0, 0, 1, 2)),
        altered(pieces=boxed(0, -1, 1, 2, 3, 4, 5)),
        altered(pieces=boxed(0, 1 << 30, 1, 2, 3, 4, 5)),
        altered(pieces=boxed(0, 1, 1, 2, 3, 4, 99)),
        altered(pieces=boxed(-1, 1, 1, 2, 3, 4, 5)),
        altered(pieces=boxed(2, 1, 1, 2, 3, 4, 0)),
        altered(pieces=boxed(3, 1, 1, 2, 3, 4, 2, 0, 1, 1, 2, 3, 4, 1)),
        altered(pieces={"data": boxed(0, 1, 1, 2, 3, 4, 5)["data"][:-1]}),
        altered(pieces={"data": "\u00e9"}),
        altered(pieces={"data": [0, 5, 1, 2, 3, 4]}),
        altered(cell=[1, 2]),
        altered(cell={"table": 1, "row": 2, "column": 3, "row_head": 5}),
        altered(size=float("nan")),
        problem(fatal=1),
        problem(code="surprise"),
    ],
)
def test_a_message_that_this_program_never_sends_is_refused(message):
    with pytest.raises(WireFault):
        wire.load(message)


def test_requests_come_back_as_they_went():
    limits = Limits(seconds=2.5, pages=3)
    asked = Source(path="ä\udcff.pdf", data=b"", limits=limits, ocr=True)
    assert request.load(request.dump("pdf", replace(asked, data=b"%PDF"))) == ("pdf", asked)
    with pytest.raises(WireFault):
        request.load(b'["pdf"]')


def test_frames_keep_their_order_and_end_with_the_pipe():
    pipe = io.BytesIO()
    frames.send(pipe, Kind.ITEMS, b"abc")
    frames.send(pipe, Kind.DONE)
    pipe.seek(0)
    assert frames.receive(pipe) == (Kind.ITEMS, b"abc")
    assert frames.receive(pipe) == (Kind.DONE, b"")
    with pytest.raises(EOFError):
        frames.receive(pipe)


def test_a_frame_that_is_too_large_is_refused_before_it_is_read():
    pipe = io.BytesIO(b"\x04" + (1 << 50).to_bytes(8, "big"))
    with pytest.raises(WireFault):
        frames.receive(pipe)
