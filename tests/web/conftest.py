"""A desk that is served on loopback for the tests of a module."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

from claimlint.settings import Settings
from claimlint.web.desk import Desk, laid
from claimlint.web.serving import HOST, server_of
from tests.web.client import Client

SETTINGS = Settings(today=date(2026, 11, 23))
MOST = 2_000_000


class Served(NamedTuple):
    """A desk that is being served."""

    desk: Desk
    port: int
    token: str


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    told: list[str] = []
    listens = threading.Event()

    def tell(address: str) -> None:
        told.append(address)
        listens.set()

    with laid(SETTINGS, most_bytes=MOST) as desk:
        server = server_of(desk, tell)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        assert listens.wait(30)
        address, _, token = told[0].partition("/#token=")
        assert address.startswith(f"http://{HOST}:")
        yield Served(desk, int(address.rpartition(":")[2]), token)
        server.end()
        thread.join(30)
        assert not thread.is_alive()


@pytest.fixture
def desk(served) -> Desk:
    return served.desk


@pytest.fixture
def client(served) -> Client:
    """Return a client that has the token and says that it is the desk's own page."""
    return Client(served.port, served.token)


@pytest.fixture
def stranger(served) -> Client:
    """Return a client that knows the address, and nothing else."""
    return Client(served.port, None)
