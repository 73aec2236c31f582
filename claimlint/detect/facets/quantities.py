"""Figures in a sentence: value, unit, direction, and what they measure."""

from __future__ import annotations

import re

from claimlint.amounts import ONES, TENS
from claimlint.detect.cues import Cues, Span
from claimlint.detect.units.unit import FIGURES
from claimlint.detect.units.versions import is_version
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Kind, Token
from claimlint.values.facets import CURRENCIES, Bound, Quantity

_PERCENT = frozenset({"%", "percent", "pct"})
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_ARTICLES = ("a", "an", "the")
_LIMITS = ("within", "in", "under")
_REACH = 4
_NEAR = 10
_WORDS = {
    **{word: number for number, word in enumerate(ONES) if number},
    **{word: 10 * tens for tens, word in enumerate(TENS, start=2)},
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_LARGE = ("hundred", "thousand", "million", "billion")
_NO_UNITS = frozenset(
    """it we they you he she i our your their its is are was were be been has have had will can may
    the this that these those""".split()
)
"""What follows a year or a number of its own, and is counted by none ("In 2024 it …")."""
_WHOLES = (4.0, 5.0, 10.0, 20.0, 100.0, 1_000.0, 10_000.0)
_TENS = (20, 30, 40, 50, 60, 70, 80, 90)
_MONEY = {sign: sign for sign in CURRENCIES} | {"gbp": "£", "usd": "$", "eur": "€"}
_SCALES = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9}
_FIGURE = regex(r"(?P<digits>\d[\d.,]*?)(?P<scale>k|mm|m|bn|b|x)?$")
_MEASURES = ("accuracy", "error", "availability", "outcome", "usage")


def quantities(
    row: tuple[Token, ...], cues: Cues, verbs: frozenset[str] = frozenset()
) -> tuple[Quantity, ...]:
    """Return the figures of a row of tokens that have a unit, in order.

    The number of a name is none ("Reader 3.2 extracts"): `verbs` tell what a name does.
    """
    found = []
    for index, token in enumerate(row):
        value = _value(token) or _one(row, index)
        if value is None or (index + 1 < len(row) and _compound(row, index + 1)):
            continue
        if is_version(row, index, verbs) or _is_scale(row, index):
            continue
        value = _compound(row, index) or value
        value, last = _scaled(row, index, value)
        money = _MONEY.get(row[index - 1].form) if index else None
        unit, end = (money, last + 1) if money else _unit(row, last)
        share = _share(row, index, value)
        if share is not None:
            value, unit, end = share
        if not unit:
            continue
        measure = _measure(row, (index, end), cues)
        bound = _bound(row, (index, end), cues)
        if measure == "error" and unit == "%":
            value, measure = round(100 - value, 6), "accuracy"
            bound = Bound.AT_LEAST if bound is Bound.AT_MOST else bound
        found.append(Quantity(value=value, unit=unit, bound=bound, of=measure))
    return tuple(found)


def _value(token: Token) -> float | None:
    if token.kind not in FIGURES:
        return None
    if token.form in _WORDS:
        return float(_WORDS[token.form])
    match = _FIGURE.match(token.form)
    if match is None:
        return None
    digits = match["digits"].strip(".,")
    parts = re.split(r"[.,]", digits)
    # A comma before three digits groups thousands; any other mark before the last part is decimal.
    grouped = len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and parts[0] != "0"
    plain = "".join(parts) if grouped else "".join(parts[:-1]) + "." + parts[-1]
    number = float(plain if len(parts) > 1 else digits)
    return number * _SCALES.get(match["scale"] or "", 1)


def _one(row: tuple[Token, ...], index: int) -> float | None:
    """Return 1 for the article of "within the hour", "in a day", else None."""
    if row[index].form not in _ARTICLES or not 0 < index < len(row) - 1:
        return None
    limits = row[index - 1].form in _LIMITS and row[index + 1].form in _TIMES
    return 1.0 if limits else None


def _compound(row: tuple[Token, ...], index: int) -> float | None:
    """Return the value of a figure in two words ("ninety seven") at its second word, or None."""
    tens = _WORDS.get(row[index - 1].form, 0) if index else 0
    ones = _WORDS.get(row[index].form, 0)
    return float(tens + ones) if tens in _TENS and 0 < ones < 10 else None


def _share(row: tuple[Token, ...], index: int, part: float) -> tuple[float, str, int] | None:
    """Return "99 of 100" and "nine out of ten" as a percentage and where they end, or None."""
    place = index + 1
    if place < len(row) and row[place].form == "out":
        place += 1
    if place + 1 >= len(row) or row[place].form not in ("of", "in"):
        return None
    whole = _value(row[place + 1])
    # Years and amounts are no wholes: "3 of 2026".
    if whole not in _WHOLES or not 0 < part < whole:
        return None
    return round(100 * part / whole, 6), "%", place + 2


def _is_scale(row: tuple[Token, ...], index: int) -> bool:
    """Tell whether a word only says how large the figure before it is ("3.2" – "million")."""
    return index > 0 and row[index].form in _LARGE and _value(row[index - 1]) is not None


def _scaled(row: tuple[Token, ...], index: int, value: float) -> tuple[float, int]:
    """Return the value with its scale ("3.2 million") and where the figure ends."""
    place = index + 1
    if place < len(row) and _is_scale(row, place):
        return value * _WORDS[row[place].form], place
    return value, index


def _unit(row: tuple[Token, ...], index: int) -> tuple[str, int]:
    """Return the unit of the figure at `index` and where figure and unit end, or nothing."""
    if row[index].kind is Kind.MULTIPLE:
        return "x", index + 1
    for place in range(index + 1, min(len(row), index + 3)):
        form, behind = row[place].form, row[place + 1].form if place + 1 < len(row) else ""
        if form in _NO_UNITS or (form == "per" and behind != "cent"):
            break  # "100 per month" counts no months
        if form in _PERCENT or (form == "cent" and row[place - 1].form == "per"):
            return "%", place + 1
        singular = form.removesuffix("s")
        if singular in _TIMES:
            return f"{singular}s", place + 1
        named = row[place].text[:1].isupper()  # "8.2 Provider shall" holds no figure
        if (
            row[place].kind is Kind.WORD
            and not named
            and form not in ("to", "of", "and", "or", "in", "per")
        ):
            return form, place + 1
    return "", index


def _bound(row: tuple[Token, ...], span: Span, cues: Cues) -> Bound:
    near = row[max(0, span[0] - _REACH) : span[0]]
    after = row[span[1] : span[1] + 2]
    best = (0, Bound.EXACTLY)
    for bound, name in ((Bound.AT_LEAST, "bound-at-least"), (Bound.AT_MOST, "bound-at-most")):
        for start, end in (*cues.find(name, near), *cues.find(name, after)):
            # The longer words tell: "no more than" holds "more than".
            best = max(best, (end - start, bound), key=lambda each: each[0])
    return best[1]


def _measure(row: tuple[Token, ...], span: Span, cues: Cues) -> str | None:
    best: tuple[int, str] | None = None
    for measure in _MEASURES:
        for start, end in cues.find(f"of-{measure}", row):
            distance = start - span[1] if start >= span[1] else span[0] - end
            if distance < 0:
                distance = 0
            if distance <= _NEAR and (best is None or distance < best[0]):
                best = (distance, measure)
    return best[1] if best else None
