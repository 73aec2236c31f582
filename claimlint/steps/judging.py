"""Judges the documents of a run, or takes the outcome of an earlier run on the same files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.finding import DocumentReport, MatterReport
from claimlint.policy import CheckedPolicy
from claimlint.settings import Settings
from claimlint.steps.case import Case
from claimlint.steps.cases import CaseFinder, Kinds, problem_events
from claimlint.steps.events import ClaimFound, FileEvent
from claimlint.steps.inputs import Input, Inputs
from claimlint.steps.matters import matters
from claimlint.steps.pairing import paired
from claimlint.steps.prepared import Prepared
from claimlint.steps.result_cache import Judged, ResultCache
from claimlint.terms import DocumentKind

if TYPE_CHECKING:
    from claimlint.steps.crew.crew import Crew


class Judging(Struct, kw_only=True):
    """Judges the documents of one run; `matters` is filled once its events are through."""

    inputs: Inputs
    settings: Settings
    ready: Prepared
    policy: CheckedPolicy
    early: bool = False
    matters: tuple[MatterReport, ...] = ()

    def events(self) -> Iterator[DocumentReport | FileEvent]:
        """Yield what happens to the files, and then their documents, in the order of the call.

        Raises:
            ClaimlintError: a dossier is wrong.
        """
        cache = ResultCache(self.inputs, self.settings, self.ready.book, self.ready.model)
        kinds = {file.name: self._kind(file.name) for file in self.inputs.files}
        entry = cache.entry(kinds, self._dossiers())
        before = cache.judged(entry)
        if before is not None:
            yield from self._again(before)
            return
        finder = CaseFinder(
            inputs=self.inputs,
            settings=self.settings,
            kinds=kinds,
            cache=cache,
            ready=self.ready,
            early=self.early,
        )
        documents = []
        for event in self._anew(finder):
            if isinstance(event, DocumentReport):
                documents.append(event)
            yield event
        if entry == cache.entry(kinds, self._dossiers()):
            cache.keep_judged(entry, Judged(documents=tuple(documents), matters=self.matters))
        cache.close()

    def _kind(self, name: str) -> DocumentKind | None:
        settings = self.settings
        return settings.kind_of(name) or self.policy.kind(name) or settings.kind

    def _anew(self, finder: CaseFinder) -> Iterator[DocumentReport | FileEvent]:
        known = finder.known()
        unread = [f for f in self.inputs.files if f.where is not None and known[f.name] is None]
        crew = None if self.early else self._hired(unread, finder.kinds)
        cases: list[Case] = []
        with crew or nullcontext():
            for event in finder.cases(known, crew):
                if isinstance(event, Case):
                    cases.append(event)
                else:
                    yield event
            yield from self._paired(cases, crew)

    def _hired(self, unread: list[Input], kinds: Kinds) -> Crew | None:
        """Return further processes where the work is worth them, and the files may be shared."""
        if self.settings.jobs < 2:
            return None
        from claimlint.steps.crew.crew import hired

        return hired(unread, self.settings, kinds)

    def _dossiers(self) -> tuple[tuple[str | None, Path], ...]:
        return (*self.inputs.dossiers, *((None, path) for path in self.settings.evidence))

    def _again(self, before: Judged) -> Iterator[DocumentReport | FileEvent]:
        self.matters = before.matters
        for document in before.documents:
            yield from problem_events(document.path, document.coverage.problems)
            for finding in document.findings:
                yield ClaimFound(document.path, finding.claim)
        yield from before.documents

    def _paired(self, cases: list[Case], crew: Crew | None) -> Iterator[DocumentReport]:
        settings, ready = self.settings, self.ready
        dossiers = self._dossiers()
        found = matters(cases, dossiers, ready.catalogue, settings.today, settings.answers)
        self.matters = tuple(matter.report for matter in found)
        if crew is not None:
            crew.share(found)
        for case in cases:
            report = None if crew is None else crew.report(case)
            yield report or paired(case, found, ready.catalogue, ready.book.claims, settings.today)
