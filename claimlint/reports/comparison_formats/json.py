"""The comparison for programs: the whole report, its conflicts among the rest."""

from __future__ import annotations

from claimlint.reports.formats.json import BINARY, LOOKS, NAME, SUFFIX, render, written

__all__ = ["BINARY", "LOOKS", "NAME", "SUFFIX", "render", "written"]
