"""Evidence that is stated outside the papers: a dossier, or a model card of another format."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from claimlint.errors import ClaimlintError
from claimlint.evidence.dossier.bindings import Bound
from claimlint.finding import Disclosure
from claimlint.rulebook.entries import Catalogue
from claimlint.values.statement import Statement

_OPENING = 4096
_MARK = b"claimlint_evidence"
_DOSSIER_NAMES = (".yaml", ".yml", ".json")


class Stated(Struct, frozen=True, kw_only=True):
    """What a file states: evidence, and for a dossier its head and the claims that it binds."""

    disclosures: tuple[Disclosure, ...]
    bindings: tuple[Bound, ...] = ()
    statement: Statement | None = None


def load_stated(path: Path, catalogue: Catalogue, name: str | None = None) -> Stated:
    """Return what a file states: a dossier if it says so, else a card that we know.

    Raises:
        ClaimlintError: the file cannot be read, breaks its form, or is neither.
    """
    if path.suffix.lower() in _DOSSIER_NAMES and _is_dossier(path):
        from claimlint.evidence.dossier.load import load_dossier

        return load_dossier(path, catalogue, name)
    from claimlint.evidence.cards.load import load_card

    return Stated(disclosures=load_card(path, catalogue, name))


def _is_dossier(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _MARK in file.read(_OPENING) or path.name.startswith("claimlint.evidence.")
    except OSError as error:
        raise ClaimlintError(f"{path.name}: cannot be read ({error.strerror})") from error
