"""Where the cache lies: where the call says, else where the system keeps such things."""

from __future__ import annotations

import sys

import pytest

from claimlint.machine import cache


@pytest.fixture(autouse=True)
def home(monkeypatch):
    for name in ("CLAIMLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/ada")


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        ("linux", "/home/ada/.cache/claimlint"),
        ("darwin", "/home/ada/Library/Caches/claimlint"),
        ("win32", "/home/ada/AppData/Local/claimlint/Cache"),
    ],
)
def test_each_system_has_its_place(monkeypatch, system, folder):
    monkeypatch.setattr(sys, "platform", system)
    assert cache.folder().as_posix() == folder


@pytest.mark.parametrize(
    ("name", "value", "folder"),
    [
        ("CLAIMLINT_CACHE_DIR", "/tmp/mine", "/tmp/mine"),
        ("XDG_CACHE_HOME", "/var/tmp/ada", "/var/tmp/ada/claimlint"),
        ("XDG_CACHE_HOME", "relative", "/home/ada/.cache/claimlint"),
    ],
)
def test_a_variable_may_name_another(monkeypatch, name, value, folder):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv(name, value)
    assert cache.folder().as_posix() == folder
