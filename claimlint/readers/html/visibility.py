"""Whether a person sees the text of an element, from its style and that of its parents."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from claimlint.readers.html.colours import WHITE, Colour, alike, colour, transparent
from claimlint.readers.html.css import FADES_IN, Style
from claimlint.regex import regex

_LENGTH = regex(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(px|pt|em|rem|vw|vh|%)?\Z")
_FAR = {"px": 500.0, "pt": 400.0, "em": 40.0, "rem": 40.0, "vw": 100.0, "vh": 100.0, "%": 100.0}
_TINY = {"px": 1.5, "pt": 1.2, "em": 0.1, "rem": 0.1, "%": 10.0, "": 0.0}


class Sight(Struct, frozen=True):
    """What of an element's style its children take over.

    `gone` is why neither the element nor its children are seen; the other values may be set
    otherwise by a child. `background` is None where nobody can know it.
    """

    gone: str | None = None
    invisible: bool = False
    tiny: bool = False
    ink: Colour | None = None
    no_ink: bool = False
    background: Colour | None = WHITE

    @property
    def hidden(self) -> str | None:
        """Return why a person does not see the text, or None."""
        if self.gone or self.invisible:
            return self.gone or "hidden by CSS"
        if self.tiny:
            return "tiny text"
        if self.no_ink:
            return "transparent text"
        if self.ink and self.background and alike(self.ink, self.background):
            white = alike(self.ink, WHITE)
            return "white on white" if white else "text in the colour of its background"
        return None

    def inside(self, style: Style, gone: str | None = None) -> Sight:
        """Return what holds in a child with this style; `gone` is why its markup hides it."""
        if not style and gone is None:
            return self
        now = replace(self, gone=self.gone or gone or _gone(style))
        if "visibility" in style:
            now = replace(now, invisible=style["visibility"] in ("hidden", "collapse"))
        if "font-size" in style:
            now = replace(now, tiny=_tiny(style["font-size"], inherited=self.tiny))
        return _coloured(now, style)


def _gone(style: Style) -> str | None:
    if style.get("display") == "none" or style.get("content-visibility") == "hidden":
        return "hidden by CSS"
    opacity = _length(style.get("opacity", ""))
    if opacity is not None and opacity[0] < 0.03 and FADES_IN.isdisjoint(style):
        return "hidden by CSS"
    placed = style.get("position") in ("absolute", "fixed")
    if placed and any(_far(style.get(side, "")) for side in ("left", "top", "right")):
        return "off the page"
    if _far(style.get("text-indent", "")):
        return "off the page"
    cut = style.get("clip", "").startswith("rect(0") or style.get("clip-path") == "inset(50%)"
    if (placed and cut) or _folded(style):
        return "hidden by CSS"
    return None


def _folded(style: Style) -> bool:
    """Tell whether a box without height or width hides what flows over its edge."""
    if not style.get("overflow", "").startswith(("hidden", "clip")):
        return False
    sides = (_length(style.get(side, "")) for side in ("height", "max-height", "width"))
    return any(side is not None and side[0] <= 1 and side[1] in ("", "px") for side in sides)


def _length(value: str) -> tuple[float, str] | None:
    found = _LENGTH.match(value)
    return (float(found.group(1)[:12]), found.group(2) or "") if found else None


def _far(value: str) -> bool:
    length = _length(value)
    return length is not None and length[0] <= -_FAR.get(length[1], 1e9)


def _tiny(value: str, *, inherited: bool) -> bool:
    length = _length(value)
    if length is None:
        return inherited and value in ("inherit", "smaller", "larger", "100%")
    return length[0] <= _TINY.get(length[1], 0.0) or (inherited and length[1] in ("em", "%"))


def _coloured(now: Sight, style: Style) -> Sight:
    if "color" in style:
        ink = style["color"]
        if ink not in ("inherit", "currentcolor"):
            now = replace(now, ink=colour(ink), no_ink=transparent(ink))
    painted = "text" in (style.get("background-clip"), style.get("-webkit-background-clip"))
    if painted:
        now = replace(now, no_ink=False, ink=None)
    for name in ("background", "background-color"):
        if name in style and not painted:
            now = replace(now, background=_background(style[name], now.background))
    return now


def _background(value: str, below: Colour | None) -> Colour | None:
    if value in ("none", "transparent", "inherit", "initial", "unset", ""):
        return below
    return colour(value)
