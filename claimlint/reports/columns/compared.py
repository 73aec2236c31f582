"""The comparison as one HTML page: the deck left, the contract right, lines between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from claimlint.document import ReadStatus
from claimlint.finding import Report
from claimlint.reports.columns.page import page
from claimlint.reports.contents.disputes import (
    Dispute,
    Voice,
    disputes,
    emptied_by_label,
    in_quotes,
    silence,
)
from claimlint.reports.contents.wording import loss
from claimlint.reports.uris import line_of
from claimlint.values.comparison import Relation, Role

_MOST = 8


class Wire(Struct, frozen=True):
    """A line between a card of the left and one of the right, as heights from 0 to 100."""

    left: float
    right: float


class Card(Struct, frozen=True):
    """A sentence in three parts, its words in the middle, with its place and a link to it."""

    paper: str
    place: str
    before: str
    words: str
    after: str
    link: str = ""


class Panel(Struct, frozen=True):
    """A dispute as it is drawn; between many cards no eye follows a line."""

    dispute: Dispute
    left: tuple[Card, ...]
    right: tuple[Card, ...]
    wires: tuple[Wire, ...]

    @property
    def many(self) -> bool:
        """Tell whether the shorter side had better stand beside each part of the longer one."""
        return max(len(self.left), len(self.right)) > _MOST


def render(report: Report, numbers: Mapping[str, int] | None = None) -> str:
    """Return the comparison as HTML in one file, without script or anything from elsewhere.

    On a desk that shows the papers under `numbers`, each place is a link to its line there.
    """
    found = disputes(report.conflicts)
    return page(
        "compared.html",
        "claimlint: deck against contract",
        report,
        panels=tuple(_panel(dispute, numbers or {}) for dispute in found),
        counts={kind: sum(d.kind is kind for d in found) for kind in Relation},
        emptied_by_label=emptied_by_label,
        in_quotes=in_quotes,
        loss=loss,
        silence=silence(report),
        shifts=sum(dispute.duty_shift for dispute in found),
        unread=[d for d in report.documents if d.status is not ReadStatus.READ],
    )


def _panel(dispute: Dispute, numbers: Mapping[str, int]) -> Panel:
    return Panel(
        dispute=dispute,
        left=tuple(_card(voice, numbers) for voice in dispute.claims),
        right=tuple(_card(voice, numbers) for voice in dispute.clauses),
        wires=tuple(
            Wire(_height(left, dispute.claims), _height(right, dispute.clauses))
            for left, right in dispute.pairs
        ),
    )


def _card(voice: Voice, numbers: Mapping[str, int]) -> Card:
    stance = voice.stance
    start, end = stance.span
    lead = f"{stance.lead}: " if stance.lead else ""
    role = "" if voice.role in (Role.DECK, Role.CONTRACT) else f"{voice.role}: "
    return Card(
        paper=voice.document,
        place=f"{role}{stance.place}",
        before=f"{lead}{stance.unit[:start]}",
        words=stance.unit[start:end],
        after=stance.unit[end:],
        link=line_of(voice.document, stance.passage, numbers),
    )


def _height(number: int, voices: Sequence[Voice]) -> float:
    """Return the middle of a card; all cards of a column are equally high."""
    return round(100 * (number - 0.5) / len(voices), 3)
