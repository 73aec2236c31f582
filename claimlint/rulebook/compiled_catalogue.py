"""A catalogue as one text that opens at once: what the YAML files say, already checked.

The text carries the digest of the YAML files that it was made from.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from claimlint import cache
from claimlint.notes import SourceNote
from claimlint.rulebook.entries import (
    Authority,
    BindingClause,
    Catalogue,
    CategoryEntry,
    EvidenceField,
    EvidenceKind,
    Example,
    Precedent,
    PrecedentStatus,
    Reject,
    Reversal,
)
from claimlint.terms import Category, ClauseLabel, Verdict

FORM = 1
"""Counts up when the text's form changes, so that an older text is made anew."""

SHIPPED = "catalogue.compiled.json"
"""Lies beside the folder `rules` in an installed package, made when the package was built."""

Told = dict[str, Any]


def load_kept(folder: Path, digest: str) -> Catalogue:
    """Return the catalogue of the folder `rules`, whose files have that digest.

    An installed package holds it compiled; for other folders it is kept in the user's cache.

    Raises:
        RuleFault: a file is missing or wrong.
    """
    shipped = folder.parent / SHIPPED
    name = f"catalogue-{FORM}-{digest}.json"
    text = shipped.read_text(encoding="utf-8") if shipped.is_file() else cache.read(name)
    kept = _opened(text, digest)
    if kept is not None:
        return kept
    from claimlint.rulebook.catalogue import load_catalogue

    made = load_catalogue(folder)
    cache.write(name, compiled(made, digest))
    return made


def compiled(catalogue: Catalogue, digest: str) -> str:
    """Return the catalogue as a text that `opened` reads."""
    told = {"form": FORM, "digest": digest, **to_builtins(catalogue)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def opened(text: str, digest: str) -> Catalogue:
    """Return the catalogue that `compiled` wrote of files with that digest.

    Raises:
        ValueError, KeyError, TypeError: the text is damaged, of another form or of other files.
    """
    data = json.loads(text)
    if data["form"] != FORM or data["digest"] != digest:
        raise ValueError("a catalogue of another form, or of other files")
    return Catalogue(
        kinds=tuple(map(_kind, data["kinds"])),
        categories=tuple(map(_category, data["categories"])),
        precedents=tuple(map(_precedent, data["precedents"])),
        authorities=tuple(map(_authority, data["authorities"])),
        reversals=tuple(map(_reversal, data["reversals"])),
        words=tuple((name, tuple(phrases)) for name, phrases in data["words"]),
    )


def _opened(text: str | None, digest: str) -> Catalogue | None:
    if text is None:
        return None
    try:
        return opened(text, digest)
    except (ValueError, KeyError, TypeError):
        return None


def _plain(told: Told) -> Told:
    """Return the values with lists as the tuples that they were."""
    return {key: tuple(v) if isinstance(v, list) else v for key, v in told.items()}


def _kind(told: Told) -> EvidenceKind:
    return EvidenceKind(
        **{
            **_plain(told),
            "fields": tuple(EvidenceField(**_plain(field)) for field in told["fields"]),
            "rejects": tuple(Reject(**_judged(reject)) for reject in told["rejects"]),
            "backed": tuple(Example(**_judged(example)) for example in told["backed"]),
            "not_backed": tuple(Example(**_judged(example)) for example in told["not_backed"]),
        }
    )


def _judged(told: Told) -> Told:
    return {**_plain(told), "verdict": Verdict(told["verdict"])}


def _category(told: Told) -> CategoryEntry:
    labels = tuple(map(ClauseLabel, told["clause"]["labels"]))
    clause = BindingClause(text=told["clause"]["text"], labels=labels)
    return CategoryEntry(
        **{**_plain(told), "category": Category(told["category"]), "clause": clause}
    )


def _precedent(told: Told) -> Precedent:
    return Precedent(**{**_sourced(told), "status": PrecedentStatus(told["status"])})


def _authority(told: Told) -> Authority:
    return Authority(**_sourced(told))


def _sourced(told: Told) -> Told:
    return {
        **_plain(told),
        "categories": tuple(map(Category, told["categories"])),
        "sources": tuple(SourceNote(**source) for source in told["sources"]),
    }


def _reversal(told: Told) -> Reversal:
    return Reversal(**{**_plain(told), "category": Category(told["category"])})
