"""Keeps a Dask cluster busy with the batches of a plan, and adds up what they find."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from itertools import islice
from multiprocessing.resource_tracker import ensure_running

from distributed import Client, Future, LocalCluster, WorkerPlugin, as_completed
from distributed.scheduler import KilledWorker
from msgspec import Struct
from msgspec.structs import replace

from claimlint import __version__
from claimlint.amounts import amount
from claimlint.errors import WrongCall
from claimlint.file_types import suffixes
from claimlint.machine.garbage import look_seldom
from claimlint.machine.signals import undisturbed
from claimlint.scale.batches import DONE, Job, worked
from claimlint.scale.faults import faults
from claimlint.scale.plan import Batch, Plan, batches_of, planned
from claimlint.scale.store import PASSING, Row, Store
from claimlint.scale.tally import Tally
from claimlint.session import library
from claimlint.settings import Settings

_SUMMARY = "summary.json"
_LOOPBACK = "127.0.0.1:0"
_AHEAD = 2
"""How many batches each worker has before it: enough that none waits, so few that none piles up."""


class Progress(Struct, frozen=True):
    """So far: the counts of the batches that are done, of the plan's whole."""

    plan: Plan
    tally: Tally


def scan(
    sources: Sequence[str], job: Job, client: Client, *, today: str | None = None
) -> Iterator[Progress]:
    """Check what `sources` hold on the workers of `client`, yielding progress after each batch.

    The last progress is the whole, which also lies in the store as `summary.json`. Called again
    with the same store, a scan goes on where it was ended, whatever ended it. `today` is the day
    that the call named.

    Raises:
        ClaimlintError: a source or the store cannot be used, or the store holds another scan.
    """
    settings = replace(job.settings, cache=False)  # no copy is seen twice
    ways = _ways(settings)
    plan = planned(
        job.store, sources, frozenset(suffixes()), ways, today, otherwise=settings.today.isoformat()
    )
    job = replace(job, settings=replace(settings, today=date.fromisoformat(plan.today)))
    done = job.store.names(DONE)
    tally = Tally()
    for name in sorted(done):
        row = job.store.row(f"{DONE}/{name}")
        tally.add(Tally.loaded(row or {}))
    yield Progress(plan, tally)
    left = (batch for batch in batches_of(job.store) if f"{batch.id}.json" not in done)
    for row in kept_busy(client, job, left):
        tally.add(Tally.loaded(row))
        yield Progress(plan, tally)
    job.store.put_row(_SUMMARY, {"passed_over": plan.passed_over, **ways, **tally.row()})
    job.store.remove(PASSING)


def through(store: Store, last: Progress | None) -> str:
    """Return how many documents of a scan are through, those of batches under way with them."""
    if last is None:
        return "nothing new is done"
    kept = len(store.files.glob(f"{store.root}/work/*/*.json"))
    return f"{last.tally.documents + kept:,} of {amount(last.plan.documents, 'document')} done"


@contextmanager
def cluster(scheduler: str | None, workers: int | None) -> Iterator[Client]:
    """Give a client of the scheduler at an address, or of a cluster on this machine.

    Raises:
        WrongCall: no scheduler answers at the address.
    """
    with ExitStack() as stack:
        if os.name == "posix":
            ensure_running()  # by now, because where it begins the signals come through again
        with undisturbed():  # workers are ended by the driver
            client = stack.enter_context(_client(scheduler, workers, stack))
        try:
            yield client
        finally:
            with undisturbed():
                stack.close()


def _client(scheduler: str | None, workers: int | None, stack: ExitStack) -> Client:
    if scheduler is not None:
        try:
            return Client(scheduler, timeout=10)
        except (OSError, ValueError) as error:
            raise WrongCall(f"--scheduler {scheduler}: does not answer ({error})") from error
    local = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        silence_logs=logging.CRITICAL,
        host=_LOOPBACK.partition(":")[0],
        dashboard_address=_LOOPBACK,
        worker_dashboard_address=_LOOPBACK,
    )
    client = Client(stack.enter_context(local))
    client.register_plugin(_SeldomLooking())
    return client


class _SeldomLooking(WorkerPlugin):
    """Has each process of a cluster of our own look for garbage as seldom as a check does."""

    def setup(self, worker: object) -> None:  # noqa: ARG002 -- so it is called
        look_seldom()


def kept_busy(client: Client, job: Job, batches: Iterator[Batch]) -> Iterator[Row]:
    """Yield the tallies of batches as they come; no more are under way than workers can take."""
    width = _AHEAD * max(1, sum(client.nthreads().values()))
    started = {_submitted(client, job, batch): (batch, 1) for batch in islice(batches, width)}
    running = as_completed(started)
    for future in running:
        batch, times = started.pop(future)
        fault = future.exception()
        if fault is None:
            yield future.result()
            following = next(batches, None)
            again = None if following is None else (following, 1)
        else:
            again = (batch, _once_more(job, batch, times, fault))
        if again is not None:
            fresh = _submitted(client, job, again[0])
            started[fresh] = again
            running.add(fresh)


def _submitted(client: Client, job: Job, batch: Batch) -> Future[Row]:
    return client.submit(worked, job, batch, pure=False)


def _once_more(job: Job, batch: Batch, times: int, fault: BaseException) -> int:
    """Return the number of the next attempt at a batch; each one passes a document that failed.

    Raises:
        WrongCall: no further attempt helps: the store cannot be written, or all have been made.
    """
    spent = times > job.attempts * len(batch.entries)
    if spent or (isinstance(fault, faults()) and not isinstance(fault, KilledWorker)):
        raise WrongCall(f"{job.store.address}: batch {batch.id} failed ({fault})") from fault
    return times + 1


def _ways(settings: Settings) -> Row:
    """Return what decides how documents are checked: a scan is taken up by the same ways only."""
    book, _ = library(settings)
    told = repr(replace(settings, jobs=1, today=date.min))
    return {
        "version": __version__,
        "rules_digest": book.digest,
        "settings": hashlib.sha256(told.encode()).hexdigest()[:16],
    }
