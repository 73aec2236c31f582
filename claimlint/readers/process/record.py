"""One JSON object from a process that is not trusted, and the checks on its values."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)

_LARGEST = 2**53


class WireFault(ValueError):
    """A message is not what this program sends."""


def whole(value: object) -> int:
    """Return `value` if it is a whole number that JSON can carry; truth values are none."""
    if type(value) is not int or not -_LARGEST < value < _LARGEST:
        raise WireFault("expected a whole number")
    return value


class Record:
    """An object whose values are taken out by name; `WireFault` where one is of another kind."""

    def __init__(self, raw: object) -> None:
        if type(raw) is not dict:
            raise WireFault("expected an object")
        self._raw: dict[str, object] = raw

    def get(self, name: str) -> object:
        """Return a value as it came, None where there is none."""
        return self._raw.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text; `default` where there is none."""
        value = self._raw.get(name, default)
        if type(value) is not str:
            raise WireFault(f"{name}: expected text")
        return value

    def whole(self, name: str) -> int:
        """Return a whole number."""
        return whole(self._raw.get(name))

    def number(self, name: str) -> float | None:
        """Return a number or None."""
        value = self._raw.get(name)
        if value is None:
            return None
        if type(value) not in (int, float):
            raise WireFault(f"{name}: expected a number")
        return float(value)  # type: ignore[arg-type]

    def truth(self, name: str) -> bool:
        """Return true or false."""
        value = self._raw.get(name)
        if type(value) is not bool:
            raise WireFault(f"{name}: expected true or false")
        return value

    def sequence(self, name: str) -> list[object]:
        """Return a list; an empty one where there is none."""
        value = self._raw.get(name)
        if value is None:
            return []
        if type(value) is not list:
            raise WireFault(f"{name}: expected a list")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list."""
        values = self.sequence(name)
        for value in values:
            if type(value) is not str:
                raise WireFault(f"{name}: expected texts")
        return tuple(str(value) for value in values)

    def word(self, name: str, words: type[Word]) -> Word:
        """Return one of a closed set of words."""
        try:
            return words(self.text(name))
        except ValueError as error:
            raise WireFault(f"{name}: no such word") from error
