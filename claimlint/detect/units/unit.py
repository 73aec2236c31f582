"""A unit: one sentence, headline, bullet, cell or slide line, with what stands around it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from claimlint.amounts import whole_words
from claimlint.document import Location, Passage, Role
from claimlint.rulebook.patterns import MULTIPLE, NUMBER
from claimlint.rulebook.reading_form import Kind, Token

FIGURES = (Kind.NUMBER, Kind.MULTIPLE)
"""The sorts of token for which rules have placeholders."""
_SHORT = 2
_ANSWER = 24
_LABEL = 4
_CLOSES = MappingProxyType({")": "(", "]": "[", "”": "“", "»": "«"})


class Words(TypedDict):
    """Some words of a unit and where they stand, as the fields of a `Quoted`."""

    text: str
    unit: str
    span: tuple[int, int]
    location: Location
    passage: int
    offset: int


class Unit(Struct, frozen=True, kw_only=True):
    """A stretch of one passage that is judged by itself.

    `start` and `end` are code points of the passage's text; `tokens` hold offsets into `text`.
    `lead` is the reading of what the unit completes: the stem of its bullet list, its column head
    or the label beside a bare number; `lead_text` the same as written. `before` is the sentence
    before it in its passage where both are brief: two may make one claim. `headings` are those
    above it, nearest first, and `previous` is the unit before it. Of a table's cell `answers` are
    the others in its row, by the heads of their columns; `heads_column` if it is such a head,
    `rows_beside` the heads of other rows with such a figure, where rows are rivals, and
    `columns_beside` the heads of the other columns of its row.
    Of a figure beside that of before, `was` opens the sentence that it ends ("Reply time: from 6 h
    to"). `clause` is the number of its clause, `annex` the schedule or annex that counts clauses
    anew.
    """

    passage: Passage
    index: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    lead: tuple[Token, ...] = ()
    lead_text: str = ""
    before: tuple[Token, ...] = ()
    headings: tuple[str, ...] = ()
    previous: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    heads_column: bool = False
    counted: bool = False
    rows_beside: tuple[str, ...] = ()
    columns_beside: tuple[str, ...] = ()
    was: tuple[Token, ...] = ()
    clause: str | None = None
    annex: str | None = None

    @property
    def number(self) -> str | None:
        """Return the clause number, behind the name of an annex that counts its clauses anew."""
        both = self.annex and self.clause
        return f"{self.annex}, clause {self.clause}" if both else self.clause

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the text where tokens `start` to `end` (excluded) stand."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def enclosed(self, start: int, end: int) -> tuple[int, int]:
        """Return `characters` with the mark behind them that closes what opened among them."""
        first, last = self.characters(start, end)
        closing, said = self.text[last : last + 1], self.text[first:last]
        opening = _CLOSES.get(closing)
        if opening is not None and said.count(opening) > said.count(closing):
            last += 1
        return first, last

    def locate(self, start: int, end: int) -> Location:
        """Return the place of the code points `start` to `end` (excluded) of the unit's text."""
        place = self.passage.locate(self.start + start, self.start + end)
        if self.annex is None or place.clause is None:
            return place
        return replace(place, label=f"{self.annex}, {place.label}")

    def quoted(self, start: int, end: int) -> Words:
        """Return the code points `start` to `end` (excluded) of the unit's text, to be quoted."""
        return Words(
            text=self.text[start:end],
            unit=self.text,
            span=(start, end),
            location=self.locate(start, end),
            passage=self.index,
            offset=self.start,
        )

    @property
    def role(self) -> Role:
        """Return what typography says of the passage."""
        return self.passage.role

    def completed(self, *, led: bool) -> str:
        """Return what the unit completes where it is not understood without: a rule `led` there.

        Nor is a cell of a word or two ("24/7" in the row "Availability") or a figure by a label.
        In front of the question of a form stands what was answered.
        """
        cell = self.passage.cell
        if cell is not None and self.answers and self.text.rstrip().endswith("?"):
            said = " ".join(self.answers[0][1].split()).partition(". ")[0].rstrip(".")
            return f"Answered “{whole_words(said, _ANSWER)}”"
        lead = " ".join((self.previous if self.before else self.lead_text).split())
        if cell is not None:
            heads = (" ".join(head.split()) for head in (cell.row_head, cell.column_head) if head)
            told = " · ".join(head for head in heads if head in lead)
            lead = told if told or not lead.endswith("?") else lead
        words = sum(token.kind is Kind.WORD for token in self.tokens)
        labelled = words == 0 and len(lead.split()) <= _LABEL and lead[-1:].isalnum()
        return lead if led or labelled or (cell is not None and words <= _SHORT) else ""

    @property
    def reading(self) -> str:
        """Return the unit's reading form as one line."""
        return " ".join(token.form for token in self.tokens)


def matchable(token: Token) -> str:
    """Return the form under which placeholders of rules find the token."""
    if token.kind is Kind.NUMBER:
        return NUMBER
    return MULTIPLE if token.kind is Kind.MULTIPLE else token.form


def forms_of(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Return the forms of the tokens and the placeholders that they can fill."""
    forms = {token.form for token in tokens}
    forms.update(matchable(token) for token in tokens if token.kind in FIGURES)
    return frozenset(forms)
