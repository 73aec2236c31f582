"""The rule book as one value, and how the YAML files make it: rules, word lists, their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimlint.rulebook.filing import Filing
from claimlint.rulebook.rules import Rule, load_rules
from claimlint.rulebook.topics import TopicEntry, load_topics
from claimlint.rulebook.words import WordLists, load_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBook:
    """Everything that detection goes by. `digest` is the SHA-256 over the YAML files.

    The filings tell under which forms the patterns are filed; None where that is yet to be done.
    """

    claims: tuple[Rule, ...]
    clauses: tuple[Rule, ...]
    words: WordLists
    digest: str
    claims_filing: Filing | None = None
    clauses_filing: Filing | None = None
    topics: Sequence[TopicEntry] = ()

    def only(self, rule: Rule, kept: str) -> RuleBook:
        """Return the book with one rule: `kept` says of which sort, "claims" or "clauses"."""
        none: tuple[Rule, ...] = ()
        return replace(
            self,
            claims=(rule,) if kept == "claims" else none,
            clauses=(rule,) if kept == "clauses" else none,
            claims_filing=None,
            clauses_filing=None,
        )


def book_of(folder: Path) -> RuleBook:
    """Return the rule book that the YAML files of the folder `rules` make.

    Raises:
        RuleFault: a file breaks the form; the message opens with file and line.
    """
    words = load_words(folder / "words")
    return RuleBook(
        claims=load_rules(folder / "claims", words),
        clauses=load_rules(folder / "clauses", words),
        words=words,
        digest=digest_of(folder),
        topics=load_topics(folder / "topics", words),
    )


def digest_of(folder: Path) -> str:
    """Return the SHA-256 over the YAML files of a folder of rules, as hexadecimal digits."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*.yaml")):
        total.update(file.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
