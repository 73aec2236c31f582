"""The label as Markdown: one table, every value with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.label.model import SILENT, Label, Line, Row, merged
from claimlint.label.wording import FOOT, MARK, about, heading, title

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def render(labels: tuple[Label, ...]) -> str:
    """Return the labels as Markdown with a table each; text of documents is escaped."""
    return "\n".join(line for label in labels for line in _label(label))


def _label(label: Label) -> Iterator[str]:
    yield f"# {_escaped(title(label))}\n"
    yield f"{_escaped(about(label))}\n"
    yield "| Row | State | What the papers say |\n| --- | --- | --- |"
    for row in label.rows:
        mark = f"{MARK} " if row.kernel else ""
        state = f"**{_escaped(row.state)}**" if row.grade in ("none", "poor") else row.state
        yield f"| {mark}**{_escaped(heading(row))}** | {state} | {'<br>'.join(_told(row))} |"
    yield f"\n{FOOT}\n"


def _told(row: Row) -> Iterator[str]:
    for line in merged(row) if row.grade != "none" else ():
        yield f"{_escaped(line.name)}: {_values(line)}"
    for note in row.notes:
        yield f"Note: {_escaped(note)}"


def _values(line: Line) -> str:
    told = (f"{_escaped(value.text)} ({_escaped(value.source)})" for value in line.values)
    return "; ".join(told) if line.values else f"**{SILENT}**"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
