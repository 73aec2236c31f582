"""The label as Markdown: one table, every value with its source."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.label.model import SILENT, Label, Line, Row, merged
from claimlint.label.wording import FOOT, MARK, about, heading, title
from claimlint.reports.papers.blocks import escaped


def render(labels: tuple[Label, ...]) -> str:
    """Return the labels as Markdown with a table each; text of documents is escaped."""
    return "\n".join(line for label in labels for line in _label(label))


def _label(label: Label) -> Iterator[str]:
    yield f"# {escaped(title(label))}\n"
    yield f"{escaped(about(label))}\n"
    yield "| Row | State | What the papers say |\n| --- | --- | --- |"
    for row in label.rows:
        mark = f"{MARK} " if row.kernel else ""
        state = f"**{escaped(row.state)}**" if row.grade in ("none", "poor") else row.state
        yield f"| {mark}**{escaped(heading(row))}** | {state} | {'<br>'.join(_lines_of(row))} |"
    yield f"\n{FOOT}\n"


def _lines_of(row: Row) -> Iterator[str]:
    for line in merged(row) if row.grade != "none" else ():
        yield f"{escaped(line.name)}: {_values(line)}"
    for note in row.notes:
        yield f"Note: {escaped(note)}"


def _values(line: Line) -> str:
    told = (f"{escaped(value.text)} ({escaped(value.source)})" for value in line.values)
    return "; ".join(told) if line.values else f"**{SILENT}**"
