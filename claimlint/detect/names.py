"""Which words a document uses as names: capitals inside sentences, never in lower case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimlint.detect.context.scene import Cues
from claimlint.detect.unit import Unit
from claimlint.rulebook.reading import Kind

_OFTEN = 3


def names_of(units: Sequence[Unit], cues: Cues) -> frozenset[str]:
    """Return the lower-case forms of words that serve as names in a document.

    A name stands with a capital at least three times inside units, never without one, and is no
    common defined term of contracts (the list `contract-terms`: Customer, Agreement …).
    """
    capital: Counter[str] = Counter()
    plain: set[str] = set()
    for unit in units:
        for index, token in enumerate(unit.tokens):
            if token.kind is not Kind.WORD:
                continue
            if token.text[0].isupper() and index > 0 and not token.text.isupper():
                capital[token.form] += 1
            elif token.text[0].islower():
                plain.add(token.form)
    terms = {form for phrase in cues.phrases("contract-terms") for form in phrase}
    often = (form for form, count in capital.items() if count >= _OFTEN)
    return frozenset(form for form in often if form not in plain and form not in terms)
