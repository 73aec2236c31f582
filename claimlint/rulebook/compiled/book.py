"""A rule book as bytes that open at once: what the YAML files say, already expanded.

Filing, lists, rules, signs and topics are parts of their own, read when they are first asked for: a
text that no rule takes an interest in asks for a little of the first two. The head carries the
digest of the YAML files that the book was made from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from mmap import mmap
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import json
from msgspec.structs import replace

from claimlint.rulebook.compiled.filing import KeptFiling, KeptItems, item_leaves, leaves
from claimlint.rulebook.compiled.parts import Parts, joined
from claimlint.rulebook.filing import filing_of
from claimlint.rulebook.model import Kept, Rule, Rules, Sign
from claimlint.rulebook.patterns import Item, Phrase
from claimlint.rulebook.rule_book import RuleBook
from claimlint.terms import Category, ClauseLabel

if TYPE_CHECKING:
    from claimlint.rulebook.yaml.topics import TopicEntry

Thing = TypeVar("Thing")

FORM = 22
"""Counts up when the text's form changes, so that an older text is made anew."""


def compiled(book: RuleBook) -> bytes:
    """Return the book as bytes that `opened` reads."""
    items: dict[Item, int] = {}
    encoder = json.Encoder(enc_hook=lambda item: items.setdefault(item, len(items)))
    head: dict[str, Any] = {"form": FORM, "digest": book.digest, "lists": list(book.words)}
    parts: dict[str, bytes] = {}
    for sort, rules in (("claims", book.claims), ("clauses", book.clauses)):
        head[sort] = [list(rules.ids), list(rules.patterns)]
        parts.update((f"{sort}-{rule.id}", encoder.encode(rule)) for rule in rules)
        parts.update((f"{sort}-{n}", leaf) for n, leaf in enumerate(leaves(filing_of(rules))))
        parts[f"{sort}-forms"] = " ".join(sorted(rules.forms)).encode()
    filing = filing_of(rule for topic in book.topics for rule in topic.rules)
    parts.update((f"topics-{n}", leaf) for n, leaf in enumerate(leaves(filing)))
    topics = encoder.encode(tuple(book.topics))
    parts.update((f"items-{n}", leaf) for n, leaf in enumerate(item_leaves(items)))
    parts.update((f"${name}", _listed(phrases)) for name, phrases in book.words.items())
    parts["signs"] = json.encode(book.signs)
    return joined(head, {**parts, "topics": topics})


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

        def rule(number: int) -> Rule:
            found = _decoded(parts[f"{sort}-{ids[number]}"], Rule, items)
            return replace(found, label=labels(found.label))

        return Rules(
            ids, patterns, rule, lambda: frozenset(parts[f"{sort}-forms"].decode().split())
        )

    return RuleBook(
        claims=rules("claims", Category),
        clauses=rules("clauses", ClauseLabel),
        words=_Lists(parts, head["lists"]),
        digest=head["digest"],
        claims_filing=KeptFiling(partial(_leaf, parts, "claims")),
        clauses_filing=KeptFiling(partial(_leaf, parts, "clauses")),
        signs=Kept(lambda: json.decode(parts["signs"], type=tuple[Sign, ...])),
        topics=Kept(lambda: _topics(parts, items)),
        topics_filing=KeptFiling(partial(_leaf, parts, "topics")),
    )


def _leaf(parts: Parts, name: str, number: int) -> bytes:
    return parts[f"{name}-{number}"]


def _listed(phrases: Sequence[Phrase]) -> bytes:
    return "\n".join(" ".join(phrase) for phrase in phrases).encode()


def _topics(parts: Parts, items: KeptItems) -> tuple[TopicEntry, ...]:
    from claimlint.rulebook.yaml.topics import TopicEntry

    return _decoded(parts["topics"], tuple[TopicEntry, ...], items)


def _decoded(data: bytes, kind: type[Thing], items: KeptItems) -> Thing:
    """Return what was written; an item was written as its number."""
    return json.decode(data, type=kind, dec_hook=lambda _, number: items[number])


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
