"""One desk: a private folder, the papers in it, the matter, and what checks them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from claimlint.datafiles import data_folder
from claimlint.settings import Settings
from claimlint.web.check_runner import CheckRunner
from claimlint.web.matterfile import MatterFile
from claimlint.web.store import MOST_BYTES, Store

_ANSWERS = ("README.md",)


class Desk(Struct, frozen=True):
    """What the pages of one desk work with."""

    name: str
    store: Store
    matter: MatterFile
    runner: CheckRunner


@contextmanager
def laid(
    settings: Settings, matter: Path | None = None, *, most_bytes: int = MOST_BYTES
) -> Iterator[Desk]:
    """Yield a desk, and clear it away at the end with every paper on it.

    The working folder of the process becomes the private folder for as long: papers are called
    by the names that they have there, and no path of the machine gets into a report.

    Raises:
        WrongCall: the file of the matter cannot be opened.
    """
    root = Path(tempfile.mkdtemp(prefix="claimlint-desk-"))
    before = Path.cwd()
    kept = matter.absolute() if matter is not None else root / "record" / "matter.sqlite"
    asked = _absolute(settings)
    try:
        for name in ("papers", "record"):
            (root / name).mkdir()
        file = MatterFile(kept)
        os.chdir(root / "papers")
        store = Store(root / "papers", most_bytes=most_bytes)
        runner = CheckRunner(store, file, asked)
        try:
            yield Desk(matter.stem if matter is not None else "", store, file, runner)
        finally:
            runner.close()
            file.close()
    finally:
        os.chdir(before)
        shutil.rmtree(root, ignore_errors=True)


def lay_example(store: Store) -> None:
    """Put the papers of the bundled example on the desk."""
    folder = data_folder("examples")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in _ANSWERS:
            store.add(path.relative_to(folder).as_posix(), path.read_bytes())


def _absolute(settings: Settings) -> Settings:
    """Return the settings with paths that still hold when the working folder is another."""
    return replace(
        settings,
        rules=settings.rules.absolute() if settings.rules is not None else None,
        rule_folders=tuple(path.absolute() for path in settings.rule_folders),
        evidence=tuple(path.absolute() for path in settings.evidence),
        exclude=(),
    )
