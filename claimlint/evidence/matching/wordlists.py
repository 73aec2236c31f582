"""The word lists of a catalogue that no single kind of evidence owns, compiled once."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from claimlint.evidence.matching.cues import Cues, compile_cues
from claimlint.evidence.matching.needs import Lists
from claimlint.rulebook.entries import Catalogue, Reversal


class WordLists(Struct, frozen=True):
    """Compiled lists: what promises, disclaims, narrows, lowers, and what takes claims back.

    `site_pages` are plain words, `families` the lists of tasks and outcomes by their names,
    `reversals` each with its phrases and the phrases that the claim must hold.
    """

    promise: Cues
    disclaimer: Cues
    narrowed: Cues
    lowering: Cues
    planned: Cues
    not_yet_held: Cues
    corrected: Cues
    site_pages: tuple[str, ...]
    families: tuple[tuple[str, Cues], ...]
    reversals: tuple[tuple[Reversal, Cues, Cues], ...]


@lru_cache(maxsize=4)
def word_lists(catalogue: Catalogue) -> WordLists:
    """Return the lists of a catalogue; one that it lacks is empty."""
    words = dict(catalogue.words)
    lists = Lists(words)

    def made(name: str) -> Cues:
        return compile_cues(words.get(name, ()), lists)

    return WordLists(
        promise=made("promise"),
        disclaimer=made("general-disclaimer"),
        narrowed=made("narrowed"),
        lowering=made("lowering"),
        planned=made("planned"),
        not_yet_held=made("not-yet-held"),
        corrected=made("corrected"),
        site_pages=tuple(words.get("site-pages", ())),
        families=tuple(
            (name, made(name)) for name in words if name.startswith(("task-", "outcome-"))
        ),
        reversals=tuple(
            (entry, compile_cues(entry.phrases, lists), compile_cues(entry.only_if, lists))
            for entry in catalogue.reversals
        ),
    )
