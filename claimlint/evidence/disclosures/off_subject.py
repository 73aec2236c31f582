"""Sentences that look like evidence and speak of the world without the product.

Sales papers describe the old way ("Before HarborMind, clerks checked every container") in the same
words in which evidence describes the product, and count the product's own checks as oversight.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimlint.evidence.detectors.workers import WORKER
from claimlint.evidence.text.unit import Shape, Unit
from claimlint.regex import regex
from claimlint.rulebook.entries import EvidenceKind
from claimlint.terms import ACCURACY, AVAILABILITY, FAILURES, OVERSIGHT, SECURITY

_COMPARING = frozenset({"baseline", "comparator"})
_FORMER = regex(
    r"^(?:Before|Until|Without|Prior to)(?:\s[A-Z][\w-]*)?,"
    r"|^(?:Previously|Formerly|Traditionally|In the past|In the old days|Most (?:firms|teams))\b"
    r"|\b(?:before|until|without)\s[A-Z][a-z]+[A-Z]\w*"
)
_OLD_WAY = regex(
    r"\b(?:the old way|status quo|the problem|the challenge|pain points?|spreadsheets|"
    r"(?<!white )(?<!white-)(?<!position )(?<!research )(?<!technical )(?<!this )paper|"
    r"manual (?:work|process|processing|review)|why (?!\w+ (?:it|we)\b).{0,40}\bfails?)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = regex(
    r"\b(?:when|if|because)\s(?:people|humans|staff|employees|teams|workers)\b"
    r"|^(?:People|Humans|Employees|Teams)\b",
    re.IGNORECASE,
)
_PRODUCT_CHECKS = regex(
    r"^(?:It|(?:The|Our)\s(?:\w+\s)?(?:system|tool|software|agent|AI|assistant|bot|model|platform)|"
    r"[A-Z][a-z]+[A-Z]\w*)\s(?:also\s|then\s|automatically\s)?"
    r"(?:checks|reviews|verifies|approves|reads|audits|monitors|supervises|confirms|watches)\b"
)
_RELEASES = regex(
    r"\b(?:tests?|checks?|reviews?|evaluates?|audits?|validates?|approves?|"
    r"signs? off|tested|checked|reviewed)"
    r"\s(?:on\s)?(?:each|every|all|any|new)\s(?:new\s)?(?:version|release|update|model|build)s?\b"
    r"|\b(?:each|every|all|any)\s(?:new\s)?(?:version|release|update|model|build)s?\s(?:is|are)\s"
    r"(?:\w+\s)?(?:tested|checked|reviewed|evaluated|validated|approved|audited)\b",
    re.IGNORECASE,
)
_NOBODY = regex(
    rf"\bno\s(?:\w+\s)?{WORKER}\s(?:is|are|was|were|needs?|has|have|ever|must)\b"
    r"|\bwithout (?:waiting|asking|re-?reading|a second look)\b|\b(?:retire|forget|skip)\s",
    re.IGNORECASE,
)
_OF_THE_TEST = regex(
    r"\bkappa\b|\binter-?(?:rater|annotator|coder)\b|\bground truth\b|^Labels by\b|"
    r"\b(?:gold|reference) (?:standard|labels?|answers?)\b|\b\d\d\s?% (?:CI|confidence)\b|"
    r"\b(?:do|does|did) not work for (?:us|the vendor|the provider)\b|"
    r"\b(?:precision|recall|accuracy|evaluation|test set)\b[^.;]{0,120}"
    r"\b(?:labell?ed|annotated|graded|rated|scored|coded)\b",
    re.IGNORECASE,
)
_AMONG_PEOPLE = regex(
    r"\b(?:inter-?(?:rater|annotator|coder|reviewer) (?:agreement|reliability|concordance)|"
    r"(?:agreement|concordance|kappa|consistency)\s(?:between|among|of)\s"
    rf"(?:(?:the|our|both|all|two|three|human|expert)\s){{0,3}}(?:[a-z-]+\s)?"
    rf"(?:{WORKER}|raters|annotators|readers|graders|people|humans|experts)(?!\s(?:and|with)\b))",
    re.IGNORECASE,
)
"""How far people agree among themselves is no result of the product."""
_OF_PRODUCT = regex(
    r"\b(?:precision|recall|accura\w+|F1|AUC|sensitivity|specificity|error rate)\b", re.IGNORECASE
)
_PEOPLES_ROW = regex(
    r"^(?:[\w ]{1,30}: )?(?:(?:baseline|comparator|control|comparison)\b[:,– -]{0,3})?"
    rf"(?:(?:the|our|human|manual|expert|experienced|two|three|four|five|\d+)\s){{0,3}}"
    rf"(?:{WORKER}|human(?:s| baseline| performance)?|people|staff|experts|raters|annotators|"
    r"(?:human|service|senior|junior) agents)"
    r"(?:\s\([^);]{1,30}\)|,?\s(?:by hand|manual(?:ly)?|alone|unaided|unassisted|"
    r"(?:without|before|on their own|by themselves|on the same)\b[^;|]{0,30}))?(?=[;|]|\Z)",
    re.IGNORECASE,
)
"""A row of a table whose head names people: "Baseline: two recruiters", "Clerks by hand"."""
_ROWS = 4096
"""So many rows are remembered: each row of a table asks about all others."""
_RIVAL = regex(
    r"^[^%\d]*\b(?:rivals?|competitors?|competing \w+|incumbents?|another (?:vendor|tool|product)|"
    r"other (?:vendors|tools|products))\b[^,;%\d]*\d",
    re.IGNORECASE,
)
"""A rival before the first figure of a sentence, and no comma between: it is the rival's."""
_FAILURES = regex(
    r"\b(?:failures?|fails|limitations?|known (?:issues|errors|limits))\b", re.IGNORECASE
)
_WARNING = regex(
    r"\b(?:can|may|could|might|will)\s(?:\w+\s)?(?:(?:make|contain) (?:mistakes|errors)|"
    r"be (?:wrong|inaccurate|incorrect))\b(?!.*\b(?:when|if|with|on|for)\b)",
    re.IGNORECASE,
)
"""A general warning names no failure."""
_CONDITIONAL = regex(r"^(?:If|When|Where|In case|Should)\b|\b(?:until|unless)\b")


