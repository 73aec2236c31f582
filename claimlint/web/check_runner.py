"""Runs a check of what lies on the desk, event by event, and keeps what came of it."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from claimlint.answering import Answers, is_form, says_form
from claimlint.answering import answers as judged
from claimlint.decisions import record
from claimlint.decisions.find import NAME
from claimlint.decisions.load import decisions
from claimlint.errors import ClaimlintError, WrongCall
from claimlint.file_types import suffix_of
from claimlint.finding import Report
from claimlint.pictures.pages import pictures_of
from claimlint.reports.safe_text import visible
from claimlint.rulebook.entries import Catalogue
from claimlint.session import prepared, run
from claimlint.settings import Settings
from claimlint.steps.events import Done, Event
from claimlint.steps.folders import DOSSIERS
from claimlint.steps.prepared import Prepared
from claimlint.values.picture import Picture
from claimlint.web.matterfile import MatterFile
from claimlint.web.roles import PaperRole, guessed, is_data, is_read
from claimlint.web.run_log import RunLog
from claimlint.web.store import Paper, Store

RECORD = Path("../record") / NAME
"""The record of decisions, seen from the folder of the papers, which a run works in."""
_FORMS = frozenset((".xlsx", ".ods", ".docx", ".odt"))
"""As what a questionnaire comes back, under whatever name."""
_NOT_CHECKED = (PaperRole.ASIDE, PaperRole.EARLIER, PaperRole.ANSWERS)


class CheckResult(Struct, frozen=True, kw_only=True):
    """What a run came to; `bare` is the report before any decision, `answers` what came back."""

    number: int
    bare: Report
    report: Report
    settings: Settings
    catalogue: Catalogue
    pictures: tuple[Picture, ...] = ()
    answers: Answers | None = None


class CheckRunner:
    """Works on one run at a time, in a thread of its own; `log` holds what happens meanwhile."""

    def __init__(self, store: Store, matter: MatterFile, settings: Settings) -> None:
        self._store = store
        self._matter = matter
        self._settings = replace(settings, same_matter=True, stances=True, baseline=None)
        self._ready: Prepared | None = None
        self._lock = threading.Lock()
        self.log = RunLog()
        self._run = 0
        self._busy = -1
        self._worker: threading.Thread | None = None
        self.closed = False
        self.result: CheckResult | None = None

    @property
    def running(self) -> bool:
        """Tell whether papers are being read; pages may still be drawn afterwards."""
        return self._busy == self._run

    def start(self) -> int:
        """Start a run on the papers as they lie there, ending any other; return its number."""
        with self._lock:
            self._run += 1
            self.log.begin()
            number = self._busy = self._run
        papers = self._store.papers()
        self._worker = threading.Thread(target=self._work, args=(number, papers), daemon=True)
        self._worker.start()
        return number

    def stop(self) -> None:
        """Break off the run that goes on, if any; what an earlier one came to is kept."""
        with self._lock:
            if not self.running:
                return  # Its pages may still be drawn.
            self._run += 1
            self.log.begin()
        self.log.tell("stopped")

    def end(self) -> None:
        """Tell those that listen that nothing more comes."""
        self.closed = True

    def close(self) -> None:
        """End what goes on and wait for it a moment."""
        self.end()
        self._run += 1
        if self._worker is not None:
            self._worker.join(timeout=5.0)

    def ready(self) -> Prepared:
        """Return rules and detector, prepared once."""
        if self._ready is None:
            self._ready = prepared(self._settings, keep=5_000)
        return self._ready

    def forget(self) -> None:
        """End what goes on and forget what came of it."""
        self._run += 1
        self.result = None
        self.log.tell("cleared")
        self.log.begin()

    def decide_again(self) -> None:
        """Lay the decisions of the matter over the newest report, as a run would."""
        result = self.result
        if result is not None:
            self.result = replace(result, report=self._decided(result.bare, result.settings))
            self.log.tell("decided")

    def _work(self, number: int, papers: tuple[Paper, ...]) -> None:
        try:
            papers = tuple(map(self._looked_at, papers))
            settings = self._asked(papers)
            report = self._checked(number, papers, settings)
            forms = set() if report is None else _forms(report, papers)
            if forms:  # Each is known by what it says, once it is read, and is no paper to check.
                papers = tuple(
                    self._told(each, PaperRole.ANSWERS) if each.name in forms else each
                    for each in papers
                )
                settings = self._asked(papers)
                report = self._checked(number, papers, settings)
            if report is None or number != self._run:
                return
            found = self._answered(papers, settings)
            bare = report if found is None else found.report
            if number != self._run:
                return
            self.result = CheckResult(
                number=number,
                bare=bare,
                report=self._decided(bare, settings),
                settings=settings,
                catalogue=self.ready().catalogue,
                answers=found,
            )
            self._settled(number)
            self.log.tell("done", run=number)
            self._draw(number)
        except ClaimlintError as error:
            self._settled(number)
            self.log.tell("failed", run=number, message=visible(str(error)))

    def _looked_at(self, paper: Paper) -> Paper:
        """Return a paper; whether what its name calls answers are some is told by reading them."""
        by_name = paper.role is guessed(paper.name) is PaperRole.ANSWERS and is_read(paper.name)
        if by_name and not is_form(paper.name, self._settings, self.ready().catalogue):
            return self._told(paper, PaperRole.GUESS)
        return paper

    def _told(self, paper: Paper, role: PaperRole) -> Paper:
        self._store.say(paper.id, role)
        return self._store.paper(paper.id)

    def _settled(self, number: int) -> None:
        if self._busy == number:
            self._busy = -1

    def _asked(self, papers: tuple[Paper, ...]) -> Settings:
        # A run takes the dossier that lies beside a document by itself.
        beside = {Path(paper.name).parent for paper in papers if _read(paper)}
        data = [paper for paper in papers if _states(paper) and not _found(paper, beside)]
        kinds = [(paper.name, paper.role.kind) for paper in papers]
        return replace(
            self._settings,
            evidence=(*self._settings.evidence, *(Path(paper.name) for paper in data)),
            kinds=tuple((name, kind) for name, kind in kinds if kind is not None),
            decisions=None,
        )

    def _checked(self, number: int, papers: tuple[Paper, ...], settings: Settings) -> Report | None:
        """Return the report, or None where another run has taken over."""
        names = [paper.name for paper in papers if _read(paper)]
        self.log.tell("started", run=number, papers=names)
        if not names:
            raise WrongCall("there is nothing to read on the desk yet")
        events = run(names, settings, ready=self.ready(), early=True)
        try:
            for event in events:
                if number != self._run:
                    return None
                if isinstance(event, Done):
                    return event.report
                self.log.pass_on(event)
        finally:
            _close(events)
        raise AssertionError("a run ends with its report")

    def _answered(self, papers: tuple[Paper, ...], settings: Settings) -> Answers | None:
        files = [paper.name for paper in papers if paper.role is PaperRole.ANSWERS]
        if not files:
            return None
        self.log.tell("answers", papers=files)
        names = [paper.name for paper in papers if _read(paper)]
        return judged(files, settings, names)

    def _decided(self, report: Report, settings: Settings) -> Report:
        record.write(RECORD, self._matter.decisions())
        decided = decisions(replace(settings, decisions=RECORD), self.ready().book)
        documents = tuple(decided.applied(document) for document in report.documents)
        return replace(report, documents=documents)

    def _draw(self, number: int) -> None:
        """Draw the pages, which takes longest and which nobody has to wait for."""
        result = self.result
        if result is None or number != self._run:
            return
        drawn = pictures_of(result.bare, slides=True)
        if drawn and number == self._run and self.result is not None:
            self.result = replace(self.result, pictures=drawn)
            self.log.tell("pictures", run=number)


def _forms(report: Report, papers: tuple[Paper, ...]) -> set[str]:
    """Return the names of questionnaires that came back under names which do not say so."""
    unsaid = {
        paper.name
        for paper in papers
        if paper.role is PaperRole.GUESS and suffix_of(paper.name) in _FORMS
    }
    return {each.path for each in report.documents if each.path in unsaid and says_form(each)}


def _states(paper: Paper) -> bool:
    """Tell whether a paper is a dossier or card, which is evidence and no document to check."""
    return is_data(paper.name) and paper.role is PaperRole.EVIDENCE


def _found(paper: Paper, folders: Collection[Path]) -> bool:
    path = Path(paper.name)
    return path.name in DOSSIERS and path.parent in folders


def _read(paper: Paper) -> bool:
    return paper.role not in _NOT_CHECKED and not _states(paper)


def _close(events: Iterator[Event]) -> None:
    close = getattr(events, "close", None)
    if close is not None:
        close()
