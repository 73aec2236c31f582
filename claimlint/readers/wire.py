"""What readers yield as JSON and back: nothing is lost on the way, and nothing believed.

The process that reads a hostile file may have been taken over by it, so that every value which
comes from there is checked: its type, its size, its order.
"""

from __future__ import annotations

import json
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable, Iterator
from operator import attrgetter

from claimlint.boxes import Box
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
from claimlint.pieces import Boxed, Pieces
from claimlint.readers.contract import Item, PageDone
from claimlint.readers.record import Record, WireFault, whole

_FIELDS = Location.__struct_fields__
_fields_of = attrgetter(*_FIELDS)
_BARE = _fields_of(Location(label=""))


def dump(items: Iterable[Item]) -> bytes:
    """Return `items` as one message."""
    rows = [_dumped(item) for item in items]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def load(message: bytes) -> tuple[Item, ...]:
    """Return the items of a message.

    Raises:
        WireFault: the message is not one that `dump` makes.
    """
    try:
        rows = json.loads(message.decode("utf-8", "surrogatepass"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise WireFault(f"not JSON ({error})") from error
    if type(rows) is not list:
        raise WireFault("not a list")
    said: dict[str, str] = {}
    return tuple(_loaded(Record(row), said) for row in rows)


def _refuse(constant: str) -> float:
    raise WireFault(f"{constant} is no number")


def _dumped(item: Item) -> dict[str, object]:
    if isinstance(item, PageDone):
        return {"is": "page", "number": item.number, "total": item.total}
    if isinstance(item, Problem):
        return {
            "is": "problem",
            "code": item.code,
            "message": item.message,
            "location": None if item.location is None else _location_out(item.location),
            "fatal": item.fatal,
        }
    return {
        "is": "passage",
        "text": item.text,
        "location": _location_out(item.location),
        "role": item.role,
        "level": item.level,
        "size": item.size,
        "pieces": _pieces_out(item.pieces),
        "cell": None if item.cell is None else _cell_out(item.cell),
        "notes": item.notes,
        "note_id": item.note_id,
        "number": item.number,
        "revision": item.revision,
    }


def _location_out(place: Location) -> dict[str, object]:
    values = zip(_FIELDS, _fields_of(place), _BARE, strict=True)
    return {name: value for name, value, bare in values if value != bare}


def _pieces_out(pieces: Pieces) -> object:
    """Return pieces as lists, or packed ones as text in an object."""
    if isinstance(pieces, Boxed):
        return {"boxed": b2a_base64(pieces.data, newline=False).decode("ascii")}
    return [_piece_out(piece) for piece in pieces]


def _piece_out(piece: Piece) -> list[object]:
    row: list[object] = [
        piece.start,
        piece.end,
        piece.line,
        piece.column,
        piece.columns,
        piece.box,
        piece.anchor,
    ]
    while row[-1] is None:
        row.pop()
    return row


def _cell_out(cell: TableCell) -> list[object]:
    return [cell.table, cell.row, cell.column, cell.column_head, cell.row_head]


def _loaded(row: Record, said: dict[str, str]) -> Item:
    """Return an item; texts that many places share are those in `said`, each kept once."""
    kind = row.text("is")
    if kind == "page":
        return PageDone(row.whole("number"), row.whole("total"))
    if kind == "problem":
        place = row.get("location")
        return Problem(
            code=row.word("code", ProblemCode),
            message=row.text("message"),
            location=None if place is None else _location_in(Record(place), said),
            fatal=row.truth("fatal"),
        )
    if kind != "passage":
        raise WireFault(f"no item is called {kind[:40]!r}")
    return _passage_in(row, said)


def _passage_in(row: Record, said: dict[str, str]) -> Passage:
    text = row.text("text")
    cell = row.get("cell")
    return Passage(
        text=text,
        location=_location_in(Record(row.get("location")), said),
        role=row.word("role", Role),
        level=row.whole("level"),
        size=row.number("size"),
        pieces=_all_pieces_in(row, len(text)),
        cell=None if cell is None else _cell_in(cell),
        notes=row.texts("notes"),
        note_id=row.optional_text("note_id"),
        number=row.optional_text("number"),
        revision=None if row.get("revision") is None else row.word("revision", Revision),
    )


def _location_in(row: Record, said: dict[str, str]) -> Location:
    label, anchor = row.text("label", ""), row.optional_text("anchor")
    return Location(
        label=said.setdefault(label, label),
        order=tuple(whole(value) for value in row.sequence("order")),
        page=row.optional_whole("page"),
        slide=row.optional_whole("slide"),
        sheet=row.optional_text("sheet"),
        paragraph=row.optional_whole("paragraph"),
        line=row.optional_whole("line"),
        column=row.optional_whole("column"),
        end_line=row.optional_whole("end_line"),
        end_column=row.optional_whole("end_column"),
        bbox=None if row.get("bbox") is None else _box(row.get("bbox")),
        boxes=tuple(_box(box) for box in row.sequence("boxes")),
        part=Part.BODY if row.get("part") is None else row.word("part", Part),
        cell=row.optional_text("cell"),
        clause=row.optional_text("clause"),
        member=row.optional_text("member"),
        hidden=row.optional_text("hidden"),
        anchor=anchor and said.setdefault(anchor, anchor),
    )


def _all_pieces_in(row: Record, length: int) -> Pieces:
    packed = row.get("pieces")
    if type(packed) is not dict:
        return tuple(_pieces_in(row.sequence("pieces"), length))
    try:
        pieces = Boxed(a2b_base64(Record(packed).text("boxed"), strict_mode=True))
        pieces.check(length)
    except ValueError as error:
        raise WireFault(str(error)) from error
    return pieces


def _pieces_in(rows: list[object], length: int) -> Iterator[Piece]:
    before = 0
    for row in rows:
        if type(row) is not list or not 2 <= len(row) <= 7:
            raise WireFault("a piece has two to seven values")
        start, end, line, column, columns, box, anchor = row + [None] * (7 - len(row))
        if not before <= whole(start) < whole(end) <= length:
            raise WireFault(f"a piece {start}:{end} is outside its text or out of order")
        before = start
        yield Piece(
            start,
            end,
            None if line is None else whole(line),
            None if column is None else whole(column),
            None if columns is None else whole(columns),
            None if box is None else _box(box),
            _anchor(anchor),
        )


def _anchor(value: object) -> str | None:
    if value is not None and type(value) is not str:
        raise WireFault("an anchor is text")
    return value


def _box(value: object) -> Box:
    if type(value) is not list or len(value) != 4:
        raise WireFault("a box has four sides")
    for side in value:
        if type(side) not in (int, float):
            raise WireFault("the sides of a box are numbers")
    left, top, right, bottom = value
    return (left, top, right, bottom)


def _cell_in(value: object) -> TableCell:
    if type(value) is not list or len(value) != 5:
        raise WireFault("a cell has five values")
    table, row, column, column_head, row_head = value
    return TableCell(
        table=whole(table),
        row=whole(row),
        column=whole(column),
        column_head=_anchor(column_head),
        row_head=_anchor(row_head),
    )
