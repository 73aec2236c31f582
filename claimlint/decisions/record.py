"""The record of decisions: one JSON object a line, read strictly and written in one go."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import to_builtins

from claimlint.decisions.entry import MANDATORY, Entry, is_day
from claimlint.errors import RuleFault, WrongCall
from claimlint.rulebook.suggestion import suggestion
from claimlint.values.ruling import State

BASELINE = "claimlint.baseline.jsonl"
_KEYS = tuple(name for name in Entry.__struct_fields__ if name != "origin")
_FINGERPRINT = re.compile(r"1:[0-9a-f]+")
_LONGEST = 50_000_000


def load(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a record, in order; a later one replaces an earlier one on the same.

    Raises:
        RuleFault: the file is missing or broken; the message opens with file and line.
    """
    name = path.as_posix()
    try:
        if path.stat().st_size > _LONGEST:
            raise RuleFault(f"{name}: is larger than {_LONGEST} bytes")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise RuleFault(f"{name}: cannot be read ({reason})") from error
    found: dict[tuple[str, str, str], Entry] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            entry = _entry_of(line, f"{name}:{number}")
            key = _key(entry)
            found.pop(key, None)
            found[key] = entry
    return tuple(found.values())


def _entry_of(line: str, origin: str) -> Entry:
    """Return the entry that one line of a record is.

    Raises:
        RuleFault: it is none.
    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RuleFault(f"{origin}: is not a line of JSON") from error
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise RuleFault(f"{origin}: expected an object whose values are texts")
    return checked(row, origin)


def checked(row: Mapping[str, str], origin: str) -> Entry:
    """Return the entry that keys and values make.

    Raises:
        RuleFault: a key is unknown or missing, a state or day is none.
    """
    for key in row:
        if key not in _KEYS:
            raise RuleFault(f'{origin}: unknown key "{key}"{suggestion(key, _KEYS)}')
    state = row.get("state", "")
    if state not in tuple(State):
        raise RuleFault(f'{origin}: no such state "{state}"{suggestion(state, tuple(State))}')
    needed = ("fingerprint", *(() if state == State.BASELINE else MANDATORY))
    absent = [key for key in needed if not row.get(key, "").strip()]
    if absent:
        raise RuleFault(f"{origin}: lacks {', '.join(absent)}")
    until = row.get("until", "")
    if until and not is_day(until):
        raise RuleFault(f"{origin}: until: {until!r} is no day; write it as 2027-01-31")
    if not _FINGERPRINT.fullmatch(row["fingerprint"]):
        raise RuleFault(f'{origin}: "{row["fingerprint"]}" is no fingerprint; --full shows them')
    return Entry(**{**row, "state": State(state), "origin": origin})  # type: ignore[arg-type]


def dump(entries: Iterable[Entry]) -> str:
    """Return the entries as the text of a record; keys without a value are left out."""
    lines = []
    for entry in entries:
        row = {key: value for key, value in to_builtins(entry).items() if value and key in _KEYS}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(lines)


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write a record; whoever reads meanwhile sees the old one or the new one, whole.

    Raises:
        WrongCall: the file cannot be written.
    """
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # A name that is no UTF-8 is written as the escapes of JSON, which reads them back.
        passing.write_bytes(dump(entries).encode("utf-8", "backslashreplace"))
        passing.replace(path)
    except OSError as error:
        raise WrongCall(f"{path.as_posix()}: cannot be written ({error.strerror})") from error
    finally:
        with suppress(OSError):
            passing.unlink(missing_ok=True)


def _key(entry: Entry) -> tuple[str, str, str]:
    """A person decides once on a finding; a baseline has an entry for each copy of it."""
    if entry.state is State.BASELINE:
        return entry.fingerprint, "baseline", entry.document
    return entry.fingerprint, "decision", ""
