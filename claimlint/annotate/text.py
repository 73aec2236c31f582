"""HTML, Markdown and plain text: marks around the words, and footnotes at the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from html import escape
from itertools import accumulate, pairwise
from operator import itemgetter

from msgspec import Struct

from claimlint.annotate.earlier import ranges_of
from claimlint.annotate.package import NotAnnotated
from claimlint.annotate.remark import Remark, Spot
from claimlint.annotate.wording import AUTHOR, LABEL, UNMARKED, clean, on_words
from claimlint.own_marks import Range

_BREAK = re.compile(r"\r\n|\n|\r")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSETS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
_UNMARKED = ("comment", "alt-text", "title-text", "metadata", "structured-data", "layout", "form")
_LAST = 1_000_000
"""The rank of what opens, behind all that closes and refers."""
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


def annotated(
    data: bytes, remarks: Sequence[Remark], form: str, earlier: Collection[str] = ()
) -> bytes:
    """Return the text with marks around the words of each remark and the remarks at its end.

    Words that cannot be marked (in attributes, comments, metadata) are quoted at the end only.
    `earlier` are the lines of remarks that the text holds, which go with their marks.

    Raises:
        NotAnnotated: the words do not stand where they were read; the encoding is not told.
    """
    text, charset = _decoded(data, remarks)
    lines = _Lines(text, ranges_of(text, form, earlier))
    text = lines.kept(text)
    loose = [remark for remark in remarks if not _marked(remark, lines, form)]
    words: list[tuple[int, int, str]] = []
    inserts: list[_Insert] = []
    for rank, remark in enumerate(remarks):
        if remark not in loose:
            stretches = tuple(_stretches(remark, lines))
            words.extend((begin, end, remark.look) for begin, end in stretches)
            # In plain text each closing mark has its number, by which it is known again.
            told = stretches if form == "text" else stretches[-1:]
            inserts.extend(_after(text, end, remark, rank, form) for _, end in told)
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


class _Lines:
    """Where the lines of a text start, and what goes out of it before anything is written."""

    def __init__(self, text: str, gone: Sequence[Range]) -> None:
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        self._gone = gone
        self._less = [0, *accumulate(end - start for start, end in gone)]

    def kept(self, text: str) -> str:
        """Return the text without what goes."""
        edges = [0, *(edge for each in self._gone for edge in each), len(text)]
        return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))

    def stretch(self, spot: Spot) -> Range | None:
        """Return the offsets of the words of a spot in what is kept, or None for no place."""
        if spot.line is None or spot.column is None or spot.line > len(self._starts):
            return None
        begin = self._starts[spot.line - 1] + spot.column - 1
        return self._offset(begin), self._offset(begin + (spot.columns or len(spot.text)))

    def _offset(self, offset: int) -> int:
        index = bisect_right(self._gone, offset, key=itemgetter(0))
        inside = max(0, self._gone[index - 1][1] - offset) if index else 0
        return offset - self._less[index] + inside


def _stretches(remark: Remark, lines: _Lines) -> Iterator[Range]:
    """Yield the offsets of the words in the file, joined where nothing stands between them."""
    first = last = -1
    for spot in remark.spots:
        stretch = lines.stretch(spot)
        if stretch is None:
            continue
        begin, end = stretch
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
            kind = f"{AUTHOR} {look}" if form == "html" else AUTHOR
            yield _Insert(start, _LAST, f'<mark class="{kind}">')
            yield _Insert(stop, -1, "</mark>")


def _marked(remark: Remark, lines: _Lines, form: str) -> bool:
    """Tell whether the words can be marked: they are text, and it is known where they stand."""
    if form != "text" and remark.part in _UNMARKED:
        return False
    return next(_stretches(remark, lines), None) is not None


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
        return f'<sup class="{AUTHOR}">[{remark.number}]</sup>'
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
        head = f'<section id="{AUTHOR}" aria-label="{LABEL}" style="{_SHEET}">\n<h2>{AUTHOR}</h2>\n'
        return f"\n{head}<dl>\n{items}</dl>\n</section>\n"
    if form == "markdown":
        notes = [_footnote(remark) for remark in remarks if remark not in loose]
        others = [f"- {_lines(r, on_words(r.words, r.label), indent=2)}\n" for r in loose]
        head = f"\n{UNMARKED}\n\n" if others else ""
        return "\n\n" + "".join(notes) + head + "".join(others)
    lines = [
        f"[{AUTHOR} {r.number}] "
        + "\n    ".join(map(clean, (f"{r.title} (“{r.words}”, {r.label})", *r.lines)))
        for r in remarks
    ]
    return f"\n\n{AUTHOR}\n{'-' * len(AUTHOR)}\n" + "\n\n".join(lines) + "\n"


def _item(remark: Remark, *, quoted: bool) -> str:
    lines = [on_words(remark.words, remark.label)] if quoted else []
    told = "<br>\n".join(escape(clean(line)) for line in (*lines, *remark.lines))
    title = escape(clean(remark.title))
    term = f'<dt id="{AUTHOR}-{remark.number}"><strong>{title}</strong></dt>'
    return f"{term}\n<dd>{told}</dd>\n"


def _footnote(remark: Remark) -> str:
    return f"[^{AUTHOR}-{remark.number}]: {_lines(remark, indent=4)}\n\n"


def _lines(remark: Remark, *more: str, indent: int) -> str:
    """Return the lines of a remark as Markdown, the title first and each on a line of its own."""
    lines = (f"**{_md(remark.title)}**", *map(_md, (*more, *remark.lines)))
    return f"  \n{' ' * indent}".join(lines)


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
