"""The queue between reading and using: bounded by weight, ended from both sides."""

from __future__ import annotations

import threading

import pytest

from claimlint.readers.process.channel import Abandoned, Channel


def test_things_come_out_in_the_order_they_went_in():
    channel: Channel[str] = Channel()
    for letter in "abc":
        channel.put(letter)
    channel.close()
    assert list(channel) == ["a", "b", "c"]


def test_what_is_too_heavy_waits_until_others_are_taken():
    channel: Channel[str] = Channel(room=10)
    channel.put("first", 8)
    writer = threading.Thread(target=lambda: (channel.put("second", 5), channel.close()))
    writer.start()
    writer.join(0.1)
    assert writer.is_alive()
    assert list(channel) == ["first", "second"]
    writer.join()


def test_one_thing_heavier_than_the_room_still_passes():
    channel: Channel[str] = Channel(room=10)
    channel.put("heavy", 99)
    channel.close()
    assert list(channel) == ["heavy"]


def test_nothing_is_put_where_nobody_takes():
    channel: Channel[str] = Channel()
    channel.abandon()
    with pytest.raises(Abandoned):
        channel.put("late")


def test_an_error_that_ends_the_putting_is_raised_after_what_came_before_it():
    channel: Channel[str] = Channel()
    with channel:
        channel.put("a")
        raise LookupError("gone")
    taken = iter(channel)
    assert next(taken) == "a"
    with pytest.raises(LookupError, match="gone"):
        next(taken)
