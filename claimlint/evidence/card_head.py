"""The head of a model card or test report: its version and date hold for all that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimlint.document import Document, Passage, Role
from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.once import once_a_document
from claimlint.finding import FieldFound
from claimlint.regex import regex

_CARD = regex(
    r"\b(?:(?:model|system|service|product|AI|agent)\s(?:card|facts?\s?sheet|nutrition label)|"
    r"fact\s?sheet|transparency note|"
    r"(?:evaluation|validation|test(?:ing)?|benchmark|accuracy|red[- ]team\w*)\s"
    r"(?:report|results|summary))\b",
    re.IGNORECASE,
)
_VERSION = regex(
    r"\W*(?:(?:model|product|system|software)\s)?(?:version|release)\W{0,3}:?\s*"
    r"(?P<value>v?\d+(?:\.\d+)+[\w-]*|v\d+)",
    re.IGNORECASE,
)
_PRODUCT = regex(
    r"\W*(?:(?:model|product|system)(?:\sname)?|name)\s?:\s*(?P<value>[A-Z][\w .&-]{1,58}\w)",
    re.IGNORECASE,
)
_DATE = regex(
    r"\W*(?:(?:report|release|evaluation|test|last|card)\s)?"
    r"(?:date|updated|evaluated|tested|as of)\W{0,3}:?\s",
    re.IGNORECASE,
)
_OPENING = 16
_TITLES = 3


@once_a_document
def head_of(document: Document) -> tuple[FieldFound, ...]:
    """Return product, version and date as the head of a card or a report of tests states them.

    Empty for any other paper: what stands above a deck is the deck's own date.
    """
    return head_in(document.path, document.passages)


def head_in(path: str, passages: Sequence[Passage]) -> tuple[FieldFound, ...]:
    """Return the same of the passages of the paper at `path`."""
    opening = passages[:_OPENING]
    titles = (item.text for item in opening[:_TITLES] if item.role in (Role.TITLE, Role.HEADING))
    if not any(_CARD.search(title) for title in titles):
        return ()
    found: dict[str, FieldFound] = {}
    for index, passage in enumerate(opening):
        for name, span, value in _stated(passage.text):
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


def _stated(text: str) -> Iterator[tuple[str, tuple[int, int], str | None]]:
    named = _PRODUCT.match(text)
    if named is not None:
        yield "product", named.span("value"), named["value"]
    version = _VERSION.match(text)
    if version is not None:
        yield "version", version.span("value"), version["value"].lstrip("vV")
    if _DATE.match(text) is not None:
        for hit in find_date(text):
            yield "date", (hit.start, hit.end), hit.value
