"""Talks to a desk over loopback, as its own page would, or as somebody else would."""

from __future__ import annotations

import http.client
import json
from typing import NamedTuple

OURS = {"x-claimlint": "desk"}


class Answer(NamedTuple):
    """One answer of the desk."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self):
        return json.loads(self.body)


class Client:
    """Sends requests with the headers of a page that has the token, unless told otherwise."""

    def __init__(self, port: int, token: str | None) -> None:
        self.port = port
        self.headers = {} if token is None else {**OURS, "authorization": f"Bearer {token}"}

    def ask(self, method: str, path: str, body: bytes | str = b"", **headers: str) -> Answer:
        """Return the answer; `_` in the name of a header stands for `-`."""
        told = {**self.headers, **{name.replace("_", "-"): v for name, v in headers.items()}}
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.putrequest(method, path, skip_host="host" in told)
            raw = body.encode() if isinstance(body, str) else body
            if method != "GET":
                told.setdefault("content-length", str(len(raw)))
            for name, value in told.items():
                line.putheader(name, value)
            line.endheaders(raw)
            answer = line.getresponse()
            names = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, names, answer.read())
        finally:
            line.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: object = b"", **headers: str) -> Answer:
        raw = body if isinstance(body, bytes | str) else json.dumps(body)
        return self.ask("POST", path, raw, **headers)

    def delete(self, path: str, **headers: str) -> Answer:
        return self.ask("DELETE", path, **headers)

    def drop(self, *files: tuple[str, bytes]) -> Answer:
        """Upload files with their names, which may hold folders."""
        parts = []
        for name, data in files:
            parts.append(b'--X\r\ncontent-disposition: form-data; name="names"\r\n\r\n')
            parts.append(name.encode() + b"\r\n")
            parts.append(
                b'--X\r\ncontent-disposition: form-data; name="papers"; filename="f"\r\n'
                b"content-type: application/octet-stream\r\n\r\n" + data + b"\r\n"
            )
        kind = "multipart/form-data; boundary=X"
        return self.ask("POST", "/api/papers", b"".join(parts) + b"--X--\r\n", content_type=kind)
