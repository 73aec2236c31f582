"""Subject: who does it, where a rule excludes some; the parse may only reject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimlint.detect.context.scene import ARTIFICIAL, Scene
from claimlint.detect.cues import Span
from claimlint.regex import regex
from claimlint.rulebook.patterns import Frame
from claimlint.terms import Category, DocumentKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS_UP = 4
_SUPPLIED = "it"  # the subject with which the model reads a line that opens with its verb
_BY_SYSTEMS = (Category.INDEPENDENT_DECISION, Category.CONTINUOUS_OPERATION)
_BY_HAND = (*_BY_SYSTEMS, Category.AUTONOMY, Category.UNIVERSALITY)
_AT_OUR_PLACE = regex(
    r"\b(?:in|at|from) our (?:\w+ )?"
    r"(?:offices?|studios?|headquarters|branch(?:es)?|call cent(?:re|er)s?|workshops?|clinics?)\b",
    re.I,
)
_TOLD_OF_PEOPLE = (Category.BUSINESS_OUTCOME, Category.OVERSIGHT_REDUCTION)
_NOT_OF_THINGS = (Category.BUSINESS_OUTCOME, Category.HUMAN_REPLACEMENT)
_STAFFED = (Category.HUMAN_REPLACEMENT, Category.CONTINUOUS_OPERATION)
_WORN = (Category.HUMAN_PARITY, Category.ACCURACY_RELIABILITY, Category.CONTINUOUS_OPERATION)
_OF_ITS_WORK = (Category.ACCURACY_RELIABILITY, Category.SAFETY_COMPLIANCE, Category.UNIVERSALITY)
"""What stands after such words is what the system works on ("error-free contracts")."""
_WORN_WORDS = 3
_OPENS = 2
"""Words of a match among which its own subject can stand ("a veteran makes the calls")."""
_RELATIVE = frozenset({"that", "which"})
_NO_MORE = frozenset(
    "no not n't never longer nobody without hardly barely only stop stopped".split()
)
_ARTIFICIAL = ARTIFICIAL | {"autonomous", "agentic"}
_MACHINES = frozenset("ai agents bots robots assistants algorithm software machine".split())
_ANYONE = frozenset("human humans people everyone expert experts".split())
_NOBODY = frozenset({"no", "your", "new", "any"})
_MIND = Category.UNDERSTANDING_LEARNING
_BECOMES = frozenset("get gets grow grows become becomes".split())
_GOVERNS = frozenset(
    "a an the any each every all your our their its this that which what over of to with from "
    "about for by in on alongside through 's '".split()
)
"""Last words of a match after which a thing is its object ("has read every policy")."""


def excluded_subject(scene: Scene) -> str:
    """Reject a frame whose verb has a grammatical subject that the rule excludes."""
    match = scene.match
    if not isinstance(match.pattern, Frame) or match.pattern.subject_not is None:
        return ""
    if match.verb is None or match.pattern.subject_not.singles.isdisjoint(_parsed(scene)):
        return ""
    parse = scene.parse()
    child = _subject_of(parse.doc[match.verb + parse.shift])
    if child is None or child.lower_ not in match.pattern.subject_not.singles:
        return ""
    return "" if _artificial(child) else child.text


def _parsed(scene: Scene) -> set[str]:
    """Return in lower case all words that a parse of the unit can hold, without making it."""
    words = (token.text if token.text.isascii() else token.form for token in scene.row)
    return {_SUPPLIED, *(word.lower() for word in words)}


def done_by_people(scene: Scene) -> str:
    """Let go what a clerk or nurse does ("A clerk approves each payment"), by the parse.

    "Your new clerk", "no clerk" and "AI clerk" are no people at work, nor are people who use, get
    or gain something; where staff stops checking, that is the claim.
    """
    staffed = _staffed(scene)
    if staffed or scene.label in _TOLD_OF_PEOPLE or scene.match.led:
        return staffed
    return _by_people(scene) or _by_our_hands(scene) or _worn(scene) or _at_work(scene)


def _staffed(scene: Scene) -> str:
    """Return the words by which it is real people who are there ("in our offices")."""
    if scene.label not in _STAFFED:
        return ""
    real = scene.first(scene.outside("real-people"))
    contract = scene.kind is DocumentKind.CONTRACT
    if not real and contract and scene.label is Category.CONTINUOUS_OPERATION:
        lines = scene.outside("support-lines")
        real = scene.first(cue for cue in lines if 0 <= cue[0] - scene.match.end <= 1)
    place = _AT_OUR_PLACE.search(scene.unit.text)
    return real or (place.group() if place else "")


def _at_work(scene: Scene) -> str:
    """Return the person who does it by the parse."""
    cues = _possible_doers(scene)
    compared = scene.label is Category.HUMAN_PARITY  # people stand there for comparison
    if not cues or compared or _stands_down(scene):
        return ""
    child = (_own_doer(scene) if scene.label is _MIND else None) or _doer(scene, "user-verbs")
    at_work = {cue[1] - 1 + scene.parse().shift for cue in cues}
    if child is None or child.i not in at_work or _no_worker(child):
        return ""
    return child.text


def _possible_doers(scene: Scene) -> list[Span]:
    """Return where people stand who may be the doers."""
    if scene.label not in _BY_SYSTEMS:
        return [*scene.before("persons"), *scene.before("people-in-plural")]
    after = scene.forms(scene.match.end, scene.match.end + 1)
    turned = after == [","]  # "Even on Sundays, our florist delivers"
    anywhere = turned and scene.label is Category.CONTINUOUS_OPERATION
    end = len(scene.row) if anywhere else scene.match.end
    opening = end if anywhere else scene.match.start + _OPENS
    cues = [cue for cue in scene.find("people-at-work") if cue[0] < end]
    return cues + [cue for cue in scene.find("persons") if cue[0] < opening]


def _no_worker(child: Token) -> bool:
    """Tell whether the word of a person is no person at work.

    It is artificial, ends a name ("Sentinel Guard blocks …") or owns the doer ("the clerk's seat").
    """
    named = child.i > 0 and child.text[:1].isupper() and child.nbor(-1).text[:1].isupper()
    owns = child.i + 1 < len(child.doc) and child.nbor().lower_ in ("'s", "'")
    return named or owns or _artificial(child, _NOBODY)


def _by_people(scene: Scene) -> str:
    """Return the people by whom it is done ("is decided by two people in Basel")."""
    if scene.label not in _BY_HAND:
        return ""
    forms = scene.forms()
    end = scene.match.end
    by = end - 1 if forms[end - 1] == "by" else end
    if by >= len(forms) or forms[by] != "by":
        return ""
    people = (cue for name in ("people-at-work", "persons") for cue in scene.find(name))
    near = (cue for cue in people if by < cue[0] <= by + 3)
    return scene.first(cue for cue in near if _ARTIFICIAL.isdisjoint(forms[by : cue[0]]))


def _by_our_hands(scene: Scene) -> str:
    """Return how the seller's people do the work ("we plan the trip"), if no machine is told of."""
    told = (scene.unit.text, scene.unit.lead_text, *scene.unit.headings)
    if scene.label is not Category.AUTONOMY or _by_machine(scene, told):
        return ""
    return scene.first(scene.find("hands-of-ours"))


