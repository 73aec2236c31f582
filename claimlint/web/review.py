"""The routes for reviewing: accept, dismiss, assign, note; decisions out and in as JSON."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from claimlint.decisions import record
from claimlint.decisions.entry import Entry
from claimlint.errors import WrongCall
from claimlint.finding import DocumentReport, Finding
from claimlint.values.ruling import State
from claimlint.web.desk import Desk
from claimlint.web.matterfile import Work

Handler = Callable[[Request], Awaitable[Response]]
_LONGEST = 2_000
_LARGEST = 20 * 1024**2
_DECIDED = (State.ACCEPTED, State.DISMISSED)


def handlers(desk: Desk) -> dict[tuple[str, str], Handler]:
    """Return the handlers by method and path."""

    async def decide(request: Request) -> Response:
        told = await _texts_of(request)
        await run_in_threadpool(keep_decision, desk, request.path_params["fingerprint"], told)
        return JSONResponse(_work(desk))

    async def withdraw(request: Request) -> Response:
        prints = [each.fingerprint for _, each in _meant(desk, request.path_params["fingerprint"])]
        await run_in_threadpool(_withdraw, desk, prints)
        return JSONResponse(_work(desk))

    async def assign(request: Request) -> Response:
        told = await _texts_of(request)
        item = Work(
            fingerprint=request.path_params["fingerprint"],
            assigned=told.get("assigned", ""),
            note=told.get("note", ""),
        )
        _meant(desk, item.fingerprint)
        await run_in_threadpool(desk.matter.assign, [item])
        return JSONResponse(_work(desk))

    async def work(request: Request) -> Response:
        return JSONResponse(_work(desk))

    async def take(request: Request) -> Response:
        text = (await _body(request, _LARGEST)).decode("utf-8", "replace")
        count = await run_in_threadpool(desk.matter.take, text)
        await run_in_threadpool(desk.runner.decide_again)
        return JSONResponse({"taken": count, **_work(desk)})

    return {
        ("GET", "/api/work"): work,
        ("POST", "/api/work"): take,
        ("POST", "/api/work/{fingerprint}"): assign,
        ("POST", "/api/decisions/{fingerprint}"): decide,
        ("DELETE", "/api/decisions/{fingerprint}"): withdraw,
    }


def keep_decision(desk: Desk, fingerprint: str, told: dict[str, str]) -> None:
    """Keep a decision on a claim, at every place where the papers repeat it."""
    if told.get("state") not in _DECIDED:
        raise WrongCall("a claim can be accepted or dismissed")
    desk.matter.decide(_entries(desk, fingerprint, told))
    desk.runner.decide_again()


def _withdraw(desk: Desk, prints: list[str]) -> None:
    desk.matter.withdraw(prints)
    desk.runner.decide_again()


def _entries(desk: Desk, fingerprint: str, told: dict[str, str]) -> Iterator[Entry]:
    for document, finding in _meant(desk, fingerprint):
        row = {key: told.get(key, "").strip() for key in ("state", "reason", "owner", "until")}
        row = {key: value for key, value in row.items() if value}
        row.update(fingerprint=finding.fingerprint, document=document.path, text=finding.claim.text)
        yield record.checked(row, "the decision")


def _meant(desk: Desk, fingerprint: str) -> list[tuple[DocumentReport, Finding]]:
    """Return the finding of that fingerprint and those that say the same elsewhere.

    Raises:
        WrongCall: no claim of the report has it.
    """
    result = desk.runner.result
    every = [
        (document, finding)
        for document in (result.report.documents if result else ())
        for finding in document.findings
    ]
    groups = {finding.group for _, finding in every if finding.fingerprint == fingerprint}
    if not groups:
        raise WrongCall("this claim is in none of the papers on the desk")
    return [(document, finding) for document, finding in every if finding.group in groups]


async def _texts_of(request: Request) -> dict[str, str]:
    """Return the texts of a JSON object that a page sent.

    Raises:
        WrongCall: it is none, or holds something else.
    """
    try:
        found = json.loads(await _body(request, 5 * _LONGEST))
    except (ValueError, RecursionError) as error:
        raise WrongCall("expected a JSON object") from error
    if not isinstance(found, dict) or not all(
        isinstance(value, str) and len(value) <= _LONGEST for value in found.values()
    ):
        raise WrongCall(f"expected a JSON object of texts of at most {_LONGEST} characters")
    return found


async def _body(request: Request, most: int) -> bytes:
    told = request.headers.get("content-length", "")
    if not told.isdecimal() or int(told) > most:
        raise WrongCall(f"this is larger than {most} bytes")
    return await request.body()


def _work(desk: Desk) -> dict[str, object]:
    return {
        "work": {
            each.fingerprint: {"assigned": each.assigned, "note": each.note}
            for each in desk.matter.work()
        },
        "decisions": len(desk.matter.decisions()),
    }
