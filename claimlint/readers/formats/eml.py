"""Mails: the subject, the text that a person sees, and the attachments by their own readers."""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.readers.interface import Item, Source


def read(source: Source) -> Iterator[Item]:
    """Yield the passages of a mail, then those of its attachments.

    Lines are those of the file, except where the text was sent in an encoding: then they are those
    of the decoded text and the label says so. Of a text sent in two forms the HTML adds only what
    the plain one does not say. Addresses and other headers are not read. A file that opens with no
    header is read as the text that it is.

    Raises:
        UnreadableFile: the bytes are neither a mail nor text.
    """
    from claimlint.readers.web import mail_passages

    yield from mail_passages.read(source)
