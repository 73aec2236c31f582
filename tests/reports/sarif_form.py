"""The part of SARIF 2.1.0 that claimlint writes, as a schema of our own: no other key may appear.

Source: SARIF 2.1.0 (OASIS), sections 3.13 to 3.58; what GitHub asks for beyond it is required too.
"""

from __future__ import annotations


def _object(required: dict, optional: dict | None = None) -> dict:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {**required, **(optional or {})},
    }


def _list(item: dict, least: int = 0) -> dict:
    return {"type": "array", "items": item, "minItems": least}


TEXT = {"type": "string", "minLength": 1}
BAG = {"type": "object"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = _object({"text": TEXT}, {"markdown": TEXT})
COUNT = {"type": "integer", "minimum": 1}
ADDRESS = {"type": "string", "pattern": r"^(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\\ #?\"<>|]+$"}
PHYSICAL = _object(
    {
        "artifactLocation": _object({"uri": ADDRESS}),
        "region": _object(
            {"startLine": COUNT}, {"startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT}
        ),
    }
)
LOGICAL = _list(_object({"fullyQualifiedName": TEXT}), 1)
LOCATION = _object({"physicalLocation": PHYSICAL}, {"logicalLocations": LOGICAL})
RELATED = _object(
    {"id": COUNT, "physicalLocation": PHYSICAL, "message": MESSAGE}, {"logicalLocations": LOGICAL}
)
SUPPRESSION = _object(
    {
        "kind": {"enum": ["inSource", "external"]},
        "status": {"enum": ["accepted", "underReview", "rejected"]},
        "justification": TEXT,
    },
    {"properties": BAG},
)
RESULT = _object(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {**_list(LOCATION, 1), "maxItems": 1},
        "suppressions": _list(SUPPRESSION),
    },
    {
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
        "properties": BAG,
        "relatedLocations": {**_list(RELATED, 1), "maxItems": 100},
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
    },
)
RULE = _object(
    {
        "id": {**TEXT, "maxLength": 255},
        "name": {**TEXT, "maxLength": 255, "pattern": "^[A-Z][A-Za-z0-9]*$"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": _object({"level": LEVEL}),
        "properties": _object(
            {
                "tags": {**_list(TEXT), "maxItems": 20},
                "precision": {"enum": ["very-high", "high", "medium", "low"]},
                "problem.severity": {"enum": ["error", "warning", "recommendation"]},
            }
        ),
    }
)
NOTE = _object({"level": LEVEL, "message": MESSAGE}, {"locations": _list(LOCATION, 1)})
DRIVER = _object(
    {"name": TEXT, "version": TEXT, "semanticVersion": TEXT, "rules": _list(RULE)},
    {"properties": BAG},
)
RUN = _object(
    {
        "tool": _object({"driver": DRIVER}),
        "automationDetails": _object({"id": {**TEXT, "pattern": "/$"}}),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "invocations": _list(
            _object(
                {
                    "executionSuccessful": {"type": "boolean"},
                    "toolExecutionNotifications": _list(NOTE),
                }
            ),
            1,
        ),
        "results": _list(RESULT),
    }
)
FORM = _object(
    {
        "$schema": TEXT,
        "version": {"const": "2.1.0"},
        "runs": {**_list(RUN, 1), "maxItems": 20},
    }
)
