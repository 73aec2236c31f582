"""Runs the passages of evidence files: each counts, or earns the verdict that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimlint.document import Document, Location, Part, Passage, Role, TableCell
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.finding import Assessment, Claim
from claimlint.rulebook.entries import Catalogue, EvidenceKind, Example
from claimlint.terms import Category, Strength

_TODAY = date(2026, 11, 23)
"""Of the day on which passages are judged, so that none goes out of date."""
_HEADING = re.compile(r"(#+) (.*)")


def misjudged(kind: EvidenceKind, catalogue: Catalogue) -> Iterator[tuple[Example, Assessment]]:
    """Yield the passages of a kind that earn another verdict than they should, and what they do."""
    for example in (*kind.backed, *kind.not_backed):
        found = _judged(kind, example, catalogue)
        if found.verdict is not example.verdict:
            yield example, found


def _judged(kind: EvidenceKind, example: Example, catalogue: Catalogue) -> Assessment:
    """Return what a passage is worth to a claim in its first sentence that needs the kind."""
    document = paper(example.text)
    unit = document.passages[0].text
    claim = Claim(
        rule="example",
        category=Category.UNDERSTANDING_LEARNING,
        strength=Strength.PLAIN,
        text=unit.split()[0],
        unit=unit,
        span=(0, len(unit.split()[0])),
        location=document.passages[0].location,
        passage=0,
        offset=0,
        reading=unit.lower(),
    )
    at_hand = AtHand(tuple(find_disclosures(document, catalogue)))
    return assess(claim, document, at_hand, catalogue, today=_TODAY, needs=(kind.id,))[0]


def paper(text: str, path: str = "deck.md") -> Document:
    """Return a document whose passages are those of `text`, as the files write it.

    A blank line ends a passage, `# ` opens a heading, `- ` a bullet, `| a | b |` is a row of a
    table, `[1] ` at the start of a line a footnote.
    """
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
