"""Limits that the call sets are kept, and what they cut off is told."""

from __future__ import annotations

import json

import pytest

from claimlint.datafiles import data_folder
from tests.cli.calls import AUTONOMY, TODAY, call, write

DECK = str(data_folder("examples") / "deck.pptx")


@pytest.mark.parametrize(
    ("limit", "status", "code"),
    [
        ("seconds=0.001", "unreadable partly-read", "timed-out"),
        ("memory=1000000", "unreadable", "out-of-memory"),
        ("parts=3", "unreadable", "too-many-parts"),
        ("unpacked=5000", "unreadable", "too-large"),
        ("pages=2", "partly-read", "too-large"),
    ],
)
def test_a_file_beyond_a_limit_costs_that_file_only(tmp_path, limit, status, code):
    write(tmp_path, good_txt=AUTONOMY)
    called = call("check", DECK, "good.txt", "-f", "json", "--limit", limit, TODAY, cwd=tmp_path)
    deck, good = json.loads(called.out)["documents"]
    assert deck["status"] in status.split()
    assert good["status"] == "read"
    assert code in {problem["code"] for problem in deck["coverage"]["problems"]}
    assert [finding["category"] for finding in good["findings"]] == ["autonomy"]


def test_a_partly_read_file_changes_the_status_only_where_asked(tmp_path):
    cut = ("check", DECK, "--limit", "pages=1", "--fail-on", "never", TODAY)
    assert call(*cut, cwd=tmp_path).status == 0
    assert call(*cut, "--fail-on-partly-read", cwd=tmp_path).status == 3


@pytest.mark.parametrize("limit", ["seconds=1e300", "memory=1e300", "text=1e30", "pages=1e30"])
def test_a_limit_beyond_what_the_system_can_count_is_none(tmp_path, limit):
    """The cache is left out: another limit reads the file anew."""
    called = call("check", DECK, "-f", "json", "--no-cache", "--limit", limit, TODAY, cwd=tmp_path)
    assert json.loads(called.out)["documents"][0]["status"] == "read"
