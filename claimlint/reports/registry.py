"""Which report formats there are. A format is one module of `claimlint.reports.formats`.

The module is called as its format ("-" becomes "_") and holds `SUFFIX` (with its dot), `BINARY`,
`LOOKS` and `render`: `render(report, look)` where `LOOKS` is true, else `render(report)`. It
returns bytes where `BINARY` is true, else text. A module that shows pictures of pages also says
`PICTURES = True`: its `look` then holds them. One whose report may be very long also holds
`written(report)`, which yields its bytes in pieces. Adding a report is adding a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.errors import WrongCall
from claimlint.rulebook.suggestion import suggestion

if TYPE_CHECKING:
    from claimlint.finding import Report
    from claimlint.reports.look import Look

Rendered = str | bytes
CHECK = "claimlint.reports.formats"
COMPARE = "claimlint.reports.comparison_formats"
VENDORS = "claimlint.reports.vendor_formats"
DIFF = "claimlint.reports.drift_formats"
"""The packages of formats: those of `check`, of `compare`, of `vendors` and of `diff`."""
_AS_OF_CHECK = MappingProxyType(
    {COMPARE: ("brief", "brief-markdown", "json", "memo", "memo-markdown"), DIFF: ("json",)}
)
"""Formats of `check` that show conflicts and changes too."""


class Format(Struct, frozen=True):
    """One form of report: its name and family; its module is loaded when it is looked into."""

    name: str
    family: str = CHECK

    @property
    def _module(self) -> ModuleType:
        home = CHECK if self.name in _AS_OF_CHECK.get(self.family, ()) else self.family
        return import_module(f"{home}.{self.name.replace('-', '_')}")

    @property
    def suffix(self) -> str:
        """Return the usual suffix of its files, with the dot."""
        return str(self._module.SUFFIX)

    @property
    def binary(self) -> bool:
        """Tell whether it is bytes and no text."""
        return bool(self._module.BINARY)

    @property
    def pictured(self) -> bool:
        """Tell whether it shows pictures of pages."""
        return getattr(self._module, "PICTURES", False)

    def render(self, report: Report, look: Look) -> Rendered:
        """Return the report in this form."""
        module = self._module
        rendered: Rendered = module.render(report, look) if module.LOOKS else module.render(report)
        return rendered

    def written(self, report: Report, look: Look) -> Iterator[bytes]:
        """Yield the bytes of the report, text as UTF-8, in pieces where it may be very long.

        What cannot be encoded is shown as "?".
        """
        if hasattr(self._module, "written"):
            yield from self._module.written(report)
        else:
            rendered = self.render(report, look)
            yield rendered.encode("utf-8", "replace") if isinstance(rendered, str) else rendered


def names(family: str = CHECK) -> tuple[str, ...]:
    """Return the names of all formats of a family, sorted, without loading any."""
    homes = import_module(family).__path__
    files = (file.stem for home in homes for file in Path(home).glob("[!_]*.py"))
    own = (name.replace("_", "-") for name in files)
    return tuple(sorted((*own, *_AS_OF_CHECK.get(family, ()))))


def format_named(name: str, family: str = CHECK) -> Format:
    """Return the format of a family that is called `name`, loading none.

    Raises:
        WrongCall: there is none of that name.
    """
    known = names(family)
    if name not in known:
        hint = suggestion(name, known) or f"; known are {', '.join(known)}"
        raise WrongCall(f'--format: no report format called "{name}"{hint}')
    return Format(name, family)
