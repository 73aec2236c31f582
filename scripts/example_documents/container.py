"""Office files that come out the same, byte by byte, on every machine."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Protocol

WRITTEN = datetime(2026, 11, 2, 9, 0, 0)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


class Saveable(Protocol):
    """A document that python-docx or python-pptx can save."""

    def save(self, stream: io.BytesIO) -> None: ...


class CoreProperties(Protocol):
    """The properties that both libraries fill with the clock when left alone."""

    title: str
    subject: str
    author: str
    last_modified_by: str
    comments: str
    keywords: str
    revision: int
    created: datetime
    modified: datetime


def describe(properties: CoreProperties, title: str) -> None:
    """Give a document the vendor's name and a fixed date."""
    properties.title = title
    properties.subject = "Clerkwell 3.2"
    properties.author = "Oddlestone Systems Ltd"
    properties.last_modified_by = "Oddlestone Systems Ltd"
    properties.comments = "Invented vendor, product and people: an example for claimlint."
    properties.keywords = ""
    properties.revision = 1
    properties.created = WRITTEN
    properties.modified = WRITTEN


def save(document: Saveable, path: Path) -> None:
    """Write an Office file with fixed times and without compression.

    Members are stored, because two builds of zlib may compress the same bytes differently.
    """
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as given, zipfile.ZipFile(path, "w") as fixed:
        for name in given.namelist():
            member = zipfile.ZipInfo(name, date_time=_EPOCH)
            member.create_system = _UNIX
            member.external_attr = 0o644 << 16
            fixed.writestr(member, given.read(name), compress_type=zipfile.ZIP_STORED)
