"""A compiled rule book says what the YAML files say, and a cached one is never trusted blindly."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.errors import ClaimlintError
from claimlint.machine import cache
from claimlint.rulebook import load as loading
from claimlint.rulebook.compiled.book import compiled, opened
from claimlint.rulebook.filing import filing_of
from claimlint.rulebook.patterns import Item
from claimlint.rulebook.yaml import yaml_book
from claimlint.rulebook.yaml.yaml_book import book_of


@pytest.fixture(scope="module")
def written():
    return book_of(data_folder("rules"))


@pytest.fixture(scope="module")
def data(written):
    return compiled(written)


def test_opens_as_the_book_that_was_compiled(written, data):
    book = opened(data)
    assert book.claims.ids == written.claims.ids
    assert tuple(book.claims) == tuple(written.claims)
    assert tuple(book.clauses) == tuple(written.clauses)
    assert dict(book.words) == dict(written.words)
    assert book.digest == written.digest
    assert book.claims_filing is not None
    assert dict(book.claims_filing) == filing_of(written.claims)
    assert book.clauses.forms == written.clauses.forms
    assert tuple(book.topics) == written.topics
    assert book.topics_filing is not None
    assert dict(book.topics_filing) == filing_of(r for each in written.topics for r in each.rules)


def test_packed_words_are_the_same_item():
    phrases = (("c", "d"), ("<number>",), ("c", "d", "e"))
    item = Item(frozenset({"a", "b"}), phrases, optional=True)
    packed = Item.packed(item.pack(), optional=True, gap=0)
    assert packed == item
    assert packed.phrases == (("c", "d"), ("c", "d", "e"), ("<number>",))
    assert set(packed.filled_by(frozenset("adc"))) == {("a",), ("c", "d")}
    assert Item.packed(Item(gap=3).pack(), optional=False, gap=3) == Item(gap=3)


RULE = """\
id: {folder}.sample
says: It says so.
why: It matters.
find:
  - words: [$hands, free]
flag: ["[[Hands-free]] books.", "[[Hands free]] mail.", "Runs [[hands-free]]."]
pass:
  - {{text: "Free hands.", because: order}}
  - {{text: "Hands are free.", because: order}}
  - {{text: "A free hand.", because: order}}
"""


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A small folder of rules of its own, and an empty cache."""
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path / "cache"))
    rules = tmp_path / "rules"
    for sort, folder in (("claims", "market-position"), ("clauses", "as-is")):
        (rules / sort / folder).mkdir(parents=True)
        rule = rules / sort / folder / "sample.yaml"
        rule.write_text(RULE.format(folder=folder), encoding="utf-8")
    (rules / "words").mkdir()
    (rules / "words" / "shared.yaml").write_text("hands: {nouns: [hand]}\n", encoding="utf-8")
    return rules


def test_a_changed_rule_file_is_never_overlooked(small):
    before = loading.load_book(small)
    file = next((small / "claims" / "market-position").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("says:", "says: Otherwise,", 1), encoding="utf-8")
    after = loading.load_book(small)
    assert before.digest != after.digest
    assert any(rule.says.startswith("Otherwise,") for rule in after.claims)


def test_the_second_load_opens_the_kept_text(small, monkeypatch):
    first = loading.load_book(small)
    monkeypatch.setattr(yaml_book, "book_of", None)
    assert tuple(loading.load_book(small).claims) == tuple(first.claims)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"form": 0}', '{"form": 7, "parts": {}}\nwords'])
def test_a_damaged_cache_is_made_anew(small, text):
    first = loading.load_book(small)
    (kept,) = cache.folder().iterdir()
    whole = kept.read_bytes()
    kept.write_text(text, encoding="utf-8")
    assert tuple(loading.load_book(small).claims) == tuple(first.claims)
    assert kept.read_bytes() == whole


def test_a_damaged_part_is_told_when_it_is_asked_for(data):
    damaged = opened(data[:-200_000] + bytes(200_000))
    with pytest.raises(ClaimlintError, match="damaged"):
        tuple(damaged.topics)


def test_a_cache_that_cannot_be_written_is_no_fault(small, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert loading.load_book(small).claims


def test_the_cache_keeps_the_newest_texts_of_a_sort(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path))
    for number in range(40):
        cache.write(f"rules-{number}.json", str(number))
    cache.write("other-1.json", "x")
    assert cache.read_bytes("rules-39.json") == b"39"
    assert len(list(tmp_path.iterdir())) < 20
    assert cache.read_bytes("other-1.json") == b"x"
