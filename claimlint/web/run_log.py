"""What is told of the runs on a desk, for pages that ask what is new."""

from __future__ import annotations

import threading

from claimlint.reports.json.rows import Json
from claimlint.reports.safe_text import visible
from claimlint.steps.events import (
    Assessed,
    ClaimFound,
    ClaimGlimpsed,
    Event,
    PageRead,
    ProblemMet,
    Started,
)


class RunLog:
    """Events, numbered through from one run to the next; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._events: list[Json] = []
        self.began = 0
        """The number of the event with which the newest run began."""

    def since(self, number: int) -> tuple[Json, ...]:
        """Return the events from `number` (from 0) on."""
        with self._lock:
            return tuple(self._events[number:])

    def begin(self) -> None:
        """Take what comes from now on as a new run's."""
        with self._lock:
            self.began = len(self._events)

    def tell(self, what: str, **more: object) -> None:
        """Add an event; its texts are made harmless."""
        told = {key: visible(v) if isinstance(v, str) else v for key, v in more.items()}
        with self._lock:
            self._events.append({"what": what, **told})

    def pass_on(self, event: Event) -> None:
        """Add what a run told; `Done` is the runner's to tell."""
        if isinstance(event, Started):
            self.tell("reading", files=event.files)
        elif isinstance(event, PageRead):
            self.tell("page", paper=event.path, number=event.number, total=event.total)
        elif isinstance(event, ClaimGlimpsed | ClaimFound):
            claim = event.claim
            self.tell(
                "claim" if isinstance(event, ClaimFound) else "glimpse",
                paper=event.path,
                category=str(claim.category),
                words=claim.text,
                place=claim.location.label,
            )
        elif isinstance(event, ProblemMet):
            self.tell("problem", paper=event.path, message=event.problem.message)
        elif isinstance(event, Assessed):
            self.tell("assessed", paper=event.document.path)
