"""The weights that were learned: how units are scored by them, and the tables they stand in."""

from __future__ import annotations

import re
import shutil

import pytest

from claimlint.datafiles import data_folder
from claimlint.errors import RuleFault
from claimlint.rulebook.learned import CLAIM, LEARNED, Weights, ngrams
from claimlint.rulebook.learned_tables import load_learned, table
from claimlint.rulebook.load import load_book
from claimlint.rulebook.yaml.yaml_book import book_of
from claimlint.terms import Category


def test_n_grams_are_runs_of_one_to_three_words_and_the_ends_count():
    assert ngrams(["never", "sleeps"]) == {
        *("never", "sleeps", "^ never", "never sleeps", "sleeps $"),
        *("^ never sleeps", "never sleeps $"),
    }


def test_a_score_adds_each_n_gram_once_and_counts_less_in_a_longer_unit():
    weights = Weights(-1.0, {"never": 2.0, "never sleeps": 2.0})
    brief = weights.score("it never sleeps .".split())
    assert brief == pytest.approx(-1 + 4 / 2)
    assert weights.score("never sleeps never sleeps".split()) == brief
    assert -1 < weights.score(["never", "sleeps", *14 * ["and"]]) == pytest.approx(-1 + 4 / 4)


def test_a_unit_of_one_word_weighs_no_more_than_one_of_three():
    weights = Weights(0.0, {"24/7": 3.0})
    assert weights.score(["24/7"]) == weights.score(["open", "24/7", "!"])


def test_a_table_is_read_as_it_was_written(tmp_path):
    weights = Weights(-0.5, {"# 1": 1.25, "never sleeps": -2.5, '" $': 0.75})
    text = table(weights, ("Remark.",))
    assert text.splitlines()[:3] == ["# Remark.", "<bias>\t-0.50", "never sleeps\t-2.50"]
    (tmp_path / "claim.tsv").write_text(text, encoding="utf-8")
    assert load_learned(tmp_path) == {"claim": weights}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<bias>\t-1\nnever sleeps", "claim.tsv:2: expected words, a tab and a number"),
        ("<bias>\t-1\nnever\tnan", "claim.tsv:2: expected words, a tab and a number"),
        ("never\t1", 'claim.tsv:1: "<bias>" is missing'),
        ("<bias>\t-1\nnever\t1\nnever\t2", 'claim.tsv:3: "never" stands twice'),
    ],
)
def test_a_broken_table_is_told_with_its_line(tmp_path, text, told):
    (tmp_path / "claim.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFault, match=re.escape(told)):
        load_learned(tmp_path)


def test_tables_without_that_of_claims_are_told(tmp_path):
    (tmp_path / "autonomy.tsv").write_text("<bias>\t-1\n", encoding="utf-8")
    with pytest.raises(RuleFault, match=re.escape("rules/learned/claim.tsv: is missing")):
        load_learned(tmp_path)


def test_a_rule_without_its_table_is_told(tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(data_folder("rules"), rules)
    (rules / "learned" / "autonomy.tsv").unlink()
    told = "rules/claims/autonomy/learned.yaml:1: there is no table learned/autonomy.tsv"
    with pytest.raises(RuleFault, match=re.escape(told)):
        book_of(rules)


def test_each_table_has_its_rule_and_each_rule_its_table():
    book = load_book(data_folder("rules"))
    ruled = {rule.label for rule in book.claims if rule.id.endswith(f".{LEARNED}")}
    assert set(book.learned) == {CLAIM, *ruled}
    assert ruled <= set(Category)
