"""A second run on the same files tells the same and reads nothing; any change is seen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from claimlint.cache.store import Store, results_folder
from claimlint.detect.detector import Detector
from claimlint.document import ReadStatus
from claimlint.finding import Report
from claimlint.session import prepared, run
from claimlint.settings import Settings
from claimlint.steps import cases, result_cache
from claimlint.steps.events import ClaimFound, Done, Event, PageRead, ProblemMet
from claimlint.steps.prepared import Prepared
from claimlint.terms import DocumentKind

SETTINGS = Settings(today=date(2026, 11, 23), cache=True)
CLAIM = "Our agents close tickets without human intervention.\n"
OTHER = "Our AI resolves 95% of tickets on its own.\n"
FRENCH = "Notre assistant répond à toutes les questions de vos clients, et il ne dort jamais.\n" * 3


@pytest.fixture
def room(tmp_path, monkeypatch) -> Iterator[Path]:
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    room = tmp_path / "room"
    room.mkdir()
    (room / "deck.txt").write_text(CLAIM)
    (room / "site.html").write_text(f"<p>{OTHER}</p>")
    return room


class Counted:
    """Counts what is read and what is detected."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.found = 0
        pool, find = cases.Pool.read, Detector.find

        def reading(pool_self, inputs, **options):
            self.read.extend(Path(name).name for name, _ in inputs)
            return pool(pool_self, inputs, **options)

        def finding(detector, passages, kind=None, paper=None):
            self.found += 1
            return find(detector, passages, kind, paper)

        patch.setattr(cases.Pool, "read", reading)
        patch.setattr(Detector, "find", finding)


@pytest.fixture
def counted(monkeypatch) -> Counted:
    return Counted(monkeypatch)


@cache
def ready(stances: bool) -> Prepared:
    return prepared(replace(SETTINGS, stances=stances))


def events(settings: Settings = SETTINGS, *paths: str) -> list[Event]:
    return list(run(paths or ("room",), settings, ready=ready(settings.stances)))


def again(settings: Settings = SETTINGS, *paths: str) -> Report:
    done = events(settings, *paths)[-1]
    assert isinstance(done, Done)
    return done.report


def test_a_second_run_reads_nothing_and_tells_the_same(room, counted):
    (room / "brief.txt").write_text(FRENCH)
    first = events()
    counted.read.clear()
    counted.found = 0
    second = events()
    assert (counted.read, counted.found) == ([], 0)
    assert first[-1] == second[-1]
    assert isinstance(first[-1], Done)
    kinds = (ClaimFound, ProblemMet)
    assert [e for e in first if isinstance(e, kinds)] == [e for e in second if isinstance(e, kinds)]
    assert not [event for event in second if isinstance(event, PageRead)]


def test_of_a_folder_only_the_file_that_changed_is_read_again(room, counted):
    before = again()
    counted.read.clear()
    (room / "deck.txt").write_text(OTHER)
    after = again()
    assert counted.read == ["deck.txt"]
    assert after == again(replace(SETTINGS, cache=False))
    assert before != after


def test_a_file_with_the_same_size_and_time_is_not_taken_for_the_old_one(room):
    deck = room / "deck.txt"
    before, status = again(), deck.stat()
    deck.write_text(CLAIM.replace("tickets", "matters"))
    os.utime(deck, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert deck.stat().st_size == status.st_size
    assert again() != before


@pytest.mark.parametrize(
    "change",
    [
        {"today": date(2027, 11, 23)},
        {"kind": DocumentKind.CONTRACT},
        {"kinds": (("room/deck.txt", DocumentKind.OTHER),)},
        {"limits": (("text", 20.0),)},
        {"stances": True},
        {"same_matter": True},
    ],
)
def test_another_setting_is_another_result(room, change):
    again()
    settings = replace(SETTINGS, **change)
    assert again(settings) == again(replace(settings, cache=False))


def test_a_dossier_that_changes_is_read_again(room):
    dossier = room / "claimlint.evidence.yaml"
    head = "claimlint_evidence: '0.1'\nproduct:\n  name: P\n  version: '1'\nevidence: []\n"
    text = head + "vendor:\n  name: V{}\n"
    reports = []
    for version in ("1", "2", "1"):
        dossier.write_text(text.format(version))
        reports.append(again())
        assert reports[-1] == again(replace(SETTINGS, cache=False))
    assert reports[0] == reports[2]


def test_other_rules_or_another_state_of_the_program_find_anew(room, counted, monkeypatch):
    again()
    counted.read.clear()
    monkeypatch.setattr(result_cache, "surroundings", lambda: "another state")
    again()
    assert counted.read == ["deck.txt", "site.html"]


def test_what_is_kept_holds_no_word_of_the_documents_and_no_name(room):
    again()
    entries = list(results_folder().iterdir())
    assert len(entries) == 3
    kept = b"".join(entry.read_bytes() + entry.name.encode() for entry in entries)
    assert not any(word in kept for word in (b"agents", b"deck", b"autonomy", b"room"))


def test_without_cache_nothing_is_kept(room):
    again(replace(SETTINGS, cache=False))
    assert not results_folder().exists()


def test_a_damaged_entry_is_no_entry(room, counted):
    before = again()
    for entry in results_folder().iterdir():
        data = bytearray(entry.read_bytes())
        data[-1] ^= 1
        entry.write_bytes(bytes(data))
    counted.read.clear()
    assert again() == before
    assert counted.read == ["deck.txt", "site.html"]


def test_an_entry_of_another_form_is_no_entry(room):
    before = again()
    store = Store(results_folder())
    for entry in results_folder().iterdir():
        entry.unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(result_cache, "dumped", lambda thing: b'[["odd"]]')
        again()
    assert store.size()[0] == 3
    assert again() == before


def test_a_file_that_could_not_be_read_this_time_is_tried_the_next_time(room, counted):
    path = room / "gone.txt"
    report = again(SETTINGS, "room", str(path))
    assert report.documents[-1].status is ReadStatus.UNREADABLE
    path.write_text(CLAIM)
    assert again(SETTINGS, "room", str(path)).documents[-1].findings


def test_a_matter_is_judged_anew_with_what_is_known_of_its_files(room, counted):
    again()
    counted.read.clear()
    (room / "study.txt").write_text("In a test on 1,200 tickets the accuracy was 93%.\n")
    report = again()
    assert counted.read == ["study.txt"]
    assert report == again(replace(SETTINGS, cache=False))


def test_the_same_papers_in_another_matter_are_another_result(room):
    again()
    settings = replace(SETTINGS, same_matter=True)
    assert {d.matter for d in again(settings).documents} == {"loose files"}
    assert {d.matter for d in again().documents} == {"room"}
