"""An archive that is dropped on the desk comes to lie there as its papers, one by one."""

from __future__ import annotations

from claimlint.readers.archives.zip import files_of
from claimlint.readers.file_types import suffix_of
from claimlint.readers.interface import Limits
from claimlint.readers.office.package.members import BadArchive
from claimlint.readers.registry import is_archive
from claimlint.web.store import MOST_BYTES, MOST_PAPERS

_LIMITS = Limits(unpacked=MOST_BYTES, parts=MOST_PAPERS)


def unpacked(name: str, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the papers of an archive by their paths in it; any other file as it is.

    An archive that cannot be unpacked as a whole stays one paper: its reader tells what is wrong.
    """
    whole = ((name, data),)
    if suffix_of(name) != ".zip" or not is_archive(data):
        return whole
    try:
        return files_of(data, _LIMITS) or whole
    except BadArchive:
        return whole
