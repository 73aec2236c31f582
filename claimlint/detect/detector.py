"""The cascade: units, prefilter and matcher, context, strength; claims and clauses come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from claimlint.detect.claims.resolve import of_sure_rules, resolve, without_labels
from claimlint.detect.clauses.binding import binding
from claimlint.detect.clauses.labels import parted, several
from claimlint.detect.clauses.outline import is_definition
from claimlint.detect.context.match_filter import About, Filtered, Finds, MatchFilter
from claimlint.detect.cues import Cues
from claimlint.detect.detected import Detected
from claimlint.detect.facets.finder import FacetFinder
from claimlint.detect.marking.marker import Marker, as_let_go
from claimlint.detect.matching.learned_index import LearnedIndex
from claimlint.detect.matching.pattern_index import Match, PatternIndex
from claimlint.detect.paper.container import Paper, apart, joined
from claimlint.detect.paper.kind import COPY, SELLS, sells, sign_of, told
from claimlint.detect.paper.language import ENOUGH_WORDS, language_of
from claimlint.detect.paper.names import companies
from claimlint.detect.paper.survey import Survey
from claimlint.detect.parsing.model import LazyParse, Model
from claimlint.detect.topics.defined_terms import Terms, defined_terms, parties
from claimlint.detect.topics.stances import Held, StanceFinder
from claimlint.detect.topics.things import ThingFinder
from claimlint.detect.units.flat_headings import FlatHeadings
from claimlint.detect.units.printed_numbers import by_clause
from claimlint.detect.units.segment import cut
from claimlint.detect.units.unit import Unit
from claimlint.document import Part, Passage, Revision
from claimlint.finding import Claim, Clause, LetGo
from claimlint.rulebook.model import Sign
from claimlint.rulebook.rule_book import RuleBook
from claimlint.terms import COMMITMENTS, DocumentKind
from claimlint.values.comparison import Rank, Reference, Stance

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
        self._learned = LearnedIndex(book.learned, book.claims)
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
        return joined([self._paper(each, kind) for each in apart(cut(passages, self._flat), paper)])

    def _flat(self) -> FlatHeadings:
        named = self._cues.phrases
        return FlatHeadings(named("flat-headings"), named("flat-headings-over"))

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
        """Return what a paper holds that the sign says is of its kind."""
        about = About(sign.kind, survey.names, survey.bare_names, survey.products, sign == COPY)
        terms = self._terms(units, about)
        paper = _Paper(about, self._stems(survey, about, terms), terms)
        language = language_of(token.form for token in survey.row)
        english = _English(units, language)
        told = (self._of_unit(*each, paper) for each in self._filtered(iter(english), about))
        found = [each for each in told if each.any]  # most units of a long paper come to nothing
        every = chain.from_iterable(each.clauses for each in found)
        heads, clauses = parted(every, self._book.clauses)
        claims = chain.from_iterable(each.claims for each in found)
        return Detected(
            kind=sign.kind,
            language=language,
            units=survey.units,
            claims=tuple(without_labels(tuple(claims))),
            clauses=clauses if binding(clauses, units, survey, sign, self._cues) else (),
            heads=heads,
            let_go=tuple(chain.from_iterable(each.let_go for each in found)),
            struck=tuple(chain.from_iterable(each.struck for each in found)),
            struck_clauses=tuple(chain.from_iterable(each.struck_clauses for each in found)),
            stances=tuple(chain.from_iterable(each.stances for each in found)),
            things=self._stances.named(units, paper.terms),
            references=self._references(units) if self._stances.rules else (),
            rank=self._rank(units, sign.kind),
            foreign=tuple(english.foreign.items()),
        )

    def _of_unit(self, unit: Unit, lazy: LazyParse, filtered: Filtered, paper: _Paper) -> _InUnit:
        """Return what a unit comes to, by the matches of claims in it that the context kept."""
        claims = self._claims_of(unit, filtered, paper)
        if unit.passage.revision is Revision.DELETED:
            contract = paper.about.kind is DocumentKind.CONTRACT
            clauses = self._own_clauses(unit, paper.about, lazy) if contract else ()
            return _InUnit(struck=claims, struck_clauses=clauses)
        let_go = [as_let_go(unit, match, decision) for match, decision in filtered.gone]
        if paper.stems is not None and unit.passage.location.part is Part.COMMENT:
            # What a reviewer says of a contract binds nobody.
            return _InUnit(claims=claims, let_go=let_go)
        clauses = self._clauses_of(unit, lazy, paper)
        if any(each.label not in COMMITMENTS for each in clauses):
            claims = []
        return _InUnit(
            claims=claims,
            clauses=sorted(clauses, key=lambda each: each.span),
            let_go=let_go,
            stances=self._held(Held(unit, of_sure_rules(claims), clauses, let_go), lazy, paper),
        )

    def _claims_of(self, unit: Unit, filtered: Filtered, paper: _Paper) -> Sequence[Claim]:
        """Return the claims of a unit, in a contract placed by the number of its clause."""
        if not filtered.kept:
            return ()
        found = self._marker.claims(unit, resolve(filtered.kept))
        if paper.about.kind is not DocumentKind.CONTRACT:
            return found
        return [replace(each, location=by_clause(each.location, unit.number)) for each in found]

    def _filtered(
        self, units: Iterator[Unit], about: About
    ) -> Iterator[tuple[Unit, LazyParse, Filtered]]:
        """Yield units with what the matches of claims in them come to, many of them at once."""
        matches = self._matches(about)
        while block := tuple(islice(units, _TOGETHER)):
            parses = [LazyParse(self._model, unit, self._openers) for unit in block]
            filtered = self._filter.filtered(block, parses, matches, about)
            yield from zip(block, parses, filtered, strict=True)

    def _matches(self, about: About) -> Finds:
        """Return what finds claims: patterns, and in copy what was learned where they find none."""
        if about.kind is not DocumentKind.MARKETING:
            return self._claims.matches
        return lambda unit: (
            tuple(self._claims.matches(unit, about.sold)) or self._learned.matches(unit)
        )

    def _stems(self, survey: Survey, about: About, terms: Terms) -> Stems | None:
        """Return what hands clauses down; None where a document is not read for clauses."""
        if about.kind not in (DocumentKind.CONTRACT, DocumentKind.OTHER):
            return None
        from claimlint.detect.clauses.inherited import Stems

        def roles() -> Mapping[str, str]:
            return parties(terms, companies(survey.bare_names, self._book.clauses))

        return Stems(self._cues, self._book.clauses, roles)

    def _references(self, units: Iterable[Unit]) -> tuple[Reference, ...]:
        from claimlint.detect.topics.references import references

        return references(units, self._cues)

    def _rank(self, units: Iterable[Unit], kind: DocumentKind) -> Rank:
        if kind is not DocumentKind.CONTRACT or not self._stances.rules:
            return Rank()
        from claimlint.detect.topics.precedence import precedence
        from claimlint.detect.topics.references import title

        return Rank(title=title(units), told=precedence(units, self._cues))

    def _terms(self, units: Iterable[Unit], about: About) -> Terms:
        """Return the names and terms that a contract defines."""
        if about.kind is not DocumentKind.CONTRACT:
            return Terms(parties=about.vendors)
        return defined_terms(units, about.vendors, self._cues)

    def _held(self, held: Held, lazy: LazyParse, paper: _Paper) -> tuple[Stance, ...]:
        def objects(match: Match) -> bool:
            return self._filter.objects(match, held.unit, paper.about, lazy)

        return self._stances.find(held, objects, paper.terms)

    def _clauses_of(self, unit: Unit, lazy: LazyParse, paper: _Paper) -> tuple[Clause, ...]:
        """Return the clauses of a unit of a contract or notice, the one that labels it first."""
        if paper.stems is None:
            return ()

        def own(placed: Unit) -> tuple[Clause, ...]:
            return self._own_clauses(placed, paper.about, lazy)

        return paper.stems.clauses(unit, own, lazy)

    def _own_clauses(self, unit: Unit, about: About, lazy: LazyParse) -> tuple[Clause, ...]:
        if is_definition(unit):
            return ()
        (filtered,) = self._filter.filtered([unit], [lazy], self._clauses.matches, about)
        if not filtered.kept:
            return ()
        matches = several((each.match for each in filtered.kept), unit.tokens)
        return tuple(self._marker.clause(unit, match, matches) for match in matches)


class _Paper(NamedTuple):
    """What holds for all units of one paper; `stems` is None where clauses are not asked for."""

    about: About
    stems: Stems | None
    terms: Terms


class _InUnit(Struct, frozen=True, kw_only=True):
    """What one unit comes to."""

    claims: Sequence[Claim] = ()
    clauses: Sequence[Clause] = ()
    let_go: Sequence[LetGo] = ()
    struck: Sequence[Claim] = ()
    struck_clauses: Sequence[Clause] = ()
    stances: Sequence[Stance] = ()

    @property
    def any(self) -> bool:
        """Tell whether it comes to anything."""
        kept = (self.claims, self.clauses, self.let_go, self.stances)
        return any(kept) or any((self.struck, self.struck_clauses))


class _English:
    """The units of a paper that are in English.

    Once all are walked through, `foreign` holds the language of the others, by their passages.
    """

    def __init__(self, units: Iterable[Unit], language: str | None) -> None:
        self._units = units
        self._language = language
        self.foreign: dict[int, str] = {}

    def __iter__(self) -> Iterator[Unit]:
        for unit in self._units:
            brief = len(unit.tokens) < ENOUGH_WORDS
            own = None if brief else language_of(token.form for token in unit.tokens)
            language = own or self._language
            if language in ("en", None):
                yield unit
            else:
                self.foreign[unit.index] = str(language)
