"""How the questions stand after the answers, for programs."""

from __future__ import annotations

import json

from claimlint.questionnaire.review import ItemReview, Review, Standing

SCHEMA = "claimlint-answers/1"


def render(held: Review) -> str:
    """Return the review as indented JSON; every key is always there."""
    data = {
        "schema": SCHEMA,
        "today": held.today,
        "files": list(held.asked.files),
        "matter": held.asked.matter,
        "judged_by": "papers" if held.checked else "form",
        "changed": held.asked.changed,
        "questions": [_item(item, held) for item in held.items],
        "summary": {str(each): held.count(each) for each in Standing},
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _item(item: ItemReview, held: Review) -> dict[str, object]:
    return {
        "id": item.item.id,
        "kind": item.item.kind,
        "task": item.item.task or None,
        "title": item.item.title,
        "status": str(item.standing),
        "verdict": None if item.verdict is None else str(item.verdict),
        "reason": item.reason,
        "owner": item.item.owner or None,
        "due": item.item.due or None,
        "claims": [
            {"id": claim.group, "text": claim.words, "document": claim.document,
             "place": claim.place, "category": claim.category}
            for claim in held.asked.of(item.item)
        ],
        "fields": [
            {"field": field.id, "asks": field.asks, "kernel": field.kernel,
             "filled": field.filled, "text": field.words or None, "place": field.place or None,
             "reason": field.reason or None}
            for field in item.fields
        ],
    }  # fmt: skip
