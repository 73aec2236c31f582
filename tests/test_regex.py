"""Expressions: programs that were made beforehand give the patterns that compiling would give."""

import re
from datetime import date
from pathlib import Path

import pytest

from claimlint import regex, session
from claimlint.errors import ClaimlintError
from claimlint.evidence.matching.compiled_kinds import compiled_kinds
from claimlint.machine.programs import Programs, interpreter, written
from claimlint.settings import Settings
from claimlint.steps.expressions import _cues_in

TRICKY = (
    (r"(?P<first>\w+)\s+(?:of|(?P<second>in))\s+(?P=first)", re.IGNORECASE),
    (r"(?i:straße|ſ)\b(?<!x)(?!y)", 0),
    (r"^ a  b $ # spaced", re.VERBOSE | re.MULTILINE),
    ("[\ud800-\udfff]", 0),
    (r"\d{1,3}(?:,\d{3})*+", re.ASCII),
)


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A user's cache that is empty, and a process that has looked for nothing there yet."""
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path))
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    regex._programs.cache_clear()
    regex.compiled.cache_clear()


@pytest.mark.parametrize("expression", TRICKY)
def test_a_program_gives_the_pattern_that_compiling_gives(expression: tuple[str, int]):
    made = Programs(written([expression], "")).pattern(*expression)
    compiled = re.compile(*expression)
    assert made == compiled  # their source, flags and code
    assert made is not None
    assert (made.groups, dict(made.groupindex)) == (compiled.groups, dict(compiled.groupindex))


def test_groups_are_told_by_name():
    source = r"(?P<share>\d+) (?P<unit>%)?"
    made = Programs(written([(source, 0)], "")).pattern(source, 0)
    assert made is not None
    match = made.fullmatch("98 ")
    assert match is not None
    assert match.groupdict() == {"share": "98", "unit": None}
    assert match.lastgroup == "share"


def test_what_was_not_written_has_no_program():
    programs = Programs(written([("a+", 0)], ""))
    assert programs.pattern("a+", re.IGNORECASE) is None
    assert programs.pattern("b+", 0) is None


@pytest.mark.parametrize(
    "told", [b"", b"no json\n", b'{"form": 0, "interpreter": "", "parts": {}}\n']
)
def test_programs_of_another_make_are_refused(told: bytes):
    with pytest.raises((ValueError, KeyError, TypeError)):
        Programs(told)


def test_programs_for_another_interpreter_are_refused():
    data = written([("a+", 0)], "")
    with pytest.raises(ValueError, match="another interpreter"):
        Programs(data.replace(interpreter().encode(), interpreter().encode().swapcase()))


def test_damaged_programs_are_told():
    data = written([("abc", 0)], "")
    with pytest.raises(ClaimlintError, match="damaged"):
        Programs(data.replace(b"0 abc", b"0 abd")).pattern("abc", 0)


def test_expressions_compile_where_there_are_no_programs(no_programs: Path):
    (no_programs / regex._kept_name()).write_bytes(b"half a file")
    assert regex.compiled("never asked (before)+") == re.compile("never asked (before)+")
    assert regex.regex("(later)+").fullmatch("laterlater")
    assert regex.regex(b"bytes").fullmatch(b"bytes")


def test_a_checkout_keeps_the_programs_of_its_rules(no_programs: Path):
    named = [each for each in regex.named() if each[0] != "(later)+"]
    book, catalogue = session.library(Settings(today=date(2026, 11, 23)))
    assert not regex.to_be_made(book.digest)
    assert regex.to_be_made("the digest of other rules")
    programs = regex._programs()
    assert programs is not None
    phrases = [cue for cues in _cues_in(compiled_kinds(catalogue)) for cue in cues.filed.phrases]
    assert len(phrases) > 1000
    for cue in phrases[::40]:
        assert programs.pattern(cue.source, 2) == re.compile(cue.source, re.IGNORECASE)
    assert all(programs.pattern(*each) for each in named)
