"""What pages of two columns share: templates that escape, one style, a strict policy."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimlint.reports.plain import visible

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, **values: object) -> str:
    """Return the page that a template makes of the values; everything from documents is escaped."""
    style = (_TEMPLATES / "columns.css").read_text(encoding="utf-8").strip()
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made = environment.get_template(template)
    return made.render(style=Markup(style), policy=_policy(style), **values)


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _harmless(value: object) -> object:
    """Return what a template prints without control characters or direction overrides."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value
