"""Numbers that count the lines of a page are no text; those of rows and items are."""

from __future__ import annotations

import pytest

from claimlint.document import Passage
from claimlint.readers.interface import Source
from claimlint.readers.pdf import file as reader
from tests.build.pdf import lines, pdf, together

WRAPPED = (
    "The vendor said that its agent closes every",
    "claim of a holder with no human review and",
    "that it is never wrong about what a policy",
    "covers, in any state.",
)


def texts(data: bytes) -> list[str]:
    found = reader.read(Source(path="complaint.pdf", data=data))
    return [" ".join(item.text.split()) for item in found if isinstance(item, Passage)]


def counted(*right: str, last: int = 12):
    numbers = lines(*map(str, range(1, last + 1)), x=20, top=100, lead=2)
    return pdf(together(numbers, lines(*right, x=60, top=100, lead=2)))


def test_the_lines_of_a_pleading_are_read_as_running_text():
    assert texts(counted(*WRAPPED)) == [" ".join(WRAPPED)]


def test_numbers_of_rows_stay():
    rows = [f"Vendor {letter} and its product" for letter in "ABCDEFGHIJKL"]
    assert "7" in texts(counted(*rows))


def test_a_short_numbered_list_stays():
    assert "2" in " ".join(texts(counted(*WRAPPED, last=4))).split()


CLAUSE = (
    "4.1 Supplier may change the model that",
    "underlies the Agent at any time, with",
    "or without notice to Customer.",
)


@pytest.mark.parametrize("x", [10, 27])
@pytest.mark.parametrize("step", [1, 2])
def test_numbers_near_the_text_and_of_every_other_line_are_left_out(x, step):
    counting = (str(row) if row % step == 0 else "" for row in range(1, 13))
    clauses = [f"{number}{' '.join(CLAUSE)[1:]}" for number in "4567"]
    rows = [row for clause in clauses for row in (f"{clause[0]}{CLAUSE[0][1:]}", *CLAUSE[1:])]
    page = together(lines(*counting, x=x, top=100), lines(*rows, top=100))
    assert texts(pdf(page)) == clauses


def test_numbers_that_are_printed_on_the_paper_beside_a_few_words_are_left_out():
    page = together(
        lines(*map(str, range(1, 29)), x=20, top=60), lines("Signed by both parties.", top=60)
    )
    assert texts(pdf(page)) == ["Signed by both parties."]
