"""The AI disclosure label: rows in a fixed order, each value with its source."""

from __future__ import annotations

from msgspec import Struct

from claimlint.document import file_name
from claimlint.finding import FieldFound
from claimlint.values.statement import Serving

SILENT = "NOT DISCLOSED"
INCOMPLETE = "incomplete"
COMPUTED = "claimlint"


class Value(Struct, frozen=True, kw_only=True):
    """What a paper or dossier says, and where; `document` is `claimlint` where it is computed.

    `passage` is the index of its passage in the document, None where it stands in none.
    """

    text: str
    document: str
    place: str
    passage: int | None = None

    @classmethod
    def of(cls, text: str, found: FieldFound) -> Value:
        """Return the value that a field says in these words, at its place."""
        place = found.location.label
        return cls(text=text, document=found.document, place=place, passage=found.passage)

    @property
    def source(self) -> str:
        """Return the file's name and the place in it, as a person would say it."""
        return ", ".join(part for part in (file_name(self.document), self.place) if part)


class Line(Struct, frozen=True, kw_only=True):
    """One thing that a row tells; without values it is not disclosed."""

    name: str
    values: tuple[Value, ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """A row of the label. `kernel` rows are owed by every seller.

    `state` is what people see ("found", "out of date", NOT DISCLOSED), `grade` how good that is:
    `full`, `part`, `poor` or `none`. `notes` say why a row is worth less than it seems, or why it
    does not apply. `serving` is what its bar shows.
    """

    id: str
    title: str
    kernel: bool
    state: str
    grade: str
    lines: tuple[Line, ...]
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    provenance: str | None = None
    serving: Serving | None = None


class Label(Struct, frozen=True, kw_only=True):
    """The label of one vendor's product, drawn on the day `drawn` (ISO) from `papers`."""

    matter: str
    product: str | None
    version: str | None
    vendor: str | None
    drawn: str
    valid_until: str | None
    papers: tuple[str, ...]
    rows: tuple[Row, ...]
    tool: str

    @property
    def owed(self) -> tuple[int, int]:
        """Return how many kernel rows tell something, and how many there are."""
        kernel = [row for row in self.rows if row.kernel]
        told = [
            row for row in kernel if row.grade != "none" and row.state != INCOMPLETE and _tells(row)
        ]
        return len(told), len(kernel)


def _tells(row: Row) -> bool:
    """Tell whether a row shows more than that a section is headed so."""
    return row.serving is not None or not row.lines or any(line.values for line in row.lines)


def merged(row: Row) -> tuple[Line, ...]:
    """Return the lines of a row, those joined that say the same from the same place."""
    found: list[Line] = []
    for line in row.lines:
        same = next(
            (each for each in found if line.values and _values(each) == _values(line)), None
        )
        if same is None:
            found.append(line)
        else:
            name = line.name[0].lower() + line.name[1:]
            joined = Line(name=f"{same.name}, {name}", values=same.values)
            found[found.index(same)] = joined
    return tuple(found)


def _values(line: Line) -> tuple[tuple[str, str], ...]:
    return tuple((value.text, value.document) for value in line.values)
