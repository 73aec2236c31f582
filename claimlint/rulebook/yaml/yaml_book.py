"""How the YAML files make a rule book: rules, word lists, signs, topics, and their digest."""

from __future__ import annotations

from pathlib import Path

from claimlint.rulebook.compiled.digest import digest_of
from claimlint.rulebook.learned_tables import FOLDER, load_learned
from claimlint.rulebook.model import Rules
from claimlint.rulebook.rule_book import RuleBook
from claimlint.rulebook.yaml.rules import load_rules
from claimlint.rulebook.yaml.signs import load_signs
from claimlint.rulebook.yaml.topics import load_topics
from claimlint.rulebook.yaml.words import load_words


def book_of(folder: Path) -> RuleBook:
    """Return the rule book that the files of the folder `rules` make.

    Raises:
        RuleFault: a file breaks the form; the message opens with file and line.
    """
    words = load_words(folder / "words")
    return RuleBook(
        claims=Rules.of(load_rules(folder / "claims", words)),
        clauses=Rules.of(load_rules(folder / "clauses", words)),
        words=words,
        signs=load_signs(folder / "kinds.yaml", words),
        digest=digest_of(folder),
        learned=load_learned(folder / FOLDER),
        topics=load_topics(folder / "topics", words),
    )
