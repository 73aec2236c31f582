"""Paths of documents as the relative addresses that programs know them by."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

_PLAIN = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@"
)


def relative(path: str, folder: str) -> str:
    """Return a path as seen from `folder`, which is absolute, with "/" and without "." parts.

    Without a folder, and for a path on another drive, it stays what it is.
    """
    slashed = path.replace("\\", "/")
    if folder and slashed.startswith(f"{folder}/"):
        return slashed.removeprefix(f"{folder}/")
    if not folder or ":" in slashed.split("/", 1)[0]:
        return slashed.removeprefix("./")
    return posixpath.relpath(posixpath.join(folder, slashed), folder)


def uri(path: str, folder: str) -> str:
    """Return the relative URI of a document (RFC 3986), percent-encoded."""
    raw = relative(path, folder).encode("utf-8", "replace")
    return "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in raw)


def line_of(document: str, passage: int | None, numbers: Mapping[str, int]) -> str:
    """Return the address of a passage on a desk that shows papers under `numbers`, or nothing."""
    number = numbers.get(document)
    return "" if number is None or passage is None else f"/#line=d{number}p{passage}"
