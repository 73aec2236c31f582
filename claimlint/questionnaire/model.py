"""A questionnaire: the claims, and for each kind of evidence and task the fields that are asked."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import file_name

FORM = "claimlint-questions/1"
_FEW_WORDS = 3
_SHORT = 100


class ClaimAsked(Struct, frozen=True, kw_only=True):
    """A claim that answers would settle; `number` counts from 1 in the questionnaire.

    `words` stand in `sentence`. `group` joins the same words across documents.
    """

    number: int
    words: str
    sentence: str
    document: str
    place: str
    category: str
    strength: str
    rule: str
    group: str

    @property
    def told(self) -> str:
        """Return the words, or their sentence where it is short and they alone tell too little."""
        little = len(self.words.split()) <= _FEW_WORDS and len(self.sentence) <= _SHORT
        return self.sentence if little else self.words

    @property
    def source(self) -> str:
        """Return file name and place, as a person would say them."""
        return f"{file_name(self.document)}, {self.place}"


class AskedField(Struct, frozen=True, kw_only=True):
    """One field of evidence that is asked for, and the answer that came back.

    `so_far` is what the papers or earlier answers show, `source` where. `place` is where the
    answer stands in `file`, which came back.
    """

    id: str
    asks: str
    kernel: bool = False
    so_far: str = ""
    source: str = ""
    answer: str = ""
    state: str = ""
    file: str = ""
    place: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """One question: a kind of evidence for one task ("" where claims do not say which).

    `standing` says what was found so far; `claims` are numbers of claims, none
    where every seller owes the answer; `due` is an ISO date.
    """

    kind: str
    task: str
    title: str
    asks: str
    why: str
    standing: str
    claims: tuple[int, ...]
    fields: tuple[AskedField, ...]
    owner: str = ""
    due: str = ""

    @property
    def id(self) -> str:
        """Return the id of the question, stable while kind and task stay."""
        return self.kind + (f"@{self.task.replace(' ', '-')}" if self.task else "")

    @property
    def heading(self) -> str:
        """Return the title with the task that it is about."""
        return f"{self.title} ({self.task})" if self.task else self.title


class Questionnaire(Struct, frozen=True, kw_only=True):
    """Questions for one vendor. `files` are what it was read from, round by round; none if new.

    `changed` tells that questions or claims differ from what claimlint wrote.
    """

    matter: str
    prepared_by: str
    prepared_on: str
    claims: tuple[ClaimAsked, ...]
    items: tuple[Item, ...]
    files: tuple[str, ...] = ()
    changed: bool = False

    def due(self, day: str) -> Questionnaire:
        """Return the same with every question due on the ISO date `day`."""
        return replace(self, items=tuple(replace(item, due=day) for item in self.items))

    def of(self, item: Item) -> tuple[ClaimAsked, ...]:
        """Return the claims that an item would settle."""
        by_number = {claim.number: claim for claim in self.claims}
        return tuple(by_number[number] for number in item.claims if number in by_number)
