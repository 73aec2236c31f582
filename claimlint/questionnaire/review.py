"""What became of the questions: open, partial, closed or contradicted, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from claimlint.amounts import shortened
from claimlint.document import file_name
from claimlint.finding import Assessment, Disclosure, FieldFound, Report
from claimlint.questionnaire.model import AskedField, Item, Questionnaire
from claimlint.terms import Verdict


class Standing(StrEnum):
    """How a question stands after the answers, worst first."""

    CONTRADICTED = "contradicted"
    OPEN = "open"
    PARTIAL = "partial"
    CLOSED = "closed"


class FieldReview(Struct, frozen=True, kw_only=True):
    """A field with what fills it (`words` at `place`), or why its answer does not."""

    id: str
    asks: str
    kernel: bool
    filled: bool
    words: str = ""
    place: str = ""
    reason: str = ""


class ItemReview(Struct, frozen=True, kw_only=True):
    """A question with its standing, the reason for it, and its fields."""

    item: Item
    standing: Standing
    verdict: Verdict | None
    reason: str
    fields: tuple[FieldReview, ...]


class Review(Struct, frozen=True, kw_only=True):
    """All questions of a questionnaire after its answers.

    `checked` tells that the papers were read again; else the claims are those of the form.
    """

    asked: Questionnaire
    items: tuple[ItemReview, ...]
    today: str
    checked: bool = False

    def count(self, standing: Standing) -> int:
        """Return how many questions stand so."""
        return sum(item.standing is standing for item in self.items)

    @property
    def closed(self) -> bool:
        """Tell whether nothing is left to ask."""
        return all(item.standing is Standing.CLOSED for item in self.items)


UNANSWERED = "no answer"
_WROTE = " (you wrote "
"""What stands in the next form behind a question whose answer was not enough."""
_QUOTED = 80
Refusals = Mapping[tuple[str, str], str]
"""Why an answer fills nothing, by the id of its question and its field."""
_ABOUT_IT = (Verdict.PARTLY_BACKED, Verdict.BACKED, Verdict.CONTRADICTED, Verdict.ASSERTED)


def review(
    asked: Questionnaire,
    shown: Mapping[str, Disclosure],
    refused: Refusals,
    report: Report,
    *,
    checked: bool,
) -> Review:
    """Return how the questions stand by the assessments of a report that knows the answers.

    `shown` is the evidence that the answers to a question make, by its id.
    """
    groups = {claim.number: claim.group for claim in asked.claims}
    by_claim: dict[tuple[str, str], list[Assessment]] = {}
    for finding in report.findings:
        for assessment in finding.required:
            by_claim.setdefault((finding.group, assessment.kind), []).append(assessment)
    items = []
    for item in asked.items:
        own = [
            each
            for number in item.claims
            for each in by_claim.get((groups.get(number, ""), item.kind), ())
        ]
        judged = own if item.claims else report.at_large(item.kind)
        found = _item(item, judged, shown.get(item.id), refused)
        items.append(found if checked else _still(found))
    return Review(asked=asked, items=tuple(items), today=report.tool.today, checked=checked)


def _item(
    item: Item, judged: Sequence[Assessment], shown: Disclosure | None, refused: Refusals
) -> ItemReview:
    worst = min(judged, key=lambda each: (each.verdict.rank, -len(each.missing)), default=None)
    filling = _filling(worst, shown)
    fields = tuple(
        _field(field, filling.get(field.id), refused.get((item.id, field.id), ""))
        for field in item.fields
    )
    if worst is None:
        return ItemReview(
            item=item, standing=Standing.CLOSED, verdict=None, fields=fields,
            reason="none of its claims stands in the papers any more",
        )  # fmt: skip
    standing = _standing(worst.verdict, fields)
    return ItemReview(
        item=item,
        standing=standing,
        verdict=worst.verdict,
        reason=_reason(worst, standing, fields),
        fields=fields,
    )


def _filling(worst: Assessment | None, shown: Disclosure | None) -> dict[str, FieldFound]:
    """Return what fills each field: the answers, and where they are silent the papers."""
    papers = worst.found if worst is not None and worst.verdict in _ABOUT_IT else ()
    answers = shown.fields if shown is not None else ()
    return {found.field: found for found in (*reversed(papers), *reversed(answers))}


def _still(found: ItemReview) -> ItemReview:
    """Return the review of a question that the papers contradict, which no answer can mend.

    Only a look at changed papers takes the contradiction away.
    """
    said = found.item.standing
    if found.standing is Standing.CONTRADICTED or not said.startswith(Standing.CONTRADICTED):
        return found
    reason = f"in the papers: {said.removeprefix(Standing.CONTRADICTED).lstrip(': ')}"
    return replace(found, standing=Standing.CONTRADICTED, reason=reason)


def _standing(verdict: Verdict, fields: Sequence[FieldReview]) -> Standing:
    if verdict is Verdict.CONTRADICTED:
        return Standing.CONTRADICTED
    if verdict is Verdict.BACKED:
        return Standing.CLOSED
    answered = any(field.filled for field in fields)
    return Standing.PARTIAL if answered or verdict is Verdict.PARTLY_BACKED else Standing.OPEN


def _reason(worst: Assessment, standing: Standing, fields: Sequence[FieldReview]) -> str:
    if standing is Standing.CLOSED:
        return "every field is shown"
    lacking = [field.asks for field in fields if not field.filled]
    if standing is Standing.CONTRADICTED:
        return worst.reason
    if worst.verdict.rank >= Verdict.PROMISED.rank and worst.verdict is not Verdict.PARTLY_BACKED:
        return f"{worst.verdict.words}: {worst.reason}"
    still = "is" if len(lacking) == 1 else "are"
    return f"{len(lacking)} of {len(fields)} fields {still} still open" if lacking else worst.reason


def _field(field: AskedField, found: FieldFound | None, reason: str) -> FieldReview:
    filled = found is not None and (not field.answer or not reason)
    words = field.answer or field.so_far
    place = field.place if field.answer else field.source
    if filled and found is not None:
        words = found.text
        place = f"{file_name(found.document)}, {found.location.label}"
    return FieldReview(
        id=field.id, asks=field.asks.partition(_WROTE)[0], kernel=field.kernel, filled=filled,
        words=" ".join(words.split()), place=place, reason="" if filled else reason or UNANSWERED,
    )  # fmt: skip


def following(fresh: Questionnaire, held: Review) -> Questionnaire:
    """Return the next questionnaire: `fresh` questions with the owners and remarks of the last.

    What an answer lacked is said beside the question of its field.
    """
    before = {each.item.id: each for each in held.items}
    return replace(fresh, items=tuple(_carried(item, before.get(item.id)) for item in fresh.items))


def _carried(item: Item, before: ItemReview | None) -> Item:
    if before is None:
        return item
    told = {field.id: field for field in before.fields if field.words}
    fields = tuple(
        field if field.so_far or field.id not in told else _remembered(field, told[field.id])
        for field in item.fields
    )
    return replace(item, owner=before.item.owner or item.owner, fields=fields)


def _remembered(field: AskedField, told: FieldReview) -> AskedField:
    """Return a field with the answer that it had, or with what that answer lacked."""
    if told.filled:
        return replace(field, so_far=told.words, source=told.place)
    if told.reason == UNANSWERED:
        return field
    shown = shortened(told.words, _QUOTED)
    return replace(field, asks=f"{field.asks}{_WROTE}“{shown}”: {told.reason})")
