"""Checks documents again whenever one of them, the configuration or a rule changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from claimlint.errors import ClaimlintError
from claimlint.finding import Report
from claimlint.machine.paths import stamps
from claimlint.session import PreparedCache, own_rules, run
from claimlint.settings import Settings
from claimlint.steps.events import report_of
from claimlint.steps.inputs import inputs_of

_KEEP = 20_000

Stamps = Mapping[str, tuple[int, int]]
"""The files that a run depends on, as `machine.paths.stamps` tells them."""


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
            now = depended_on(paths, settings)
            if now != tried:
                tried = now
                ready = prepared.of(settings)
                report = report_of(run(paths, settings, ready=ready))
                yield Round(_changed(shown, now), settings, report)
                shown, fault = now, ""
        except ClaimlintError as error:
            if str(error) != fault:
                yield Round(_changed(shown, now), fault=str(error))
            tried, fault = now, str(error)
        if not wait():
            return


def depended_on(paths: Sequence[str], settings: Settings) -> Stamps:
    """Return all files that a check of `paths` depends on, each with its stamp.

    Raises:
        WrongCall: as a check does.
    """
    inputs = inputs_of(paths, settings)
    files = [file.where for file in inputs.files if isinstance(file.where, Path)]
    files += [path for _, path in inputs.dossiers]
    files += [*settings.evidence, *map(Path, settings.configuration)]
    files += [path for path in (settings.decisions, settings.baseline) if path is not None]
    return stamps([*files, *own_rules(settings)])


def _changed(before: Stamps | None, now: Stamps | None) -> tuple[str, ...]:
    """Return the files that changed since the last report, none where that cannot be told."""
    if before is None or now is None:
        return ()
    names = sorted({*before, *now})
    return tuple(name for name in names if before.get(name) != now.get(name))
