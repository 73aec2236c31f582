"""Which measure a value is of: a share of all items, of some (precision, recall), or none (AUC)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from msgspec.structs import replace

from claimlint.finding import Disclosure, FieldFound
from claimlint.regex import regex

_NO_SHARE = regex(
    r"\b(?:PR-?AUC|AU(?:RO|PR)?C|ROC|kappa|BLEU|ROUGE|BERTScore|MAE|RMSE)\b", re.IGNORECASE
)
_OF_SOME = regex(
    r"\b(?:precision|recall|sensitivity|specificity|F1|detection rate|(?P<false>FPR|FNR|miss rate|"
    r"false[- ](?:[\w-]+ )?(?:rate|alarms?|warnings?|positives?|negatives?)(?:[- ]rate)?))\b",
    re.IGNORECASE,
)
_CATCHES = regex(
    r"\b(?:catch|detect|find|flag|spot|identif|block|stop|recogni[sz])\w*"
    r"\s(?:\w+\s){0,2}?$|\b(?:detection|hit) rate (?:of|is|was) $",
    re.IGNORECASE,
)
"""What a share stands behind that is one of recall, whatever it is called."""
_DETECTS = regex(
    r"\b(?:catch|caught|detect|find|found|flag|spot|identif|block|stop|recogni[sz]|miss)\w*",
    re.IGNORECASE,
)
_F1 = "f1"
_ONE_NAME = MappingProxyType(
    {
        "fpr": "false positive",
        "fnr": "false negative",
        "miss": "false negative",
        "false alarm": "false positive",
        "sensitivity": "recall",
        "detection": "recall",
    }
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


def of_measure(item: Disclosure, words: str, figure: str) -> Disclosure:
    """Return evidence with the values of the measure that a figure in `words` is of.

    Where it has none of it all shares are comparable that are false of nothing, or else all; what
    is false of some is compared with its like alone. A share of some (recall on fraud) says nothing
    of a figure ("99 % accuracy on invoices") that neither names a measure nor is of what is found;
    F1 does where no share of all items stands beside it.
    """
    shares = _shares(item)
    named = _claimed(words, figure)
    same = [found for found, name in shares if named and _called(name) == named]
    if named.startswith("false"):
        return _with_values(item, same)
    if not named and not _DETECTS.search(words):
        of_all = [(found, name) for found, name in shares if name == ""]
        shares = of_all or [(found, name) for found, name in shares if name == _F1]
    right = [found for found, name in shares if not _called(name).startswith("false")]
    return _with_values(item, same or right or [found for found, _ in shares])


def _claimed(words: str, figure: str) -> str:
    """Return which measure a figure is of, by what stands before it, or else behind it."""
    before, _, after = words.partition(figure)
    if _CATCHES.search(before):
        return "recall"
    ahead = [match.group() for match in _OF_SOME.finditer(before)]
    behind = _OF_SOME.search(figure + after)
    return _called(ahead[-1] if ahead else behind.group() if behind else "")


def _called(name: str) -> str:
    """Return the one name of a measure that has several."""
    bare = name.lower().replace("-", " ").removesuffix(" rate").rstrip("s")
    return _ONE_NAME.get(bare, bare)


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
