"""The catalogue: evidence kinds, categories, precedents and authorities, loaded and cross-checked.

A name that one file uses and no other file defines is a fault with its line and the nearest name.
"""

from __future__ import annotations

from pathlib import Path

from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.yaml.category_entries import load_categories, load_reversals
from claimlint.rulebook.yaml.evidence_kinds import DETECTORS, load_kinds, load_words
from claimlint.rulebook.yaml.sources import load_authorities, load_precedents


def load_catalogue(folder: Path) -> Catalogue:
    """Return the catalogue of the rule folder `folder`.

    Reads `evidence/*.yaml`, `evidence-words.yaml`, `reversals.yaml`, `categories.yaml`,
    `precedents/*.yaml` and `authorities.yaml` there.

    Raises:
        RuleFault: a file is missing or wrong, or names a kind that no file defines.
    """
    words = load_words(folder / "evidence-words.yaml")
    kinds = load_kinds(folder / "evidence", dict(words))
    names = tuple(kind.id for kind in kinds)
    return Catalogue(
        kinds=kinds,
        categories=load_categories(folder / "categories.yaml", names),
        precedents=load_precedents(folder / "precedents", names),
        authorities=load_authorities(folder / "authorities.yaml", names),
        reversals=load_reversals(folder / "reversals.yaml", (*DETECTORS, *dict(words))),
        words=words,
    )
