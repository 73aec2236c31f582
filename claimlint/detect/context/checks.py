"""The checks by the names under which rules ask for them."""

from __future__ import annotations

from msgspec import Struct

from claimlint.detect.context import (
    addressee,
    columns,
    denial,
    genre,
    rivals,
    subject,
    titles,
    voice,
)
from claimlint.detect.context.scene import UNSOLD, Objection, Scene
from claimlint.finding import Decision
from claimlint.rulebook.model import Rule
from claimlint.terms import Category, ContextCheck


class Check(Struct, frozen=True):
    """One way to let a match go: what the story of the span calls it, and what decides."""

    name: str
    objection: Objection


CHECKS = (
    (ContextCheck.QUESTION, Check("question", addressee.question)),
    (ContextCheck.LIMITATION, Check("limitation", genre.limitation)),
    (ContextCheck.OTHER_COLUMN, Check("measured", columns.measured)),
    (ContextCheck.OTHER_COLUMN, Check("topic", columns.topic)),
    (ContextCheck.OTHER_COLUMN, Check("other column", columns.other_column)),
    (ContextCheck.OTHER_COLUMN, Check("rival", rivals.rival)),
    (ContextCheck.OTHER_COLUMN, Check("rival", rivals.rival_column)),
    (ContextCheck.OTHER_COLUMN, Check("without the product", columns.without_it)),
    (ContextCheck.PLAIN_SOFTWARE, Check("plain software", genre.plain_software)),
    (ContextCheck.DUTY, Check("duty", addressee.duty)),
    (ContextCheck.INSTRUCTION, Check("instruction", addressee.instruction)),
    (ContextCheck.REQUIREMENT, Check("requirement", addressee.requirement)),
    (ContextCheck.NOTE, Check("note", addressee.note)),
    (ContextCheck.HYPOTHETICAL, Check("hypothetical", voice.hypothetical)),
    (ContextCheck.CONDITION, Check("condition", voice.condition)),
    (ContextCheck.ATTRIBUTED, Check("attributed", voice.attributed)),
    (ContextCheck.DEFINITION, Check("definition", genre.definition)),
    (ContextCheck.DEFINITION, Check("title", titles.title)),
    (ContextCheck.DEFINITION, Check("measure", titles.measure)),
    (ContextCheck.DEFINITION, Check("told of", titles.told_of)),
    (ContextCheck.LAW, Check("law or research", genre.law)),
    (ContextCheck.MARKET, Check("price", genre.price)),
    (ContextCheck.MARKET, Check("market", genre.market)),
    (ContextCheck.PEOPLE, Check("people", voice.people)),
    (ContextCheck.UNSOLD, Check("scope", genre.scope)),
    (ContextCheck.UNSOLD, Check(UNSOLD, genre.unsold)),
    (ContextCheck.UNOFFERED, Check(UNSOLD, genre.unoffered)),
    (ContextCheck.DENIED, Check("denied", denial.denied)),
    (ContextCheck.DONE_BY_PEOPLE, Check("people", subject.done_by_people)),
    (ContextCheck.DONE_BY_THINGS, Check("plain software", subject.done_by_things)),
)
"""In the order in which they are asked: cheap ones first, those that need a parse last."""

_UNPROMISED = Check("denied", denial.unpromised)
_EXCLUDED = Check("subject", subject.excluded_subject)


def _checks_of(rule: Rule) -> tuple[Check, ...]:
    """Return the checks that a rule asks for, in the order of `CHECKS`."""
    usual = "usual" in rule.unless
    asked = {
        name
        for name in ContextCheck
        if name not in rule.despite
        and (name in rule.unless or (usual and name is not ContextCheck.PEOPLE))
    }
    checks = [check for name, check in CHECKS if name in asked]
    if ContextCheck.DENIED in rule.despite and isinstance(rule.label, Category):
        checks.append(_UNPROMISED)  # "never errs" denies nothing, and can be denied
    return (*checks, _EXCLUDED)


class Checks:
    """The checks of each rule, worked out when it first matches."""

    def __init__(self) -> None:
        self._by_rule: dict[str, tuple[Check, ...]] = {}

    def objection(self, scene: Scene) -> Decision | None:
        """Return why the context lets a match go: what the first check says that objects."""
        for check in self._of(scene.match.rule):
            words = check.objection(scene)
            if words:
                return Decision(check.name, "let go", words)
        return None

    def _of(self, rule: Rule) -> tuple[Check, ...]:
        found = self._by_rule.get(rule.id)
        if found is None:
            found = self._by_rule[rule.id] = _checks_of(rule)
        return found
