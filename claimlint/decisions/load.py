"""The decisions that hold for a run: its record, its baseline, the wordings that are approved."""

from __future__ import annotations

from pathlib import Path

from claimlint.decisions.apply import Decisions, Sources
from claimlint.decisions.baseline import Baseline
from claimlint.decisions.entry import Entry
from claimlint.errors import RuleFault
from claimlint.machine.paths import exists
from claimlint.rulebook.rule_book import RuleBook
from claimlint.settings import Settings
from claimlint.terms import Category
from claimlint.values.ruling import State


def decisions(settings: Settings, book: RuleBook) -> Decisions:
    """Return the decisions that settings name.

    Raises:
        RuleFault: the record or the baseline is missing or broken.
    """
    if settings.baseline is not None and not exists(settings.baseline):
        name = settings.baseline.as_posix()
        raise RuleFault(f"{name}: there is no such baseline; claimlint baseline write makes one")
    paths = [path for path in (settings.decisions, settings.baseline) if path is not None]
    entries = [(entry, path.parent) for path in paths for entry in _entries(path)]
    sources = Sources(
        record=tuple(pair for pair in entries if pair[0].state is not State.BASELINE),
        baseline=Baseline(pair for pair in entries if pair[0].state is State.BASELINE),
        approved=settings.policy.approved,
        rules=book.claims,
        known=(*(str(each) for each in Category), *book.claims.ids),
    )
    return Decisions(sources, settings.profile, settings.today)


def _entries(path: Path) -> tuple[Entry, ...]:
    from claimlint.decisions import record

    return record.load(path)
