"""The label for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimlint.label.measure import wrong_of
from claimlint.label.model import SILENT, Label, Line, Row, merged
from claimlint.label.wording import FOOT, MARK, about, heading, title
from claimlint.reports.look import Shape
from claimlint.reports.text.screen import printed
from claimlint.values.statement import Serving

_MOST = 3
_NAME = 21
_STYLES = {"full": "green", "part": "yellow", "poor": "bold red", "none": "bold red"}


def render(labels: tuple[Label, ...], *, shape: Shape) -> str:
    """Return the labels as text, one below the other."""
    return printed((line for label in labels for line in _label(label, shape.width)), shape)


def _label(label: Label, width: int) -> Iterator[RenderableType]:
    yield Text("━" * width, "bold")
    yield Text(title(label), "bold")
    yield Text(about(label))
    for row in label.rows:
        yield Text(("━" if row.kernel else "─") * width, "bold" if row.kernel else "dim")
        yield from _row(row, width)
    yield Text("━" * width, "bold")
    yield Text(FOOT, "dim")
    yield Text("")


def _row(row: Row, width: int) -> Iterator[RenderableType]:
    head = Table.grid(expand=True)
    head.add_column(ratio=1)
    head.add_column(justify="right")
    mark = f"{MARK} " if row.kernel else ""
    head.add_row(Text(mark + heading(row).upper(), "bold"), Text(row.state, _STYLES[row.grade]))
    yield head
    if row.serving is not None:
        yield Padding(_bar(row.serving, width - 2), (0, 0, 0, 2))
    if row.grade != "none" and row.lines:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=_NAME)
        grid.add_column(ratio=1)
        for line in merged(row):
            grid.add_row(Text(line.name), _values(line))
        yield Padding(grid, (0, 0, 0, 2))
    for note in row.notes:
        yield Padding(Text(note, "italic"), (0, 0, 0, 2))


def _values(line: Line) -> Text:
    if not line.values:
        return Text(SILENT, "bold red")
    text = Text()
    for index, value in enumerate(line.values[:_MOST]):
        text.append("\n" if index else "").append(value.text)
        text.append(f" ({value.source})", "dim")
    more = len(line.values) - _MOST
    return text.append(f"\nand {more} more", "dim") if more > 0 else text


def _bar(serving: Serving, width: int) -> Text:
    """Return a bar of right, wrong and abstained; nothing that is there is rounded away."""
    wrong, abstained = wrong_of(serving), serving.abstained or 0.0
    bad = max(round(wrong * width), 1 if wrong > 0 else 0)
    none = max(round(abstained * width), 1 if abstained > 0 else 0)
    bar = Text("█" * (width - bad - none), "green")
    return bar.append("░" * bad, "red").append("·" * none, "dim")
