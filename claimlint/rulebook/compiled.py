"""A rule book as bytes that open at once: what the YAML files say, already expanded.

Words and topics are kept packed and read when they are first asked for. The text carries the digest
of the YAML files that it was made from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from claimlint.notes import SourceNote
from claimlint.rulebook.compiled_topics import KeptTopics, packed, unpacked
from claimlint.rulebook.filing import filing_of
from claimlint.rulebook.patterns import At, Frame, Item, Pattern, Phrase, Words
from claimlint.rulebook.rules import Example, Rule
from claimlint.rulebook.words import WordLists
from claimlint.rulebook.yaml_book import RuleBook
from claimlint.terms import Category, ClauseLabel, Confidence

FORM = 6
"""Counts up when the text's form changes, so that an older text is made anew."""

_BETWEEN = b"\x1e"

_FRAME = ("verb", "object", "subject", "company", "subject_not", "beside", "not_beside")
_EXAMPLES = ("flag", "passes")


def compiled(book: RuleBook) -> bytes:
    """Return the book as bytes that `opened` reads: a line of JSON, then the words of all items."""
    items: dict[Item, int] = {}
    head = json.dumps(
        {
            "form": FORM,
            "digest": book.digest,
            "claims": [_rule(rule, items) for rule in book.claims],
            "clauses": [_rule(rule, items) for rule in book.clauses],
            "claims_filing": filing_of(book.claims),
            "clauses_filing": filing_of(book.clauses),
            "lists": {
                name: "\n".join(" ".join(phrase) for phrase in phrases)
                for name, phrases in book.words.lists.items()
            },
            "items": [[item.optional, item.gap] for item in items],
            "topics": packed(book.topics, _rule),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return b"\n".join((head.encode(), _BETWEEN.join(item.pack().encode() for item in items)))


def opened(text: bytes) -> RuleBook:
    """Return the book that `compiled` wrote.

    Raises:
        ValueError, KeyError, TypeError: the text is damaged or of another form.
    """
    head, _, words = text.partition(b"\n")
    data = json.loads(head)
    if data["form"] != FORM:
        raise ValueError(f"a compiled rule book of form {data['form']}")
    pairs = zip(words.split(_BETWEEN), data["items"], strict=len(data["items"]) > 0)
    items = [Item.packed(text, optional=optional, gap=gap) for text, (optional, gap) in pairs]
    return RuleBook(
        claims=tuple(_opened_rule(rule, Category, items) for rule in data["claims"]),
        clauses=tuple(_opened_rule(rule, ClauseLabel, items) for rule in data["clauses"]),
        words=WordLists(_Lists(data["lists"])),
        digest=data["digest"],
        claims_filing=data["claims_filing"],
        clauses_filing=data["clauses_filing"],
        topics=KeptTopics(partial(unpacked, data["topics"], _opened_topic_rule)),
    )


def _rule(rule: Rule, items: dict[Item, int]) -> dict[str, Any]:
    told = {name: getattr(rule, name) for name in Rule.__slots__ if name not in _FOUND_APART}
    told["sources"] = [asdict(source) for source in rule.sources]
    told["find"] = [_pattern(pattern, items) for pattern in rule.find]
    for name in _EXAMPLES:
        told[name] = [[e.text, e.because, e.lead] for e in getattr(rule, name)]
    return told


_FOUND_APART = ("find", "sources", *_EXAMPLES)


def _opened_topic_rule(told: dict[str, Any], items: Sequence[Item]) -> Rule:
    return _opened_rule(told, str, items)


def _opened_rule(
    told: dict[str, Any],
    labels: type[Category] | type[ClauseLabel] | type[str],
    items: Sequence[Item],
) -> Rule:
    for name in ("unless", "despite", "needs"):
        told[name] = tuple(told[name])
    for name in _EXAMPLES:
        told[name] = tuple(Example(*parts) for parts in told[name])
    told["label"] = labels(told["label"])
    told["confidence"] = Confidence(told["confidence"])
    told["sources"] = tuple(SourceNote(**source) for source in told["sources"])
    told["find"] = tuple(_opened_pattern(pattern, items) for pattern in told["find"])
    return Rule(**told)


def _pattern(pattern: Pattern, items: dict[Item, int]) -> list[Any]:
    def number(item: Item | None) -> int | None:
        return None if item is None else items.setdefault(item, len(items))

    if isinstance(pattern, Frame):
        return [pattern.within, *(number(getattr(pattern, name)) for name in _FRAME)]
    places = [number(item) for item in pattern.items]
    return [pattern.at, places, number(pattern.beside), number(pattern.not_beside)]


def _opened_pattern(told: list[Any], items: Sequence[Item]) -> Pattern:
    def item(number: int | None) -> Item | None:
        return None if number is None else items[number]

    if isinstance(told[0], int):
        within, *places = told
        parts = dict(zip(_FRAME, map(item, places), strict=True))
        return Frame(within=within, **parts)  # type: ignore[arg-type]  # a verb is always there
    at, places, beside, not_beside = told
    held = tuple(items[number] for number in places)
    return Words(held, At(at), item(beside), item(not_beside))


@dataclass(slots=True)
class _Lists(Mapping[str, tuple[Phrase, ...]]):
    """Named lists of phrases, each read when it is first asked for."""

    packed: dict[str, str | tuple[Phrase, ...]]

    def __getitem__(self, name: str) -> tuple[Phrase, ...]:
        held = self.packed[name]
        if isinstance(held, str):
            held = tuple(tuple(line.split(" ")) for line in held.split("\n") if line)
            self.packed[name] = held
        return held

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)
