"""Whoever stops the program, at whatever moment, gets one line, status 130, and nothing is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from claimlint.cli.stopping import stoppable
from tests.build.pdf import lines, pdf
from tests.cli.calls import AUTONOMY, TODAY, undisturbed
from tests.readers.test_old_office import OLD

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no groups of processes")
CLOSED = getattr(signal, "SIGHUP", 0)
GO_ON = "of 40 documents done; run the same call again to go on"


def _stopped(folder: Path, sign: int, ready: Callable[[Path], bool], *arguments: str) -> list[str]:
    """Return what a call says that is stopped with all that it started, once it is `ready`."""
    scratch = folder / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "claimlint", *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(scratch)},
        start_new_session=True,
    )
    while not ready(folder):
        assert process.poll() is None
        time.sleep(0.02)
    started = psutil.Process(process.pid).children(recursive=True)
    os.killpg(process.pid, sign)
    assert process.wait(60) == 130
    assert psutil.wait_procs(started, timeout=10)[1] == []
    assert not list(scratch.rglob("claimlint*"))
    return process.communicate()[1].splitlines()


def _cluster_begins(folder: Path) -> bool:
    return (folder / "scratch" / "dask-scratch-space").exists()


def _documents_are_through(folder: Path) -> bool:
    return any((folder / "out").glob("work/*/*.json"))


@pytest.mark.parametrize(
    ("sign", "ready", "told"),
    [
        (signal.SIGINT, _cluster_begins, "nothing new is done; run the same call again to go on"),
        (signal.SIGTERM, _documents_are_through, GO_ON),
    ],
)
def test_a_scan_tells_how_far_it_came(
    tmp_path: Path, sign: int, ready: Callable[[Path], bool], told: str
) -> None:
    (tmp_path / "room").mkdir()
    for number in range(40):
        (tmp_path / "room" / f"{number}.txt").write_text(f"Copy {number}.\n\n{AUTONOMY}" * 50)
    call = ("scan", "room", "-o", "out", "--workers=1", "--isolated", TODAY)
    (line,) = _stopped(tmp_path, sign, ready, *call)
    assert line.startswith("claimlint: stopped; ")
    assert line.endswith(told)
    assert not list((tmp_path / "out").glob("*/part-*.part"))


@pytest.mark.parametrize(("jobs", "sign"), [("1", signal.SIGINT), ("2", CLOSED)])
def test_a_check_ends_what_reads_for_it(tmp_path: Path, jobs: str, sign: int) -> None:
    page = lines(*[f"{AUTONOMY.strip()} Number {number}." for number in range(40)])
    for name in ("one.pdf", "two.pdf"):
        (tmp_path / name).write_bytes(pdf(*[page] * 150))
    call = ("check", "one.pdf", "two.pdf", f"--jobs={jobs}", "--isolated", "--no-cache", TODAY)

    def reading(folder: Path) -> bool:
        return len(list((folder / "scratch").glob("claimlint*"))) == int(jobs)

    told = _stopped(tmp_path, sign, reading, *call, "-o", "report.json")
    assert told == ["claimlint: stopped"]
    assert not (tmp_path / "report.json").exists()


def test_what_a_reading_process_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "bin" / "soffice"
    office.parent.mkdir()
    office.write_text(f"#!/bin/sh\nsleep 60 &\ntouch {tmp_path}/converting\nwait\n")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{office.parent}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / "terms.doc").write_bytes(OLD)

    def converting(folder: Path) -> bool:
        return (folder / "converting").exists()

    call = ("check", "terms.doc", "--isolated", "--no-cache", TODAY)
    assert _stopped(tmp_path, signal.SIGINT, converting, *call) == ["claimlint: stopped"]


def test_the_desk_is_cleared_where_its_terminal_is_closed(tmp_path: Path) -> None:
    def laid(folder: Path) -> bool:
        return any((folder / "scratch").glob("claimlint-desk-*/papers"))

    call = ("serve", "--no-browser", "--isolated")
    assert _stopped(tmp_path, CLOSED, laid, *call)[-1] == "claimlint: stopped"


def test_a_language_server_ends_though_a_thread_waits_for_the_editor(tmp_path: Path) -> None:
    def begun(_: Path) -> bool:
        time.sleep(1)
        return True

    assert _stopped(tmp_path, signal.SIGINT, begun, "lsp") == ["claimlint: stopped"]


def _status(block: Callable[[], None]) -> object:
    with undisturbed(), pytest.raises(SystemExit) as ended, stoppable():
        block()
    return ended.value.code


def test_what_is_put_in_order_is_not_disturbed_by_a_second_signal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = []

    def stopped() -> None:
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            signal.raise_signal(signal.SIGINT)
            done.append("in order")

    assert _status(stopped) == 130
    assert done == ["in order"]
    assert capsys.readouterr().err == "claimlint: stopped\n"


def test_a_signal_that_meets_what_lets_no_error_out_comes_again() -> None:
    class Gone:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    def lost() -> None:
        Gone()
        for _ in range(1000):
            time.sleep(0.02)

    assert _status(lost) == 130


def test_the_process_ends_by_the_status_after_others_have_put_their_things_in_order():
    code = (
        "import atexit, sys; import claimlint.__main__ as program\n"
        "program.main = lambda: (atexit.register(print, 'in order'), sys.exit(3))\n"
        "program.program()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "in order\n", "")


_LOADING = """
import os, signal, sys
from claimlint.machine.structs import load_structs

class Sender:
    def find_spec(self, name, path=None, target=None):
        if "msgspec" in sys.modules:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Sender())
try:
    load_structs()
except KeyboardInterrupt:
    print("stopped", sys.modules["msgspec"].json.decode(b"[1]", type=tuple[int, ...]))
"""


def test_a_signal_waits_while_the_library_of_values_loads_which_would_crash_later():
    called = subprocess.run(
        [sys.executable, "-c", _LOADING], capture_output=True, text=True, check=False
    )
    assert (called.returncode, called.stdout) == (0, "stopped (1,)\n"), called.stderr


EARLY = """\
import os, signal, sys

class Impatient:
    def find_spec(self, name, path=None, target=None):
        if name == "claimlint.cli.stopping":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Impatient())
sys.argv = ["claimlint", *sys.argv[1:]]
from claimlint.__main__ import program
program()
"""


def test_a_program_that_is_not_loaded_yet_is_stopped_in_one_line(tmp_path: Path) -> None:
    call = [sys.executable, "-c", EARLY, "check", "none.txt", TODAY]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "claimlint: stopped\n")
