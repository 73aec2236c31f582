"""What a claim or clause is about, by the shared word lists and without a parse."""

from __future__ import annotations

from functools import cached_property

from claimlint.detect.cues import Cues
from claimlint.detect.units.unit import Unit
from claimlint.values.facets import Facets

_ANY_LANGUAGE = "any"
_SUBJECTS = ("output", "data", "decision", "availability", "language", "cost")
_ACTORS = ("customer", "provider", "people", "system")
_ACTIONS = ("review", "train", "decide", "replace", "share", "learn", "warrant", "perform")
_DOING = ("opening-verbs", "system-does", "things-and-deeds")
_PLACE = "country-"
_SHORT = {"internal revenue": "irs"}
_NO_REGIME = frozenset(["the", "eu", "uk", "/", "iec"])
_DOMAINS = (
    "credit", "hiring", "medical", "insurance", "legal", "housing", "payment", "policing",
    "education", "benefits", "infrastructure", "biometric", "grave",
)  # fmt: skip


class FacetFinder:
    """Finds the facets of units by the word lists of a rule book."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def of(self, unit: Unit, *, polarity: bool = True) -> Facets:
        """Return the facets of a unit; `polarity` is False where it takes a claim back."""
        from claimlint.detect.facets.hours import hours
        from claimlint.detect.facets.quantities import quantities

        row = unit.tokens
        figures = quantities(row, self._cues, self.verbs)
        return Facets(
            subject=self._first("subject", _SUBJECTS, unit),
            actor=self._first("actor", _ACTORS, unit),
            action=self._first("action", _ACTIONS, unit),
            polarity=polarity,
            quantity=str(figures[0]) if figures else None,
            quantities=figures,
            hours=hours(row, unit.text, self._cues),
            languages=self._languages(unit),
            domains=tuple(name for name in _DOMAINS if self._cues.find(f"domain-{name}", row)),
            regimes=self._regimes(unit),
            places=self._places(unit),
        )

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Return the forms that tell what a name does from what its number counts."""
        return frozenset().union(*map(self._cues.words, _DOING))

    def _first(self, kind: str, names: tuple[str, ...], unit: Unit) -> str | None:
        """Return the name whose words stand first in the unit; of two the earlier in `names`."""
        best: tuple[int, str] | None = None
        for name in names:
            found = self._cues.find(f"{kind}-{name}", unit.tokens)
            if found and (best is None or found[0][0] < best[0]):
                best = (found[0][0], name)
        return best[1] if best else None

    def _regimes(self, unit: Unit) -> tuple[str, ...]:
        """Return the laws and standards by the names that tell them apart: "soc 2", "iso 27001"."""
        spans = self._cues.find("named-regime", unit.tokens)
        named = (
            [token.form for token in unit.tokens[start:end] if token.form not in _NO_REGIME]
            for start, end in spans
        )
        names = (" ".join(words[:2]) for words in named if words)
        return tuple(dict.fromkeys(_SHORT.get(name, name) for name in names))

    def _places(self, unit: Unit) -> tuple[str, ...]:
        named = (name for name in self._place_lists if self._cues.finds(name, unit.tokens))
        return tuple(name.removeprefix(_PLACE) for name in named)

    @cached_property
    def _place_lists(self) -> tuple[str, ...]:
        """The names of the lists of places, in order."""
        return tuple(sorted(self._cues.beginning(_PLACE)))

    def _languages(self, unit: Unit) -> tuple[str, ...]:
        if self._cues.find("language-any", unit.tokens):
            return (_ANY_LANGUAGE,)
        spans = self._cues.find("language-names", unit.tokens)
        return tuple(dict.fromkeys(unit.tokens[start].form for start, _ in spans))
