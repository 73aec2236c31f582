"""The user sees where results are kept, empties the folder, and can forbid it."""

from __future__ import annotations

from tests.cli.calls import AUTONOMY, TODAY, call, write


def test_results_are_kept_told_and_removed(tmp_path):
    write(tmp_path, deck_txt=AUTONOMY)
    where = {"CLAIMLINT_CACHE_DIR": str(tmp_path / "cache")}
    first = call("check", "deck.txt", TODAY, cwd=tmp_path, **where)
    assert call("check", "deck.txt", TODAY, cwd=tmp_path, **where) == first
    assert "results: 3 results" in call("cache", "where", cwd=tmp_path, **where).out
    assert call("cache", "clear", cwd=tmp_path, **where).out == "3 results removed\n"
    assert call("cache", "where", cwd=tmp_path, **where).out.endswith(": 0 results, 0.0 MiB\n")


def test_nothing_is_kept_where_the_call_or_the_configuration_forbids_it(tmp_path):
    write(tmp_path, deck_txt=AUTONOMY, quiet_toml="cache = false\n")
    where = {"CLAIMLINT_CACHE_DIR": str(tmp_path / "cache")}
    call("check", "deck.txt", "--no-cache", TODAY, cwd=tmp_path, **where)
    call("check", "deck.txt", "--config", "quiet.toml", TODAY, cwd=tmp_path, **where)
    assert not (tmp_path / "cache" / "results").exists()
