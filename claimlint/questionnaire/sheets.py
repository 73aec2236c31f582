"""The three tables that every form of a questionnaire holds, as rows of text.

`ABOUT` are pairs of key and value; `CLAIMS` and `QUESTIONS` have heads by which they are known
again. A question is a row of its own above the rows of its fields; its id names its claims.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from claimlint.questionnaire.model import FORM, AskedField, ClaimAsked, Item, Questionnaire

CLAIMS = (
    "Claim", "Words", "Sentence", "Document", "Place", "Category", "Strength", "Rule", "Claim id",
)  # fmt: skip
QUESTIONS = (
    "No.", "We ask", "Found so far", "Your answer", "State", "Owner", "Due", "Id (leave as it is)",
)  # fmt: skip
ANSWER = "Your answer"
ID = "Id (leave as it is)"
_CLAIMS_IN_ID = " claims "
_SOURCE = "\n— "

Row = tuple[str, ...]


def about(asked: Questionnaire) -> tuple[Row, ...]:
    """Return what the form says of itself, by key."""
    return (
        ("Form", FORM),
        ("Papers", asked.matter),
        ("Prepared by", asked.prepared_by),
        ("Prepared on", asked.prepared_on),
        ("Seal", seal(asked)),
    )


def claim_row(claim: ClaimAsked) -> Row:
    """Return the row of a claim, in the order of `CLAIMS`."""
    return (
        str(claim.number), claim.words, claim.sentence, claim.document, claim.place,
        claim.category, claim.strength, claim.rule, claim.group,
    )  # fmt: skip


def item_id(item: Item) -> str:
    """Return the id cell of a question: its id and the numbers of its claims."""
    return item.id + _CLAIMS_IN_ID + " ".join(map(str, item.claims))


def split_id(text: str) -> tuple[str, str, str, tuple[int, ...] | None]:
    """Return kind, task, field and claims of an id cell; claims are None for a field's row."""
    name, told, numbers = " ".join(text.split()).partition(_CLAIMS_IN_ID.rstrip())
    head, _, field = name.strip().partition("/")
    kind, _, task = head.partition("@")
    found = tuple(int(each) for each in re.findall(r"\d+", numbers)) if told else None
    return kind, task.replace("-", " "), field, found


def field_id(item: Item, field: AskedField) -> str:
    """Return the id cell of a field's row."""
    return f"{item.id}/{field.id}"


def so_far(field: AskedField) -> str:
    """Return what is known of a field, with its source in a line of its own."""
    return f"{field.so_far}{_SOURCE}{field.source}" if field.so_far else ""


def split_so_far(text: str) -> tuple[str, str]:
    """Return what is known of a field, and its source."""
    known, _, source = text.strip().rpartition("— ")
    return (known.strip(), source.strip()) if known else (text.strip(), "")


def questions(asked: Questionnaire) -> Iterator[tuple[Item, AskedField | None, str, Row]]:
    """Yield the rows of the questions with their item, field and number; no field: the question."""
    for number, item in enumerate(asked.items, start=1):
        head = f"{item.heading}\n{item.asks}"
        yield (
            item, None, str(number),
            (str(number), head, item.standing, "", "", item.owner, item.due, item_id(item)),
        )  # fmt: skip
        for place, field in enumerate(item.fields, start=1):
            label = f"{number}.{place}"
            row = (
                label, field.asks, so_far(field), field.answer, field.state, "", "",
                field_id(item, field),
            )  # fmt: skip
            yield item, field, label, row


def seal(asked: Questionnaire) -> str:
    """Return a digest of claims and questions by which a change of them can be told.

    It keeps no one from forging a form; it tells an honest reader that something was moved.
    """
    claims = (part for claim in asked.claims for part in claim_row(claim))
    asks = (
        part
        for item, field, _, row in questions(asked)
        for part in ((row[7],) if field is None else (row[1], field.so_far, row[7]))
    )
    return _digest((*claims, *asks))


def _digest(parts: Iterable[str]) -> str:
    words = "\x1f".join("".join(part.split()) for part in parts)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
