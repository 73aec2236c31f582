"""The brief as Markdown, with the conflicts that the comparison found."""

from __future__ import annotations

from claimlint.reports.formats.brief_markdown import BINARY, LOOKS, NAME, SUFFIX, render

__all__ = ["BINARY", "LOOKS", "NAME", "SUFFIX", "render"]
