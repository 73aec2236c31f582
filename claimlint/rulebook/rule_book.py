"""Everything that detection goes by, in one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from claimlint.rulebook.learned import Weights
from claimlint.rulebook.model import Rule, Rules, Sign, WordLists

if TYPE_CHECKING:
    from claimlint.rulebook.filing import Filing
    from claimlint.rulebook.yaml.topics import TopicEntry


class RuleBook(Struct, frozen=True, kw_only=True):
    """Everything that detection goes by. `digest` is the SHA-256 over the files of `rules/`.

    `learned` holds weights under the names of categories and `CLAIM`. The filings tell under which
    forms the patterns are filed; None where that is yet to be done.
    """

    claims: Rules
    clauses: Rules
    words: WordLists
    digest: str
    signs: Sequence[Sign] = ()
    claims_filing: Filing | None = None
    clauses_filing: Filing | None = None
    learned: Mapping[str, Weights] = {}
    topics: Sequence[TopicEntry] = ()
    topics_filing: Filing | None = None

    def only(self, rule: Rule, kept: str) -> RuleBook:
        """Return the book with one rule: `kept` says of which sort, "claims" or "clauses"."""
        return replace(
            self,
            claims=Rules.of((rule,) if kept == "claims" else ()),
            clauses=Rules.of((rule,) if kept == "clauses" else ()),
            claims_filing=None,
            clauses_filing=None,
        )
