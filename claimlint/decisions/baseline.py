"""Old debt: claims that stood in the documents when the baseline was written, each copy counted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from claimlint.decisions.entry import Entry
from claimlint.finding import DocumentReport, Finding
from claimlint.machine.paths import exists, real
from claimlint.values.ruling import Overruled, State


class _Place(Struct):
    """An entry with the file that it speaks of, and whether a finding has been set against it."""

    entry: Entry
    file: str
    taken: bool = False


class Baseline:
    """Sets findings against entries, one for one."""

    def __init__(self, entries: Iterable[tuple[Entry, Path]]) -> None:
        """Take entries with the folder from which each names its document."""
        self._places: dict[str, list[_Place]] = {}
        for entry, root in entries:
            place = _Place(entry, _absolute(root / entry.document) if entry.document else "")
            self._places.setdefault(entry.fingerprint, []).append(place)

    def take(self, fingerprint: str, document: str) -> Entry | None:
        """Return the entry that lets a finding of a document through, once, or None.

        An entry of another document serves only where that file is gone: it may have been renamed.
        """
        here = _absolute(document)
        open_places = [place for place in self._places.get(fingerprint, ()) if not place.taken]
        own = [place for place in open_places if place.file in (here, "")]
        moved = [place for place in open_places if not exists(Path(place.file))]
        for place in (*own, *moved):
            place.taken = True
            return place.entry
        return None

    def stale(self, documents: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries that nothing was set against: their file was checked, or is gone."""
        checked = {_absolute(document) for document in documents}
        return tuple(
            place.entry
            for places in self._places.values()
            for place in places
            if not place.taken and (place.file in checked or not exists(Path(place.file)))
        )


def debt(documents: Iterable[DocumentReport], root: Path) -> Iterator[Entry]:
    """Yield an entry for each finding that is neither backed nor decided on by a person."""
    for document in documents:
        for finding in document.findings:
            if not finding.backed and not _decided(finding):
                yield Entry(
                    state=State.BASELINE,
                    fingerprint=finding.fingerprint,
                    rule=finding.claim.rule,
                    document=shown(document.path, root),
                    text=" ".join(finding.claim.text.split()),
                )


def shown(document: str, root: Path) -> str:
    """Return the name of a document as it is seen from the folder of a record."""
    try:
        return Path(os.path.relpath(document, root)).as_posix()
    except ValueError:  # another drive
        return Path(document).absolute().as_posix()


def _decided(finding: Finding) -> bool:
    """Tell whether a decision goes before the baseline; one that has expired does, too."""
    ruling = finding.ruling
    if ruling is None or ruling.state is State.BASELINE:
        return False
    return ruling.overruled is not Overruled.CONTRADICTED


def _absolute(path: str | Path) -> str:
    return str(real(Path(path)))
