"""A compiled catalogue says what the YAML files say, and is never trusted over changed ones."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.machine import cache
from claimlint.rulebook.compiled.catalogue import FORM, compiled, load_kept, opened
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.yaml import catalogue as loading
from claimlint.rulebook.yaml.catalogue import load_catalogue

RULES = data_folder("rules")


@pytest.fixture(scope="module")
def written():
    return load_catalogue(RULES)


def parts(catalogue: Catalogue) -> list[object]:
    return [getattr(catalogue, name) for name in Catalogue.__struct_fields__]


def test_opens_as_the_catalogue_that_was_compiled(written):
    assert parts(opened(compiled(written, "d"), "d")) == parts(written)


def test_is_not_opened_for_other_files(written):
    with pytest.raises(ValueError, match="other files"):
        opened(compiled(written, "d"), "e")


@pytest.fixture
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAIMLINT_CACHE_DIR", str(tmp_path))


@pytest.mark.usefixtures("empty_cache")
def test_the_second_load_opens_the_kept_text(written, monkeypatch):
    assert parts(load_kept(RULES, "d")) == parts(written)
    monkeypatch.setattr(loading, "load_catalogue", None)
    assert parts(load_kept(RULES, "d")) == parts(written)


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.parametrize("text", ["", "[]", '{"form": 2}', '{"form": 2, "digest": "d"}'])
def test_a_damaged_text_is_made_anew(written, text):
    cache.write(f"catalogue-{FORM}-d.json", text)
    assert parts(load_kept(RULES, "d")) == parts(written)
    assert cache.read_bytes(f"catalogue-{FORM}-d.json") != text.encode()
