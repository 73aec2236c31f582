"""Values as lines of JSON and back, by the types of their fields."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec.json import Decoder, Encoder

Thing = TypeVar("Thing")


class FormFault(ValueError):
    """A text is not what `dumped` makes of that type, or a value holds what is no text."""


def dumped(thing: object) -> bytes:
    """Return a value as JSON on one line.

    Raises:
        FormFault: it holds half a character, as names of files may.
    """
    try:
        return _encoder().encode(thing)
    except UnicodeEncodeError as error:
        raise FormFault(f"not a text ({error})") from error


def loaded(kind: type[Thing], text: bytes) -> Thing:
    """Return the value of a type that `dumped` made `text` of.

    Raises:
        FormFault: it did not.
    """
    try:
        thing = _decoder(kind).decode(text)  # type: ignore[arg-type]  # a class has a hash
    except (ValueError, RecursionError) as error:
        raise FormFault(f"not a {kind.__name__}") from error
    assert isinstance(thing, kind)
    return thing


@cache
def _encoder() -> Encoder:
    return Encoder(enc_hook=_plain)


@cache
def _decoder(kind: Hashable) -> Decoder[object]:
    assert isinstance(kind, type)
    return Decoder(kind, dec_hook=_made)


def _plain(thing: object) -> str:
    if isinstance(thing, Path):
        return str(thing)
    raise NotImplementedError(f"{type(thing).__name__} has no form")


def _made(kind: type, raw: object) -> Path:
    if kind is Path and isinstance(raw, str):
        return Path(raw)
    raise NotImplementedError(f"{kind.__name__} has no form")
