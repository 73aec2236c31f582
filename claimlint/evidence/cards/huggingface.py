"""Reads the scores of a Hugging Face model card and of its `.eval_results` files.

The scores are those of a model on a public data set: for an application built on it they are
about something else, and the disclosures say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimlint.evidence.cards.sheet import Sheet, day, share
from claimlint.evidence.cards.tree import Tree, branch, leaf, twigs
from claimlint.finding import Disclosure
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import Verdict

_WHERE = "Hugging Face"


def read_card(front: Tree, name: str, catalogue: Catalogue) -> Iterator[Disclosure]:
    """Yield the disclosures of the front matter of a card (`model-index`, `datasets`)."""
    for model in twigs(front, "model-index"):
        sheet = Sheet(name, _WHERE, catalogue, product=leaf(model, "name") or None)
        for result in twigs(model, "results"):
            for metric in twigs(result, "metrics"):
                _score(sheet, result, metric)
        yield from sheet.disclosures()
    sheet = Sheet(name, _WHERE, catalogue)
    sheet.open("data-provenance")
    for key in ("datasets", "base_model"):
        for item in twigs(front, key):
            field = "sources" if key == "datasets" else "third-parties"
            sheet.add(field, leaf({"text": item}, "text"), key)
    yield from sheet.disclosures()


def read_results(rows: Iterator[object], name: str, catalogue: Catalogue) -> Iterator[Disclosure]:
    """Yield the disclosures of a file of `.eval_results`."""
    for row in rows:
        data = branch(row, "dataset")
        sheet = Sheet(name, _WHERE, catalogue, date=day(leaf(row, "date")))
        sheet.open("accuracy-evaluation")
        sheet.add("task", leaf(data, "task_id"), "dataset.task_id")
        _benchmark(sheet, leaf(data, "id"), leaf(row, "value"))
        sheet.add("evaluator", leaf(branch(row, "source"), "name"), "source.name")
        yield from sheet.disclosures()


def is_results(node: object) -> bool:
    """Tell whether a YAML document is a list of evaluation results."""
    return isinstance(node, list) and all(
        branch(row, "dataset") and leaf(row, "value") for row in node
    )


def _score(sheet: Sheet, result: object, metric: object) -> None:
    task, data = branch(result, "task"), branch(result, "dataset")
    sheet.open("accuracy-evaluation")
    sheet.add("metric", leaf(metric, "name") or leaf(metric, "type"), "metrics.type")
    sheet.add("task", leaf(task, "name") or leaf(task, "type"), "task.type")
    split = " ".join(word for word in (leaf(data, "name"), leaf(data, "split")) if word)
    _benchmark(sheet, split, leaf(metric, "value"))


def _benchmark(sheet: Sheet, data: str, value: str) -> None:
    sheet.add("value", value, "value", share(value))
    if "±" in value:
        sheet.add("interval", value, "value")
    sheet.add("dataset", data, "dataset")
    sheet.add("caveat", f"the data set {data}", "dataset", str(Verdict.WRONG_TARGET))
