"""Calls the program as a user does: another process, its own folder, no terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

AUTONOMY = "Our agents close tickets without human intervention.\n"
CLEAN = "The vase on the table is blue.\n"
TODAY = "--today=2026-11-23"


@dataclass(frozen=True, slots=True)
class Called:
    """How a call ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


def call(
    *arguments: str, cwd: Path, stdin: bytes = b"", program: tuple[str, ...] = (), **env: str
) -> Called:
    """Return how `claimlint ARGUMENTS` ends in the folder `cwd`; a traceback fails the test."""
    plain = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
    done = subprocess.run(
        [*(program or (sys.executable, "-m", "claimlint")), *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**plain, **env},
        timeout=180,
        check=False,
    )
    called = Called(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in called.out + called.err, called.err
    return called


def write(folder: Path, **files: str | bytes) -> None:
    """Write files whose names are given with `_` for the dot: `deck_txt="…"`."""
    for name, content in files.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.write_bytes(content.encode() if isinstance(content, str) else content)
