"""Headings, stems and items of contracts, told by their shape where readers saw plain lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from claimlint.detect.parsing.model import Parse
from claimlint.detect.units.unit import Unit
from claimlint.document import Role
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Kind

_NUMBERED = regex(
    r"\s*(?:§\s*\d|(?:section|article|clause|annex|schedule|part)\s+\w{1,4}\b"
    r"|\d{1,2}(?:\.\d{1,2}){0,4}\s*[.):]?\s)",
    re.IGNORECASE,
)
_DOING = regex(r"\W*(?:[\w' -]{2,30}: )?[A-Z][a-z]+ing\b(?! (?:is|are|shall|must|will)\b)")
_DEFINES = regex(
    r"[^\"“”]{0,12}[\"“][^\"“”]{1,60}[\"”][\s*_,]*(?:(?:or|and)\s[\"“*_]+[^\"“”]{1,60}[\"”*_]+\s)?"
    r"(?:\([^()]*\)\s)?(?:shall\s)?(?:means?|refers?\sto|denotes?|ha(?:s|ve)\sthe\smeaning|is\sdefined\sas)\b",
    re.IGNORECASE,
)
TAIL = " \t\n*_—–-"
"""What may stand behind the colon of a stem: blanks, signs of emphasis, dashes."""
_LABEL = regex(r"\W*[A-Z][^.:;—–|]{2,70}?\s(?P<mark>[—–-])\s\S")
_HEADING_WORDS = 9
_NUMBERED_STOP_WORDS = 6
_SMALL = frozenset("a an and as at by for from in no not of on or our the to vs with your".split())
_FINITE = frozenset(
    "must should shall will would may might can could is are was were has have had do does".split()
)
_RELATIVE = frozenset("that which who whom whose whether if when where what because unless".split())
_SPEAKERS = frozenset("we you they it he she i this these those there nothing neither".split())
_MODAL = frozenset("will would shall can be".split())
_LONG = 6
_OPENS = frozenset("may can might could not for to never without must shall".split())


def is_titled(unit: Unit) -> bool:
    """Tell whether the unit is words with a capital each, or one in capitals throughout."""
    words = _texts(unit)
    return _capitals(words) and (len(words) > 1 or unit.text.isupper())


def is_definition(unit: Unit) -> bool:
    """Tell whether the unit says what a term in quotation marks means, and so promises nothing."""
    return _DEFINES.match(unit.text) is not None


def is_heading(unit: Unit, *, stem: str, plain: bool) -> bool:
    """Tell whether the unit is a heading.

    `stem` opens the list that it could end; `plain` says that the items before it are no titles.
    """
    if unit.role.heads:
        return True
    if unit.role is not Role.PARAGRAPH or unit.passage.cell is not None:
        return False
    text = unit.text.strip()
    if text.startswith("#"):
        return True
    words = _texts(unit)
    if not 0 < len(words) <= _HEADING_WORDS or text.endswith((":", ";", ",", "!", "?", "%")):
        return False
    before = unit.passage.text[: unit.start]
    if before.strip() and _NUMBERED.fullmatch(before.rstrip() + " ") is None:
        return False
    numbered = _NUMBERED.match(unit.passage.text) is not None
    if text.endswith(".") and not (numbered and len(words) <= _NUMBERED_STOP_WORDS):
        return False
    if text.count(":") or any(token.form in _FINITE for token in unit.tokens):
        return False
    titled = _capitals(words)
    if stem and not titled:
        return False
    ends = plain and len(words) > 1
    return (numbered and words[0][0].isupper() and (titled or len(words) <= _LONG)) or (
        titled and (ends or not stem)
    )


def is_number(unit: Unit) -> bool:
    """Tell whether the unit is nothing but the number of what follows ("3.")."""
    return not any(token.kind is Kind.WORD for token in unit.tokens) and "%" not in unit.text


def is_stem(text: str) -> bool:
    """Tell whether the text opens a list."""
    return text.rstrip(TAIL).endswith(":")


def stem_within(text: str) -> str:
    """Return the stem of a line that holds its first item too ("This tool may: Miss names")."""
    head, mark, item = text.partition(":")
    words = head.rstrip(TAIL).lower().split()
    opens = bool(words) and words[-1] in _OPENS and item.strip()[:1].isupper()
    return head + mark if opens and not is_stem(text) else ""


def label_mark(text: str) -> str:
    """Return the dash behind the label that opens an item ("Bias — results that …"), or nothing."""
    found = _LABEL.match(text)
    return found["mark"] if found else ""


def says_doing(text: str) -> bool:
    """Tell whether a line names an act ("Using it to harm", "Misuse: Writing false news")."""
    return _DOING.match(text) is not None


def is_fragment(unit: Unit, parse: Callable[[], Parse]) -> bool:
    """Tell whether the unit is no sentence of its own: a noun with its company, or a bare verb."""
    forms = _words(unit)
    if not forms or forms[0] in _SPEAKERS:
        return False
    if forms[0].endswith("ing") or (unit.text.isupper() and not unit.text.endswith(".")):
        return True
    place = next((number for number, form in enumerate(forms) if form in _FINITE), None)
    if place is not None:
        return not _RELATIVE.isdisjoint(forms[:place])
    if len(forms) < _LONG and not unit.text.rstrip().endswith("."):
        return True
    return not _has_subject(parse())


def goes_on(unit: Unit, stem: str, parse: Callable[[], Parse]) -> bool:
    """Tell whether the unit completes the stem above it, as an item without a mark."""
    text = unit.text.strip()
    if is_stem(text) or stem_within(text):
        return False
    if text[:1].islower() or text.endswith((";", "; or", "; and", ", or", ", and")):
        return True
    if is_fragment(unit, parse):
        return True
    forms = [token.form for token in unit.tokens]
    wants_sentence = stem.rstrip(TAIL + ":").lower().endswith(" that")
    return wants_sentence and forms[0] not in _SPEAKERS and not _MODAL.isdisjoint(forms)


def _texts(unit: Unit) -> list[str]:
    return [token.text for token in unit.tokens if token.kind is Kind.WORD]


def _capitals(words: Iterable[str]) -> bool:
    """Tell whether each word has a capital, small ones aside."""
    return all(word[0].isupper() for word in words if word.lower() not in _SMALL)


def _words(unit: Unit) -> list[str]:
    """Return the forms of the words, without an aside in brackets that ends the unit."""
    found: list[str] = []
    for token in unit.tokens:
        if token.form == "(" and found:
            break
        if token.kind is Kind.WORD:
            found.append(token.form)
    return found


def _has_subject(parse: Parse) -> bool:
    # Contracts promise in the present: what looks like a past tense is a participle after its noun.
    for token in parse.doc:
        if token.head is token and token.tag_ in ("VBZ", "VBP", "MD"):
            return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.children)
    return False
