"""What earlier runs found: in single files, and in the files of a run taken together.

What counts is the bytes of the files and all that a run goes by. An entry is sealed with a secret
made of those bytes, so that it tells nothing to who does not hold them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from claimlint.cache.digests import Digests, digests_of, name_of, secret_of, surroundings
from claimlint.cache.encoding import FormFault, Thing, dumped, loaded
from claimlint.cache.store import Store, results_folder
from claimlint.document import Document, ProblemCode
from claimlint.finding import DocumentReport, MatterReport
from claimlint.rulebook.rule_book import RuleBook
from claimlint.settings import Settings
from claimlint.steps.case import Case
from claimlint.steps.inputs import Input, Inputs
from claimlint.terms import DocumentKind

_PASSING = frozenset(
    (ProblemCode.TIMED_OUT, ProblemCode.OUT_OF_MEMORY, ProblemCode.READER_DIED, ProblemCode.MISSING)
)
"""Problems that may be over the next time; a document that has one is not kept."""


class Judged(Struct, frozen=True, kw_only=True):
    """What a run found before the house's own settings: documents and matters."""

    documents: tuple[DocumentReport, ...]
    matters: tuple[MatterReport, ...]


class ResultCache:
    """What earlier runs with the same rules, program and settings kept, and what this one keeps."""

    def __init__(self, inputs: Inputs, settings: Settings, book: RuleBook, model: str) -> None:
        """Read the files of `inputs` once to tell them; nothing where settings have no cache."""
        self._inputs = inputs
        self._settings = settings
        self._store = Store(results_folder()) if settings.cache else None
        self._about = (surroundings(), book.digest, model, _by(settings)) if settings.cache else ()
        self._digests: dict[str, Digests | None] = {}
        if settings.cache:
            readable = (file for file in inputs.files if file.where is not None)
            self._digests = {file.name: digests_of(file.where) for file in readable if file.where}

    def case(self, file: Input, kind: DocumentKind | None) -> Case | None:
        """Return what was found in a file with these bytes and this name, in no matter yet."""
        known = self._digests.get(file.name)
        if self._store is None or known is None:
            return None
        return self._taken(
            Case, name_of(known.secret, "file", *self._file(file, kind)), known.secret
        )

    def keep(self, file: Input, kind: DocumentKind | None, case: Case) -> None:
        """Keep what was found, where the file read is the file that was told before."""
        known = self._digests.get(file.name)
        if self._store is None or known is None or known.sha256 != case.document.sha256:
            return
        if lasting((case.document,)):
            self._put(name_of(known.secret, "file", *self._file(file, kind)), known.secret, case)

    def judged(self, entry: Entry | None) -> Judged | None:
        """Return what the run under this entry found."""
        return None if entry is None else self._taken(Judged, entry.name, entry.secret)

    def keep_judged(self, entry: Entry | None, judged: Judged) -> None:
        """Keep what a run found, where each file read is the file that was told before."""
        if entry is None or not lasting(judged.documents):
            return
        told = {name: known.sha256 for name, known in self._digests.items() if known is not None}
        if all(told.get(each.path) == each.sha256 for each in judged.documents):
            self._put(entry.name, entry.secret, judged)

    def entry(
        self, kinds: Mapping[str, DocumentKind | None], dossiers: Sequence[tuple[str | None, Path]]
    ) -> Entry | None:
        """Return the place of a run, or None where it depends on what cannot be told."""
        known = [self._digests.get(file.name) for file in self._inputs.files]
        if self._store is None or self._settings.answers or None in known:
            return None
        digests = [each for each in known if each is not None]
        papers = [(matter, path.as_posix(), digests_of(path)) for matter, path in dossiers]
        if any(told is None for _, _, told in papers) or _names_files(path for _, path in dossiers):
            return None
        files = [(file.name, kinds[file.name], file.matter) for file in self._inputs.files]
        secrets = [told.secret for told in digests]
        stated = [(matter, path, told and told.sha256) for matter, path, told in papers]
        secret = secret_of(secrets)
        today = self._settings.today.isoformat()
        name = name_of(secret, "run", self._about, files, stated, today)
        return Entry(name, secret)

    def close(self) -> None:
        """Remove what there is too much of."""
        if self._store is not None:
            self._store.close()

    def _file(self, file: Input, kind: DocumentKind | None) -> tuple[object, ...]:
        return (*self._about, file.name, kind)

    def _taken(self, kind: type[Thing], name: str, secret: bytes) -> Thing | None:
        text = None if self._store is None else self._store.take(name, secret)
        if text is None:
            return None
        try:
            return loaded(kind, text)
        except FormFault:
            return None

    def _put(self, name: str, secret: bytes, thing: object) -> None:
        if self._store is not None:
            with suppress(FormFault):  # the name of a file is no text
                self._store.put(name, secret, dumped(thing))


class Entry(Struct, frozen=True):
    """Where a run is kept, and the secret that opens it."""

    name: str
    secret: bytes


def _names_files(dossiers: Iterable[Path]) -> bool:
    """Tell whether a dossier may name files of its own, by their digests, which nobody told."""
    return any(b"sha256" in path.read_bytes() for path in dossiers)


def _by(settings: Settings) -> tuple[object, ...]:
    """Return the settings that reading and detection go by, beside the kind of a document."""
    return (settings.limits, settings.ocr, settings.prefilter, settings.stances)


def lasting(documents: Iterable[Document | DocumentReport]) -> bool:
    """Tell whether the same files would be read the same the next time."""
    return not any(
        problem.code in _PASSING for each in documents for problem in each.coverage.problems
    )
