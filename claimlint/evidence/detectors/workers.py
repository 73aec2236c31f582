"""Names of people's work by their endings: no list of professions is ever complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from claimlint.evidence.detectors.hit import Hit
from claimlint.regex import regex

_NO_WORK = (
    "activist after alter amber ancestor anchor another answer anterior applicant asian "
    "assist assistant banner beginner better bidder bigger blender booster border brighter "
    "brilliant broader brother browser buffer burner calculator caller cancer career carrier "
    "center chapter character charger cheaper checklist cider claimant clearer clever closer "
    "cluster color colour commuter competitor compliant computer connector consider consist "
    "constant consumer container contaminant cooler corner corridor counter cover creditor "
    "customer cylinder danger daughter dealer debtor december deeper defendant defer deliver "
    "descendant detector differ disaster disclaimer discover distant dominant donor door "
    "drawer eager earlier easier either elephant elevator empower encounter enter error ever "
    "exist exterior factor faster father favor feather fewer filter finger floor folder "
    "follower footer foreigner forever former four freezer fuller further gather gender "
    "generator german ginger grant greater guarantor guardian handover hanger harder header "
    "heater helicopter higher hinder hobbyist honor hour however human identifier immigrant "
    "important indicator indoor infant inferior inhabitant inner insist instant integer "
    "interior investor italian labor ladder larger later layer leather ledger letter licensor "
    "lighter list longer loser lower lumber major manner marker matter meant median member "
    "merchant meter migrant minor mirror monitor mother motor narrower nearer neighbor "
    "neighbour neither never newcomer newer newsletter newspaper november number occupant "
    "october offer older optimist order other outdoor outer over owner paper parameter "
    "participant partner passenger perimeter persist pessimist placeholder plant player "
    "pointer pollutant poor popular poster posterior power predecessor prefer printer prior "
    "processor proper provider quarter quicker rather reactor reader recover redundant refer "
    "regimen register regular relevant remainder remember reminder render reorder resist "
    "resistant restaurant richer river roster router rover rubber safer scanner scrubber "
    "sector sender sensor september server sharper shelter shopper shorter shortlist shoulder "
    "shower significant silver similar simpler sister slider slower smaller smarter smoother "
    "sooner speaker specimen spectator spider sponsor starter sticker stranger stronger "
    "subscriber successor suffer summer super superior supplier survivor takeover teenager "
    "tenant tender thereafter tiger tighter timber toaster toddler together tougher tourist "
    "tower tracker tractor trailer transfer traveler traveller trigger turnover under upper "
    "user variant vector vendor viewer visitor voucher waiver want warrant water weaker "
    "weather weekender whatever whenever wherever whether whichever wider winner winter woman "
    "women wonder younger"
).split()
_NONE_OF_THESE = "|".join(
    f"{first}(?:{'|'.join(word[1:] for word in words)})"
    for first, words in groupby(sorted(_NO_WORK), key=lambda word: word[0])
)
"""The same as a pattern, by first letters: of most words one letter tells."""
_ENDINGS = (
    "[bcdghklmnprstuz]ist icist ician arian ineer ographer keeper maker worker smith wright "
    "[a-z]{2}or [a-z]{2}[b-hj-z]er [a-z]{2}ant cashier courier"
).replace(" ", "|")
_LAST = "".join(sorted({ending[-1] for ending in _ENDINGS.split("|")}))
_OFTEN = rf"(?=(?a:[a-z]*[{_LAST}]s?)\b)"
_ENDED = rf"(?a:[a-z]*(?:{_ENDINGS})s?)"
"""ASCII alone: where capitals are ignored, a set with an "s" else takes in a letter of old prints,
and ten times as long to compile.
"""
_NAMED = (
    r"(?:fore|crafts|sales)m[ae]n|judges?|chefs?|cooks?|midwi(?:fe|ves)|vets?|nurses?|clerks?|jury|"
    r"jurors?|pilots?|guards?|sommeliers?"
)
_REFUSED = rf"(?!(?:{_NONE_OF_THESE})s?\b)"
_BEGINS = r"(?:\A|\b(?-i:(?=[a-z])))"
WORKER = rf"(?:{_BEGINS}(?:{_OFTEN}{_REFUSED}{_ENDED}|{_NAMED})\b)"
"""A word for one who does a kind of work, as a fragment of a pattern that ignores capitals."""

_NONE = frozenset(_NO_WORK)
_WORKER = regex(rf"(?:{_OFTEN}{_ENDED}|{_NAMED})\b", re.IGNORECASE)
_WORD = regex(r"\w+")


def find_worker(text: str) -> Iterator[Hit]:
    """Yield words that end like names of people's work: "brokers", "hygienist", "foreman"."""
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        if (start == 0 or "a" <= word[0] <= "z") and is_worker(word):
            yield Hit(start, match.end(), generic=False)


@lru_cache(maxsize=65536)
def is_worker(word: str) -> bool:
    """Tell whether a word ends like the name of people's work."""
    found = _WORKER.match(word)
    return found is not None and found[0].casefold().removesuffix("s") not in _NONE
