"""Runs a command and tells what it cost; pairs two commands, run in turn, by their ratio."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

from benchmarks import scripts

_NOT_THERE = 127
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Left out: an installed package is compiled, and what runs twice here should be, too."""


class Cost(Struct, frozen=True):
    """What one run cost in seconds: CPU (user and system, children included), and wall."""

    cpu: float
    wall: float


def cost(command: Sequence[str | Path], folder: Path | None = None) -> Cost:
    """Return what one run of the command cost; its output goes nowhere.

    Raises:
        RuntimeError: it was not there, a signal ended it, or a small program of ours failed; every
            other status is a checker's own.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != _UNCOMPILED},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    failed = process.returncode > 0 and "-c" in command
    if failed or process.returncode < 0 or process.returncode == _NOT_THERE:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    wall = time.perf_counter() - start
    return Cost(usage.ru_utime + usage.ru_stime, wall)


def peak(command: Sequence[str | Path]) -> int:
    """Return the peak memory of the largest process of one run of the command, in kilobytes.

    Raises:
        CalledProcessError: it could not be measured.
    """
    between = [sys.executable, "-c", scripts.PEAK, *(str(part) for part in command)]
    return int(subprocess.run(between, stdout=subprocess.PIPE, check=True).stdout)


class Pairs(Struct, frozen=True):
    """Runs of two commands in turn: ours and the other."""

    ours: tuple[Cost, ...]
    other: tuple[Cost, ...]

    def ratio(self, of: Callable[[Cost], float] = lambda cost: cost.cpu) -> float:
        """Return the median over the pairs of ours divided by the other's."""
        pairs = zip(self.ours, self.other, strict=True)
        return median(of(ours) / max(of(other), 1e-3) for ours, other in pairs)


def paired(
    ours: Sequence[str | Path],
    other: Sequence[str | Path],
    pairs: int,
    *,
    loops: tuple[int, int] = (1, 1),
) -> Pairs:
    """Return the costs of both commands, run in turn; each is run `loops` times for one cost."""

    def many(command: Sequence[str | Path], times: int) -> Cost:
        costs = [cost(command) for _ in range(times)]
        return Cost(
            sum(c.cpu for c in costs) / times,
            sum(c.wall for c in costs) / times,
        )

    found = [(many(ours, loops[0]), many(other, loops[1])) for _ in range(pairs)]
    return Pairs(tuple(mine for mine, _ in found), tuple(its for _, its in found))
