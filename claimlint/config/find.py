"""Where the configuration comes from: the working folder and those above it, nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

from claimlint.machine.paths import is_file, upwards

NAMES = ("claimlint.toml", ".claimlint.toml")
PROJECT = "pyproject.toml"
_OURS = re.compile(rb"""\btool["']?\s*(?:[=\]]|\.\s*["']?claimlint)""")
"""Where a table `tool.claimlint` may open; to read the whole file for certain takes longer."""


def nearest() -> Path | None:
    """Return the configuration file that is nearest to the working folder, or None.

    In each folder `claimlint.toml` goes before `.claimlint.toml` and this before a
    `pyproject.toml` with a table `tool.claimlint`. The path is relative to the working folder.
    """
    for folder in upwards():
        for name in NAMES:
            if is_file(folder / name):
                return folder / name
        if _is_ours(folder / PROJECT):
            return folder / PROJECT
    return None


def _is_ours(project: Path) -> bool:
    """Tell whether a project file has our table; one that is broken has it if it names it."""
    try:
        raw = project.read_bytes()
    except OSError:
        return False
    if b"claimlint" not in raw or not _OURS.search(raw):
        return False
    import tomllib

    try:
        tool = tomllib.loads(raw.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return b"tool.claimlint" in raw
    return isinstance(tool, dict) and "claimlint" in tool
