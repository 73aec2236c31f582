"""Subject: who does it, where a rule excludes some; the parse may only reject."""

from __future__ import annotations

from claimlint.detect.context.scene import Scene
from claimlint.finding import Decision
from claimlint.rulebook.patterns import Frame

_STEPS_UP = 4


def excluded_subject(scene: Scene) -> Decision | None:
    """Reject a frame whose verb has a grammatical subject that the rule excludes."""
    match = scene.match
    if not isinstance(match.pattern, Frame) or match.pattern.subject_not is None:
        return None
    if match.verb is None:
        return None
    parse = scene.parse()
    verb = parse.doc[match.verb + parse.shift]
    for _ in range(_STEPS_UP):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                hit = child.lower_ in match.pattern.subject_not.singles
                return Decision("subject", "let go", child.text) if hit else None
        if verb.head == verb or verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp"}:
            return None
        verb = verb.head
    return None
