"""Who may talk to the desk: this machine's browser, from the desk's own page, with its token."""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from msgspec import Struct
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "x-claimlint"
_SAFE = ("GET", "HEAD")
_NAMES = ("127.0.0.1", "localhost")
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}


class Pass(Struct):
    """What a request must show: the token of this desk, and the port that it is served on."""

    token: str
    port: int = 0

    @property
    def cookie(self) -> str:
        """Return the name of the cookie; cookies do not part ports, so the name does."""
        return f"claimlint-desk-{self.port}"

    def opens(self, shown: str) -> bool:
        """Tell whether a token is the right one."""
        return hmac.compare_digest(shown.encode(), self.token.encode())


class Guard:
    """Lets through what may pass, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, pass_: Pass) -> None:
        self._app = app
        self._pass = pass_

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        fault = self._fault(str(scope["method"]), str(scope["path"]), headers)

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                _dress(MutableHeaders(scope=message))
            await send(message)

        if fault is None:
            await self._app(scope, receive, dressed)
        else:
            status, words = fault
            await JSONResponse({"error": words}, status)(scope, receive, dressed)

    def _fault(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        hosts = [f"{name}:{self._pass.port}" for name in _NAMES]
        if headers.get("host") not in hosts:
            return 421, "the desk answers on this machine only"
        origin = headers.get("origin")
        if origin is not None and origin not in [f"http://{host}" for host in hosts]:
            return 403, "another page may not use the desk"
        if not path.startswith("/api/"):
            return None if method in _SAFE else (405, "there is nothing to change here")
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403, "another page may not use the desk"
        if method not in _SAFE and headers.get(HEADER) != "desk":
            return 403, "only the desk's own page may change something"
        if path != "/api/enter" and not self._known(headers):
            return 401, "open the desk with the address that claimlint serve printed"
        return None

    def _known(self, headers: Mapping[str, str]) -> bool:
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._pass.opens(shown):
            return True
        return self._pass.opens(cookie_parser(headers.get("cookie", "")).get(self._pass.cookie, ""))


def _dress(headers: MutableHeaders) -> None:
    """Put on an answer the headers that every one has; a policy of its own stays."""
    for name, value in _FIXED.items():
        headers[name] = value
    headers.setdefault("content-security-policy", _PAGE_POLICY)
