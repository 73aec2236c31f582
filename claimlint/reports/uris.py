"""Paths of documents as the relative addresses that programs know them by."""

from __future__ import annotations

import posixpath

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
