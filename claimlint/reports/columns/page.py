"""What pages of two columns share: templates that escape, one style, a strict policy."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from claimlint.reports.html.head import head
from claimlint.reports.html.templating import environment, style

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, title: str, **values: object) -> str:
    """Return the page that a template makes of the values; everything from documents is escaped."""
    look = style("palette.css", _TEMPLATES / "columns.css")
    made = environment(_TEMPLATES).get_template(template)
    return made.render(head=Markup(head(title, look)), **values)
