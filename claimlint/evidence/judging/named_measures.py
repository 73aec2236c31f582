"""Which measure a value is of: a share of all items, of some (precision, recall), or none (AUC)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from claimlint.finding import Disclosure, FieldFound
from claimlint.regex import regex

_NO_SHARE = regex(
    r"\b(?:PR-?AUC|AU(?:RO|PR)?C|ROC|kappa|BLEU|ROUGE|BERTScore|MAE|RMSE)\b", re.IGNORECASE
)
_OF_SOME = regex(
    r"\b(?:precision|recall|sensitivity|specificity|F1|(?P<false>FPR|FNR|miss rate|"
    r"false (?:[\w-]+ )?(?:rate|alarms?|warnings?|positives?|negatives?)(?: rate)?))\b",
    re.IGNORECASE,
)


def of_items(item: Disclosure) -> tuple[Disclosure, tuple[str, ...]]:
    """Return evidence with those values only that are shares of the items judged, or of some.

    A share of some (precision, recall) counts where there is none of all, and one that is false of
    some (false alarms) where there is no other; its names come second.
    """
    ranked: tuple[list[tuple[FieldFound, str]], ...] = ([], [], [])
    for found, name in _shares(item):
        of_some = _OF_SOME.fullmatch(name)
        ranked[0 if of_some is None else 2 if of_some["false"] else 1].append((found, name))
    chosen = next((shares for shares in ranked if shares), [])
    names = dict.fromkeys(name for _, name in chosen if name)
    return _with_values(item, [found for found, _ in chosen]), tuple(names)


def of_measure(item: Disclosure, words: str) -> Disclosure:
    """Return evidence with the values of the measure that words name, where it has any of it.

    Without a name all shares are comparable.
    """
    shares = _shares(item)
    named = _OF_SOME.search(words)
    same = [found for found, name in shares if named and name == named.group().lower()]
    return _with_values(item, same or [found for found, _ in shares])


def _shares(item: Disclosure) -> list[tuple[FieldFound, str]]:
    named = [(found, _measure(found)) for found in item.fields if found.field == "value"]
    return [(found, name.lower()) for found, name in named if not _NO_SHARE.search(name)]


def _with_values(item: Disclosure, kept: Sequence[FieldFound]) -> Disclosure:
    fields = tuple(found for found in item.fields if found.field != "value" or found in kept)
    return item if len(fields) == len(item.fields) else replace(item, fields=fields)


def _measure(found: FieldFound) -> str:
    """Return the name of the measure before a value, or else behind it, that counts not all."""
    before, _, after = found.unit.partition(found.text)
    ahead = [match for form in (_NO_SHARE, _OF_SOME) for match in form.finditer(before)]
    if ahead:
        return max(ahead, key=lambda match: match.start()).group()
    behind = _NO_SHARE.match(after.lstrip()) or _OF_SOME.match(after.lstrip())
    return behind.group() if behind else ""
