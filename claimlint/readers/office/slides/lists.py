"""Numbered lists of a slide: which number PowerPoint shows before a paragraph."""

from __future__ import annotations

import re

from claimlint.office.names import A
from claimlint.readers.office.package.xml import Element
from claimlint.readers.office.words.attributes import counted
from claimlint.readers.office.words.numerals import printed

_SCHEME = re.compile(r"(alpha|arabic|roman)(Lc|Uc)?(Period|ParenR|ParenBoth|Plain)")
_FORMS = {
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}
_LARGEST = 32_767


class Numbers:
    """Counts the paragraphs of one text; call it for each that is not empty, in order.

    A number goes on while the paragraphs of its level keep the scheme; deeper ones do not end it.
    """

    def __init__(self) -> None:
        self._counts: dict[int, tuple[tuple[str, int], int]] = {}

    def next(self, level: int, marker: Element | None) -> str | None:
        """Return the number before a paragraph of this level, None where there is none.

        Source: ECMA-376 part 1, 20.1.10.61 (ST_TextAutonumberScheme) and 21.1.2.4.1 (buAutoNum).
        """
        for deeper in [other for other in self._counts if other > level]:
            del self._counts[deeper]
        if marker is None or marker.tag != f"{A}buAutoNum":
            self._counts.pop(level, None)
            return None
        scheme = marker.get("type", ""), counted(marker.get("startAt"), 1, _LARGEST)
        known, last = self._counts.get(level, (None, 0))
        value = last + 1 if known == scheme else scheme[1]
        self._counts[level] = scheme, value
        return _shown(value, scheme[0])


def _shown(value: int, scheme: str) -> str:
    """Return the number without the full stop behind it, as clauses are cited."""
    found = _SCHEME.match(scheme)
    if found is None:
        return str(value)
    kind, case, after = found.groups()
    text = printed(value, _FORMS.get(f"{kind}{case}", "decimal"))
    if after == "ParenBoth":
        return f"({text})"
    return f"{text})" if after == "ParenR" else text
