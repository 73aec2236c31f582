"""Colours as CSS and old HTML write them."""

from __future__ import annotations

import re

from claimlint.regex import regex

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
_NAMES: dict[str, Colour] = {
    "white": WHITE,
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "lime": (0, 255, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "yellow": (255, 255, 0),
    "silver": (192, 192, 192),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "whitesmoke": (245, 245, 245),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
}
_HEX = regex(r"#?(?:([0-9a-f]{3})[0-9a-f]?|([0-9a-f]{6})(?:[0-9a-f]{2})?)\Z")
_RGB = regex(
    r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]{1,6}%?)\s*)?\)\Z"
)
_CLOSE = 24


def colour(value: str) -> Colour | None:
    """Return the colour that `value` names, or None where it names none that is known."""
    value = value.strip().lower()
    if value in _NAMES:
        return _NAMES[value]
    found = _HEX.match(value)
    if found:
        digits = found.group(2) or "".join(digit * 2 for digit in found.group(1))
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    found = _RGB.match(value)
    if found is None or transparent(value):
        return None
    return int(found.group(1)), int(found.group(2)), int(found.group(3))


def transparent(value: str) -> bool:
    """Tell whether text of this colour leaves no mark."""
    value = value.strip().lower()
    if value == "transparent" or re.fullmatch(r"#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)", value):
        return True
    found = _RGB.match(value)
    return bool(found and found.group(4) and not found.group(4).strip("0.%"))


def alike(left: Colour, right: Colour) -> bool:
    """Tell whether nobody could tell the two colours apart on a screen."""
    return sum(abs(one - other) for one, other in zip(left, right, strict=True)) <= _CLOSE
