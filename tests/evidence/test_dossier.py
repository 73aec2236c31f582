"""The vendor's dossier: read strictly, its figures and files checked, its limits kept."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
import yaml

from claimlint.datafiles import data_folder
from claimlint.errors import RuleFault, WrongCall
from claimlint.evidence.completeness import completeness, missing
from claimlint.evidence.dossier.load import load_dossier
from claimlint.evidence.dossier.starter import starter
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.stated_evidence import load_stated
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

HEAD = """\
claimlint_evidence: "0.1"
vendor: {name: Example GmbH, contact: ai-disclosure@example.com, statement_date: 2026-11-01}
product:
  name: InvoiceBot
  version: "4.2"
  models: [{provider: X, name: m-1, version: 2026-08, pinned: true}]
evidence:
"""
ACCURACY = """\
  - id: acc-q3
    kind: accuracy-evaluation
    product_version: "4.2"
    date: 2026-09-30
    evaluator: {name: Lab Y, relation: third-party, paid_by: vendor}
    task: header fields of supplier invoices
    dataset: {drawn: random sample, n: 3120, domain: wholesale, relation: no handwritten}
    metrics:
      - {name: field accuracy, value: 0.962, ci95: [0.955, 0.968], n: 3120}
    human_correction: none
    baseline: {name: two clerks, value: 0.971, n: 500}
    source: {title: Eval report, ref: acc-q3.txt, access: public}
