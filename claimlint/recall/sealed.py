"""Seals what is kept of a document, so that it can be read only by who holds the document.

The key is made of the document's own bytes. The text is compressed, encrypted with a stream that
SHAKE-256 draws from key and salt, and authenticated with keyed BLAKE2b over salt and cipher text.

Source: FIPS 202 (SHAKE-256); RFC 7693 (BLAKE2); encrypt-then-MAC as in RFC 7366.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import zlib

_MARK = b"claimlint-1\n"
_SALT = 16
_TAG = 32
_LARGEST = 512 * 1024 * 1024


class SealFault(ValueError):
    """Not sealed with this secret, or damaged since."""


def sealed(text: bytes, secret: bytes) -> bytes:
    """Return a text sealed with a secret of 32 bytes."""
    salt = os.urandom(_SALT)
    cipher = _mixed(zlib.compress(text, 1), secret, salt)
    return _MARK + salt + _tag(cipher, secret, salt) + cipher


def opened(data: bytes, secret: bytes) -> bytes:
    """Return the text that was sealed with this secret.

    Raises:
        SealFault: it was sealed with another, or one of its bytes has changed.
    """
    start = len(_MARK) + _SALT + _TAG
    salt, tag = data[len(_MARK) : len(_MARK) + _SALT], data[len(_MARK) + _SALT : start]
    cipher = data[start:]
    if data[: len(_MARK)] != _MARK or not hmac.compare_digest(tag, _tag(cipher, secret, salt)):
        raise SealFault("not sealed with this secret")
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(_mixed(cipher, secret, salt), _LARGEST)
    except zlib.error as error:
        raise SealFault(str(error)) from error
    if not unpacking.eof:
        raise SealFault("larger than anything that is kept")
    return text


def _mixed(text: bytes, secret: bytes, salt: bytes) -> bytes:
    key = hashlib.blake2b(salt, key=secret, person=b"stream").digest()
    stream = hashlib.shake_256(key).digest(len(text))
    mixed = int.from_bytes(text, "little") ^ int.from_bytes(stream, "little")
    return mixed.to_bytes(len(text), "little")


def _tag(cipher: bytes, secret: bytes, salt: bytes) -> bytes:
    key = hashlib.blake2b(salt, key=secret, person=b"tag").digest()
    return hashlib.blake2b(cipher, key=key, digest_size=_TAG).digest()
