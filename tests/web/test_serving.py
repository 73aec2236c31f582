"""`claimlint serve` from the outside: one process that opens, asks nobody, and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.test_offline import GUARD
from tests.web.client import Client

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the guard stands in for Python by #!")
CALL = ("serve", "--no-browser", "--today", "2026-11-23")


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Start the desk with every way to a network refused, as a person starts it."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    call = [sys.executable, str(GUARD), str(tmp_path / "guard.log"), "claimlint", *CALL]
    process = subprocess.Popen(
        call, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    address = process.stdout.readline().split()[-1]
    base, _, token = address.partition("/#token=")
    yield process, Client(int(base.rpartition(":")[2]), token)
    process.kill()
    process.communicate()


def left(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("claimlint-desk-*")]


def test_the_desk_asks_no_network_and_leaves_nothing_when_it_is_closed(opened, tmp_path):
    process, client = opened
    client.drop(("copy.md", b"It closes every ticket without human intervention.\n"))
    client.post("/api/run")
    for _ in range(600):
        if client.get("/api/desk").json()["done"]:
            break
        time.sleep(0.1)
    assert client.get("/api/report").json()["cards"]
    assert len(left(tmp_path)) == 1
    assert client.post("/api/stop").status == 200
    assert process.wait(30) == 0
    assert left(tmp_path) == []
    lines = (tmp_path / "guard.log").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("refused")] == []


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_desk_without_a_traceback(opened, tmp_path, sign):
    process, _ = opened
    process.send_signal(sign)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in told
    assert left(tmp_path) == []


def test_a_port_that_is_taken_is_told_in_one_line(opened, tmp_path):
    call = [sys.executable, "-m", "claimlint", *CALL, "--port", str(opened[1].port)]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"claimlint: --port {opened[1].port}: cannot be served on; leave it out"
    ]


def test_a_matter_that_is_no_such_file_is_told_in_one_line(tmp_path):
    (tmp_path / "m.sqlite").write_text("This is a letter, not a matter. " * 100, encoding="utf-8")
    call = [sys.executable, "-m", "claimlint", *CALL, "--matter", "m.sqlite"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith("claimlint: m.sqlite: cannot be opened as a matter")
    assert len(done.stderr.splitlines()) == 1
