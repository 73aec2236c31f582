"""HTML, Markdown and plain text: marks around the words, and footnotes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from msgspec import Struct

from claimlint.annotate.package import NotAnnotated
from claimlint.annotate.remark import Remark, Spot
from claimlint.annotate.wording import AUTHOR, clean

_BREAK = re.compile(r"\r\n|\n|\r")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSETS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
_UNMARKED = ("comment", "alt-text", "title-text", "metadata", "structured-data", "layout", "form")
_LOOKS = ("error", "warning", "note", "clause")
_SHEET = (
    "max-width:70ch;margin:3rem auto;padding:1rem 2rem;"
    "color:#1c1b18;background:#fff;font:16px/1.5 sans-serif"
)
"""Remarks can be read whatever the page looks like, where its policy lets a style be."""
_LINK_END = re.compile(r"[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])")


class _Insert(Struct, frozen=True):
    """Text that comes into the file at an offset; of several at one place, the lower rank first."""

    at: int
    rank: int
    text: str


def annotated(data: bytes, remarks: Sequence[Remark], form: str) -> bytes:
    """Return the text with marks around the words of each remark and the remarks at its end.

    Words that cannot be marked (in attributes, comments, metadata) are quoted at the end only.

    Raises:
        NotAnnotated: the words do not stand where they were read; the encoding is not told.
    """
    text, charset = _decoded(data, remarks)
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    loose = [remark for remark in remarks if not _marked(remark, starts, form)]
    words: list[tuple[int, int, str]] = []
    inserts: list[_Insert] = []
    for rank, remark in enumerate(remarks):
        if remark not in loose:
            stretches = tuple(_stretches(remark, starts))
            words.extend((begin, end, remark.look) for begin, end in stretches)
            inserts.append(_after(text, stretches[-1][1], remark, rank, form))
    inserts.extend(_marks(text, words, form))
    newline = "\r\n" if "\r\n" in text else "\n"
    tail = _tail(remarks, loose, form).replace("\n", newline)
    at = _end(text, form)
    if remarks:
        inserts.append(_Insert(at, len(remarks), tail))
    return _applied(text, inserts).encode(
        charset, "xmlcharrefreplace" if form == "html" else "replace"
    )


def _decoded(data: bytes, remarks: Sequence[Remark]) -> tuple[str, str]:
    """Return the text in the encoding in which the remarks' words stand where they were read."""
    marked = [charset for mark, charset in _MARKS if data.startswith(mark)]
    for charset in marked or _CHARSETS:
        try:
            text = data.decode(charset)
        except UnicodeDecodeError:
            continue
        starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        if all(_stands(text, starts, spot) for remark in remarks for spot in remark.spots):
            return text, charset
    raise NotAnnotated("its encoding is not told; save it as UTF-8")


def _stands(text: str, starts: Sequence[int], spot: Spot) -> bool:
    if spot.line is None or spot.column is None:
        return True
    if spot.line > len(starts):
        return False
    at = starts[spot.line - 1] + spot.column - 1
    atomic = spot.columns != len(spot.text)
    return atomic or spot.text.isspace() or text[at : at + len(spot.text)] == spot.text


