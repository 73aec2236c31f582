"""Several rounds of questions and answers as one: the later answer counts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from claimlint.questionnaire.model import AskedField, ClaimAsked, Item, Questionnaire


def merged(rounds: Sequence[Questionnaire]) -> Questionnaire:
    """Return the questionnaires as one, in the order in which they were sent; one at least.

    Claims are joined by their id and numbered anew. Of a field that was asked twice the last
    answer counts.
    """
    numbers: dict[str, ClaimAsked] = {}
    items: dict[str, Item] = {}
    for each in rounds:
        renamed: dict[int, int] = {}
        for claim in each.claims:
            known = numbers.setdefault(claim.group, replace(claim, number=len(numbers) + 1))
            renamed[claim.number] = known.number
        for item in each.items:
            mapped = sorted({renamed[number] for number in item.claims if number in renamed})
            own = replace(item, claims=tuple(mapped))
            items[item.id] = _joined(items[item.id], own) if item.id in items else own
    last = rounds[-1]
    return replace(
        last,
        claims=tuple(numbers.values()),
        items=tuple(items.values()),
        files=tuple(name for each in rounds for name in each.files),
        changed=any(each.changed for each in rounds),
    )


def _joined(first: Item, later: Item) -> Item:
    before = {field.id: field for field in first.fields}
    fields = {field.id: _later(before.get(field.id), field) for field in later.fields}
    return replace(
        later,
        claims=tuple(sorted({*first.claims, *later.claims})),
        fields=tuple({**before, **fields}.values()),
        owner=later.owner or first.owner,
    )


def _later(first: AskedField | None, later: AskedField) -> AskedField:
    if first is None or later.answer or later.state:
        return later
    if later.so_far:
        return later
    return replace(first, asks=later.asks)