_OF_HOST = regex(
    r"\b(?:data cent(?:er|re)s?|colocation|host(?:er|ing (?:provider|partner|company))?|"
    r"cloud (?:provider|host|platform)|AWS|Azure|Google Cloud)\b[^.;]{0,40}"
    r"\b(?:holds?|are|is|ha(?:ve|s)|maintains?|carr(?:y|ies))\b[^.;]{0,60}\b(?:SOC\s?[123]|ISO|certif\w+)"
    r"|\b(?:SOC\s?[123]|ISO(?:/IEC)?\s?27001)[^.;]{0,40}\bdata cent(?:er|re)s?\b",
    re.IGNORECASE,
)
"""A certificate of the place where servers stand."""
_TO_COME = regex(
    r"\b(?:is|are|has been|have been)\s(?:\w+\s)?(?:planned|scheduled|foreseen|envisaged|expected|"
    r"due|under\s?way|in (?:progress|preparation))\b"
    r"|\bexpected (?:\w+\s){0,3}(?:date|in|by|for)\b"
    r"|\btarget(?:ed)?(?: date)?:?\s(?:for\s|in\s)?(?:Q[1-4]|20\d\d)"
    r"|\b(?:remediation|audit|certification|report)\b[^.;]{0,20}"
    r"\b(?:under\s?way|pending|in preparation)\b"
    r"|\b(?:readiness|gap) (?:assessment|analysis)\b|\bonce certified\b"
    r"|\b(?:will|shall)\s(?:be (?:audited|tested|carried out|examined|performed|conducted|issued|"
    r"completed|certified)|start|begin|undergo|open|follow)\b"
    r"|\b(?:aims?|goals?|ambition) (?:is|are) (?:to|for)\b|\bwe (?:aim|intend|hope) to\b"
    r"|\bwill (?:publish|present|disclose|report on|begin|start|run)\b"
    r"|\bcan be expected\b|\bopens? (?:on|in)\b|\bwork(?:ing)? towards?\b|\bplan(?:s|ned)? to\b",
    re.IGNORECASE,
)
_DONE = regex(
    r"\b(?:was|were|has|have)\s(?:\w+\s)?(?:audited|tested|examined|completed|issued|performed|"
    r"conducted|certified|carried out|granted|renewed)\b|\bdated\b|\b(?:covers|covered)\b",
    re.IGNORECASE,
)
_MADE_UP = regex(
    r"^\W*(?:for\s)?(?:example|instance)s?\W{1,3}(?:if|suppose|say|imagine|assume)\b"
    r"|^\W*(?:suppose|imagine|assume|let us (?:say|assume))\b",
    re.IGNORECASE,
)
"""A case made up to explain a measure: nothing was measured."""
_OF_ANSWERS = regex(
    r"\b(?:correct(?:ly)?|accura\w+|right(?:ly)?|wrong(?:ly)?|precision|recall|satisf\w+|"
    r"on (?:its|their) own|by (?:itself|themselves)|automatically|unaided|"
    r"without (?:an?|any|the) (?:agent|human|person|clerk|employee|operator)s?)\b",
    re.IGNORECASE,
)
_OF_SERVICE = regex(
    r"\b(?:uptime|downtime|availab\w+|reachable|online|outages?|in service|up and running)\b",
    re.IGNORECASE,
)
"""How many answers were right, or given by nobody else, is no share of the time in service."""
_AUDITS = frozenset(
    "accuracy-evaluation autonomy-boundary fairness-audit human-baseline market-comparison "
    "outcome-study robustness-evaluation scale-behaviour security-assurance".split()
)


