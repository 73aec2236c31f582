"""Tells English from other languages by the share of function words; offline, own lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

_FUNCTION_WORDS = MappingProxyType(
    {
        "en": "the of and to in is that for it with as on are be this by at from or an not have "
        "you your we our they their can will which when has its was no all",
        "de": "der die das und in zu den ist von mit sich auf für nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum "
        "war haben nur oder aber vor zur bis mehr durch man ihr ihre wir unsere",
        "fr": "le la les de des du et en un une est que pour dans qui sur pas au par plus avec ce "
        "il ne se sont aux vous nous votre notre cette ces leur être ou mais sans",
        "es": "el la los las de del y en un una es que por para con no se su al lo como más sus "
        "pero ha este esta son nos nuestro también sin sobre todo ser entre",
        "it": "il lo la i gli le di del della e in un una è che per con non si su al sono come "
        "più anche dei delle nel ha da questo questa alla ai nostro senza",
        "nl": "de het een en van in is dat op te voor met zijn niet aan er om ook als bij naar "
        "wordt door maar uit onze wij u uw over hun dit deze geen",
        "pt": "o a os as de do da e em um uma é que para com não se por mais no na dos das como "
        "mas ao ele são seu sua nosso também sem pelo pela",
        "pl": "i w na z do się nie to jest że o jak po co za od dla są przez lub ale tak jego czy "
        "może być który która które oraz",
        "sv": "och att det i en som på är av för med till den har de inte om ett från men var vi "
        "kan så eller vid våra din",
        "da": "og at det i en som på er af for med til den har de ikke om et fra men var vi kan "
        "så eller ved vores din",
    }
)
_ENGLISH_TOO = frozenset(
    "a ai an as at come den die do door for i in is man men met no o over par per plus pour sans "
    "so till to van war".split()
)
"""A list of what an AI does is full of these, and so they tell no other language alone."""
_OWN_WORDS = 3
"""So many words of its own a language must show: less is a name or a phrase in English."""
_NAMES = MappingProxyType(
    {
        "de": "German",
        "fr": "French",
        "es": "Spanish",
        "it": "Italian",
        "nl": "Dutch",
        "pt": "Portuguese",
        "pl": "Polish",
        "sv": "Swedish",
        "da": "Danish",
    }
)
ENOUGH_WORDS = 20
"""Fewer words tell no language."""
_ENGLISH_SHARE = 0.12


def language_of(words: Iterable[str]) -> str | None:
    """Return the code of the language of lower-case `words`, None where there are under twenty.

    Text in another script than Latin is "und" when no listed language has a share to speak of.
    """
    counted = Counter(filter(str.isalpha, words))
    total = counted.total()
    if total < ENOUGH_WORDS:
        return None
    codes, found = _codes(), Counter[str]()
    for word in codes.keys() & counted:
        for code in codes[word]:
            found[code] += counted[word]
    scores = {code: found[code] / total for code in _FUNCTION_WORDS}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    if scores["en"] >= _ENGLISH_SHARE and scores["en"] >= scores[best] * 0.8:
        return "en"
    latin = sum(counted[word] for word in counted if word.isascii()) / total
    own = sum(best in codes[word] for word in (codes.keys() & counted) - _ENGLISH_TOO)
    if scores[best] >= _ENGLISH_SHARE and best != "en" and own >= _OWN_WORDS:
        return best
    return "en" if latin > 0.9 else "und"


def foreign(code: str) -> str:
    """Return that a text is not in English, in words; its language where the code is known."""
    name = _NAMES.get(code)
    return "the text is not in English" + (f" (seems to be {name})" if name else "")


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    """Return by word the codes of the languages that list it."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in _FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), code)
    return found
