"""Which clauses a promise has to do with by its words alone, and how the two stand."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from claimlint import Settings, compare
from claimlint.contracts.nearness import Nearness
from claimlint.finding import DocumentReport
from claimlint.values.comparison import Conflict, Named, Relation, Role, Stance
from tests.contracts.reading import paper

SETTINGS = Settings(today=date(2026, 11, 23))
DECK = """# Kilnwise

Glazes are mixed from twelve pigments.

Kilns cool down within four hours.

Each firing curve is archived for seven years.

Potters see a curve for every shelf.

Saggars are stacked and carried to the yard by a crane of ours.

“Not one vase has cracked since.” Head potter, Thornby

Clay moisture is never shown to another pottery.

Cuts breakage per batch by up to 60%.
"""
CONTRACT = """# Terms of Kilnwise

1. Kilnwise Ltd runs the furnaces of the pottery named in the order.

2. Glazes are mixed from twelve pigments that the pottery buys.

3. A kiln may be opened after nine hours, when it has cooled down.

4. Firing curves are archived for eighteen months.

5. A curve may be looked at on a shelf by the potters.

6. Saggars are stacked by the pottery and not carried.

7. No vase is warranted against cracks.

8. Clay moisture may be made known to other potteries and to the mine.

9. Invoices are payable within fourteen days.

10. The yard gate stays shut on Sundays.

11. Disputes go to the court of Thornby.

12. Neither side may hire the crane driver of the other.

13. Letters are sent to the address in the order.

14. The pottery shall look at no fewer than five per cent of the bowls each week.
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("near")
    (folder / "deck.md").write_text(DECK, encoding="utf-8")
    (folder / "terms.md").write_text(CONTRACT, encoding="utf-8")
    found = compare(
        [(Role.DECK, folder / "deck.md"), (Role.CONTRACT, folder / "terms.md")], SETTINGS
    ).conflicts

    def of(claim: str) -> dict[str, Relation]:
        return {each.clause.unit: each.kind for each in found if _is(each, claim)}

    return of


def _is(conflict: Conflict, claim: str) -> bool:
    return claim in conflict.claim.unit


def test_a_clause_that_does_otherwise_contradicts_the_promise_it_is_nearest_to(told):
    assert set(told("Saggars").values()) == {Relation.CONTRADICTS}
    assert set(told("Clay moisture").values()) == {Relation.CONTRADICTS}


def test_another_figure_of_the_same_contradicts(told):
    assert Relation.CONTRADICTS in told("cool down").values()
    assert Relation.CONTRADICTS in told("archived").values()


def test_the_same_words_support(told):
    assert set(told("Glazes").values()) == {Relation.SUPPORTS}


def test_what_somebody_is_quoted_with_is_limited_at_most(told):
    assert Relation.CONTRADICTS not in told("Not one vase").values()


def test_a_word_in_common_with_a_clause_on_something_else_is_not_told(told):
    assert not any("crane driver" in clause or "yard gate" in clause for clause in told("Saggars"))


def test_a_bound_of_a_figure_is_no_saving(told):
    assert told("Cuts breakage") == {}


def _named(number: int, words: str, *, heads: bool = False) -> Named:
    return Named(stems=(), words=tuple(words.split()), passage=number, heads=heads)


def _report(path: str, *named: Named) -> DocumentReport:
    empty = paper(Role.DECK, "Nothing.").document
    return replace(empty, path=path, things=named)


def _stance(number: int) -> Stance:
    stance = paper(Role.DECK, "Never wrong.").document.stances[0]
    return replace(stance, passage=number, offset=0)


CLAUSES = [_named(n, f"filler{n} common") for n in range(12)]


def test_a_rare_word_is_nearer_than_a_common_one():
    deck = _report("d", _named(0, "glaze common"), _named(1, "common"))
    terms = _report("t", *CLAUSES, _named(12, "glaze common"))
    near = Nearness([deck], [terms])
    one, other = near.claim("d", _stance(0)), near.claim("d", _stance(1))
    assert list(near.near(one)) == [near.clause("t", _stance(12))]
    assert list(near.near(other)) == []


def test_one_word_that_any_terms_hold_is_near_to_nothing_and_several_are():
    deck = _report("d", _named(0, "~update ~review"), _named(1, "~update"))
    terms = _report("t", *CLAUSES, _named(12, "~update ~review"))
    near = Nearness([deck], [terms])
    assert list(near.near(near.claim("d", _stance(0)))) == [near.clause("t", _stance(12))]
    assert list(near.near(near.claim("d", _stance(1)))) == []


def test_a_heading_and_a_short_paper_are_near_to_nothing():
    deck = _report("d", _named(0, "glaze", heads=True), _named(1, "glaze"))
    terms = _report("t", *CLAUSES, _named(12, "glaze"))
    assert Nearness([deck], [terms]).claim("d", _stance(0)) is None
    short = Nearness([deck], [_report("t", _named(12, "glaze"))])
    assert list(short.near(short.claim("d", _stance(1)))) == []


def test_the_share_of_a_promise_that_a_clause_repeats_is_counted_by_words_and_not_by_matters():
    deck = _report("d", _named(0, "glaze pigment mix #price"))
    near = Nearness([deck], [_report("t", *CLAUSES, _named(12, "glaze pigment #price"))])
    claim, clause = near.claim("d", _stance(0)), near.clause("t", _stance(12))
    assert near.covered(claim, clause) == pytest.approx(2 / 3)
    assert near.covered(claim, near.clause("t", _stance(3))) == 0


def test_a_matter_that_only_the_clause_touches_is_beside_the_promise():
    deck = _report("d", _named(0, "glaze"), _named(1, "kiln #help"))
    near = Nearness([deck], [_report("t", *CLAUSES, _named(12, "kiln #help"))])
    clause = near.clause("t", _stance(12))
    assert near.beside_matter(near.claim("d", _stance(0)), clause, "#help")
    assert not near.beside_matter(near.claim("d", _stance(1)), clause, "#help")
