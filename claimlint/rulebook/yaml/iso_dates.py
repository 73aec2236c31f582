"""Days, months and years as files give them, in ISO form."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimlint.rulebook.yaml.strict_yaml import Node

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def last_day(text: str) -> date | None:
    """Return the last day of a year, a month or a day in ISO form, None for anything else."""
    if not _DATE.fullmatch(text):
        return None
    try:
        if len(text) == len("2026-03-31"):
            return date.fromisoformat(text)
        month = date.fromisoformat(f"{text if '-' in text else f'{text}-12'}-28")
        return (month + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def iso_date(node: Node) -> str:
    """Return the text of a node that must be a year, a month or a day in ISO form.

    Raises:
        RuleFault: it is none.
    """
    text = node.text()
    if last_day(text) is None:
        raise node.fault(f'expected a date such as "2026-03-31", "2026-03" or "2026", not "{text}"')
    return text
