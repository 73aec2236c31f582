"""Claim rules and clause rules: one YAML file each, with its reason and its own examples."""

from __future__ import annotations

from pathlib import Path

from claimlint.errors import RuleFault
from claimlint.rulebook.learned import LEARNED
from claimlint.rulebook.model import Example, Rule, WordLists
from claimlint.rulebook.patterns import WITHIN, At, Frame, Item, Pattern, Words
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node, folder, load
from claimlint.rulebook.yaml.words import item_for
from claimlint.terms import Category, ClauseLabel, Confidence, ContextCheck, InList
from claimlint.values.notes import SourceNote

REQUIRED = ("id", "says", "why", "find", "flag", "pass")
OPTIONAL = tuple(
    "aspect unless despite confidence needs because sources suppressible in-lists "
    "empties-claims".split()
)
_PATTERN_ONLY = ("beside", "not-beside")
_EXAMPLES = 3
_USUAL = "usual"


def load_rules(path: Path, words: WordLists) -> tuple[Rule, ...]:
    """Return the rules below `path` (`rules/claims` or `rules/clauses`), in the files' order.

    Raises:
        RuleFault: a file breaks the form, an id is given twice, or the id is not the folder's.
    """
    rules: list[Rule] = []
    for file in folder(path):
        shown = (Path("rules") / path.name / file.relative_to(path)).as_posix()
        rule = load_rule(file, words, shown)
        if any(rule.id == other.id for other in rules):
            raise RuleFault(f'{shown}:1: a rule called "{rule.id}" stands in another file')
        rules.append(rule)
    return tuple(rules)


def load_rule(file: Path, words: WordLists, shown: str) -> Rule:
    """Return the rule in `file`, of a claim if `claims` is the folder above its own.

    Raises:
        RuleFault: the file breaks the form; `shown` stands for it in messages.
    """
    category = file.parent.name if file.parent.parent.name == "claims" else ""
    return _rule(load(file, shown), category, words, shown)


def _rule(node: Node, category: str, words: WordLists, file: str) -> Rule:
    keys = node.keys(REQUIRED, OPTIONAL)
    rule_id = keys.text("id")
    head, _, slug = rule_id.partition(".")
    if not slug or (category and head != category):
        raise keys["id"].fault(f'expected "{category or "label"}.some-words"')
    labels = Category if category else ClauseLabel
    label = Node(node.file, keys["id"].line, "id", head).member(labels)
    return Rule(
        id=rule_id,
        label=label,
        says=keys.text("says"),
        why=keys.text("why"),
        find=_find(keys["find"], words, rule_id, category),
        unless=_checks(keys, "unless") or (_USUAL,),
        despite=_checks(keys, "despite"),
        aspect=keys.text("aspect") or None,
        confidence=keys.member("confidence", Confidence) or Confidence.HIGH,
        needs=keys.texts("needs"),
        because=keys.text("because"),
        suppressible=keys.truth("suppressible", default=True),
        in_lists=tuple(each.member(InList) for each in keys.items("in-lists")),
        empties_claims=keys.truth("empties-claims", default=True),
        sources=tuple(map(_source_note, keys.items("sources"))),
        flag=examples(keys["flag"], marked=True),
        passes=examples(keys["pass"], marked=False),
        file=file,
    )


def _find(node: Node, words: WordLists, rule: str, category: str) -> tuple[Pattern, ...]:
    """Return the patterns of a rule, none of one that goes by the weights of its category."""
    if node.value != LEARNED:
        return tuple(pattern(each, words) for each in node.items())
    if rule != f"{category}.{LEARNED}":
        called = f'"{category or "category"}.{LEARNED}"'
        raise node.fault(f"only a rule called {called} goes by what was learned")
    return ()


def _source_note(node: Node) -> SourceNote:
    """Return where a fact was seen; only `title` and `body` are always known."""
    keys = node.keys(("title", "body"), ("date", "seen_in", "seen_as", "address", "read"))
    return SourceNote(**{name: inner.text() for name, inner in keys.pairs})


def _checks(keys: Mapping, name: str) -> tuple[str, ...]:
    return tuple(each.one_of((_USUAL, *ContextCheck)) for each in keys.items(name))


def pattern(node: Node, words: WordLists) -> Pattern:
    """Return what one entry of `find` looks for.

    Raises:
        RuleFault: the entry is wrong.
    """
    if isinstance(node.value, Mapping) and "verb" in node.value:
        return _frame(node, words)
    keys = node.keys(("words",), ("at", *_PATTERN_ONLY))
    made = Words(
        tuple(item(each, words) for each in keys["words"].items()),
        keys.member("at", At) or At.ANYWHERE,
        _maybe(keys, "beside", words),
        _maybe(keys, "not-beside", words),
    )
    if not made.needed:
        raise node.fault("every item is optional, or there is none")
    return made


def _frame(node: Node, words: WordLists) -> Frame:
    keys = node.keys(
        ("verb",), ("object", "subject", "with", "subject-not", "within", *_PATTERN_ONLY)
    )
    frame = Frame(
        verb=_verb(keys["verb"], words),
        object=_maybe(keys, "object", words),
        subject=_maybe(keys, "subject", words),
        company=_maybe(keys, "with", words),
        subject_not=_maybe(keys, "subject-not", words),
        within=keys.whole("within", WITHIN),
        beside=_maybe(keys, "beside", words),
        not_beside=_maybe(keys, "not-beside", words),
    )
    if len(frame.needed) < 2:
        raise node.fault('a verb alone says nothing; add "object", "with" or "subject"')
    return frame


def _verb(node: Node, words: WordLists) -> Item:
    """Verbs of a frame are given in their base form or as a list of forms (`$list`)."""
    if isinstance(node.value, Mapping):
        return item(node, words)
    listed = node.value if isinstance(node.value, tuple) else (node,)
    inner = Node(node.file, node.line, f"{node.where}.verbs", listed)
    return item_for(Node(node.file, node.line, node.where, Mapping((("verbs", inner),))), words)


def _maybe(keys: Mapping, name: str, words: WordLists) -> Item | None:
    node = keys.get(name)
    return None if node is None else item(node, words)


def item(node: Node, words: WordLists) -> Item:
    """Return one place of a pattern as a rule file writes it."""
    if not isinstance(node.value, Mapping):
        return item_for(node, words)
    keys = node.keys((), ("any", "verbs", "nouns", "words", "optional", "gap"))
    if "gap" in keys:
        return Item(gap=keys["gap"].whole())
    optional = keys.truth("optional")
    if "any" in keys:
        return item_for(keys["any"], words, optional=optional)
    pairs = tuple(pair for pair in keys.pairs if pair[0] != "optional")
    return item_for(
        Node(node.file, node.line, node.where, Mapping(pairs)), words, optional=optional
    )


def examples(node: Node, *, marked: bool) -> tuple[Example, ...]:
    """Return the sentences of `flag` (marked) or of `pass`.

    Raises:
        RuleFault: a sentence lacks its marks or its reason, or there are too few.
    """
    found = []
    for each in node.items():
        if isinstance(each.value, str):
            example = Example(each.text())
        else:
            keys = each.keys(("text",), ("because", "lead"))
            example = Example(keys.text("text"), keys.text("because"), keys.text("lead"))
        if marked != ("[[" in example.text):
            wrong = "mark the words with [[ ]]" if marked else "a near miss has no [[ ]]"
            raise each.fault(wrong)
        if not marked and not example.because:
            raise each.fault('say why it is none ("because")')
        found.append(example)
    if len(found) < _EXAMPLES:
        raise node.fault(f"give at least {_EXAMPLES} sentences")
    return tuple(found)
