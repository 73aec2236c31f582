"""What the HTML reports made of templates share: templates that escape, and style sheets."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimlint.reports.safe_text import visible

STYLES = Path(__file__).parent / "styles"
"""Where the style sheets lie that several pages share."""


def environment(templates: Path) -> Environment:
    """Return the environment for a folder of templates; everything from documents is escaped."""
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def style(*files: str | Path) -> str:
    """Return style sheets as one; those that pages share go by their names in `STYLES`."""
    return "\n".join(source(STYLES / file) for file in files)


def source(path: Path) -> str:
    """Return a style or script as it stands in a page."""
    return path.read_text(encoding="utf-8").strip()


def _harmless(value: object) -> object:
    """Return what a template prints without control characters or direction overrides."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value
