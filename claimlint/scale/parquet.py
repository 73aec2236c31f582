"""Rows of a batch as the parts that are committed: documents, findings, and the full JSON lines."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence

import pyarrow as arrow
import pyarrow.parquet

from claimlint.scale.store import Row

_DOCUMENTS = arrow.schema(
    [
        ("document", arrow.string()),
        ("sha256", arrow.string()),
        ("format", arrow.string()),
        ("kind", arrow.string()),
        ("language", arrow.string()),
        ("status", arrow.string()),
        ("quarantined", arrow.bool_()),
        ("pages", arrow.int32()),
        ("units", arrow.int32()),
        ("findings", arrow.int32()),
        ("clauses", arrow.int32()),
        ("problems", arrow.list_(arrow.string())),
    ]
)
_FINDINGS = arrow.schema(
    [
        ("document", arrow.string()),
        ("fingerprint", arrow.string()),
        ("group", arrow.string()),
        ("rule", arrow.string()),
        ("category", arrow.string()),
        ("aspect", arrow.string()),
        ("strength", arrow.string()),
        ("level", arrow.string()),
        ("text", arrow.string()),
        ("unit", arrow.string()),
        ("place", arrow.string()),
        ("repeats", arrow.int32()),
        ("verdicts", arrow.map_(arrow.string(), arrow.string())),
    ]
)


def documents_part(rows: Sequence[Row]) -> bytes:
    """Return a Parquet file with one row a document."""
    return _parquet([_document(row) for row in rows], _DOCUMENTS)


def findings_part(rows: Sequence[Row]) -> bytes:
    """Return a Parquet file with one row a finding; `verdicts` are those on the required kinds."""
    return _parquet([found for row in rows for found in _findings(row)], _FINDINGS)


def lines_part(rows: Sequence[Row]) -> bytes:
    """Return JSON lines: each document as `claimlint check --format json` reports it."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def rows_of(value: object) -> Iterable[Row]:
    """Return the objects of a JSON list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _parquet(rows: Sequence[Row], schema: arrow.Schema) -> bytes:
    target = io.BytesIO()
    table = arrow.Table.from_pylist(list(rows), schema=schema)
    pyarrow.parquet.write_table(table, target, compression="zstd")
    return target.getvalue()


def _document(row: Row) -> Row:
    coverage = row["coverage"]
    assert isinstance(coverage, dict)
    kept = {key: row[key] for key in ("sha256", "format", "kind", "language", "status")}
    return {
        **kept,
        "document": row["path"],
        "quarantined": bool(row.get("quarantined")),
        "pages": coverage["pages"],
        "units": coverage["units"],
        "findings": len(list(rows_of(row["findings"]))),
        "clauses": len(list(rows_of(row["clauses"]))),
        "problems": [problem["code"] for problem in coverage["problems"]],
    }


def _findings(row: Row) -> Iterable[Row]:
    for finding in rows_of(row["findings"]):
        place = finding["location"]
        assert isinstance(place, dict)
        required = [each for each in rows_of(finding["evidence"]) if each["required"]]
        kept = {name: finding[name] for name in _FINDINGS.names if name in finding}
        yield {
            **kept,
            "document": row["path"],
            "place": place["label"],
            "verdicts": [(each["kind"], each["verdict"]) for each in required],
        }
