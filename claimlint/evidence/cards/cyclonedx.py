"""Reads the model cards of a CycloneDX bill of materials (1.5 to 1.7, JSON).

Source: CycloneDX specification, `modelCard` and `declarations`.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.evidence.cards.sheet import Sheet, day, share
from claimlint.evidence.cards.tree import Tree, branch, leaf, twigs
from claimlint.finding import Disclosure
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import ACCURACY, NAMED_PARTY, SELF_REPORTED

_WHERE = "CycloneDX"
_MODEL = "machine-learning-model"


def is_cyclonedx(root: Tree) -> bool:
    """Tell whether a JSON document says that it is a CycloneDX bill of materials."""
    return leaf(root, "bomFormat") == "CycloneDX"


def read(root: Tree, name: str, catalogue: Catalogue) -> Iterator[Disclosure]:
    """Yield the disclosures of every model in a bill of materials."""
    for model in _models(root):
        sheet = Sheet(name, _WHERE, catalogue)
        sheet.product, sheet.version = leaf(model, "name") or None, leaf(model, "version") or None
        sheet.date, sheet.provenance = _date(root), _provenance(root)
        card = branch(model, "modelCard")
        _metrics(sheet, card, root)
        _considerations(sheet, branch(card, "considerations"))
        _data(sheet, card)
        yield from sheet.disclosures()


def _models(root: Tree) -> Iterator[Tree]:
    main = branch(root, "metadata", "component")
    for item in (main, *twigs(root, "components")):
        if isinstance(item, dict) and leaf(item, "type") == _MODEL and branch(item, "modelCard"):
            yield item


def _metrics(sheet: Sheet, card: Tree, root: Tree) -> None:
    parameters = branch(card, "modelParameters")
    for metric in twigs(branch(card, "quantitativeAnalysis"), "performanceMetrics"):
        value = leaf(metric, "value")
        sheet.open(ACCURACY)
        sheet.add("metric", leaf(metric, "type"), "performanceMetrics.type")
        sheet.add("value", value, "performanceMetrics.value", share(value))
        bounds = branch(metric, "confidenceInterval")
        low, high = leaf(bounds, "lowerBound"), leaf(bounds, "upperBound")
        if low and high:
            sheet.add("interval", f"{low} to {high}", "performanceMetrics.confidenceInterval")
        sheet.add("task", leaf(parameters, "task"), "modelParameters.task")
        sheet.add("dataset", leaf(metric, "slice"), "performanceMetrics.slice")
        for words in _datasets(card):
            sheet.add("dataset", words, "modelParameters.datasets")
        for assessor in twigs(branch(root, "declarations"), "assessors"):
            words = leaf(branch(assessor, "organization"), "name")
            sheet.add("evaluator", words, "declarations.assessors")


def _considerations(sheet: Sheet, node: Tree) -> None:
    uses = [leaf({"text": item}, "text") for item in twigs(node, "useCases")]
    users = [leaf({"text": item}, "text") for item in twigs(node, "users")]
    if any((*uses, *users)):
        sheet.open("intended-use")
        for words in (*uses, *users):
            sheet.add("intended", words, "considerations.useCases")
    for limit in twigs(node, "technicalLimitations"):
        words = leaf({"text": limit}, "text")
        sheet.read("failure-modes", words, "considerations.technicalLimitations")
    for item in twigs(node, "fairnessAssessments"):
        sheet.open("fairness-audit")
        sheet.add("groups", leaf(item, "groupAtRisk"), "fairnessAssessments.groupAtRisk")
        sheet.add("gaps", leaf(item, "mitigationStrategy"), "fairnessAssessments.mitigation")


def _data(sheet: Sheet, card: Tree) -> None:
    names = _datasets(card)
    if any(names):
        sheet.open("data-provenance")
        for words in names:
            sheet.add("sources", words, "modelParameters.datasets")


def _datasets(card: Tree) -> list[str]:
    return [leaf(item, "name") for item in twigs(branch(card, "modelParameters"), "datasets")]


def _date(root: Tree) -> str | None:
    created = [leaf(item, "created") for item in twigs(branch(root, "declarations"), "evidence")]
    days = [found for text in created if (found := day(text[:10]))]
    return max(days, default=None)


def _provenance(root: Tree) -> str:
    assessors = twigs(branch(root, "declarations"), "assessors")
    third = any(isinstance(item, dict) and item.get("thirdParty") is True for item in assessors)
    return NAMED_PARTY if third else SELF_REPORTED