def _by_machine(scene: Scene, texts: tuple[str, ...]) -> bool:
    """Tell whether one of the texts tells of a machine that could do the work."""
    return any(
        scene.cues.within(name, text.lower())
        for name in ("sold-as-ai", "done-by-machine")
        for text in texts
    )


def _worn(scene: Scene) -> str:
    """Return the people whom the words describe ("our PhD-level chemists", "24/7 support staff").

    Longer ones are a comparison that goes on ("writes like a veteran broker").
    """
    start, end = scene.span
    if scene.label not in _WORN or end - start > _WORN_WORDS:
        return ""
    if not any(cue[0] == end for cue in scene.find("persons")):
        return ""
    before = scene.forms(max(0, start - 3), end)
    person = scene.row[end].form
    if person in _ANYONE or not (_ARTIFICIAL | _NOBODY).isdisjoint(before):
        return ""
    return person if _describes_next(scene) else ""


def _describes_next(scene: Scene) -> bool:
    """Tell whether the parse hangs the words of the match on the word that follows them."""
    if scene.row[scene.match.end - 1].form in ("and", "or", ","):
        return False
    parse = scene.parse()
    start, end = scene.match.start + parse.shift, scene.match.end + parse.shift
    return int(parse.doc[start:end].root.head.i) == end


