"""What pages of two columns share: templates that escape, one style, a strict policy."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from claimlint.finding import Report
from claimlint.reports.contents.incident_lines import incident_lines
from claimlint.reports.html.head import head
from claimlint.reports.html.templating import environment, style

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, title: str, report: Report, **values: object) -> str:
    """Return the page that a template makes of a report and values, all of it escaped."""
    look = style("palette.css", _TEMPLATES / "columns.css")
    made = environment(_TEMPLATES).get_template(template)
    incidents = tuple(incident_lines(report.incidents))
    return made.render(head=Markup(head(title, look)), report=report, incidents=incidents, **values)
