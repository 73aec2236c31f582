"""What a run wrote, kept for the next run of the same call on the same bytes.

It counts only where the call, the settings, the documents, the program and everything that the run
was seen to read are as they were; it is sealed with a secret made of the documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from msgspec import Struct, msgpack

from claimlint.cache.audit import Seen, Witness, unchanged
from claimlint.cache.digests import name_of, secret_in, secret_of, surroundings
from claimlint.cache.store import Store, results_folder
from claimlint.settings import Settings
from claimlint.steps.inputs import Inputs

FORM = 4
"""Counts up when the form of an entry changes."""


class RunOutput(Struct, frozen=True, kw_only=True):
    """The reports of a run in their order, what it read or judged in part or not, its status.

    `untold` are paths with what a report may not say of them.
    """

    reports: tuple[bytes, ...]
    untold: tuple[tuple[str, str], ...]
    status: int


class _Entry(Struct, frozen=True):
    """The output of a run, and all that the run was seen to read."""

    output: RunOutput
    seen: tuple[Seen, ...]


class OutputCache:
    """The outputs of earlier runs, asked for one call; nothing where settings have no cache."""

    def __init__(self, inputs: Inputs, settings: Settings, call: Sequence[object]) -> None:
        """`call` is what else the reports depend on: paths, formats, look and width."""
        self._inputs = inputs
        self._about = (FORM, repr(settings), call)
        self._place = self._entry() if settings.cache else None

    def witness(self) -> AbstractContextManager[Witness | None]:
        """Return who is to hear what the run reads besides its documents; None if none is kept."""
        if self._place is None:
            return nullcontext()
        files = self._inputs.files
        return Witness(
            str(file.where) for file in files if not isinstance(file.where, bytes | None)
        )

    def known(self) -> RunOutput | None:
        """Return what an earlier run wrote, None where there was none or something has changed."""
        data = None if self._place is None else Store(results_folder()).take(*self._place)
        if data is None:
            return None
        entry = msgpack.decode(data, type=_Entry)
        return entry.output if unchanged(entry.seen) else None

    def keep(self, output: RunOutput, witness: Witness | None) -> None:
        """Keep what a run wrote, unless a document has changed meanwhile or has no proper name."""
        if witness is None or self._place is None or self._entry() != self._place:
            return
        try:
            data = msgpack.encode(_Entry(output, witness.seen()))
        except UnicodeEncodeError:  # a path that is no text
            return
        store = Store(results_folder())
        store.put(*self._place, data)
        store.close()

    def _entry(self) -> tuple[str, bytes] | None:
        """Return name and secret of the entry, None where a document cannot be told."""
        inputs = self._inputs
        secrets = [secret_in(file.where) for file in inputs.files if file.where is not None]
        told = [secret for secret in secrets if secret is not None]
        if not told or len(told) < len(secrets):
            return None
        files = [(file.name, file.matter, file.fault) for file in inputs.files]
        dossiers = [(matter, path.as_posix()) for matter, path in inputs.dossiers]
        secret = secret_of(told)
        about = (surroundings(), *self._about, files, dossiers, inputs.passed_over)
        return name_of(secret, "output", *about), secret
