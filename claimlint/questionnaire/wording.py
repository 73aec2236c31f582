"""What a questionnaire says to the person who fills it in."""

from __future__ import annotations

from claimlint.amounts import amount
from claimlint.questionnaire.model import Questionnaire
from claimlint.values.statement import AnswerState

LOOSE = "loose files"
TITLE = "Evidence questionnaire"
STEPS = (
    "Each question asks for one kind of evidence for one task. It lists the claims in your papers "
    "that the answer would settle.",
    "Answer field by field in the column “Your answer”. Figures need what they are made of: the "
    "measure, how many items, which data, which version, which date, who measured.",
    "“Found so far” is what your papers or earlier answers show. Leave the answer empty where that "
    "is right; write the right value where it is not.",
    f"If you have no answer, choose a state: {', '.join(list(AnswerState)[1:])}. An "
    "honest “not measured” is better than an empty cell.",
    "Name an owner for each question if you like. Please do not change ids, questions or claims, "
    "and do not add rows or columns: the answers are read back by their ids.",
)


def lead(asked: Questionnaire) -> str:
    """Return the sentence that says what the questionnaire is about."""
    of = f" of {asked.matter}" if asked.matter not in ("", LOOSE) else ""
    about = subject(asked) if asked.claims else f"{subject(asked)}; no claim stands"
    return f"{about} in the papers{of}, prepared on {asked.prepared_on} by {asked.prepared_by}."


def subject(asked: Questionnaire) -> str:
    """Return how many questions there are, and about what."""
    owed = sum(not item.claims for item in asked.items)
    if not asked.claims:
        return f"{amount(owed, 'question')} that every seller owes an answer to"
    about = f"{amount(len(asked.items), 'question')} about {amount(len(asked.claims), 'claim')}"
    return f"{about}, {owed} of them owed by every seller" if owed else about


def claims_told(asked: Questionnaire, item_claims: tuple[int, ...], most: int) -> tuple[str, ...]:
    """Return up to `most` claims with their places, and how many more there are."""
    chosen = [claim for claim in asked.claims if claim.number in item_claims]
    told = [f"{claim.number}. «{claim.told}» ({claim.source})" for claim in chosen[:most]]
    if len(chosen) > most:
        told.append(f"and {len(chosen) - most} more, see the list of claims")
    return tuple(told)
