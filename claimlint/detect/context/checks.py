"""The checks by the names under which rules ask for them."""

from __future__ import annotations

from types import MappingProxyType

from claimlint.detect.context import addressee, columns, denial, genre, subject, voice
from claimlint.detect.context.scene import Check, Scene
from claimlint.finding import Decision
from claimlint.rulebook.model import Rule
from claimlint.terms import Category

CHECKS: MappingProxyType[str, Check] = MappingProxyType(
    {
        "question": addressee.question,
        "limitation": genre.limitation,
        "other-column": columns.other_column,
        "plain-software": genre.plain_software,
        "duty": addressee.duty,
        "instruction": addressee.instruction,
        "requirement": addressee.requirement,
        "note": addressee.note,
        "hypothetical": voice.hypothetical,
        "condition": voice.condition,
        "attributed": voice.attributed,
        "definition": genre.definition,
        "law": genre.law,
        "market": genre.market,
        "people": voice.people,
        "unsold": genre.unsold,
        "unoffered": genre.unoffered,
        "denied": denial.denied,
        "done-by-people": subject.done_by_people,
        "done-by-things": subject.done_by_things,
    }
)
"""In the order in which they are asked: cheap ones first, those that need a parse last."""

_USUAL = tuple(name for name in CHECKS if name != "people")
"""What `usual` stands for in a rule."""


def _checks_of(rule: Rule) -> tuple[tuple[str, Check], ...]:
    """Return the checks that a rule asks for, in the order of `CHECKS`."""
    names = {name for word in rule.unless for name in (_USUAL if word == "usual" else (word,))}
    names -= set(rule.despite)
    checks = tuple((name, check) for name, check in CHECKS.items() if name in names)
    if "denied" in rule.despite and isinstance(rule.label, Category):
        checks += (("denied", denial.unpromised),)  # "never errs" denies nothing, and can be denied
    return checks


class Checks:
    """The checks of each rule, worked out when it first matches."""

    def __init__(self) -> None:
        self._by_rule: dict[str, tuple[tuple[str, Check], ...]] = {}

    def objection(self, scene: Scene) -> Decision | None:
        """Return why the context lets a match go: what the first check says that objects."""
        found = (check(scene) for _, check in self._of(scene.match.rule))
        return next(filter(None, found), None) or subject.excluded_subject(scene)

    def _of(self, rule: Rule) -> tuple[tuple[str, Check], ...]:
        found = self._by_rule.get(rule.id)
        if found is None:
            found = self._by_rule[rule.id] = _checks_of(rule)
        return found
