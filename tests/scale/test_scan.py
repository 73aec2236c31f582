"""A scan goes through what a source holds, on many workers, whatever dies on the way."""

from __future__ import annotations

import gc
import gzip
import json
import os
import signal
import subprocess
import sys
import time
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import gettempdir

import pyarrow.parquet
import pytest
from distributed import Client

from claimlint.errors import WrongCall
from claimlint.scale.batches import Job, worked
from claimlint.scale.driver import cluster, scan
from claimlint.scale.plan import Batch
from claimlint.scale.sources import Entry
from claimlint.scale.store import Store
from claimlint.scale.tally import Tally
from claimlint.session import check
from claimlint.settings import Settings
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call
from tests.scale.checks import POISON, TAR, mortal

SETTINGS = Settings(today=date(2026, 11, 23))


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with cluster(None, 1) as client:
        yield client


def _scanned(client: Client, output: Path | str, *sources: Path | str, **ways: object) -> Tally:
    job = Job(store=Store(str(output)), settings=SETTINGS, **ways)  # type: ignore[arg-type]
    *_, last = scan([str(source) for source in sources], job, client)
    return last.tally


def _rows(output: Path) -> dict[str, dict[str, object]]:
    lines = [line for part in output.glob("jsonl/*") for line in part.read_text().splitlines()]
    rows = [json.loads(line) for line in lines]
    assert len({row["path"] for row in rows}) == len(rows), "a document stands in one row"
    return {row["path"]: row for row in rows}


def test_a_full_disk_is_told_with_the_folder_of_results(tmp_path, monkeypatch):
    store = Store(str(tmp_path / "results"))
    with store.writing("a.json") as file:
        kept = type(file)

    def full(self: object, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept, "write", full, raising=False)
    with pytest.raises(OSError, match="No space left on device") as told:
        store.put("b.json", b"{}")
    assert told.value.filename == store.address


def _folder(folder: Path, count: int = 3) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03d}.txt").write_text(f"Copy {number}.\n\n{AUTONOMY}")
    return folder


def _archive(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("room/deck.md", AUTONOMY)
        archive.writestr("room/.hidden.md", AUTONOMY)
        archive.writestr("room/photo.raw", "x")
    return path


def _web_archive(path: Path) -> Path:
    pages = {
        "https://example.com/": ("200 OK", "text/html", f"<html><p>{AUTONOMY}</p></html>"),
        "https://example.com/gone": ("404 Not Found", "text/html", AUTONOMY),
        "https://example.com/logo": ("200 OK", "image/png", "x"),
        "https://example.com/terms.txt?v=2": ("200 OK", "text/plain", CLEAN),
    }
    with path.open("wb") as file:
        for address, (status, kind, body) in pages.items():
            page = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}"
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(page)}\r\n"
            )
            file.write(gzip.compress(f"{head}\r\n{page}\r\n\r\n".encode()))
    return path


def test_a_scan_finds_what_a_check_finds(client: Client, tmp_path: Path) -> None:
    folder = _folder(tmp_path / "room")
    tally = _scanned(client, tmp_path / "out", folder)
    alone = [check([path], SETTINGS).documents[0] for path in sorted(folder.iterdir())]
    findings = pyarrow.parquet.read_table(tmp_path / "out" / "findings").to_pylist()
    assert [row["fingerprint"] for row in findings] == [
        finding.fingerprint for document in alone for finding in document.findings
    ]
    assert tally.findings == len(findings) == 3
    assert {row["document"] for row in findings} == {str(path) for path in folder.iterdir()}
    documents = pyarrow.parquet.read_table(tmp_path / "out" / "documents").to_pylist()
    assert [row["sha256"] for row in documents] == [document.sha256 for document in alone]
    assert json.loads((tmp_path / "out" / "summary.json").read_text())["findings"] == 3


def test_workers_of_this_machine_look_for_garbage_seldom(client: Client) -> None:
    assert {most for most, *_ in client.run(gc.get_threshold).values()} == {2_000_000}


