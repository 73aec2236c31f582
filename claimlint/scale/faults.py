"""What can go wrong at an address: the libraries of stores have kinds of faults of their own."""

from __future__ import annotations

import lzma
import struct
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile

from warcio.exceptions import ArchiveLoadFailed

from claimlint.errors import WrongCall

_OF_LIBRARIES = (
    ("aiohttp", "ClientError"),
    ("botocore.exceptions", "BotoCoreError"),
    ("azure.core.exceptions", "AzureError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("gcsfs.retry", "HttpError"),
)
DAMAGE = (
    ArchiveLoadFailed,
    AttributeError,  # from warcio, where the head of a record breaks off
    BadZipFile,
    EOFError,
    NotImplementedError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
"""What zip and web archives raise that are damaged, or packed in a way that is not read."""


def faults(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """Return `others` and what reading and writing an address may raise.

    That is `OSError` and the faults of the libraries that are loaded.
    """
    loaded = ((sys.modules.get(module), name) for module, name in _OF_LIBRARIES)
    return (OSError, *others, *(getattr(module, name) for module, name in loaded if module))


def shown_fault(error: Exception) -> str:
    """Return what a library says of damage, without the bytes that it shows."""
    if isinstance(error, (ArchiveLoadFailed, AttributeError)):
        return "no record where one should begin"
    return " ".join(str(error).split()) or type(error).__name__


@contextmanager
def reaching(address: str) -> Iterator[None]:
    """Tell in one line why an address cannot be opened.

    Raises:
        WrongCall: it cannot be.
    """
    try:
        yield
    except ImportError as error:
        message = f"{address}: needs a library that is not installed ({error})"
        raise WrongCall(message) from error
    except faults(ValueError) as error:
        raise WrongCall(f"{address}: cannot be opened ({error})") from error
