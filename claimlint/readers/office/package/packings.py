"""How files in archives are packed: deflate, bzip2, LZMA, unpacked in steps of bounded size."""

from __future__ import annotations

import struct
import zlib
from typing import Protocol

_DEFLATE, _BZIP2, _LZMA = 8, 12, 14
_LZMA_HEAD = struct.Struct("<2xHBI")
_GZIP = 16 + zlib.MAX_WBITS
_LARGEST_WINDOW = 256 * 1024 * 1024


class Packing(Protocol):
    """Unpacks a stream; `needs_input` says that all that was given has come out again."""

    @property
    def eof(self) -> bool:
        """Tell whether the stream has come to its end."""

    @property
    def needs_input(self) -> bool:
        """Tell whether nothing is held back."""

    def decompress(self, data: bytes | memoryview, max_length: int) -> bytes:
        """Return the next bytes, no more than `max_length`."""


def packing_of(method: int, raw: memoryview) -> tuple[Packing, memoryview] | None:
    """Return what unpacks a method, and the stream behind its head; None for other methods."""
    if method == _DEFLATE:
        return _Deflate(), raw
    if method == _BZIP2:
        import bz2

        return bz2.BZ2Decompressor(), raw
    if method == _LZMA and len(raw) >= _LZMA_HEAD.size:
        return _lzma(raw)
    return None


def _lzma(raw: memoryview) -> tuple[Packing, memoryview] | None:
    import lzma

    size, properties, window = _LZMA_HEAD.unpack_from(raw)
    rest, literal = divmod(properties, 9)
    position, low = divmod(rest, 5)
    if position > 4 or literal + low > 4 or window > _LARGEST_WINDOW:
        return None
    told = {"id": lzma.FILTER_LZMA1, "dict_size": window, "lc": literal, "lp": low, "pb": position}
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[told]), raw[4 + size :]


def stream_packing_of(data: bytes) -> Packing | None:
    """Return what unpacks a file that is packed as a whole, None where it is not packed."""
    if data.startswith(b"\x1f\x8b"):
        return _Deflate(_GZIP)
    if data.startswith(b"BZh"):
        import bz2

        return bz2.BZ2Decompressor()
    if data.startswith(b"\xfd7zXZ\0"):
        import lzma

        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_LARGEST_WINDOW)
    return None


def unpacking_faults() -> tuple[type[Exception], ...]:
    """Return what is thrown at damaged streams."""
    import lzma

    return zlib.error, lzma.LZMAError, OSError, EOFError, ValueError


class _Deflate:
    def __init__(self, window: int = -zlib.MAX_WBITS) -> None:
        self._inflater = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        return self._inflater.eof

    @property
    def needs_input(self) -> bool:
        return not self._inflater.unconsumed_tail

    def decompress(self, data: bytes | memoryview, max_length: int) -> bytes:
        held = self._inflater.unconsumed_tail
        return self._inflater.decompress(b"".join((held, data)) if held else data, max_length)
