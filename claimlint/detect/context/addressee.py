"""Addressee: questions, duties put on the reader, instructions to operate the software."""

from __future__ import annotations

import re
from functools import lru_cache

from claimlint.detect.context.rivals import of_others
from claimlint.detect.context.scene import NEGATORS, NOT_DONE, QUALITIES, Scene
from claimlint.regex import regex
from claimlint.rulebook.patterns import Phrase
from claimlint.rulebook.reading_form import Kind, tokens
from claimlint.terms import DocumentKind

_OPTION = regex(
    r"(?:^|\s)(?:--[a-z][\w-]+|-[a-zA-Z]\b)|`[^`]+`|\b\w+\(\)|\b[\w.-]+/[\w./-]+\.\w+"
    r"|\b[A-Za-z]\w+\s?=\s?(?:[Tt]rue|[Ff]alse|None|null|\"\w*\"|'\w*')(?=[\s,.;)]|\Z)"
)
_FIELD = regex(r"\W*(?:[a-z]+(?:[A-Z][a-z0-9]*)+\??\s*[:=]|[a-z]+(?:_[a-z0-9]+)+\s*[:=])")
_WEIGHTS = regex(r"\b\d{1,3}\s?%\s[\w@ /-]{2,40}\s?\+\s?\d{1,3}\s?%\s\w")
"""Parts of a score ("60% clarity + 40% speed")."""
_CONTENTS = regex(r"(?:\.\s?){5,}[\divxlc]*\s*\Z|…{2,}\s*[\divxlc]*\s*\Z")
"""The dots that lead to the page in a line of a table of contents."""
_YES = regex(
    r"\W{0,3}(?:yes|yep|confirmed|correct|fully compliant|compliant|fully supported)\b|[✓✔✅☑]",
    re.I,
)
_ANSWER_WORDS = 14
_HEADINGS = 64
_NEAR = 3
_TASK = 5
_TO_US = "claimlint:"
"""Opens a comment that speaks to this program. What a person can read is copy, however it opens."""
_GRANTED = frozenset({"when", "while", "if"})
_STARTS_ANEW = frozenset(":;—–")
_NOT_ASKED = NEGATORS | {"stop", "without", "longer", "stopped"}
_FORBIDS = ("do not", "don't", "do n't", "never", "avoid")
_NUMBER_ENDS = frozenset(".:)")
_LABEL_WORDS = 6
_LABEL_ENDS = frozenset(":—–|")


def question(scene: Scene) -> str:
    """Let a question go that asserts nothing: with its mark, told of, or in an order to answer."""
    tail = scene.forms(-3)
    if "?" in tail and not (_presupposed(scene) or affirmed(scene)):
        return "?"
    return _asked(scene) or _to_answer(scene)


def affirmed(scene: Scene) -> bool:
    """Tell whether the cell beside a question says yes to it, without a bound."""
    if not scene.unit.text.rstrip().endswith("?"):
        return False
    heads = [head for head, _ in scene.unit.answers]
    for head, text in scene.unit.answers:
        opening = " ".join(text.split()[:_ANSWER_WORDS])
        own = not of_others(scene, head, heads)
        if own and _YES.match(opening) and not scene.cues.within("yes-with-bounds", opening):
            return True
    return False


def _asked(scene: Scene) -> str:
    """Return the words by which the sentence tells of a question ("They ask whether it …")."""
    for cue in scene.before("asked-whether"):
        before = scene.forms(max(0, cue[0] - _NEAR), cue[0])
        between = scene.forms(cue[1], scene.match.start)
        if _NOT_ASKED.isdisjoint(before) and _STARTS_ANEW.isdisjoint(between):
            return scene.says(cue)
    return ""


def _to_answer(scene: Scene) -> str:
    """Return the order to answer that opens the unit ("If yes, describe how it decides").

    Where the seller speaks before the claim, it is one to the product ("Say whether …, and our
    agent pays").
    """
    for cue in scene.find("asks"):
        ahead = scene.row[cue[0] - 1].form if cue[0] else ""
        numbered = cue[0] <= _NEAR and ahead in _NUMBER_ENDS
        ours = any(cue[1] <= seller[0] for seller in scene.before("seller"))
        if not ours and (
            cue[0] == scene.first_word or numbered or (scene.opens, ahead) == ("if", ",")
        ):
            return scene.says(cue)
    return ""


def _presupposed(scene: Scene) -> bool:
    """Tell whether the question takes the claim for granted ("Why hire when it does the job?")."""
    before = scene.forms(scene.first_word, scene.match.start)
    return scene.opens == "why" and not _GRANTED.isdisjoint(before)


def duty(scene: Scene) -> str:
    """Let duties go that lie on a customer, user or employee ("Customer shall review …").

    A release from a duty ("you never have to check") is none.
    """
    for subject in scene.find("duty-bearers"):
        for modal in scene.find("duty-modals"):
            between = scene.forms(subject[1], modal[0])
            released = not NEGATORS.isdisjoint(between)  # "you never have to": no duty
            if len(between) <= 3 and subject[1] <= modal[0] <= scene.match.end and not released:
                return f"{scene.says(subject)} {scene.says(modal)}"
    opening = [span for span in scene.find("duty-openings") if span[0] == scene.first_word]
    if opening and not _goes_on(scene, opening[0]) and not _benefit(scene, opening[0]):
        return scene.says(opening[0])
    return "" if _answers(scene) else scene.cues.within("duty-leads", scene.unit.lead_text)


