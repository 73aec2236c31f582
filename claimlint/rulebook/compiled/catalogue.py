"""A catalogue as one text that opens at once: what the YAML files say, already checked.

The text carries the digest of the YAML files that it was made from.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, json

from claimlint.machine import cache
from claimlint.rulebook.entries import Catalogue

FORM = 2
"""Counts up when the form of what is kept changes, so that an older one is made anew."""

SHIPPED = "catalogue.compiled.json"
"""Lies beside the folder `rules` in an installed package, made when the package was built."""


class _Kept(Struct, frozen=True):
    """A catalogue with the form in which it is kept and the digest of its files."""

    form: int
    digest: str
    catalogue: Catalogue


def load_kept(folder: Path, digest: str) -> Catalogue:
    """Return the catalogue of the folder `rules`, whose files have that digest.

    An installed package holds it compiled; for other folders it is kept in the user's cache.

    Raises:
        RuleFault: a file is missing or wrong.
    """
    shipped = folder.parent / SHIPPED
    name = f"catalogue-{FORM}-{digest}.json"
    data = shipped.read_bytes() if shipped.is_file() else cache.read_bytes(name)
    kept = _opened(data, digest)
    if kept is not None:
        return kept
    from claimlint.rulebook.yaml.catalogue import load_catalogue

    made = load_catalogue(folder)
    cache.write(name, compiled(made, digest))
    return made


def compiled(catalogue: Catalogue, digest: str) -> bytes:
    """Return the catalogue as JSON that `opened` reads."""
    return json.encode(_Kept(FORM, digest, catalogue))


def opened(data: bytes, digest: str) -> Catalogue:
    """Return the catalogue that `compiled` wrote of files with that digest.

    Raises:
        ValueError: the data are damaged, of another form or of other files.
    """
    kept = json.decode(data, type=_Kept)
    if kept.form != FORM or kept.digest != digest:
        raise ValueError("a catalogue of another form, or of other files")
    return kept.catalogue


def _opened(data: bytes | None, digest: str) -> Catalogue | None:
    if data is None:
        return None
    try:
        return opened(data, digest)
    except ValueError:
        return None
