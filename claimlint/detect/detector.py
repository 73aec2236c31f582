"""The cascade: units, prefilter and matcher, context, strength; claims and clauses come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from claimlint.detect.claims.resolve import resolve, without_labels
from claimlint.detect.clauses.binding import binding
from claimlint.detect.clauses.labels import TAKES_BACK, several
from claimlint.detect.context.match_filter import About, Filtered, MatchFilter
from claimlint.detect.cues import Cues
from claimlint.detect.detected import Detected
from claimlint.detect.facets.finder import FacetFinder
from claimlint.detect.marking.marker import Marker, as_let_go
from claimlint.detect.matching.pattern_index import Match, PatternIndex
from claimlint.detect.paper.container import Paper, apart, joined
from claimlint.detect.paper.kind import SELLS, sells, sign_of, told
from claimlint.detect.paper.language import ENOUGH_WORDS, language_of
from claimlint.detect.paper.names import companies
from claimlint.detect.paper.survey import Survey
from claimlint.detect.parsing.model import LazyParse, Model
from claimlint.detect.topics.defined_terms import Terms, defined_terms
from claimlint.detect.topics.stances import Held, StanceFinder
from claimlint.detect.topics.things import ThingFinder
from claimlint.detect.units.printed_numbers import by_clause
from claimlint.detect.units.segment import cut
from claimlint.detect.units.unit import Unit
from claimlint.document import Part, Passage, Revision
from claimlint.finding import Claim, Clause, LetGo
from claimlint.rulebook.model import Sign
from claimlint.rulebook.rule_book import RuleBook
from claimlint.terms import DocumentKind
from claimlint.values.comparison import Reference, Stance

if TYPE_CHECKING:
    from claimlint.detect.clauses.inherited import Stems

_TOGETHER = 512
"""So many units are looked through at once: more take more memory, fewer more time."""


class Detector:
    """Finds claims and clauses in passages by the rules of a book."""

    def __init__(
        self,
        book: RuleBook,
        model: Model | None = None,
        *,
        stances: bool = False,
        prefilter: bool = True,
        phrases: bool = True,
    ) -> None:
        self._book = book
        self._model = model or Model()
        self._cues = Cues(book.words)
        self._claims = PatternIndex(book.claims, book.claims_filing, prefilter=prefilter)
        self._clauses = PatternIndex(book.clauses, book.clauses_filing, prefilter=prefilter)
        self._facets = FacetFinder(self._cues)
        self._marker = Marker(self._cues, self._facets, phrases=phrases)
        topics = (book.topics, book.topics_filing) if stances else ((), None)
        self._stances = StanceFinder(*topics, self._facets, ThingFinder(self._cues))
        self._filter = MatchFilter(self._cues)
        self._openers = frozenset(phrase[0] for phrase in self._cues.phrases("opening-verbs"))

    def find(
        self, passages: Sequence[Passage], kind: DocumentKind | None = None, paper: Paper = None
    ) -> Detected:
        """Return what a document or, by `paper`, each paper in it holds; `kind` is no guess."""
        return joined([self._paper(each, kind) for each in apart(cut(passages), paper)])

    def _paper(self, units: Iterable[Unit], kind: DocumentKind | None) -> Detected:
        survey = Survey(units, self._cues)
        sign = sign_of(survey, self._cues, self._book.signs) if kind is None else told(kind)
        detected = self._found(units, survey, sign)
        share = sign.sells_from
        if share is not None and sells(detected, survey, share, self._book.claims):
            detected = self._found(units, survey, SELLS)
        self._cues.forget()
        return detected

    def _found(self, units: Iterable[Unit], survey: Survey, sign: Sign) -> Detected:
        language = language_of(token.form for token in survey.row)
        about = About(sign.kind, survey.names, survey.bare_names)
        claims: list[Claim] = []
        clauses: list[Clause] = []
        let_go: list[LetGo] = []
        struck: list[Claim] = []
        stances: list[Stance] = []
        foreign: dict[int, str] = {}
        english = _english(units, language, foreign)
        stems = self._stems(survey, about)
        terms = self._terms(units, about)
        for unit, lazy, filtered in self._filtered(english, about):
            objected = [as_let_go(unit, match, decision) for match, decision in filtered.gone]
            found = self._claimed(unit, filtered, about)
            if unit.passage.revision is Revision.DELETED:
                struck.extend(found)
                continue
            let_go.extend(objected)
            if stems is not None and unit.passage.location.part is Part.COMMENT:
                claims.extend(found)  # What a reviewer says of a contract binds nobody.
                continue
            clause = self._clause(unit, about, lazy, stems)
            clauses.extend(sorted(clause, key=lambda each: each.span))
            if any(each.label in TAKES_BACK for each in clause):
                found = []
            claims.extend(found)
            stances.extend(self._held(unit, Held(found, clause, objected), about, lazy, terms))
        return Detected(
            kind=sign.kind,
            language=language,
            units=survey.units,
            claims=tuple(without_labels(claims)),
            clauses=tuple(clauses) if binding(clauses, units, survey, sign, self._cues) else (),
            let_go=tuple(let_go),
            struck=tuple(struck),
            stances=tuple(stances),
            things=self._stances.named(units, terms),
            references=self._references(units) if self._stances.rules else (),
            foreign=tuple(foreign.items()),
        )

    def _claimed(self, unit: Unit, filtered: Filtered, about: About) -> Sequence[Claim]:
        """Return the claims of a unit, in a contract placed by the number of its clause."""
        found = self._marker.claims(unit, resolve(filtered.kept))
        if about.kind is not DocumentKind.CONTRACT:
            return found
        return [replace(each, location=by_clause(each.location, unit.number)) for each in found]

    def _filtered(
        self, units: Iterator[Unit], about: About
    ) -> Iterator[tuple[Unit, LazyParse, Filtered]]:
        """Yield units with what the matches of claims in them come to, many of them at once."""
        while block := tuple(islice(units, _TOGETHER)):
            parses = [LazyParse(self._model, unit, self._openers) for unit in block]
            filtered = self._filter.filtered(block, parses, self._claims, about)
            yield from zip(block, parses, filtered, strict=True)

    def _stems(self, survey: Survey, about: About) -> Stems | None:
        """Return what hands clauses down; None where a document is not read for clauses."""
        if about.kind not in (DocumentKind.CONTRACT, DocumentKind.OTHER):
            return None
        from claimlint.detect.clauses.inherited import Stems

        names = partial(companies, survey.bare_names, self._book.clauses)
        return Stems(self._cues, self._book.clauses, names)

    def _references(self, units: Iterable[Unit]) -> tuple[Reference, ...]:
        from claimlint.detect.topics.references import references

        return references(units, self._cues)

    def _terms(self, units: Iterable[Unit], about: About) -> Terms:
        """Return the names and terms that a contract defines, where stances are asked for."""
        if about.kind is not DocumentKind.CONTRACT or not self._stances.rules:
            return Terms(parties=about.vendors)
        return defined_terms(units, about.vendors, self._cues)

    def _held(
        self, unit: Unit, held: Held, about: About, lazy: LazyParse, terms: Terms
    ) -> tuple[Stance, ...]:
        def objects(match: Match) -> bool:
            return self._filter.objects(match, unit, about, lazy)

        return self._stances.find(unit, held, objects, terms)

    def _clause(
        self, unit: Unit, about: About, lazy: LazyParse, stems: Stems | None
    ) -> tuple[Clause, ...]:
        """Return the clauses of a unit of a contract or notice, the one that labels it first."""
        if stems is None:
            return ()
        placed = stems.placed(unit, lazy)
        return stems.settle(placed, self._own_clauses(placed, about, lazy), lazy)

    def _own_clauses(self, unit: Unit, about: About, lazy: LazyParse) -> tuple[Clause, ...]:
        (filtered,) = self._filter.filtered([unit], [lazy], self._clauses, about)
        matches = several((each.match for each in filtered.kept), unit.tokens)
        return tuple(self._marker.clause(unit, match, matches) for match in matches)


def _english(
    units: Iterable[Unit], language: str | None, foreign: dict[int, str]
) -> Iterator[Unit]:
    """Yield the units in English; of others `foreign` is told the language, by their passages."""
    for unit in units:
        brief = len(unit.tokens) < ENOUGH_WORDS
        own = None if brief else language_of(token.form for token in unit.tokens)
        tongue = own or language
        if tongue in ("en", None):
            yield unit
        else:
            foreign[unit.index] = str(tongue)
