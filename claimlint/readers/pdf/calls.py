"""pdfium's functions that are asked for every letter and every object of a page.

Prototypes that take and give plain numbers, addresses among them, and keep the lock cost half.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

_PLAIN = (ctypes.c_int, ctypes.c_uint, ctypes.c_ulong, ctypes.c_float, ctypes.c_double)


@cache
def call(name: str) -> Callable[..., Any]:
    """Return the function of that name; what is no number for the bindings is an address."""
    import pypdfium2.raw as raw

    function = getattr(raw, name)
    kinds = [kind if kind in _PLAIN else ctypes.c_void_p for kind in function.argtypes]
    result = function.restype if function.restype in _PLAIN else ctypes.c_void_p
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    found: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *kinds)(address)
    return found


def address_of(handle: Any) -> int:
    """Return the address behind a pointer of the bindings, 0 where there is none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


class Out:
    """Bytes that pdfium writes its answers into, from the address `at` on."""

    def __init__(self, size: int) -> None:
        self.data = bytearray()
        self.grow(size)

    def grow(self, size: int) -> None:
        """Make room for so many bytes; the address may change."""
        if size > len(self.data):
            self.data = bytearray(size)
            self.at = ctypes.addressof(ctypes.c_char.from_buffer(self.data))

    def clear(self) -> None:
        """Set all to nothing: pdfium leaves as it is what it does not know."""
        self.data[:] = bytes(len(self.data))
