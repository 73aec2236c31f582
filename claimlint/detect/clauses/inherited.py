"""What a unit of a contract inherits: the clause of its stem, its heading, or what it goes on.

"We do not guarantee:" holds for the items below it, "Prohibited uses" for the uses that it heads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec.structs import replace

from claimlint.detect.clauses.labels import HANDED
from claimlint.detect.clauses.outline import (
    TAIL,
    goes_on,
    is_fragment,
    is_heading,
    is_number,
    is_stem,
    is_titled,
    label_mark,
    says_doing,
    stem_within,
)
from claimlint.detect.cues import Cues
from claimlint.detect.paper.names import read_as
from claimlint.detect.parsing.model import Parse
from claimlint.detect.units.unit import Unit
from claimlint.document import Role
from claimlint.finding import Clause, Decision
from claimlint.rulebook.model import Rules
from claimlint.rulebook.reading_form import Kind, tokens
from claimlint.terms import COMMITMENTS, ClauseLabel, InList

_EXCEPTS = ("excluding:", "except:", "except for:", "unless:", "excludes:", "apply to:", "limit:")
_ABOUT = ("based on:", "depends on:", "notice for:", "if:", "when:")
_CUSTOMERS = "clause-customer-duties"
_GETS = "clause-customer-gets"
_SURELY = 2
"""So many lines below a stem are surely items; later ones of a list without marks must fit it."""
_SENTENCE = 5
_STARTS_A_LIST = "clause-lead-in"
_GOES_ON = "clause-goes-on"
_PAPERS = "clause-misuse-papers"
_TURNS = "clause-turns"
_HEADED = frozenset(
    {ClauseLabel.USE_RESTRICTION, ClauseLabel.PERFORMANCE_WARRANTY, ClauseLabel.LIABILITY_CAP}
)
"""A heading alone says this of the bare lines below it; others stand over duties and prices too."""


class Stems:
    """The headings and stems above the units of a paper, and the clauses that they hand down."""

    def __init__(self, cues: Cues, rules: Rules, roles: Callable[[], Mapping[str, str]]) -> None:
        self._cues = cues
        self._rules = rules
        self._roles_of = roles
        self._title = ""
        self._heading = ""
        self._headed: Clause | None = None
        """What the heading says of the bare lines below it."""
        self._stem = ""
        """The stem of the list that is open, with how many items it has and its number's depth."""
        self._items = self._depth = 0
        self._mark = ""
        """The dash behind the labels of its items, where each has one."""
        self._left = ""
        """The stem of the list that ended last; `_over` are those of all that ended."""
        self._over: set[str] = set()
        self._handed: dict[str, Clause] = {}
        """What each stem hands down."""
        self._last: Clause | None = None
        """The clause of the unit before, of which `_unstopped` and `_plain` tell the shape."""
        self._unstopped = self._plain = False

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        return self._roles_of()

    def clauses(
        self, unit: Unit, own: Callable[[Unit], tuple[Clause, ...]], parse: Callable[[], Parse]
    ) -> tuple[Clause, ...]:
        """Return the unit's own clauses, or the one that it inherits, and keep it for what follows.

        `own` finds the clauses in the unit as rules read it: below its stem and headings, told by
        the shape of the lines where the reader told neither, names and defined terms of the parties
        as "provider" and "customer".
        Below a stem that excepts ("…, excluding:") nothing is inherited. The word lists
        `no-item-of-<label>` hold words by which an item is something else.
        """
        if is_number(unit):
            return ()
        above = self._stem or (self._heading if self._headed else "")
        heads = is_heading(unit, stem=above, plain=self._plain)
        unit = self._placed(unit, parse, heads=heads)
        found = own(unit)
        self._count(unit)
        self._unstopped = bool(unit.lead) and unit.text.rstrip()[-1:].isalnum()
        self._plain = bool(unit.lead or self._headed) and not is_titled(unit) and not heads
        kept = self._kept(unit, found)
        settled = kept or self._inherited(unit, parse, heads=heads)
        if heads:
            self._headed = kept[0] if kept and kept[0].label in _HEADED else None
        elif not settled:
            self._headed = None
        starts = bool(kept) and not heads and self._cues.finds(_STARTS_A_LIST, unit.tokens)
        self._open_list(unit, settled, starts=starts)
        self._last = settled[0] if settled else None
        return settled

    def _count(self, unit: Unit) -> None:
        """Count the unit as an item, and keep the dash that it shares with those before it."""
        if not unit.lead:
            return
        mark = label_mark(unit.text)
        self._mark = mark if self._mark == mark or not self._items else ""
        self._items += 1

    def _alike(self, unit: Unit) -> bool:
        """Tell whether the unit opens with a label, as each item before it ("Bias — results …")."""
        mark = label_mark(unit.text)
        return bool(mark) and (mark == self._mark or not self._items)

    def _placed(self, unit: Unit, parse: Callable[[], Parse], *, heads: bool) -> Unit:
        """Return the unit below the stem and the headings above it; what it ends is over."""
        if not self._title and _opens(unit) and self._cues.finds(_PAPERS, unit.tokens):
            self._title = unit.text
        if heads:
            self._over.update({self._stem} - {""})
            self._title = self._title or unit.text
            self._heading, self._stem, self._headed, self._left = unit.text, "", None, ""
        if heads or unit.lead_text in self._over:
            unit = replace(unit, lead=(), lead_text="")
        elif not unit.lead and self._stem:
            if (self._alike(unit) or goes_on(unit, self._stem, parse)) and not self._closes(unit):
                unit = replace(unit, lead=tokens(self._stem), lead_text=self._stem)
            else:
                self._stem, self._left = "", self._stem
        elif not unit.lead and self._resumes(unit):
            self._stem = self._left
            unit = replace(unit, lead=tokens(self._stem), lead_text=self._stem)
        above = dict.fromkeys((self._heading, *unit.headings, self._title))
        headings = tuple(text for text in above if text and text != unit.text)
        if headings != unit.headings:
            unit = replace(unit, headings=headings)
        return read_as(unit, self._roles)

    def _open_list(self, unit: Unit, settled: tuple[Clause, ...], *, starts: bool) -> None:
        """Take the unit as the stem of what follows, where it is one or `starts` a list."""
        within = stem_within(unit.text) if settled else ""
        if within and not unit.lead:
            self._stem, self._items = within, 1
            self._handed[within] = settled[0]
        elif starts or is_stem(unit.text):
            self._stem, self._items = unit.text, 0
            self._depth = unit.passage.level if unit.passage.number is not None else 0
            self._over.discard(unit.text)
            words = unit.text.rstrip(TAIL).lower()
            excepts = words.endswith(_EXCEPTS) and not self._is(settled, InList.EXCEPTIONS)
            if settled and not excepts and not words.endswith(_ABOUT):
                self._handed[unit.text] = settled[0]

    def _closes(self, unit: Unit) -> bool:
        """Tell whether the unit ends a list: by its number, or a full sentence after bare items."""
        if unit.passage.number is not None and 0 < unit.passage.level <= self._depth:
            return True
        words = sum(token.kind is Kind.WORD for token in unit.tokens)
        return self._unstopped and unit.text.rstrip().endswith(".") and words >= _SENTENCE

    def _resumes(self, unit: Unit) -> bool:
        """Tell whether a ban goes on after a sentence in between ("Using it to harm others")."""
        above = self._handed.get(self._left)
        if above is None or above.label is not ClauseLabel.USE_RESTRICTION:
            return False
        return says_doing(unit.text)

    def _kept(self, unit: Unit, own: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """Return the unit's own clause where it is what its list says.

        An item that reads like a heading is none; what the customer does, or what is taken back,
        is no promise.
        """
        above = self._handed.get(unit.lead_text)
        listed = bool(own and unit.lead)
        weak = not own or self._is(own, InList.ITEM)
        if above is not None and weak and self._strays(unit, above):
            self._over.add(unit.lead_text)
            self._handed.pop(unit.lead_text)
            self._stem = ""
            return ()
        if listed and self._is(own, InList.HEADING):
            return ()
        if not listed or not any(each.label in COMMITMENTS for each in own):
            return own
        surely = unit.role is not Role.PARAGRAPH or self._items <= _SURELY
        denied = surely and above is not None and above.label not in COMMITMENTS
        if denied:
            return ()
        owed = self._cues.finds(_CUSTOMERS, unit.lead) and not self._cues.finds(_GETS, unit.lead)
        duty = any(clause.label is ClauseLabel.HUMAN_REVIEW_DUTY for clause in own)
        return tuple(each for each in own if each.label not in COMMITMENTS) if owed or duty else own

    def _inherited(
        self, unit: Unit, parse: Callable[[], Parse], *, heads: bool
    ) -> tuple[Clause, ...]:
        if unit.lead:
            above, by = self._handed.get(unit.lead_text), "stem"
        elif self._last is not None and self._continues(unit):
            above, by = self._last, "continued"
        elif (
            heads
            or self._stem
            or self._headed is None
            or is_stem(unit.text)
            or not is_fragment(unit, parse)
        ):
            return ()
        else:
            above, by = self._headed, "heading"
        if above is None or self._excepted(unit, above):
            return ()
        if by == "heading" and self._lacks(unit, above):
            return ()
        return (_handed_down(unit, above, by),)

    def _excepted(self, unit: Unit, above: Clause) -> bool:
        name = f"no-item-of-{above.label}"
        every = self._is((above,), InList.EVERY_ITEM)
        return not every and self._cues.finds(name, unit.tokens)

    def _is(self, clauses: tuple[Clause, ...], what: InList) -> bool:
        return any(what in self._rules.named(clause.rule).in_lists for clause in clauses)

    def _strays(self, unit: Unit, above: Clause) -> bool:
        """Tell whether a line of a list without marks has nothing of what its stem speaks of."""
        told = unit.role is not Role.PARAGRAPH or self._items <= _SURELY
        return not (told or self._alike(unit)) and self._lacks(unit, above)

    def _lacks(self, unit: Unit, above: Clause) -> bool:
        own, name = f"item-of-{above.rule}", f"item-of-{above.label}"
        name = own if self._cues.has(own) else name
        return self._cues.has(name) and not self._cues.finds(name, unit.tokens)

    def _continues(self, unit: Unit) -> bool:
        starts = any(start == 0 for start, _ in self._cues.find(_GOES_ON, unit.tokens))
        return starts and not self._cues.finds(_TURNS, unit.tokens)


def _handed_down(unit: Unit, above: Clause, by: str) -> Clause:
    return replace(
        above,
        **unit.quoted(0, len(unit.text)),
        number=unit.number,
        why=(*above.why, Decision(by, HANDED, above.unit)),
    )


def _opens(unit: Unit) -> bool:
    """Tell whether the unit says what the paper is ("This Acceptable Use Policy governs …")."""
    return bool(unit.tokens) and unit.tokens[0].form in ("this", "these", "our")
