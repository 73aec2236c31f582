"""pdfium's functions that are asked for every letter and every object of a page.

Prototypes that convert nothing and keep the lock cost a quarter of those of the bindings.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

import pypdfium2.raw as raw

_PLAIN = (ctypes.c_int, ctypes.c_uint, ctypes.c_ulong, ctypes.c_float, ctypes.c_double)


@cache
def call(name: str) -> Callable[..., Any]:
    """Return the function of that name, for arguments that are `int` or pointers, unchanged.

    What it returns and is no number for the bindings is an address.
    """
    function = getattr(raw, name)
    result = function.restype if function.restype in _PLAIN else ctypes.c_void_p
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    found: Callable[..., Any] = ctypes.PYFUNCTYPE(result)(address)
    return found


def pointer(to: Any) -> ctypes.c_void_p:
    """Return a pointer of the bindings, or an address, as `call` takes it."""
    return ctypes.cast(to, ctypes.c_void_p)


class Out:
    """Bytes that pdfium writes its answers into."""

    def __init__(self, size: int) -> None:
        self.data = bytearray(size)
        self._start = ctypes.c_char.from_buffer(self.data)

    def at(self, offset: int) -> Any:
        """Return a pointer to the byte at that offset."""
        return ctypes.byref(self._start, offset)

    def clear(self) -> None:
        """Set all to nothing: pdfium leaves as it is what it does not know."""
        self.data[:] = bytes(len(self.data))
