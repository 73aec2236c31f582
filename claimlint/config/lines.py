"""On which line each value of a TOML file stands, which `tomllib` does not tell.

The text must be valid TOML: whoever calls this has parsed it before.
"""

from __future__ import annotations

import re
import tomllib

Path = tuple[str | int, ...]
"""Keys and, inside arrays, indices from 0."""

_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')
_STRING = re.compile(
    r'"""(?:\\.|(?!""").)*""""{0,2}'
    r"|'''(?:(?!''').)*''''{0,2}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}#\n]*")


def lines_of(text: str) -> dict[Path, int]:
    """Return the line (from 1) on which each value, table and array element starts."""
    return _Scanner(text).scanned()


class _Scanner:
    """One pass over a file, from statement to statement."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counted = (0, 1)
        self._lines: dict[Path, int] = {}
        self._arrays: dict[Path, int] = {}

    def scanned(self) -> dict[Path, int]:
        """Return the lines of all values."""
        table: Path = ()
        self._skip(_GAP)
        while self._at < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_GAP)
        return self._lines

    def _header(self) -> Path:
        doubled = self._text.startswith("[[", self._at)
        self._at += 2 if doubled else 1
        line = self._line()
        path: Path = ()
        keys = self._keys()
        for number, key in enumerate(keys, start=1):
            path = (*path, key)
            if doubled and number == len(keys):
                self._arrays[path] = self._arrays.get(path, -1) + 1
                self._lines.setdefault(path, line)
            if path in self._arrays:
                path = (*path, self._arrays[path])
            self._lines.setdefault(path, line)
        self._at += 2 if doubled else 1
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self._lines.setdefault(path, line)
        self._at += 1
        self._skip(_BLANK)
        self._value(path)

    def _keys(self) -> list[str]:
        found = []
        while True:
            self._skip(_BLANK)
            key = self._take(_KEY)
            quoted = key[:1] in ("'", '"')
            found.append(str(tomllib.loads(f"k = {key}")["k"]) if quoted else key)
            self._skip(_BLANK)
            if not self._text.startswith(".", self._at):
                return found
            self._at += 1

    def _value(self, path: Path) -> None:
        if self._text.startswith("[", self._at):
            self._array(path)
        elif self._text.startswith("{", self._at):
            self._inline(path)
        elif not self._take(_STRING):
            self._skip(_BARE)

    def _array(self, path: Path) -> None:
        self._at += 1
        index = 0
        while self._more("]"):
            self._lines[(*path, index)] = self._line()
            self._value((*path, index))
            index += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        while self._more("}"):
            self._pair(path)

    def _more(self, end: str) -> bool:
        """Tell whether another element comes, and stand before it; else stand behind `end`."""
        self._skip(_GAP)
        if self._text.startswith(",", self._at):
            self._at += 1
            self._skip(_GAP)
        if self._text.startswith(end, self._at):
            self._at += 1
            return False
        return True

    def _skip(self, what: re.Pattern[str]) -> None:
        self._take(what)

    def _take(self, what: re.Pattern[str]) -> str:
        found = what.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found.group()

    def _line(self) -> int:
        at, line = self._counted
        self._counted = (self._at, line + self._text.count("\n", at, self._at))
        return self._counted[1]
