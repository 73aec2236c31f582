"""What the terms stand for that a contract defines: its parties, or what the system puts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from claimlint.detect.cues import Cues
from claimlint.detect.units.unit import Unit
from claimlint.rulebook.reading_form import Kind, Token

_QUOTE = '"'
_SHORT = 3
_DUTIES = 3
"""So often a term that stands for a party at least does what parties do."""
_POINTING = frozenset(
    "the a an it this that each every neither either both all any no they".split()
)
"""What opens a sentence and is no term."""
_CUSTOMER, _OUTPUT, _VENDOR = "customer", "output", "provider"


class Terms(Struct, frozen=True):
    """The forms of names and defined terms, with the word by which rules know what they name.

    `parties` are names of the vendor or the customer; `roles` hold them for a contract only, which
    is `binding`.
    """

    roles: Mapping[str, str] = {}
    parties: frozenset[str] = frozenset()
    binding: bool = False


def defined_terms(units: Iterable[Unit], vendors: frozenset[str], cues: Cues) -> Terms:
    """Return the names and terms of a contract that name a party or what the system gives out.

    A term in brackets that acts ("the Practice shall") and is no vendor's is the customer. What is
    said to be given out by the system ("a figure that the Service returns") is output. Of the names
    of companies those that act are the vendor's: "Acme shall", but "Screening Results may".
    """
    opens, acts, means = (cues.forms(f"term-{name}") for name in ("opens", "acts", "means"))
    parties: set[str] = set()
    acting: set[str] = set()
    roles: dict[str, str] = {}
    counted: Counter[str] = Counter()
    does = cues.forms("term-party-does")
    for unit in units:
        row = unit.tokens
        parties.update(_bracketed(row, opens))
        counted.update(_with_duties(row, acts, does))
        for name, behind in pairwise(token.form for token in row):
            if name in vendors and behind in acts:
                roles[name] = _VENDOR
            elif name in parties and (behind in acts or _is_verb(behind)):
                acting.add(name)
        if cues.finds("term-given-out", row):
            roles.update((form, _OUTPUT) for form in _defined(row, means))
    known = cues.forms("term-no-customer")
    if _VENDOR in roles.values() and len(parties - vendors) == 1:
        # The vendor goes by its name: the other party is the customer, whatever it is called.
        known -= cues.forms("term-vendor")
    acting |= _by_duties(counted, known | vendors, cues)
    roles.update((form, _CUSTOMER) for form in acting - vendors - known)
    named = frozenset(form for form, role in roles.items() if role != _OUTPUT)
    return Terms(roles, named, binding=True)


def parties(terms: Terms, vendors: frozenset[str]) -> Mapping[str, str]:
    """Return the names and terms of the two parties, as "provider" or "customer"."""
    customers = {form: role for form, role in terms.roles.items() if role == _CUSTOMER}
    return {**dict.fromkeys(vendors, _VENDOR), **customers}


def _bracketed(row: tuple[Token, ...], opens: frozenset[str]) -> Iterator[str]:
    """Yield the terms of one word that name a party: (the "Practice"), hereinafter the "Group"."""
    for place in range(1, len(row) - 2):
        quoted = row[place].form == row[place + 2].form == _QUOTE
        term = row[place + 1]
        opened = not opens.isdisjoint((row[place - 1].form, row[max(0, place - 2)].form))
        if quoted and opened and term.kind is Kind.WORD and term.text[:1].isupper():
            yield term.form


def _with_duties(
    row: tuple[Token, ...], acts: frozenset[str], does: frozenset[str]
) -> Iterator[str]:
    """Yield the terms of one word that do what parties do: "the Airline shall inform its crew"."""
    for place in range(len(row) - 2):
        term, behind, then = row[place : place + 3]
        if not term.text[:1].isupper() or term.kind is not Kind.WORD or term.form in _POINTING:
            continue
        if behind.form in does or (behind.form in acts and then.form in does):
            yield term.form


def _by_duties(counted: Counter[str], others: frozenset[str], cues: Cues) -> set[str]:
    """Return the term by which a contract calls its customer that never says so.

    It is what most often does as parties do, besides the vendor; none where either goes by a word
    that tells nobody which of the two it is.
    """
    if not cues.forms("t-customer").isdisjoint(counted):
        return set()
    if cues.forms("term-vendor").isdisjoint(counted):
        return set()
    likely = [(count, form) for form, count in counted.items() if form not in others]
    count, form = max(likely, default=(0, ""))
    return {form} if count >= _DUTIES else set()


def _is_verb(form: str) -> bool:
    """Tell whether a word behind a party can be what it does: "pays", "provides", but not "is"."""
    return len(form) > _SHORT and form.endswith("s")


def _defined(row: tuple[Token, ...], means: frozenset[str]) -> Iterator[str]:
    """Yield the last word of each term that is quoted, with what it means behind."""
    for place in range(2, len(row)):
        term = row[place - 2]
        if row[place - 1].form == _QUOTE and row[place].form in means and term.text[:1].isupper():
            yield term.form
            yield f"{term.form}s"
