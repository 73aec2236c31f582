"""Rich text cut into tokens: groups, control words, characters.

Source: Rich Text Format specification 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})?[ ]?"
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\([^A-Za-z'])"
    rb"|([{}])"
    rb"|([^\\{}\r\n]{1,65536})"
    rb"|[\r\n]+"
)


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()


class Token(NamedTuple):
    """One token; `value` is the number behind a control word, None if there is none."""

    kind: Kind
    text: bytes
    value: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens in order; what is no token is passed over."""
    at = 0
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if word is not None:
            value = None if number is None else int(number)
            if word == b"bin":
                at += max(value or 0, 0)
            yield Token(Kind.WORD, word, value)
        elif code is not None:
            yield Token(Kind.BYTES, bytes.fromhex(code.decode("ascii")))
        elif symbol is not None:
            yield Token(Kind.SYMBOL, symbol)
        elif brace is not None:
            yield Token(Kind.OPEN if brace == b"{" else Kind.CLOSE, brace)
        elif text is not None:
            yield Token(Kind.BYTES, text)
