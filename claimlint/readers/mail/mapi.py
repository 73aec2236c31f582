"""What Outlook says of a message or an attachment: numbered properties, and the parts in them.

Source: [MS-OXPROPS], Exchange Server Protocols Master Property List.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from msgspec import Struct, field

from claimlint.document import Location, Part, Passage, Role
from claimlint.readers.html.page import declared_charset
from claimlint.readers.interface import Source
from claimlint.readers.mail.parts import Leaf
from claimlint.readers.office.rtf.compressed import unpacked
from claimlint.readers.office.rtf.wrapped import page_in

SUBJECT, PLAIN, RTF, HTML = 0x0037, 0x1000, 0x1009, 0x1013
CONTENT, METHOD, MIME, PROPER_CODE_PAGE, CODE_PAGE = 0x3701, 0x3705, 0x370E, 0x3FDE, 0x3FFD
NAMES = (0x3707, 0x3704, 0x3001)
WANTED = frozenset((SUBJECT, PLAIN, RTF, HTML, CONTENT, MIME, *NAMES))
"""The properties that are bytes and that are read."""
NUMBER, LETTERS, WIDE_LETTERS = 3, 0x1E, 0x1F
"""Types of properties."""
_CHARSETS = {20127: "ascii", 20866: "koi8-r", 50220: "iso-2022-jp", 51949: "euc-kr", 65001: "utf-8"}
_LATIN = range(28591, 28606)


class Properties(Struct):
    """The properties of one thing: bytes with their type, and whole numbers; `cut` ones broke off.

    `fallback` is the charset of the mail around it.
    """

    values: dict[int, tuple[int, bytes]] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    cut: set[int] = field(default_factory=set)
    fallback: str | None = None

    def charset(self) -> str | None:
        """Return the charset of what is not in wide letters, None if none is told or known."""
        for page in (self.numbers.get(PROPER_CODE_PAGE), self.numbers.get(CODE_PAGE)):
            if page is not None and (name := _charset(page)):
                return name
        return self.fallback

    def text(self, *wanted: int) -> str:
        """Return the first of the wanted properties that is a text, "" if there is none."""
        for number in wanted:
            kind, data = self.values.get(number, (0, b""))
            if kind == WIDE_LETTERS and data:
                return data.decode("utf-16-le", "replace").rstrip("\0")
            if kind == LETTERS and data:
                return data.decode(self.charset() or "cp1252", "replace").rstrip("\0")
        return ""


def subject(found: Properties) -> Iterator[Passage]:
    """Yield the subject, if there is one."""
    text = " ".join(found.text(SUBJECT).split())
    if text:
        place = Location(label="subject", order=(0,), part=Part.SUBJECT)
        yield Passage(text=text, location=place, role=Role.TITLE)


def texts(found: Properties) -> Iterator[Leaf]:
    """Yield the text of a message in its forms: plain, and as a page or else as rich text."""
    plain = found.text(PLAIN)
    if plain.strip():
        yield _form(found, PLAIN, "plain", plain.encode("utf-8", "replace"), "utf-8")
    kind, data = found.values.get(HTML, (0, b""))
    if kind in (LETTERS, WIDE_LETTERS):
        yield _form(found, HTML, "html", found.text(HTML).encode("utf-8", "replace"), "utf-8")
    elif data.strip():
        yield _form(found, HTML, "html", data, declared_charset(data) or found.charset())
    elif RTF in found.values:
        rich = unpacked(found.values[RTF][1])
        page = page_in(Source(path="", data=rich))
        whole = page.encode("utf-8", "replace")
        yield _form(found, RTF, *(("html", whole, "utf-8") if page else ("rtf", rich)))


def _form(
    found: Properties, number: int, kind: str, data: bytes, charset: str | None = None
) -> Leaf:
    damaged = number in found.cut or not data
    return Leaf(kind=kind, data=data, charset=charset, damaged=damaged)


def _charset(page: int) -> str | None:
    name = _CHARSETS.get(page, f"cp{page}")
    if page in _LATIN:
        name = f"iso8859-{page - _LATIN.start + 1}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
