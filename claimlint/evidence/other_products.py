"""Papers of one call that speak of different products: none is evidence for the other's claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from claimlint.document import Document, Role
from claimlint.finding import Notice
from claimlint.regex import regex
from claimlint.values.notice_codes import NoticeCode

_CAPITALISED = regex(r"\b[A-Z][\w&-]*")
_OPENS = (
    "A|An|All|And|As|At|But|By|Each|Every|For|From|If|In|It|Its|My|No|Of|On|Our|That|The|These|"
    "They|This|Those|To|We|What|When|Where|While|Why|With|You|Your"
)
_NAMES = regex(
    r"\b[A-Z][a-z]+[A-Z]\w*\b"
    rf"|\b(?!(?:{_OPENS})\b)[A-Z][\w-]*[a-z][\w-]*\s[A-Z][\w-]*\b|(?<=[a-z,;]\s)[A-Z][a-z]{{3,}}\b"
)
_GENERIC = frozenset(
    """AI API Act Agent Agents Agreement Annex April Article August Authority Bidder Build Buyer CEO
    CTO Chief Clause Client Clients Company Contractor Council Customer Customers Data December
    Deck Desk Document Documents Dr EU English Enterprise Europe European February Fees Figure
    French Friday GDPR General German Guide HIPAA I ISO January July June Licensee Licensor March
    May Model Monday Mr Mrs Ms Notice November October Officer Order Our Output Page Part Parties
    Party Platform Policy Privacy Product Protection Provider Purchaser Regulation Report SLA SOC
    Saturday Schedule Section Security Seller September Service Services Software Spanish States
    Subscriber Sunday Supplier Support System Table Team Tenderer Terms The Thursday Tuesday UK US
    USA Union United User Users Vendor Version We Wednesday Your""".split()
)
_OFTEN = 3
_NAMED = 3


class _Names(Struct, frozen=True):
    """What a paper names again and again, the words of that, and all its capitalised words."""

    main: tuple[str, ...]
    words: frozenset[str]
    mentioned: frozenset[str]

    def strange_to(self, other: _Names) -> bool:
        """Tell whether both name something, and neither what the other names."""
        named = bool(self.words and other.words)
        return named and not (self.words & other.mentioned or other.words & self.mentioned)


def other_products(papers: Sequence[Document]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return, by the path of a paper, the others that speak of something else: path and name."""
    named = {paper.path: _names(paper) for paper in papers} if len(papers) > 1 else {}
    found = {
        path: tuple(
            (other, theirs.main[0]) for other, theirs in named.items() if own.strange_to(theirs)
        )
        for path, own in named.items()
    }
    return {path: others for path, others in found.items() if others}


def set_aside(others: Sequence[tuple[str, str]]) -> tuple[Notice, ...]:
    """Return a notice on the papers whose evidence is left aside, nothing where there are none."""
    if not others:
        return ()
    told = ", ".join(f"{path} ({name})" for path, name in others[:_NAMED])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    message = f"no evidence was looked for in papers about something else: {told}{more}"
    return (Notice(NoticeCode.OTHER_PRODUCT, message),)


def _names(paper: Document) -> _Names:
    counted: Counter[str] = Counter()
    mentioned: set[str] = set()
    for place, passage in enumerate(paper.passages):
        mentioned.update(_CAPITALISED.findall(passage.text))
        if passage.role is not Role.HEADING or place == 0:
            counted.update(re.sub(r"\s+", " ", name) for name in _NAMES.findall(passage.text))
    common = [(name, n) for name, n in counted.most_common() if n >= _OFTEN]
    main = tuple(name for name, _ in common if set(name.split()) - _GENERIC)[:_NAMED]
    words = frozenset(word for name in main for word in name.split()) - _GENERIC
    return _Names(main, words, frozenset(mentioned))
