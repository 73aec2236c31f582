"""What the processes of a crew tell each other, one line of JSON for each message."""

from __future__ import annotations

from msgspec import Struct

from claimlint.cache.encoding import dumped
from claimlint.evidence.dossier.bindings import Bound
from claimlint.evidence.judgement import Judgement
from claimlint.finding import Clause, Disclosure
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


class Page(Struct, frozen=True):
    """A page has been read, of so many."""

    number: int
    total: int


class Shown(Struct, frozen=True, kw_only=True):
    """What the papers of one matter show together."""

    name: str
    disclosures: tuple[Disclosure, ...]
    clauses: tuple[Clause, ...]
    bound: tuple[Bound, ...]
    aside: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    begun: tuple[tuple[str, Judgement], ...]


class Everything(Struct, frozen=True):
    """What the papers of all matters show."""

    matters: tuple[Shown, ...]

    @classmethod
    def of(cls, found: tuple[Matter, ...]) -> Everything:
        """Return what matters show."""
        return cls(
            tuple(
                Shown(
                    name=matter.report.name,
                    disclosures=matter.disclosures,
                    clauses=matter.clauses,
                    bound=matter.bound,
                    aside=tuple(matter.aside.items()),
                    begun=matter.begun,
                )
                for matter in found
            )
        )


def line(thing: object) -> bytes:
    """Return the message that is a value, with its line end.

    Raises:
        FormFault: the value has no form.
    """
    return dumped(thing) + b"\n"
