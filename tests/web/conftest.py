"""A desk for the tests of a module, and who talks to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimlint.web.desk import Desk
from tests.web.client import Client
from tests.web.served import Served, serving


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving() as made:
        yield made


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
