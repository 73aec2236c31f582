"""The routes for papers: drop them, say what they are, take them away, read them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from claimlint.errors import WrongCall
from claimlint.file_types import suffix_of
from claimlint.readers.archive import files_of
from claimlint.readers.interface import Limits
from claimlint.readers.office.package.members import BadArchive
from claimlint.readers.registry import is_archive
from claimlint.reports.json.rows import Json
from claimlint.reports.safe_text import safe, visible
from claimlint.web.desk import Desk, lay_example
from claimlint.web.roles import PaperRole
from claimlint.web.store import MOST_BYTES, MOST_PAPERS, Paper

Handler = Callable[[Request], Awaitable[Response]]
_OVERHEAD = 1024**2
_LIMITS = Limits(unpacked=MOST_BYTES, parts=MOST_PAPERS)


def handlers(desk: Desk) -> dict[tuple[str, str], Handler]:
    """Return the handlers by method and path."""

    async def state(request: Request) -> Response:
        return JSONResponse(_state(desk))

    async def drop(request: Request) -> Response:
        await _kept(request, desk)
        return JSONResponse(_state(desk))

    return {("GET", "/api/desk"): state, ("POST", "/api/papers"): drop, **_of_papers(desk)}


def _of_papers(desk: Desk) -> dict[tuple[str, str], Handler]:
    async def example(request: Request) -> Response:
        await run_in_threadpool(lay_example, desk.store)
        return JSONResponse(_state(desk))

    async def say(request: Request) -> Response:
        wanted = request.query_params.get("role", "")
        if wanted not in tuple(PaperRole):
            raise WrongCall("no paper can be that")
        desk.store.say(request.path_params["id"], PaperRole(wanted))
        return JSONResponse(_state(desk))

    async def remove(request: Request) -> Response:
        desk.store.remove(request.path_params["id"])
        return JSONResponse(_state(desk))

    async def clear(request: Request) -> Response:
        desk.runner.forget()
        await run_in_threadpool(desk.store.clear)
        return JSONResponse(_state(desk))

    async def read(request: Request) -> Response:
        number = await run_in_threadpool(desk.runner.start)
        return JSONResponse({"run": number, **_state(desk)})

    async def stop(request: Request) -> Response:
        desk.runner.stop()
        return JSONResponse(_state(desk))

    return {
        ("DELETE", "/api/papers"): clear,
        ("POST", "/api/example"): example,
        ("POST", "/api/papers/{id}"): say,
        ("DELETE", "/api/papers/{id}"): remove,
        ("POST", "/api/run"): read,
        ("DELETE", "/api/run"): stop,
    }


async def _kept(request: Request, desk: Desk) -> None:
    """Put the files of a form on the desk, under their names, which may hold folders.

    Raises:
        WrongCall: it is too large, or no such form.
    """
    told = request.headers.get("content-length", "")
    if not told.isdecimal() or int(told) > MOST_BYTES + _OVERHEAD:
        raise WrongCall(f"these papers are larger than {MOST_BYTES // 1024**2} MB together")
    try:
        async with request.form(max_files=MOST_PAPERS, max_fields=MOST_PAPERS) as form:
            found = [each for each in form.getlist("papers") if isinstance(each, UploadFile)]
            names = [each for each in form.getlist("names") if isinstance(each, str)]
            for at, each in enumerate(found):
                name = names[at] if at < len(names) else (each.filename or "")
                await run_in_threadpool(_laid, desk, name, await each.read())
    except (HTTPException, MultiPartException, ClientDisconnect) as error:
        raise WrongCall("the papers did not arrive whole; drop them again") from error
    if not found:
        raise WrongCall("no paper arrived; drop one")


def _laid(desk: Desk, name: str, data: bytes) -> None:
    for each, content in _unpacked(name, data):
        desk.store.add(each, content)


def _state(desk: Desk) -> Json:
    result = desk.runner.result
    return {
        "matter": safe(desk.name),
        "papers": [_row(paper) for paper in desk.store.papers()],
        "roles": [{"id": role, "words": role.words} for role in PaperRole],
        "running": desk.runner.running,
        "began": desk.runner.log.began,
        "at": len(desk.runner.log.since(0)),
        "done": None if result is None else result.number,
        "most_bytes": MOST_BYTES,
    }


def _row(paper: Paper) -> Json:
    return {"id": paper.id, "name": visible(paper.name), "size": paper.size, "role": paper.role}


def _unpacked(name: str, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the papers of an archive by their paths in it; any other file as it is.

    An archive that cannot be unpacked as a whole stays one paper: its reader tells what is wrong.
    """
    whole = ((name, data),)
    if suffix_of(name) != ".zip" or not is_archive(data):
        return whole
    try:
        return files_of(data, _LIMITS) or whole
    except BadArchive:
        return whole
