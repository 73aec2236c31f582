"""Which rows a label has, in which order, and which fields of evidence fill them."""

from __future__ import annotations

from msgspec import Struct

from claimlint.terms import ACCURACY, FAILURES, OVERSIGHT


class LineSpec(Struct, frozen=True):
    """A line: its name, and the fields of a kind of evidence that fill it."""

    name: str
    kind: str
    fields: tuple[str, ...]


class RowSpec(Struct, frozen=True):
    """A row: `lines` are filled from fields; `identity` and `serving` have builders of their own.

    The vendor can say of a row that it does not apply, of a kernel row never.
    """

    id: str
    title: str
    kernel: bool
    lines: tuple[LineSpec, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of evidence that fill the row, each once."""
        return tuple(dict.fromkeys(line.kind for line in self.lines))


def _lines(kind: str, **fields: str) -> tuple[LineSpec, ...]:
    return tuple(
        LineSpec(name.replace("_", " "), kind, tuple(ids.split())) for name, ids in fields.items()
    )


ROWS = (
    RowSpec(
        "identity",
        "Product, version, models",
        True,
        _lines("change-monitoring", Product="", Models="", Label_date="", Valid_until=""),
    ),
    RowSpec(
        "use",
        "For / not for",
        True,
        _lines("intended-use", For="intended supported", Not_for_or_untested="excluded"),
    ),
    RowSpec(
        "serving",
        "Per 100 items",
        True,
        _lines(
            ACCURACY,
            Item="task",
            Right="",
            Wrong="",
            Abstained="",
            Interval="",
            Items_judged="sample-size",
            Scored="date evaluator",
        ),
    ),
    RowSpec(
        "data",
        "Measured on",
        True,
        _lines(ACCURACY, Data="dataset", Differs_from_yours="domain-relation"),
    ),
    RowSpec(
        "failures",
        "Known failures",
        True,
        (
            *_lines(
                FAILURES,
                Fabricates="fabrication",
                Unclear_input="unclear-input",
                Badly_formatted_input="unclear-input",
                Unfamiliar_input="unfamiliar-input",
                At_scale="at-scale",
            ),
            *_lines("scale-behaviour", Quality_at_scale="metric-at-ends range"),
            *_lines("robustness-evaluation", By_kind_of_input="metric-per-class"),
        ),
    ),
    RowSpec(
        "oversight",
        "Minimum human oversight",
        True,
        _lines(
            OVERSIGHT,
            Low_stakes="who what when contexts",
            High_stakes="who what when contexts",
            Rights_or_safety="who what when contexts",
        ),
    ),
    RowSpec(
        "people",
        "People inside the product",
        True,
        _lines("human-involvement", Share_touched="share", Step="step", Employer="employer"),
    ),
    RowSpec(
        "unattended",
        "Runs unattended",
        False,
        _lines(
            "autonomy-boundary",
            Steps="steps",
            Automation_rate="rate",
            Exceptions="exceptions",
            Hard_limits="limits",
        ),
    ),
    RowSpec(
        "decisions",
        "Decides about people",
        False,
        _lines(
            "decision-accountability",
            Decisions="decision-types",
            Appeal="appeal",
            Override_rate="override-rate",
        ),
    ),
    RowSpec(
        "groups",
        "By group",
        False,
        _lines("fairness-audit", Groups_and_ratio="groups metric-per-group", Audit_date="date"),
    ),
    RowSpec(
        "your-data",
        "Your data",
        False,
        _lines(
            "data-provenance",
            Trained_on_it="customer-data",
            Retention="retention",
            Subprocessors="third-parties",
        ),
    ),
    RowSpec(
        "hours",
        "Hours and fallback · changes and incidents",
        False,
        (
            *_lines(
                "availability-record",
                Uptime="uptime",
                Safe_mode="fallback",
                Human_hours="human-hours",
            ),
            *_lines("change-monitoring", Notice_of_changes="notice", Incidents="incidents"),
        ),
    ),
    RowSpec(
        "assurance",
        "Assurance · typical result",
        False,
        (
            *_lines("security-assurance", Scheme="scheme", Scope="scope", Expiry="validity"),
            *_lines("legal-conformity", Law="provision document"),
            *_lines("outcome-study", Result="outcome customers", Median_and_range="spread"),
        ),
    ),
)
"""The rows in their order. A row is never dropped."""
