"""What the house has settled: which rules count, how grave they are, names, approved wordings."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from claimlint.terms import Category, DocumentKind, Level


class Named(Struct, frozen=True):
    """A category, a rule or a name, and where somebody wrote it ("claimlint.toml:3")."""

    name: str
    origin: str = ""


class Graded(Struct, frozen=True):
    """A category or rule and the level that its findings get."""

    name: str
    level: Level
    origin: str = ""


class Override(Struct, frozen=True, kw_only=True):
    """What differs for files that fit `files`, patterns seen from the folder `root`."""

    files: tuple[str, ...]
    root: Path
    select: tuple[Named, ...] = ()
    ignore: tuple[Named, ...] = ()
    levels: tuple[Graded, ...] = ()
    kind: DocumentKind | None = None
    origin: str = ""


class Approved(Struct, frozen=True, kw_only=True):
    """Wording that the house has cleared, with the evidence and until which day (ISO)."""

    text: str
    evidence: str
    owner: str
    until: str
    category: Category | None = None
    origin: str = ""


class Policy(Struct, frozen=True, kw_only=True):
    """All of it. Nothing selected means everything; the ignored is taken from the selected.

    `product_names` are no claims where a claim lies inside one, in this very spelling.
    """

    select: tuple[Named, ...] = ()
    ignore: tuple[Named, ...] = ()
    levels: tuple[Graded, ...] = ()
    overrides: tuple[Override, ...] = ()
    product_names: tuple[Named, ...] = ()
    approved: tuple[Approved, ...] = ()
