"""What a dossier or a card states, as a value."""

from __future__ import annotations

from msgspec import Struct

from claimlint.evidence.dossier.bindings import Bound
from claimlint.finding import Disclosure
from claimlint.values.statement import Statement


class Stated(Struct, frozen=True, kw_only=True):
    """What a file states: evidence, and for a dossier its head and the claims that it binds."""

    disclosures: tuple[Disclosure, ...]
    bindings: tuple[Bound, ...] = ()
    statement: Statement | None = None
