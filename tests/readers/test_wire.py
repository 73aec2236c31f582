"""Messages between a reader's process and its owner: nothing lost, nothing believed."""

from __future__ import annotations

import io
import json
from array import array
from binascii import b2a_base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
from claimlint.pieces import Boxed
from claimlint.readers import frames, wire
from claimlint.readers.contract import Limits, PageDone
from claimlint.readers.frames import Kind
from claimlint.readers.record import WireFault
from claimlint.readers.request import Request

FULL = Passage(
    text="Works “alone” \ud83e\nnow",
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


def boxed(*numbers: int) -> str:
    return b2a_base64(array("i", numbers).tobytes(), newline=False).decode()


def altered(**changes: object) -> bytes:
    row = json.loads(wire.dump((FULL,)).decode("utf-8", "surrogatepass"))[0]
    for path, value in changes.items():
        target, *inner = path.split("__")
        if inner:
            row[target][inner[0]] = value
        else:
            row[target] = value
    return json.dumps([row]).encode()


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff",
        b"{}",
        b"[1]",
        b'[{"is": "surprise"}]',
        b"[" * 100_000,
        b'[{"is": "page", "number": 1e99, "total": 1}]',
        b'[{"is": "page", "number": true, "total": 1}]',
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
        altered(pieces=[[0]]),
        altered(pieces=[[0, 99]]),
        altered(pieces=[[3, 5], [0, 1]]),
        altered(pieces=[[2, 2]]),
        altered(pieces=[[0, 1, None, None, None, None, 7]]),
        altered(pieces={"boxed": boxed(0, 5, 1, 2, 3)}),
        altered(pieces={"boxed": boxed(0, 99, 1, 2, 3, 4)}),
        altered(pieces={"boxed": boxed(-1, 5, 1, 2, 3, 4)}),
        altered(pieces={"boxed": boxed(2, 2, 1, 2, 3, 4)}),
        altered(pieces={"boxed": boxed(3, 5, 1, 2, 3, 4, 0, 1, 1, 2, 3, 4)}),
        altered(pieces={"boxed": boxed(0, 5, 1, 2, 3, 4)[:-1]}),
        altered(pieces={"boxed": boxed(0, 5, 1, 2, 3, 4) + "!"}),
        altered(pieces={"boxed": "\u00e9"}),
        altered(pieces={"boxed": [0, 5, 1, 2, 3, 4]}),
        altered(cell=[1, 2]),
        altered(cell=[1, 2, 3, 4, 5]),
        altered(size=1).replace(b'"size": 1', b'"size": NaN'),
        b'[{"is": "problem", "code": "empty", "message": "", "fatal": 1}]',
    ],
)
def test_a_message_that_this_program_never_sends_is_refused(message):
    with pytest.raises(WireFault):
        wire.load(message)


def test_requests_come_back_as_they_went():
    asked = Request(kind="pdf", path="ä.pdf", limits=Limits(seconds=2.5, pages=3), ocr=True)
    assert Request.load(asked.dump()) == asked
    with pytest.raises(WireFault):
        Request.load(b'{"kind": "pdf"}')


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
