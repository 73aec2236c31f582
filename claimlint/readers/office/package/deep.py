"""XML nested deeper than the parser allows: read flat, so that no text is lost."""

from __future__ import annotations

from contextlib import suppress
from xml.parsers import expat

from lxml import etree

_FLAT_FROM = 150
_DEEPEST = 240
_OUTER = frozenset(
    "tbl sdt ins del moveFrom moveTo smartTag customXml hyperlink fldSimple grpSp "
    "AlternateContent table section list span".split()
)
_INNER = frozenset("tr tc sdtContent Choice Fallback table-row table-cell list-item".split())
"""Containers that mean something only inside those above, so they are left out with them."""


class _Refused(Exception):
    """The part declares entities."""


def flattened(data: bytes) -> etree._Element | None:
    """Return the root of a part; containers below a fixed depth are left out, not their content.

    None if nothing could be read. A part that breaks off is read as far as it goes.
    """
    flat = _Flat(etree.TreeBuilder())
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = flat.start
    parser.EndElementHandler = flat.end
    parser.CharacterDataHandler = flat.data
    parser.EntityDeclHandler = _refuse
    with suppress(expat.ExpatError, _Refused):
        parser.Parse(data, True)
    return flat.close()


class _Flat:
    """Builds a tree of bounded depth from events of unbounded depth."""

    def __init__(self, builder: etree.TreeBuilder) -> None:
        self._builder = builder
        self._opened: list[str | None] = []
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _clark(name)
        local = tag.rpartition("}")[2]
        flat = local in _OUTER or (local in _INNER and self._opened[-1:] == [None])
        if (flat and self._depth >= _FLAT_FROM) or self._depth >= _DEEPEST:
            self._opened.append(None)
            return
        self._builder.start(tag, {_clark(key): value for key, value in attributes.items()})
        self._opened.append(tag)
        self._depth += 1

    def end(self, _: str) -> None:
        tag = self._opened.pop()
        if tag is not None:
            self._builder.end(tag)
            self._depth -= 1

    def data(self, text: str) -> None:
        if self._depth:
            self._builder.data(text)

    def close(self) -> etree._Element | None:
        if not self._opened and self._depth == 0:
            try:
                return self._builder.close()
            except AssertionError:
                return None
        while self._opened:
            self.end("")
        return self._builder.close()


def _refuse(*_: object) -> None:
    raise _Refused


def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name