def _stretches(remark: Remark, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the words in the file, joined where nothing stands between them."""
    first = last = -1
    for spot in remark.spots:
        if spot.line is None or spot.column is None or spot.line > len(starts):
            continue
        begin = starts[spot.line - 1] + spot.column - 1
        end = begin + (spot.columns or len(spot.text))
        if begin != last:
            if first < last:
                yield first, last
            first = begin
        last = end
    if first < last:
        yield first, last


def _marks(text: str, words: Sequence[tuple[int, int, str]], form: str) -> Iterator[_Insert]:
    """Yield the marks around stretches of words, each with its look; none stands over another.

    Where stretches share words, HTML and Markdown have a mark for each part of them.
    """
    if form == "text":
        for rank, (begin, end, _) in enumerate(words):
            yield _Insert(begin, rank, "«")
            yield _Insert(end, -rank - 1, "»")
        return
    cuts = sorted({edge for begin, end, _ in words for edge in (begin, end)})
    for start, stop in pairwise(cuts):
        looks = [look for begin, end, look in words if begin <= start and stop <= end]
        if looks and text[start:stop].strip():
            look = min(looks, key=_LOOKS.index)
            yield _Insert(
                start, 0, f'<mark class="{AUTHOR} {look}">' if form == "html" else "<mark>"
            )
            yield _Insert(stop, -1, "</mark>")


def _marked(remark: Remark, starts: Sequence[int], form: str) -> bool:
    """Tell whether the words can be marked: they are text, and it is known where they stand."""
    if form != "text" and remark.part in _UNMARKED:
        return False
    return next(_stretches(remark, starts), None) is not None


def _after(text: str, at: int, remark: Remark, rank: int, form: str) -> _Insert:
    """Return the reference to the remark, behind its words."""
    at = _behind_link(text, at) if form == "markdown" else at
    linked = form != "html" or not _inside_link(text, at)
    return _Insert(at, rank, _reference(remark, form, linked=linked))


def _inside_link(text: str, at: int) -> bool:
    """Tell whether a link or button is open at `at`, in which no other link may stand."""
    before = text[max(0, at - 20_000) : at].lower()
    opened = max(before.rfind("<a "), before.rfind("<a\n"), before.rfind("<button"))
    return opened > max(before.rfind("</a"), before.rfind("</button"))


def _reference(remark: Remark, form: str, *, linked: bool) -> str:
    if form == "html" and not linked:
        return f"<sup>[{remark.number}]</sup>"
    if form == "html":
        link = f'<a href="#{AUTHOR}-{remark.number}" style="color:inherit">[{remark.number}]</a>'
        return f"<sup>{link}</sup>"
    if form == "markdown":
        return f"[^{AUTHOR}-{remark.number}]"
    return f"[{AUTHOR} {remark.number}]"


def _behind_link(text: str, at: int) -> int:
    """Return where a footnote may stand: behind the link, where `at` lies in the text of one."""
    opened = text.rfind("[", text.rfind("\n", 0, at) + 1, at)
    if opened < 0 or "]" in text[opened:at]:
        return at
    found = _LINK_END.match(text, at)
    return found.end() if found else at


def _end(text: str, form: str) -> int:
    if form != "html":
        return len(text)
    at = text.lower().rfind("</body")
    return at if at >= 0 else len(text)


def _tail(remarks: Sequence[Remark], loose: Sequence[Remark], form: str) -> str:
    if form == "html":
        items = "".join(_item(remark, quoted=remark in loose) for remark in remarks)
        head = (
            f'<section id="{AUTHOR}" aria-label="Remarks of {AUTHOR}" style="{_SHEET}">\n'
            f"<h2>{AUTHOR}</h2>\n"
        )
        return f"\n{head}<dl>\n{items}</dl>\n</section>\n"
    if form == "markdown":
        notes = [_footnote(remark) for remark in remarks if remark not in loose]
        others = [
            f"- **{_md(r.title)}** “{_md(r.words)}” ({r.label}). {_md(' '.join(r.lines))}\n"
            for r in loose
        ]
        head = f"\nRemarks of {AUTHOR} on words that cannot be marked:\n\n" if others else ""
        return "\n\n" + "".join(notes) + head + "".join(others)
    lines = [
        f"[{AUTHOR} {r.number}] "
        + "\n    ".join(map(clean, (f"{r.title} (“{r.words}”, {r.label})", *r.lines)))
        for r in remarks
    ]
    return f"\n\n{AUTHOR}\n{'-' * len(AUTHOR)}\n" + "\n\n".join(lines) + "\n"


def _item(remark: Remark, *, quoted: bool) -> str:
    lines = [f"“{remark.words}” ({remark.label})"] if quoted else []
    told = "<br>\n".join(escape(clean(line)) for line in (*lines, *remark.lines))
    title = escape(clean(remark.title))
    term = f'<dt id="{AUTHOR}-{remark.number}"><strong>{title}</strong></dt>'
    return f"{term}\n<dd>{told}</dd>\n"


def _footnote(remark: Remark) -> str:
    told = "\n    ".join(_md(line) + "  " for line in (f"**{remark.title}**", *remark.lines))
    return f"[^{AUTHOR}-{remark.number}]: {told.rstrip()}\n\n"


def _md(text: str) -> str:
    """Return text in which a document's words cannot be read as Markdown or HTML."""
    return re.sub(r"([\\`_\[\]<>{}|#!])", r"\\\1", clean(text))


def _applied(text: str, inserts: Sequence[_Insert]) -> str:
    parts: list[str] = []
    at = 0
    for insert in sorted(inserts, key=lambda each: (each.at, each.rank)):
        parts.append(text[at : insert.at])
        parts.append(insert.text)
        at = insert.at
    return "".join((*parts, text[at:]))
