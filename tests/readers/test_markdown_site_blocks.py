"""Boxes between ":::" and components on lines of their own part the texts around them."""

from __future__ import annotations

import pytest

from claimlint.document import Role
from tests.readers.places import found_in_order, passages, texts


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (":::tip Our promise", ["Our promise"]),
        ("::: tip Our promise", ["Our promise"]),
        (":::tip[Our promise]", ["Our promise"]),
        (":::warning", []),
        ("::: {.callout #one}", []),
        ("::::: columns :::::", []),
    ],
)
def test_a_box_parts_its_text_from_its_marks(opening, title):
    page = f"Before the box.\n{opening}\nThe agent **pays** alone.\n:::\nBehind it.\n"
    assert texts("markdown", page) == [
        "Before the box.",
        *title,
        "The agent pays alone.",
        "Behind it.",
    ]
    found_in_order("markdown", page)


COMPONENTS = """\
<Tabs items={['a', 'b']}>
  <Tab value="a" label="For teams of any size">
    Our agent **decides** without review.
  </Tab>
  <Tab>
  - It works alone
  - It learns
  </Tab>
</Tabs>
"""


def test_what_stands_in_two_components_is_no_one_text():
    found = passages("markdown", COMPONENTS)
    assert [(one.location.line, one.text) for one in found] == [
        (2, "For teams of any size"),
        (3, "Our agent decides without review."),
        (6, "It works alone"),
        (7, "It learns"),
    ]
    assert [one.role for one in found[2:]] == [Role.BULLET, Role.BULLET]


def test_code_that_is_indented_stays_code_where_no_component_stands():
    (found,) = passages("markdown", "    claim: it never sleeps\n")
    assert found.role is Role.CODE


def test_a_component_inside_a_sentence_parts_nothing():
    assert texts("markdown", "Our <Badge>new</Badge> agent works alone.\n") == [
        "Our new agent works alone."
    ]
