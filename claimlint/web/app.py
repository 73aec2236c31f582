"""The routes of the desk: each parses, asks the desk, and answers."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import anyio
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from claimlint.errors import ClaimlintError
from claimlint.reports.html.templating import STYLES
from claimlint.web import papers, review, views
from claimlint.web.desk import Desk
from claimlint.web.guard import Guard, Pass

_STATIC = Path(__file__).parent / "static"
_PAUSE = 0.05


def build(desk: Desk, pass_: Pass, stop: Callable[[], None]) -> Starlette:
    """Return the application for one desk; `stop` ends the server."""
    handlers = {**papers.handlers(desk), **review.handlers(desk), **views.handlers(desk)}
    routes = [
        Route("/", _page),
        Route("/api/enter", _enter(pass_), methods=["POST"]),
        Route("/api/stop", _stop(stop), methods=["POST"]),
        Route("/api/events", _events(desk)),
        *(Route(path, handler, methods=[method]) for (method, path), handler in handlers.items()),
        Mount("/static", StaticFiles(directory=_STATIC)),
        Mount("/styles", StaticFiles(directory=STYLES)),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, pass_=pass_)],
        exception_handlers={ClaimlintError: _fault},
    )


async def _page(request: Request) -> Response:
    return FileResponse(_STATIC / "desk.html", media_type="text/html; charset=utf-8")


async def _fault(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": views.words_of(error)}, 400)


def _enter(pass_: Pass) -> Callable[[Request], Awaitable[Response]]:
    async def enter(request: Request) -> Response:
        """Trade the token of the address for a cookie that no script can read."""
        body = (
            await request.body() if int(request.headers.get("content-length", "0")) < 500 else b""
        )
        try:
            shown = str(json.loads(body or b"{}").get("token", ""))
        except (ValueError, AttributeError):
            shown = ""
        if not pass_.opens(shown):
            return JSONResponse({"error": "this is not the address of the desk"}, 401)
        answer = JSONResponse({"ok": True})
        answer.set_cookie(pass_.cookie, pass_.token, httponly=True, samesite="strict", path="/")
        return answer

    return enter


def _stop(stop: Callable[[], None]) -> Callable[[Request], Awaitable[Response]]:
    async def ended(request: Request) -> Response:
        """Close the desk; everything on it is deleted."""
        stop()
        return JSONResponse({"ok": True})

    return ended


def _events(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def events(request: Request) -> Response:
        """Stream what happens as server-sent events; a page that lost the line goes on."""
        given = request.headers.get("last-event-id") or request.query_params.get("from", "0")
        start = int(given) if given.isdecimal() and len(given) < 12 else 0
        return StreamingResponse(_stream(desk, start), media_type="text/event-stream")

    return events


async def _stream(desk: Desk, number: int) -> AsyncIterator[str]:
    """Yield the events from `number` on, and those that come, until the desk closes."""
    yield "retry: 1000\n\n"
    while not desk.runner.closed:
        for row in desk.runner.log.since(number):
            number += 1
            yield f"id: {number}\ndata: {json.dumps(row)}\n\n"
        await anyio.sleep(_PAUSE)
