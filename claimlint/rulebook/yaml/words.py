"""The shared word lists of `rules/words/`, expanded to all written forms."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from claimlint.rulebook.model import WordLists
from claimlint.rulebook.patterns import PLACEHOLDERS, Item, Phrase
from claimlint.rulebook.reading_form import forms
from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml.inflect import noun_forms, verb_forms
from claimlint.rulebook.yaml.strict_yaml import Node, folder, load

_KINDS = ("words", "verbs", "nouns")
_NO_WORD = re.compile(r"\w\*|[.\\]\*|^\$[A-Za-z]")
_LIST = re.compile(r"\$[a-z][a-z0-9-]*")


def item_for(node: Node, words: WordLists, *, optional: bool = False) -> Item:
    """Return the item for a word, a `$list`, a list of these, or `{verbs: …, nouns: …}`."""
    phrases = _phrases(node, words)
    singles = frozenset(p[0] for p in phrases if len(p) == 1 and p[0] not in PLACEHOLDERS)
    rest = tuple(p for p in phrases if len(p) > 1 or p[0] in PLACEHOLDERS)
    return Item(singles, rest, optional)


def load_words(path: Path, base: WordLists | None = None) -> WordLists:
    """Return all lists of the YAML files below `path`, beside those of `base`.

    A list may name others of these files or of `base`.

    Raises:
        RuleFault: unknown key or list, a name given twice.
    """
    lists = dict(base or {})
    pending = [pair for file in folder(path) for pair in load(file, _shown(path, file)).pairs()]
    names = {name for name, _ in pending}
    while pending:
        late = []
        for name, node in pending:
            if name in lists:
                raise node.fault("a list of that name stands in another file")
            if _references(node) & (names - lists.keys()):
                late.append((name, node))
            else:
                lists[name] = _phrases(node, lists)
        if len(late) == len(pending):
            raise late[0][1].fault("the lists refer to one another in a circle")
        pending = late
    return lists


def _shown(path: Path, file: Path) -> str:
    return (Path(path.parent.name) / path.name / file.relative_to(path)).as_posix()


def _references(node: Node) -> set[str]:
    if isinstance(node.value, str):
        return {node.value[1:]} if _LIST.fullmatch(node.value) else set()
    if isinstance(node.value, tuple):
        return {name for item in node.value for name in _references(item)}
    return {name for _, inner in node.pairs() for name in _references(inner)}


def _phrases(node: Node, lists: WordLists) -> tuple[Phrase, ...]:
    found: list[Phrase] = []
    if isinstance(node.value, str):
        found.extend(_named(node, lists) if _LIST.fullmatch(node.value) else [_phrase(node)])
    elif isinstance(node.value, tuple):
        for item in node.value:
            found.extend(_phrases(item, lists))
    else:
        for kind, inner in node.keys((), _KINDS).pairs:
            for item in inner.items() if isinstance(inner.value, tuple) else (inner,):
                found.extend(_inflected(kind, item, lists))
    return tuple(dict.fromkeys(found))


def _named(node: Node, lists: WordLists) -> tuple[Phrase, ...]:
    name = node.text()[1:]
    if name not in lists:
        raise node.fault(f'no word list called "{name}"{suggestion(name, lists)}')
    return lists[name]


def _inflected(kind: str, node: Node, lists: WordLists) -> tuple[Phrase, ...]:
    if _LIST.fullmatch(node.text()):
        return _named(node, lists)
    if kind == "words":
        return (_phrase(node),)
    written = verb_forms if kind == "verbs" else noun_forms
    return tuple(forms(form) for form in written(node.text()))


def _phrase(node: Node) -> Phrase:
    parts = node.text().split()
    for part in parts:
        if _NO_WORD.search(part):
            raise node.fault(
                f'"{part}" is no word: lists are $lower-case-words, written forms {{verbs: […]}}'
            )
    words: list[str] = []
    for held, group in groupby(parts, PLACEHOLDERS.__contains__):
        run = tuple(group)
        words.extend(run if held else forms(" ".join(run)))
    if not words:
        raise node.fault("no words in it")
    return tuple(words)
