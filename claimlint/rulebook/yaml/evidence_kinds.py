"""Loads the kinds of evidence: their fields, cues, what does not count, and their examples."""

from __future__ import annotations

import re
from collections.abc import Mapping as Words
from pathlib import Path

from claimlint.rulebook.entries import WITHIN, EvidenceField, EvidenceKind, Example, Reject
from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml import strict_yaml
from claimlint.rulebook.yaml.names import checked_id
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node
from claimlint.terms import Verdict

DETECTORS = tuple(
    "count date dated-scores duration evaluator hours interval judged-items money named-party "
    "number percentile period places provision range sample-size share value version worker".split()
)
"""The detectors in code that a cue may name; `claimlint.evidence.detectors` holds them."""

EMBEDDABLE = ("duration", "money", "named-party", "number", "share", "value", "worker")
"""The detectors that may also stand inside a longer cue; the others stand alone."""

_KIND = ("id", "title", "is", "asks", "where", "shelf_life", "fields", "backed", "not_backed")
_REACH = 5
_NAMED = re.compile(r"\$([a-z0-9-]+)")


def load_words(path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the named lists of words that cues share, in the order of the file.

    Raises:
        RuleFault: the file is wrong, or a list has the name of a detector.
    """
    pairs = strict_yaml.load(path, f"rules/{path.name}").pairs()
    for name, node in pairs:
        if name in DETECTORS:
            raise node.fault(f'"{name}" is the name of a detector; call the list otherwise')
    return tuple((name, node.texts()) for name, node in pairs)


def load_kinds(folder: Path, words: Words[str, tuple[str, ...]]) -> tuple[EvidenceKind, ...]:
    """Return the evidence kinds of `folder`, in the order of their ids.

    Raises:
        RuleFault: a file is wrong, its id is not its name, or a cue names an unknown list.
    """
    known = (*DETECTORS, *words)
    kinds = (
        load_kind(path, known, f"rules/evidence/{path.name}") for path in strict_yaml.folder(folder)
    )
    return tuple(sorted(kinds, key=lambda kind: kind.id))


def load_kind(path: Path, known: tuple[str, ...], shown: str) -> EvidenceKind:
    """Return the kind of evidence in one file; `known` are detectors and lists.

    Raises:
        RuleFault: the file is wrong.
    """
    root = strict_yaml.load(path, shown)
    entry = root.keys(_KIND, ("apart", "across", "reach", "about", "headings", "rejects"))
    name = entry["id"].text()
    if name != path.stem:
        raise entry["id"].fault(f'the id "{name}" is not the name of the file, "{path.stem}"')
    fields = tuple(_field(node, known) for node in entry["fields"].items())
    _check_fields(fields, entry["fields"])
    return EvidenceKind(
        id=checked_id(name, root),
        title=entry.text("title"),
        holds=entry.text("is"),
        asks=entry.text("asks"),
        where=entry.texts("where"),
        shelf_life=entry["shelf_life"].whole(),
        fields=fields,
        apart=entry.truth("apart"),
        across=entry.truth("across"),
        reach=entry.whole("reach", _REACH),
        about=checked_cues(entry, "about", known),
        headings=entry.texts("headings"),
        rejects=tuple(_reject(node, known) for node in entry.items("rejects")),
        backed=tuple(_example(node, backed=True) for node in entry["backed"].items()),
        not_backed=tuple(_example(node, backed=False) for node in entry["not_backed"].items()),
    )


def _field(node: Node, known: tuple[str, ...]) -> EvidenceField:
    entry = node.keys(
        ["id", "asks"],
        [
            *("kernel", "should", "or", "cues", "near", "within", "affirmed", "together"),
            *("labels", "asked", "answers"),
        ],
    )
    return EvidenceField(
        id=entry.text("id"),
        asks=entry.text("asks"),
        kernel=entry.truth("kernel"),
        should=entry.truth("should"),
        instead=entry.text("or") or None,
        cues=checked_cues(entry, "cues", known),
        near=checked_cues(entry, "near", known),
        within=entry.whole("within", WITHIN),
        affirmed=entry.truth("affirmed"),
        together=entry.text("together"),
        labels=entry.texts("labels"),
        asked=checked_cues(entry, "asked", known),
        answers=checked_cues(entry, "answers", known),
    )


def _check_fields(fields: tuple[EvidenceField, ...], node: Node) -> None:
    names = tuple(entry.id for entry in fields)
    for entry, item in zip(fields, node.items(), strict=True):
        if names.count(entry.id) > 1:
            raise item.fault(f'the field "{entry.id}" stands twice')
        if entry.instead is not None and entry.instead not in names:
            raise item.fault(
                f'or: no field called "{entry.instead}"{suggestion(entry.instead, names)}'
            )
        if entry.kernel and entry.should:
            raise item.fault("a field is in the kernel or only welcome, not both")
        if not entry.cues and not entry.labels:
            raise item.fault("a field needs cues or labels")
    if not any(entry.kernel for entry in fields):
        raise node.fault("no field is marked kernel: true")


def checked_cues(entry: Mapping, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cues of a list, none where the key is absent; each `$name` must be `known`.

    Raises:
        RuleFault: a name is not, or may not stand in a cue of several words.
    """
    for item in entry.items(key):
        for name in _NAMED.findall(item.text()):
            if name not in known:
                raise item.fault(f'no list or detector called "{name}"{suggestion(name, known)}')
            alone = item.text() == f"${name}"
            if name in DETECTORS and name not in EMBEDDABLE and not alone:
                raise item.fault(f"${name} must stand alone in its cue; give the words their own")
    return entry.texts(key)


def _reject(node: Node, known: tuple[str, ...]) -> Reject:
    entry = node.keys(["phrases", "verdict", "because"])
    return Reject(
        phrases=checked_cues(entry, "phrases", known),
        verdict=entry["verdict"].member(Verdict),
        because=entry.text("because"),
    )


def _example(node: Node, *, backed: bool) -> Example:
    usual = Verdict.BACKED if backed else Verdict.BARE
    if isinstance(node.value, str):
        return Example(text=node.text(), verdict=usual)
    entry = node.keys(["text"], ["verdict", "because"])
    if not backed and "because" not in entry:
        raise node.fault("say because: why this falls short")
    return Example(
        text=entry.text("text"),
        verdict=entry.member("verdict", Verdict) or usual,
        because=entry.text("because"),
    )
