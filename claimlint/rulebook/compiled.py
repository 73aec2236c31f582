"""A rule book as bytes that open at once: what the YAML files say, already expanded.

Filing, lists, rules, signs and topics are parts of their own, read when they are first asked for: a
text that no rule takes an interest in asks for a little of the first two. The head carries the
digest of the YAML files that the book was made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from mmap import mmap
from typing import TYPE_CHECKING, Any

from msgspec import json, to_builtins

from claimlint.rulebook.compiled_filing import KeptFiling, KeptItems, item_leaves, leaves
from claimlint.rulebook.filing import filing_of
from claimlint.rulebook.model import Example, Kept, Rule, Rules, Sign, WordLists
from claimlint.rulebook.parts import Parts, joined
from claimlint.rulebook.patterns import At, Frame, Item, Pattern, Phrase, Words
from claimlint.rulebook.rule_book import RuleBook
from claimlint.terms import Category, ClauseLabel, Confidence, InList
from claimlint.values.notes import SourceNote

if TYPE_CHECKING:
    from claimlint.rulebook.topics import TopicEntry

Items = KeptItems | Sequence[Item]

FORM = 14
"""Counts up when the text's form changes, so that an older text is made anew."""

_FRAME = ("verb", "object", "subject", "company", "subject_not", "beside", "not_beside")
_EXAMPLES = ("flag", "passes")


def compiled(book: RuleBook) -> bytes:
    """Return the book as bytes that `opened` reads."""
    from claimlint.rulebook.compiled_topics import packed

    items: dict[Item, int] = {}
    head: dict[str, Any] = {"form": FORM, "digest": book.digest, "lists": list(book.words.lists)}
    parts: dict[str, bytes] = {}
    for sort, rules in (("claims", book.claims), ("clauses", book.clauses)):
        head[sort] = [list(rules.ids), list(rules.patterns)]
        parts.update((f"{sort}-{rule.id}", json.encode(_rule(rule, items))) for rule in rules)
        parts.update((f"{sort}-{n}", leaf) for n, leaf in enumerate(leaves(filing_of(rules))))
        parts[f"{sort}-forms"] = " ".join(sorted(rules.forms)).encode()
    parts.update((f"items-{n}", leaf) for n, leaf in enumerate(item_leaves(items)))
    parts.update((f"${name}", _listed(phrases)) for name, phrases in book.words.lists.items())
    parts["signs"] = json.encode(book.signs)
    return joined(head, {**parts, "topics": packed(book.topics, _rule)})


def opened(data: bytes | mmap) -> RuleBook:
    """Return the book that `compiled` wrote.

    Raises:
        ValueError, KeyError, TypeError: the data are damaged or of another form.
    """
    parts = Parts(data)
    head = parts.head
    if head["form"] != FORM:
        raise ValueError(f"a compiled rule book of form {head['form']}")
    items = KeptItems(partial(_leaf, parts, "items"))

    def rules(sort: str, labels: type[Category] | type[ClauseLabel]) -> Rules:
        ids, patterns = head[sort]
        return Rules(
            ids,
            patterns,
            lambda n: _opened_rule(json.decode(parts[f"{sort}-{ids[n]}"]), labels, items),
            lambda: frozenset(parts[f"{sort}-forms"].decode().split()),
        )

    return RuleBook(
        claims=rules("claims", Category),
        clauses=rules("clauses", ClauseLabel),
        words=WordLists(_Lists(parts, head["lists"])),
        digest=head["digest"],
        claims_filing=KeptFiling(partial(_leaf, parts, "claims")),
        clauses_filing=KeptFiling(partial(_leaf, parts, "clauses")),
        signs=Kept(partial(_signs, parts)),
        topics=Kept(partial(_topics, parts)),
    )


def _leaf(parts: Parts, name: str, number: int) -> bytes:
    return parts[f"{name}-{number}"]


def _listed(phrases: Sequence[Phrase]) -> bytes:
    return "\n".join(" ".join(phrase) for phrase in phrases).encode()


def _signs(parts: Parts) -> tuple[Sign, ...]:
    return json.decode(parts["signs"], type=tuple[Sign, ...])


def _topics(parts: Parts) -> tuple[TopicEntry, ...]:
    from claimlint.rulebook.compiled_topics import unpacked

    return unpacked(parts["topics"], _opened_topic_rule)


def _rule(rule: Rule, items: dict[Item, int]) -> dict[str, Any]:
    told = {
        name: getattr(rule, name) for name in Rule.__struct_fields__ if name not in _FOUND_APART
    }
    told["sources"] = [to_builtins(source) for source in rule.sources]
    told["find"] = [_pattern(pattern, items) for pattern in rule.find]
    for name in _EXAMPLES:
        told[name] = [[e.text, e.because, e.lead] for e in getattr(rule, name)]
    return told


_FOUND_APART = ("find", "sources", *_EXAMPLES)


def _opened_topic_rule(told: dict[str, Any], items: Items) -> Rule:
    return _opened_rule(told, str, items)


def _opened_rule(
    told: dict[str, Any],
    labels: type[Category] | type[ClauseLabel] | type[str],
    items: Items,
) -> Rule:
    for name in ("unless", "despite", "needs"):
        told[name] = tuple(told[name])
    for name in _EXAMPLES:
        told[name] = tuple(Example(*parts) for parts in told[name])
    told["label"] = labels(told["label"])
    told["in_lists"] = tuple(map(InList, told["in_lists"]))
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


def _opened_pattern(told: list[Any], items: Items) -> Pattern:
    def item(number: int | None) -> Item | None:
        return None if number is None else items[number]

    if isinstance(told[0], int):
        within, *places = told
        parts = dict(zip(_FRAME, map(item, places), strict=True))
        return Frame(within=within, **parts)  # type: ignore[arg-type]  # a verb is always there
    at, places, beside, not_beside = told
    held = tuple(items[number] for number in places)
    return Words(held, At(at), item(beside), item(not_beside))


class _Lists(Mapping[str, tuple[Phrase, ...]]):
    """Named lists of phrases, each read when it is first asked for."""

    def __init__(self, parts: Parts, names: Sequence[str]) -> None:
        self._parts = parts
        self._held: dict[str, tuple[Phrase, ...] | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> tuple[Phrase, ...]:
        held = self._held[name]
        if held is None:
            lines = self._parts[f"${name}"].decode().split("\n")
            held = self._held[name] = tuple(tuple(line.split(" ")) for line in lines if line)
        return held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
