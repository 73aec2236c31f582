"""The arithmetic that a buyer is told."""

from __future__ import annotations

import pytest

from claimlint.evidence.arithmetic import end_to_end, items_needed, percent, upper_bound, wilson


@pytest.mark.parametrize(
    ("error", "items"), [(0.00001, 300_000), (0.001, 3_000), (0.0003, 10_000), (0.01, 300)]
)
def test_an_error_rate_takes_three_over_it_items(error, items):
    assert items_needed(error) == items


@pytest.mark.parametrize("error", [0.0, 1.0, -0.1])
def test_never_takes_more_items_than_there_are(error):
    with pytest.raises(ValueError, match="any number of items"):
        items_needed(error)


def test_three_thousand_items_without_an_error_allow_one_in_a_thousand():
    assert upper_bound(3_000) == pytest.approx(0.001)


def test_the_interval_of_wilson_is_that_of_the_textbook():
    low, high = wilson(0.5, 100)
    assert (round(low, 4), round(high, 4)) == (0.4038, 0.5962)
    assert wilson(1.0, 10)[1] == pytest.approx(1.0)
    assert wilson(0.0, 10)[0] == pytest.approx(0.0)


def test_98_of_100_per_step_is_82_of_100_over_ten_steps():
    assert round(end_to_end(0.98, 10), 2) == 0.82


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.962, "96.2 %"), (0.9997, "99.97 %"), (0.0003, "0.03 %"), (1.0, "100 %"), (0.5, "50 %")],
)
def test_a_share_is_written_as_people_write_it(share, words):
    assert percent(share) == words
