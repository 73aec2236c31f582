"""Reads the Applied Model Card of the Coalition for Health AI (XML, versions 0.1 and 0.2).

Source: https://mc.chai.org, schema of the Applied Model Card.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml import etree

from claimlint.evidence.cards.sheet import Sheet, day, share
from claimlint.evidence.cards.tree import leaf
from claimlint.finding import Disclosure
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import ACCURACY, OVERSIGHT

_WHERE = "CHAI Applied Model Card"
_ROOT = "AppliedModelCard"
_TEXTS = (
    ("failure-modes", "KnownRisksAndLimitations"),
    (OVERSIGHT, "HowToUse"),
    ("change-monitoring", "OngoingMaintenance"),
    ("security-assurance", "Security"),
)


def read(root: etree._Element, name: str, catalogue: Catalogue) -> Iterator[Disclosure]:
    """Yield the disclosures of a card."""
    sheet = Sheet(name, _WHERE, catalogue)
    sheet.product = _text(root, "ModelName") or None
    sheet.version = _text(root, "ReleaseVersion") or None
    sheet.date = day(_text(root, "ReleaseDate"))
    for block in _all(root, "KeyMetrics"):
        for group in block:
            if isinstance(group.tag, str):
                _metrics(sheet, group)
    _uses(sheet, root)
    _data(sheet, root)
    for kind, tag in _TEXTS:
        sheet.read(kind, _text(root, tag), tag)
    yield from sheet.disclosures()


def is_chai(root: etree._Element) -> bool:
    """Tell whether an XML document is an Applied Model Card."""
    return _name(root) == _ROOT


def _metrics(sheet: Sheet, group: etree._Element) -> None:
    fair = _name(group) == "FairnessEquity"
    for result in _all(group, "MetricResult"):
        label, value = _text(result, "Label"), _value(_text(result, "ValueJson"))
        sheet.open("fairness-audit" if fair else ACCURACY)
        sheet.add("metric-per-group" if fair else "metric", label, "MetricResult/Label")
        sheet.add("groups", label, "MetricResult/Label")
        sheet.add("value", value, "MetricResult/ValueJson", share(value))
        sheet.add("task", _text(group, "MetricGoal"), "MetricGoal")
        sheet.add("dataset", _text(group, "TestingDataDescription"), "TestingDataDescription")
        sheet.add("evaluator", _text(group, "TestType"), "TestType")


def _uses(sheet: Sheet, root: etree._Element) -> None:
    sheet.open("intended-use")
    for tag in ("IntendedUseAndWorkflow", "PrimaryIntendedUsers", "TargetedPatientPopulation"):
        sheet.add("intended", _text(root, tag), tag)
    tag = "CautionedOutOfScopeSettings"
    sheet.add("excluded", _text(root, tag), tag)


def _data(sheet: Sheet, root: etree._Element) -> None:
    sheet.open("data-provenance")
    tag = "DevelopmentDataCharacterization"
    sheet.add("sources", _text(root, tag), tag)
    sheet.add("third-parties", _text(root, "FoundationModels"), "FoundationModels")


def _value(text: str) -> str:
    """Return the value of a `ValueJson` with its unit, or the text as it stands."""
    try:
        node = json.loads(text)
    except ValueError:
        return text
    value, unit = leaf(node, "value"), leaf(node, "unit")
    return f"{value} {unit}".strip() if value else ""


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (item for item in root.iter() if isinstance(item.tag, str) and _name(item) == name)


def _text(root: etree._Element, name: str) -> str:
    found = next(_all(root, name), None)
    return "" if found is None else " ".join("".join(map(str, found.itertext())).split())


def _name(item: etree._Element) -> str:
    return str(item.tag).rpartition("}")[2]
