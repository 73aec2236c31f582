"""The one composition: paths and settings become events, and at last a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimlint import __version__
from claimlint.datafiles import data_folder
from claimlint.decisions.load import decisions
from claimlint.detect.detector import Detected, Detector
from claimlint.detect.model import DEFAULT_MODEL, Model, installed
from claimlint.document import Document, Location, Passage, Problem, ProblemCode, ReadStatus
from claimlint.errors import WrongCall
from claimlint.events import (
    Assessed,
    ClaimFound,
    ClaimGlimpsed,
    Done,
    Event,
    PageRead,
    ProblemMet,
    Started,
)
from claimlint.evidence.questions import questions
from claimlint.explaining import completed
from claimlint.finding import Report, Tool
from claimlint.globs import matches
from claimlint.house import House, told_of_settings
from claimlint.inputs import Input, Inputs, gather
from claimlint.opposing import opposed
from claimlint.pairing import Case, matters, paired
from claimlint.readers.contract import Limits, PageDone
from claimlint.readers.registry import suffixes
from claimlint.readers.sandbox import Finished, Pool
from claimlint.rulebook.book import load_book
from claimlint.rulebook.catalogue import load_catalogue
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.installed import pack_named
from claimlint.rulebook.packs import Pack, with_packs
from claimlint.rulebook.topics import TopicEntry
from claimlint.rulebook.yaml_book import RuleBook
from claimlint.settings import Settings

__all__ = [
    "Assessed",
    "ClaimFound",
    "ClaimGlimpsed",
    "Done",
    "Event",
    "PageRead",
    "Prepared",
    "ProblemMet",
    "Started",
    "check",
    "extract",
    "library",
    "prepared",
    "rules_of",
    "run",
]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rules, catalogue, detector and topics of some settings, for many runs."""

    book: RuleBook
    catalogue: Catalogue
    model: str
    detector: Detector
    topics: tuple[TopicEntry, ...] = ()


def prepared(settings: Settings, *, keep: int = 0) -> Prepared:
    """Return what a run of these settings needs; `keep` parses of units are kept for the next.

    Raises:
        ClaimlintError: a rule is wrong, or the model is not installed.
    """
    model = installed(settings.model or DEFAULT_MODEL)
    book, catalogue = library(settings)
    topics = tuple(book.topics) if settings.stances else ()
    detector = Detector(book, Model(model, keep=keep), topics, prefilter=settings.prefilter)
    return Prepared(book, catalogue, model, detector, topics)


def check(paths: Sequence[Path | str], settings: Settings) -> Report:
    """Return the report on `paths` (files and folders; `-` is standard input).

    Raises:
        ClaimlintError: a rule, a dossier or the call is wrong. A file that cannot be read is no
            exception: its document says so, and the others are reported.
    """
    for event in run(paths, settings):
        if isinstance(event, Done):
            return event.report
    raise AssertionError("a run ends with its report")


def run(
    paths: Sequence[Path | str],
    settings: Settings,
    *,
    ready: Prepared | None = None,
    unsaved: Mapping[str, bytes] | None = None,
    early: bool = False,
) -> Iterator[Event]:
    """Yield what happens while `paths` are checked, `Done` last; raises as `check` does.

    `ready` is what `prepared` returned for the same rules and model; `unsaved` holds the bytes of
    files, by path, as an editor has them. With `early` each page is looked at once it is read, so
    that somebody who watches sees the first claims before the last page.
    """
    inputs = gathered(paths, settings, unsaved)
    # Where two papers lie in one call, one of them may take back what the other says.
    several = settings.stances or len(inputs.files) > 1
    ready = ready or prepared(replace(settings, stances=several))
    book, catalogue, detector = ready.book, ready.catalogue, ready.detector
    house = House(settings.policy, (rule.id for rule in book.claims))
    decided = decisions(settings, book)
    yield Started(len(inputs.files))
    cases: list[Case] = []
    for case in _cases(inputs, settings, detector, house, early=early):
        if isinstance(case, Case):
            cases.append(case)
        else:
            yield case
    dossiers = (*inputs.dossiers, *((None, path) for path in settings.evidence))
    rules_by_id = {rule.id: rule for rule in book.claims}
    documents = []
    found = matters(cases, dossiers, catalogue, settings.today, settings.answers)
    for judged in paired(cases, found, catalogue, rules_by_id, settings.today):
        document = decided.applied(house.applied(judged))
        documents.append(document)
        yield Assessed(document)
    outcome = Report(
        tool=_tool(ready, settings),
        documents=tuple(documents),
        questions=questions([f for d in documents for f in d.findings], catalogue),
        matters=tuple(matter.report for matter in found),
    )
    notices = (*decided.closing(), *told_of_settings(settings, paths))
    report = completed(replace(outcome, notices=notices), book, catalogue, inputs)
    yield Done(opposed(report, [each.topic for each in ready.topics], catalogue))


