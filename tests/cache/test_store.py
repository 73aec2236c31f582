"""What is kept is sealed, whole, bounded, and never in the way."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from claimlint.cache.sealed import SealFault, opened, sealed
from claimlint.cache.store import DAYS, Store

SECRET, OTHER = b"s" * 32, b"o" * 32
TEXT = b"Our agents close tickets without human intervention. " * 200


def test_what_is_sealed_can_be_opened_with_its_secret_alone():
    box = sealed(TEXT, SECRET)
    assert opened(box, SECRET) == TEXT
    assert b"agents" not in box
    with pytest.raises(SealFault):
        opened(box, OTHER)


def test_the_same_text_is_never_sealed_the_same():
    assert sealed(TEXT, SECRET) != sealed(TEXT, SECRET)


@pytest.mark.parametrize("place", [0, 5, 20, 40, 70, -1])
def test_a_byte_that_has_changed_spoils_the_seal(place):
    box = bytearray(sealed(TEXT, SECRET))
    box[place] ^= 1
    with pytest.raises(SealFault):
        opened(bytes(box), SECRET)


@pytest.mark.parametrize("box", [b"", b"claimlint-1\n", sealed(TEXT, SECRET)[:-3]])
def test_what_breaks_off_is_no_seal(box):
    with pytest.raises(SealFault):
        opened(box, SECRET)


def test_an_entry_comes_back_and_a_damaged_one_is_removed(tmp_path):
    store = Store(tmp_path / "kept")
    store.put("one", SECRET, TEXT)
    assert store.take("one", SECRET) == TEXT
    assert store.take("two", SECRET) is None
    entry = tmp_path / "kept" / "one"
    entry.write_bytes(entry.read_bytes()[:-10])
    assert store.take("one", SECRET) is None
    assert not entry.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_nobody_else_may_look_into_the_folder(tmp_path):
    store = Store(tmp_path / "kept")
    store.put("one", SECRET, TEXT)
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "kept" / "one").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "kept")
    store.put("one", SECRET, TEXT)
    assert store.take("one", SECRET) is None
    assert store.clear() == 0


def test_the_longest_unused_go_first_and_the_old_ones_anyway(tmp_path):
    store = Store(tmp_path, most=3 * len(sealed(os.urandom(1000), SECRET)))
    for name in ("old", "first", "second", "third"):
        store.put(name, SECRET, os.urandom(1000))
    for name, age in (("old", DAYS + 1), ("first", 2), ("second", 3), ("third", 1)):
        _aged(tmp_path / name, 86_400 * age)
    assert store.take("second", SECRET)  # used just now
    store.put("fourth", SECRET, os.urandom(1000))
    store.close()
    assert {path.name for path in tmp_path.iterdir()} == {"second", "third", "fourth"}


def test_all_goes_when_the_user_says_so(tmp_path):
    store = Store(tmp_path)
    store.put("one", SECRET, TEXT)
    store.put("two", SECRET, TEXT)
    assert store.size()[0] == 2
    assert store.clear() == 2
    assert store.size() == (0, 0)


def _aged(path: Path, seconds: float) -> None:
    moment = time.time() - seconds
    os.utime(path, (moment, moment))
