"""The detectors by the names that cues use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from claimlint.evidence.detectors.dates import find_date, find_period
from claimlint.evidence.detectors.hit import Hit
from claimlint.evidence.detectors.measures import (
    find_count,
    find_interval,
    find_judged_items,
    find_percentile,
    find_places,
    find_range,
    find_sample_size,
)
from claimlint.evidence.detectors.numbers import (
    NUMBER,
    SHARE,
    VALUE,
    find_number,
    find_share,
    find_value,
)
from claimlint.evidence.detectors.people import PARTY, find_evaluator, find_party
from claimlint.evidence.detectors.signs import Sign
from claimlint.evidence.detectors.terms import (
    DURATION,
    MONEY,
    find_dated_scores,
    find_duration,
    find_hours,
    find_money,
    find_provision,
)
from claimlint.evidence.detectors.versions import find_version
from claimlint.evidence.detectors.workers import WORKER, find_worker

Find = Callable[[str], Iterator[Hit]]

DETECTORS: MappingProxyType[str, Find] = MappingProxyType(
    {
        "count": find_count,
        "date": find_date,
        "dated-scores": find_dated_scores,
        "duration": find_duration,
        "evaluator": find_evaluator,
        "hours": find_hours,
        "interval": find_interval,
        "judged-items": find_judged_items,
        "money": find_money,
        "named-party": find_party,
        "number": find_number,
        "percentile": find_percentile,
        "period": find_period,
        "places": find_places,
        "provision": find_provision,
        "range": find_range,
        "sample-size": find_sample_size,
        "share": find_share,
        "value": find_value,
        "version": find_version,
        "worker": find_worker,
    }
)
"""What finds each name; the closed list of names is `rulebook.evidence_kinds.DETECTORS`."""

SIGNS = MappingProxyType(
    dict.fromkeys(
        "count duration judged-items money number places provision range sample-size share value "
        "version".split(),
        Sign.NUMBER,
    )
    | dict.fromkeys(("date", "dated-scores", "period"), Sign.YEAR)
    | {"worker": Sign.WORKER}
)
"""What a word of a text must be for a detector to find anything."""

WORDED = MappingProxyType(
    {
        "period": frozenset("days week weeks month months quarter quarters year years".split()),
        "provision": frozenset({"annex", "title"}),
        "share": frozenset("half third quarter fifth tenth no none not every each all".split()),
    }
)
"""Of those the ones that find something without it, too, where one of these words stands."""

PAIRED = MappingProxyType({"range": frozenset("tested measured evaluated run runs".split())})
"""Those that find nothing where only one number stands, and none of these words."""

FRAGMENTS = MappingProxyType(
    {
        "duration": DURATION,
        "money": MONEY,
        "named-party": PARTY,
        "number": NUMBER,
        "share": SHARE,
        "value": VALUE,
        "worker": WORKER,
    }
)
"""Detectors that may also stand inside a longer cue, as fragments of a pattern."""