def is_off_subject(kind: EvidenceKind, unit: Unit) -> bool:
    """Tell whether a unit cannot show evidence of a kind, for it speaks of something else.

    A question answers nothing. Kinds that compare (a baseline, a control group) are about the old
    way too.
    """
    if unit.text.rstrip().endswith("?") or _MADE_UP.search(unit.text):
        return True
    if kind.id == OVERSIGHT and _watches_nothing(unit):
        return True
    if kind.id == "robustness-evaluation" and _of_failures(unit):
        return True
    if kind.id == AVAILABILITY and _OF_ANSWERS.search(unit.text):
        return not _OF_SERVICE.search(unit.text)
    if kind.id == SECURITY and _OF_HOST.search(unit.text):
        return True
    if kind.id in _AUDITS and _TO_COME.search(unit.text) and not _DONE.search(unit.text):
        return True  # an audit or a test that is still to come
    if kind.id == FAILURES and (_WARNING.search(unit.text) or _OF_PEOPLE.search(unit.text)):
        return True
    if kind.id == "human-involvement" and _OF_THE_TEST.search(unit.text):
        return True  # who labelled the test items does none of the product's work
    if kind.id == ACCURACY and _of_people_alone(unit):
        return True
    if kind.id != "market-comparison" and _RIVAL.match(unit.text):
        return True
    if any(entry.id in _COMPARING for entry in kind.fields):
        return False
    return bool(_FORMER.search(unit.text)) or any(map(_OLD_WAY.search, unit.headings))


def _of_people_alone(unit: Unit) -> bool:
    """Tell whether a figure says how far people agree, or is a row of what people reached."""
    if _AMONG_PEOPLE.search(unit.text) and not _OF_PRODUCT.search(unit.text):
        return True
    return unit.shape is Shape.ROW and is_peoples_row(unit.text)


@lru_cache(maxsize=_ROWS)
def is_peoples_row(text: str) -> bool:
    """Tell whether the first cell of a row names people, with or without the head above it.

    Below a head a single word in capitals is as often the name of a place ("Port: Dover").
    """
    below = text.partition(": ")[2]
    cell = below.partition(";")[0]
    plain_name = cell.istitle() and not cell.endswith("s")
    texts = (text,) if plain_name else (text, below)
    return any(map(_PEOPLES_ROW.search, texts))


def _watches_nothing(unit: Unit) -> bool:
    """Tell whether a unit speaks of checks by nobody, by the product itself, or of its releases."""
    return bool(_unwatched(unit.text) or _RELEASES.search(unit.text)) or _of_failures(unit)


def _of_failures(unit: Unit) -> bool:
    """Tell whether a row lists a failure: no rule on who must check, and no test of an input."""
    return unit.shape is Shape.ROW and any(map(_FAILURES.search, unit.headings[-1:]))


def _unwatched(text: str) -> bool:
    """Tell whether a sentence says that the product checks, or that nobody does."""
    nobody = _NOBODY.search(text) and not _CONDITIONAL.search(text)
    return bool(nobody or _PRODUCT_CHECKS.search(text))
