"""The arithmetic of rates: what n items can show, and what a rate would need."""

from __future__ import annotations

from math import ceil, floor, log10, sqrt

from claimlint.finding import FieldFound

_Z95 = 1.959964
_RULE_OF_THREE = 3


def wilson(share: float, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a share that was measured on `n` items.

    Source: Wilson, Probable inference, the law of succession, and statistical inference (1927).
    """
    square = _Z95**2
    middle = (share + square / (2 * n)) / (1 + square / n)
    reach = _Z95 / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def items_needed(error: float) -> int:
    """Return how many items without one error it takes to show an error rate of at most `error`.

    With n items and no error the 95 % upper bound is about 3/n.

    Raises:
        ValueError: the rate is not between 0 and 1.
    """
    if not 0 < error < 1:
        raise ValueError(f"an error rate of {error} cannot be shown by any number of items")
    return ceil(round(_RULE_OF_THREE / error, 6))


def upper_bound(n: int) -> float:
    """Return the highest error rate, at 95 %, after `n` items without an error."""
    return min(1.0, _RULE_OF_THREE / n)


def end_to_end(per_step: float, steps: int) -> float:
    """Return the share of runs in which every one of `steps` steps is right."""
    return float(per_step**steps)


def number_in(found: FieldFound) -> float | None:
    """Return the number that a field was read as, or None."""
    try:
        return float(found.value) if found.value else None
    except ValueError:
        return None


def percent(share: float) -> str:
    """Return a share as people write it: "96.2 %", "0.03 %", "99.97 %"."""
    value = share * 100
    rest = min(value, 100 - value)
    places = 1 if rest >= 1 or rest <= 0 else min(6, 1 - floor(log10(rest)))
    text = f"{value:.{places}f}"
    return f"{text.rstrip('0').rstrip('.')} %"
