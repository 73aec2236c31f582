"""What the processes of a crew tell each other, one line of JSON for each message."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from claimlint.cache.encoding import dumped
from claimlint.finding import MatterReport
from claimlint.settings import Settings
from claimlint.steps.matters import Matter
from claimlint.terms import DocumentKind


class Errand(Struct, frozen=True, kw_only=True):
    """One file to check: its name and path, its matter, and its kind where it is known."""

    name: str
    path: str
    matter: str
    kind: DocumentKind | None = None


class Share(Struct, frozen=True, kw_only=True):
    """What one process is to do."""

    settings: Settings
    errands: tuple[Errand, ...]


class Everything(Struct, frozen=True):
    """What the papers of all matters show; what each of them shows its process knows itself."""

    matters: tuple[Matter, ...]

    @classmethod
    def of(cls, found: tuple[Matter, ...]) -> Everything:
        """Return what matters show, without the reports on them."""
        bare = (
            replace(each, report=MatterReport(name=each.report.name, evidence=()), own={})
            for each in found
        )
        return cls(tuple(bare))


def line(thing: object) -> bytes:
    """Return the message that is a value, with its line end.

    Raises:
        FormFault: the value has no form.
    """
    return dumped(thing) + b"\n"
