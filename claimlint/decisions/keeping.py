"""Keeps a baseline: it grows only when told to, and shrinks as debt is paid."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from claimlint.decisions import record
from claimlint.decisions.baseline import Baseline, debt, shown
from claimlint.decisions.entry import Entry
from claimlint.errors import WrongCall
from claimlint.finding import Report
from claimlint.machine.paths import exists
from claimlint.terms import Verdict
from claimlint.values.ruling import State


class BaselineChange(Struct, frozen=True):
    """How many entries a baseline holds and lost, and the new claims for which nothing was done.

    `held` counts claims that the papers contradict: no baseline lets these through.
    """

    kept: int = 0
    struck: int = 0
    held: int = 0
    new: tuple[Entry, ...] = ()


def grown(path: Path, report: Report, *, accept_new: bool) -> BaselineChange:
    """Write the debt of a report into a baseline; one that is there may grow only if told.

    Raises:
        ClaimlintError: the file is broken, or cannot be written.
    """
    old = record.load(path) if exists(path) else None
    owed = tuple(debt(report.documents, path.parent))
    if old is not None and not accept_new:
        debts = _debts(old, path.parent)
        new = tuple(entry for entry in owed if _taken(debts, entry, path.parent) is None)
        if new:
            return BaselineChange(new=new)
    kept = (*_elsewhere(old or (), report, path.parent), *owed)
    record.write(path, kept)
    held = sum(finding.worst is Verdict.CONTRADICTED for finding in report.findings)
    return BaselineChange(kept=len(kept), held=held)


def pruned(path: Path, report: Report) -> BaselineChange:
    """Strike out the entries that nothing in the documents of a report answers to.

    Those of a file that has been renamed go by its new name.

    Raises:
        ClaimlintError: the file is missing or broken, or cannot be written.
    """
    if not exists(path):
        raise WrongCall(f"{path.as_posix()}: there is no such baseline; write one first")
    old = record.load(path)
    debts = _debts(old, path.parent)
    named = {
        id(entry): owed.document
        for owed in debt(report.documents, path.parent)
        if (entry := _taken(debts, owed, path.parent)) is not None
    }
    gone = {id(entry) for entry in debts.stale(document.path for document in report.documents)}
    kept = tuple(
        replace(entry, document=named.get(id(entry), entry.document))
        for entry in old
        if id(entry) not in gone
    )
    record.write(path, kept)
    return BaselineChange(kept=len(kept), struck=len(old) - len(kept))


def _debts(entries: tuple[Entry, ...], root: Path) -> Baseline:
    return Baseline((entry, root) for entry in entries if entry.state is State.BASELINE)


def _taken(debts: Baseline, owed: Entry, root: Path) -> Entry | None:
    return debts.take(owed.fingerprint, str(root / owed.document))


def _elsewhere(entries: tuple[Entry, ...], report: Report, root: Path) -> tuple[Entry, ...]:
    """Return the entries that this run says nothing about: other files, and persons' decisions."""
    seen = {shown(document.path, root) for document in report.documents}
    return tuple(
        entry
        for entry in entries
        if entry.state is not State.BASELINE
        or (entry.document not in seen and exists(root / entry.document))
    )
