"""Calls the program as a user does: in its own folder, without a terminal.

`call` stays in this process and keeps the rules that ship with the package and the model between
calls, because reading them takes most of a call; `spawn` starts a process of its own.
"""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct

from claimlint import session
from claimlint.__main__ import main
from claimlint.datafiles import data_folder
from claimlint.detect.parsing.model import Model
from claimlint.rulebook import load as loading
from claimlint.rulebook.load import load_book
from claimlint.rulebook.yaml import catalogue
from claimlint.rulebook.yaml.catalogue import load_catalogue

AUTONOMY = "Our agents close tickets without human intervention.\n"
CLEAN = "The vase on the table is blue.\n"
TODAY = "--today=2026-11-23"
_OWN = ("COLUMNS", "NO_COLOR", "SOURCE_DATE_EPOCH")


class Called(Struct, frozen=True):
    """How a call ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


def call(*arguments: str, cwd: Path, stdin: bytes = b"", **env: str) -> Called:
    """Return how `claimlint ARGUMENTS` ends in the folder `cwd`; no exception may get out."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8") for name in ("stdout", "stderr")}
    streams["stdin"] = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in _OWN:
            patch.delenv(name, raising=False)
        for name, value in env.items():
            patch.setenv(name, value)
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "argv", ["claimlint", *arguments])
        for module in (session, loading):
            patch.setattr(module, "load_book", _kept(load_book))
        patch.setattr(catalogue, "load_catalogue", _kept(load_catalogue))
        patch.setattr(session, "load_kept", _kept_catalogue)
        patch.setattr(session, "Model", _model)
        status = _status()
    out, err = (_text(streams[name]) for name in ("stdout", "stderr"))
    return Called(status, out, err)


def spawn(*arguments: str, cwd: Path, stdin: bytes = b"", **env: str) -> Called:
    """Return how `claimlint ARGUMENTS` ends as a process; a traceback fails the test."""
    plain = {key: value for key, value in os.environ.items() if key not in _OWN}
    done = subprocess.run(
        [sys.executable, "-m", "claimlint", *arguments],
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


def _status() -> int:
    with undisturbed():
        try:
            main()
        except SystemExit as end:
            return int(end.code or 0)
    return 0


@contextmanager
def undisturbed() -> Iterator[None]:
    """Answer signals after the block as before it."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()


@cache
def _model(name: str, *, keep: int = 0) -> Model:
    return Model(name, keep=keep)


@cache
def _shipped(load):
    return load(data_folder("rules"))


def _kept_catalogue(folder, digest):
    return _kept(load_catalogue)(folder)


def _kept(load):
    return lambda folder: _shipped(load) if folder == data_folder("rules") else load(folder)
