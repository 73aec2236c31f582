"""The label of a report in each form that `claimlint.reports.registry` lists."""

from __future__ import annotations

from claimlint.finding import Report
from claimlint.label import html as page
from claimlint.label import json_label
from claimlint.label import markdown as marked
from claimlint.label import text as screen
from claimlint.label.build import labels
from claimlint.reports.look import Look


def html(report: Report) -> str:
    """Return the labels of a report, one for each matter, as an HTML page."""
    return page.render(labels(report))


def json(report: Report) -> str:
    """Return the labels of a report as JSON."""
    return json_label.render(labels(report))


def markdown(report: Report) -> str:
    """Return the labels of a report as Markdown."""
    return marked.render(labels(report))


def text(report: Report, look: Look) -> str:
    """Return the labels of a report as text in the shape of the look."""
    return screen.render(labels(report), shape=look.shape)
