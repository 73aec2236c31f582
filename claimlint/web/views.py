"""The routes for what came out: the report, pictures, pages to look at, files to take away."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from claimlint.diffing import diff
from claimlint.errors import WrongCall
from claimlint.label import html as label_html
from claimlint.label.build import labels
from claimlint.questionnaire import review_json
from claimlint.reports.columns import compared, drifted
from claimlint.reports.safe_text import safe
from claimlint.web.check_runner import CheckResult
from claimlint.web.desk import Desk
from claimlint.web.downloads import download, downloads
from claimlint.web.report_json import harmless, report_row

Handler = Callable[[Request], Awaitable[Response]]
_MEDIA = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "yaml": "application/yaml",
}


def handlers(desk: Desk) -> dict[tuple[str, str], Handler]:
    """Return the handlers by method and path."""

    async def report(request: Request) -> Response:
        row = await run_in_threadpool(_report, desk)
        return JSONResponse(row)

    async def picture(request: Request) -> Response:
        result = _result(desk)
        return _picture(result, int(request.path_params["paper"]), request.path_params["page"])

    async def view(request: Request) -> Response:
        page = await run_in_threadpool(_view, desk, request.path_params["name"], request)
        return _framed(page)

    async def taken(request: Request) -> Response:
        return await run_in_threadpool(_taken, desk, request.path_params["name"])

    return {
        ("GET", "/api/report"): report,
        ("GET", "/api/pictures/{paper:int}/{page:int}"): picture,
        ("GET", "/api/view/{name}"): view,
        ("GET", "/api/download/{name}"): taken,
    }


def words_of(error: Exception) -> str:
    """Return an error as a person reads it: one line, nothing hostile."""
    return safe(str(error))


def _result(desk: Desk) -> CheckResult:
    if desk.runner.result is None:
        raise WrongCall("nothing has been read yet")
    return desk.runner.result


def _report(desk: Desk) -> dict[str, object]:
    result = _result(desk)
    row = report_row(result.report, result.pictures)
    row["run"] = result.number
    row["downloads"] = [
        harmless({"name": each.name, "title": each.title, "group": each.group})
        for each in downloads(result, desk.matter.dump)
    ]
    row["answers"] = (
        None
        if result.answers is None
        else harmless(json.loads(review_json.render(result.answers.review)))
    )
    return row


def _picture(result: CheckResult, paper: int, page: int) -> Response:
    documents = result.report.documents
    if not 1 <= paper <= len(documents):
        raise WrongCall("there is no such paper")
    path = documents[paper - 1].path
    for each in result.pictures:
        if (each.document, each.page) == (path, page):
            return Response(each.png, media_type="image/png")
    raise WrongCall("there is no picture of that page")


def _view(desk: Desk, name: str, request: Request) -> str:
    result = _result(desk)
    documents = enumerate(result.report.documents, start=1)
    numbers = {document.path: number for number, document in documents}
    if name == "label":
        return label_html.render(labels(result.report), numbers)
    if name == "contract":
        return compared.render(result.report, numbers)
    if name == "versions":
        old, new = (
            desk.store.paper(request.query_params.get(key, "")).name for key in ("old", "new")
        )
        settings = replace(result.settings, answers=())
        return drifted.render(diff(old, new, settings), numbers)
    raise WrongCall("there is no such page")


def _framed(page: str) -> Response:
    """Return a page to be shown in a frame of the desk: no script runs in it, whatever it holds.

    A click on one of its links may lead the desk to the line that it names.
    """
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; "
        "form-action 'none'; sandbox allow-top-navigation-by-user-activation"
    )
    headers = {"content-security-policy": policy}
    return Response(page, media_type=_MEDIA["html"], headers=headers)


def _taken(desk: Desk, name: str) -> Response:
    result = _result(desk)
    chosen = download(downloads(result, desk.matter.dump), name)
    made = chosen.make()
    suffix = chosen.name.rpartition(".")[2].lower()
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "_" for c in name)
    headers = {
        "content-disposition": f'attachment; filename="{plain}"',
        "content-security-policy": "default-src 'none'; sandbox",
    }
    media = _MEDIA.get(suffix, "application/octet-stream")
    return Response(made, media_type=media, headers=headers)
