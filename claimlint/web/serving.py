"""Serves a desk on loopback until somebody closes it."""

from __future__ import annotations

import logging
import secrets
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

from claimlint.errors import WrongCall
from claimlint.settings import Settings
from claimlint.web.app import build
from claimlint.web.desk import Desk, laid
from claimlint.web.guard import Pass

if TYPE_CHECKING:
    from socket import socket

HOST = "127.0.0.1"
_GRACE = 2


class Server(uvicorn.Server):
    """A server that says where it listens once it does."""

    def __init__(
        self, config: uvicorn.Config, listening: Callable[[int], None], ending: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._listening = listening
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """End on a signal, which is not raised again, so that the desk is cleared."""
        self.force_exit = self.should_exit
        self.end()

    def end(self) -> None:
        """End the streams, then the server."""
        self._ending()
        self.should_exit = True

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Bind, then tell the port."""
        await super().startup(sockets)
        if self.started:
            self._listening(self.servers[0].sockets[0].getsockname()[1])


def serve(
    settings: Settings,
    tell: Callable[[str], None],
    *,
    port: int = 0,
    browser: bool = True,
    matter: Path | None = None,
) -> None:
    """Serve a desk until it is closed; `tell` gets its address, with the token, once it listens.

    Port 0 is any free one. Nothing listens beyond this machine.

    Raises:
        WrongCall: the port is taken, or the matter cannot be opened.
    """

    def told(address: str) -> None:
        tell(address)
        if browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    with laid(settings, matter) as desk:
        try:
            server_of(desk, told, port).run()
        except SystemExit as error:
            raise WrongCall(f"--port {port}: cannot be served on; leave it out") from error


def server_of(desk: Desk, tell: Callable[[str], None], port: int = 0) -> Server:
    """Return the server of a desk, which listens on loopback when it is run."""
    pass_ = Pass(secrets.token_urlsafe(32))

    def listening(bound: int) -> None:
        pass_.port = bound
        tell(f"http://{HOST}:{bound}/#token={pass_.token}")

    config = uvicorn.Config(
        build(desk, pass_, lambda: server.end()), host=HOST, port=port, log_config=None,
        access_log=False, timeout_graceful_shutdown=_GRACE, server_header=False, lifespan="off",
        ws="none",
    )  # fmt: skip
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    server = Server(config, listening, desk.runner.end)
    return server
