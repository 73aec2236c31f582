"""A plain call of `check` takes the short way and ends as it does by the long one."""

from __future__ import annotations

import pytest
from typer.main import get_command

from claimlint.cli import fast_path
from claimlint.cli.program import COMMANDS, program
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call, write

CALLS = (
    ("a.txt",),
    ("a.txt", "b.txt", "--exit-zero"),
    ("b.txt",),
    ("a.txt", "--format", "json"),
    ("a.txt", "-f", "markdown", "--why"),
    ("a.txt", "--full", "-q"),
    ("a.txt", "-f", "json=out.json", "-f=x"),
    ("a.txt", "--format=xml"),
    ("a.txt", "--today=tomorrow"),
    ("gone.txt", "--no-prefilter"),
    ("a.txt", "--output", "gone/out.txt"),
    ("a.txt", "--isolated"),
    ("a.txt", "--kind", "contract", "--format", "json"),
    ("a.txt", "--kind=leaflet"),
    ("a.txt", "--profile", "vendor", "--fail-on", "never"),
    ("a.txt", "--fail-on", "Note"),
)


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_both_ways_end_alike(tmp_path, monkeypatch, arguments):
    write(tmp_path, a_txt=AUTONOMY, b_txt=CLEAN)
    day = () if any(word.startswith("--today") for word in arguments) else (TODAY,)
    short = call("check", *arguments, *day, cwd=tmp_path)
    monkeypatch.setattr(fast_path, "plain", lambda words: None)
    assert call("check", *arguments, *day, cwd=tmp_path) == short


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["check"],
        ["check", "--help"],
        ["check", "a.txt", "--select", "CL001"],
        ["check", "a.txt", "--kind", "marketing", "--kind", "contract"],
        ["check", "a.txt", "--fail-on", "notice"],
        ["check", "a.txt", "--toda", "2026-11-23"],
        ["check", "a.txt", "--today"],
        ["check", "a.txt", "--today", "--quiet"],
        ["check", "a.txt", "--today", "2026-11-23", "--today", "2026-11-24"],
        ["check", "a.txt", "--quiet=yes"],
        ["check", "--", "a.txt"],
        ["rules", "test", "rules"],
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_the_long_way(words):
    assert fast_path.plain(words) is None


def test_the_short_way_knows_options_of_the_command_alone():
    known = {
        word: option.name
        for option in get_command(program("check")).commands["check"].params
        for word in option.opts
    }
    assert {word: known[word] for word in fast_path.FLAGS} == fast_path.FLAGS
    assert {word: known[word] for word in fast_path.VALUES} == fast_path.VALUES


def test_a_command_says_of_itself_what_the_list_says_of_it():
    whole = get_command(program(whole=True)).commands
    assert [(name, (each.help or "").split("\n\n")[0]) for name, each in whole.items()] == [
        (command.name, command.says)
        for command in (*(c for c in COMMANDS if not c.group), *(c for c in COMMANDS if c.group))
    ]


@pytest.mark.parametrize("called", [None, "label"])
def test_only_the_command_that_is_called_is_loaded(called):
    listed = get_command(program(called)).commands
    assert list(listed) == ([called] if called else [command.name for command in COMMANDS])
