"""Colours of a deck: what a fill or a text colour comes to, as far as it can be told simply."""

from __future__ import annotations

from msgspec import Struct, field

from claimlint.office.names import A, P
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted, is_nearly_white

WHITE = "FFFFFF"
UNKNOWN = "?"
"""A fill that is there but is no plain colour: a gradient, a picture, a shade of another."""
_MAPPED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_FILLS = frozenset(f"{A}{name}" for name in ("gradFill", "blipFill", "pattFill", "grpFill"))
_PRESETS = {"white": WHITE, "black": "000000"}


class Ink(Struct, frozen=True):
    """A colour (six digits, `UNKNOWN`, or None for no fill) and how opaque it is, 0 to 1."""

    colour: str | None
    opacity: float = 1.0


class Palette(Struct, frozen=True):
    """The colours that names stand for: the theme's, behind the master's map."""

    theme: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, theme: Element | None, master: Element | None) -> Palette:
        """Return the palette of a master and its theme."""
        scheme = None if theme is None else next(theme.iter(f"{A}clrScheme"), None)
        colours: dict[str, str] = {}
        for entry in () if scheme is None else scheme:
            for child in entry.iterchildren(f"{A}srgbClr", f"{A}sysClr"):
                value = _value(child)
                colours[str(entry.tag).rpartition("}")[2]] = value.upper()
        mapped = None if master is None else master.find(f"{P}clrMap")
        return cls(colours, {} if mapped is None else {str(k): str(v) for k, v in mapped.items()})

    def fill(self, properties: Element | None) -> Ink | None:
        """Return how shape or run properties fill, None where they say nothing."""
        for child in () if properties is None else properties:
            if child.tag == f"{A}noFill":
                return Ink(None, 0.0)
            if child.tag == f"{A}solidFill":
                return next((self.ink(colour) for colour in child), Ink(UNKNOWN))
            if child.tag in _FILLS:
                return Ink(UNKNOWN)
        return None

    def ink(self, colour: Element) -> Ink:
        """Return what a colour element comes to."""
        tag = str(colour.tag).rpartition("}")[2]
        value = _value(colour)
        if tag == "schemeClr":
            value = self.theme.get(self.names.get(value, _MAPPED.get(value, value)), UNKNOWN)
        elif tag == "prstClr":
            value = _PRESETS.get(value, UNKNOWN)
        opacity = 1.0
        for change in colour:
            if change.tag == f"{A}alpha":
                opacity = _share(change.get("val", ""))
            else:
                value = UNKNOWN
        return Ink(_plain(value.upper()), opacity)


def background(pages: tuple[Element | None, ...], palette: Palette) -> str | None:
    """Return the colour behind all shapes; `pages` are slide, layout and master."""
    for root in pages:
        found = None if root is None else root.find(f"{P}cSld/{P}bg")
        if found is None:
            continue
        properties, reference = found.find(f"{P}bgPr"), found.find(f"{P}bgRef")
        if properties is not None:
            ink = palette.fill(properties)
            return UNKNOWN if ink is None else ink.colour or UNKNOWN
        if reference is not None and reference.get("idx") == "1001" and len(reference):
            return palette.ink(reference[0]).colour
        return UNKNOWN
    return WHITE


def _value(colour: Element) -> str:
    return colour.get("lastClr", "") or colour.get("val", "")


def _plain(value: str) -> str:
    white = is_nearly_white(value)
    if white is None:
        return UNKNOWN
    return WHITE if white else value


def _share(value: str) -> float:
    if value.endswith("%"):
        value = f"{value[:-1]}000"
    return counted(value, 100_000, 100_000) / 100_000
