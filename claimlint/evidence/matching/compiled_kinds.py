"""What each kind of evidence looks for, compiled once for a catalogue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache, reduce
from itertools import chain
from operator import or_

from msgspec import Struct

from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.numbers import number
from claimlint.evidence.matching.cues import Cues, compile_cues
from claimlint.evidence.matching.labels import values_of
from claimlint.evidence.matching.needs import Lists
from claimlint.evidence.matching.places import Places
from claimlint.evidence.matching.searched_text import Index, SearchedText
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue, EvidenceField, EvidenceKind, Reject

_DENIED = regex(
    r"(?:\b(?:not|never|no longer|cannot|nor)|n't)"
    r"(?:(?:[^\w,;:]{1,3}|,\s(?=\w{2,}(?:ed|made|eant|uilt)\b))\w+){0,4}[^\w,;:]{0,3}$",
    re.IGNORECASE,
)
_YEAR = regex(r"\b20\d\d\b")
_NAME_WORDS = 4
_LONGEST_QUESTION = 160
_TITLED = ("security-assurance",)
"""Kinds that the title of a paper names ("SOC 2 Type II report"), and its text may not."""
_EXACT = frozenset({"date", "period"})
_OF_NUMBERS = frozenset({"value", "sample-size", "interval", "version"})
_NUMERIC = regex(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)\b")
_VALUED = regex(r"\s*(?:[~≈<>≤≥±+-]|about|approx\.?|around|over|under|some|mean|median)?\s*\d")
_COUNTED = regex(r"\s*\d[\d,. ]*;?\s*")
_WORD_START = regex(r"[\w%$€£]+")


class FieldHit(Struct, frozen=True):
    """A field of evidence found in a unit.

    It is `labelled` where a label says which field it is, and `generic` where a detector found it
    (any date, any number) and no phrase of the kind's own.
    """

    field: str
    unit: Unit
    start: int
    end: int
    value: str | None = None
    labelled: bool = False
    generic: bool = False

    @property
    def text(self) -> str:
        """Return the words found."""
        return self.unit.text[self.start : self.end]


class CompiledField(Struct, frozen=True, eq=False):
    """One field with its cues compiled and its labels in lower case."""

    field: EvidenceField
    cues: Cues
    near: Cues
    labels: frozenset[str]
    asked: Cues
    answers: Cues

    @property
    def exact(self) -> bool:
        """Tell whether what a label names must be what a detector of the field finds."""
        return bool(_EXACT.intersection(self.cues.detectors))

    @property
    def numeric(self) -> bool:
        """Tell whether what a label names must hold a number."""
        return bool(_OF_NUMBERS.intersection(self.cues.detectors))

    @property
    def _figure(self) -> re.Pattern[str]:
        """Return what an entry behind a label must hold: a number; a value opens with it."""
        return _VALUED if self.field.id == "value" else _NUMERIC

    def places(self, index: Index) -> Places:
        """Return the numbers of the units in which the field can be filled."""
        found = index.kept.get(self)
        if found is None:
            found = self.cues.places(index)
            if self.field.near:
                found &= self.near.places(index)
            named = self.labels.intersection(index.labels) | self._asked_in(index)
            found |= Places.of(chain.from_iterable(index.labels[label] for label in named))
            index.kept[self] = found
        return found

    def is_named(self, label: str) -> bool:
        """Tell whether a label or question (in lower case) before a value names the field."""
        return label in self.labels or _asks(self.asked, label)

    def _asked_in(self, index: Index) -> set[str]:
        """Return the labels and questions of a document that call for the field."""
        able = self.asked.places(index.of_labels)
        return {
            label for place in able if self.is_named(label := index.of_labels.texts[place].text)
        }

    def _answered(self, value: str) -> bool:
        """Tell whether what stands behind a question or a label in other words answers it."""
        asked = self.answers.sources or self.answers.detectors
        return not asked or self.answers.any(SearchedText(value))

    def find(self, unit: Unit, seen: SearchedText) -> Iterator[FieldHit]:
        """Yield the places where the field is filled in a unit."""
        for label, start, end in values_of(seen.text, seen.labelled, self.is_named):
            if label not in self.labels and not self._answered(unit.text[start:end]):
                continue
            inner = next(self.cues.find_in(unit.text, start, end), None)
            if inner is not None:
                start, end = inner.start, inner.end
            elif self.exact or (self.numeric and not self._figure.search(unit.text, start, end)):
                continue
            value = _number_of(unit.text[start:end]) if inner is None else inner.value
            yield FieldHit(self.field.id, unit, start, end, value, labelled=True)
        if self.field.near and not self.near.sources and not self.near.any(seen):
            return
        close: list[Hit] | None = None
        for hit in self.cues.find(seen):
            if self.field.affirmed and _DENIED.search(unit.text, 0, hit.start):
                continue
            if self.field.near:
                close = list(self.near.find(seen)) if close is None else close
                if not _near(unit.text, hit, close, self.field.within):
                    continue
            yield FieldHit(self.field.id, unit, hit.start, hit.end, hit.value, generic=hit.generic)

    def fills(self, unit: Unit, seen: SearchedText) -> bool:
        """Tell whether the field is filled in a unit."""
        return next(self.find(unit, seen), None) is not None


class CompiledKind(Struct, frozen=True):
    """One kind of evidence with everything compiled.

    `kernel` holds each field of the kernel, with the one that may stand in for it.
    """

    kind: EvidenceKind
    fields: tuple[CompiledField, ...]
    kernel: tuple[tuple[CompiledField, ...], ...]
    about: Cues
    rejects: tuple[tuple[Reject, Cues], ...]

    @property
    def anchor(self) -> CompiledField:
        """Return the field by which the kind is recognised: the first of its kernel."""
        return self.kernel[0][0]

    def needed(self, index: Index) -> Iterator[Places]:
        """Yield for each field of the kernel the units in which it can be filled."""
        for fields in self.kernel:
            yield reduce(or_, (field.places(index) for field in fields))

    def heads(self, unit: Unit) -> bool:
        """Tell whether a unit is a heading that says little more than the name of this kind."""
        if unit.shape is not Shape.HEADING or len(unit.text.split()) > _NAME_WORDS:
            return False
        name = unit.text.lower().replace("-", " ")
        dated = _YEAR.search(name) is not None
        return not dated and any(heading in name for heading in self.kind.headings)

    def headed(self, unit: Unit) -> bool:
        """Tell whether a heading above the unit names this kind of evidence."""
        return bool(unit.headings) and _headed(self.kind.headings, unit.headings)


@lru_cache(maxsize=4096)
def _headed(names: tuple[str, ...], headings: tuple[str, ...]) -> bool:
    above = " / ".join(headings).lower().replace("-", " ")
    return any(name in above for name in names)


@lru_cache(maxsize=65536)
def _asks(asked: Cues, label: str) -> bool:
    return len(label) <= _LONGEST_QUESTION and asked.any(SearchedText(label))


def _number_of(entry: str) -> str | None:
    """Return the number that an entry is ("1,250" below "Letters"), None where it says more."""
    size = number(entry.strip(" ;.")) if _COUNTED.fullmatch(entry) else None
    return None if size is None else f"{size.normalize():f}"


def _near(text: str, hit: Hit, close: list[Hit], within: int) -> bool:
    starts = [match.start() for match in _WORD_START.finditer(text)]
    first, last = bisect_right(starts, hit.start), bisect_right(starts, hit.end - 1)
    for other in close:
        if other.start <= hit.start and hit.end <= other.end:
            continue
        left, right = bisect_right(starts, other.start), bisect_right(starts, other.end - 1)
        if max(left - last, first - right) <= within:
            return True
    return False


@lru_cache(maxsize=4)
def compiled_kinds(catalogue: Catalogue) -> tuple[CompiledKind, ...]:
    """Return the kinds of evidence of a catalogue in their order, each compiled once."""
    lists = Lists(dict(catalogue.words))
    return tuple(_compiled(kind, lists) for kind in catalogue.kinds)


def compiled_kind(kind: str, catalogue: Catalogue) -> CompiledKind:
    """Return the kind of evidence of that id, compiled."""
    return next(each for each in compiled_kinds(catalogue) if each.kind.id == kind)


def _compiled(kind: EvidenceKind, lists: Lists) -> CompiledKind:
    fields = {
        entry.id: CompiledField(
            entry,
            compile_cues(entry.cues, lists),
            compile_cues(entry.near, lists),
            frozenset(label.lower() for label in entry.labels),
            compile_cues(entry.asked, lists),
            compile_cues(entry.answers, lists),
        )
        for entry in kind.fields
    }
    return CompiledKind(
        kind,
        tuple(fields.values()),
        tuple(
            tuple(fields[name] for name in (entry.id, entry.instead) if name is not None)
            for entry in kind.kernel
        ),
        compile_cues(kind.about, lists),
        tuple((reject, compile_cues(reject.phrases, lists)) for reject in kind.rejects),
    )


class Labels(Struct, frozen=True, eq=False):
    """What stands in front of values: labels in lower case, and questions by their words."""

    exact: frozenset[str]
    asked: Cues

    def __contains__(self, label: object) -> bool:
        return isinstance(label, str) and (label in self.exact or _asks(self.asked, label))


@lru_cache(maxsize=4)
def labels_of(catalogue: Catalogue) -> Labels:
    """Return what stands in front of values."""
    fields = tuple(entry for kind in catalogue.kinds for entry in kind.fields)
    return Labels(
        frozenset(label.lower() for entry in fields for label in entry.labels),
        compile_cues(
            tuple(dict.fromkeys(cue for entry in fields for cue in entry.asked)),
            Lists(dict(catalogue.words)),
        ),
    )


def is_evidence(compiled: CompiledKind, unit: Unit) -> bool:
    """Tell whether a unit may anchor evidence: a heading alone may not.

    But the title of an audit's report names the scheme, and what follows tells only the rest.
    """
    return unit.shape is not Shape.HEADING or compiled.kind.id in _TITLED
