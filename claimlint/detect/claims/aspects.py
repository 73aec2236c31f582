"""What an assurance is about, where its rule cannot tell: "every decision is logged" is no law."""

from __future__ import annotations

import re

from claimlint.regex import regex

_GENERAL = "law"
"""The aspect of rules on assurances of every sort; evidence of law is asked for only for law."""
_SAFETY = "safety"
_LAW = regex(
    r"\b(?:law\w*|legal\w*|regulat\w+|complian\w+|comply|complies|GDPR|HIPAA|CCPA|FERPA|FINRA|FDA|"
    r"AI Act|statut\w+|certif\w+|licen[cs]ed?|approved by|EU|government)\b",
    re.IGNORECASE,
)
_SCHEME = regex(
    r"(?:\b(?:complian\w+|certif\w+)\s(?:to|for|under|against|with)\s)?\b(?:SOC\s?-?[123]\b|ISO\s?(?:/IEC\s?)?27\d{3}|PCI\b|CREST\b)(?:[^.;]{0,24}?\b(?:complian\w+|"
    r"certif\w+))?",
    re.IGNORECASE,
)
_SECURITY = regex(
    r"\bsecur\w+|\bencrypt\w*|\bpenetration\b|\bhack\w*|\bbreach\w*|\bfirewall\w*|"
    r"\b(?:bank|military)-(?:grade|level)",
    re.IGNORECASE,
)
_SAFE = regex(r"\bsafe(?:ty|ly|guard\w*)?\b|\btested\b|\brisk\w*|\bharm\w*", re.IGNORECASE)
_OTHERS = (
    ("bias", regex(r"\b(?:un)?bias\w*|\bdiscriminat\w+|\bfair(?:ly|ness)?\b", re.IGNORECASE)),
    ("privacy", regex(r"\bpriva\w+|\bconfidential\w*|\bpersonal data\b|\banonym\w+", re.I)),
    (
        "explainability",
        regex(
            r"\bexplain\w*|\breasoning\b|\blogged\b|\baudit(?:able|ed)?\b|\btransparen\w+|"
            r"\btraceab\w+|\bon (?:the )?record\b",
            re.IGNORECASE,
        ),
    ),
    ("security", _SECURITY),
    (_SAFETY, _SAFE),
)


def aspect_of(given: str | None, words: str, unit: str) -> str | None:
    """Return what a claim is about: the aspect of its rule, or a closer one that its words name.

    The words of the claim go before those of its unit.
    """
    if given == _SAFETY and _SECURITY.search(words) and not _SAFE.search(words):
        return "security"
    named = _with_whole_scheme(words, unit)
    if given is not None and _is_of_scheme(named):
        return "security"
    if given != _GENERAL:
        return given
    for text in (named, unit):
        if _is_of_scheme(text):
            return "security"
        if _LAW.search(text):
            return given
        found = next((name for name, form in _OTHERS if form.search(text)), None)
        if found is not None:
            return found
    return given


def further_aspects(own: str | None, marked: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """Return what a claim is about beyond its `own` aspect: what else is `marked` in its unit.

    "SOC 2, ISO 27001 and GDPR compliant" is about the law, and about security, too.
    """
    named = own is not None and _SCHEME.search(unit) is not None
    every = dict.fromkeys((*marked, "security") if named else marked)
    return tuple(name for name in every if name != own)


def _is_of_scheme(text: str) -> bool:
    """Tell whether a text names a scheme of security and no law beside it."""
    return bool(_SCHEME.search(text)) and not _LAW.search(_SCHEME.sub(" ", text))


def _with_whole_scheme(words: str, unit: str) -> str:
    """Return the words with the whole name of a scheme that they break off ("… to ISO" / 27001)."""
    start = unit.find(words)
    scheme = _SCHEME.search(unit, max(0, start))
    broken = scheme is not None and start <= scheme.start() < start + len(words) < scheme.end()
    return unit[start : scheme.end()] if scheme is not None and broken else words
