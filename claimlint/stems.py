"""Words taken for one word whatever their form: each way is as wide as a mistake there allows.

Rules go the other way about: `rulebook/yaml/inflect.py` writes out every form of the verbs and
nouns that they name, and no other word is found.
"""

from __future__ import annotations

from claimlint.regex import regex

_ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
_LEAST = 3
_LETTERS = 6
_FEW_LETTERS = 5
_INFLECTION = regex(r"(?:ations?|ions?|ing|ed|es|e|s)$")
_DOUBLED = regex(r"([bdgmnprt])\1$")


def without_ending(word: str) -> str:
    """Return a word without its ending of inflection, or "-ation": "invents" is "invented".

    The narrowest way, for the gravest verdict: "inventory" stays another word.
    """
    return _DOUBLED.sub(r"\1", _INFLECTION.sub("", word))


def stem(word: str) -> str:
    """Return the beginning that words of one root share: "cancel" of "cancellations".

    For a deck and its contract, which speak of one thing in different parts of speech.
    """
    if word.endswith(("ies", "ied", "y")) and len(word) > _LEAST:
        bare = word.removesuffix("y").removesuffix("es").removesuffix("ed").removesuffix("i")
        return f"{bare}i"[:_LETTERS]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            if ending != "s" or not word.endswith("ss"):
                word = word.removesuffix(ending)
            break
    word = word.removesuffix("e")
    doubled = len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "ls"
    return (word[:-1] if doubled else word)[:_LETTERS]


def first_letters(word: str) -> str:
    """Return the first five letters of a word, in lower case: the widest way.

    For whether two texts share a subject at all, before they are compared in earnest.
    """
    return word[:_FEW_LETTERS].lower()
