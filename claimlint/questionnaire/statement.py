"""What a form shows as an evidence dossier, so that later checks can use it without the form."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from claimlint.finding import Disclosure
from claimlint.office.cells import line
from claimlint.questionnaire.model import Questionnaire

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ASIDE = ("caveat", "figure", "people-value", "impact-ratio")
_SHARES = ("value", "rate", "share", "uptime", "override-rate")
_UNKNOWN = "not stated"


def dossier_of(shown: Sequence[Disclosure], asked: Questionnaire, today: str) -> str:
    """Return a dossier in YAML with an entry for each question of which something is shown.

    That is what the vendor answered, and where it answered nothing what its papers showed before.
    The version is that of the answers, where they name one. An entry of a kind that is not asked
    for its date is of `today`, as a statement is; a day that is yet to come is that on which a
    certificate expires.
    """
    dated = {item.kind for item in asked.items for field in item.fields if field.id == "date"}
    versions = [each.version for each in shown if each.version]
    products = [each.product for each in shown if each.product]
    data = {
        "claimlint_evidence": "0.1",
        "vendor": {"name": asked.matter or _UNKNOWN, "statement_date": today},
        "product": {
            "name": products[0] if products else asked.matter or _UNKNOWN,
            "version": versions[0] if versions else _UNKNOWN,
        },
        "evidence": [
            _entry(number, each, today, dated=each.kind in dated)
            for number, each in enumerate(shown, start=1)
        ],
    }
    files = line(", ".join(asked.files))
    head = (
        f"# What {files} shows: the vendor's answers, and where there is none what its papers\n"
        "# showed before. Written by claimlint.\n"
    )
    return head + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)


def _entry(number: int, shown: Disclosure, today: str, *, dated: bool) -> dict[str, object]:
    fields: dict[str, str] = {}
    for found in shown.fields:
        if found.field not in _ASIDE:
            share = found.value if found.field in _SHARES else None
            fields.setdefault(found.field, _value(found.text, share))
    entry: dict[str, object] = {"id": f"answer-{number}", "kind": shown.kind}
    if shown.version:
        entry["product_version"] = shown.version
    day = shown.date if shown.date and _DAY.fullmatch(shown.date) else ""
    if day > today:
        entry["expires"] = day
    day = day if day <= today else ""
    if day or not dated:
        entry["date"] = day or today
    return {**entry, "fields": fields}


def _value(text: str, value: str | None) -> str:
    """Return a share as the figure that a dossier compares, everything else in its words."""
    is_share = value is not None and re.fullmatch(r"0?\.\d+|[01](?:\.0+)?", value)
    return value if is_share and value is not None else " ".join(text.split())
