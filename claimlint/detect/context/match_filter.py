"""Keeps each match with its strength, or lets it go where a check of the context objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.detect.claims.resolve import Candidate, swept
from claimlint.detect.claims.strength import strength
from claimlint.detect.context.scene import Scene
from claimlint.detect.cues import Cues
from claimlint.detect.matching.pattern_index import Match
from claimlint.detect.parsing.model import LazyParse, Parse, Unparsed, make
from claimlint.detect.units.unit import Unit
from claimlint.finding import Decision
from claimlint.terms import DocumentKind

if TYPE_CHECKING:
    from claimlint.detect.context.checks import Checks


class About(Struct, frozen=True):
    """What the checks need to know of the document as a whole.

    `vendors` are those of its `names` by which a contract may call the vendor, `products` those by
    which it opens, or all where it opens without one. `copy` is true where somebody said that all
    of it sells.
    """

    kind: DocumentKind
    names: frozenset[str]
    vendors: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    copy: bool = False

    @property
    def sold(self) -> frozenset[str]:
        """Return the names by which a paper that sells may call what it sells."""
        return self.names if self.kind is DocumentKind.MARKETING else frozenset()


class Filtered(Struct, frozen=True):
    """The matches of a unit that the context kept, and those that it let go."""

    kept: tuple[Candidate, ...]
    gone: tuple[tuple[Match, Decision], ...]


Finds = Callable[[Unit], Iterable[Match]]
"""Returns what is found in a unit, before the context is asked."""

_NOTHING = Filtered((), ())
"""What most units come to."""


class MatchFilter:
    """Keeps matches, or lets them go, by the checks that their rules ask for."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def filtered(
        self, units: Sequence[Unit], parses: Sequence[LazyParse], matches: Finds, about: About
    ) -> Iterator[Filtered]:
        """Yield what the matches of each unit come to; the parses asked for are made together."""
        scenes = [
            [self._scene(match, unit, about, parse.held) for match in matches(unit)]
            for unit, parse in zip(units, parses, strict=True)
        ]
        decided = self._decided([scene for each in scenes for scene in each])
        for each in scenes:
            yield self._parted([(scene, next(decided)) for scene in each]) if each else _NOTHING

    def objects(self, match: Match, unit: Unit, about: About, parse: LazyParse) -> bool:
        """Tell whether the context lets a match go."""
        return self._checks.objection(self._scene(match, unit, about, parse)) is not None

    def _scene(self, match: Match, unit: Unit, about: About, parse: Callable[[], Parse]) -> Scene:
        names, products = about.names, about.products
        return Scene(match, unit, self._cues, about.kind, names, parse, products, about.copy)

    def _decided(self, scenes: Sequence[Scene]) -> Iterator[Decision | None]:
        if not scenes:
            return iter(())
        decided: dict[int, Decision | None] = {}
        waiting: dict[int, LazyParse] = {}
        for place, scene in enumerate(scenes):
            try:
                decided[place] = self._checks.objection(scene)
            except Unparsed as asked:
                waiting[place] = asked.parse
        make(waiting.values())
        decided.update((place, self._checks.objection(scenes[place])) for place in waiting)
        return (decided[place] for place in range(len(scenes)))

    @cached_property
    def _checks(self) -> Checks:
        from claimlint.detect.context.checks import Checks  # not before something matches

        return Checks()

    def _parted(self, scenes: Sequence[tuple[Scene, Decision | None]]) -> Filtered:
        gone = tuple((scene.match, why) for scene, why in scenes if why is not None)
        kept = (
            Candidate(scene.match, *strength(scene.row, scene.span, self._cues))
            for scene, why in scenes
            if why is None
        )
        return Filtered(tuple(each for each in kept if not swept(each, gone)), gone)
