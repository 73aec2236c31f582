"""Which clause of several papers gives way to another: by what they say of their own ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from claimlint.contracts.measures import Standing, figures
from claimlint.finding import DocumentReport
from claimlint.regex import regex
from claimlint.values.comparison import OWN, Cited, Conflict, Precedence, Relation, Role, Stance

_WORD = regex(r"\w+")
_BESIDE = frozenset("data processing level levels order form sow dpa sla addendum".split())
"""Words of papers beside the agreement, which "the Agreement" does not name."""
_MAIN = frozenset("agreement contract terms framework".split())
_ROLES = {Role.SLA: frozenset(("sla", "service level")), Role.DPA: frozenset(("dpa", "data proc"))}


class _Rule(Struct, frozen=True):
    """A sentence of a paper that ranks papers."""

    document: DocumentReport
    told: Precedence

    @property
    def cited(self) -> Cited:
        return _cited(self.document.path, self.told)


Papers = Sequence[tuple[Role, DocumentReport]]


def yielding(conflicts: Sequence[Conflict], papers: Papers) -> tuple[Conflict, ...]:
    """Return the conflicts, with the sentence to which a clause gives way, where one does.

    It does where a sentence of another paper stands in its place by name ("notwithstanding clause
    7.2") and speaks on the topic; or where that paper prevails and is at odds with the clause on
    what one claim says. Where two papers each say that they prevail, neither does.
    """
    rules = [_Rule(document, told) for _, document in papers for told in document.rank.told]
    if not rules:
        return tuple(conflicts)
    over = _over(rules, papers)
    beside: defaultdict[tuple[object, ...], list[Conflict]] = defaultdict(list)
    for each in conflicts:
        beside[_said(each)].append(each)
    return tuple(
        _yielding(each, _instead(each, rules, papers) or _above(each, beside[_said(each)], over))
        for each in conflicts
    )


def ranks(document: DocumentReport) -> tuple[Cited, ...]:
    """Return the sentences of a paper that say which paper or clause prevails."""
    return tuple(dict.fromkeys(_Rule(document, told).cited for told in document.rank.told))


def _yielding(conflict: Conflict, found: tuple[Cited, Cited | None] | None) -> Conflict:
    if found is None:
        return conflict
    return replace(conflict, yields_to=found[0], yields_by=found[1])


def _said(conflict: Conflict) -> tuple[object, ...]:
    claim = conflict.claim
    return conflict.claim_document, claim.passage, claim.offset, conflict.topic


def _over(rules: Iterable[_Rule], papers: Papers) -> Mapping[tuple[str, str], _Rule]:
    """Return by two papers, of which the first prevails, what says so."""
    over: dict[tuple[str, str], _Rule] = {}
    for rule in rules:
        if rule.told.clause is None:
            tiers = [
                [path for name in tier for path in _named(name, rule.document, papers)]
                for tier in rule.told.tiers
            ]
            for higher, lower in combinations(tiers, 2):
                for pair in product(higher, lower):
                    over.setdefault(pair, rule)
    return {pair: rule for pair, rule in over.items() if (pair[1], pair[0]) not in over}


def _instead(
    conflict: Conflict, rules: Iterable[_Rule], papers: Papers
) -> tuple[Cited, None] | None:
    """Return the sentence that stands in place of a clause by its number."""
    path, number = conflict.clause_document, (conflict.clause.number or "").rstrip(".")
    for rule in rules:
        clause = rule.told.clause
        if clause is None or not (number == clause or number.startswith(f"{clause}(")):
            continue
        named = _named(rule.told.tiers[-1][0], rule.document, papers)
        # "Clause 7.1" of a paper that counts no clauses is that of another one.
        own = any(stance.number for stance in rule.document.stances)
        where = named if own or named != [rule.document.path] else [path]
        if path in where and conflict.topic in _topics(rule):
            return rule.cited, None
    return None


def _topics(rule: _Rule) -> Iterator[str]:
    place = rule.told.passage, rule.told.offset
    return (s.topic for s in rule.document.stances if (s.passage, s.offset) == place)


def _above(
    conflict: Conflict, beside: Sequence[Conflict], over: Mapping[tuple[str, str], _Rule]
) -> tuple[Cited, Cited] | None:
    """Return the clause of a paper that prevails and says otherwise, and what says that it does."""
    for other in beside:
        rule = over.get((other.clause_document, conflict.clause_document))
        if rule is not None and _at_odds(conflict, other):
            return _cited(other.clause_document, other.clause), rule.cited
    return None


def _at_odds(one: Conflict, other: Conflict) -> bool:
    """Tell whether two clauses differ: in a figure, or where neither states one, in what they do.

    A figure of availability and the hours of a desk do not exclude one another.
    """
    sides = one.clause.facets, other.clause.facets
    if any(side.quantities or side.hours for side in sides):
        return figures(*sides) is Standing.LESS
    return {one.kind, other.kind} == {Relation.SUPPORTS, Relation.CONTRADICTS}


def _cited(path: str, said: Precedence | Stance) -> Cited:
    return Cited(document=path, unit=said.unit, location=said.location, number=said.number)


def _named(name: str, speaker: DocumentReport, papers: Papers) -> list[str]:
    """Return the papers that a sentence of `speaker` means by a name."""
    if name.split()[0] == OWN:
        return [speaker.path]
    words = frozenset(name.removesuffix("s").split())
    return [
        document.path
        for role, document in papers
        if any(name.startswith(head) for head in _ROLES.get(role, ()))
        or (_goes_by(document, name, words) and not (words <= _MAIN and document is speaker))
    ]


def _goes_by(document: DocumentReport, name: str, words: frozenset[str]) -> bool:
    """Tell whether a paper goes by a name; "the Agreement" is none of those beside it."""
    known = _known(document)
    beside = words <= _MAIN and known & _BESIDE
    return not beside and (name in known or words <= known)


def _known(document: DocumentReport) -> frozenset[str]:
    """Return the words and initials by which a paper goes: of its titles and its file name."""
    stem = PurePosixPath(document.path).stem
    known: set[str] = set()
    for title in (*document.rank.title.split(" / "), stem.replace("_", " ")):
        words = _WORD.findall(title.lower())
        known.update(words, (word.removesuffix("s") for word in words))
        known.add("".join(word[0] for word in words))
    return frozenset(known)
