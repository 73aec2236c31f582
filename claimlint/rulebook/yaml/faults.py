"""Everything that is wrong with one rule file, not only what stops its loading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from claimlint.errors import RuleFault
from claimlint.rulebook.model import WordLists
from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml.rules import OPTIONAL, REQUIRED, examples, load_rule, pattern
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node, load


def rule_faults(file: Path, words: WordLists, shown: str) -> tuple[str, ...]:
    """Return the faults of a rule file, each once, in the order of the file; none if it loads."""
    try:
        node = load(file, shown)
    except RuleFault as error:
        return (str(error),)
    found: list[str] = []
    looks: list[Callable[[], object]] = [
        *_looks(node, words),
        partial(load_rule, file, words, shown),
    ]
    for look in looks:
        try:
            look()
        except RuleFault as error:
            found.append(str(error))
    return tuple(dict.fromkeys(found))


def _looks(node: Node, words: WordLists) -> Iterator[Callable[[], object]]:
    """Yield a look at each part, so that a fault in one hides none in another."""
    if not isinstance(node.value, Mapping):
        return
    known = (*REQUIRED, *OPTIONAL)
    for key, inner in node.value.pairs:
        if key not in known:
            yield partial(_fail, inner, f'unknown key "{key}"{suggestion(key, known)}')
        elif key == "find" and isinstance(inner.value, tuple):
            yield from (partial(pattern, item, words) for item in inner.value)
        elif key in ("flag", "pass"):
            yield partial(examples, inner, marked=key == "flag")
        elif key in ("id", "says", "why"):
            yield inner.text
    for key in REQUIRED:
        if key not in node.value:
            yield partial(_fail, node, f'the key "{key}" is missing')


def _fail(node: Node, message: str) -> None:
    raise node.fault(message)
