"""Figures in the words of a dossier, told in the form in which the judging compares them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.detectors.numbers import find_number, find_share, find_value
from claimlint.evidence.detectors.versions import find_version
from claimlint.evidence.disclosures.figures import figures_of
from claimlint.regex import regex
from claimlint.rulebook.yaml.iso_dates import last_day
from claimlint.rulebook.yaml.strict_yaml import Node

_PARTS = frozenset(("override-rate", "rate", "share", "uptime"))
_MEASURES = frozenset(("metric", "metric-per-class", "metric-per-group", "value"))
_COUNTS = frozenset(("n-per-group", "sample-size"))
_HUNDRED = 100
_HONEST = frozenset(("frequency", "human-correction", "switched-off"))
_PUT_OFF = regex(
    r"\W*(?:(?:available |shown |provided )?(?:up)?on request|"
    r"(?:available )?(?:under|subject to) (?:an )?NDA|tb[acd]|to ?do|to follow|"
    r"to be (?:added|announced|confirmed|decided|determined|done|published)|"
    r"planned|pending|coming soon|n/?a|unknown|"
    r"not (?:applicable|available|disclosed|known|measured))\W*",
    re.IGNORECASE,
)
_PEOPLE = "people-value"
_VERSION = regex(r"[vV]?(\d+(?:\.\d+)*)")
_BARE = regex(r"[+-]?\d+(?:\.\d+)?")


def blank(value: object) -> bool:
    """Tell whether a value is empty, or still a blank of the starter ("<role and competence>")."""
    text = value.strip() if isinstance(value, str) else value
    return not text or (isinstance(text, str) and text.startswith("<") and text.endswith(">"))


def empty(field: str, text: str) -> bool:
    """Tell whether words put off what a field asks for ("on request", "TBD")."""
    return field not in _HONEST and _PUT_OFF.fullmatch(text) is not None


def share(node: Node) -> str:
    """Return a share as a decimal between 0 and 1, of "0.07", "7 %" or "1 in 200 tables".

    Raises:
        RuleFault: the words hold none.
    """
    text = node.text()
    bare = _BARE.fullmatch(text) is not None
    found = text if bare else next((hit.value for hit in find_share(text) if hit.value), None)
    if found is None or not 0 <= float(found) <= 1:
        raise node.fault(f'expected a share such as 0.07 or "7 %", not "{text}"')
    return found


def figures(kind: str, field: str, node: Node) -> Iterator[tuple[str, str, str | None]]:
    """Yield field, words and value of a field of a kind, then of the figures in its words.

    The value is a share or a number where the field is one that is compared.

    Raises:
        RuleFault: a share that is none.
    """
    text = node.text()
    told = tuple(figures_of(kind, text))
    yield field, text, _value(field, node, {start for name, start, _, _ in told if name == _PEOPLE})
    for name, start, end, value in told:
        yield name, text[start:end], value


def day_in(text: str) -> str | None:
    """Return the day, month or year that words tell, in ISO form, or None."""
    if last_day(text) is not None:
        return text
    return next((hit.value for hit in find_date(text)), None)


def version_in(text: str) -> str | None:
    """Return the version of the product that words tell ("v4.2", "release 4.2"), or None."""
    bare = _VERSION.fullmatch(text)
    return bare[1] if bare else next((hit.value for hit in find_version(text)), None)


def _value(field: str, node: Node, of_people: set[int]) -> str | None:
    text = node.text()
    if field in _PARTS and _BARE.fullmatch(text):
        # In words, "82" is a percentage: people leave the sign to the heading of a form.
        return f"{float(text) / 100:.6g}" if 1 < float(text) <= _HUNDRED else share(node)
    if field in _COUNTS:
        return next((hit.value for hit in find_number(text)), None)
    if field not in _PARTS | _MEASURES:
        return text
    if _BARE.fullmatch(text):
        return text
    return next((hit.value for hit in find_value(text) if hit.start not in of_people), None)
