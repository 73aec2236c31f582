"""Builds a document from a few lines of text, as the examples of the rule files write it.

A blank line ends a passage, `# ` opens a heading, `- ` a bullet, `| a | b |` is a row of a table,
`[1] ` at the start of a line a footnote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Document, Location, Part, Passage, Role, TableCell
from claimlint.finding import Claim
from claimlint.terms import Category, Strength

_HEADING = re.compile(r"(#+) (.*)")


def paper(text: str, path: str = "deck.md") -> Document:
    """Return a document whose passages are those of `text`."""
    return Document(path=path, format="md", sha256="0" * 64, passages=tuple(_passages(text)))


def _passages(text: str) -> Iterator[Passage]:
    lines: list[tuple[int, str]] = []
    table = row = 0
    heads: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        special = line.startswith(("#", "- ", "|"))
        if lines and (special or not line.strip()):
            yield _passage(" ".join(part for _, part in lines), lines[0][0])
            lines = []
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            table, row = (table, row + 1) if row else (table + 1, 1)
            heads = cells if row == 1 else heads
            for column, cell in enumerate(cells, start=1):
                head = heads[column - 1] if row > 1 and column <= len(heads) else None
                place = TableCell(table=table, row=row, column=column, column_head=head)
                yield Passage(text=cell, location=_at(number), role=Role.CELL, cell=place)
            continue
        row = 0
        if line.startswith("- "):
            yield _passage(line[2:], number, role=Role.BULLET, level=1)
        elif match := _HEADING.match(line):
            yield _passage(match[2], number, role=Role.HEADING, level=len(match[1]))
        elif line.strip():
            lines.append((number, line.strip()))


def _passage(text: str, line: int, role: Role = Role.PARAGRAPH, level: int = 0) -> Passage:
    return Passage(text=text, location=_at(line), role=role, level=level)


def _at(line: int) -> Location:
    return Location(label=f"line {line}", order=(line,), line=line, column=1, part=Part.BODY)


def claim_in(
    document: Document,
    words: str,
    category: Category,
    strength: Strength = Strength.PLAIN,
    aspect: str | None = None,
) -> Claim:
    """Return a claim on `words`, in the sentence of the document in which they stand first."""
    for index, passage in enumerate(document.passages):
        start = passage.text.find(words)
        if start < 0:
            continue
        left = max(passage.text.rfind(mark, 0, start) + 2 for mark in (". ", "! ", "? "))
        left = left if left > 1 else 0
        right = passage.text.find(". ", start)
        unit = passage.text[left : right + 1 if right >= 0 else len(passage.text)]
        span = (start - left, start - left + len(words))
        return Claim(
            rule=f"{category}.test",
            category=category,
            strength=strength,
            text=words,
            unit=unit,
            span=span,
            location=passage.locate(start, start + len(words)),
            passage=index,
            offset=left,
            aspect=aspect,
            reading=unit.lower(),
        )
    raise AssertionError(f"no passage holds {words!r}")
