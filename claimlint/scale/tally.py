"""What a scan found, in counts that add up: no batch is held for the sum of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from claimlint.scale.parquet import rows_of
from claimlint.scale.store import Row

_COUNTED = ("category", "level", "strength", "rule")
_NAMED = 5


class Tally(Struct):
    """Counts of documents by status and format, of problems, and of findings by what they are.

    `by` maps a heading ("status", "category", "verdict", …) to counts of its values. `unread` names
    the first documents that could not be read, each with the reason.
    """

    documents: int = 0
    quarantined: int = 0
    pages: int = 0
    units: int = 0
    findings: int = 0
    by: dict[str, Counter[str]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Tally:
        """Return the counts of the rows of documents."""
        tally = cls()
        for row in rows:
            tally._add_document(row)
        return tally

    @classmethod
    def loaded(cls, row: Row) -> Tally:
        """Return the counts that `row` returned once."""
        numbers = {name: int(str(row[name])) for name in cls._numbers()}
        by = row["by"]
        assert isinstance(by, dict)
        unread = row["unread"]
        assert isinstance(unread, list)
        counted: dict[str, Counter[str]] = {
            heading: Counter(counts) for heading, counts in by.items()
        }
        return cls(**numbers, by=counted, unread=unread)

    def row(self) -> Row:
        """Return the counts as plain dictionaries, values in order of their counts."""
        numbers: Row = {name: getattr(self, name) for name in self._numbers()}
        by = {heading: dict(counts.most_common()) for heading, counts in sorted(self.by.items())}
        return {**numbers, "by": by, "unread": self.unread}

    def add(self, other: Tally) -> None:
        """Add the counts of other documents to these."""
        for name in self._numbers():
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for heading, counts in other.by.items():
            self.by.setdefault(heading, Counter()).update(counts)
        self._name(*other.unread)

    def _add_document(self, row: Row) -> None:
        coverage = row["coverage"]
        assert isinstance(coverage, dict)
        findings: Sequence[Row] = list(rows_of(row["findings"]))
        self.documents += 1
        self.quarantined += bool(row.get("quarantined"))
        self.pages += coverage["pages"]
        self.units += coverage["units"]
        self.findings += len(findings)
        self._count("status", row["status"])
        self._count("format", row["format"] or "not read")
        for problem in coverage["problems"]:
            self._count("problem", problem["code"])
            if problem["fatal"]:
                self._name(f"{row['path']}: {problem['message']}")
        for finding in findings:
            for heading in _COUNTED:
                self._count(heading, finding[heading])
            for assessment in rows_of(finding["evidence"]):
                if assessment["required"]:
                    self._count("verdict", assessment["verdict"])

    def _name(self, *unread: str) -> None:
        self.unread = [*self.unread, *unread][:_NAMED]

    def _count(self, heading: str, value: object) -> None:
        self.by.setdefault(heading, Counter())[str(value)] += 1

    @staticmethod
    def _numbers() -> tuple[str, ...]:
        return ("documents", "quarantined", "pages", "units", "findings")
