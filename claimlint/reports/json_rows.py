"""Rows that several JSON reports share: places and facets."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from claimlint.document import Location
from claimlint.facets import Facets

Json = dict[str, Any]


def location_row(location: Location) -> Json:
    """Return a place as a dictionary with every key."""
    row = asdict(location)
    row["order"] = list(location.order)
    row["bbox"] = None if location.bbox is None else list(location.bbox)
    row["boxes"] = [list(box) for box in location.boxes]
    return row


def facets_row(facets: Facets) -> Json:
    """Return facets as a dictionary with every key."""
    row = asdict(facets)
    row["quantities"] = [asdict(quantity) for quantity in facets.quantities]
    row["languages"] = list(facets.languages)
    row["domains"] = list(facets.domains)
    return row
