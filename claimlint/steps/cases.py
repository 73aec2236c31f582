"""From files to cases: each file is read and its claims are detected, or the cache knows both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from claimlint.annotate.own_words import OwnWords
from claimlint.annotate.recognised import page_without_remarks, without_remarks
from claimlint.detect.paper.language import foreign
from claimlint.document import Document, Location, Passage, Problem, ProblemCode, ReadStatus
from claimlint.evidence.disclosures.document_evidence import document_evidence
from claimlint.file_types import CONTAINERS, paper_in
from claimlint.readers.interface import Limits, PageDone
from claimlint.readers.sandbox import Finished, Pool
from claimlint.settings import Settings
from claimlint.steps.case import Case
from claimlint.steps.events import ClaimFound, ClaimGlimpsed, FileEvent, PageRead, ProblemMet
from claimlint.steps.inputs import Input, Inputs
from claimlint.steps.prepared import Prepared
from claimlint.steps.result_cache import ResultCache
from claimlint.terms import DocumentKind

if TYPE_CHECKING:
    from claimlint.detect.detected import Detected
    from claimlint.steps.crew.crew import Crew

Kinds = Mapping[str, DocumentKind | None]
"""What the call or the house say that each file is, by its name."""
_COPY = frozenset({"json", "yaml"})
"""Catalogues of strings that are read where they are named: what is not plain terms is copy."""
_Event = tuple[Input, Passage | Problem | PageDone | Finished | Case]


class CaseFinder(Struct, frozen=True, kw_only=True):
    """Reads the files of a run and finds what is in them; `kinds` were said, and are no guess."""

    inputs: Inputs
    settings: Settings
    kinds: Kinds
    cache: ResultCache
    ready: Prepared
    early: bool = False

    def known(self) -> dict[str, Case | None]:
        """Return the cases of files that are known from before, by name."""
        return {file.name: self._known(file) for file in self.inputs.files}

    def cases(
        self, known: Mapping[str, Case | None], crew: Crew | None = None
    ) -> Iterator[Case | FileEvent]:
        """Yield what happens to each file in the order of the call, its case last.

        Files that a crew has are read and looked at by its processes.
        """
        page: list[Passage] = []
        for file, event in self._events(known, crew):
            if isinstance(event, Passage):
                page.append(event)
            elif isinstance(event, PageDone):
                yield PageRead(file.name, event.number, event.total)
                if self.early:
                    yield from self._glimpsed(file, page)
                page = []
            elif isinstance(event, Problem):
                yield ProblemMet(file.name, event)
            else:
                page = []
                case = event if isinstance(event, Case) else self._case(file, event.document)
                if event is case:
                    yield from problem_events(file.name, case.document.coverage.problems)
                for claim in case.detected.claims:
                    yield ClaimFound(file.name, claim)
                yield case

    def _events(self, known: Mapping[str, Case | None], crew: Crew | None) -> Iterator[_Event]:
        if crew is None:
            yield from read(self.inputs, self.settings, known)
            return
        for file in self.inputs.files:
            if file.where is None or known.get(file.name) is not None:
                yield _unread(file, known)
            else:
                yield from self._by_crew(file, crew)

    def _by_crew(self, file: Input, crew: Crew) -> Iterator[_Event]:
        event: _Event | None = None
        for told in crew.events(file):
            event = (file, told)
            yield event
        if event is None or not isinstance(event[1], Case):
            yield from read(Inputs(files=(file,)), self.settings, {})

    def _known(self, file: Input) -> Case | None:
        case = self.cache.case(file, self.kinds[file.name])
        if case is None:
            return None
        return replace(case, document=replace(case.document, matter=file.matter))

    def _glimpsed(self, file: Input, page: Sequence[Passage]) -> Iterator[ClaimGlimpsed]:
        shown = page_without_remarks(page, self._own_words)
        for claim in self.ready.detector().find(shown, self.settings.kind_of(file.name)).claims:
            yield ClaimGlimpsed(file.name, claim)

    def _own_words(self) -> OwnWords:
        return OwnWords.of(self.ready.book, self.ready.catalogue)

    def _case(self, file: Input, document: Document) -> Case:
        kind = self.kinds[file.name]
        document = without_remarks(replace(document, matter=file.matter), self._own_words)
        paper = _paper if document.format in CONTAINERS else None
        detected = self.ready.detector().find(document.passages, kind, paper)
        if kind is None and document.format in _COPY and detected.kind is DocumentKind.OTHER:
            sold = self.ready.detector().find(document.passages, DocumentKind.MARKETING)
            detected = replace(sold, clauses=detected.clauses)
        document = _with_language(document, detected)
        found = document_evidence(document, self.ready.catalogue, detected.clauses, detected.kind)
        case = Case(document, detected, kind is not None, found)
        self.cache.keep(file, kind, case)
        return case


def _paper(passage: Passage) -> str | None:
    return paper_in(passage.location.member)


def problem_events(name: str, problems: Sequence[Problem]) -> Iterator[ProblemMet]:
    """Yield the problems of a file that the cache knew; its language is no problem of reading."""
    for problem in problems:
        if problem.code is not ProblemCode.LANGUAGE:
            yield ProblemMet(name, problem)


def read(inputs: Inputs, settings: Settings, known: Mapping[str, Case | None]) -> Iterator[_Event]:
    """Yield the reading events of all files in the order of the call, the faulty ones included.

    Files that are `known` are not read; their case is the only event.
    """
    limits = Limits().with_values(settings.limits)
    unread = [file for file in inputs.files if known.get(file.name) is None]
    readable = [file for file in unread if file.where is not None]
    waiting = list(inputs.files)
    with Pool(limits, settings.jobs) as pool:
        sources = [(file.name, file.where) for file in readable if file.where is not None]
        for index, event in pool.read(sources, ocr=settings.ocr):
            while waiting[0] is not readable[index]:
                yield _unread(waiting.pop(0), known)
            yield readable[index], event
            if isinstance(event, Finished):
                waiting.pop(0)
    for file in waiting:
        yield _unread(file, known)


def _unread(file: Input, known: Mapping[str, Case | None]) -> tuple[Input, Finished | Case]:
    case = known.get(file.name)
    if case is not None:
        return file, case
    problem = Problem(code=ProblemCode.MISSING, message=file.fault or "", fatal=True)
    document = Document(path=file.name, format="", sha256="", status=ReadStatus.UNREADABLE)
    coverage = replace(document.coverage, problems=(problem,))
    return file, Finished(replace(document, coverage=coverage))


def _with_language(document: Document, detected: Detected) -> Document:
    """Return the document, partly read where it or some of its passages are not in English."""
    if document.status is ReadStatus.UNREADABLE:
        return document
    if detected.language not in (None, "en"):
        places: tuple[tuple[Location | None, str], ...] = ((None, str(detected.language)),)
    else:
        places = tuple((document.passages[i].location, code) for i, code in detected.foreign)
    problems = tuple(
        Problem(code=ProblemCode.LANGUAGE, message=f"not checked: {foreign(code)}", location=place)
        for place, code in places
    )
    if not problems:
        return document
    coverage = replace(document.coverage, problems=(*document.coverage.problems, *problems))
    return replace(document, status=ReadStatus.PARTLY_READ, coverage=coverage)
