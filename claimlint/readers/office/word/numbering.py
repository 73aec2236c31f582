"""Lists of a Word document: which level a paragraph stands on and which number it shows."""

from __future__ import annotations

from typing import NamedTuple

from claimlint.office.names import W
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.word.styles import Own, Styles, value_at
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.office.words.clauses import Label
from claimlint.readers.office.words.numerals import printed

_LEVELS = 9
_LONGEST = 60


class Level(NamedTuple):
    """One level of a list: how it counts and what it shows ("%1.%2")."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class Numbering:
    """Counts the numbered paragraphs of a document, in the order in which they are asked for."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, dict[int, Level]] = {}
        self._of_list: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._by_style: dict[str | None, tuple[str, int] | None] = {}
        if root is not None:
            self._load(root)

    def label(self, paragraph: Own) -> Label | None:
        """Return what Word prints before a paragraph, and count it; None if it is in no list."""
        found = self._place(paragraph)
        if found is None:
            return None
        list_id, depth = found
        abstract = self._of_list[list_id]
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        level = self._level(list_id, depth)
        self._count(list_id, counts, depth, level)
        text = self._printed(list_id, counts, depth, level)
        own = not any(f"%{index + 1}" in level.text for index in range(depth))
        return Label(abstract, depth, level.form, text, own)

    def _count(self, list_id: str, counts: list[int | None], depth: int, level: Level) -> None:
        start = self._starts.get(list_id, {}).get(depth)
        current = counts[depth]
        if start is not None and (list_id, depth) not in self._begun:
            counts[depth] = start
        else:
            counts[depth] = level.start if current is None else current + 1
        self._begun.add((list_id, depth))
        # A level that is passed over counts as begun: "1.1" without a "1." makes the next "2.".
        for above in range(depth):
            if counts[above] is None:
                counts[above] = self._level(list_id, above).start
        for deeper in range(depth + 1, _LEVELS):
            restart = self._level(list_id, deeper).restart
            if restart is None or (restart > 0 and depth < restart):
                counts[deeper] = None

    def _printed(self, list_id: str, counts: list[int | None], depth: int, level: Level) -> str:
        text = level.text
        for index in range(_LEVELS):
            mark = f"%{index + 1}"
            if mark not in text:
                continue
            other = self._level(list_id, index)
            value = counts[index]
            form = "decimal" if level.legal and index < depth else other.form
            form = "decimal" if level.legal and form != "decimalZero" else form
            text = text.replace(mark, printed(other.start if value is None else value, form))
        return " ".join(text.split())

    def _level(self, list_id: str, depth: int) -> Level:
        own = self._overrides.get(list_id, {}).get(depth)
        return own or self._abstract[self._of_list[list_id]].get(depth) or Level()

    def _place(self, paragraph: Own) -> tuple[str, int] | None:
        """Return the list and level of a paragraph, its own or its style's."""
        list_id, depth = _numbered(paragraph.properties)
        style = paragraph.style
        if list_id is not None or depth is not None:
            return self._placed(list_id, depth, style)
        if style not in self._by_style:
            self._by_style[style] = self._placed(None, None, style)
        return self._by_style[style]

    def _placed(
        self, list_id: str | None, depth: int | None, style: str | None
    ) -> tuple[str, int] | None:
        for parent in self._styles.chain(style):
            if list_id is not None and depth is not None:
                break
            inherited, level = _numbered(parent.paragraph)
            list_id = inherited if list_id is None else list_id
            if depth is None:
                depth = self._linked(list_id, parent.id) if level is None else level
        if list_id is None or list_id not in self._of_list:
            return None
        return list_id, min(depth or 0, _LEVELS - 1)

    def _linked(self, list_id: str | None, style: str) -> int | None:
        levels = self._abstract.get(self._of_list.get(list_id or "", ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def _load(self, root: Element) -> None:
        linked: dict[str, str] = {}
        by_style: dict[str, str] = {}
        for element in root.iterchildren(f"{W}abstractNum"):
            id_ = element.get(f"{W}abstractNumId", "")
            self._abstract[id_] = _levels(element)
            link, name = element.find(f"{W}numStyleLink"), element.find(f"{W}styleLink")
            if link is not None:
                linked[id_] = link.get(f"{W}val", "")
            if name is not None:
                by_style[name.get(f"{W}val", "")] = id_
        for element in root.iterchildren(f"{W}num"):
            id_ = value_at(element, f"{W}abstractNumId") or ""
            id_ = by_style.get(linked.get(id_, ""), id_)
            if id_ in self._abstract:
                self._add(element, id_)

    def _add(self, element: Element, abstract: str) -> None:
        list_id = element.get(f"{W}numId", "")
        self._of_list[list_id] = abstract
        overrides: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for entry in element.iterchildren(f"{W}lvlOverride"):
            depth = _int(entry.get(f"{W}ilvl"), 0)
            start = entry.find(f"{W}startOverride")
            if start is not None:
                starts[depth] = _int(start.get(f"{W}val"), 1)
            level = entry.find(f"{W}lvl")
            if level is not None:
                overrides[depth] = _level(level)
        for depth, start_at in starts.items():
            known = overrides.get(depth) or self._abstract[abstract].get(depth) or Level()
            overrides[depth] = known._replace(start=start_at)
        self._overrides[list_id], self._starts[list_id] = overrides, starts


def _levels(element: Element) -> dict[int, Level]:
    return {
        _int(level.get(f"{W}ilvl"), 0): _level(level) for level in element.iterchildren(f"{W}lvl")
    }


def _level(element: Element) -> Level:
    legal = element.find(f"{W}isLgl")
    return Level(
        form=value_at(element, f"{W}numFmt") or "decimal",
        text=(value_at(element, f"{W}lvlText") or "")[:_LONGEST],
        start=_int(value_at(element, f"{W}start"), 1),
        restart=None if (r := value_at(element, f"{W}lvlRestart")) is None else _int(r, 0),
        legal=legal is not None and legal.get(f"{W}val", "1") not in ("0", "false"),
        style=value_at(element, f"{W}pStyle"),
    )


def _numbered(properties: Element | None) -> tuple[str | None, int | None]:
    """Return list and level as paragraph properties give them; list "0" means none."""
    element = None if properties is None else properties.find(f"{W}numPr")
    if element is None:
        return None, None
    level = value_at(element, f"{W}ilvl")
    return value_at(element, f"{W}numId"), None if level is None else _int(level, 0)


def _int(value: str | None, default: int) -> int:
    return counted(value, default, 1_000_000)
