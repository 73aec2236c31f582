"""Voice: who says it, and whether it is said to be so: conditions, dreams, attributions."""

from __future__ import annotations

from claimlint.detect.context.scene import ARTIFICIAL, QUALITIES, Scene
from claimlint.detect.cues import Span

_TURNS = frozenset(",;:—–.")
_OURS = frozenset({"but", "our", "we", "ours"})
_CONDITION_ENDS = frozenset({",", ";", ":", "then", ".", "—", "–", "-", "→", "⇒"})


def condition(scene: Scene) -> str:
    """Let a claim go that stands in an if-clause ("If the agent acts without approval, …").

    What buyers wish for is one too ("firms that want to grow without hiring").
    """
    first = [cue for cue in scene.before("time-conditions") if cue[0] == scene.first_word]
    wishes = [cue for cue in scene.find("wishes") if cue[0] <= scene.match.start]
    for cue in (*scene.before("conditions"), *first, *wishes):
        between = scene.forms(cue[1], scene.match.start)
        if between[:1] == ["to"]:  # "decides whether to pay" names what it decides
            continue
        if _CONDITION_ENDS.isdisjoint(between):
            return scene.says(cue)
    return ""


def hypothetical(scene: Scene) -> str:
    """Let dreams and suppositions go ("imagine", "what if", "one day machines may").

    What the reader is to imagine as his own is on offer ("Imagine having a clerk who …").
    """
    offered = {start for start, _ in scene.find("imagined-as-yours")}
    dreamt = [cue for cue in scene.before("hypotheticals") if cue[0] not in offered]
    found = scene.first(dreamt or scene.before("beliefs"))
    return found or scene.cues.within("beliefs", scene.unit.lead_text)


def attributed(scene: Scene) -> str:
    """Let go what others are said to claim ("some vendors promise", "a so-called …")."""
    for name in ("hearsay", "attributions", "rivals", "rival-openings"):
        for cue in scene.find(name):
            if name == "rival-openings" and not _opens(scene, cue):
                continue
            inside = name == "hearsay" and _within(scene, cue)
            if (cue[1] <= scene.match.start or inside) and not _turned(scene, cue[1]):
                return scene.says(cue)
    return ""


def _opens(scene: Scene, cue: Span) -> bool:
    """Tell whether words open a sentence on its quality ("Legacy OCR is right in 60 % …")."""
    return cue[0] == scene.first_word and scene.label in QUALITIES


def _within(scene: Scene, cue: Span) -> bool:
    """Tell whether words stand in a match that opens with the doer ("bots are said to act")."""
    return scene.match.start < cue[0] and cue[1] < scene.match.end


def _turned(scene: Scene, start: int) -> bool:
    """Tell whether the sentence turns to the seller's own product before the claim."""
    forms = scene.forms(start, scene.match.start)
    if not _OURS.isdisjoint(forms):
        return True
    turn = next((index for index, form in enumerate(forms) if form in _TURNS), None)
    if turn is None:
        return False
    after = scene.row[start + turn + 1 : scene.match.start]
    return scene.row[start - 1].form == "unlike" or any(
        token.form in {"it", "this", "the", "they", "us"} or token.text[:1].isupper()
        for token in after
    )


def people(scene: Scene) -> str:
    """Let people's work go ("our support staff answers 24/7", "on-call engineers")."""
    start, end = scene.span
    for cue in scene.outside("staff"):
        near = cue[1] <= start and start - cue[1] <= 7
        after = cue[0] >= end and cue[0] - end <= 2
        if (near or after) and not _replaced(scene, cue):
            return scene.says(cue)
    return ""


def _replaced(scene: Scene, cue: tuple[int, int]) -> bool:
    """Tell whether the people are an artificial kind ("AI support agents")."""
    return not (ARTIFICIAL | {"unlike"}).isdisjoint(scene.forms(max(0, cue[0] - 3), cue[1]))
