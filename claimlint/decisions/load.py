"""The decisions that hold for a run: its record, its baseline, the wordings that are approved."""

from __future__ import annotations

from claimlint.decisions import record
from claimlint.decisions.apply import Decisions, Sources
from claimlint.decisions.baseline import Baseline
from claimlint.rulebook.model import RuleBook
from claimlint.ruling import State
from claimlint.settings import Settings
from claimlint.terms import Category


def decisions(settings: Settings, book: RuleBook) -> Decisions:
    """Return the decisions that settings name.

    Raises:
        RuleFault: the record or the baseline is missing or broken.
    """
    entries = [
        (entry, path.parent)
        for path in (settings.decisions, settings.baseline)
        if path is not None
        for entry in record.load(path)
    ]
    sources = Sources(
        record=tuple(pair for pair in entries if pair[0].state is not State.BASELINE),
        baseline=Baseline(pair for pair in entries if pair[0].state is State.BASELINE),
        approved=settings.policy.approved,
        rules=book.claims,
        known=(*(str(each) for each in Category), *book.claims.ids),
    )
    return Decisions(sources, settings.profile, settings.today)
