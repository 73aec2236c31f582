"""The serving row: how many of a hundred items come out right, and how sure that is."""

from __future__ import annotations

import re

from claimlint.finding import Assessment, FieldFound
from claimlint.label.layout import LineSpec
from claimlint.label.model import COMPUTED, Line, Value
from claimlint.reports.contents.disclosures import measured_value
from claimlint.reports.safe_text import safe
from claimlint.values.statement import Serving

_OPENING = re.compile(r"^(?:of|on|for|in|at|from)\s+|\bn\s?=\s?[\d,.]+\s*", re.IGNORECASE)
_LONGEST = 80


def per_hundred(share: float) -> str:
    """Return a share as a number per hundred: "96.1", "0.03"."""
    value = share * 100
    rest = min(value, 100 - value)
    text = (
        f"{value:.1f}"
        if rest >= 1 or rest == 0
        else f"{value:.3g}"
        if value < 1
        else f"{value:.2f}"
    )
    return text.rstrip("0").rstrip(".") if "." in text else text


def wrong_of(serving: Serving) -> float:
    """Return the share of wrong results: what is neither right nor abstained from."""
    return max(0.0, 1 - serving.right - (serving.abstained or 0.0))


def serving_lines(spec: LineSpec, serving: Serving | None, shown: Assessment) -> Line | None:
    """Return a line of the serving row, or None where its fields fill it as they stand."""
    if spec.name == "Item":
        return Line(name=spec.name, values=_item(shown))
    if spec.fields:
        return None
    figure = _figure(spec.name, serving) if serving is not None else None
    source = measured_value(shown, serving)
    if figure is None or source is None:
        return Line(name=_named(spec.name))
    return Line(name=_named(spec.name), values=(_value(figure, source, spec.name, serving),))


def _figure(name: str, serving: Serving) -> str | None:
    if name == "Right":
        best = f" to {per_hundred(serving.best)}" if serving.best else ""
        by = f" ({', '.join(serving.measures)})" if serving.measures else ""
        kind = ", by kind of input" if serving.best and not by else ""
        parts = "".join(f"; {safe(part)} {per_hundred(share)}" for part, share in serving.parts)
        return f"{per_hundred(serving.right)}{best}{by}{kind}{parts}"
    if name == "Wrong":
        least = f"{per_hundred(1 - serving.best)} to " if serving.best else ""
        return least + per_hundred(wrong_of(serving))
    if name == "Abstained":
        return None if serving.abstained is None else per_hundred(serving.abstained)
    if serving.low is None or serving.high is None:
        return None
    return f"{per_hundred(serving.low)} to {per_hundred(serving.high)} right"


def _value(figure: str, source: FieldFound, name: str, serving: Serving | None) -> Value:
    if name == "Interval" and serving is not None and serving.computed:
        return Value(text=figure, document=COMPUTED, place="computed from the items judged")
    return Value.of(figure, source)


def _named(name: str) -> str:
    return "95 % interval" if name == "Interval" else name


def _item(shown: Assessment) -> tuple[Value, ...]:
    """Return the task that was judged, in the fullest short wording."""
    tasks = [found for found in shown.found if found.field == "task"]
    named = [(_OPENING.sub("", safe(found.text)).strip(), found) for found in tasks]
    fitting = [(text, found) for text, found in named if text]
    if not fitting:
        return ()
    text, found = max(fitting, key=lambda pair: len(pair[0]) if len(pair[0]) <= _LONGEST else 0)
    return (Value.of(text, found),)