def _answers(scene: Scene) -> bool:
    """Tell whether a cell of a paper that sells is a sentence: it answers the label of its row."""
    sentence = scene.unit.passage.cell is not None and scene.unit.text.rstrip().endswith(".")
    return sentence and scene.kind is DocumentKind.MARKETING


def _goes_on(scene: Scene, opening: tuple[int, int]) -> bool:
    """Tell whether another clause follows a "do not …" ("Do not wait: it pays on its own").

    A label does not order either ("Ensure safety: the limits are built in").
    """
    between = scene.forms(opening[1], scene.match.start)
    if ":" in between[:_LABEL_WORDS]:
        return True
    return scene.says(opening).startswith(_FORBIDS) and not _STARTS_ANEW.isdisjoint(between)


def _benefit(scene: Scene, opening: tuple[int, int]) -> bool:
    """Tell whether a line of copy sells what it "ensures" ("Ensure consistent answers at night").

    An order to the reader is a whole sentence, speaks of what is his, or stands in other papers.
    """
    sold = scene.kind is DocumentKind.MARKETING and scene.says(opening).lower() == "ensure"
    ordered = scene.unit.text.rstrip().endswith((".", "!")) or scene.find("reader")
    return sold and scene.match.start <= opening[1] and not ordered


def instruction(scene: Scene) -> str:
    """Let instructions go that tell how to operate the software: options, paths, commands."""
    found = _OPTION.search(scene.unit.text) or _FIELD.match(scene.unit.text)
    if found:
        return found.group().strip()
    openings = scene.find("instruction-openings")
    return _order_after_aim(scene) or scene.first(s for s in openings if s[0] == scene.first_word)


def _order_after_aim(scene: Scene) -> str:
    """Return the order that follows an aim ("To let it act alone, tick the box")."""
    if scene.opens not in ("to", "for"):
        return ""
    later = (verb for verb in scene.find("instruction-verbs") if verb[0] >= scene.match.end)
    return scene.first(verb for verb in later if scene.row[verb[0] - 1].form in ",:")


def requirement(scene: Scene) -> str:
    """Let requirements, user stories, targets and metric definitions go."""
    if affirmed(scene):
        return ""
    weights = _WEIGHTS.search(scene.unit.text)
    return (
        scene.first(c for c in scene.find("requirement-cues") if c[0] <= scene.match.start)
        or _needed(scene)
        or (weights.group() if weights else "")
        or headed(scene, "plan-headings")
        or next((found for found, _ in scene.above("requirement-headings")), "")
        or labelled(scene, "requirement-labels")
    )


def _needed(scene: Scene) -> str:
    """Return the words by which a quality is needed and not there ("accuracy is a must")."""
    if scene.label not in QUALITIES:
        return ""
    reach = len(scene.row) if _task(scene) else _NEAR
    after = (c for c in scene.find("needed-after") if 0 <= c[0] - scene.match.end <= reach)
    before = (c for c in scene.before("needed-before") if scene.match.start - c[1] <= 1)
    return scene.first(after) or scene.first(before)


def _task(scene: Scene) -> bool:
    """Tell whether the match opens as a task of which is spoken ("But ensuring fairness … is")."""
    opening = scene.row[scene.first_word : scene.match.start + 1]
    return len(opening) <= _TASK and any(token.form.endswith("ing") for token in opening)


def headed(scene: Scene, name: str) -> str:
    """Return the nearest heading where it is no more than a phrase of the list `name`."""
    words = _words(scene.unit.headings[0]) if scene.unit.headings else ()
    return " ".join(words) if words in scene.cues.phrases(name) else ""


@lru_cache(maxsize=_HEADINGS)
def _words(heading: str) -> Phrase:
    return tuple(token.form for token in tokens(heading) if token.kind is not Kind.MARK)


def note(scene: Scene) -> str:
    """Let notes to a colleague, or to us, adverts and what is not ticked off go ("☐ audit")."""
    if scene.unit.text.startswith(NOT_DONE):
        return scene.unit.text[:1]
    if scene.unit.passage.location.hidden and scene.unit.passage.text.startswith(_TO_US):
        return _TO_US
    label = labelled(scene, "note-labels")
    if label:
        return label
    listed = _CONTENTS.search(scene.unit.text)
    if listed:
        return listed.group().strip()
    for text in () if scene.copy else scene.unit.headings:
        above = scene.cues.within("note-headings", text) if text != scene.unit.text else ""
        if above:
            return above
    return scene.first(scene.outside("note-cues"))


def labelled(scene: Scene, name: str) -> str:
    """Return the label that opens the unit where the list `name` holds it ("Target: …").

    A phrase of two words or more may also open a longer label ("Note to copywriter: …").
    """
    row = scene.row[scene.first_word : scene.match.start]
    ends = next((i for i, token in enumerate(row) if token.form in _LABEL_ENDS), _LABEL_WORDS + 1)
    if ends > _LABEL_WORDS:
        return ""
    label = tuple(token.form for token in row[:ends] if token.kind is Kind.WORD)
    for phrase in scene.cues.phrases(name):
        if phrase == label or (len(phrase) > 1 and phrase == label[: len(phrase)]):
            return " ".join(phrase)
    return ""
