"""Keeps rules, model and parses from one run to the next, as long as the settings ask for them."""

from __future__ import annotations

from claimlint.session import Prepared, prepared
from claimlint.settings import Settings


class Readiness:
    """What the last run was prepared with; used again where the next asks for the same rules."""

    def __init__(self, keep: int) -> None:
        """Keep so many parses of units."""
        self._keep = keep
        self._last: tuple[object, Prepared] | None = None

    def of(self, settings: Settings, *, beside: object = None) -> Prepared:
        """Return what a run of these settings needs; another `beside` has it loaded anew.

        Raises:
            ClaimlintError: a rule is wrong, or the model is not installed.
        """
        wanted = (settings.rules, settings.rule_folders, settings.packs, settings.model)
        key = (*wanted, settings.stances, beside)
        if self._last is None or self._last[0] != key:
            self._last = (key, prepared(settings, keep=self._keep))
        return self._last[1]
