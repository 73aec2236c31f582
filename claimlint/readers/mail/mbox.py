"""Mailboxes: the mails inside, each with its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.document import Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.registry import read_nested

_OPENS = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n(?=[!-9;-~]+:)")
"""The line before each mail; in a text it has no header behind it, or a ">" before it."""
_SPARED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of the mails in a mailbox, in its order; lines are those of each mail.

    Raises:
        UnreadableFile: there is no mail in it.
    """
    starts = [found.span() for found in _OPENS.finditer(source.data)]
    if not starts:
        raise UnreadableFile("no mailbox: no mail opens with a line `From …`")
    if len(starts) > source.limits.parts:
        message = f"only the first {source.limits.parts} of {len(starts)} mails were read"
        yield Problem(code=ProblemCode.TOO_MANY_PARTS, message=message)
        del starts[source.limits.parts :]
    ends = [*(opening for opening, _ in starts[1:]), len(source.data)]
    for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        mail = _SPARED.sub(rb"\1", source.data[start:end])
        inner = source.inner(f"mail {number}.eml", mail)
        yield from read_nested(inner, label=f"mail {number}", order=(number,))
