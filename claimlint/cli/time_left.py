"""How far a run has come, by what its files weigh, and how long the rest is likely to take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from claimlint.amounts import amount

_SETTLED_SECONDS = 5.0
_SETTLED_SHARE = 0.05
"""Earlier than this nobody can tell."""
_JUDGING = 0.2
"""Verdicts on the claims take about this share of the time that finding them takes."""
_MINUTE = 60


class TimeLeft:
    """The time that one run still takes; files come in the order of the call."""

    def __init__(
        self, weights: Sequence[tuple[str, float]], clock: Callable[[], float] = monotonic
    ) -> None:
        """`weights` are the names of the files and how much work each is."""
        self._clock = clock
        self._start = clock()
        self._weights = dict(weights)
        self._before: dict[str, float] = {}
        total = 0.0
        for name, weight in weights:
            self._before[name] = total
            total += weight
        self._total = total * (1 + _JUDGING)
        self._done = 0.0

    def page(self, name: str, number: int, total: int) -> None:
        """Note that a page of a file has been read, of so many; 0 where that is not known."""
        share = min(1.0, number / total) if total else 0.0
        here = self._before.get(name, 0.0) + share * self._weights.get(name, 0.0)
        self._done = max(self._done, here)

    def left(self) -> str:
        """Return in words how long the rest will take, nothing where it is too early to tell."""
        spent = self._clock() - self._start
        share = self._done / self._total if self._total else 0.0
        if spent < _SETTLED_SECONDS or share < _SETTLED_SHARE:
            return ""
        seconds = spent * (1 - share) / share
        if seconds < _MINUTE:
            return ", less than a minute left"
        minutes = round(seconds / _MINUTE)
        return f", about {amount(minutes, 'minute')} left"
