"""Checks a file and writes remarks into it, without a process of its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from claimlint.annotate.child import write
from claimlint.annotate.remark import Remark, Request, dump
from claimlint.annotate.remarks import remarks_of
from claimlint.finding import Report
from claimlint.session import prepared, run
from claimlint.settings import Settings
from claimlint.steps.events import report_of
from claimlint.steps.prepared import Prepared

TODAY = "2026-11-23"
_SETTINGS = Settings(today=date.fromisoformat(TODAY))


@cache
def _ready() -> Prepared:
    """Return rules and model, which take most of a check of one small file."""
    return prepared(_SETTINGS)


def remarks_on(path: Path) -> tuple[Remark, ...]:
    """Return the remarks on one file."""
    report = report_on(path)
    return remarks_of(report, report.documents[0])


def report_on(*paths: Path) -> Report:
    """Return the report on some files, without what lies in them between decks and contracts."""
    return report_of(run(paths, _SETTINGS, ready=_ready()))


def copied(path: Path, folder: Path, *papers: Path) -> Path:
    """Write a copy of a file with its remarks into a new folder, under its name; return its path.

    With `papers` the remarks say what they have to do with each other, as `annotate` does.
    """
    settings = replace(_SETTINGS, same_matter=True, stances=True) if papers else _SETTINGS
    report = report_of(run([path, *papers], settings, ready=None if papers else _ready()))
    document = report.documents[0]
    earlier = frozenset(document.remarked.lines if document.remarked else ())
    remarks = remarks_of(report, document)
    asked = Request(form=document.format, today=TODAY, remarks=remarks, earlier=earlier)
    _, made = write(dump(asked), path.read_bytes())
    folder.mkdir()
    (folder / path.name).write_bytes(made)
    return folder / path.name


def texts(path: Path, *without: str) -> list[str]:
    """Return the passages of a file as they are read, those of some parts left out."""
    from tests.build.reading import read_file

    passages = read_file(path).passages
    return [p.text for p in passages if p.location.part not in without]
