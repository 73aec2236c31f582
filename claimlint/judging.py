"""The documents of a run, judged: found anew, or known from a run on the same files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.casework import Work, told_problems
from claimlint.events import ClaimFound, ClaimGlimpsed, PageRead, ProblemMet
from claimlint.finding import DocumentReport, MatterReport
from claimlint.inputs import Inputs
from claimlint.memory import Judged, Memory
from claimlint.pairing import Case, matters, paired
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.yaml_book import RuleBook
from claimlint.settings import Settings
from claimlint.terms import DocumentKind

if TYPE_CHECKING:
    from claimlint.detect.detector import Detector


@dataclass(slots=True, kw_only=True)
class Judging:
    """Judges the documents of one run; `matters` are there once its events are through."""

    inputs: Inputs
    settings: Settings
    book: RuleBook
    catalogue: Catalogue
    model: str
    detector: Callable[[], Detector]
    kind_of: Callable[[str], DocumentKind | None]
    early: bool = False
    matters: tuple[MatterReport, ...] = ()

    def events(
        self,
    ) -> Iterator[DocumentReport | PageRead | ProblemMet | ClaimGlimpsed | ClaimFound]:
        """Yield what happens to the files, and then their documents, in the order of the call.

        Raises:
            ClaimlintError: a dossier is wrong.
        """
        memory = Memory(self.inputs, self.settings, self.book, self.model)
        kinds = {file.name: self.kind_of(file.name) for file in self.inputs.files}
        entry = memory.entry(self.inputs, kinds, self.settings, self._dossiers())
        before = memory.judged(entry)
        if before is not None:
            yield from self._again(before)
            return
        cases: list[Case] = []
        work = Work(
            inputs=self.inputs,
            settings=self.settings,
            kinds=kinds,
            memory=memory,
            detector=self.detector,
            early=self.early,
        )
        for event in work.cases():
            if isinstance(event, Case):
                cases.append(event)
            else:
                yield event
        documents = []
        for document in self._paired(cases):
            documents.append(document)
            yield document
        if entry == memory.entry(self.inputs, kinds, self.settings, self._dossiers()):
            memory.keep_judged(entry, Judged(documents=tuple(documents), matters=self.matters))
        memory.close()

    def _dossiers(self) -> tuple[tuple[str | None, Path], ...]:
        return (*self.inputs.dossiers, *((None, path) for path in self.settings.evidence))

    def _again(self, before: Judged) -> Iterator[DocumentReport | ProblemMet | ClaimFound]:
        self.matters = before.matters
        for document in before.documents:
            yield from told_problems(document.path, document.coverage.problems)
            for finding in document.findings:
                yield ClaimFound(document.path, finding.claim)
        yield from before.documents

    def _paired(self, cases: list[Case]) -> Iterator[DocumentReport]:
        settings = self.settings
        rules = {rule.id: rule for rule in self.book.claims}
        dossiers = self._dossiers()
        found = matters(cases, dossiers, self.catalogue, settings.today, settings.answers)
        self.matters = tuple(matter.report for matter in found)
        yield from paired(cases, found, self.catalogue, rules, settings.today)
