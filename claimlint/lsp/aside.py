"""Work beside the loop of the server, which waits for none of it when it leaves."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """Return what `work` returns in a thread of its own, or raise what it raises.

    Python would wait for the threads of an executor before it ends.
    """
    answer: _Answer[T] = _Answer()

    def run() -> None:
        with answer:
            answer.result = work()

    threading.Thread(target=run, daemon=True).start()
    await answer.come.wait()
    return answer.told()


class _Answer(Generic[T]):
    """What a thread came to, once it has `come`."""

    result: T

    def __init__(self) -> None:
        self.come = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._error: BaseException | None = None

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self._error = error
        with suppress(RuntimeError):  # the loop has ended: nobody waits any more
            self._loop.call_soon_threadsafe(self.come.set)
        return True

    def told(self) -> T:
        if self._error is not None:
            raise self._error
        return self.result
