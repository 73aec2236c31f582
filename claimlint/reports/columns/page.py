"""What pages of two columns share: templates that escape, one style, a strict policy."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from claimlint.reports.pages import digest, environment, source

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, **values: object) -> str:
    """Return the page that a template makes of the values; everything from documents is escaped."""
    style = source(_TEMPLATES / "columns.css")
    made = environment(_TEMPLATES).get_template(template)
    return made.render(style=Markup(style), policy=_policy(style), **values)


def _policy(style: str) -> str:
    return f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"
