"""Seals what is kept of a document, so that it can be read only by who holds the document.

The key is made of the document's own bytes. The text is compressed, then encrypted and
authenticated with AES-256-GCM (NIST SP 800-38D) under a nonce that is new each time.
"""

from __future__ import annotations

import os
import zlib

_MARK = b"claimlint-2\n"
_NONCE = 12
_LARGEST = 512 * 1024 * 1024


class SealFault(ValueError):
    """Not sealed with this secret, or damaged since."""


def sealed(text: bytes, secret: bytes) -> bytes:
    """Return a text sealed with a secret of 32 bytes."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return _MARK + nonce + AESGCM(secret).encrypt(nonce, zlib.compress(text, 1), _MARK)


def opened(data: bytes, secret: bytes) -> bytes:
    """Return the text that was sealed with this secret.

    Raises:
        SealFault: it was sealed with another, or one of its bytes has changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    mark, nonce = data[: len(_MARK)], data[len(_MARK) : len(_MARK) + _NONCE]
    try:
        packed = AESGCM(secret).decrypt(nonce, data[len(_MARK) + _NONCE :], mark)
    except (InvalidTag, ValueError) as error:  # a nonce cut short is a ValueError
        raise SealFault("not sealed with this secret") from error
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, _LARGEST)
    except zlib.error as error:
        raise SealFault(str(error)) from error
    if not unpacking.eof:
        raise SealFault("larger than anything that is kept")
    return text
