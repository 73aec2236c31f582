"""What people decided in a matter: one SQLite file, with export and import as JSON."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, to_builtins

from claimlint.decisions import record
from claimlint.decisions.entry import Entry
from claimlint.errors import WrongCall
from claimlint.reports.json.rows import indented

SCHEMA = "claimlint-desk/1"
_TABLES = """
create table if not exists decision (
  fingerprint text primary key, state text not null, reason text not null, owner text not null,
  until text not null, evidence text not null, document text not null, text text not null);
create table if not exists work (
  fingerprint text primary key, assigned text not null, note text not null);
"""
_LONGEST = 4_000


class Work(Struct, frozen=True, kw_only=True):
    """Who looks after a claim, and what somebody noted on it."""

    fingerprint: str
    assigned: str = ""
    note: str = ""


_WORK = Work.__struct_fields__
_DECISION = ("fingerprint", "state", "reason", "owner", "until", "evidence", "document", "text")


class MatterFile:
    """The decisions, assignments and notes of one matter, kept by fingerprint.

    A fingerprint stays when a deck is exported again or pages move, so that what was decided on
    one version holds for the next.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, which is made where it is missing.

        Raises:
            WrongCall: it cannot be opened or is none.
        """
        self._name = path.name
        self._lock = threading.Lock()
        try:
            if not path.parent.is_dir():
                raise WrongCall(f"{path}: there is no folder {path.parent}; make it first")
            self._base = sqlite3.connect(path, check_same_thread=False)
            self._base.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise WrongCall(f"{self._name}: cannot be opened as a matter ({error})") from error

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def decisions(self) -> tuple[Entry, ...]:
        """Return the decisions, in the order of their fingerprints."""
        return tuple(
            record.checked({k: v for k, v in row.items() if v}, self._name)
            for row in self._rows("decision", _DECISION)
        )

    def work(self) -> tuple[Work, ...]:
        """Return assignments and notes, in the order of their fingerprints."""
        return tuple(Work(**row) for row in self._rows("work", _WORK))

    def decide(self, entries: Iterable[Entry]) -> None:
        """Keep decisions; each replaces the one on the same fingerprint."""
        self._put("decision", _DECISION, entries)

    def assign(self, items: Iterable[Work]) -> None:
        """Keep assignments and notes; each replaces the one on the same fingerprint."""
        self._put("work", _WORK, items)

    def withdraw(self, fingerprints: Iterable[str]) -> None:
        """Take decisions back."""
        with self._changing() as base:
            base.executemany(
                "delete from decision where fingerprint = ?", [(each,) for each in fingerprints]
            )

    def dump(self) -> str:
        """Return everything as JSON."""
        kept = {
            "schema": SCHEMA,
            "decisions": [
                {key: value for key, value in row.items() if value}
                for row in self._rows("decision", _DECISION)
            ],
            "work": [to_builtins(item) for item in self.work()],
        }
        return indented(kept)

    def take(self, text: str) -> int:
        """Add what `dump` wrote, here or elsewhere, and return how many entries that was.

        Raises:
            ClaimlintError: it is no such file; nothing is added then.
        """
        found = _parsed(text)
        decisions = [record.checked(row, "the imported file") for row in found[0]]
        work = [_work(row) for row in found[1]]
        self.decide(decisions)
        self.assign(work)
        return len(decisions) + len(work)

    def _rows(self, table: str, keys: tuple[str, ...]) -> list[dict[str, str]]:
        with self._lock:
            found = self._base.execute(
                f"select {', '.join(keys)} from {table} order by fingerprint"
            ).fetchall()
        return [dict(zip(keys, row, strict=True)) for row in found]

    def _put(self, table: str, keys: tuple[str, ...], items: Iterable[Entry | Work]) -> None:
        rows = [[getattr(item, key) for key in keys] for item in items]
        marks = ", ".join("?" for _ in keys)
        with self._changing() as base:
            base.executemany(
                f"insert or replace into {table} ({', '.join(keys)}) values ({marks})", rows
            )

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._lock, self._base:
                yield self._base
        except sqlite3.Error as error:
            raise WrongCall(f"{self._name}: cannot be written ({error})") from error


def _parsed(text: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongCall("the imported file is no JSON") from error
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise WrongCall(f'the imported file is no "{SCHEMA}"; choose one that a desk exported')
    return _texts(found.get("decisions")), _texts(found.get("work"))


def _texts(rows: object) -> list[dict[str, str]]:
    """Return rows whose keys and values are texts of a sane length, else refuse them."""
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise WrongCall("the imported file is damaged: expected lists of objects")
    for row in rows:
        if not all(isinstance(v, str) and len(v) <= _LONGEST for v in row.values()):
            raise WrongCall("the imported file is damaged: expected texts as values")
    return rows


def _work(row: Mapping[str, str]) -> Work:
    if not row.get("fingerprint") or not set(row) <= set(_WORK):
        raise WrongCall("the imported file is damaged: an assignment names no claim")
    return Work(**row)
