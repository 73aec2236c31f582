"""Subject: who does it, where a rule excludes some; the parse may only reject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimlint.detect.context.scene import Scene
from claimlint.finding import Decision
from claimlint.rulebook.patterns import Frame
from claimlint.terms import Category

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS_UP = 4
_BY_SYSTEMS = (Category.INDEPENDENT_DECISION, Category.CONTINUOUS_OPERATION)
_ARTIFICIAL = frozenset(
    "ai digital virtual automated autonomous artificial robotic agentic".split()
)
_NOBODY = frozenset({"no", "your", "new", "any"})


def excluded_subject(scene: Scene) -> Decision | None:
    """Reject a frame whose verb has a grammatical subject that the rule excludes."""
    match = scene.match
    if not isinstance(match.pattern, Frame) or match.pattern.subject_not is None:
        return None
    if match.verb is None:
        return None
    parse = scene.parse()
    child = _subject_of(parse.doc[match.verb + parse.shift])
    if child is None or child.lower_ not in match.pattern.subject_not.singles:
        return None
    return None if _artificial(child) else Decision("subject", "let go", child.text)


def done_by_people(scene: Scene) -> Decision | None:
    """Let go what a clerk or nurse does ("A clerk approves each payment"), by the parse.

    Only where such a word stands before the end of the match; "your new clerk", "no clerk" and "AI
    clerk" are no people at work.
    """
    if scene.match.rule.label not in _BY_SYSTEMS or scene.match.led:
        return None
    cues = [cue for cue in scene.find("people-at-work") if cue[0] < scene.match.end]
    if not cues:
        return None
    parse = scene.parse()
    row = parse.doc[scene.match.start + parse.shift : scene.match.end + parse.shift]
    verb = next((token for token in row if token.pos_ == "VERB"), None)
    child = _subject_of(verb) if verb is not None else None
    at_work = {cue[1] - 1 + parse.shift for cue in cues}
    if child is None or child.i not in at_work or _artificial(child, _NOBODY):
        return None
    return Decision("people", "let go", child.text)


def _subject_of(verb: Token) -> Token | None:
    """Return the grammatical subject of a verb, or of the verb that it hangs on."""
    for _ in range(_STEPS_UP):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return child
        if verb.head == verb or verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp"}:
            return None
        verb = verb.head
    return None


def _artificial(subject: Token, more: frozenset[str] = frozenset()) -> bool:
    """Tell whether a word before the subject says that it is a machine ("AI traders")."""
    return any(word.lower_ in _ARTIFICIAL | more for word in subject.lefts)
