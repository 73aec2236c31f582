"""The form of an entry of a dossier: its keys, and which field of which kind each fills."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from types import MappingProxyType

from msgspec import Struct

from claimlint.rulebook.yaml.strict_yaml import Mapping, Node
from claimlint.terms import NAMED_PARTY, SELF_REPORTED

KEYS = (
    "product_version", "date", "expires", "evaluator", "task", "dataset", "metrics",
    "human_correction", "baseline", "source", "items", "contexts", "fields",
)  # fmt: skip
GRADES = MappingProxyType(
    {
        "self": SELF_REPORTED,
        "customer": NAMED_PARTY,
        "third-party": NAMED_PARTY,
        "accredited": "accredited audit",
    }
)
"""How far a disclosure is to be trusted, by the relation of who evaluated."""
ACCESS = ("public", "nda", "on-request")
CORRECTED = ("none", "before-scoring", "unknown")
STAKES = ("low", "high", "rights")
FAILURE_CLASSES: MappingProxyType[str, str | None] = MappingProxyType(
    {
        "fabrication": "fabrication",
        "bad-input": "unclear-input",
        "bad-format": "unclear-input",
        "out-of-distribution": "unfamiliar-input",
        "scale": "at-scale",
        "other": None,
    }
)
"""The field that a failure of a class fills."""
METRICS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "accuracy-evaluation": {
            "name": "metric", "value": "value", "n": "sample-size", "ci95": "interval",
        },
        "robustness-evaluation": {"slice": "input-classes", "value": "metric-per-class"},
        "scale-behaviour": {"slice": "range", "value": "metric-at-ends"},
        "human-baseline": {"value": "metric", "ci95": "interval"},
        "fairness-audit": {"slice": "groups", "value": "metric-per-group", "n": "n-per-group"},
        "autonomy-boundary": {"name": "steps", "value": "rate"},
        "availability-record": {"value": "uptime"},
        "outcome-study": {"name": "outcome", "n": "customers"},
        "change-monitoring": {"name": "monitored"},
    }
)  # fmt: skip
"""The fields that the keys of a metric fill, by kind."""
COMMON = MappingProxyType(
    {
        "product_version": ("version",),
        "date": ("date",),
        "evaluator": ("evaluator", "auditor", "assessor"),
        "task": ("task", "same-task", "intended"),
        "baseline": ("baseline", "comparator", "drop"),
        "dataset.drawn": ("dataset", "data-period"),
        "dataset.n": ("sample-size", "customers"),
        "dataset.relation": ("domain-relation",),
        "dataset.domain": ("domain-relation",),
        "evaluator.paid_by": ("funder", "payer"),
    }
)
"""The fields that a key fills, the first of them that the kind has."""


class ListForm(Struct, frozen=True):
    """A list that entries of a kind have: its key, what an item needs, and what its keys fill."""

    key: str
    needed: tuple[str, ...]
    fields: Table[str, str | None]


LISTS = MappingProxyType(
    {
        "failure-modes": ListForm(
            "items",
            ("mode", "trigger", "consequence"),
            {
                "class": None, "mode": "mode", "trigger": "trigger", "consequence": "consequence",
                "frequency": "frequency", "detection": "detection", "mitigation": "mitigation",
            },
        ),
        "human-involvement": ListForm(
            "items",
            ("step", "share", "denominator", "employer"),
            {
                "step": "step", "share": "share", "denominator": "share", "period": "period",
                "employer": "employer", "country": "employer", "data_seen": "data-seen",
                "off": "switched-off",
            },
        ),
        "oversight-spec": ListForm(
            "contexts",
            ("context", "who", "what", "when"),
            {
                "context": "contexts", "who": "who", "what": "what", "share": "what",
                "when": "when", "minutes_per_item": "effort", "may_stop": "stop",
                "escalation": "escalation", "if_absent": "absent", "stakes": None,
            },
        ),
    }
)  # fmt: skip


def evaluator_of(node: Node) -> Mapping:
    """Return the keys of an evaluator."""
    return node.keys(["name", "relation"], ["paid_by"])


def source_of(entry: Mapping) -> Mapping | None:
    """Return the keys of the source of an entry, None where it has none."""
    node = entry.get("source")
    return None if node is None else node.keys(["title"], ["ref", "page", "sha256", "access"])


def flat(entry: Mapping) -> Iterator[tuple[str, Node]]:
    """Yield the keys of an entry with their values, those inside another as "dataset.n".

    The name of an evaluator or of a baseline goes by the key of these.
    """
    for key, node in entry.pairs:
        if key == "evaluator":
            inner = evaluator_of(node)
        elif key == "dataset":
            inner = node.keys([], ["drawn", "n", "domain", "relation", "synthetic"])
        elif key == "baseline":
            inner = node.keys(["name"], ["value", "n"])
        else:
            yield key, node
            continue
        for name, item in inner.pairs:
            yield (key if name == "name" else f"{key}.{name}"), item
