"""Whatever the text, cutting it into units loses nothing but white space and marks of lists."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimlint.detect.units.segment import units
from claimlint.document import Role

from .build import passage

PIECES = st.sampled_from(
    [
        *"aB1é東.!?…,:;-–—()[]\"'“”’*_•·▪►✓|¹†\t\n\u00a0\u200b\u00ad\ufeff\u2028",
        *(" ", "  ", "\n\n", "\r\n", ". ", "? ", "• ", " | ", " ✓ ", "e.g. ", "U.S. ", "Dr. "),
        *("No. 5 ", "[1] ", "end.2 Next", "It works. ", "95 %", "24/7", "✅ ", "🙂", "x\u0301"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))
LOST = re.compile(r"[\s•·▪►✓✔✅➤❯|]*")


@given(st.lists(st.tuples(TEXTS, st.sampled_from(Role)), max_size=5))
@settings(deadline=None, derandomize=True, max_examples=300)
@example([("One. Two! Three? “Four.” Five.6 Seven", Role.PARAGRAPH)])
@example([("✓ Fast ✓ Safe\n\n• Works | alone", Role.BULLET)])
@example([("a\nB\nLonger line of text that wraps\nhere and ends", Role.HEADING)])
def test_units_are_slices_in_order_and_nothing_is_lost_between_them(given_passages):
    read = [passage(text, role, number=n) for n, (text, role) in enumerate(given_passages, 1)]
    cut = list(units(read))
    assert [unit.index for unit in cut] == sorted(unit.index for unit in cut)
    for index, whole in enumerate(read):
        place = 0
        for unit in (unit for unit in cut if unit.index == index):
            assert place <= unit.start < unit.end <= len(whole.text)
            assert unit.text == whole.text[unit.start : unit.end] == unit.text.strip()
            assert LOST.fullmatch(whole.text[place : unit.start])
            place = unit.end
        if whole.role is not Role.CODE:
            assert LOST.fullmatch(whole.text[place:])


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=300)
def test_tokens_are_slices_of_their_unit_in_order(text):
    for unit in units([passage(text)]):
        place = 0
        for token in unit.tokens:
            # One character may read as several tokens (¼ as 1, ⁄, 4), which then share its place.
            assert place <= token.start < token.end <= len(unit.text)
            assert unit.text[token.start : token.end] == token.text
            place = token.start


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_code_and_blank_text_make_no_unit(text):
    assert list(units([passage(text, Role.CODE), passage(" \n\t")])) == []
