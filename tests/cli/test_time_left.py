"""What the progress says of the time that is left."""

from __future__ import annotations

import pytest

from claimlint.cli.time_left import TimeLeft

FILES = (("small.md", 100.0), ("long.pdf", 800.0), ("last.docx", 100.0))


class Clock:
    """Tells the time that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "page", "said"),
    [
        (1.0, 300, ""),
        (60.0, 0, ", about 11 minutes left"),
        (300.0, 250, ", about 7 minutes left"),
        (60.0, 250, ", about 1 minute left"),
        (60.0, 500, ", less than a minute left"),
        (20.0, 250, ", less than a minute left"),
    ],
)
def test_the_rest_is_told_by_the_weight_of_what_is_done(seconds, page, said):
    clock = Clock()
    time_left = TimeLeft(FILES, clock)
    clock.now += seconds
    time_left.page("long.pdf", page, 500)
    if page == 0:
        time_left.page("small.md", 1, 1)
    assert time_left.left() == said


def test_at_first_nothing_is_said():
    clock = Clock()
    time_left = TimeLeft(FILES, clock)
    clock.now += 100.0
    assert time_left.left() == ""


def test_files_without_pages_or_weight_are_no_fault():
    clock = Clock()
    time_left = TimeLeft((("a", 0.0),), clock)
    clock.now += 100.0
    time_left.page("a", 1, 0)
    time_left.page("unknown", 1, 1)
    assert time_left.left() == ""
    assert TimeLeft(()).left() == ""
