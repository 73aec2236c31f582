"""Conflicts gathered for people: one dispute a topic and relation, its sentences each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.amounts import amount
from claimlint.document import ReadStatus, file_name
from claimlint.finding import Report
from claimlint.values.comparison import Conflict, ContractReading, Emptied, Relation, Role, Stance
from claimlint.values.topics import SAME_THING


class Voice(Struct, frozen=True, kw_only=True):
    """A sentence of one side, with its paper; `number` counts from 1 on its side of the report."""

    document: str
    role: Role
    stance: Stance
    number: int


class Dispute(Struct, frozen=True, kw_only=True):
    """Sentences of decks and of contracts that stand to one another in one way on one topic.

    `pairs` are the numbers of the voices that meet.
    """

    kind: Relation
    topic: str
    title: str
    duty_shift: bool
    whys: tuple[str, ...]
    claims: tuple[Voice, ...]
    clauses: tuple[Voice, ...]
    pairs: tuple[tuple[int, int], ...]
    negotiate: tuple[str, ...]
    questions: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Return the relation in words."""
        return "duty shift" if self.duty_shift else _HEADINGS[self.kind]


_HEADINGS = {
    Relation.CONTRADICTS: "contradicted",
    Relation.LIMITS: "limited",
    Relation.SUPPORTS: "supported",
}


def disputes(conflicts: Sequence[Conflict]) -> tuple[Dispute, ...]:
    """Return the conflicts as disputes, in the order of their gravest conflict.

    Sentences on the same thing are one dispute a claim: claims on other things are other points.
    The first of these alone has what to ask and to negotiate.
    """
    gathered: dict[tuple[object, ...], list[Conflict]] = {}
    for conflict in conflicts:
        claim = conflict.claim if conflict.topic == SAME_THING else None
        point = claim and (conflict.claim_document, claim.passage, claim.offset)
        key = (conflict.topic, conflict.kind, conflict.duty_shift, point)
        gathered.setdefault(key, []).append(conflict)
    told = tuple(_dispute(group) for group in gathered.values())
    first = next((each for each in told if each.topic == SAME_THING), None)
    return tuple(
        each
        if each.topic != SAME_THING or each is first
        else replace(each, negotiate=(), questions=())
        for each in told
    )


def speakers(report: Report) -> dict[str, str]:
    """Return by document how a sentence of it is introduced among conflicts.

    By its role ("contract") where only one paper has that, else by the name of its file: "clause
    2.1" is found in each of three contracts.
    """
    roles = {reading.document: reading.role for reading in report.contracts}
    for conflict in report.conflicts:
        roles.setdefault(conflict.claim_document, Role.DECK)
        roles.setdefault(conflict.clause_document, conflict.clause_role)
    alone = Counter(roles.values())
    names = Counter(map(file_name, roles))
    return {
        path: str(role) if alone[role] == 1 else _known_by(path, names)
        for path, role in roles.items()
    }


def _known_by(path: str, names: Counter[str]) -> str:
    name = file_name(path)
    return name if names[name] == 1 else path


def silence(report: Report) -> str:
    """Return what is said where no dispute was found: that there is none, or why none is told."""
    if any(document.status is ReadStatus.UNREADABLE for document in report.documents):
        return "Nothing is told for or against what the deck says, for not all could be read."
    if not report.contracts:
        return "No contract was set beside the deck."
    return "Nothing in the papers speaks against what the deck says, nor for it."


def _dispute(group: Sequence[Conflict]) -> Dispute:
    first = group[0]
    claims: dict[tuple[object, ...], Voice] = {}
    clauses: dict[tuple[object, ...], Voice] = {}
    pairs: dict[tuple[int, int], None] = {}
    for conflict in _telling(group):
        left = _voice(claims, conflict.claim_document, Role.DECK, conflict.claim)
        right = _voice(clauses, conflict.clause_document, conflict.clause_role, conflict.clause)
        pairs[(left, right)] = None
    return Dispute(
        kind=first.kind,
        topic=first.topic,
        title=first.title,
        duty_shift=first.duty_shift,
        whys=_each((*(each.why for each in group), *_yields(group))),
        claims=tuple(claims.values()),
        clauses=tuple(clauses.values()),
        pairs=tuple(pairs),
        negotiate=_each(conflict.negotiate for conflict in group),
        questions=_each(conflict.question for conflict in group),
    )


def _yields(group: Sequence[Conflict]) -> Iterator[str]:
    """Yield which clauses give way to which sentence of another paper."""
    losing: dict[str, dict[str, None]] = {}
    for conflict in group:
        to, by = conflict.yields_to, conflict.yields_by
        if to is not None:
            ranked = f" (by {file_name(by.document)}, {by.place})" if by else ""
            wins = f"{file_name(to.document)}, {to.place}{ranked}"
            place = f"{file_name(conflict.clause_document)}, {conflict.clause.place}"
            losing.setdefault(wins, {})[place] = None
    for wins, places in losing.items():
        verb = "gives way" if len(places) == 1 else "give way"
        yield f"{'; '.join(places)} {verb} to {wins}."


def _telling(group: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """Return the conflicts, in front the first of each reason, so that every reason is seen."""
    firsts: dict[str, Conflict] = {}
    for conflict in group:
        firsts.setdefault(conflict.why, conflict)
    shown = tuple(firsts.values())
    return shown + tuple(conflict for conflict in group if conflict not in shown)


def emptied_by_label(reading: ContractReading) -> tuple[tuple[tuple[Emptied, ...], str], ...]:
    """Return the boilerplate of a contract, clauses of one label together, with what it does.

    A clause that cuts the deck off stands in the reading by itself and is left out.
    """
    cut_off = {(cut.place, cut.unit) for cut in reading.cut_off}
    gathered: dict[tuple[object, ...], list[Emptied]] = {}
    for emptied in reading.emptied:
        if (emptied.clause.place, emptied.clause.unit) not in cut_off:
            key = (emptied.clause.label, emptied.why, emptied.claims)
            gathered.setdefault(key, []).append(emptied)
    return tuple((tuple(group), _emptying(group)) for group in gathered.values())


def _emptying(group: Sequence[Emptied]) -> str:
    verb = "empties" if len(group) == 1 else "empty"
    return f"{verb} {amount(len(group[0].claims), 'claim')}. {group[0].why}"


def in_quotes(words: str) -> str:
    """Return words of a document in quotation marks; those that it has of its own suffice."""
    return words if words[:1] == "“" and words[-1:] == "”" else f"“{words}”"


def _voice(held: dict[tuple[object, ...], Voice], document: str, role: Role, stance: Stance) -> int:
    key = (document, " ".join(stance.unit.lower().split()))
    if key not in held:
        number = len(held) + 1
        held[key] = Voice(document=document, role=role, stance=stance, number=number)
    return held[key].number


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
