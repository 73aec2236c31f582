"""Loads what each category of claim needs: evidence, question, rewrite, binding clause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimlint.rulebook.entries import BindingClause, CategoryEntry, Reversal
from claimlint.rulebook.yaml import strict_yaml
from claimlint.rulebook.yaml.evidence_kinds import checked_cues
from claimlint.rulebook.yaml.names import checked_id, kinds_of
from claimlint.rulebook.yaml.strict_yaml import Node
from claimlint.terms import Category, ClauseLabel

_KEYS = ("title", "says", "why", "required", "recommended", "question", "rewrite", "clause")


def load_categories(path: Path, kinds: tuple[str, ...]) -> tuple[CategoryEntry, ...]:
    """Return the entries of all categories and, after each, of its aspects.

    Raises:
        RuleFault: the file is wrong, lacks a category or names an unknown kind of evidence.
    """
    root = strict_yaml.load(path, f"rules/{path.name}")
    sections = root.keys(tuple(Category))
    return tuple(
        entry for name, node in sections.pairs for entry in _entries(Category(name), node, kinds)
    )


def load_reversals(path: Path, words: tuple[str, ...]) -> tuple[Reversal, ...]:
    """Return what takes claims back, category by category; `words` are what `$name` may name.

    Raises:
        RuleFault: the file is wrong, or a phrase names a list that nobody defines.
    """
    root = strict_yaml.load(path, f"rules/{path.name}").keys((), tuple(Category))
    return tuple(
        _reversal(Category(name), item, words) for name, node in root.pairs for item in node.items()
    )


def _reversal(category: Category, node: Node, words: tuple[str, ...]) -> Reversal:
    entry = node.keys(["says", "phrases"], ["only_if"])
    return Reversal(
        category=category,
        says=entry.text("says"),
        phrases=checked_cues(entry, "phrases", words),
        only_if=checked_cues(entry, "only_if", words),
    )


def _entries(category: Category, node: Node, kinds: tuple[str, ...]) -> Iterator[CategoryEntry]:
    yield _entry(category, None, node, kinds, extra=("aspects",))
    for name, inner in node.keys(_KEYS, ("aspects",)).pairs_of("aspects"):
        yield _entry(category, checked_id(name, inner), inner, kinds)


def _entry(
    category: Category,
    aspect: str | None,
    node: Node,
    kinds: tuple[str, ...],
    extra: tuple[str, ...] = (),
) -> CategoryEntry:
    entry = node.keys(_KEYS, extra)
    required = kinds_of(entry, "required", kinds)
    if not required:
        raise entry["required"].fault("a category needs at least one kind of evidence")
    clause = entry["clause"].keys(["text", "labels"])
    labels = tuple(item.member(ClauseLabel) for item in clause["labels"].items())
    return CategoryEntry(
        category=category,
        aspect=aspect,
        title=entry.text("title"),
        says=entry.text("says"),
        why=entry.text("why"),
        required=required,
        recommended=kinds_of(entry, "recommended", kinds),
        question=entry.text("question"),
        rewrite=entry.text("rewrite"),
        clause=BindingClause(text=clause.text("text"), labels=labels),
    )
