"""Loads the signs by which the kind of a paper is told: `rules/kinds.yaml`."""

from __future__ import annotations

from pathlib import Path

from claimlint.rulebook.model import Count, Example, Sign, WordLists
from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml.strict_yaml import Node, load
from claimlint.terms import DocumentKind

_LISTS = ("requirements", "changes", "glossary", "form", "answered", "numbered", "clauses")
SHAPES = ("definition", "code", *_LISTS)
_REQUIRED = ("id", "kind", "says", "why", "flag", "pass")
_OPTIONAL = ("title", "opening", "shape", "nameless", "units-from", "counts", "sells-from", "binds")


def load_signs(path: Path, words: WordLists) -> tuple[Sign, ...]:
    """Return the signs of the file, from the first to be asked for to the last; none without it.

    Raises:
        RuleFault: the file breaks the form, or names a list or a shape that is not there.
    """
    if not path.is_file():
        return ()
    return tuple(_sign(node, words) for node in load(path, f"rules/{path.name}").items())


def _sign(node: Node, words: WordLists) -> Sign:
    entry = node.keys(_REQUIRED, _OPTIONAL)
    return Sign(
        id=entry.text("id"),
        kind=entry["kind"].member(DocumentKind),
        says=entry.text("says"),
        title=_list(entry.get("title"), words),
        opening=_list(entry.get("opening"), words),
        shape=entry["shape"].one_of(SHAPES) if "shape" in entry else "",
        nameless=entry.truth("nameless"),
        units_from=entry.whole("units-from", default=0),
        counts=tuple(_count(*pair, words) for pair in entry.pairs_of("counts")),
        sells_from=entry.number("sells-from"),
        binds=entry.truth("binds", default=True),
        why=entry.text("why"),
        flag=tuple(each.text() for each in entry.items("flag")),
        passes=tuple(map(_near_miss, entry.items("pass"))),
    )


def _near_miss(node: Node) -> Example:
    keys = node.keys(("text", "because"))
    return Example(keys.text("text"), keys.text("because"))


def _count(name: str, node: Node, words: WordLists) -> Count:
    entry = node.keys((), ("at-least", "under", "times"))
    return Count(
        words=_known(name, node, words),
        at_least=entry.number("at-least") or 0.0,
        under=entry.number("under"),
        times=tuple(
            (_known(other, each, words), each.number()) for other, each in entry.pairs_of("times")
        ),
    )


def _list(node: Node | None, words: WordLists) -> str:
    return _known(node.text(), node, words) if node else ""


def _known(name: str, node: Node, words: WordLists) -> str:
    if name not in words:
        raise node.fault(f'no word list "{name}"{suggestion(name, words)}')
    return name
