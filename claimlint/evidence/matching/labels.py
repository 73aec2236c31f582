"""Reads "Sample size: 3,120": values that a label in front of them names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from types import MappingProxyType

from claimlint.evidence.detectors.measures import find_count
from claimlint.evidence.detectors.workers import is_worker
from claimlint.evidence.matching.searched_text import Labelled
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.regex import regex

_PART = regex(
    r"(?:^|;\s|\s[–·|•]\s)\s*(?:#\s?(?:of\s)?|No\.\sof\s)?"
    r"(?P<label>[A-Za-z](?:\([^()]*\)|[\w %/(),.&'’-]){0,58}?)\s?[:=]\s+(?=\S)"
)
_RUN_IN = regex(
    r"(?P<label>[A-Z][\w' -]{1,28})\.\s+(?=[A-Z\d])"
    r"|(?:Q:\s)?(?P<question>[A-Z][^?]{5,150}\?)\W{0,3}(?=\w)"
)
"""A label with a full stop that opens a paragraph, or a question that stands with its answer: "For
whom. In-house lawyers …".
"""
_NO_ANSWER = regex(
    r"\b(?:on request|upon request|under nda|confidential\w*|contact (?:us|your)|ask (?:us|your)|"
    r"get in touch|"
    r"(?:we|us) (?:take|care)\b|seriously|committed to|best practices?|industry standards?|"
    r"happy to|feel free|(?:our|the) (?:privacy )?polic(?:y|ies)|depends on)\b",
    re.IGNORECASE,
)
"""What stands behind a question and answers nothing."""
_NOTHING = regex(
    r"\W*(?:n/?a|none stated|not (?:disclosed|stated|available|measured|tested|published|known|"
    r"reported|applicable|provided|specified)|unknown|tbd|tba|"
    r"to be (?:determined|confirmed|defined)|on request|"
    r"available on request|upon request|confidential|under nda|pending|-|–|\?)?\W*$",
    re.IGNORECASE,
)
_ANSWERS_ANYWAY = frozenset({"frequency", "how often", "rate"})


_HEADS = MappingProxyType(
    {
        **dict.fromkeys(
            ("intended use", "intended uses", "primary intended uses", "intended purpose",
             "purpose", "use cases", "primary use case", "primary use cases", "allowed use cases",
             "allowed uses", "supported use cases", "supported uses", "permitted use cases",
             "what it is for", "what it may be used for", "permitted uses", "for whom",
             "who it is for", "what it does"),
            "intended use",
        ),
        **dict.fromkeys(
            ("intended users", "primary intended users", "target users", "primary users"),
            "intended users",
        ),
        **dict.fromkeys(
            ("out of scope", "out-of-scope", "out-of-scope use", "out-of-scope uses", "not for",
             "out-of-scope use cases", "excluded uses", "when not to use", "when not to use it",
             "not intended for", "not for use", "do not use for", "unsupported uses", "exclusions",
             "not suitable for", "prohibited uses", "prohibited use cases", "disallowed uses",
             "disallowed use cases", "unintended uses", "unsupported use cases", "misuse"),
            "out of scope",
        ),
    }
)  # fmt: skip
"""Headings that say of what stands below them which field it fills."""


_CAN = regex(
    r"(?:[\w-]+\s){1,3}?(?:is|are|was|were)\s(?:only\s|solely\s|mainly\s|primarily\s)?"
    r"(?:designed|intended|meant|built|made|suitable|approved)\s(?:only\s|solely\s|primarily\s)?(?:for|to)"
    r"|what (?!.*\b(?:not|never)\b)(?:[\w-]+\s){1,3}can do"
)
_CANNOT = regex(
    r"[^.:]*\b(?:not|never)\s(?:[\w-]+,?\s){0,5}?(?:designed|intended|meant|built|made|suitable|approved|"
    r"validated|used?|recommended)\b[^.:]*\b(?:for|to|as|in)"
    r"|what (?:[\w-]+\s){1,3}(?:cannot|can not|can't|does not|doesn't|will not|won't|must not) do"
)
"""Lines before a list that say what the product is for, and what it is not for."""
_SEVERAL = regex(r"\s?(?:/|,|&|\band\b)\s?")
_HEADINGS = 4096
_NONE_KNOWN = regex(r"\W*(?:no|none|nothing)\b", re.IGNORECASE)
_JUDGED = (" observed", " tested", " judged", " checked", " examined", " evaluated", " sampled")
"""Ends of labels in front of the number of items that were judged ("Vehicles observed")."""
_STATUS = regex(r"\b(?:status|uptime|availability)\b", re.IGNORECASE)
_MONTHLY = regex(r"(?:month|quarter|week|day|date|period)\b", re.IGNORECASE)
_LATELY = regex(
    r"(?:uptime\W+)?(?:last|past)\s\d+\s?(?:d|h|days?|hours?|weeks?|months?)(?:\W+uptime)?"
)
_UP = regex(r"\s*(?:9\d|100)(?:[.,]\d+)?\s?%[;\s]*")
"""What the rows of a status page say of each month, whatever the heads of its columns name."""
_LOADED = regex(
    r"\b(?:(?:per|an?|every) (?:second|minute|hour|day|week|month)|concurrent|simultaneous|"
    r"parallel|load|volume|length|(?:number of )?(?:pages|steps|users|turns|sessions))\b",
    re.IGNORECASE,
)
"""A head below which numbers are loads or lengths under which quality was measured."""
_BY_LOAD = regex(
    r"\W*(?P<load>\d[\d,.]*k?[\s-](?:(?:concurrent|parallel|simultaneous|virtual)\s)?"
    r"(?:users?|sessions?|requests?|steps?|turns?|pages?|documents?|agents?|VUs))\b[^:%]{0,30}:\s(?=.*\d\s?%)",
    re.IGNORECASE,
)
"""What opens a line of a list that gives a result by load: "50 users: 98 % right"."""
_SIZE = regex(r"\s*(?P<n>\d[\d,. ]*?)[;\s]*")
_COUNTED = regex(
    r"(?!(?:Errors|Failures|Mistakes|Incidents|Misses|Hours|Minutes|Seconds|Days|Weeks|Months|"
    r"Years|Points|Costs|Users|Customers|Outages|Releases|Versions)\b)[A-Z][a-z]{2,}(?:\s[a-z]+)?s"
)
"""A head that names things, below which a bare number counts those that were judged."""
_COUNT_FIRST = regex(
    r"\s*(?P<n>\d[\d,. ]*(?:\s?(?:thousand|million))?)\s(?:[a-z-]+\s){0,3}?[a-z]{2,}s\b"
)
_OF_DATA = frozenset(
    {
        "datasets",
        "data sets",
        "test sets",
        "evaluation datasets",
        "data",
        "test data",
        "test set",
        "evaluation data",
        "dataset",
        "data set",
        "sample",
        "test items",
    }
)
"""Headings below which a counted thing is what was judged ("3,000 inbound calls")."""
_OF_TRAINING = regex(
    r"(?:(?:training|development|tuning|fine-tuning)(?:\sand\s\w+)?\s(?:data(?:\s?sets?)?|sources?|corpus)"
    r"|data\ssources?|sources\sof\s(?:training\s)?data|(?:data\s)?used\sfor\straining)"
)
_FAILING = regex(
    r"(?:(?:[a-z-]+\s(?:and|or|&)\s)?(?:known|common|current|possible|expected|typical|frequent|"
    r"acceptable|unacceptable|recurring|remaining)\s)?"
    r"(?:limitations?|weaknesses|weak (?:points|spots)|failures?|failure modes|faults|issues|"
    r"problems|errors|mistakes)|warnings|(?:where|when|how) "
    r"(?:it|\w+|do mistakes|mistakes) (?:fails?|happen|goes wrong|go wrong|errs?)|"
    r"what (?:went|goes|can go) wrong|what it gets wrong"
)
_CIRCUMSTANCE = regex(
    r"^(?:In|On|At|With|For|Under|During|After|Once|Where|If|When|Whenever|Beyond|Above|Below|Over|"
    r"Inside|Outside|Near|Between|Without|Because of|As soon as)\s[^,.;]{3,80}(?=,)"
    r"|\b(?:that|which|who)\s(?:are|is|was|were|have|has|had)\s[^,.;]{3,60}"
    r"|\b(?:if|when|whenever|where|once|while|unless)\s[^,.;]{3,80}"
)
_RESULT = regex(r"(?<=[,;:]\s)(?:and|so|then)\s(?!(?:we|you|our|this is)\b)[^.;]{5,100}")
"""Where a paper lists failures, a clause behind a comma says what comes of one."""
_YEAR = regex(r"\b(?:19|20)\d\d\b")
"""Below a heading on training, what names the years of its data names the data."""


def values_of(
    text: str, labelled: Sequence[Labelled], names: Callable[[str], bool]
) -> Iterator[Labelled]:
    """Yield label (in lower case), start and end of the values whose label names the field.

    A value that says nothing ("n/a", "on request") is none, but for a frequency "not measured" is
    an answer. Behind a question more is no answer.
    """
    for label, start, end in labelled:
        if start >= end or not names(label):
            continue
        if is_question(label) and _NO_ANSWER.search(text, start, end):
            continue
        honest = label in _ANSWERS_ANYWAY and "not measured" in text[start:end].lower()
        if honest or not _NOTHING.match(text[start:end]):
            yield label, start, end


def is_question(label: str) -> bool:
    """Tell whether what stands in front of a value asks for it."""
    return label.endswith("?")


def labels_in(unit: Unit) -> Iterator[Labelled]:
    """Yield each label of a unit with the place of its value: a heading over a list is one too."""
    name = _named(unit.headings[-1]) if unit.headings else ""
    if unit.shape in (Shape.BULLET, Shape.SENTENCE):
        yield from _by_heading(unit, name)
    if unit.shape is Shape.PAIR:
        yield unit.label, unit.segments[-1].start, len(unit.text)
        if unit.label.endswith(_JUDGED):
            yield "sample", unit.segments[-1].start, len(unit.text)
        elif unit.label in _OF_DATA:
            yield from _counted_first(unit.text, unit.segments[-1].start)
        return
    if unit.shape is Shape.HEADING:
        return
    by_load = _BY_LOAD.match(unit.text)
    if by_load is not None:
        yield "load", *by_load.span("load")
    opening = _RUN_IN.match(unit.text)
    if opening is not None:
        told = opening["label"] or opening["question"]
        yield told.lower(), opening.end(), len(unit.text)
    if ":" not in unit.text and "=" not in unit.text:
        return
    found = list(_PART.finditer(unit.text))
    by_month = unit.shape is Shape.ROW and _STATUS.search(name) and _MONTHLY.match(unit.text)
    for number, match in enumerate(found):
        last = found[number + 1].start() if number + 1 < len(found) else len(unit.text)
        label = match["label"].strip().lower()
        yield label, match.end(), last
        if label.endswith(_JUDGED):
            yield "sample", match.end(), last
        if _UP.fullmatch(unit.text, match.end(), last) and (by_month or _LATELY.fullmatch(label)):
            yield "uptime", match.end(), last
        if unit.shape is Shape.ROW:
            yield from _in_column(unit.text, match, last)


def _named(heading: str) -> str:
    return heading.strip(" :*?0123456789.").lower()


def _by_heading(unit: Unit, name: str) -> Iterator[Labelled]:
    """Yield what a heading over a sentence, or the line that leads into a list, says of it."""
    failing, limits = _of_failures(unit.lead or name)
    if unit.lead:
        yield use_of(unit.lead) or unit.lead, 0, len(unit.text)
    listed = unit.shape is Shape.BULLET and not _NONE_KNOWN.match(unit.text)
    if listed and failing and not limits:
        yield "failure", 0, len(unit.text)
    use = use_of(name)
    if use:
        yield use, 0, len(unit.text)
    elif name in _OF_DATA:
        yield "test data", 0, len(unit.text)
        yield from (("sample", hit.start, hit.end) for hit in find_count(unit.text))
    elif failing:
        yield from _failing(unit.text)
    elif _OF_TRAINING.fullmatch(name) and _YEAR.search(unit.text):
        yield "training data", 0, len(unit.text)


@lru_cache(maxsize=_HEADINGS)
def _of_failures(name: str) -> tuple[bool, bool]:
    """Tell whether a heading or line names failures, and whether limits."""
    parts = _SEVERAL.split(name)
    return any(map(_FAILING.fullmatch, parts)), any("limit" in part for part in parts)


@lru_cache(maxsize=_HEADINGS)
def use_of(name: str) -> str:
    """Return the label that a heading or the line before a list stands for, or nothing."""
    if name in _HEADS:
        return _HEADS[name]
    if _CANNOT.fullmatch(name):
        return "out of scope"
    return "intended use" if _CAN.fullmatch(name) else ""


def _failing(text: str) -> Iterator[Labelled]:
    """Yield when it happens and what follows, in a sentence below a heading on failures."""
    for match in _CIRCUMSTANCE.finditer(text):
        yield "when", *match.span()
    for match in _RESULT.finditer(text):
        yield "consequence", *match.span()


def _counted_first(text: str, start: int) -> Iterator[Labelled]:
    """Yield what test data opens with, where that is counted: "212,000 loans of 2025"."""
    match = _COUNT_FIRST.match(text, start)
    if match is not None:
        yield "sample", match.start(), match.end("n")


def _in_column(text: str, head: re.Match[str], last: int) -> Iterator[Labelled]:
    """Yield what a column is by its head: how many were judged of what, what people reached."""
    entry = text[head.end() : last]
    if "%" in text and _LOADED.search(head["label"]) and _SIZE.fullmatch(entry):
        yield "load", head.end(), last
        return
    if _counts(head["label"], entry):
        yield "sample", head.end(), last
    elif "%" in text and _COUNTED.fullmatch(head["label"].strip()) and _SIZE.fullmatch(entry):
        yield "sample", head.end(), last
        yield "judged", *head.span("label")
    if _by_people(head["label"], entry):
        yield "baseline", head.end(), last
        yield "same task", *head.span("label")


def _by_people(head: str, entry: str) -> bool:
    """Tell whether a column gives what people reached ("Junior doctors (n = 400)": 97.2%)."""
    named = head.split("(")[0].split()
    return "%" in entry and bool(named) and is_worker(named[-1].lower())


def _counts(head: str, entry: str) -> bool:
    """Tell whether a column counts what was judged in each row ("Scans", and below it 4,112)."""
    size = _SIZE.fullmatch(entry)
    return size is not None and any(find_count(f"{size['n']} {head.strip()}"))
