"""Whether evidence is too old, or newer than the claim that it should have preceded."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from claimlint.document import Document, Part
from claimlint.evidence.detectors.dates import find_date
from claimlint.evidence.disclosures.find import DATED
from claimlint.evidence.once import once_a_document
from claimlint.evidence.text.plain import plain
from claimlint.finding import Disclosure, FieldFound
from claimlint.regex import regex
from claimlint.rulebook.entries import EvidenceKind
from claimlint.rulebook.yaml.iso_dates import last_day

_DOCUMENT_DATE = regex(
    r"\b(?:version of|as of|dated|date|effective|published|updated|edition|issued|last changed|"
    r"stand|status|deck|presentation|brochure|brief(?:ing)?)\b",
    re.IGNORECASE,
)
_OF_PERIOD = regex(
    r"\b(?:report|record|history|statistics|figures|log|monitoring|uptime|availability)\b.*"
    r"\b(?:Q[1-4]|H[12]|quarter|half)\b",
    re.IGNORECASE,
)
"""A title that says of which period a report is: it was published later."""
EXPIRES = regex(r"\b(?:valid (?:until|through|to)|expir\w+)\b", re.IGNORECASE)
"""Words before the day on which evidence ends."""
_NEXT = regex(
    r"\b(?:next|renew\w*|due|planned|scheduled|expected|target\w*|will|shall)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Words before a day of what follows evidence, and none of its own."""
_UNTIL = regex(
    r"\b(?:expir\w+|valid\w*)\b[^.;]{0,40}$"
    r"|\b(?:until|through|by|before)\s(?:the\s)?(?:end of\s)?$",
    re.IGNORECASE,
)
_OF_MONTH = regex(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d[-/.]\s?\d", re.IGNORECASE
)
_VALIDITY = "validity"
_OPENING = 6
_FEW_WORDS = 12


def months_later(day: date, months: int) -> date:
    """Return the day `months` after `day`; the last of the month where it has no such day."""
    from calendar import monthrange

    number = day.month - 1 + months
    year, month = day.year + number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def day_of(text: str | None) -> date | None:
    """Return the day of an ISO date, the last one of a month or a year, or None."""
    return last_day(text) if text else None


def as_of(disclosure: Disclosure, today: date) -> Disclosure:
    """Return evidence with the day that it is of as it stands on the day `today`.

    The next test that a paper announces makes it no newer, and a period that still runs ends today.
    None is the day of a certificate in force. What has only a day to come as its own keeps it.
    """
    if disclosure.from_dossier or (disclosure.date or "") <= today.isoformat():
        return disclosure
    told = [found for found in disclosure.fields if found.field in DATED and day_of(found.value)]
    own = [found for found in told if not _announced(found)]
    begun = [found for found in own if _begun(found, today)]
    in_force = any(found.field == _VALIDITY and found not in begun for found in own)
    if in_force or (told and not own):
        return replace(disclosure, date=None)
    days = [min(found.value or "", today.isoformat()) for found in begun]
    return replace(disclosure, date=max(days)) if days else disclosure


def _announced(found: FieldFound) -> bool:
    """Tell whether a day is said to be that of something to come, or the last day of something."""
    before = found.unit.partition(found.text)[0]
    ends = found.field != _VALIDITY and _UNTIL.search(before)
    return bool(ends or _NEXT.search(before))


def _begun(found: FieldFound, today: date) -> bool:
    """Tell whether a day is over, or the period that it ends has begun."""
    length = len("2026-11") if _OF_MONTH.search(found.text) else len("2026")
    return (found.value or "")[:length] <= today.isoformat()[:length]


def stale(disclosure: Disclosure, kind: EvidenceKind, today: date) -> str | None:
    """Return why evidence is out of date on the day `today`, or None.

    A certificate lasts until its expiry; a dossier may shorten the shelf life, never lengthen it.
    """
    day = day_of(disclosure.date)
    if day is None:
        return None
    usual, said = months_later(day, kind.shelf_life), expiry(disclosure)
    until = usual if said is None else min(usual, said) if disclosure.from_dossier else said
    if until >= today:
        return None
    return f"dated {disclosure.date}, out of date since {until.isoformat()}"


def ahead(disclosure: Disclosure, today: date) -> str | None:
    """Return why evidence was not made by the day `today`, or None."""
    day = disclosure.date or ""
    if day <= today.isoformat()[: len(day)] or (
        not disclosure.from_dossier and expiry(disclosure) is not None
    ):
        return None
    return f"dated {day}, a day that is yet to come"


def expiry(disclosure: Disclosure) -> date | None:
    """Return the day on which evidence says that it expires, or None."""
    for item in disclosure.fields:
        if item.field == "expires" or EXPIRES.search(item.text):
            behind = find_date(item.unit[item.unit.find(item.text) :])
            stated = next((hit.value for hit in behind if hit.value), None)
            return day_of(item.value) or day_of(stated) or day_of(disclosure.date)
    return None


def late(disclosure: Disclosure, published: date | None) -> str | None:
    """Return why evidence is newer than a claim that was published on a day, or None."""
    day = day_of(disclosure.date)
    if day is None or published is None or day <= published or expiry(disclosure):
        return None
    return f"dated {disclosure.date}, the claim was published on {published.isoformat()}"


@once_a_document
def published(document: Document) -> date | None:
    """Return the day that a document says it was published on, or None.

    Looked for in its first passages and in headers, footers and metadata: a short passage with a
    date and a word such as "dated" or "edition", or with nothing but a date. A date below the head
    of a column is that of its row.
    """
    opening = document.passages[:_OPENING]
    frame = (Part.HEADER, Part.FOOTER, Part.METADATA)
    margins = [item for item in document.passages if item.location.part in frame]
    for passage in (*opening, *margins):
        text = plain(passage.text).text
        words, titled = text.split(), passage.role.heads
        if len(words) > _FEW_WORDS or (passage.cell and passage.cell.column_head):
            continue
        if titled and _OF_PERIOD.search(text):
            continue
        said = _DOCUMENT_DATE.search(text)
        first = said.start() if said else 0  # the date behind "published" goes before all others
        for hit in sorted(find_date(text), key=lambda hit: hit.start < first):
            alone = hit.end - hit.start >= len(text.strip()) - 4
            if alone or titled or said:
                return day_of(hit.value)
    return None
