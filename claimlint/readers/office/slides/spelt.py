"""Words set one letter a line: a narrow box, or letters stacked by hand."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.readers.office.words.text import Span

_FEWEST = 4


def spelt(paragraphs: Sequence[Sequence[Span]]) -> list[Span] | None:
    """Return the letters of a shape as one line of text, or None if it is set as usual.

    Each letter stands on a line of its own; an empty line is a space between words.
    """
    lines = [line for spans in paragraphs for line in _lines(spans)]
    full = [line for line in lines if line]
    if len(full) < _FEWEST or not all(_letter(line) for line in full):
        return None
    result: list[Span] = []
    for line in lines:
        if line:
            result.extend(line)
        elif result and result[-1].text != " ":
            result.append(Span(" "))
    return result


def _lines(spans: Sequence[Span]) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in spans:
        if span.text == "\n":
            lines.append([])
        elif span.text.strip():
            lines[-1].append(span)
    return lines


def _letter(line: list[Span]) -> bool:
    text = "".join(span.text for span in line).strip()
    return len(text) == 1 and text.isalpha()