def test_archives_and_lists_are_opened(client: Client, tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    _archive(room / "data.zip")
    web = _web_archive(tmp_path / "crawl.warc.gz")
    names = tmp_path / "list.txt"
    names.write_text(f"# sources\n{room}\n\n{web}\n")
    tally = _scanned(client, tmp_path / "out", f"@{names}")
    rows = _rows(tmp_path / "out")
    assert {path: len(row["findings"]) for path, row in rows.items()} == {  # type: ignore[arg-type]
        f"{room}/data.zip!room/deck.md": 1,
        "https://example.com/": 1,
        "https://example.com/terms.txt?v=2": 0,
    }
    assert rows["https://example.com/"]["format"] == "html"
    assert tally.documents == 3
    assert json.loads((tmp_path / "out" / "summary.json").read_text())["passed_over"] == 4


def test_odd_names_of_files_and_in_archives_lose_nothing(client: Client, tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    (room / "a::b.md").write_text(AUTONOMY)
    odd = ("/rooted.md", "../above.md", "c::d.md", "one.md", "one.md")
    with warnings.catch_warnings(), zipfile.ZipFile(room / "odd.zip", "w") as archive:
        warnings.simplefilter("ignore")
        for name in odd:
            archive.writestr(name, AUTONOMY)
    assert _scanned(client, tmp_path / "out", room).findings == 1 + len(odd)
    names = {path.removeprefix(f"{room}/") for path in _rows(tmp_path / "out")}
    assert names == {"a::b.md", *(f"odd.zip!{name}" for name in odd), "odd.zip!one.md (2)"}


def test_damaged_archives_are_told_and_the_rest_is_read(client: Client, tmp_path: Path) -> None:
    room = _folder(tmp_path / "room")
    whole = _web_archive(tmp_path / "crawl.warc.gz").read_bytes()
    (room / "cut.warc.gz").write_bytes(whole[:-40])
    (room / "head.warc.gz").write_bytes(whole[:40])
    (room / "noise.warc").write_bytes(b"no record at all\n" * 9)
    (room / "stub.zip").write_bytes(b"PK\x03\x04 and no more")
    data = bytearray(_archive(tmp_path / "data.zip").read_bytes())
    data[data.index(AUTONOMY.encode())] ^= 1
    (room / "worn.zip").write_bytes(data)
    tally = _scanned(client, tmp_path / "out", room)
    rows = _rows(tmp_path / "out")
    lost = {Path(path).name for path, row in rows.items() if row["status"] == "unreadable"}
    assert lost == {"cut.warc.gz", "head.warc.gz", "noise.warc", "stub.zip", "deck.md"}
    assert f"{room}/worn.zip!room/deck.md" in rows
    assert "https://example.com/" in rows
    assert tally.findings == 4
    assert len(tally.unread) == 5
    assert all(": damaged: " in each for each in tally.unread)
    assert json.loads((tmp_path / "out" / "summary.json").read_text())["unread"] == tally.unread


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are Unicode")
def test_a_name_that_is_no_utf_8_is_a_name(client: Client, tmp_path: Path) -> None:
    room = _folder(tmp_path / "room", count=1)
    (room / os.fsdecode(b"caf\xe9.txt")).write_text(AUTONOMY)
    _scanned(client, tmp_path / "out", room)
    rows = _rows(tmp_path / "out")
    assert len(rows[f"{room}/caf?.txt"]["findings"]) == 1  # type: ignore[arg-type]


def test_a_line_of_a_list_where_nothing_is_ends_no_scan(client: Client, tmp_path: Path) -> None:
    room = _folder(tmp_path / "room", count=1)
    names = tmp_path / "list.txt"
    names.write_text(f"{tmp_path}/gone.md\n{room}\n")
    tally = _scanned(client, tmp_path / "out", f"@{names}")
    assert (tally.documents, tally.findings) == (2, 1)
    assert tally.by["problem"] == {"missing": 1}
    assert tally.unread == [f"{tmp_path}/gone.md: no such file or folder"]


def test_a_list_that_names_itself_is_refused(client: Client, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(f"@{two}\n")
    two.write_text(f"@{one}\n")
    with pytest.raises(WrongCall, match="names itself"):
        _scanned(client, tmp_path / "out", f"@{one}")


def test_what_ends_or_hangs_its_process_is_quarantined(client: Client, tmp_path: Path) -> None:
    folder = _folder(tmp_path / "room")
    (folder / "001-poison.txt").write_text(POISON)
    (folder / "001-tar.txt").write_text(TAR)
    before = set(Path(gettempdir()).glob("claimlint-scan-*"))
    tally = _scanned(client, tmp_path / "out", folder, check=mortal, seconds=20.0, attempts=1)
    assert set(Path(gettempdir()).glob("claimlint-scan-*")) <= before
    rows = _rows(tmp_path / "out")
    held = {Path(path).name for path, row in rows.items() if row.get("quarantined")}
    assert held == {"001-poison.txt", "001-tar.txt"}
    assert (tally.documents, tally.quarantined, tally.findings) == (5, 2, 3)


@pytest.mark.parametrize(
    ("times", "of_run", "killed", "quarantined"),
    [(2, 2, False, 1), (2, 1, False, 0), (2, 2, True, 0), (5, 2, True, 0), (6, 1, True, 1)],
)
def test_a_scan_that_was_killed_as_a_whole_is_not_held_against_a_document(
    tmp_path: Path, times: int, of_run: int, killed: bool, quarantined: int
) -> None:
    (path,) = _folder(tmp_path / "room", count=1).iterdir()
    job = Job(store=Store(str(tmp_path / "out")), settings=SETTINGS, attempts=2)
    run = "an earlier one" if killed else job.run
    tried = {"times": times, "of_run": of_run, "run": run}
    job.store.put_row("work/0000000/00.begun", tried)
    row = worked(job, Batch("0000000", (Entry(str(path), str(path), ".txt"),)))
    assert row["quarantined"] == quarantined


def test_a_deadline_beyond_what_the_system_can_count_is_none(tmp_path: Path) -> None:
    (path,) = _folder(tmp_path / "room", count=1).iterdir()
    job = Job(store=Store(str(tmp_path / "out")), settings=SETTINGS, seconds=1e300)
    row = worked(job, Batch("0000000", (Entry(str(path), str(path), ".txt"),)))
    assert row["quarantined"] == 0


def test_a_killed_driver_costs_no_document_that_was_through(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "room", 30)
    output = tmp_path / "out"
    command = (sys.executable, "-m", "claimlint", "scan", folder, "-o", output, "--workers=1")
    with subprocess.Popen([*command, TODAY, "--isolated"], start_new_session=True) as process:
        kept = output / "work" / "0000000" / "00.json"
        for _ in range(1200):
            if kept.exists():
                break
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
    row = json.loads(kept.read_text())
    kept.write_text(json.dumps({**row, "sha256": "kept"}))
    with pytest.raises(WrongCall, match="of other sources"):
        _scanned(None, output, tmp_path)  # type: ignore[arg-type]
    ended = call("scan", str(folder), "-o", str(output), "--workers=1", "--isolated", cwd=tmp_path)
    assert ended.status == 0, ended.err
    assert ended.out.splitlines()[-1].startswith("30 documents, ")
    digests = [row["sha256"] for _, row in sorted(_rows(output).items())]
    assert digests[0] == "kept"
    assert "kept" not in digests[1:]
    assert not list((output / "work").iterdir())


def test_no_more_batches_are_under_way_than_workers_can_take(
    client: Client, tmp_path: Path
) -> None:
    from claimlint.scale.driver import kept_busy
    from claimlint.scale.plan import Batch
    from claimlint.scale.sources import Entry

    drawn = []

    def batches() -> Iterator[Batch]:
        for number in range(20):
            drawn.append(number)
            entry = Entry(f"{number}", str(tmp_path / "missing.txt"), ".txt")
            yield Batch(f"{number:07d}", (entry,))

    job = Job(store=Store(str(tmp_path / "out")), settings=SETTINGS)
    seen = []
    for done, row in enumerate(kept_busy(client, job, batches()), 1):
        seen.append(row)
        assert len(drawn) <= done + 2
    assert len(seen) == 20
    assert Tally.loaded(seen[0]).by["problem"] == {"missing": 1}


def test_sources_and_results_lie_in_an_object_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    try:
        host, port = server.get_host_and_port()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            monkeypatch.setenv(name, "testing")
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        bucket = Store("s3://papers")
        bucket.files.mkdir("papers")
        bucket.put("in/deck.txt", AUTONOMY.encode())
        bucket.put("in/room.zip", _archive(tmp_path / "room.zip").read_bytes())
        with cluster(None, 1) as client:
            tally = _scanned(client, "s3://papers/out", "s3://papers/in")
        assert (tally.documents, tally.findings) == (2, 2)
        (row, other) = bucket.lines("out/jsonl/part-0000000.jsonl")
        assert row["path"] == "s3://papers/in/deck.txt"
        assert other["path"] == "s3://papers/in/room.zip!room/deck.md"
        assert bucket.names("out/work/0000000") == frozenset()
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nothing.here", "-o", "out"), "nothing.here: no such file or folder"),
        (("empty", "-o", "out"), "empty: no document that claimlint reads"),
        (("nowhere://x", "-o", "out"), "nowhere://x: cannot be opened"),
        (("empty", "-o", "nowhere://x"), "nowhere://x: cannot be opened"),
        (("s3://papers/in", "-o", "out"), "s3://papers/in: cannot be opened"),
        (("empty", "-o", "s3://papers/out"), "s3://papers/out: cannot be opened"),
        (("empty", "-o", "out", "--scheduler=tcp://127.0.0.1:1"), "does not answer"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")  # nor is anybody asked for credentials
    ended = call("scan", *arguments, "--workers=1", cwd=tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1
