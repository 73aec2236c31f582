"""From the bytes of a text file to its characters, or to the reason why it is no text.

A byte order mark decides, then what the file says of itself, then UTF-8, then a guess.
"""

from __future__ import annotations

import codecs
from collections.abc import Generator, Iterator

from msgspec import Struct

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Source
from claimlint.regex import regex

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 128 * 1024
_WESTERN = regex("[“”‘’–—…•€£§©®™°½¼¾«»·¡¿ªº²³µ×±\xa0à-öø-ÿßœš]|(?<![a-zà-ÿ])[À-ÖØ-ÝŒŠŽ]")


class Decoded(Struct, frozen=True):
    """Text, the charset it was in, and how many characters could not be told."""

    text: str
    charset: str
    lost: int = 0


def text_of(source: Source, declared: str | None = None) -> Generator[Problem, None, str]:
    """Return the text of a file; yield a problem first where some characters are unknown.

    `declared` is the charset that came with the file, if any did.

    Raises:
        UnreadableFile: the bytes are no text.
    """
    decoded = decode(source.data, declared)
    _refuse_binary(decoded)
    yield from garbled(decoded)
    return decoded.text


def garbled(decoded: Decoded) -> Iterator[Problem]:
    """Yield a problem where some characters of a text could not be told."""
    if decoded.lost:
        message = f"{decoded.lost} characters could not be told (read as {decoded.charset})"
        yield Problem(code=ProblemCode.GARBLED_TEXT, message=message)


def _refuse_binary(decoded: Decoded) -> None:
    """Refuse bytes of which a tenth are no text."""
    sample = decoded.text[:65536]
    odd = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1b")
    odd += sample.count("\ufffd")
    if "\0\0\0" in sample or odd * 10 > max(len(sample), 10):
        raise UnreadableFile("holds no text, whatever its name says", code="unsupported")


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of `data`; never fails, what cannot be decoded is U+FFFD and counted."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], charset)
    wide = _unmarked_wide(data)
    for charset in filter(None, (wide, _usable(declared), "utf-8")):
        try:
            return Decoded(data.decode(charset), charset)
        except UnicodeDecodeError:
            continue
    decoded = _decoded(data, "utf-8")
    return decoded if _mostly_told(decoded) else _decoded(data, _guess(data))


def _decoded(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, "replace")
    return Decoded(text, charset, text.count("�"))


def _usable(declared: str | None) -> str | None:
    """Return the codec of a declared charset if it is one for text."""
    if declared is None or "\0" in declared or len(declared) > 40:
        return None
    try:
        info = codecs.lookup(declared.strip().strip("\"'"))
        "a".encode(info.name)
    except (LookupError, ValueError, TypeError):
        return None
    # Browsers read these two labels as Windows-1252: it differs only where they have no letters.
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


def _unmarked_wide(data: bytes) -> str | None:
    sample = data[:1024]
    if len(sample) < 8 or len(data) % 2:
        return None
    zeros_even, zeros_odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if zeros_odd > 0.6 * half and zeros_even < 0.1 * half:
        return "utf-16-le"
    if zeros_even > 0.6 * half and zeros_odd < 0.1 * half:
        return "utf-16-be"
    return None


def _mostly_told(decoded: Decoded) -> bool:
    """Tell whether a few damaged bytes are all that speaks against a charset."""
    wide = sum(1 for char in decoded.text if char > "\x7f") - decoded.lost
    return wide >= 3 * decoded.lost


def _guess(data: bytes) -> str:
    if _western(data[:_SAMPLE]):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return "cp1252" if best is None else best.encoding


def _western(sample: bytes) -> bool:
    """Tell whether a text is English but for a few signs; a guess by frequencies needs more."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    wide = sum(1 for char in text if char > "\x7f")
    return wide * 2 <= len(text) and wide == len(_WESTERN.findall(text))
