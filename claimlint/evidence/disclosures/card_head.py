"""The head of a model card or test report: its version and date hold for all that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.document import Document, Passage
from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.detectors.people import find_evaluator
from claimlint.evidence.detectors.versions import find_version
from claimlint.evidence.disclosures.targets import name_of
from claimlint.evidence.once import once_a_document
from claimlint.finding import FieldFound
from claimlint.regex import regex

_CARD = regex(
    r"\b(?:(?:model|system|service|product|AI|agent)\s(?:card|facts?\s?sheet|nutrition label)|"
    r"fact\s?sheet|transparency note|case study|customer (?:story|case)|"
    r"(?:time|pilot|field|user|customer|outcome|impact|reader|comparison|comparative) study|"
    r"(?:evaluation|validation|verification|test(?:ing)?|acceptance|benchmark|accuracy|performance|"
    r"reader|audit|load|stress|red[- ]team\w*|monitoring|surveillance|availability|uptime|quality)"
    r"\s(?:(?:execution|run|analysis|benchmark|performance|latency)\s)?"
    r"(?:report|results|summary|protocol|record|study)|"
    r"(?:report|protocol|summary|results) (?:of|on) (?:the )?(?:evaluation|validation|test\w*))\b"
    r"|\b(?:field|pilot|acceptance|blind|bench|load|stress)\s(?:test|trial)s?\b"
    r"|^\W*(?:[\w-]+\s|(?:annex|appendix)\s\w+\W+)?"
    r"(?:evaluation|validation|verification|assessment|testing|test|trial|accuracy|effect)\sof\s"
    r"|\b(?:reader|human|expert|head[- ]to[- ]head)\scomparison\b"
    r"|\bhow (?:good|accurate|reliable) is\b"
    r"|\b(?:report|study|evaluation|validation|trial|assessment|audit)s?\b"
    r"(?:\W*$|\W*[,:(–-]|\s(?:of|on|to|with|by)\b|\s(?:20\d\d|Q[1-4])\b)"
    r"|\bwhat (?:\w+\s){1,4}showed\b"
    r"|\bbenchmark(?:s|ed|ing)?\b|\b(?:error|failure|risk|robustness|statistical) analysis\b"
    r"|\b(?:confidence intervals|ablations?|experiments?|experimental results|eval results)\b",
    re.IGNORECASE,
)
_GUIDE = regex(
    r"\b(?:instructions? for use|data\s?sheet|handbook|notes for users|(?:user|operating|"
    r"operator'?s?|deployment|admin(?:istrator'?s?)?|implementation|safety|reference|oversight)\s(?:manual|guide|"
    r"model|instructions)|guide for|data processing (?:agreement|addendum)|human oversight|"
    r"known (?:issues|limitations|failures)|statement of|security (?:overview|white\s?paper|pack)|"
    r"intended use|model monitoring|subprocessors)\b",
    re.IGNORECASE,
)
_VERSION = regex(
    r"\W*(?:(?:model|product|system|software)\s)?(?:version|release)"
    r"(?:\s(?:tested|evaluated|assessed|judged))?\W{0,3}:?\s*"
    r"(?P<value>v?\d+(?:\.\d+)+[\w-]*|v\d+)",
    re.IGNORECASE,
)
_PRODUCT = regex(
    r"\W*(?:(?:model|product|system)(?:\sname)?|name)\s?:\s*(?P<value>[A-Z][\w .&-]{1,58}\w)",
    re.IGNORECASE,
)
_DATE = regex(
    r"\W*(?:(?:report|release|evaluation|test|last|card|audit|research|analysis|run|study|review|"
    r"assessment|benchmark|publication|published|effective|measurement)\s)?"
    r"(?:date(?: of (?:the )?(?:test\w*|evaluation|report|audit|study|measurement))?|updated|"
    r"evaluated|tested|as of|reviewed|revised|issued|released|version of|effective(?: from)?|"
    r"valid from|generated(?: on| at)?|created|published|measured|conducted|posted|modified|"
    r"(?:review|test|evaluation|reporting|measurement) period)"
    r"\W{0,3}:?\s",
    re.IGNORECASE,
)
_MODEL = regex(
    r"\W*(?:base|foundation|underlying|language)\s(?:model|LLM)\s?:\s*(?P<value>[A-Z][^:]{2,120})",
    re.I,
)
_OF_METHOD = (
    r"(?:(?:test|evaluation|study|our)\s)?(?:methods?|methodology|data(?:\s?sets?)?|"
    r"design|sample|sampling|samples|materials?|procedure|protocol|set-?up|items|"
    r"conditions|scope|how (?:we|it was|this was) (?:tested|measured|evaluated)|"
    r"what (?:we|was) (?:tested|measured)|ground truth|background|summary|overview|introduction|"
    r"about this (?:test|report|evaluation))"
)
_METHOD = regex(
    rf"\W*[\d.]*\s*{_OF_METHOD}(?:\s(?:and|&)\s{_OF_METHOD})?\W*$",
    re.IGNORECASE,
)
_PAPER = regex(r"report|protocol|card|sheet|summary|results|study|record|document", re.IGNORECASE)
_JUDGES = ("evaluator", "auditor", "assessor")
OPENING = 16
"""So many passages are the head of a paper."""
_TITLES = 3
_BYLINES = 4
_BYLINE = 14
"""More words than this are a sentence of the text, and no line below a title."""


@once_a_document
def head_of(document: Document) -> tuple[FieldFound, ...]:
    """Return product, version and date as the head of a card or a report of tests states them.

    So does that of a guide, a data sheet or a manual. Empty for any other paper: what stands above
    a deck is the deck's own date.
    """
    return head_in(document.path, document.passages)


def head_in(path: str, passages: Sequence[Passage]) -> tuple[FieldFound, ...]:
    """Return the same of the passages of the paper at `path`."""
    if not (is_report(passages) or _called(passages, _GUIDE)):
        return ()
    opening = passages[:OPENING]
    last = _BYLINES + max((at for at, each in enumerate(passages[:_TITLES]) if each.role.heads))
    found: dict[str, FieldFound] = {}
    for index, passage in enumerate(opening):
        label = _label(passages, index)
        for name, (start, end), value in _stated(label + passage.text, byline=index < last):
            span = (start - len(label), end - len(label))
            if span[0] < 0:
                continue
            held = FieldFound(
                field=name,
                text=passage.text[slice(*span)],
                document=path,
                location=passage.locate(*span),
                passage=index,
                value=value,
                unit=passage.text,
            )
            found.setdefault(name, held)
    return tuple(found.values())


def is_report(passages: Sequence[Passage]) -> bool:
    """Tell whether a paper calls itself a card or a report of tests in its title."""
    return _called(passages, _CARD)


def _called(passages: Sequence[Passage], names: re.Pattern[str]) -> bool:
    opening = passages[:_TITLES]
    titles = (item.text for item in opening if item.role.heads)
    return any(names.search(title) for title in titles)


def on_method(heading: str) -> bool:
    """Tell whether a section of a report is on how it tested, whatever it found."""
    return _METHOD.match(heading) is not None


def _label(passages: Sequence[Passage], index: int) -> str:
    """Return "Version: " for the cell behind the cell "Version" in a table of two columns."""
    cell, before = passages[index].cell, passages[index - 1].cell if index else None
    if cell is None or before is None or (cell.row, cell.column) != (before.row, 2):
        return ""
    return f"{passages[index - 1].text.strip().rstrip(':')}: "


def _stated(text: str, *, byline: bool) -> Iterator[tuple[str, tuple[int, int], str | None]]:
    named = _PRODUCT.match(text)
    if named is not None:
        yield "product", named.span("value"), named["value"]
    version = _VERSION.match(text)
    if version is not None:
        yield "version", version.span("value"), version["value"].lstrip("vV")
    model = _MODEL.match(text)
    if model is not None:
        yield "third-parties", model.span("value"), None
    short = sum(any(map(str.isalnum, word)) for word in text.split()) <= _BYLINE
    titled = byline and short and bool(_CARD.search(text) or _GUIDE.search(text))
    if named is not None or titled:
        for hit in find_version(text):
            name = name_of(text, hit.start, hit.end)
            if named is not None or (name is not None and not _PAPER.search(name)):
                yield "version", (hit.start, hit.end), hit.value
    dated = (byline and short and not text.endswith(".")) or _DATE.match(text) is not None
    for hit in find_date(text):
        if dated or (byline and hit.start == 0):
            yield "date", (hit.start, hit.end), hit.value
    if short:
        for hit in find_evaluator(text):
            for name in _JUDGES:
                yield name, (hit.start, hit.end), hit.value
