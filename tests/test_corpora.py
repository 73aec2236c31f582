"""The labelled corpora keep to what corpora/README.md promises of them."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlint.datafiles import data_folder
from claimlint.score.sample import load_samples
from claimlint.terms import Category, ClauseLabel, Strength

CORPORA = data_folder("corpora")
PARTS = ("tune", "test")
KEYS = ["id", "part", "voice", "kind", "unit", "text", "claims", "clause", "near", "note"]
UNITS = {"heading", "sentence", "bullet", "cell", "quote"}
KINDS = {"marketing", "contract", "neutral"}
FILES = sorted(path for part in PARTS for path in (CORPORA / part).glob("*.jsonl"))
FEW_WORDS = 5
ALIKE = 0.75
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those each every any some no all both either neither such own other
    another i me my we us our you your he him his she her it its they them their who whom whose
    which what one be is are was were been being am do does did done have has had having can could
    may might must shall should will would and or but nor so yet if unless while when where because
    although until as than since before after once whether how why of in on at by for with without
    from to into onto over under between among through during against about above below across
    behind beyond up down out off per via within toward towards along around near not never only
    also too very more most less least just even then there here now again still already ever always
    don't doesn't isn't aren't won't can't it's we're you're that's
    """.split()
)


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ROWS = [row for path in FILES for row in rows_of(path)]
EMPTY = [row for row in ROWS if not row["claims"]]


def words(text: str) -> list[str]:
    """Return the words in lower case; compounds, figures and short forms are one word each."""
    return re.findall(r"[^\W_]+(?:[-'./:][^\W_]+)*%?", text.lower().replace("’", "'"))


def skeleton(text: str) -> str:
    """Return the text with every content word masked; one function word alone is no pattern."""
    return " ".join(word if word in FUNCTION_WORDS else "_" for word in words(text))


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    found = words(text)
    for start in range(len(found) - length + 1):
        yield tuple(found[start : start + length])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_voice_has_the_form_that_the_readme_gives(path):
    for row in rows_of(path):
        assert list(row) == KEYS, row
        assert re.fullmatch(rf"{re.escape(path.stem)}-\d{{3}}", row["id"]), row["id"]
        assert (row["part"], row["voice"]) == (path.parent.name, path.stem), row["id"]
        assert row["kind"] in KINDS, row["id"]
        assert row["unit"] in UNITS, row["id"]
        assert row["text"].strip() == row["text"] != "", row["id"]
        assert row["clause"] is None or row["clause"] in list(ClauseLabel), row["id"]
        assert row["near"] is None or row["near"] in list(Category), row["id"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_ids_of_a_voice_rise(path):
    ids = [row["id"] for row in rows_of(path)]
    assert ids == sorted(set(ids))


def test_claims_are_labelled_with_words_of_their_unit():
    for row in ROWS:
        for claim in row["claims"]:
            assert list(claim) == ["span", "category", "strength"], row["id"]
            assert claim["span"].strip(), row["id"]
            assert claim["span"] in row["text"], row["id"]
            assert claim["category"] in list(Category), row["id"]
            assert claim["strength"] in list(Strength), row["id"]


def test_a_near_miss_makes_no_claim_of_its_category():
    wrong = [r["id"] for r in ROWS if r["near"] in {claim["category"] for claim in r["claims"]}]
    assert wrong == []


def test_ids_are_unique_and_no_voice_is_in_both_parts():
    assert [name for name, count in Counter(r["id"] for r in ROWS).items() if count > 1] == []
    voices = {part: {r["voice"] for r in ROWS if r["part"] == part} for part in PARTS}
    assert voices["tune"] & voices["test"] == set()


def test_they_are_loaded_as_they_stand():
    assert len(load_samples(CORPORA)) == len(ROWS)


def test_there_are_two_thousand_units_and_most_make_no_claim():
    assert len(ROWS) >= 2000
    assert 2 * len(EMPTY) >= len(ROWS)


def test_a_third_of_those_without_a_claim_are_hard():
    hard = [row for row in EMPTY if row["near"] or row["note"]]
    assert 3 * len(hard) >= len(EMPTY)


@pytest.mark.parametrize("category", Category)
def test_a_category_has_sixty_claims_and_sixty_near_misses(category):
    claims = [r for r in ROWS if category in {claim["category"] for claim in r["claims"]}]
    assert len(claims) >= 60
    assert len([row for row in ROWS if row["near"] == category]) >= 60


@pytest.mark.parametrize("category", Category)
def test_a_category_is_measured_in_the_test_part(category):
    part = [row for row in ROWS if row["part"] == "test"]
    assert any(category in {claim["category"] for claim in row["claims"]} for row in part)
    assert any(row["near"] == category for row in part)


def test_no_skeleton_of_function_words_is_used_more_than_three_times():
    alike: dict[str, list[str]] = defaultdict(list)
    for row in ROWS:
        shape = skeleton(row["text"])
        if len(shape.split()) >= FEW_WORDS and len(shape.replace("_", "").split()) >= 2:
            alike[shape].append(row["id"])
    assert {shape: ids for shape, ids in alike.items() if len(ids) > 3} == {}


def test_no_run_of_six_words_is_used_more_than_five_times():
    count = Counter(run for row in ROWS for run in set(runs(row["text"], 6)))
    assert [run for run, times in count.items() if times > 5] == []


def test_no_two_units_of_a_part_are_the_same():
    for part in PARTS:
        texts = Counter(
            tuple(words(row["text"]))
            for row in ROWS
            if row["part"] == part and len(words(row["text"])) >= FEW_WORDS
        )
        assert [" ".join(text) for text, count in texts.items() if count > 1] == []


def test_no_unit_of_the_test_part_is_nearly_one_of_the_tune_part():
    words_of = [(row, set(words(row["text"]))) for row in ROWS]
    long = [(row, held) for row, held in words_of if len(held) >= FEW_WORDS]
    tune = [(row, held) for row, held in long if row["part"] == "tune"]
    holding: dict[str, list[int]] = defaultdict(list)
    for number, (_, held) in enumerate(tune):
        for word in held:
            holding[word].append(number)
    near = []
    for row, asked in long:
        if row["part"] != "test":
            continue
        shared = Counter(number for word in asked for number in holding[word])
        near.extend(
            (row["id"], tune[number][0]["id"])
            for number, count in shared.items()
            if count / len(asked | tune[number][1]) >= ALIKE
        )
    assert near == []
