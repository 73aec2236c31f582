"""Papers in one call that speak of different products are told apart, and only those."""

from __future__ import annotations

import pytest

from claimlint.evidence.other_products import other_products, set_aside
from claimlint.score.evidence_examples import paper

HARROW = "Harrow Desk answers. With Harrow Desk you rest. Harrow Desk learns."
PENNANT = "Pennant AP posts. With Pennant AP you rest. Pennant AP learns."


@pytest.mark.parametrize(
    ("one", "other", "strange"),
    [
        (HARROW, PENNANT, True),
        (HARROW, "Our agent posts. Our agent learns. Our agent rests.", False),
        (HARROW, PENNANT + " It works beside Harrow Desk.", False),
        (HARROW, PENNANT + " It is made by Harrow.", False),
        (HARROW, "The Customer Data stay. Customer Data are kept. Customer Data rest.", False),
        (HARROW, "Then the Supplier acts. Here the Supplier pays. So the Supplier is.", False),
        (HARROW, HARROW, False),
        ("# Model card: LetterLoom 3.1\n\nLetterLoom drafts. Scope: LetterLoom.", HARROW, True),
        (HARROW, "WardBell Core is one. WardBell Lines are two. WardBell rings.", True),
    ],
)
def test_papers_are_strange_where_neither_names_what_the_other_is_about(one, other, strange):
    found = other_products([paper(one, "one.md"), paper(other, "other.md")])
    assert bool(found) is strange
    assert set(found) <= {"one.md", "other.md"}


def test_the_papers_left_aside_are_named():
    found = other_products([paper(HARROW, "one.md"), paper(PENNANT, "other.md")])
    (notice,) = set_aside(found["one.md"])
    assert notice.message.endswith("papers about something else: other.md (Pennant AP)")
    assert set_aside(()) == ()
