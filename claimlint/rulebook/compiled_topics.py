"""The topics of a compiled rule book: one text, opened when a comparison first asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import json

from claimlint.rulebook.model import Rule
from claimlint.rulebook.patterns import Item
from claimlint.rulebook.topics import Pair, Position, TopicEntry
from claimlint.terms import Category
from claimlint.values.comparison import Relation
from claimlint.values.topics import Measure, Row, Topic

Number = Callable[[Item | None], int | None]
"""Returns the number under which an item is kept."""
ItemOf = Callable[[int | None], Item | None]

_PLAIN = ("id", "says", "claims", "clauses", "denied", "holds", "fails")


def packed(
    entries: Sequence[TopicEntry],
    rule: Callable[[Rule, dict[Item, int]], dict[str, Any]],
) -> bytes:
    """Return topics as bytes; `rule` packs one rule and numbers its items."""
    items: dict[Item, int] = {}

    def number(item: Item | None) -> int | None:
        return None if item is None else items.setdefault(item, len(items))

    told = [_entry(entry, number, lambda each: rule(each, items)) for entry in entries]
    kept = [[item.pack(), item.optional, item.gap] for item in items]
    return json.encode({"topics": told, "items": kept})


def unpacked(
    data: bytes, rule: Callable[[dict[str, Any], Sequence[Item]], Rule]
) -> tuple[TopicEntry, ...]:
    """Return the topics that `packed` wrote; `rule` opens one rule."""
    held = json.decode(data)
    items = [Item.packed(words, optional=opt, gap=gap) for words, opt, gap in held["items"]]

    def item(number: int | None) -> Item | None:
        return None if number is None else items[number]

    return tuple(_opened(told, item, lambda each: rule(each, items)) for told in held["topics"])


def _entry(
    entry: TopicEntry, number: Number, rule: Callable[[Rule], dict[str, Any]]
) -> dict[str, Any]:
    topic = entry.topic
    return {
        "file": entry.file,
        "topic": [topic.id, topic.title, topic.category, topic.aspect, topic.ask, topic.negotiate],
        "rows": [
            [row.deck, row.contract, row.kind, row.why, row.measure, row.least, row.duty_shift]
            for row in topic.rows
        ],
        "positions": [
            {
                **{name: getattr(position, name) for name in _PLAIN},
                "holding": number(position.holding),
                "lacking": number(position.lacking),
                "rule": rule(position.rule) if position.rule else None,
            }
            for position in entry.positions
        ],
        "pairs": [[pair.deck, pair.contract, pair.kind] for pair in entry.pairs],
    }


def _opened(
    told: dict[str, Any], item: ItemOf, rule: Callable[[dict[str, Any]], Rule]
) -> TopicEntry:
    topic, title, category, aspect, ask, negotiate = told["topic"]
    rows = tuple(
        Row(
            deck=tuple(deck),
            contract=tuple(contract),
            kind=Relation(kind),
            why=why,
            measure=Measure(measure) if measure else None,
            least=least,
            duty_shift=shift,
        )
        for deck, contract, kind, why, measure, least, shift in told["rows"]
    )
    return TopicEntry(
        topic=Topic(
            id=topic,
            title=title,
            category=Category(category),
            aspect=aspect,
            rows=rows,
            ask=ask,
            negotiate=negotiate,
        ),
        positions=tuple(_position(each, item, rule) for each in told["positions"]),
        pairs=tuple(Pair(*each) for each in told["pairs"]),
        file=told["file"],
    )


def _position(
    told: dict[str, Any], item: ItemOf, rule: Callable[[dict[str, Any]], Rule]
) -> Position:
    lists = {name: tuple(told[name]) for name in _PLAIN if name not in ("id", "says")}
    return Position(
        id=told["id"],
        says=told["says"],
        holding=item(told["holding"]),
        lacking=item(told["lacking"]),
        rule=rule(told["rule"]) if told["rule"] else None,
        **lists,
    )
