"""Rules from elsewhere, laid beside those that ship: a folder of the house, or a pack.

Such a folder has the form of `rules/`: `claims/<category>/*.yaml`, `clauses/*.yaml`,
`words/*.yaml`, `evidence/*.yaml` and `precedents/*.yaml`, each of them optional. It may use the
lists and kinds that ship; it cannot change them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from claimlint.errors import PackFault, RuleFault
from claimlint.rulebook.compiled.digest import digest_of
from claimlint.rulebook.entries import Catalogue, EvidenceKind, Precedent
from claimlint.rulebook.filing import Filing, filing_of, joined
from claimlint.rulebook.model import Rule, Rules, WordLists
from claimlint.rulebook.rule_book import RuleBook
from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml.evidence_kinds import DETECTORS, load_kind
from claimlint.rulebook.yaml.faults import rule_faults
from claimlint.rulebook.yaml.rules import load_rule
from claimlint.rulebook.yaml.sources import load_precedents
from claimlint.rulebook.yaml.strict_yaml import folder as files_in
from claimlint.rulebook.yaml.strict_yaml import load
from claimlint.rulebook.yaml.words import load_words

Loaded = TypeVar("Loaded")
_PLACES = ("claims", "clauses", "words", "evidence", "precedents")


class Pack(Struct, frozen=True):
    """A folder of further rules and what it is called in messages."""

    name: str
    folder: Path


def with_packs(
    book: RuleBook, catalogue: Catalogue, packs: Iterable[Pack]
) -> tuple[RuleBook, Catalogue]:
    """Return the book and the catalogue with those of the packs beside them.

    Raises:
        PackFault: a pack is wrong; it is refused as a whole and all its faults are told.
    """
    for pack in packs:
        book, catalogue = _Loading(pack, book, catalogue).joined()
    return book, catalogue


class _Loading:
    """One pack while it is read: every fault is kept, so that all are told at once."""

    def __init__(self, pack: Pack, book: RuleBook, catalogue: Catalogue) -> None:
        self._pack = pack
        self._book = book
        self._catalogue = catalogue
        self._faults: list[str] = []

    def joined(self) -> tuple[RuleBook, Catalogue]:
        """Return book and catalogue with the pack; raises `PackFault`."""
        self._look_around()
        words = self._tried(partial(load_words, self._pack.folder / "words", self._book.words))
        kinds = tuple(self._kinds())
        own = files_in(self._pack.folder / "evidence")
        # A kind whose file is refused is told once, not by every rule that asks for it.
        names = (*(kind.id for kind in self._catalogue.kinds), *(file.stem for file in own))
        claims = tuple(self._rules("claims", words or self._book.words, self._book.claims))
        clauses = tuple(self._rules("clauses", words or self._book.words, self._book.clauses))
        self._check_needs(claims, names)
        precedents = self._tried(partial(load_precedents, self._pack.folder / "precedents", names))
        self._check_precedents(precedents or ())
        if self._faults:
            raise PackFault(self._pack.name, tuple(self._faults))
        book = replace(
            self._book,
            claims=Rules.of((*self._book.claims, *claims)),
            clauses=Rules.of((*self._book.clauses, *clauses)),
            words=words or self._book.words,
            digest=sha256(
                f"{self._book.digest}{digest_of(self._pack.folder)}".encode()
            ).hexdigest(),
            claims_filing=_filed(self._book.claims_filing, self._book.claims, claims),
            clauses_filing=_filed(self._book.clauses_filing, self._book.clauses, clauses),
        )
        return book, replace(
            self._catalogue,
            kinds=(*self._catalogue.kinds, *kinds),
            precedents=(*self._catalogue.precedents, *(precedents or ())),
        )

    def _tried(self, load: Callable[[], Loaded]) -> Loaded | None:
        try:
            return load()
        except RuleFault as error:
            self._faults.append(str(error))
            return None

    def _look_around(self) -> None:
        """Fault a folder without rules, and files that stand where nobody looks for them."""
        folder = self._pack.folder
        found = list(files_in(folder))
        if not found:
            self._faults.append(f"{self._pack.name}: holds no rule (claims/CATEGORY/NAME.yaml)")
        for file in found:
            place = file.relative_to(folder).parts[0]
            if place not in _PLACES:
                shown = self._shown(file)
                self._faults.append(f"{shown}: is read by nobody{suggestion(place, _PLACES)}")

    def _rules(self, sort: str, words: WordLists, known: Rules) -> Iterator[Rule]:
        taken = set(known.ids)
        for file in files_in(self._pack.folder / sort):
            shown = self._shown(file)
            try:
                rule = load_rule(file, words, shown)
            except RuleFault:
                self._faults.extend(rule_faults(file, words, shown))
                continue
            if rule.id in taken:
                self._faults.append(f'{shown}:1: there is another rule called "{rule.id}"')
            taken.add(rule.id)
            yield rule

    def _kinds(self) -> Iterator[EvidenceKind]:
        known = (*DETECTORS, *dict(self._catalogue.words))
        taken = {kind.id for kind in self._catalogue.kinds}
        for file in files_in(self._pack.folder / "evidence"):
            shown = self._shown(file)
            kind = self._tried(partial(load_kind, file, known, shown))
            if kind is not None and kind.id in taken:
                self._faults.append(f'{shown}:1: there is another kind called "{kind.id}"')
            elif kind is not None:
                yield kind

    def _check_needs(self, rules: tuple[Rule, ...], names: tuple[str, ...]) -> None:
        for rule in rules:
            for need in rule.needs:
                if need not in names:
                    told = f'no evidence called "{need}"{suggestion(need, names)}'
                    self._faults.append(self._at(rule, "needs", told))
            aspects = [e.aspect for e in self._catalogue.categories if e.category is rule.label]
            if rule.aspect not in aspects:
                known = ", ".join(each for each in aspects if each) or "none"
                told = f'{rule.label} has no "{rule.aspect}" (known: {known})'
                self._faults.append(self._at(rule, "aspect", told))

    def _at(self, rule: Rule, key: str, message: str) -> str:
        """Return the message with the line at which the file of a rule gives the key."""
        file = self._pack.folder / rule.file.removeprefix(f"{self._pack.name}/")
        node = load(file, rule.file)
        at = dict(node.pairs()).get(key)
        return str((at or node).fault(message if at else f"{key}: {message}"))

    def _check_precedents(self, found: tuple[Precedent, ...]) -> None:
        taken = {case.id for case in self._catalogue.precedents}
        for case in found:
            if case.id in taken:
                self._faults.append(f'{self._pack.name}: there is another case called "{case.id}"')

    def _shown(self, file: Path) -> str:
        return f"{self._pack.name}/{file.relative_to(self._pack.folder).as_posix()}"


def _filed(filing: Filing | None, rules: Sequence[Rule], further: Sequence[Rule]) -> Filing | None:
    """Return the filing with further rules behind those that it files already."""
    if filing is None or not further:
        return filing
    return joined(filing, filing_of(further, first=sum(len(rule.find) for rule in rules)))
