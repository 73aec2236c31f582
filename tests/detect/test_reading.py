from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.rulebook.reading_form import forms, tokens


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("hands‑free", ("hands", "free")),
        ("24 x 7 x 365", ("24/7",)),
        ("24×7", ("24/7",)),
        ("24-7", ("24/7",)),
        ("A.I.", ("ai",)),
        ("doesn’t", ("does", "n't")),
        ("can't", ("ca", "n't")),
        ("cannot", ("can", "not")),
        ("workﬂow", ("workflow",)),
        ("auto\u00admation", ("automation",)),
        ("auto\u200bno\u2060mous", ("autonomous",)),
        ("without\u202e human", ("without", "human")),
        ("hands\u2066-\u2069free", ("hands", "free")),
        ("no hu\x08man", ("no", "human")),
        ("\u202eweiver namuh on\u202c", ("no", "human", "review")),
        ("\x1b[1mno\x1b[0m hu\x1b[38;5;9mman", ("no", "human")),
        ("\x1b]8;;https://e.example\x07review\x1b]8;;\x07s", ("reviews",)),
        ("[1m] wide", ("[", "1m", "]", "wide")),
        ("inter-\nvention", ("intervention",)),
        ("hands-\nfree", ("hands", "free")),
        ("T H E   P R O B L E M", ("the", "problem")),
        ("N O   H U M A N   I N   I T", ("no", "human", "in", "it")),
        ("95 %", ("95", "%")),
        ("3.5 x", ("3.5x",)),
        ("FULLY AUTONOMOUS", ("fully", "autonomous")),
    ],
)
def test_reads_many_spellings_as_one(written, read):
    assert forms(written) == read


@given(st.text(max_size=200))
def test_tokens_stand_where_they_say(text):
    place = 0
    for token in tokens(text):
        assert token.text == text[token.start : token.end]
        assert token.start >= 0
        assert token.end > token.start
        assert token.end >= place
        place = token.end


def test_signs_of_bold_and_italics_are_no_words():
    read = [token.form for token in tokens("It **never** _sleeps_: 4 * 2 and a_b*")]
    assert read == ["it", "never", "sleeps", ":", "4", "*", "2", "and", "a", "_", "b", "*"]


_PIECES = (*"24 7 10 / x by * - k m × 365 a. A.I. I. not Not than hundred".split(), "less than")
_PIECES += ("limited to", "don't", "cannot", "end-to-end", "B2B", "it's", "3.5", "agents,", "“no”")


@given(st.lists(st.sampled_from(_PIECES), max_size=8), st.sampled_from(["", " ", "  "]))
def test_tokens_that_go_on_behind_a_space_are_read_as_those_behind_a_tab(pieces, joint):
    """Words are read part by part between spaces, and a tab parts nothing."""
    for text in (" ".join(pieces), joint.join(pieces)):
        spaced, tabbed = tokens(text), tokens(text.replace(" ", "\t"))
        assert [_read(token) for token in spaced] == [_read(token) for token in tabbed]


def _read(token):
    return token.form.replace("\t", ""), token.kind, token.start, token.end
