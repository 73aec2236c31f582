"""The pool of reading processes: a file that misbehaves costs itself and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from claimlint.document import Document, Passage, ProblemCode, ReadStatus
from claimlint.errors import ClaimlintError
from claimlint.readers import sandbox
from claimlint.readers.interface import Limits, PageDone
from claimlint.readers.sandbox import Finished, Pool
from tests.build.reading import read_file

HOSTILE = (sys.executable, str(Path(__file__).with_name("hostile_child.py")))
posix_only = pytest.mark.skipif(os.name != "posix", reason="asks the system for processes")


@pytest.fixture(autouse=True)
def always_in_a_worker(monkeypatch):
    monkeypatch.setattr(sandbox, "IN_PROCESS_BYTES", 0)


def read(*orders: str, jobs: int = 1, **limits) -> list[Document]:
    files = [(f"{index}.txt", order.encode()) for index, order in enumerate(orders)]
    with Pool(Limits(**limits), jobs, command=HOSTILE) as pool:
        events = [event for _, event in pool.read(files)]
    return [event.document for event in events if isinstance(event, Finished)]


def codes(document: Document) -> list[ProblemCode]:
    return [problem.code for problem in document.coverage.problems]


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def test_files_come_in_the_order_given_whatever_they_take():
    orders = ("sleep=0.3 say=one", "say=two", "say=three", "sleep=0.1 say=four", "say=five")
    assert [texts(document) for document in read(*orders, jobs=2)] == [
        ["one"],
        ["two"],
        ["three"],
        ["four"],
        ["five"],
    ]


def test_files_behind_a_slow_one_are_read_meanwhile(monkeypatch):
    begun = []
    real = sandbox.opened
    monkeypatch.setattr(sandbox, "opened", lambda *given: begun.append(given[0]) or real(*given))
    long = " ".join(["say=x"] * 600)
    orders = ("sleep=3 say=slow", *[long] * 8)
    files = [(f"{index}.txt", order.encode()) for index, order in enumerate(orders)]
    with Pool(Limits(), 2, command=HOSTILE) as pool:
        next(pool.read(files))
        assert len(begun) == len(files)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("abort", ProblemCode.READER_DIED),
        ("exit=7", ProblemCode.READER_DIED),
        ("unforeseen", ProblemCode.READER_DIED),
        ("fault", ProblemCode.DAMAGED),
        ("sleep=60", ProblemCode.TIMED_OUT),
        ("spin", ProblemCode.TIMED_OUT),
    ],
)
def test_a_reader_that_dies_or_hangs_costs_one_file(order, code):
    before, bad, after = read("say=before", order, "say=after", seconds=1.5)
    assert (texts(before), texts(after)) == (["before"], ["after"])
    assert codes(bad) == [code]
    assert bad.status is ReadStatus.UNREADABLE
    assert bad.coverage.problems[0].fatal
    assert "\n" not in bad.coverage.problems[0].message


def test_a_reader_without_memory_costs_one_file():
    bad, after = read("eat=4000", "say=after", memory=1 << 30)
    assert codes(bad) == [ProblemCode.OUT_OF_MEMORY]
    assert texts(after) == ["after"]


def test_a_pdf_that_ends_the_first_library_is_read_by_the_second():
    orders = (b"abort-first say=again", b"abort", b"say=one page=1 abort-first", b"say=next")
    files = [(f"{index}.pdf", order) for index, order in enumerate(orders)]
    with Pool(command=HOSTILE) as pool:
        events = [event for _, event in pool.read(files)]
    again, dead, half, following = [e.document for e in events if isinstance(e, Finished)]
    assert (texts(again), codes(again)) == (["again"], [])
    assert (texts(dead), codes(dead)) == ([], [ProblemCode.READER_DIED])
    assert codes(half) == [ProblemCode.READER_DIED]
    assert texts(following) == ["next"]


def test_an_unforeseen_fault_is_named():
    (bad,) = read("unforeseen")
    assert "Unforeseen: odd" in bad.coverage.problems[0].message


def test_what_was_read_before_a_death_is_kept():
    (document,) = read("say=kept page=1 abort")
    assert texts(document) == ["kept"]
    assert document.status is ReadStatus.PARTLY_READ
    assert not document.coverage.problems[0].fatal


def test_what_libraries_print_does_not_disturb_the_messages():
    (document,) = read("chatter say=heard")
    assert texts(document) == ["heard"]
    assert document.status is ReadStatus.READ


def test_no_file_is_lost_when_a_worker_retires_after_many():
    files = [(f"{number}.rtf", b"{\\rtf1 File %d}" % number) for number in range(203)]
    with Pool(Limits()) as pool:
        events = [event for _, event in pool.read(files)]
    documents = [event.document for event in events if isinstance(event, Finished)]
    assert [texts(document) for document in documents] == [[f"File {n}"] for n in range(203)]


@posix_only
def test_a_reader_that_lies_is_not_believed():
    lied, after = read("lie say=x", "say=after")
    assert codes(lied) == [ProblemCode.READER_DIED]
    assert texts(after) == ["after"]


def test_events_come_while_the_file_is_read():
    with Pool(Limits(), command=HOSTILE) as pool:
        events = pool.read([("a.txt", b"say=first page=1 sleep=60")])
        first = next(events)[1]
        second = next(events)[1]
    assert isinstance(first, Passage)
    assert second == PageDone(1, 1)


def test_leaving_early_ends_the_workers():
    with Pool(Limits(), 2, command=HOSTILE) as pool:
        for _ in pool.read([(f"{n}.txt", b"say=x page=1 sleep=60") for n in range(9)]):
            break
        workers = list(pool._workers.values())
    assert workers
    assert all(worker._process is None for worker in workers)
    assert not [one for one in threading.enumerate() if one.name.startswith("claimlint-read")]


def test_a_slow_consumer_costs_no_reading_time():
    orders = b" ".join([b"say=" + b"x" * 1000] * 2000)
    with Pool(Limits(seconds=1.0), command=HOSTILE) as pool:
        events = pool.read([("a.txt", orders)])
        next(events)
        threading.Event().wait(1.5)
        last = [event for _, event in events][-1]
    assert isinstance(last, Finished)
    assert last.document.status is ReadStatus.READ


@posix_only
def test_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read("write=a abort", "write=b say=x", "write=c sleep=60", seconds=1)
    assert list(tmp_path.iterdir()) == []


@posix_only
def test_what_a_reader_started_ends_with_it(tmp_path):
    mark = f"claimlint-test-{os.getpid()}"
    read(f"spawn={mark} sleep=60", seconds=1)
    for _ in range(100):  # a process that was killed may be listed for a moment
        running = [
            entry
            for entry in Path("/proc").glob("[0-9]*/cmdline")
            if mark.encode() in _bytes(entry) and b"sleep(60)" in _bytes(entry)
        ]
        if not running:
            break
        time.sleep(0.05)
    assert running == []


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_a_limit_on_pages_and_text_is_told():
    pages, text = read("say=a page=1 say=b page=2", "say=abc say=defgh", pages=1, text=5)
    assert codes(pages) == [ProblemCode.TOO_LARGE]
    assert codes(text) == [ProblemCode.TOO_LARGE]
    assert texts(text) == ["abc", "de"]


def test_a_process_that_does_not_start_is_said_clearly():
    command = (sys.executable, "-c", "raise ImportError('No module named claimlint')")
    with (
        Pool(Limits(), command=command) as pool,
        pytest.raises(ClaimlintError, match=r"does not start.*No module named claimlint"),
    ):
        list(pool.read([("a.txt", b"x")]))


def test_a_reading_process_keeps_memory_and_looks_for_garbage_seldom(monkeypatch):
    script = (
        "import gc, os, sys; from claimlint.readers.process import child, serving\n"
        "kept = [os.environ[f'MALLOC_{name}_THRESHOLD_'] for name in ('MMAP', 'TRIM')]\n"
        "serving.serve = lambda: sys.exit(f'{gc.get_threshold()[0]} {kept}')\n"
        "child.main()"
    )
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", "1000")  # whoever sets one has a reason
    with (
        Pool(Limits(), command=(sys.executable, "-c", script)) as pool,
        pytest.raises(ClaimlintError, match=r"\(50000 \['4194304', '1000'\]\)"),
    ):
        list(pool.read([("a.txt", b"x")]))


def test_the_ordinary_worker_reads_a_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("One.\n\nTwo.\n")
    document = read_file(path, "as/given.txt")
    assert (document.path, document.format, texts(document)) == (
        "as/given.txt",
        "text",
        ["One.", "Two."],
    )
    assert document.coverage.parts == (("body", 2),)
    assert len(document.sha256) == 64


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"", ProblemCode.EMPTY),
        ("a.pdf", b" \n\n ", ProblemCode.EMPTY),
        ("a.xyz", b"abc", ProblemCode.UNSUPPORTED),
        ("a.txt", bytes(range(256)) * 20, ProblemCode.UNSUPPORTED),
    ],
)
def test_a_file_without_text_is_unreadable_and_says_why(tmp_path, name, data, code):
    path = tmp_path / name
    path.write_bytes(data)
    document = read_file(path)
    assert document.status is ReadStatus.UNREADABLE
    assert codes(document) == [code]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("_index.md", b"---\nlayout: list\n---\n"),
        ("page.mdx", b"import Hero from './hero'\n\n<Hero />\n"),
        ("list.html", b"{{ range .Pages }}\n{{ end }}\n<script>go()</script>\n"),
        ("video.html", b'<iframe src="tour.html"></iframe>\n'),
        ("version.json", b'{"version": "1.2"}\n'),
        ("ports.yaml", b"port: 8080\n"),
    ],
)
def test_a_page_or_catalogue_without_words_was_read_and_says_that_it_has_none(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    document = read_file(path)
    assert document.status is ReadStatus.PARTLY_READ
    assert codes(document)[-1] is ProblemCode.NO_TEXT
    assert not any(problem.fatal for problem in document.coverage.problems)


def test_what_is_no_file_is_never_opened(tmp_path):
    assert codes(read_file(tmp_path / "absent.txt")) == [ProblemCode.MISSING]
    assert codes(read_file(tmp_path)) == [ProblemCode.UNSUPPORTED]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        assert codes(read_file(tmp_path / "pipe.txt")) == [ProblemCode.UNSUPPORTED]


def test_a_file_that_is_too_large_is_not_taken_in(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x" * 2000)
    assert codes(read_file(path, limits=Limits(unpacked=1000))) == [ProblemCode.TOO_LARGE]


def test_a_system_without_memory_limits_is_told(monkeypatch, tmp_path):
    script = tmp_path / "no_resource.py"
    script.write_text(
        "import sys; sys.modules['resource'] = None\n"
        "from claimlint.readers.process import child; sys.exit(child.main())\n"
    )
    with Pool(Limits(), command=(sys.executable, str(script))) as pool:
        events = [event for _, event in pool.read([("a.txt", b"Some words.")])]
    document = events[-1].document
    assert codes(document) == [ProblemCode.NO_LIMITS]
    assert document.status is ReadStatus.READ


INTERRUPTED = """
import os, signal, sys, threading
from claimlint.readers import sandbox
from claimlint.readers.interface import Limits
from claimlint.readers.sandbox import Pool

