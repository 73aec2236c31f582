"""Version numbers of a product; not section numbers, and not the model that it is built on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.evidence.detectors.hit import Hit
from claimlint.regex import regex

NO_QUANTITY = (
    r"(?!\s?(?:%|x\b|per\s?cent|percent|million|billion|thousand|hours|minutes|seconds|days|weeks|"
    r"months|years|points|pp|stars|times|euros|dollars|cents|out))"
)
"""What follows a decimal number that may be a version: no unit that makes it an amount."""
_ONCE = regex(
    r"\b(?:since|before|until|prior to|up to|older than)\s(?:the\s|our\s)?$", re.IGNORECASE
)
_OF_PAPER = regex(
    r"\b(?:document|report|protocol|paper|template|form)\s"
    r"(?:(?:(?:no|number|id|ref)\b\.?:?\s*[\w/.-]+|[A-Z][A-Z\d/.-]*-\d+)\W*)?$",
    re.IGNORECASE,
)
_VERSION = regex(
    r"\b(?:version|release|build|revision|rev\.?)\s(?:no\.?\s|number\s)?(?P<a>v?\d+(?:\.\d+)*[a-z]?)\b"
    r"|(?<![\w.])[vV]\.?\s?(?P<b>\d+(?:\.\d+)*)\b(?!\s?v\b)"
    r"|\b(?:[Mm]odel|[Vv]ersion|[Rr]elease)\s\w+-[\w-]+\s(?P<e>[1-9]\d*\.\d+(?:\.\d+)*)(?=[,;:)]|\.?$)"
    r"|\b(?:[A-Z][\w-]{0,40}[a-z][\w-]{0,40}(?:\s(?!AU|MA|RM|F1)[A-Z]{2,5})?)"
    rf"\s(?P<c>\d+\.\d+(?:\.\d+)*)\b{NO_QUANTITY}"
    r"|\b(?:[A-Z][a-z]+[A-Z]\w*)\s(?P<d>\d{1,3})(?=\s*(?:[,.;:)]|$|was\b|is\b|and\b|has\b|had\b|read\b))"
)
_NOT_A_PRODUCT = regex(
    r"(?:\b(?:section|clause|article|art\.?|annex|appendix|schedule|chapter|figure|fig\.?|table|"
    r"page|step|slide|part|paragraph|item|rule|wcag|soc|iso|iec|cap|hti|pci dss|tls|http|usb|"
    r"python|java|node|utf|exhibit|note|question|level|phase|tier|volume|about|over|under|than|"
    r"from|by|at|of|to|is|was|scored|reached)\s)$",
    re.IGNORECASE,
)
_BASE_MODEL = regex(
    r"\b(?:built|based|running|runs|powered|relies|sits)\s(?:on|by|upon)\s(?:top\sof\s)?"
    r"(?:[\w-]+\s){0,3}$|\b(?:gpt|claude|gemini|llama|mistral|chatgpt|openai|qwen|deepseek)[\s-]?$",
    re.IGNORECASE,
)
_MODEL_NAME = regex(r"\b(?:gpt|claude|gemini|llama|mistral|qwen|deepseek)", re.IGNORECASE)


def find_version(text: str) -> Iterator[Hit]:
    """Yield versions: "version 4.2", "v4.2", "release 3", "InvoiceBot 4.2".

    The value is the number alone. A model that the product is built on is no version of it, nor
    is the one since which something holds, nor that of a report ("Report no. 7, version 1.1").
    """
    for match in _VERSION.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        value = match["a"] or match["b"] or match["c"] or match["d"] or match["e"]
        if match["c"] and _NOT_A_PRODUCT.search(match.group().rsplit(" ", 1)[0] + " "):
            continue
        if match["b"] and _NOT_A_PRODUCT.search(before):
            continue
        if _BASE_MODEL.search(before) or _MODEL_NAME.search(match.group()):
            continue
        if _ONCE.search(before) or _OF_PAPER.search(before):
            continue
        yield Hit(match.start(), match.end(), value.lower().lstrip("v"))
