"""Loads the rule book: compiled where that has been done, else from the YAML files."""

from __future__ import annotations

from mmap import ACCESS_READ, mmap
from pathlib import Path

from claimlint.errors import RuleFault
from claimlint.machine import cache
from claimlint.machine.paths import is_folder
from claimlint.rulebook.compiled.book import FORM, compiled, opened
from claimlint.rulebook.compiled.digest import digest_of
from claimlint.rulebook.rule_book import RuleBook

SHIPPED = "rules.compiled"
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
        return opened(_mapped(shipped))
    if not is_folder(folder):
        raise RuleFault(f"{folder.as_posix()}: there is no such folder of rules")
    digest = digest_of(folder)
    name = f"rules-{FORM}-{digest}.bin"
    kept = _opened(cache.folder() / name)
    if kept is not None and kept.digest == digest:
        return kept
    from claimlint.rulebook.yaml.yaml_book import book_of

    made = compiled(book_of(folder))
    cache.write(name, made)
    return opened(made)


def _mapped(file: Path) -> mmap:
    with file.open("rb") as opened_file:
        return mmap(opened_file.fileno(), 0, access=ACCESS_READ)


def _opened(file: Path) -> RuleBook | None:
    """Return the book of a file, or None where there is none or it is damaged."""
    try:
        return opened(_mapped(file))
    except (OSError, ValueError, KeyError, TypeError):
        return None
