"""A mail taken apart: its subject, its texts and its attachments, with the lines they stand in."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import InvalidBase64LengthDefect, MessageError
from email.header import decode_header
from email.message import Message

from msgspec import Struct
from msgspec.structs import replace

from claimlint.readers.guard import Read, one_line

_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*")
"""What may stand before the first header: a byte order mark, blank lines."""
_HEADER_END = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")
_SUBJECT = re.compile(
    rb"^(?:\xef\xbb\xbf)?subject:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.IGNORECASE | re.M
)
_SUFFIXES = {
    "text/html": ".html",
    "text/markdown": ".md",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "message/global": ".eml",
    "multipart/signed": ".eml",
}
_NO_CONTENT = frozenset(
    (
        "application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature"
        " application/ics-signature text/css"
    ).split()
)
_SEALED = frozenset(
    (
        "application/pkcs7-mime application/x-pkcs7-mime application/pgp-encrypted"
        " application/x-microsoft-rpmsg-message"
    ).split()
)
_PICTURES = (".bmp", ".emf", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".wmf")
"""Pictures in a signature often come without a type."""
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_LONGEST_NAME = 120
_LONGEST_HEADER = 20_000


class Leaf(Struct, frozen=True, kw_only=True):
    """One part of a mail that holds content.

    `data` is decoded. `offset` is where it stands in the file as it is, None where the transfer
    encoding changed it. `kind` is "plain", "html", "rtf", "file", "away", "picture" or "sealed";
    `choice` numbers the group of parts of which a mail program shows only one, 0 where it shows
    all. `damaged` says that it breaks off, or that the transfer encoding could not be undone to
    its end. `read` is its reader where no suffix tells it.
    """

    kind: str
    data: bytes
    name: str = ""
    charset: str | None = None
    offset: int | None = None
    choice: int = 0
    damaged: bool = False
    read: Read | None = None


class Subject(Struct, frozen=True):
    """The subject: its text, and where its raw value stands; `plain` if it needs no decoding."""

    text: str
    start: int
    end: int
    plain: bool


def parsed(data: bytes) -> Message:
    """Return the mail in `data`; what is wrong with it the parser passes over."""
    return message_from_bytes(data[_opening(data) :], policy=policy.compat32)


def _opening(data: bytes) -> int:
    """Return where the first header stands."""
    found = _BEFORE.match(data)
    return found.end() if found else 0


def subject(data: bytes) -> Subject | None:
    """Return the subject, or None where there is none."""
    end = _HEADER_END.search(data, _opening(data))
    found = _SUBJECT.search(data, 0, end.start() if end else len(data))
    if found is None or not found.group(1).strip():
        return None
    raw = found.group(1)
    text = _decoded_words(raw.decode("utf-8", "replace"))
    return Subject(" ".join(text.split()), found.start(1), found.end(1), b"=?" not in raw)


def _decoded_words(text: str) -> str:
    """Return a header's value with its encoded words read; as it is where it is a flood."""
    if len(text) > _LONGEST_HEADER:
        return text
    try:
        pairs = decode_header(text)
    except (MessageError, ValueError):
        return text
    return "".join(_word(value, charset) for value, charset in pairs)


def sheets(message: Message) -> Iterator[str]:
    """Yield the style sheets that a web archive holds beside its page."""
    for part in message.walk():
        if part.get_content_type() == "text/css":
            yield _content(part).decode("utf-8", "replace")


def leaves(message: Message, data: bytes) -> Iterator[Leaf]:
    """Yield the parts that hold content, in the order of the file; containers are not yielded."""
    end = _HEADER_END.search(data, _opening(data))
    cursor = end.start() if end else 0
    choices = 0
    todo = [(message, choices)]
    while todo:
        part, choice = todo.pop()
        kind = part.get_content_type()
        payload = part.get_payload() if part.is_multipart() else None
        if isinstance(payload, list) and not kind.startswith("message/"):
            if kind == "multipart/alternative":
                choices += 1
                choice = choices
            if kind == "multipart/encrypted":
                yield Leaf(kind="sealed", data=b"")
                continue
            todo.extend(
                (inner, choice) for inner in reversed(payload) if isinstance(inner, Message)
            )
        elif kind not in _NO_CONTENT:
            leaf = _leaf(part, kind, choice, data, cursor)
            if _cut_short(part):
                leaf = replace(leaf, damaged=True)
            cursor = max(cursor, leaf.offset or 0)
            yield leaf


def _leaf(part: Message, kind: str, choice: int, data: bytes, cursor: int) -> Leaf:
    content = _content(part)
    attached = part.get_content_disposition() == "attachment"
    if not kind.startswith("text/") or attached or part.get_filename():
        return attachment(kind, _given_name(part), content)
    return Leaf(
        kind="html" if kind == "text/html" else "plain",
        data=content,
        charset=part.get_content_charset(),
        offset=None if _encoded(part) else _offset(data, content, cursor),
        choice=choice,
    )


def attachment(kind: str, given: str, content: bytes) -> Leaf:
    """Return the part that a file of a MIME type is; `given` is what the mail calls it."""
    name = _file_name(given, kind)
    if kind in _SEALED:
        return Leaf(kind="sealed", data=content, name=name)
    picture = kind.startswith("image/") or name.lower().endswith(_PICTURES)
    return Leaf(kind="picture" if picture else "file", data=content, name=name)


def _content(part: Message) -> bytes:
    # Asked for the raw payload, the library falls over a charset in RFC 2231 form.
    payload = part.get_payload() if part.is_multipart() else None
    if isinstance(payload, list):
        inner = payload[0] if payload else None
        if not isinstance(inner, Message):
            return b""
        try:
            return inner.as_bytes(policy=policy.compat32)
        except (MessageError, LookupError, TypeError, ValueError, AttributeError):
            return inner.as_string().encode("utf-8", "surrogateescape")
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    if _cut_short(part):
        letters = _NO_BASE64.sub(b"", content)  # the library gives such a part up, as it came
        return b64decode(letters[: len(letters) // 4 * 4])
    return content


def _cut_short(part: Message) -> bool:
    """Tell whether base64 broke off; the library notices when the content is asked for."""
    return any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects)


def _encoded(part: Message) -> bool:
    coding = str(part.get("content-transfer-encoding", "")).strip().lower()
    return coding not in ("", "7bit", "8bit", "binary")


def _offset(data: bytes, content: bytes, cursor: int) -> int | None:
    """Return where the content stands in the file as it is: behind an empty line."""
    if not content.strip():
        return None
    for gap in (b"\n\n", b"\n\r\n", b"\r\r"):
        found = data.find(gap + content, cursor)
        if found >= 0:
            return found + len(gap)
    return None


def _given_name(part: Message) -> str:
    try:
        return _decoded_words(part.get_filename() or "")
    except (MessageError, LookupError, TypeError, ValueError):
        return ""


def _file_name(given: str, kind: str) -> str:
    """Return what a person would call the part, with a suffix that tells what it is."""
    name = one_line(given.replace("\\", "/").rsplit("/", 1)[-1])[-_LONGEST_NAME:]
    if not name:
        name = "message" if kind.startswith("message/") else "without a name"
    suffix = _SUFFIXES.get(kind)
    if suffix is not None and not name.lower().endswith(suffix) and kind != "text/html":
        return name + suffix
    if "." not in name:
        name += suffix or (".txt" if kind.startswith("text/") else "")
    return name


def _word(value: str | bytes, charset: str | None) -> str:
    if isinstance(value, str):
        return value
    try:
        return value.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return value.decode("utf-8", "replace")
