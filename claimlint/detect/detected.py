"""What detection tells of a document."""

from __future__ import annotations

from msgspec import Struct

from claimlint.finding import Claim, Clause, LetGo
from claimlint.terms import DocumentKind
from claimlint.values.comparison import Named, Rank, Reference, Stance


class Detected(Struct, frozen=True, kw_only=True):
    """What a document holds: claims and clauses in reading order, and what was let go.

    `let_go` are matches that context let go, for `--why`; `struck` and `struck_clauses` are claims
    and clauses in text that a tracked change deletes, which are no findings; `foreign` are the
    passages in another language than English, by index, with its code: they are not checked.
    `heads` are the clauses that headings announce for what stands below them and are none
    themselves. `stances` are what units hold on the topics that the detector was given,
    `references` the other papers that they name, `things` the stems of what each unit names,
    `rank` the sentences that rank papers.
    """

    kind: DocumentKind
    language: str | None
    units: int
    claims: tuple[Claim, ...] = ()
    clauses: tuple[Clause, ...] = ()
    heads: tuple[Clause, ...] = ()
    let_go: tuple[LetGo, ...] = ()
    struck: tuple[Claim, ...] = ()
    struck_clauses: tuple[Clause, ...] = ()
    stances: tuple[Stance, ...] = ()
    references: tuple[Reference, ...] = ()
    rank: Rank = Rank()
    things: tuple[Named, ...] = ()
    foreign: tuple[tuple[int, str], ...] = ()
