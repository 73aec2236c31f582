"""Tables with products as columns: a rival's figure is no measurement of the product."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import ACCURACY, Category, Verdict
from tests.evidence.paper import claim_in

PAGE = """# Codewell for claims desks

Codewell reads 94% of claims correctly. With Codewell a desk handles more.

| Metric | {left} | {right} |
| Answer accuracy | {one} | {two} |

Answer accuracy on a random sample of 2,400 claims from seven retail customers, July to September
2026; scored by two raters of TestHaus Ltd."""


@pytest.fixture
def shown(catalogue):
    """Return the verdict on accuracy for a page with a table, and the values of its row."""

    def judged(left, right, one, two):
        text = PAGE.format(left=left, right=right, one=one, two=two)
        document = paper(text)
        claim = claim_in(document, "94% of claims", Category.ACCURACY_RELIABILITY)
        found = find_disclosures(document, catalogue)
        rows = assess(claim, document, AtHand(tuple(found)), catalogue, today=date(2026, 11, 23))
        verdict = next(row.verdict for row in rows if row.kind == ACCURACY)
        fields = [each for item in found if item.kind == ACCURACY for each in item.fields]
        values = {each.text for each in fields if each.field == "value"}
        return verdict, values - {"94%"}

    return judged


@pytest.mark.parametrize(
    "own", ["Codewell", "Codewell 3.2", "With Codewell", "Codewell AI", "Us", "Our agent"]
)
@pytest.mark.parametrize("other", ["Borealis", "Borealis 2", "Others", "Manual", "Human agents"])
def test_the_figure_of_another_column_neither_backs_nor_contradicts(shown, own, other):
    for ours, theirs in (("88.0%", "94.1%"), ("94.1%", "88.0%")):
        for verdict, values in (shown(own, other, ours, theirs), shown(other, own, theirs, ours)):
            assert values == {ours}
            assert (verdict is Verdict.CONTRADICTED) is (ours == "88.0%")


@pytest.mark.parametrize(
    "heads",
    [
        ("Motor", "Property"),
        ("Basic", "Enterprise"),
        ("Codewell 3.2", "Codewell 2.8"),
        ("Codewell Basic", "Codewell Pro"),
        ("Codewell", "Codewell Lite"),
        ("English", "Welsh"),
        ("Borealis", "Quillbank"),
    ],
)
def test_columns_that_are_all_the_products_or_of_no_product_are_kept(shown, heads):
    assert shown(*heads, "88.0%", "94.1%")[1] == {"88.0%", "94.1%"}


def test_a_word_that_the_page_also_has_in_lower_case_is_no_name(shown):
    assert shown("Claims", "Letters", "88.0%", "94.1%")[1] == {"88.0%", "94.1%"}
