"""Whether a claim and evidence speak of the same things, as far as their words tell."""

from __future__ import annotations

import re

from claimlint.evidence.text.plain import plain
from claimlint.finding import Claim, Disclosure
from claimlint.regex import regex

_WORD = regex(r"[^\W\d_]{4,}")
_STEM = 5
_GENERAL = frozenset(
    (
        "about above accur acros after agent alway answe assis autom avera below best bette bring "
        "build compa compu corre custo data deliv detec does error every exact excep fault finds "
        "first flawl found free from gets good guara halle hallu have human intel less level "
        "makes match measu mista model most needs never only other outpu over perce perfe perfo "
        "platf power preci produ provi quali rate rates reach relia resul right runs score singl "
        "softw solut speed syste teams techn test teste than that their them these they this time "
        "times tool tools under uptim using value versi very what when which will with witho work "
        "works wrong year years your zero"
    ).split()
)


_CAUGHT = regex(
    r"\b(?:catch|detect|find|flag|spot)\w*\s(?:\w+\s){0,2}[\d.,]+\s?%\sof\s(?:all\s|the\s)*"
    r"(?P<what>\w+)",
    re.IGNORECASE,
)


def share_words(claim: Claim, item: Disclosure) -> bool:
    """Tell whether a claim and evidence have a word of their subject in common.

    True too where the claim has no such word ("never wrong"): it may be about anything. What is
    caught ("98 % of duplicate invoices") is told by the first word behind the share.
    """
    words = plain(claim.unit).text
    caught = _CAUGHT.search(words)
    said = _stems(caught["what"] if caught else words)
    if not said:
        return True
    shown = " ".join((item.product or "", *(f"{found.unit} {found.text}" for found in item.fields)))
    return not said.isdisjoint(_stems(plain(shown).text))


def _stems(text: str) -> frozenset[str]:
    stems = {word.lower()[:_STEM] for word in _WORD.findall(text)}
    return frozenset(stems - _GENERAL)
