"""What a run goes by, made ready once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.rule_book import RuleBook

if TYPE_CHECKING:
    from claimlint.detect.detector import Detector
    from claimlint.rulebook.yaml.topics import TopicEntry


class Prepared(Struct, frozen=True):
    """Rules, catalogue, detector (made when first needed) and topics of some settings."""

    book: RuleBook
    catalogue: Catalogue
    model: str
    detector: Callable[[], Detector]
    topics: tuple[TopicEntry, ...] = ()
