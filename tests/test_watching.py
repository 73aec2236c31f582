"""A watched folder is checked at once, then after each change and only then."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

import pytest

from claimlint.errors import ClaimlintError
from claimlint.settings import Settings
from claimlint.watching import Round, rounds
from tests.cli.calls import AUTONOMY, CLEAN, write

SETTINGS = Settings(today=date(2026, 11, 23))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, a_md=AUTONOMY, b_md=CLEAN)
    return tmp_path


def watched(steps: list[Callable[[], object]], settle=lambda: SETTINGS) -> list[Round]:
    """Return the rounds while `steps` happen, one between each two looks."""
    left = iter(steps)

    def wait() -> bool:
        step = next(left, None)
        if step is not None:
            step()
        return step is not None

    return list(rounds(["."], settle, wait))


def nothing() -> None:
    """Between two looks, nothing happens."""


def later(folder, name: str, text: str) -> Callable[[], None]:
    def step() -> None:
        (folder / name).write_text(text, encoding="utf-8")
        # Two writes within one tick of the clock would look the same.
        os.utime(folder / name, ns=(0, len(text)))

    return step


def claims(each: Round) -> dict[str, int]:
    return {document.path: len(document.findings) for document in each.report.documents}


def test_each_change_is_one_round_and_nothing_is_none(folder):
    steps = [
        nothing,
        later(folder, "b.md", AUTONOMY + "\n" + AUTONOMY),
        nothing,
        later(folder, "c.txt", AUTONOMY),
        (folder / "a.md").unlink,
    ]
    found = watched(steps)
    assert [each.changed for each in found] == [(), ("b.md",), ("c.txt",), ("a.md",)]
    assert [claims(each) for each in found] == [
        {"a.md": 1, "b.md": 0},
        {"a.md": 1, "b.md": 2},
        {"a.md": 1, "b.md": 2, "c.txt": 1},
        {"b.md": 2, "c.txt": 1},
    ]


def test_a_dossier_beside_the_documents_is_watched_too(folder):
    found = watched([later(folder, "claimlint.evidence.yaml", "nonsense: 1\n"), nothing])
    assert [bool(each.fault) for each in found] == [False, True]
    assert "claimlint.evidence.yaml:1" in found[1].fault


def test_a_fault_is_told_once_and_mended_without_a_new_start(folder):
    faults = iter([None, "claimlint.toml:1: no", "claimlint.toml:1: no", None])

    def settle() -> Settings:
        fault = next(faults)
        if fault:
            raise ClaimlintError(fault)
        return SETTINGS

    found = watched([nothing] * 3, settle)
    assert [each.fault for each in found] == ["", "claimlint.toml:1: no", ""]
    assert claims(found[2]) == {"a.md": 1, "b.md": 0}
    assert [each.changed for each in found] == [(), (), ()]
