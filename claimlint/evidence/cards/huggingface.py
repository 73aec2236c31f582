"""Reads the scores of a Hugging Face model card and of its `.eval_results` files.

The scores are those of a model on a public data set: for an application built on it they are
about something else, and the disclosures say so, unless the card calls the data set private. Of
the text below the front matter the sections on uses and limits are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimlint.evidence.cards.sheet import Sheet, day, share
from claimlint.evidence.cards.tree import Tree, branch, leaf, twigs
from claimlint.finding import Disclosure
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import ACCURACY, Verdict

_WHERE = "Hugging Face"
_HEADING = regex(r"^#{1,6}[ \t]+(.{1,120})$", re.MULTILINE)
_COMMENT = regex(r"<!--.{0,5000}?-->|\[More Information Needed\]", re.DOTALL)
_ITEM = regex(r"\n[ \t]{0,9}(?:\n|(?:[-*+]|\d{1,3}[.)])[ \t])")
_PRIVATE = frozenset({"private", "internal", "proprietary", "custom", "in-house"})
"""What stands in place of the name of a public data set where there is none."""
_HEADINGS = (
    ("failure-modes", re.compile(r"limitation|known issue|risk|failure", re.IGNORECASE)),
    ("intended-use", re.compile(r"\buses?\b|out.of.scope|misuse", re.IGNORECASE)),
)


def read_card(front: Tree, body: str, name: str, catalogue: Catalogue) -> Iterator[Disclosure]:
    """Yield the disclosures of a card: of its front matter, and of sections of its `body`.

    Sections are those on limits and on uses, told by their headings.
    """
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
    sections = tuple(_sections(body))
    for kind, heading in _HEADINGS:
        chosen = [(title, text) for title, text in sections if heading.search(title)]
        named = " and ".join(title for title, _ in chosen)
        sheet.read(kind, " ".join(text for _, text in chosen), f"section {named}")
    yield from sheet.disclosures()


def read_results(rows: Iterator[object], name: str, catalogue: Catalogue) -> Iterator[Disclosure]:
    """Yield the disclosures of a file of `.eval_results`."""
    for row in rows:
        data = branch(row, "dataset")
        sheet = Sheet(name, _WHERE, catalogue, date=day(leaf(row, "date")))
        sheet.open(ACCURACY)
        sheet.add("task", leaf(data, "task_id"), "dataset.task_id")
        _benchmark(sheet, leaf(data, "id"), leaf(row, "value"))
        sheet.add("evaluator", leaf(branch(row, "source"), "name"), "source.name")
        yield from sheet.disclosures()


def is_results(node: object) -> bool:
    """Tell whether a YAML document is a list of evaluation results."""
    return isinstance(node, list) and all(
        branch(row, "dataset") and leaf(row, "value") for row in node
    )


def _sections(body: str) -> Iterator[tuple[str, str]]:
    """Yield heading and text of each section of Markdown; each bullet of it ends like a sentence.

    A comment of the template ("<!-- … -->") or its "[More Information Needed]" is no text.
    """
    parts = _HEADING.split(_COMMENT.sub("", body))
    for title, text in zip(parts[1::2], parts[2::2], strict=True):
        items = (" ".join(item.split()) for item in _ITEM.split(f"\n{text}"))
        told = [item if item[-1] in ".!?:;" else f"{item}." for item in items if item]
        yield title.strip(" *#"), " ".join(told)


def _score(sheet: Sheet, result: object, metric: object) -> None:
    task, data = branch(result, "task"), branch(result, "dataset")
    sheet.open(ACCURACY)
    sheet.add("metric", leaf(metric, "name") or leaf(metric, "type"), "metrics.type")
    sheet.add("task", leaf(task, "name") or leaf(task, "type"), "task.type")
    split = " ".join(word for word in (leaf(data, "name"), leaf(data, "split")) if word)
    private = leaf(data, "type").lower() in _PRIVATE
    _benchmark(sheet, split, leaf(metric, "value"), private=private)


def _benchmark(sheet: Sheet, data: str, value: str, *, private: bool = False) -> None:
    sheet.add("value", value, "value", share(value))
    if "±" in value:
        sheet.add("interval", value, "value")
    sheet.add("dataset", data, "dataset")
    if not private:
        sheet.add("caveat", f"the data set {data}", "dataset", str(Verdict.WRONG_TARGET))
