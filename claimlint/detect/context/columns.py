"""Columns: whose figure a cell gives, and what is the topic of a row and no claim."""

from __future__ import annotations

from itertools import pairwise

from claimlint.detect.context.addressee import affirmed, labelled
from claimlint.detect.context.rivals import of_others
from claimlint.detect.context.scene import Scene
from claimlint.regex import regex
from claimlint.terms import Category, DocumentKind

_LINE = regex(r"\W*(?P<label>[^:.]{2,60}?) [-–—] (?P<column>[^:.]{2,50}): ")
"""A row told as a line ("Errors - By hand: 4 %")."""
_FIGURE = regex(r"[~≈]?\s?\d[\d.,]*\s?%?")
_ANSWERS = 2
_LABEL_WORDS = 6
_PERSON_WORDS = 3
_BESIDE = frozenset(["than", "with", "more", "versus", "vs"])


def measured(scene: Scene) -> str:
    """Let go what a card measured on so many items: it is evidence."""
    evidence = scene.unit.counted and scene.kind is DocumentKind.DISCLOSURE
    return "a row with its number of items" if evidence else ""


def other_column(scene: Scene) -> str:
    """Let cells go that stand under a rival, manual work or the past ("Manual", "Before").

    So does what stands under the heading of a problem, or says whom the product is for.
    """
    label = labelled(scene, "other-labels") or labelled(scene, "trouble-headings")
    if label and not any(cue[1] <= scene.match.start for cue in scene.find("seller")):
        return label
    for above, text in scene.above("trouble-headings"):
        if not scene.cues.within("trouble-solved", text):
            return above
    cell = scene.unit.passage.cell
    line = _LINE.match(scene.unit.text)
    head = (cell.column_head or "") if cell else line["column"] if line else ""
    if head == scene.unit.text or affirmed(scene):
        return ""
    people = _persons(scene, head)
    if cell and cell.column == 1:
        people = people or _persons(scene, scene.unit.text)
    row = (cell.row_head or "") if cell else ""
    others = scene.cues.within("other-columns", head) or people
    return others or _hours_of_people(scene, row) or _figure_of_others(scene, row)


def _persons(scene: Scene, head: str) -> str:
    """Return the person at work that heads a column, where the head names no machine ("AI SDR")."""
    if len(head.split()) > _PERSON_WORDS or scene.cues.within("sold-as-ai", head):
        return ""
    return scene.cues.within("people-columns", head)


def _hours_of_people(scene: Scene, row_head: str) -> str:
    """Return the people in the label of a row that tells their hours ("Human agents | 24/7")."""
    machine = scene.cues.within("sold-as-ai", scene.unit.text)
    if scene.label is not Category.CONTINUOUS_OPERATION or machine:
        return ""
    return scene.cues.within("staff-in-rows", row_head)


def _figure_of_others(scene: Scene, row_head: str) -> str:
    """Return whose figure a cell with nothing but a number gives ("Human recruiters | 0.71")."""
    if not _FIGURE.fullmatch(scene.unit.text) or len(row_head.split()) > _PERSON_WORDS:
        return ""
    return scene.cues.within("other-columns", row_head) or _persons(scene, row_head)


def sold_in_row(scene: Scene) -> bool:
    """Tell whether the label of the row, or of the line, says what is sold ("Included")."""
    cell = scene.unit.passage.cell
    label = (cell.row_head or "") if cell and cell.column > 1 else ""
    in_row = len(label.split()) <= _LABEL_WORDS and scene.cues.within("offer-rows", label)
    return bool(in_row or labelled(scene, "offer-rows"))


def topic(scene: Scene) -> str:
    """Let the head of a column go, and the label of a row whose cells say more than yes.

    In "24/7 | yes | no" the label claims; in "Autonomy | runs alone | needs a clerk" the cells do.
    """
    if scene.unit.heads_column or _heads_line(scene):
        return "column head"
    own = _own_answers(scene)
    if not own or any(_opens(scene, text, "affirming-cells") for text in own):
        return ""
    denied = all(_opens(scene, text, "denying-cells") for text in own)
    if denied or len(scene.unit.answers) >= _ANSWERS:
        return "label of a row"
    return ""


def _own_answers(scene: Scene) -> list[str]:
    """Return what the cells beside the label of a comparison say of the product, if it is one."""
    cell, within = scene.unit.passage.cell, scene.cues.within
    if cell is None or len(scene.unit.text.split()) > _LABEL_WORDS:
        return []
    heads = [head for head, _ in scene.unit.answers]
    others = {head for head in heads if of_others(scene, head, heads)}
    compares = others or within("topic-heads", cell.column_head or "")
    if not compares or any(within("telling-heads", head) for head in heads):
        return []
    return [text for head, text in scene.unit.answers if head not in others]


def _heads_line(scene: Scene) -> bool:
    """Tell whether the words are the column head of a row told as a line, among such rows."""
    here, before = _LINE.match(scene.unit.text), _LINE.match(scene.unit.previous)
    if here is None:
        return False
    start, end = scene.unit.characters(*scene.span)
    if not here.start("column") <= start < end <= here.end("column"):
        return False
    whole = (start, end) == here.span("column")
    return whole or (before is not None and _alike(here.groups(), before.groups()))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two rows have the label or the column in common."""
    return any(each == another for each, another in zip(one, other, strict=True))


def _opens(scene: Scene, text: str, name: str) -> bool:
    """Tell whether a cell opens with a word of the list `name`, or with its mark."""
    bare = text.strip()
    first = scene.cues.within(name, " ".join(bare.split()[:2]))
    return bool(first) or (name == "denying-cells" and not any(map(str.isalnum, bare)))


def without_it(scene: Scene) -> str:
    """Let go what is told of work that is done without the product ("written without Scribe").

    Where the same sentence sets the product beside it, the product may well be what is praised.
    """
    forms = scene.forms()
    for token, named in pairwise(scene.row):
        if token.form == "without" and named.form in scene.names and named.text[0].isupper():
            beside = not _BESIDE.isdisjoint(forms) or forms.count(named.form) > 1
            return "" if beside else f"without {named.text}"
    return ""
