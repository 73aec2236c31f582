"""A rule book as bytes that open at once: what the YAML files say, already expanded.

Filing, lists, rules, signs and topics are parts of their own, read when they are first asked for: a
text that no rule takes an interest in asks for a little of the first two. The head carries the
digest of the YAML files that the book was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from mmap import mmap
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import json
from msgspec.structs import replace

from claimlint.machine.parts import Parts, joined
from claimlint.rulebook.compiled.filing import KeptFiling, KeptItems, item_leaves, leaves
from claimlint.rulebook.filing import filing_of
from claimlint.rulebook.learned import Weights
from claimlint.rulebook.model import Kept, Rule, Rules, Sign
from claimlint.rulebook.patterns import Item, Phrase
from claimlint.rulebook.rule_book import RuleBook
from claimlint.terms import Category, ClauseLabel

if TYPE_CHECKING:
    from claimlint.rulebook.yaml.topics import TopicEntry

Thing = TypeVar("Thing")

FORM = 23
"""Counts up when the text's form changes, so that an older text is made anew."""


def compiled(book: RuleBook) -> bytes:
    """Return the book as bytes that `opened` reads."""
    items: dict[Item, int] = {}
    encoder = json.Encoder(enc_hook=lambda item: items.setdefault(item, len(items)))
    head: dict[str, Any] = {"form": FORM, "digest": book.digest, "lists": list(book.words)}
    head["learned"] = list(book.learned)
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
    parts.update((f"learned-{name}", json.encode(each)) for name, each in book.learned.items())
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
        words=_Opened(head["lists"], lambda name: _phrases(parts[f"${name}"])),
        learned=_Opened(
            head["learned"], lambda name: json.decode(parts[f"learned-{name}"], type=Weights)
        ),
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


class _Opened(Mapping[str, Thing]):
    """Things by name, each opened when it is first asked for."""

    def __init__(self, names: Sequence[str], opened: Callable[[str], Thing]) -> None:
        self._names = dict.fromkeys(names)
        self._opened = cache(opened)

    def __getitem__(self, name: str) -> Thing:
        if name not in self._names:
            raise KeyError(name)
        return self._opened(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _phrases(lines: bytes) -> tuple[Phrase, ...]:
    return tuple(tuple(line.split(" ")) for line in lines.decode().split("\n") if line)
