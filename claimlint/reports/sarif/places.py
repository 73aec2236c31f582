"""Where findings stand, as SARIF locations: lines where there are any, else the page by name."""

from __future__ import annotations

from claimlint.document import Location
from claimlint.finding import DocumentReport
from claimlint.reports.json.rows import Json
from claimlint.reports.look import Look
from claimlint.reports.safe_text import safe
from claimlint.reports.tools.extracts import SUFFIX, extract, has_lines
from claimlint.reports.uris import uri


class Places:
    """The places of one document."""

    def __init__(self, document: DocumentReport, look: Look) -> None:
        self._folder = look.folder
        self._uri = uri(document.path, look.folder)
        self._lined = has_lines(document)
        paged = look.extracts and not self._lined
        self._lines = extract(document).lines if paged else ()

    @property
    def beside(self) -> bool:
        """Tell whether places are lines of an extract beside the document."""
        return bool(self._lines)

    def whole(self) -> Json:
        """Return the place of the document itself."""
        return _physical(self._uri, {"startLine": 1})

    def of(self, place: Location, passage: int | None) -> Json:
        """Return one place; the passage is the index of the one that it lies in."""
        if self._lined and place.line is not None and place.member is None:
            physical = _physical(self._uri, _region(place))
        elif self._lines and passage is not None:
            physical = _physical(self._uri + SUFFIX, {"startLine": self._lines[passage]})
        else:
            physical = self.whole()
        return {**physical, "logicalLocations": [_logical(place)]}

    def elsewhere(self, path: str, place: Location, text: str) -> Json:
        """Return a place in whatever document, with words that say what stands there."""
        lined = place.line is not None
        region = _region(place) if lined else {"startLine": 1}
        return {
            **_physical(uri(path, self._folder), region),
            "logicalLocations": [_logical(place)],
            "message": {"text": text},
        }


def _physical(address: str, region: Json) -> Json:
    location = {"artifactLocation": {"uri": address}, "region": region}
    return {"physicalLocation": location}


def _region(place: Location) -> Json:
    found: Json = {"startLine": place.line}
    if place.column is not None:
        found["startColumn"] = place.column
    if place.end_line is not None and place.end_column is not None:
        found["endLine"] = place.end_line
        found["endColumn"] = place.end_column
    return found


def _logical(place: Location) -> Json:
    inside = f"{safe(place.member)}: " if place.member else ""
    return {"fullyQualifiedName": f"{inside}{safe(place.label)}"}
