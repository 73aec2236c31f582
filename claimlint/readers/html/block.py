"""Text that runs together on a page, until the next block starts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from claimlint.readers.text.places import Span
from claimlint.regex import regex

_EMPTY_BOX = "☐ "
_TASK = regex(r"\[(?:(?P<empty> )|[xX])\][ \t]+")
_QUOTED = r"'[^'\s]*'|\"[^\"\s]*\""
_TEMPLATE_TAG = regex(
    rf"\{{\{{%(?:[^%'\"]|{_QUOTED})*%\}}\}}|\{{%(?:[^%'\"]|{_QUOTED})*%\}}"
    rf"|\{{\{{<(?:[^<>'\"]|{_QUOTED})*>\}}\}}"
    r"|\{#[^{}]*#\}|\{/\*[^{}]*\*/\}|\{\{[-~]?\s*[#/!^][^{}]*\}\}"
    r"|\{\{-?\s*(?:if|else|end|range|with|block|define|template)\b[^{}]*\}\}"
)
"""What templates (Jinja, Liquid, Twig, Handlebars, Go, MDX) say to their engine, comments included.

What they print stays, and a tag that quotes several words: `{% trans "Works by itself" %}`.
"""
_OR_ELSE = regex(r"\{[{%][-~+]?\s*(?:else|elif|elsif|elseif|\^)")
"""What opens the other words of a choice, which never stand beside the first ones on a page."""


class Run(Struct):
    """Spans of one passage: all that a person sees in a block, or one stretch that nobody sees."""

    hidden: str | None = None
    spans: list[Span] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    notes: list[str] = field(default_factory=list)
    last: str = " "
    word: int = 0

    def drop_task(self, text: str) -> None:
        """Leave out the ticked box of a task list that the run opens with; draw an empty one."""
        if self.spans and self.spans[0].text is None:
            span = self.spans[0]
            found = _TASK.match(text, span.start, span.end)
            if found:
                box = [Span(found.start(), found.end(), _EMPTY_BOX)] if found["empty"] else []
                rest = [Span(found.end(), span.end)] if found.end() < span.end else []
                self.spans[:1] = [*box, *rest]

    @property
    def only_link(self) -> bool:
        """Tell whether all of it stands in links."""
        return self.letters > 0 and self.letters == self.linked


class Block:
    """Collects the text of one block. White space collapses across the tags inside.

    While `glue` is true an element starts where another ended: words get a space between them,
    which the page shows by its layout.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: list[Run] = []
        self._seen: Run | None = None
        self._unseen: Run | None = None
        self.glue = False

    def add(self, spans: Iterator[Span], *, hidden: str | None, link: bool, keep: bool) -> None:
        """Take the spans of a stretch of text; `keep` leaves its white space alone."""
        run = self._run(hidden)
        first = True
        for span in self._shown(spans):
            words = self._text[span.start : span.end] if span.text is None else span.text
            if not keep and words[:1] == " " and run.last.isspace():
                span, words = Span(span.start + 1, span.end, span.text and ""), words[1:]
            if not words:
                continue
            if first and self.glue and run.word > 1 and _parts(run.last, words[0]):
                run.spans.append(Span(span.start, span.start, " "))
            first = False
            run.spans.append(span)
            run.last = words[-1]
            letters = len(words) - words.count(" ")
            run.letters += letters
            run.linked += letters if link else 0
        self.glue = False
        if not first:
            run.word = _spans_length(run)

    def _shown(self, spans: Iterator[Span]) -> Iterator[Span]:
        """Yield the spans without the tags of templates."""
        for span in spans:
            start, end = span.start, span.end
            if span.text is None and self._text.find("{", start, end) >= 0:
                for found in _TEMPLATE_TAG.finditer(self._text, start, end):
                    yield Span(start, found.start())
                    start = found.end()
                    if _OR_ELSE.match(found.group()):
                        yield Span(start, start, " ")
                yield Span(start, end)
            else:
                yield span

    def line_break(self, start: int, end: int, *, hidden: str | None) -> bool:
        """Take a line break; tell whether it is the second one, which ends the paragraph."""
        run = self._run(hidden)
        if not run.letters:
            return False
        if run.last == "\n":
            return True
        self._trim(run)
        run.spans.append(Span(start, end, "\n"))
        run.last = "\n"
        return False

    def note(self, marker: str, span: Span, *, hidden: str | None) -> None:
        """Take a footnote marker as it stands in the text."""
        run = self._run(hidden)
        run.spans.append(span)
        run.last = span.text or run.last
        run.letters += 1
        run.notes.append(marker)

    def end_run(self) -> None:
        """Let what comes next be a passage of its own."""
        for run in self._runs:
            self._trim(run)
        self._seen = self._unseen = None

    def mention(self, marker: str) -> None:
        """Take a footnote marker that the text itself spells out."""
        self._run(None).notes.append(marker)

    def runs(self) -> list[Run]:
        """Return what was collected, without white space at its ends; start anew."""
        for run in self._runs:
            self._trim(run)
        found = [run for run in self._runs if run.spans]
        self._runs, self._seen, self._unseen, self.glue = [], None, None, False
        return found

    def _run(self, hidden: str | None) -> Run:
        run = self._seen if hidden is None else self._unseen
        if run is None or run.hidden != hidden:
            run = Run(hidden)
            self._runs.append(run)
        if hidden is None:
            self._seen = run
        else:
            self._unseen = run
        return run

    def _trim(self, run: Run) -> None:
        while run.spans:
            span = run.spans[-1]
            words = self._text[span.start : span.end] if span.text is None else span.text
            kept = words.rstrip()
            if kept == words:
                return
            run.spans.pop()
            if kept:
                run.spans.append(Span(span.start, span.start + len(kept)))
                return


def _parts(last: str, following: str) -> bool:
    """Tell whether two characters can only meet where the page parts them by its layout."""
    return following.isupper() if last.isalpha() else last in "%×" and following.isalpha()


def _spans_length(run: Run) -> int:
    """Return the length of the run's last span, which tells words from animated letters."""
    span = run.spans[-1]
    return span.end - span.start if span.text is None else len(span.text)
