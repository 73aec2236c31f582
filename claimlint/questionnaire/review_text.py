"""How the questions stand after the answers, for a terminal or a pipe."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from claimlint.amounts import shortened
from claimlint.office.cells import line
from claimlint.questionnaire.model import Questionnaire
from claimlint.questionnaire.review import UNANSWERED, FieldReview, ItemReview, Review, Standing

_MOST_CLAIMS = 3
_LONGEST = 160
_CHANGED = (
    "questions or claims differ from what claimlint wrote; name the papers with --check to judge "
    "the answers by them"
)


def render(held: Review, *, width: int = 100, full: bool = False) -> str:
    """Return the review as lines of at most `width` columns; `full` lists fields that are filled.

    Text from the form is printed without control characters.
    """
    lines: list[str] = []
    for words in _lines(held, full=full):
        body = words.lstrip()
        lead = " " * (len(words) - len(body))
        wrapped = textwrap.wrap(
            body, width, initial_indent=lead, subsequent_indent=f"{lead}  ",
            break_on_hyphens=False,
        )  # fmt: skip
        lines.extend(wrapped or [""])
    return "\n".join(lines) + "\n"


def _lines(held: Review, *, full: bool) -> Iterator[str]:
    by = "the papers" if held.checked else "the claims that the form lists"
    yield f"{line(', '.join(held.asked.files))}: answers judged by {by}"
    if held.asked.changed:
        yield f"note: {_CHANGED}"
    yield ""
    for number, item in enumerate(held.items, start=1):
        yield from _item(number, item, held.asked, full=full)
    counts = ", ".join(f"{held.count(each)} {each}" for each in reversed(Standing))
    yield f"{len(held.items)} questions: {counts}."


def _item(number: int, item: ItemReview, asked: Questionnaire, *, full: bool) -> Iterator[str]:
    yield f"{number}. {line(item.item.heading)}: {item.standing}"
    if item.reason:
        yield f"   {line(item.reason)}"
    claims = asked.of(item.item)
    told = [f"«{line(claim.told)}» ({line(claim.source)})" for claim in claims[:_MOST_CLAIMS]]
    more = f" and {len(claims) - _MOST_CLAIMS} more" if len(claims) > _MOST_CLAIMS else ""
    if told and item.standing is not Standing.CLOSED:
        yield f"   claims: {'; '.join(told)}{more}"
    if item.standing is Standing.CLOSED and not full:
        return
    silent = [field for field in item.fields if not field.filled and field.reason == UNANSWERED]
    for field in item.fields:
        if (field.filled and full) or (not field.filled and field not in silent):
            yield f"   {_field(field)}"
    if silent:
        yield f"   - no answer: {'; '.join(field.asks for field in silent)}"


def _field(field: FieldReview) -> str:
    shown = shortened(line(field.words), _LONGEST)
    if field.filled:
        return f"+ {field.asks}: {shown} ({line(field.place)})"
    said = f": “{shown}”" if shown else ""
    return f"- {field.asks}{said}: {line(field.reason)}"
