"""The line of a run: paths and settings become events, and at last a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from claimlint import __version__, regex
from claimlint.datafiles import data_folder
from claimlint.decisions.load import decisions
from claimlint.detect.detector import Detector
from claimlint.detect.parsing.model import DEFAULT_MODEL, Model, installed
from claimlint.document import Document
from claimlint.errors import RuleFault
from claimlint.evidence.questions import questions
from claimlint.file_types import is_container
from claimlint.finding import DocumentReport, Notice, Report, Tool
from claimlint.machine.paths import is_folder, real, stamps
from claimlint.policy import CheckedPolicy
from claimlint.readers.sandbox import Finished
from claimlint.rulebook.compiled.catalogue import load_kept
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.load import load_book
from claimlint.rulebook.rule_book import RuleBook
from claimlint.settings import Settings
from claimlint.steps.cases import read
from claimlint.steps.crew.shares import weight
from claimlint.steps.events import Assessed, Done, Event, Started, report_of
from claimlint.steps.explaining import completed
from claimlint.steps.inputs import Inputs, inputs_of, listed
from claimlint.steps.judging import Judging
from claimlint.steps.notices import notices_of_settings, unbound
from claimlint.steps.prepared import Prepared
from claimlint.steps.remarks_left_out import told
from claimlint.terms import Profile


def prepared(settings: Settings, *, keep: int = 0) -> Prepared:
    """Return what a run of these settings needs; `keep` parses of units are kept for the next.

    Raises:
        ClaimlintError: a rule is wrong, or the model is not installed.
    """
    model = installed(settings.model or DEFAULT_MODEL)
    book, catalogue = library(settings)
    topics = tuple(book.topics) if settings.stances else ()

    @cache
    def detector() -> Detector:
        return Detector(
            book, Model(model, keep=keep), stances=bool(topics), prefilter=settings.prefilter
        )

    return Prepared(book, catalogue, model, detector, topics)


class PreparedCache:
    """What the last run was prepared with; used again where the next asks for the same rules."""

    def __init__(self, keep: int) -> None:
        """Keep so many parses of units."""
        self._keep = keep
        self._last: tuple[object, Prepared] | None = None

    def of(self, settings: Settings) -> Prepared:
        """Return what a run of these settings needs, loaded anew once a rule of theirs changed.

        Raises:
            ClaimlintError: a rule is wrong, or the model is not installed.
        """
        wanted = (settings.rules, settings.rule_folders, settings.packs, settings.model)
        key = (*wanted, settings.stances, stamps(own_rules(settings)))
        if self._last is None or self._last[0] != key:
            self._last = (key, prepared(settings, keep=self._keep))
        return self._last[1]


def check(paths: Sequence[Path | str], settings: Settings) -> Report:
    """Return the report on `paths` (files and folders; `-` is standard input, by the name
    that `settings.stdin_filename` gives it).

    Raises:
        ClaimlintError: a rule, a dossier or the call is wrong. A file that cannot be read is no
            exception: its document says so, and the others are reported.
    """
    return report_of(run(paths, settings))


def run(
    paths: Sequence[Path | str],
    settings: Settings,
    *,
    ready: Prepared | None = None,
    unsaved: Mapping[str, bytes] | None = None,
    early: bool = False,
    inputs: Inputs | None = None,
    conflicts: bool = True,
) -> Iterator[Event]:
    """Yield what happens while `paths` are checked, `Done` last; raises as `check` does.

    `ready` is what `prepared` returned for the same rules and model; `unsaved` holds the bytes of
    files, by path, as an editor has them. With `early` each page is looked at once it is read, so
    that somebody who watches sees the first claims before the last page. `inputs` is what
    `inputs_of` returned for the call, where that was asked before. Without `conflicts` nothing is
    set against the contracts that lie beside it: the caller does so, or has no use for it.
    """
    paths = listed(paths)
    inputs = inputs or inputs_of(paths, settings, unsaved)
    # Where two papers lie in one call, one of them may take back what the other says.
    several = len(inputs.files) > 1 or any(is_container(file.name) for file in inputs.files)
    ready = ready or prepared(replace(settings, stances=settings.stances or several))
    book, catalogue = ready.book, ready.catalogue
    policy = CheckedPolicy(settings.policy, book.claims.ids)
    decided = decisions(settings, book)
    yield Started(len(inputs.files), tuple((file.name, weight(file)) for file in inputs.files))
    known = replace(settings, cache=settings.cache and not unsaved, stances=bool(ready.topics))
    judging = Judging(inputs=inputs, settings=known, ready=ready, policy=policy, early=early)
    documents = []
    for event in judging.events():
        if isinstance(event, DocumentReport):
            document = decided.applied(policy.applied(event))
            documents.append(document)
            yield Assessed(document)
        else:
            yield event
    outcome = Report(
        tool=_tool(ready, settings),
        documents=tuple(documents),
        questions=questions([f for d in documents for f in d.findings], catalogue),
        matters=judging.matters,
    )
    notices = (*decided.closing(), *_of_run(paths, judging))
    report = completed(replace(outcome, notices=notices), book, catalogue, inputs)
    if ready.topics and conflicts:
        from claimlint.steps.conflicts import opposed

        report = opposed(report, [each.topic for each in ready.topics], catalogue)
    yield Done(told(report))


def _of_run(paths: Sequence[Path | str], judging: Judging) -> tuple[Notice, ...]:
    """Return what is to be told of the settings of a run that has been judged."""
    settings = judging.settings
    folders = [real(Path(path)) for path in paths if is_folder(Path(path))]
    loose = unbound(judging.matters) if settings.profile is Profile.VENDOR else ()
    unused = judging.policy.unused([file.name for file in judging.inputs.files], folders)
    return (*loose, *unused, *notices_of_settings(settings, folders))


def library(settings: Settings) -> tuple[RuleBook, Catalogue]:
    """Return the rules and the catalogue that settings name, with the house's own beside them.

    Raises:
        RuleFault: a rule is wrong; a folder of further rules is refused as a whole.
    """
    rules = rules_of(settings.rules)
    book = load_book(rules)
    catalogue = load_kept(rules, book.digest)
    if settings.rules is None and regex.to_be_made(book.digest):
        from claimlint.steps.expressions import programs_of

        regex.keep(programs_of(catalogue, book.digest))
    if not settings.packs and not settings.rule_folders:
        return book, catalogue
    from claimlint.rulebook.packs.installed import pack_named
    from claimlint.rulebook.packs.packs import Pack, with_packs

    packs = [pack_named(name) for name in settings.packs]
    packs += [Pack(folder.as_posix(), folder) for folder in settings.rule_folders]
    return with_packs(book, catalogue, packs)


def own_rules(settings: Settings) -> Iterator[Path]:
    """Yield the files of rules that settings name, which may change while a program runs."""
    folders = (*settings.rule_folders, *([settings.rules] if settings.rules else []))
    return (file for folder in folders for file in sorted(folder.rglob("*.yaml")))


def rules_of(named: Path | None) -> Path:
    """Return the folder of rules that is named, or the one that ships with the package.

    Raises:
        RuleFault: the folder that is named holds no rules.
    """
    if named is None:
        return data_folder("rules")
    if not (named / "categories.yaml").is_file():
        raise RuleFault(
            f"--rules {named.as_posix()}: no folder of all rules; some of your own "
            "are named with rule-folders in claimlint.toml"
        )
    return named


def extract(
    paths: Sequence[Path | str], settings: Settings, inputs: Inputs | None = None
) -> Iterator[Document]:
    """Yield the documents of `paths` as they were read, without any judgement.

    `inputs` is what `inputs_of` returned for the call, where that was asked before.
    """
    for _, event in read(inputs or inputs_of(paths, settings), settings, {}):
        if isinstance(event, Finished):
            yield event.document


def _tool(ready: Prepared, settings: Settings) -> Tool:
    return Tool(
        version=__version__,
        rules=len(ready.book.claims) + len(ready.book.clauses),
        rules_digest=ready.book.digest,
        model=ready.model,
        today=settings.today.isoformat(),
        profile=settings.profile,
    )
