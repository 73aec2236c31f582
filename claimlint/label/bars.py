"""Bars of the HTML label, drawn as SVG with classes only: a strict policy forbids inline styles."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from claimlint.label.measure import per_hundred, wrong_of
from claimlint.values.statement import Serving

_WIDTH = 1000
_HEIGHT = 56


def hundred(serving: Serving) -> str:
    """Return one bar of right, wrong and abstained per hundred, with the 95 % interval on it."""
    wrong, abstained = wrong_of(serving), serving.abstained or 0.0
    told = f"{per_hundred(serving.right)} right, {per_hundred(wrong)} wrong"
    told += f", {per_hundred(abstained)} abstained" if serving.abstained is not None else ""
    right = serving.right * _WIDTH
    parts = [
        _rect("right", 0, right),
        _rect("wrong", right, wrong * _WIDTH),
        _rect("abstained", right + wrong * _WIDTH, abstained * _WIDTH),
        *_interval(serving),
    ]
    return _svg(f"Of 100 items: {told}", parts, "bar")


def part(name: str, share: float) -> str:
    """Return a thin bar of one kind of input."""
    bars = [_rect("wrong", 0, _WIDTH), _rect("right", 0, share * _WIDTH)]
    return _svg(f"{name}: {per_hundred(share)} of 100 right", bars, "thin")


def _interval(serving: Serving) -> Iterator[str]:
    if serving.low is None or serving.high is None:
        return
    low, high = serving.low * _WIDTH, serving.high * _WIDTH
    middle = _HEIGHT / 2
    yield f'<path class="interval" d="M{low:.1f} {middle}H{high:.1f}"/>'
    yield f'<path class="interval" d="M{low:.1f} 14V42M{high:.1f} 14V42"/>'


def _rect(name: str, x: float, width: float) -> str:
    if width <= 0:
        return ""
    return f'<rect class="{name}" x="{x:.1f}" width="{width:.1f}" height="{_HEIGHT}"/>'


def _svg(told: str, parts: list[str], name: str) -> str:
    return (
        f'<svg class="{name}" viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" '
        f'role="img" aria-label="{escape(told)}">{"".join(parts)}</svg>'
    )