"""


def test_a_full_entry_fills_every_field(load, catalogue):
    (item,) = load(HEAD + ACCURACY).disclosures
    kind = catalogue.kind("accuracy-evaluation")
    present = {found.field for found in item.fields}
    assert completeness(kind, present) is Verdict.BACKED
    assert item.from_dossier
    assert (item.product, item.version, item.date) == ("InvoiceBot", "4.2", "2026-09-30")
    assert item.provenance == "named third party"


def test_a_dossier_may_be_json(tmp_path, catalogue):
    path = tmp_path / "claimlint.evidence.json"
    path.write_text(
        '{"claimlint_evidence": "0.1", "vendor": {"name": "E"}, "product": {"name": '
        '"P \\ud83d\\ude00\\/\\u00e9", "version": "1"}, "evidence": []}'
    )
    assert load_dossier(path, catalogue).statement.product == "P 😀/é"


def test_a_frequency_that_was_not_measured_is_an_honest_answer(load):
    text = (
        "  - {id: fail, kind: failure-modes, items: [{class: scale, mode: drops lines, "
        "trigger: over 40 pages, consequence: underpayment, frequency: {not_measured: true}}]}\n"
    )
    (item,) = load(HEAD + text).disclosures
    assert "not measured" in {found.value for found in item.fields if found.field == "frequency"}


def test_not_measured_never_fills_a_field_of_the_kernel(load, catalogue):
    text = ACCURACY.replace(", n: 3120}\n    human", "}\n    human").replace(" n: 3120,", "")
    text = text.replace(", ci95: [0.955, 0.968]", "")
    (item,) = load(HEAD + text).disclosures
    kind = catalogue.kind("accuracy-evaluation")
    assert "sample-size" in missing(kind, {found.field for found in item.fields})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("task:", "taks:", r'yaml:13: .*unknown key "taks" \(did you mean "task"'),
        ("accuracy-evaluation", "accuracy-evaluatoin", r'did you mean "accuracy-evaluation"'),
        ("[0.955, 0.968]", "[0.968, 0.955]", "lower bound 0.968 is above"),
        ("[0.955, 0.968]", "[0.900, 0.950]", "lies outside its interval"),
        ("[0.955, 0.968], n: 3120", "[0.961, 0.963], n: 40", "40 items cannot give an interval"),
        ("third-party, paid", "friend, paid", 'no such word "friend"'),
        ("2026-09-30", "30.9.2026", "expected a date"),
        ("access: public", "access: secret", 'no such word "secret"'),
        ("human_correction: none", "human_correction: some", 'no such word "some"'),
    ],
)
def test_a_fault_is_told_with_its_line(load, old, new, message):
    assert old in ACCURACY
    with pytest.raises(RuleFault, match=message):
        load(HEAD + ACCURACY.replace(old, new))


def test_the_digest_of_a_file_beside_the_dossier_is_recomputed(load, tmp_path):
    (tmp_path / "acc-q3.txt").write_bytes(b"96.2 %")
    good = hashlib.sha256(b"96.2 %").hexdigest()
    text = ACCURACY.replace("access: public", f'access: public, sha256: "{good}"')
    assert load(HEAD + text).disclosures[0].provenance == "third-party report"
    with pytest.raises(RuleFault, match=r"acc-q3\.txt is another file"):
        load(HEAD + text.replace(good, "0" * 64))


def test_a_dossier_cannot_make_us_read_files_elsewhere(load, tmp_path):
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("secret")
    text = ACCURACY.replace("acc-q3.txt", "../secret.txt")
    text = text.replace("access: public", f'access: public, sha256: "{"0" * 64}"')
    assert load(HEAD + text).disclosures


def test_an_id_may_stand_once_only(load):
    with pytest.raises(RuleFault, match='"acc-q3" stands twice'):
        load(HEAD + ACCURACY + ACCURACY)


def test_a_claim_binds_only_to_entries_that_exist(load):
    claims = "claims:\n  - {text: right, evidence: [acc-q4]}\n"
    with pytest.raises(RuleFault, match=r'no entry called "acc-q4" \(did you mean "acc-q3"'):
        load(HEAD + ACCURACY + claims)


def test_the_dossier_of_the_examples_loads(catalogue):
    path = data_folder("examples") / "evidence" / "claimlint.evidence.yaml"
    dossier = load_dossier(path, catalogue)
    *given, security, fairness = dossier.disclosures
    assert {security.kind, fairness.kind} == {"security-assurance", "fairness-audit"}
    assert len(given) >= 2


def test_the_starter_loads_as_it_stands_and_names_every_kind(load, catalogue):
    text = starter(catalogue)
    dossier = load(text)
    assert [item.kind for item in dossier.disclosures] == [
        "accuracy-evaluation",
        "failure-modes",
        "oversight-spec",
        "human-involvement",
    ]
    assert all(f"kind: {kind.id}" in text for kind in catalogue.kinds)


def test_a_starter_that_nobody_filled_in_is_no_evidence(load, catalogue):
    for item in load(starter(catalogue)).disclosures:
        kind = catalogue.kind(item.kind)
        assert not {found.field for found in item.fields} & {entry.id for entry in kind.kernel}


def test_the_starter_is_yaml_with_every_comment_taken_in(load, catalogue):
    lines = starter(catalogue).splitlines()
    free = [line.replace("  # ", "  ", 1) for line in lines if line.startswith("  # ")]
    entries = "\n".join(line for line in free if line.startswith(("  - ", "    ")))
    assert len(yaml.safe_load(entries)) == len(catalogue.kinds) - 4


def test_what_the_vendor_does_not_disclose_is_missing_and_says_why(load, catalogue):
    text = HEAD + ACCURACY + "not_disclosed: [{kind: outcome-study, reason: too few customers}]\n"
    document = paper("Cuts costs by 40 %.")
    claim = claim_in(document, "Cuts costs by 40 %", Category.BUSINESS_OUTCOME)
    rows = assess(
        claim, document, AtHand(load(text).disclosures), catalogue, today=date(2026, 11, 23)
    )
    assert rows[0].verdict is Verdict.BARE
    assert "too few customers" in rows[0].reason


def test_a_stated_file_is_a_dossier_or_a_card(tmp_path, catalogue):
    path = tmp_path / "claimlint.evidence.yaml"
    path.write_text(HEAD + ACCURACY, encoding="utf-8")
    assert load_stated(path, catalogue).disclosures[0].from_dossier
    card = tmp_path / "bom.json"
    card.write_text('{"bomFormat": "CycloneDX"}', encoding="utf-8")
    with pytest.raises(WrongCall, match="without a model card"):
        load_stated(card, catalogue)
