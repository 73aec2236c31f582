"""DOCX: Word comments on the exact words; nothing else of the file changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from claimlint.annotate.package import Package
from claimlint.annotate.remark import Remark
from claimlint.annotate.word_comments import Comments
from claimlint.annotate.word_runs import Runs, holder_child, paragraph_child

if TYPE_CHECKING:
    from claimlint.annotate.package import Element

_MOST = 30_000
"""Word opens no file with more than 32,767 comments (MS-OI29500, 2.1.315)."""
_NOTE_PARTS = ("footnote", "endnote", "comment")


def annotated(
    data: bytes, remarks: Sequence[Remark], today: str, earlier: Collection[str] = ()
) -> bytes:
    """Return the document with a comment for each remark.

    Word shows no comment inside headers, text boxes, footnotes or endnotes (MS-OI29500, 2.1.315):
    those stand at the reference of the note, at the object that holds the box, or at the first
    paragraph, and quote the words. `earlier` are the lines of remarks that it holds, which go.

    Raises:
        NotAnnotated: the file is damaged.
    """
    package = Package(data)
    document = _Document(package)
    comments = Comments(package, document.name, document.word, today)
    gone = comments.of(earlier)
    document.write(remarks[:_MOST], comments)
    comments.drop(gone)
    document.drop(gone)
    return package.save()


class _Document:
    """The main part: its paragraphs by number, and where a remark can stand."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.name = package.main()
        self._root = package.tree(self.name)
        self.word = self._root.tag.rpartition("}")[0] + "}"
        self._paragraphs = list(self._root.iter(f"{self.word}p"))

    def write(self, remarks: Sequence[Remark], comments: Comments) -> None:
        """Write the comments; runs are split first, all cuts of a paragraph at once."""
        exact: dict[int, list[Remark]] = {}
        for remark in remarks:
            number = self._paragraph(remark)
            if number is not None and remark.spots and not self._boxed(number):
                exact.setdefault(number, []).append(remark)
            else:
                self._beside(remark, number, comments)
        for number, group in exact.items():
            self._on_words(number, group, comments)

    def drop(self, ids: Collection[str]) -> None:
        """Take out what refers to these comments; runs keep their numbers until then."""
        names = ("commentRangeStart", "commentRangeEnd", "commentReference")
        for element in list(self._root.iter(*(f"{self.word}{name}" for name in names))):
            parent = element.getparent()
            if parent is None or element.get(f"{self.word}id", "") not in ids:
                continue
            whole = element.tag == f"{self.word}commentReference" and _alone(element, self.word)
            gone, above = (parent, parent.getparent()) if whole else (element, parent)
            if above is not None:
                above.remove(gone)

    def _paragraph(self, remark: Remark) -> int | None:
        """Return the number of the remark's paragraph in the main part, or None."""
        part, _, rest = (remark.anchor or "").partition("#p")
        number = rest.partition("/")[0]
        if part != self.name or not number.isdecimal():
            return None
        return int(number) if 1 <= int(number) <= len(self._paragraphs) else None

    def _boxed(self, number: int) -> bool:
        above = self._paragraphs[number - 1].iterancestors(f"{self.word}p")
        return next(above, None) is not None

    def _on_words(self, number: int, group: Sequence[Remark], comments: Comments) -> None:
        paragraph = self._paragraphs[number - 1]
        runs = Runs(paragraph, self.word)
        spans = {remark.number: _span(remark, runs) for remark in group}
        cuts: dict[int, set[int]] = {}
        for span in spans.values():
            for run, offset in span or ():
                cuts.setdefault(run, set()).add(offset)
        made = {run: runs.split(run, offsets) for run, offsets in cuts.items()}
        for remark in group:
            span = spans[remark.number]
            if span is None:
                self._whole(paragraph, runs, remark, comments)
                continue
            (first, start), (last, end) = span
            begin = next(e for at, e in reversed(made[first]) if at <= start)
            close = next(e for at, e in reversed(made[last]) if at < end)
            self._mark(begin, close, remark, comments)

    def _whole(self, paragraph: Element, runs: Runs, remark: Remark, comments: Comments) -> None:
        if runs.runs:
            self._mark(runs.runs[0], runs.runs[-1], remark, comments, quote=True)
        else:
            paragraph.append(comments.reference(comments.add(remark, quote=True)))

    def _mark(
        self,
        begin: Element,
        close: Element,
        remark: Remark,
        comments: Comments,
        *,
        quote: bool = False,
    ) -> None:
        """Put a comment around the runs from `begin` to `close`."""
        id_ = comments.add(remark, quote=quote)
        holder_child(begin, self.word).addprevious(comments.edge("commentRangeStart", id_))
        end = comments.edge("commentRangeEnd", id_)
        _put_behind(holder_child(close, self.word), end)
        _put_behind(self._last_of(paragraph_child(end, self.word)), comments.reference(id_))

    def _last_of(self, element: Element) -> Element:
        """Return the last of the comment references that stand behind an element already."""
        following = element.getnext()
        while following is not None and following.find(f"{self.word}commentReference") is not None:
            element, following = following, following.getnext()
        return element

    def _beside(self, remark: Remark, number: int | None, comments: Comments) -> None:
        """Put a comment at what the words belong to, and quote them in it."""
        host = None if number is None else self._host_run(self._paragraphs[number - 1])
        if host is None:
            host = self._note_reference(remark)
        if host is not None:
            self._mark(host, host, remark, comments, quote=True)
            return
        plain = (p for i, p in enumerate(self._paragraphs, 1) if not self._boxed(i))
        paragraph = self._paragraphs[number - 1] if number is not None else next(plain, None)
        if paragraph is not None:
            self._whole(paragraph, Runs(paragraph, self.word), remark, comments)

    def _host_run(self, paragraph: Element) -> Element | None:
        """Return the outermost run around a paragraph in a text box."""
        found = list(paragraph.iterancestors(f"{self.word}r"))
        return found[-1] if found else None

    def _note_reference(self, remark: Remark) -> Element | None:
        """Return the run with the reference of the footnote, endnote or comment of the words."""
        part, _, rest = (remark.anchor or "").partition("#p")
        number = rest.partition("/")[0]
        root = self._package.look(part) if part != self.name and number.isdecimal() else None
        paragraphs = [] if root is None else list(root.iter(f"{self.word}p"))
        if not 1 <= int(number or 0) <= len(paragraphs):
            return None
        for kind in _NOTE_PARTS:
            note = next(paragraphs[int(number) - 1].iterancestors(f"{self.word}{kind}"), None)
            if note is not None:
                return self._reference(kind, note.get(f"{self.word}id", ""))
        return None

    def _reference(self, kind: str, id_: str) -> Element | None:
        for reference in self._root.iter(f"{self.word}{kind}Reference"):
            if reference.get(f"{self.word}id") == id_:
                return next(reference.iterancestors(f"{self.word}r"), None)
        return None


