"""How runs of a Word document look: why nobody would see one, and in which type."""

from __future__ import annotations

from typing import NamedTuple

from claimlint.office.names import WP, V, W
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.word.styles import Own, Styles
from claimlint.readers.office.words.attributes import is_nearly_white, whole
from claimlint.readers.office.words.headings import Type

_PROPERTIES = f"{W}rPr"
_TINY = 8
"""Half points: below 4 points nobody reads."""
_USUAL = 22
"""Half points, where no style says."""
_NO_FILL = frozenset({"", "AUTO", "FFFFFF", "NONE"})


class Look(NamedTuple):
    """What run properties say, None where they say nothing."""

    vanish: bool | None = None
    white: bool | None = None
    size: int | None = None
    filled: bool = False
    bold: bool | None = None

    def over(self, base: Look) -> Look:
        """Return these properties with the gaps filled from `base`."""
        return Look(
            base.vanish if self.vanish is None else self.vanish,
            base.white if self.white is None else self.white,
            base.size if self.size is None else self.size,
            self.filled or base.filled,
            base.bold if self.bold is None else self.bold,
        )


_PLAIN = Look()


class Visibility:
    """Tells for the runs of one part why nobody would see them."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._styles = styles
        self._backed = _has_background(root)
        self._known: dict[str | None, Look] = {}
        self._paragraph = _PLAIN
        self._shaded = False
        self._looks: list[Look] = []

    def begin(self, paragraph: Own, *, shaded: bool) -> None:
        """Turn to a paragraph; `shaded` tells that it stands on something coloured."""
        look = self._style(paragraph.style)
        fill = None if paragraph.properties is None else paragraph.properties.find(f"{W}shd")
        if fill is not None and _fills(fill):
            look = Look(filled=True).over(look)
        self._paragraph, self._shaded = look, shaded or self._backed
        self._looks = []

    def of(self, run: Element) -> str | None:
        """Return why nobody would see a run of the paragraph, or None."""
        properties = next(run.iterchildren(_PROPERTIES), None)
        look = self._paragraph
        if properties is not None:
            named = properties.find(f"{W}rStyle")
            if named is not None:
                look = self._style(named.get(f"{W}val")).over(look)
            look = _look(properties).over(look)
        self._looks.append(look)
        if look.vanish:
            return "hidden text"
        if look.white and not look.filled and not self._shaded:
            return "white on white"
        return "tiny text" if look.size is not None and look.size < _TINY else None

    def type(self) -> Type:
        """Return the type of the paragraph, by the runs that were asked about."""
        usual = self._style(self._styles.default).size or _USUAL
        return Type.of([(look.size or usual, look.bold) for look in self._looks], usual)

    def _style(self, id_: str | None) -> Look:
        if id_ not in self._known:
            look = _PLAIN
            for style in self._styles.chain(id_):
                if style.run is not None:
                    look = look.over(_look(style.run))
                shade = None if style.paragraph is None else style.paragraph.find(f"{W}shd")
                if shade is not None and _fills(shade):
                    look = Look(filled=True).over(look)
            self._known[id_] = look
        return self._known[id_]


def _look(properties: Element) -> Look:
    if not len(properties):
        return _PLAIN
    vanish: bool | None = None
    white: bool | None = None
    size: int | None = None
    filled = False
    bold: bool | None = None
    for child in properties:
        tag, value = child.tag, child.get(f"{W}val", "")
        if tag == f"{W}vanish":
            vanish = value not in ("0", "false", "off")
        elif tag == f"{W}b":
            bold = value not in ("0", "false", "off")
        elif tag == f"{W}color":
            white = bool(is_nearly_white(value))
        elif tag == f"{W}sz":
            size = whole(value)
        elif tag == f"{W}highlight":
            filled = value not in ("none", "white")
        elif tag == f"{W}shd":
            filled = filled or _fills(child)
    return Look(vanish, white, size, filled, bold)


def _fills(shade: Element) -> bool:
    patterned = shade.get(f"{W}val", "clear") not in ("clear", "nil")
    return patterned or shade.get(f"{W}fill", "").upper() not in _NO_FILL


def _has_background(root: Element) -> bool:
    """Tell whether the page is coloured or a picture may lie behind the text."""
    if root.find(f"{W}background") is not None:
        return True
    if any(anchor.get("behindDoc") == "1" for anchor in root.iter(f"{WP}anchor")):
        return True
    margin = root.tag in (f"{W}hdr", f"{W}ftr")
    return margin and next(root.iter(f"{W}drawing", f"{V}shape", f"{V}rect"), None) is not None
