"""What holds at one place of a rich text, and how control words change it."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from claimlint.document import Revision, Role
from claimlint.readers.office.rtf.words import ENCODINGS, SYMBOL_CHARSET

_TINY = 8
"""Half points: below 4 points nobody reads."""
SYMBOL = "symbol"


class Look(Struct, frozen=True):
    """What holds for the characters and the paragraph: encoding, changes, style, place."""

    encoding: str = ""
    skip: int = 1
    revision: Revision | None = None
    hidden: str | None = None
    style: int | None = None
    outline: int | None = None
    level: int = 0
    in_table: bool = False
    size: int | None = None
    bold: bool = False
    wrapping: bool = False


class Head(Struct):
    """The tables at the head of a file: fonts with their encodings, styles with their roles."""

    usual: str = "cp1252"
    encodings: dict[int, str] = field(default_factory=dict)
    styles: dict[int, tuple[Role, int]] = field(default_factory=dict)
    _number: int = 0
    _name: str = ""

    def font(self, word: str, value: int | None) -> None:
        """Take a control word of the table of fonts."""
        if word == "f":
            self._number = value or 0
        elif word == "fcharset" and value == SYMBOL_CHARSET:
            self.encodings[self._number] = SYMBOL
        elif word == "fcharset" and value:
            self.encodings[self._number] = ENCODINGS.get(value, self.usual)

    def style(self, word: str, value: int | None) -> None:
        """Take a control word of the table of styles."""
        if word == "s":
            self._number, self._name = value or 0, ""

    def style_name(self, raw: bytes) -> None:
        """Take a part of a style's name, which ends with a semicolon."""
        self._name += raw.decode("cp1252", "replace")
        name, end, _ = self._name.partition(";")
        if end:
            role = _role(name.strip().lower())
            if role is not None:
                self.styles[self._number] = role
            self._name = ""

    def code_page(self, number: int) -> None:
        """Take the code page of the file."""
        try:
            "".encode(f"cp{number}")
        except LookupError:
            return
        self.usual = f"cp{number}"

    def decoded(self, raw: bytes, look: Look) -> str:
        """Return bytes as text in the encoding that holds there."""
        encoding = look.encoding or self.usual
        if encoding == SYMBOL:
            return "".join("\u2022" if byte in (0xA7, 0xB7) else chr(byte) for byte in raw)
        return raw.decode(encoding, "replace")


def changed(look: Look, word: str, value: int | None, head: Head) -> Look:
    """Return the look behind a control word; the same one if the word changes nothing."""
    on = value != 0
    if word == "pard":
        return replace(look, style=None, outline=None, level=0, in_table=False)
    if word == "plain":
        return replace(look, hidden=None, revision=None, encoding="", size=None, bold=False)
    if word == "v":
        return replace(look, hidden="hidden text" if on else None)
    if word == "b":
        return replace(look, bold=on)
    if word == "fs" and value is not None:
        tiny = "tiny text" if 0 < value < _TINY else None
        return replace(
            look, size=value, hidden="hidden text" if look.hidden == "hidden text" else tiny
        )
    if word in ("deleted", "revised"):
        change = Revision.DELETED if word == "deleted" else Revision.INSERTED
        return replace(look, revision=change if on else None)
    if word == "f" and value is not None:
        return replace(look, encoding=head.encodings.get(value, ""))
    return _placed(look, word, value)


def _placed(look: Look, word: str, value: int | None) -> Look:
    if word == "s":
        return replace(look, style=value)
    if word == "outlinelevel":
        return replace(look, outline=value)
    if word == "ilvl":
        return replace(look, level=min(max(value or 0, 0), 8))
    if word == "intbl":
        return replace(look, in_table=True)
    if word == "uc":
        return replace(look, skip=min(max(value or 0, 0), 16))
    return look


def _role(name: str) -> tuple[Role, int] | None:
    if name == "title":
        return Role.TITLE, 0
    word, _, level = name.partition(" ")
    if word == "heading" and level.isdecimal() and int(level) < 10:
        return Role.HEADING, int(level)
    return None
