"""Old workbooks (.xls): read through LibreOffice where it is installed."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of the XLSX that LibreOffice makes of it; macros are never run.

    Raises:
        UnreadableFile: LibreOffice is not installed or cannot open the file.
    """
    from claimlint.readers.office import legacy

    return legacy.read(source)