def _alone(element: Element, word: str) -> bool:
    """Tell whether a run holds nothing but this element and its look."""
    run = element.getparent()
    return run is not None and all(c is element or c.tag == f"{word}rPr" for c in run)


def _put_behind(element: Element, new: Element) -> None:
    element.addnext(new)
    new.tail, element.tail = element.tail, None


def _span(remark: Remark, runs: Runs) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return run and offset of the first and behind the last of the words, or None.

    None also where the file does not hold there what was read: nothing is marked by guess.
    """
    places = [(spot, *_address(spot.anchor)) for spot in remark.spots if spot.anchor is not None]
    if not places or any(not 1 <= run <= len(runs.runs) for _, run, _ in places):
        return None
    for spot, run, offset in places:
        held = runs.text(run, offset, len(spot.text))
        if len(held) != len(spot.text) or any(
            a != b for a, b in zip(held, spot.text, strict=True) if a != "\ufffc"
        ):
            return None
    last, run, offset = places[-1]
    return (places[0][1], places[0][2]), (run, offset + len(last.text))


def _address(anchor: str) -> tuple[int, int]:
    run, _, offset = anchor.partition("/r")[2].partition("+")
    return (int(run), int(offset)) if run.isdecimal() and offset.isdecimal() else (0, 0)
