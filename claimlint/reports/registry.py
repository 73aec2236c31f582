"""Which report formats there are. A format is one module of `claimlint.reports.formats`.

The module is called as its format ("-" becomes "_") and holds `NAME`, `SUFFIX` (with its dot),
`BINARY`, `LOOKS` and `render`: `render(report, look)` where `LOOKS` is true, else `render(report)`.
It returns bytes where `BINARY` is true, else text. A module that shows pictures of pages also says
`PICTURES = True`: its `look` then holds them. Adding a report is adding a file.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

from claimlint.errors import WrongCall
from claimlint.finding import Report
from claimlint.reports.look import Look

Rendered = str | bytes
CHECK = "claimlint.reports.formats"
COMPARE = "claimlint.reports.comparison_formats"
VENDORS = "claimlint.reports.vendor_formats"
DIFF = "claimlint.reports.drift_formats"
"""The packages of formats: those of `check`, of `compare`, of `vendors` and of `diff`."""


@dataclass(frozen=True, slots=True)
class Format:
    """One form of report: its name, the usual suffix of its files, and how it is made."""

    name: str
    suffix: str
    binary: bool
    render: Callable[[Report, Look], Rendered]
    pictured: bool = False


def names(family: str = CHECK) -> tuple[str, ...]:
    """Return the names of all formats of a family, sorted, without loading any."""
    path = import_module(family).__path__
    found = (module.name.replace("_", "-") for module in pkgutil.iter_modules(path))
    return tuple(sorted(found))


def format_named(name: str, family: str = CHECK) -> Format:
    """Return the format of a family that is called `name`, loading no other.

    Raises:
        WrongCall: there is none of that name.
    """
    known = names(family)
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f'; did you mean "{near[0]}"?' if near else f"; known are {', '.join(known)}"
        raise WrongCall(f'--format: no report format called "{name}"{hint}')
    module = import_module(f"{family}.{name.replace('-', '_')}")
    render = module.render if module.LOOKS else _without_look(module.render)
    pictured = getattr(module, "PICTURES", False)
    return Format(module.NAME, module.SUFFIX, module.BINARY, render, pictured)


def _without_look(render: Callable[[Report], Rendered]) -> Callable[[Report, Look], Rendered]:
    return lambda report, _: render(report)
