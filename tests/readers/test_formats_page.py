"""The page on formats names every suffix, limit and problem, with its default."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import fields

from claimlint.document import ProblemCode
from claimlint.file_types import suffixes
from claimlint.readers.interface import Limits

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def test_every_suffix_stands_there():
    words = set(PAGE.replace("`", " ").split())
    assert set(suffixes()) <= words


def test_every_problem_stands_there():
    assert [code for code in ProblemCode if f"`{code}`" not in PAGE] == []


def test_every_limit_stands_there_with_its_default():
    rows = [f"| `{field.name}` | {field.default:.0f} |" for field in fields(Limits)]
    assert [row for row in rows if row not in PAGE] == []
