"""Addressee: questions, duties put on the reader, instructions to operate the software."""

from __future__ import annotations

import re

from claimlint.detect.context.scene import NEGATORS, Scene
from claimlint.finding import Decision

_OPTION = re.compile(
    r"(?:^|\s)(?:--[a-z][\w-]+|-[a-zA-Z]\b)|`[^`]+`|\b\w+\(\)|\b[\w.-]+/[\w./-]+\.\w+"
)


def question(scene: Scene) -> Decision | None:
    """Let a question go that asserts nothing: the unit ends with a question mark."""
    tail = [token.form for token in scene.row[-3:]]
    if "?" in tail:
        return Decision("question", "let go", "?")
    return None


def duty(scene: Scene) -> Decision | None:
    """Let duties go that lie on a customer, user or employee ("Customer shall review …").

    A release from a duty ("you never have to check") is none.
    """
    for subject in scene.find("duty-bearers"):
        for modal in scene.find("duty-modals"):
            between = [token.form for token in scene.row[subject[1] : modal[0]]]
            released = not NEGATORS.isdisjoint(between)  # "you never have to": no duty
            if len(between) <= 3 and subject[1] <= modal[0] <= scene.match.end and not released:
                return Decision("duty", "let go", f"{scene.says(subject)} {scene.says(modal)}")
    opening = [span for span in scene.find("duty-openings") if span[0] == scene.first_word]
    if opening:
        return Decision("duty", "let go", scene.says(opening[0]))
    lead = scene.cues.within("duty-leads", scene.unit.lead_text)
    return Decision("duty", "let go", lead) if lead else None


def instruction(scene: Scene) -> Decision | None:
    """Let instructions go that tell how to operate the software: options, paths, commands."""
    found = _OPTION.search(scene.unit.text)
    if found:
        return Decision("instruction", "let go", found.group().strip())
    opening = [s for s in scene.find("instruction-openings") if s[0] == scene.first_word]
    return Decision("instruction", "let go", scene.says(opening[0])) if opening else None


def requirement(scene: Scene) -> Decision | None:
    """Let requirements, user stories, targets and metric definitions go."""
    for name in ("requirement-cues",):
        found = scene.before(name)
        if found:
            return Decision("requirement", "let go", scene.says(found[0]))
    above = _above(scene, "requirement-headings")
    return Decision("requirement", "let go", above) if above else None


def _above(scene: Scene, name: str) -> str:
    """Return the words of the list `name` in the lead or the nearest heading."""
    for text in (scene.unit.lead_text, *scene.unit.headings[:1]):
        if text and text != scene.unit.text:
            found = scene.cues.within(name, text)
            if found:
                return found
    return ""
