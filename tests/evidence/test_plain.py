"""Plain text knows where each of its words stands in the paper, whatever marks stand before it."""

from __future__ import annotations

import pytest

from claimlint.document import Location, Passage
from claimlint.evidence.text.units import cut


@pytest.mark.parametrize(
    "text",
    [
        "The team’s “own” figure – so it says – is 95% here.",
        "The fi\u00adgure is 95% here.",
        "The ﬁgure is 95% here.",
        "The test² told of 95% here.",
        "The fi\x1b[1mgure is \x1b[32m95%\x1b[0m here.",
        "The “fig-\nure” is 95% here.",
    ],
)
def test_a_figure_leads_back_to_its_place(text):
    (unit,) = cut([Passage(text=text, location=Location(label="line 1"))])
    start = unit.text.index("95%")
    _, first, last = unit.place(start, start + len("95%"))
    assert text[first:last] == "95%"
