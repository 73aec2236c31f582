"""Loads the rule book: compiled where that has been done, else from the YAML files."""

from __future__ import annotations

from pathlib import Path

from claimlint import cache
from claimlint.rulebook.compiled import FORM, compiled, opened
from claimlint.rulebook.yaml_book import RuleBook, book_of, digest_of

SHIPPED = "rules.compiled.json"
"""Lies beside the folder `rules` in an installed package, made when the package was built."""


def load_book(folder: Path) -> RuleBook:
    """Return the rule book of the folder `rules`.

    An installed package holds it compiled. For other folders the compiled book is kept in the
    user's cache under the digest of the YAML files, so that a changed file is never overlooked.

    Raises:
        RuleFault: a file breaks the form; the message opens with file and line.
    """
    shipped = folder.parent / SHIPPED
    if shipped.is_file():
        return opened(shipped.read_bytes())
    digest = digest_of(folder)
    name = f"rules-{FORM}-{digest}.json"
    kept = _opened(cache.read_bytes(name))
    if kept is not None and kept.digest == digest:
        return kept
    book = book_of(folder)
    cache.write(name, compiled(book))
    return book


def _opened(text: bytes | None) -> RuleBook | None:
    """Return the book of a cached text, or None where there is none or it is damaged."""
    if text is None:
        return None
    try:
        return opened(text)
    except (ValueError, KeyError, TypeError):
        return None
