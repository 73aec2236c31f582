"""A desk that is served on loopback, in a thread, for as long as a test needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from claimlint.settings import Settings
from claimlint.web.desk import Desk, laid
from claimlint.web.serving import HOST, server_of

SETTINGS = Settings(today=date(2026, 11, 23))
MOST = 2_000_000


class Served(NamedTuple):
    """A desk that is being served, and the address that its server told."""

    desk: Desk
    address: str

    @property
    def token(self) -> str:
        return self.address.partition("#token=")[2]

    @property
    def base(self) -> str:
        return self.address.partition("#")[0]

    @property
    def port(self) -> int:
        return int(self.base.rstrip("/").rpartition(":")[2])


@contextmanager
def serving(most_bytes: int = MOST) -> Iterator[Served]:
    """Serve a desk; at the end it is closed, and its server has ended."""
    told: list[str] = []
    listens = threading.Event()

    def tell(address: str) -> None:
        told.append(address)
        listens.set()

    with laid(SETTINGS, most_bytes=most_bytes) as desk:
        server = server_of(desk, tell)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        assert listens.wait(30)
        assert told[0].startswith(f"http://{HOST}:")
        try:
            yield Served(desk, told[0])
        finally:
            server.end()
            thread.join(30)
        assert not thread.is_alive()