def library(settings: Settings) -> tuple[RuleBook, Catalogue]:
    """Return the rules and the catalogue that settings name, with the house's own beside them.

    Raises:
        RuleFault: a rule is wrong; a folder of further rules is refused as a whole.
    """
    rules = rules_of(settings)
    packs = [pack_named(name) for name in settings.packs]
    packs += [Pack(folder.as_posix(), folder) for folder in settings.rule_folders]
    return with_packs(load_book(rules), load_catalogue(rules), packs)


def rules_of(settings: Settings) -> Path:
    """Return the folder of rules that settings name, or the one that ships with the package."""
    return settings.rules or data_folder("rules")


def extract(paths: Sequence[Path | str], settings: Settings) -> Iterator[Document]:
    """Yield the documents of `paths` as they were read, without any judgement."""
    inputs = gathered(paths, settings)
    for _, event in _read(inputs, settings):
        if isinstance(event, Finished):
            yield event.document


def gathered(
    paths: Sequence[Path | str], settings: Settings, unsaved: Mapping[str, bytes] | None = None
) -> Inputs:
    """Return the files that paths name; raises `WrongCall` where a folder holds none."""
    if "" in paths:
        raise WrongCall("an empty text is no path; name a file or a folder")
    inputs = gather(
        [Path(path) for path in paths],
        frozenset(suffixes()),
        same_matter=settings.same_matter,
        excluded=lambda path: any(
            matches(path, (pattern,), root) for pattern, root in settings.exclude
        ),
        force=settings.force_exclude,
    )
    if unsaved:
        inputs = inputs.holding(unsaved)
    if inputs.empty:
        raise WrongCall(f"{inputs.empty[0]}: the folder holds no file that claimlint reads")
    return inputs


def _tool(ready: Prepared, settings: Settings) -> Tool:
    return Tool(
        version=__version__,
        rules=len(ready.book.claims) + len(ready.book.clauses),
        rules_digest=ready.book.digest,
        model=ready.model,
        today=settings.today.isoformat(),
        profile=settings.profile,
    )


def _cases(
    inputs: Inputs, settings: Settings, detector: Detector, house: House, *, early: bool
) -> Iterator[Case | PageRead | ProblemMet | ClaimGlimpsed | ClaimFound]:
    page: list[Passage] = []
    for file, event in _read(inputs, settings):
        if isinstance(event, Passage):
            page.append(event)
        elif isinstance(event, PageDone):
            yield PageRead(file.name, event.number, event.total)
            for claim in detector.find(page, settings.kind_of(file.name)).claims if early else ():
                yield ClaimGlimpsed(file.name, claim)
            page = []
        elif isinstance(event, Problem):
            yield ProblemMet(file.name, event)
        elif isinstance(event, Finished):
            page = []
            document = replace(event.document, matter=file.matter)
            kind = settings.kind_of(file.name) or house.kind(file.name) or settings.kind
            detected = detector.find(document.passages, kind)
            for claim in detected.claims:
                yield ClaimFound(file.name, claim)
            yield Case(_told_language(document, detected), detected, kind is not None)


def _read(
    inputs: Inputs, settings: Settings
) -> Iterator[tuple[Input, Passage | Problem | PageDone | Finished]]:
    """Yield the reading events of all files in the order of the call, the faulty ones included."""
    limits = Limits().with_values(settings.limits)
    readable = [file for file in inputs.files if file.where is not None]
    waiting = list(inputs.files)
    with Pool(limits, settings.jobs) as pool:
        sources = [(file.name, file.where) for file in readable if file.where is not None]
        for index, event in pool.read(sources, ocr=settings.ocr):
            while waiting[0] is not readable[index]:
                yield _faulty(waiting.pop(0))
            yield readable[index], event
            if isinstance(event, Finished):
                waiting.pop(0)
    for file in waiting:
        yield _faulty(file)


def _faulty(file: Input) -> tuple[Input, Finished]:
    problem = Problem(code=ProblemCode.MISSING, message=file.fault or "", fatal=True)
    document = Document(path=file.name, format="", sha256="", status=ReadStatus.UNREADABLE)
    coverage = replace(document.coverage, problems=(problem,))
    return file, Finished(replace(document, coverage=coverage))


def _told_language(document: Document, detected: Detected) -> Document:
    """Return the document, partly read where it or some of its passages are not in English."""
    if document.status is ReadStatus.UNREADABLE:
        return document
    if detected.language not in (None, "en"):
        places: tuple[tuple[Location | None, str], ...] = ((None, str(detected.language)),)
    else:
        places = tuple((document.passages[i].location, code) for i, code in detected.foreign)
    problems = tuple(
        Problem(
            code=ProblemCode.LANGUAGE,
            message=f"not checked: the text is not in English (seems to be {code})",
            location=place,
        )
        for place, code in places
    )
    if not problems:
        return document
    coverage = replace(document.coverage, problems=(*document.coverage.problems, *problems))
    return replace(document, status=ReadStatus.PARTLY_READ, coverage=coverage)
