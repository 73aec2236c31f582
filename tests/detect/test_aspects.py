"""What an assurance is about, where the rule that found it speaks of assurances of every sort."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.detect.claims.aspects import aspect_of, further_aspects
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.terms import DocumentKind


@pytest.mark.parametrize(
    ("words", "unit", "aspect"),
    [
        ("GDPR compliant", "It is GDPR compliant.", "law"),
        ("secure storage", "Secure storage for all notes.", "security"),
        ("certified to ISO", "It is certified to ISO/IEC 27001:2022 by law firms.", "security"),
        ("SOC 2 compliant", "We are SOC 2 compliant.", "security"),
        ("meets security and compliance rules", "It meets security and compliance rules.", "law"),
        ("Every decision is logged", "Every decision is logged.", "explainability"),
        ("rigorously tested", "It has been rigorously tested.", "safety"),
        ("kept in good hands", "Confidential files are kept in good hands.", "privacy"),
        ("kept in good hands", "Everything is kept in good hands.", "law"),
    ],
)
def test_an_assurance_of_any_sort_is_about_what_its_words_name(words, unit, aspect):
    assert aspect_of("law", words, unit) == aspect


def test_a_rule_that_knows_what_it_is_about_is_believed():
    assert aspect_of("bias", "secure storage", "Secure storage.") == "bias"
    assert aspect_of(None, "works at night", "It works at night.") is None


@pytest.mark.parametrize("given", ["safety", "privacy", "law"])
def test_a_scheme_of_security_asks_for_the_audit_whichever_rule_found_it(given):
    assert aspect_of(given, "certified to ISO", "We are certified to ISO/IEC 27001.") == "security"
    assert aspect_of(given, "SOC 2 Type II", "SOC 2 Type II and more.") == "security"


def test_a_law_that_stands_beside_a_scheme_asks_for_the_audit_too():
    unit = "SOC 2, ISO 27001 and GDPR compliant"
    assert further_aspects("law", ("bias",), unit) == ("bias", "security")
    assert further_aspects("law", (), "GDPR compliant") == ()
    assert further_aspects("security", (), unit) == ()
    assert further_aspects(None, (), unit) == ()


def test_a_catalogue_of_strings_is_copy(tmp_path):
    path = tmp_path / "landing.json"
    path.write_text(
        '{"title": "Accurate results", "more": "Complete privacy for every upload.",'
        ' "note": "We do not guarantee that results are accurate or complete.",'
        ' "ask": "Please review all results before you use them."}',
        encoding="utf-8",
    )
    paper = check([path], Settings(today=date(2026, 11, 23))).documents[0]
    assert paper.kind is DocumentKind.MARKETING
    assert {finding.claim.unit for finding in paper.findings} >= {"Accurate results"}
