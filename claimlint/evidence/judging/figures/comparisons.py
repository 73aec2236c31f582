"""Compares claims on outcomes, people and groups with the figures that evidence shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from claimlint.evidence.disclosures.figures import quantities
from claimlint.evidence.judgement import Judgement
from claimlint.evidence.judging.figures.rates import measured_rates
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.terms import ACCURACY, OUTCOMES, Category, Verdict

Amount = tuple[Decimal, str]
"""A number and its unit: "hours", "percent", "times"."""

_BOUNDED = regex(r"\b(?:up to|as much as|as many as|as high as)\b", re.IGNORECASE)
_UP_TO = regex(r"\b(?:up to|as much as|as many as|as high as|as low as)\s?$", re.IGNORECASE)
_SUPERIOR = regex(
    r"\b(?:better|outperform\w*|beats?|surpass\w*|exceed\w*|superhuman|super-human|more \w+ than|"
    r"fewer \w+ than|higher|stronger|faster than|smarter)\b",
    re.IGNORECASE,
)
_LOWER = regex(r"\b(?:error|word error|WER|false|miss|mistake|hallucinat)\w*", re.IGNORECASE)
_FAIR = regex(
    r"\b(?:bias[- ]free|unbiased|free (?:of|from) bias|zero bias|no bias|without bias|fair\b|"
    r"treats? (?:everyone|all)|no (?:measurable )?disparit\w+|discriminat\w+|"
    r"(?:treated|judged|scored|rated|assessed|works?|performs?)\s(?:\w+\s)?"
    r"(?:the same|equally|alike)|equal(?:ly)? (?:treatment|chances?|well|accurate|good)|"
    r"(?:regardless|irrespective) of|(?:whatever|no matter) (?:their|your|the|what))\b",
    re.IGNORECASE,
)
_NO_LOSS = regex(
    r"\b(?:no|without(?: any)?|zero) (?:loss|drop|decline|fall|degradation|compromise)\b|"
    r"\bsame (?:quality|accuracy|precision)\b|\b(?:never|not|doesn't|does not) degrade|"
    r"\b(?:constant|undiminished|unchanged) (?:quality|accuracy)\b",
    re.IGNORECASE,
)
_EVERYWHERE = regex(r"\b(?:every|each|all|any|always|across)\b", re.IGNORECASE)
_RANGE = regex(r"\b(?:range\w*|best|highest|at most|max\w*)\b[^.;)]{0,24}$", re.IGNORECASE)
_FOUR_FIFTHS = 0.8
_MARGIN = 0.02
_REACHED = ""
"""What a comparison says of evidence whose figures reach the claim."""


def below_figures(claim: Claim, shown: Sequence[Disclosure], kind: str) -> Judgement | None:
    """Return the judgement that the figures of evidence fall short of the claim, or None."""
    compare = {
        OUTCOMES: _outcome,
        ACCURACY: _people_beside,
        "human-baseline": _people,
        "fairness-audit": _groups,
        "scale-behaviour": _at_scale,
    }.get(kind)
    if compare is None:
        return None
    worst: Judgement | None = None
    everywhere = kind == "human-baseline" and _EVERYWHERE.search(plain(claim.unit).text)
    for item in shown:
        reason = compare(claim, item)
        if reason == _REACHED and not everywhere:
            return None
        if reason and worst is None:
            worst = Judgement(Verdict.CONTRADICTED, item.fields, (), item.provenance, reason)
    return worst


def best_case(most: Amount | None, item: Disclosure) -> str | None:
    """Return why what a claim says can be reached is more than the evidence shows, or None."""
    top = None if most is None else _top(item, most)
    if most is None or top is None or top >= most[0]:
        return None
    return f"the claim names {_words_of(most)}, the evidence {top.normalize():f} {most[1]}"


def claimed_at_most(claim: Claim) -> Amount | None:
    """Return the amount that a claim of "up to" names, or None."""
    return _claimed(claim) if _BOUNDED.search(plain(claim.unit).text) else None


def _outcome(claim: Claim, item: Disclosure) -> str | None:
    claimed = _claimed(claim)
    top = None if claimed is None else _top(item, claimed, usual=True)
    if claimed is None or top is None or _BOUNDED.search(plain(claim.unit).text):
        return None
    if top >= claimed[0] or _told(item, claimed):
        return _REACHED
    return f"the claim says {_words_of(claimed)}, {top.normalize():f} {claimed[1]} was measured"


@once_a_document
def _claimed(claim: Claim) -> Amount | None:
    for text in (claim.text, claim.unit):
        for _, _, value, unit in quantities(plain(text).text):
            return value, unit
    return None


def _top(item: Disclosure, claimed: Amount, *, usual: bool = False) -> Decimal | None:
    """Return the largest figure of evidence in the unit that the claim uses, or None.

    What the best of a range reached is no `usual` result where there is another, and what can be
    reached ("up to 60 %") was measured by nobody.
    """
    figures = [
        found
        for found in item.fields
        if found.field == "figure" and found.value and not (usual and _behind(_UP_TO, found))
    ]
    told = [found for found in figures if not (usual and _behind(_RANGE, found))] or figures
    values = [(found.value or "").split(" ") for found in told]
    return max((Decimal(value) for value, unit in values if unit == claimed[1]), default=None)


def _told(item: Disclosure, amount: Amount) -> bool:
    """Tell whether a sentence of evidence states an amount, be it beside its other figures."""
    units = {found.unit for found in item.fields if not _behind(_RANGE, found)}
    return any(amount == (value, name) for unit in units for _, _, value, name in quantities(unit))


def _behind(words: re.Pattern[str], found: FieldFound) -> bool:
    """Tell whether such words stand in the unit before what was found."""
    return bool(words.search(found.unit, 0, max(0, found.unit.find(found.text))))


def _words_of(claimed: Amount) -> str:
    return f"{claimed[0].normalize():f} {claimed[1]}"


def _people(claim: Claim, item: Disclosure) -> str | None:
    """Return why the product does no better than people: in each row, where claimed everywhere."""
    people = [found for found in item.fields if found.field == "people-value" and found.value]
    theirs_too = {found.text for found in people}
    metrics = (found for found in item.fields if found.field == "metric" and found.value)
    lower = bool(_LOWER.search(" ".join(found.text for found in item.fields)))
    best, sign = (min, -1) if lower else (max, 1)
    ours = _by_unit((found for found in metrics if found.text not in theirs_too), best)
    theirs = _by_unit(people, best)
    if not ours or not theirs:
        return None
    said = plain(claim.unit).text
    if _EVERYWHERE.search(said):
        pairs = [(ours[unit], value) for unit, value in theirs.items() if unit in ours]
    else:
        pairs = [(best(ours.values()), best(theirs.values()))]
    worst = min(pairs, key=lambda pair: (pair[0] - pair[1]) * sign, default=None)
    if worst is None:
        return None
    ahead = (worst[0] - worst[1]) * sign
    if ahead > 0 or (not _SUPERIOR.search(said) and ahead >= -_MARGIN):
        return _REACHED
    return f"{worst[0] * 100:g} % was measured for the product, {worst[1] * 100:g} % for people"


def _people_beside(claim: Claim, item: Disclosure) -> str | None:
    """Return why people in the same table were better, where a claim says that they are beaten."""
    people = next((found for found in item.fields if found.field == "people-value"), None)
    beats = claim.category is Category.HUMAN_PARITY and _SUPERIOR.search(plain(claim.unit).text)
    ours = measured_rates(item, "value", ()) if people is not None and beats else ()
    if people is None or not ours:
        return None
    theirs = float(people.value or 0)
    if _LOWER.search(people.unit):
        return None
    if ours[0].right > theirs:
        return _REACHED
    return f"{ours[0].words} was measured for the product, {people.text} for people"


def _by_unit(
    found: Iterable[FieldFound], best: Callable[[Iterable[float]], float]
) -> dict[str, float]:
    """Return the best value of each sentence or row."""
    values: dict[str, list[float]] = {}
    for each in found:
        values.setdefault(each.unit, []).append(float(each.value or 0))
    return {unit: best(of) for unit, of in values.items()}


def _at_scale(claim: Claim, item: Disclosure) -> str | None:
    """Return why quality that is lost with load or length contradicts a claim of none lost."""
    if not _NO_LOSS.search(plain(claim.unit).text):
        return None
    measured: dict[str, list[float]] = {}
    for found in item.fields:
        if found.field == "metric-at-ends" and found.value:
            head = found.unit.partition(found.text)[0].rpartition("; ")[2]
            measured.setdefault(head if head.endswith(": ") else found.unit, []).append(
                float(found.value)
            )
    worst = max(measured.values(), key=lambda values: max(values) - min(values), default=[1.0])
    if max(worst) - min(worst) < _MARGIN:
        return _REACHED
    return f"between {max(worst) * 100:g} % and {min(worst) * 100:g} % was measured over the range"


def _groups(claim: Claim, item: Disclosure) -> str | None:
    ratios = [
        float(found.value) for found in item.fields if found.field == "impact-ratio" and found.value
    ]
    if not ratios or not _FAIR.search(plain(claim.unit).text):
        return None
    if min(ratios) >= _FOUR_FIFTHS:
        return _REACHED
    return f"an impact ratio of {min(ratios):g} was measured, below four fifths"
