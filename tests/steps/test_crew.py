"""Several processes find what one finds; one that dies costs time and nothing else."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from claimlint.cache.encoding import loaded
from claimlint.datafiles import data_folder
from claimlint.session import prepared, run
from claimlint.settings import Settings
from claimlint.steps.crew import crew
from claimlint.steps.crew import shares as sharing
from claimlint.steps.crew.crew import Crew
from claimlint.steps.crew.messages import Errand, Share, line
from claimlint.steps.crew.shares import HAND, shares
from claimlint.steps.events import ClaimFound, Done, Event, PageRead
from claimlint.steps.inputs import Input
from claimlint.steps.prepared import Prepared
from claimlint.terms import DocumentKind

SETTINGS = Settings(today=date(2026, 11, 23), stances=True)
EXAMPLES = data_folder("examples")


@cache
def ready() -> Prepared:
    return prepared(SETTINGS)


@cache
def alone() -> tuple[Event, ...]:
    return tuple(run([EXAMPLES], SETTINGS, ready=ready()))


@pytest.fixture
def ambitious(monkeypatch) -> Settings:
    monkeypatch.setattr(sharing, "HAND", 100)
    return replace(SETTINGS, jobs=2)


def manned(patch: pytest.MonkeyPatch, script: str) -> None:
    """Have crews of processes that run `script` instead."""

    def made(parts, settings, kinds):
        return Crew(parts, settings, kinds, command=(sys.executable, "-c", script))

    patch.setattr("claimlint.steps.crew.crew.Crew", made)


def test_two_processes_tell_what_one_tells(ambitious, monkeypatch):
    crews = []
    hired = crew.hired
    monkeypatch.setattr(crew, "hired", lambda *given: crews.append(hired(*given)) or crews[-1])
    together = tuple(run([EXAMPLES], ambitious, ready=ready()))
    assert isinstance(crews[0], Crew)
    assert together[-1] == alone()[-1]
    for kind in (ClaimFound, PageRead):
        told, before = (
            [e for e in events if isinstance(e, kind)] for events in (together, alone())
        )
        assert told == before


def test_a_process_of_a_crew_looks_for_garbage_seldom():
    script = (
        "import gc, sys; from claimlint import crew_worker\n"
        "crew_worker.prepared = lambda settings: sys.exit(str(gc.get_threshold()[0]))\n"
        "crew_worker.main()"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=pipe, stdout=pipe, stderr=pipe
    ) as process:
        process.stdin.write(line(Share(settings=SETTINGS, errands=())))
        process.stdin.flush()
        assert process.stderr.read().split() == [b"2000000"]


@pytest.mark.parametrize(
    "script",
    ["pass", "print('[]')", "import time; print('p[1,2]', flush=True); raise SystemExit(3)"],
)
def test_the_owner_does_what_a_dead_process_leaves(ambitious, monkeypatch, script):
    manned(monkeypatch, script)
    events = tuple(run([EXAMPLES], ambitious, ready=ready()))
    assert isinstance(events[-1], Done)
    assert events[-1] == alone()[-1]


def test_a_process_that_dies_before_it_judges_leaves_that_too(ambitious, monkeypatch):
    monkeypatch.setattr(
        Crew, "share", lambda crew, _all: [worker.close() for worker in crew._workers]
    )
    assert tuple(run([EXAMPLES], ambitious, ready=ready()))[-1] == alone()[-1]


def files(folder: Path, *sizes: int) -> tuple[Input, ...]:
    made = []
    for number, size in enumerate(sizes):
        path = folder / f"{number}.txt"
        path.write_bytes(b"x" * size)
        made.append(Input(name=path.name, where=path, matter="m"))
    return tuple(made)


def test_little_work_stays_in_one_process(tmp_path):
    assert shares(files(tmp_path, 500, 500, 500), 4) == ()
    assert shares(files(tmp_path, HAND, HAND), 1) == ()
    assert shares(files(tmp_path, 9 * HAND), 4) == ()


def test_files_on_standard_input_stay_with_the_owner(tmp_path):
    given = (*files(tmp_path, HAND, HAND), Input(name="-", where=b"text", matter="m"))
    assert shares(given, 2) == ()


def test_shares_weigh_about_the_same_and_keep_the_order(tmp_path):
    given = files(tmp_path, 50_000, 200_000, 10_000, 120_000, 20_000, 10_000)
    parts = shares(given, 3)
    assert sorted(file.name for part in parts for file in part) == [file.name for file in given]
    loads = [sum(sharing.weight(file) for file in part) for part in parts]
    assert max(loads) <= 210_000
    for part in parts:
        assert list(part) == [file for file in given if file in part]


def test_a_share_is_told_and_understood(tmp_path):
    settings = replace(
        SETTINGS,
        rules=tmp_path,
        limits=(("pages", 5.0),),
        exclude=(("*.md", tmp_path),),
        kinds=(("a", DocumentKind.CONTRACT),),
    )
    errand = Errand(name="a.pdf", path="a.pdf", matter="m", kind=DocumentKind.CONTRACT)
    share = Share(settings=settings, errands=(errand,))
    assert loaded(Share, line(share)) == share
