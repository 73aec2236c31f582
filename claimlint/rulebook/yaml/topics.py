"""Loads the topics on which decks and contracts both speak: positions, table, pairs."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from claimlint.rulebook.model import Rule, WordLists
from claimlint.rulebook.patterns import Item, Pattern
from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml.rules import item, pattern
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node, folder, load
from claimlint.terms import Category, ClauseLabel
from claimlint.values.comparison import Relation
from claimlint.values.topics import Measure, Row, Topic

NOTHING = "nothing"
_DECK = ("question", "limitation", "hypothetical")
_CONTRACT = ("question",)
"""What lets a match go: a section of limitations takes back what a deck says, a contract is one."""
_TOPIC = ("id", "title", "category", "positions", "relations", "pairs")
_POSITION = tuple("claims clauses denied holding lacking find anything unless holds not".split())


class Position(Struct, frozen=True, kw_only=True):
    """What a sentence can hold on a topic, and how it is told that it does.

    `claims`, `clauses` and `denied` name categories (`safety-compliance/privacy` with an aspect),
    clause labels or single rules: such a claim, clause or denied claim takes the position, where
    the unit holds a word of `holding` and none of `lacking`. `rule` finds further words, and where
    there are no more than these, `holding` and `lacking` are theirs; with `anything` all takes it
    that a deck says of a thing. `holds` are sentences that take the position, `fails` near misses.
    """

    id: str
    says: str
    claims: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    holding: Item | None = None
    lacking: Item | None = None
    rule: Rule | None = None
    anything: bool = False
    holds: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()

    @property
    def words_only(self) -> bool:
        """Tell whether nothing but words takes the position."""
        return not (self.claims or self.clauses or self.denied)


class Pair(Struct, frozen=True):
    """A sentence of a deck, one of a contract, and how they stand, or `nothing`."""

    deck: str
    contract: str
    kind: str


class TopicEntry(Struct, frozen=True, kw_only=True):
    """A topic with its positions and the pairs that show what its table means."""

    topic: Topic
    positions: tuple[Position, ...]
    pairs: tuple[Pair, ...]
    file: str

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return the rules whose words take a position, in the order of the positions."""
        return tuple(each.rule for each in self.positions if each.rule is not None)


def load_topics(path: Path, words: WordLists) -> tuple[TopicEntry, ...]:
    """Return the topics of the YAML files below `path`, in the order of their names.

    Raises:
        RuleFault: a file breaks the form, or its table names a position that it does not define.
    """
    return tuple(_entry(file, words) for file in folder(path))


def _entry(file: Path, words: WordLists) -> TopicEntry:
    shown = f"rules/topics/{file.name}"
    node = load(file, shown)
    keys = node.keys(_TOPIC, ("aspect", "ask", "negotiate", "parts"))
    topic_id = keys.text("id")
    if topic_id != file.stem:
        raise keys["id"].fault(f'the file is called "{file.stem}"')
    named = keys["positions"].pairs()
    rows = tuple(_row(each, tuple(name for name, _ in named)) for each in keys["relations"].items())
    bound = {name for row in rows for name in row.contract}
    positions = tuple(
        _position(topic_id, name, inner, words, shown, usual=_CONTRACT if name in bound else _DECK)
        for name, inner in named
    )
    topic = Topic(
        id=topic_id,
        title=keys.text("title"),
        category=keys["category"].member(Category),
        aspect=keys.text("aspect") or None,
        rows=rows,
        ask=keys.text("ask"),
        negotiate=keys.text("negotiate"),
        parts=keys.truth("parts"),
    )
    pairs = tuple(_pair(each) for each in keys["pairs"].items())
    if not any(pair.kind == NOTHING for pair in pairs):
        raise keys["pairs"].fault("give at least one pair that has nothing to do with each other")
    return TopicEntry(topic=topic, positions=positions, pairs=pairs, file=shown)


def _position(
    topic: str, name: str, node: Node, words: WordLists, file: str, *, usual: tuple[str, ...]
) -> Position:
    keys = node.keys(("says",), _POSITION)
    find = keys.get("find")
    if find is not None and not (keys.texts("holds") and keys.texts("not")):
        raise find.fault('give sentences that hold it ("holds") and near misses ("not")')
    rule = None
    if find is not None:
        patterns = tuple(pattern(each, words) for each in find.items())
        rule = _rule(f"{topic}.{name}", keys, patterns, file, usual)
    return Position(
        id=name,
        says=keys.text("says"),
        claims=_selectors(keys, "claims", tuple(Category)),
        clauses=_selectors(keys, "clauses", tuple(ClauseLabel)),
        denied=_selectors(keys, "denied", tuple(Category)),
        holding=item(keys["holding"], words) if "holding" in keys else None,
        lacking=item(keys["lacking"], words) if "lacking" in keys else None,
        rule=rule,
        anything=keys.truth("anything"),
        holds=keys.texts("holds"),
        fails=keys.texts("not"),
    )


def _rule(
    name: str, keys: Mapping, patterns: tuple[Pattern, ...], file: str, usual: tuple[str, ...]
) -> Rule:
    says = keys.text("says")
    unless = keys.texts("unless") or usual
    return Rule(id=name, label=name, says=says, why=says, find=patterns, unless=unless, file=file)


def _selectors(keys: Mapping, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    for each in keys.items(name):
        head = each.text().partition("/")[0].partition(".")[0]
        if head not in known:
            raise each.fault(f'nothing is called "{head}"{suggestion(head, known)}')
    return keys.texts(name)


def _row(node: Node, names: tuple[str, ...]) -> Row:
    keys = node.keys(
        ("deck", "contract", "is", "why"), ("compare", "duty-shift", "at-least", "weak")
    )
    return Row(
        deck=_named(keys["deck"], names),
        contract=_named(keys["contract"], names),
        kind=keys["is"].member(Relation),
        why=keys.text("why"),
        least=keys.number("at-least"),
        measure=keys.member("compare", Measure),
        duty_shift=keys.truth("duty-shift"),
        weak=keys.truth("weak"),
    )


def _named(node: Node, names: tuple[str, ...]) -> tuple[str, ...]:
    nodes = (node,) if isinstance(node.value, str) else node.items()
    return tuple(each.one_of(names) for each in nodes)


def _pair(node: Node) -> Pair:
    keys = node.keys(("deck", "contract", "is"))
    kinds = (*Relation, NOTHING)
    return Pair(keys.text("deck"), keys.text("contract"), keys["is"].one_of(kinds))
