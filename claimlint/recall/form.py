"""Structs as nested lists and back, by the types of their fields."""

from __future__ import annotations

import types
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Hashable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct

from claimlint.pieces import Boxed

Thing = TypeVar("Thing")
Making = Callable[[object], object]

_PLAIN = (str, int, float, bool, type(None))
_NONE = type(None)


class FormFault(ValueError):
    """A list is not what `dumped` makes of that type."""


def dumped(thing: object) -> object:
    """Return a value as JSON can hold it: a Struct is the list of its fields.

    Fields at the end that have their default are left out.
    """
    return _dumper(type(thing))(thing)  # type: ignore[arg-type]


@cache
def _dumper(kind: Hashable) -> Making:
    """Return the function that turns values of this type into what JSON can hold."""
    assert isinstance(kind, type)
    if issubclass(kind, Boxed):
        return _bytes_of
    if issubclass(kind, tuple):
        return _parts_of
    if issubclass(kind, _PLAIN):
        return _same
    if issubclass(kind, date):
        return _day_of
    if issubclass(kind, Path):
        return str
    if not issubclass(kind, Struct):
        raise TypeError(f"{kind.__name__} is no Struct")
    return _fields_of(kind)


def _bytes_of(pieces: object) -> object:
    assert isinstance(pieces, Boxed)
    return {"boxed": b2a_base64(pieces.data, newline=False).decode("ascii")}


def _day_of(day: object) -> object:
    assert isinstance(day, date)
    return day.isoformat()


def _parts_of(parts: object) -> object:
    assert isinstance(parts, tuple)
    return [dumped(part) for part in parts]


def _fields_of(kind: type[Struct]) -> Making:
    names = kind.__struct_fields__
    defaults = _defaults(kind)

    def row(thing: object) -> object:
        values = [getattr(thing, name) for name in names]
        while values and values[-1] == defaults[len(values) - 1]:
            values.pop()
        return [dumped(value) for value in values]

    return row


def loaded(kind: type[Thing], raw: object) -> Thing:
    """Return the value of a type that `dumped` made `raw` of.

    Raises:
        FormFault: it did not.
    """
    try:
        thing = _maker(kind)(raw)  # type: ignore[arg-type]
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise FormFault(f"not a {kind.__name__}") from error
    if not isinstance(thing, kind):
        raise FormFault(f"not a {kind.__name__}")
    return thing


def _defaults(kind: type[Struct]) -> tuple[object, ...]:
    """Return the default of every field, NODEFAULT where it has none."""
    bare = len(kind.__struct_fields__) - len(kind.__struct_defaults__)
    return (NODEFAULT,) * bare + kind.__struct_defaults__


@cache
def _maker(kind: Hashable) -> Making:
    """Return the function that makes a value of this type from its list."""
    origin, parts = get_origin(kind), get_args(kind)
    if Boxed in parts:
        return _packed(parts[0])
    if origin in (Union, types.UnionType):
        return _optional(next(part for part in parts if part is not _NONE))
    if origin is tuple:
        return _many(parts[0]) if parts[1:] == (...,) else _several(parts)
    if isinstance(kind, type) and issubclass(kind, Struct):
        return _object(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {str(word): word for word in kind}.__getitem__  # type: ignore[return-value]
    if kind is date:
        return lambda raw: date.fromisoformat(str(raw))
    if kind is _Unseen:
        return _refused
    if kind is Path:
        return lambda raw: Path(str(raw))
    if kind not in _PLAIN:
        raise TypeError(f"{kind} has no form")
    return _same


def _same(raw: object) -> object:
    return raw


class _Unseen:
    """Stands for a type that a module names for type checkers alone; no value of it is read."""


def _hints(kind: type) -> dict[str, object]:
    unseen: dict[str, object] = {}
    while True:
        try:
            return get_type_hints(kind, localns=unseen)
        except NameError as error:
            unseen[str(error.name)] = _Unseen


def _refused(raw: object) -> object:
    raise FormFault(f"{raw!r:.40} is of a type that is not loaded")


def _optional(inner: object) -> Making:
    make = _maker(inner)
    return make if make is _same else lambda raw: None if raw is None else make(raw)


def _packed(inner: object) -> Making:
    """Return what makes pieces, one by one or packed."""
    make = _maker(inner)
    return lambda raw: Boxed(a2b_base64(raw["boxed"])) if isinstance(raw, dict) else make(raw)


def _many(inner: object) -> Making:
    make = _maker(inner)
    return _tuple if make is _same else lambda raw: tuple(map(make, _list(raw)))


def _several(parts: tuple[object, ...]) -> Making:
    makes = [_maker(part) for part in parts]
    if all(make is _same for make in makes):
        return _tuple
    return lambda raw: tuple(make(value) for make, value in zip(makes, _list(raw), strict=True))


def _tuple(raw: object) -> tuple[object, ...]:
    return tuple(_list(raw))


def _list(raw: object) -> list[object]:
    if type(raw) is not list:
        raise FormFault("expected a list")
    return raw


def _object(kind: type[Struct]) -> Making:
    hints = _hints(kind)
    names = kind.__struct_fields__
    makes = [_maker(hints[name]) for name in names]

    def make(raw: object) -> object:
        row = _list(raw)
        if len(row) > len(names):
            raise FormFault(f"too many fields for a {kind.__name__}")
        values = zip(names, makes, row, strict=False)
        return kind(**{name: made(value) for name, made, value in values})

    return make
