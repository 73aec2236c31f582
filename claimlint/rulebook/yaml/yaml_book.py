"""How the YAML files make a rule book: rules, word lists, signs, topics, and their digest."""

from __future__ import annotations

from pathlib import Path

from claimlint.errors import RuleFault
from claimlint.rulebook.compiled.digest import digest_of
from claimlint.rulebook.learned_tables import FOLDER, SUFFIX, load_learned
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
    learned = load_learned(folder / FOLDER)
    claims = load_rules(folder / "claims", words)
    for rule in claims:
        if not rule.find and rule.label not in learned:
            raise RuleFault(f"{rule.file}:1: there is no table {FOLDER}/{rule.label}{SUFFIX}")
    return RuleBook(
        claims=Rules.of(claims),
        clauses=Rules.of(load_rules(folder / "clauses", words)),
        words=words,
        signs=load_signs(folder / "kinds.yaml", words),
        digest=digest_of(folder),
        learned=learned,
        topics=load_topics(folder / "topics", words),
    )
