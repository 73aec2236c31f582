"""TAR archives, packed or not: their files are read as those of a ZIP archive are."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from functools import partial

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.archive import is_no_paper, papers, without_files
from claimlint.readers.interface import Item, Source
from claimlint.readers.office.package.members import BadArchive, Budget, unwrapped


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of the files that a TAR archive holds, in its order; links lead nowhere.

    Raises:
        UnreadableFile: no archive, or one with too many files.
    """
    budget = Budget(source.limits.unpacked, source.limits.ratio)
    try:
        data, fault = unwrapped(source.data, budget)
    except BadArchive as error:
        raise UnreadableFile(str(error), code=error.code) from error
    members, broken = _members(data, source.limits.parts)
    files = [one for one in members if one.isfile() and not is_no_paper(one.name)]
    if not files:
        raise without_files(damaged=bool(broken))
    if fault or broken:
        message = f"the archive is damaged and was read as far as it goes ({fault or broken})"
        yield Problem(code=ProblemCode.DAMAGED_PART, message=message)
    yield from papers(source, ((one.name, partial(_content, data, one)) for one in files), budget)


def _members(data: bytes, most: int) -> tuple[list[tarfile.TarInfo], str]:
    """Return the members, and what is wrong where not all could be found."""
    found: list[tarfile.TarInfo] = []
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for member in archive:
                found.append(member)
                if len(found) > most:
                    message = f"it holds more than {most} parts"
                    raise UnreadableFile(message, code=ProblemCode.TOO_MANY_PARTS)
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        return found, str(error)
    return found, ""


def _content(data: bytes, member: tarfile.TarInfo) -> tuple[bytes, str | None]:
    content = data[member.offset_data : member.offset_data + member.size]
    return content, None if len(content) == member.size else "it breaks off"