def done_by_things(scene: Scene) -> str:
    """Let go what plain things do ("The thermostat decides when to heat"), by the parse.

    Only where nothing in the unit says that an AI or automation product is meant.
    """
    if scene.match.led or scene.label in _NOT_OF_THINGS:
        return ""
    cues = scene.before("plain-things")
    after = [cue for cue in scene.find("plain-things") if cue[0] == scene.match.end]
    after = [] if scene.label in _OF_ITS_WORK else after
    if not (cues or after) or scene.find("sold-as-ai"):
        return ""
    governs = scene.row[scene.match.end - 1].form in _GOVERNS
    if after and not governs and _describes_next(scene):
        return scene.says(after[0])
    child = _meant(_doer(scene, ""))
    if child is not None and child.dep_ == "nsubjpass":  # "the essay is marked": by whom?
        return ""
    things = {cue[1] - 1 + scene.parse().shift for cue in cues}
    if child is None or child.i not in things or _artificial(child, _NOBODY):
        return ""
    return child.text


def _doer(scene: Scene, users: str) -> Token | None:
    """Return the subject of the verb that governs the match, unless the list `users` holds it."""
    parse = scene.parse()
    row = parse.doc[scene.match.start + parse.shift : scene.match.end + parse.shift]
    verb = next((token for token in row if token.pos_ == "VERB"), None) or _above(row.root)
    if verb is None:
        return None
    mind = scene.label is _MIND
    for step in (verb, *verb.ancestors) if users else ():
        if mind and step.lower_ in _BECOMES:  # "our team gets smarter": no user of anything
            continue
        if (step.lower_,) in scene.cues.phrases(users):
            return None
    return _subject_of(verb)


def _meant(child: Token | None) -> Token | None:
    """Return the noun that "that" or "which" stands for ("a lift that decides"), or the doer."""
    if child is None or child.lower_ not in _RELATIVE or child.head.dep_ != "relcl":
        return child
    noun = child.head.head
    return child if noun.dep_ == "ROOT" else noun  # a headline: "A mill that runs itself"


def _own_doer(scene: Scene) -> Token | None:
    """Return the subject that hangs on a verb of the match itself ("A judge gets wiser")."""
    parse = scene.parse()
    row = parse.doc[scene.match.start + parse.shift : scene.match.end + parse.shift]
    subjects = (child for token in row if token.pos_ in ("VERB", "AUX") for child in token.children)
    return next((child for child in subjects if child.dep_ == "nsubj"), None)


def _above(token: Token) -> Token | None:
    """Return the nearest verb above a token."""
    for step in (token, *token.ancestors):
        if step.pos_ in ("VERB", "AUX"):
            return step
    return None


def _stands_down(scene: Scene) -> bool:
    """Tell whether the words say that people do nothing any more ("no longer touch")."""
    return not _NO_MORE.isdisjoint(scene.forms(*scene.span))


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
    """Tell whether a word beside the subject says that it is a machine ("AI traders")."""
    if any(word.lower_ in _ARTIFICIAL | more for word in subject.lefts):
        return True
    return bool(more) and any(word.lower_ in _MACHINES for word in subject.subtree)