sandbox.IN_PROCESS_BYTES = 0
if __name__ == "__main__":
    with Pool(Limits(), command=tuple(sys.argv[1:])) as pool:
        for _, event in pool.read([("a.txt", b"page=1 sleep=2 page=2")]):
            print(next(iter(pool._workers.values()))._process.pid, flush=True)
            {then}
"""


@posix_only
@pytest.mark.parametrize(
    ("then", "status"),
    [
        ("signal.raise_signal(signal.SIGINT)", -signal.SIGINT),
        ("threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT)).start()", -signal.SIGINT),
        ("os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL),
    ],
)
def test_no_worker_outlives_its_owner(tmp_path, then, status):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    script = tmp_path / "owner.py"
    script.write_text(INTERRUPTED.replace("{then}", then))
    done = subprocess.run(
        (sys.executable, str(script), *HOSTILE),
        capture_output=True,
        text=True,
        timeout=30,
        env={**os.environ, "TMPDIR": str(scratch)},
    )
    assert done.returncode == status
    child = int(done.stdout.split()[0])
    deadline = time.monotonic() + 10
    while _alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(child)
    assert list(scratch.iterdir()) == []


def _alive(process: int) -> bool:
    try:
        return b"Z" not in Path(f"/proc/{process}/stat").read_bytes().split(b")")[-1].split()[0]
    except OSError:
        return False
