"""Checks documents again whenever one of them, the configuration or a rule changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from claimlint.errors import ClaimlintError
from claimlint.finding import Report
from claimlint.session import PreparedCache, run
from claimlint.settings import Settings
from claimlint.steps.events import report_of
from claimlint.steps.inputs import inputs_of

_KEEP = 20_000

Stamps = Mapping[str, tuple[int, int]]
"""For each file its time of change in nanoseconds and its size."""


class Round(Struct, frozen=True):
    """One round: the files that changed since the last, and the report or what is wrong."""

    changed: tuple[str, ...]
    settings: Settings | None = None
    report: Report | None = None
    fault: str = ""


def rounds(
    paths: Sequence[str], settle: Callable[[], Settings], wait: Callable[[], bool]
) -> Iterator[Round]:
    """Yield a round at once and one after each change; `wait` returns false to end.

    `settle` returns the settings anew each time, because the configuration may change. Rules and
    parses of units that did not change are kept between rounds.
    """
    prepared = PreparedCache(_KEEP)
    shown: Stamps | None = None
    tried: Stamps | None = None
    fault = ""
    while True:
        now: Stamps | None = None
        try:
            settings = settle()
            now = _stamps(paths, settings)
            if now != tried:
                tried = now
                rules = {name: stamp for name, stamp in now.items() if name.endswith(".yaml")}
                ready = prepared.of(settings, beside=rules)
                report = report_of(run(paths, settings, ready=ready))
                yield Round(_changed(shown, now), settings, report)
                shown, fault = now, ""
        except ClaimlintError as error:
            if str(error) != fault:
                yield Round(_changed(shown, now), fault=str(error))
            tried, fault = now, str(error)
        if not wait():
            return


def _stamps(paths: Sequence[str], settings: Settings) -> Stamps:
    inputs = inputs_of(paths, settings)
    files = [file.where for file in inputs.files if isinstance(file.where, Path)]
    files += [path for _, path in inputs.dossiers]
    files += [*settings.evidence, *map(Path, settings.configuration)]
    files += [path for path in (settings.decisions, settings.baseline) if path is not None]
    folders = (*settings.rule_folders, *([settings.rules] if settings.rules else []))
    files += [file for folder in folders for file in sorted(folder.rglob("*.yaml"))]
    found = {}
    for file in files:
        try:
            stat = file.stat()
        except OSError:  # gone since it was listed
            continue
        found[file.as_posix()] = (stat.st_mtime_ns, stat.st_size)
    return found


def _changed(before: Stamps | None, now: Stamps | None) -> tuple[str, ...]:
    """Return the files that changed since the last report, none where that cannot be told."""
    if before is None or now is None:
        return ()
    names = sorted({*before, *now})
    return tuple(name for name in names if before.get(name) != now.get(name))
