"""Old binary office files (DOC, PPT, XLS): through LibreOffice, or told how to convert them."""

from __future__ import annotations

import os
from collections.abc import Iterator

from msgspec.structs import replace

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.office.old.ole import OleKind, kind_of
from claimlint.readers.office.package.package import encrypted
from claimlint.readers.process.request import SCRATCH
from claimlint.readers.registry import format_named

_TARGETS = {OleKind.DOC: "docx", OleKind.PPT: "pptx", OleKind.XLS: "xlsx"}


def old(data: bytes) -> bool:
    """Tell whether a file is an old binary document, whatever it is called."""
    return kind_of(data) in _TARGETS


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of an old office file.

    Raises:
        UnreadableFile: encrypted, of no known kind, or LibreOffice is not there or refuses it.
    """
    kind = kind_of(source.data)
    if kind is OleKind.ENCRYPTED:
        raise encrypted()
    target = None if kind is None else _TARGETS.get(kind)
    if kind is None or target is None:
        raise UnreadableFile("no old office file that is known; save it anew in its own program")
    from claimlint.machine import libreoffice

    limits = source.limits
    try:
        data = libreoffice.converted(
            source.data,
            str(kind),
            target,
            limits.seconds,
            limits.unpacked,
            apart=SCRATCH not in os.environ,  # whoever ends a reading process ends its group
        )
    except (libreoffice.NotConverted, OSError) as error:
        raise UnreadableFile(
            f"an old {kind.upper()} file was not read ({error}); "
            f"save it as {target.upper()} and try again",
            code=ProblemCode.UNSUPPORTED,
        ) from error
    message = f"read through LibreOffice, which turned it into {target.upper()}"
    yield Problem(code=ProblemCode.SECOND_READER, message=message)
    yield from format_named(target).read(replace(source, data=data))
