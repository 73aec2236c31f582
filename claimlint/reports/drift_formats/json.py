"""Two versions for programs: the report on the new one, with its changes."""

from __future__ import annotations

from claimlint.reports.formats.json import BINARY, LOOKS, NAME, SUFFIX, render, written

__all__ = ["BINARY", "LOOKS", "NAME", "SUFFIX", "render", "written"]
