"""The catalogue that ships: complete, cross-checked, and honest about its sources."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from claimlint.datafiles import data_folder
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.terms import Category

RULES = data_folder("rules")
KINDS = 18


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(RULES)


def test_there_are_eighteen_kinds_and_each_has_a_kernel_and_a_rest(catalogue):
    assert len(catalogue.kinds) == KINDS
    assert all(kind.kernel and kind.rest for kind in catalogue.kinds)


def test_every_kind_shows_what_counts_and_three_times_what_does_not(catalogue):
    for kind in catalogue.kinds:
        assert kind.backed, kind.id
        assert len(kind.not_backed) >= 3, kind.id
        assert all(example.because for example in kind.not_backed), kind.id


def test_every_kind_is_asked_for_by_some_category(catalogue):
    asked = {name for entry in catalogue.categories for name in entry.required + entry.recommended}
    assert asked == {kind.id for kind in catalogue.kinds}


def test_every_category_has_an_entry(catalogue):
    assert {entry.category for entry in catalogue.categories} == set(Category)


def test_safety_compliance_has_an_entry_for_each_aspect(catalogue):
    entry = catalogue.category(Category.SAFETY_COMPLIANCE, "bias")
    assert entry.required == ("fairness-audit",)
    assert catalogue.category(Category.SAFETY_COMPLIANCE, "no such").aspect is None


def test_no_kind_is_required_and_recommended_at_once(catalogue):
    for entry in catalogue.categories:
        assert not set(entry.required) & set(entry.recommended), entry.title


def test_a_case_that_was_set_aside_or_is_pending_is_never_printed(catalogue):
    shown = {item.id for name in Category for item in catalogue.precedents_for(name)}
    assert "workado" in shown
    assert not shown & {"rytr", "nate", "builder-ai", "mobley-workday", "apple-intelligence-class"}


def test_unverified_authorities_are_left_out(catalogue):
    shown = {item.id for item in catalogue.authorities_for("oversight-spec")}
    assert "eu-aia-14" in shown
    assert "eu-aia-26" not in shown


def test_no_source_has_an_address_that_nobody_opened(catalogue):
    for item in (*catalogue.precedents, *catalogue.authorities):
        assert item.sources
        assert all((source.address is None) == (source.read is None) for source in item.sources)


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("evidence", sorted((RULES / "evidence").glob("*.yaml"))),
        ("precedents", sorted((RULES / "precedents").glob("*.yaml"))),
        ("categories", [RULES / "categories.yaml"]),
        ("authorities", [RULES / "authorities.yaml"]),
        ("reversals", [RULES / "reversals.yaml"]),
        ("kinds", [RULES / "kinds.yaml"]),
    ],
)
def test_files_fit_the_schema_that_editors_use(schema: str, files: list[Path]):
    text = (RULES / "schemas" / f"{schema}.schema.json").read_text(encoding="utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(text))
    assert files
    for path in files:
        validator.validate(yaml.safe_load(path.read_text(encoding="utf-8")))
