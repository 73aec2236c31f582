"""The memo, with the conflicts that the comparison found."""

from __future__ import annotations

from claimlint.reports.formats.memo import BINARY, LOOKS, NAME, SUFFIX, render

__all__ = ["BINARY", "LOOKS", "NAME", "SUFFIX", "render"]
