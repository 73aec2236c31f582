"""One batch on one worker: each document checked, its row kept at once, all committed at the end.

Work on a batch may start again anywhere, and twice at a time: a row is a function of its document,
rows have the names of their documents, and the file in `done/` that commits a batch comes last.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from distributed import get_worker
from msgspec import Struct, field

from claimlint.document import Coverage, Problem, ProblemCode, ReadStatus
from claimlint.errors import UnreadableFile
from claimlint.finding import DocumentReport
from claimlint.readers.interface import Limits
from claimlint.reports.json.report import document_row
from claimlint.scale.fetching import fetched
from claimlint.scale.parquet import documents_part, findings_part, lines_part
from claimlint.scale.plan import Batch
from claimlint.scale.sources import Entry
from claimlint.scale.store import Row, Store
from claimlint.scale.tally import Tally
from claimlint.session import prepared, run
from claimlint.settings import Settings
from claimlint.steps.events import Assessed
from claimlint.steps.prepared import Prepared
from claimlint.terms import DocumentKind

DONE = "done"
_PREFIX = "claimlint-scan-"
_HUNG = 70
_RUNS = 3

Check = Callable[[Path, Settings, Prepared], DocumentReport]


class Job(Struct, frozen=True, kw_only=True):
    """What is the same for all batches of a scan.

    A document gets `seconds` and `attempts`; one that ends its process, or takes longer, so often
    is quarantined. What ends the whole `run` may be no fault of the documents that are under way:
    over all runs each gets three times as many attempts.
    """

    store: Store
    settings: Settings
    attempts: int = 2
    seconds: float = 600.0
    check: Check | None = None
    run: str = field(default_factory=lambda: uuid4().hex)


def worked(job: Job, batch: Batch) -> Row:
    """Check the documents of a batch that are not through yet, commit it, and return its tally."""
    if (known := job.store.row(f"{DONE}/{batch.id}.json")) is not None:
        return known
    work = f"work/{batch.id}"
    through = job.store.names(work)
    rows = [_row(job, entry, f"{work}/{i:02d}", through) for i, entry in enumerate(batch.entries)]
    job.store.put(f"documents/part-{batch.id}.parquet", documents_part(rows))
    job.store.put(f"findings/part-{batch.id}.parquet", findings_part(rows))
    job.store.put(f"jsonl/part-{batch.id}.jsonl", lines_part(rows))
    tally = Tally.of(rows).row()
    job.store.put_row(f"{DONE}/{batch.id}.json", tally)
    job.store.remove(work)
    return tally


def _row(job: Job, entry: Entry, name: str, through: frozenset[str]) -> Row:
    """Return the row of one document: the kept one, or a new one, kept before it is returned."""
    if f"{name.rpartition('/')[2]}.json" in through:
        known = job.store.row(f"{name}.json")
        assert known is not None
        return known
    begun = job.store.row(f"{name}.begun") or {"times": 0}
    times = int(str(begun["times"]))
    of_run = int(str(begun["of_run"])) if begun.get("run") == job.run else 0
    if of_run < job.attempts and times < job.attempts * _RUNS:
        tried: Row = {"times": times + 1, "of_run": of_run + 1, "run": job.run}
        job.store.put_row(f"{name}.begun", tried)
        with _deadline(job.seconds):
            row = _checked(job, entry)
    else:
        message = f"not checked: {times} times it ended the process, or took too long"
        row = {**_unread_row(entry, message, ProblemCode.READER_DIED), "quarantined": True}
    job.store.put_row(f"{name}.json", row)
    return row


def _checked(job: Job, entry: Entry) -> Row:
    most = Limits().with_values(job.settings.limits).unpacked
    with TemporaryDirectory(prefix=_PREFIX, dir=_scratch(), ignore_cleanup_errors=True) as folder:
        try:
            path = fetched(entry, Path(folder), most)
        except UnreadableFile as error:
            return _unread_row(entry, str(error), error.code)
        report = (job.check or checked)(path, job.settings, ready(job.settings))
        return _called(document_row(report), path.as_posix(), entry)


def _scratch() -> str | None:
    """Return the folder of the Dask worker, None outside one.

    Dask clears it away when the worker has died, whether a document, the deadline or somebody
    ended it; a folder elsewhere would be left behind.
    """
    try:
        return str(get_worker().local_directory)
    except ValueError:
        return None


def checked(path: Path, settings: Settings, ready: Prepared) -> DocumentReport:
    """Return the report on one document, seen for itself: evidence is looked for in it alone."""
    for event in run([path], settings, ready=ready):
        if isinstance(event, Assessed):
            return event.document
    raise AssertionError("a run assesses the file that it is given")


@lru_cache(maxsize=1)
def ready(settings: Settings) -> Prepared:
    """Return the rules and the model of these settings, made ready once in each process."""
    return prepared(settings)


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """End this process where the block takes longer: nothing else stops what hangs in C."""
    timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), os._exit, (_HUNG,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _called(row: Row, path: str, entry: Entry) -> Row:
    """Return a row in which the document has its own name, not that of the copy on the worker."""
    named: Row = json.loads(
        json.dumps(row), object_hook=lambda found: _renamed(found, path, entry.name)
    )
    return named


def _renamed(found: Row, path: str, name: str) -> Row:
    return {
        key: name if key in ("path", "document") and value == path else value
        for key, value in found.items()
    }


def _unread_row(entry: Entry, message: str, code: str) -> Row:
    problem = Problem(code=ProblemCode(code), message=message, fatal=True)
    report = DocumentReport(
        path=entry.name,
        format="",
        sha256="",
        matter="",
        kind=DocumentKind.MARKETING,
        kind_by="guess",
        status=ReadStatus.UNREADABLE,
        language=None,
        coverage=Coverage(problems=(problem,)),
        units=0,
    )
    return document_row(report)
