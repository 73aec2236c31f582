"""The programs of all expressions that a check may meet, made once for rules and interpreter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from msgspec import Struct

import claimlint.detect
import claimlint.evidence
from claimlint import regex
from claimlint.evidence.matching.compiled_kinds import compiled_kinds, labels_of
from claimlint.evidence.matching.cues import Cues
from claimlint.evidence.matching.wordlists import word_lists
from claimlint.machine.programs import Expression, written
from claimlint.rulebook.entries import Catalogue


def programs_of(catalogue: Catalogue, rules: str) -> bytes:
    """Return the programs as bytes; `rules` is the digest of the rules of the catalogue."""
    kinds_and_lists = (compiled_kinds(catalogue), labels_of(catalogue), word_lists(catalogue))
    phrases = (cue for cues in _cues_in(kinds_and_lists) for cue in cues.filed.phrases)
    asked = {(cue.source, int(re.IGNORECASE)) for cue in phrases}
    return written(asked.union(_of_the_modules()), rules)


def _cues_in(thing: object) -> Iterator[Cues]:
    """Yield what looks for phrases of evidence, wherever it stands in what was compiled."""
    if isinstance(thing, Cues):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _cues_in(each)
    elif isinstance(thing, Struct):
        for name in thing.__struct_fields__:
            yield from _cues_in(getattr(thing, name))


def _of_the_modules() -> tuple[Expression, ...]:
    """Return what the modules of detection and evidence name, of those that can be imported."""
    for package in (claimlint.detect, claimlint.evidence):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            try:
                import_module(module.name)
            except ImportError:  # while a wheel is built, few libraries are there
                continue
    return regex.named()
