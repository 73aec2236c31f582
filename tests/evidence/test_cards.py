"""Model cards of other formats: what they say is imported, what they cannot say stays missing."""

from __future__ import annotations

import json
from datetime import date

import pytest

from claimlint.errors import WrongCall
from claimlint.evidence.cards.load import load_card
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in

BOM = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "components": [
        {
            "type": "machine-learning-model",
            "name": "InvoiceBot",
            "version": "4.2",
            "modelCard": {
                "modelParameters": {
                    "task": "header fields of invoices",
                    "datasets": [{"type": "dataset", "name": "licensed invoices 2019 to 2024"}],
                },
                "quantitativeAnalysis": {
                    "performanceMetrics": [
                        {
                            "type": "field accuracy",
                            "value": "0.962",
                            "slice": "random production sample",
                            "confidenceInterval": {"lowerBound": "0.955", "upperBound": "0.968"},
                        }
                    ]
                },
                "considerations": {
                    "users": ["accounts clerks"],
                    "technicalLimitations": [
                        "Drops lines when an invoice is over 40 pages, which leads to underpaying."
                    ],
                    "fairnessAssessments": [{"groupAtRisk": "small suppliers"}],
                },
            },
        }
    ],
    "declarations": {
        "assessors": [{"thirdParty": True, "organization": {"name": "Lab Y"}}],
        "evidence": [{"created": "2026-09-30T00:00:00+00:00"}],
    },
}
CHAI = """<?xml version="1.0"?>
<AppliedModelCard xmlns="https://mc.chai.org/v0.2/schema.xsd">
  <BasicInfo><ModelName>ScribeNote</ModelName></BasicInfo>
  <ReleaseInfo>
    <ReleaseDate>June 2026</ReleaseDate><ReleaseVersion>1.9</ReleaseVersion>
  </ReleaseInfo>
  <UsesAndDirections>
    <IntendedUseAndWorkflow>Drafts notes of consultations.</IntendedUseAndWorkflow>
    <CautionedOutOfScopeSettings>Not for emergencies.</CautionedOutOfScopeSettings>
  </UsesAndDirections>
  <Warnings><KnownRisksAndLimitations>Misreads drug names when two people speak at once,
    which leads to a wrong prescription.</KnownRisksAndLimitations></Warnings>
  <KeyMetrics><UsefulnessUsabilityEfficacy>
    <MetricGoal>Transcribe consultations</MetricGoal>
    <Results><MetricResult><Label>Word error rate</Label>
      <ValueJson>{"kind": "single", "value": 6.8, "unit": "%"}</ValueJson></MetricResult></Results>
    <TestType>Internal evaluation</TestType>
    <TestingDataDescription>640 consultations at two clinics</TestingDataDescription>
  </UsefulnessUsabilityEfficacy></KeyMetrics>
</AppliedModelCard>
"""
HUB = """---
datasets: [licensed-invoices]
base_model: alder-2
model-index:
  - name: InvoiceBot
    results:
      - task: {type: token-classification}
        dataset: {name: SROIE, split: test}
        metrics: [{type: f1, value: 91.2}]
---
# InvoiceBot

## Uses

It is intended for accounts clerks who post
supplier invoices.

### Out-of-Scope Use

<!-- what it must not be used for -->
- It must not be used for payslips

## Bias, Risks, and Limitations

- It drops lines when an invoice has more than 40 pages, which leads to underpayment
- [More Information Needed]
"""
RESULTS = """
- dataset: {id: public/mmlu-pro, task_id: mmlu-pro}
  value: 88
  date: 2026-01-15
  source: {name: Model card}
"""


@pytest.fixture
def load(tmp_path, catalogue):
    def of(name: str, text: str):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return {item.kind: item for item in load_card(path, catalogue, name)}

    return of


def fields(item) -> dict[str, str]:
    return {found.field: found.value or found.text for found in item.fields}


def verdict(item, catalogue) -> Verdict:
    document = paper("InvoiceBot reads invoices right.")
    claim = claim_in(document, "right", Category.ACCURACY_RELIABILITY)
    rows = assess(claim, document, AtHand((item,)), catalogue, today=date(2026, 11, 23))
    return next(row.verdict for row in rows if row.kind == item.kind)


def test_cyclonedx_gives_metric_interval_task_version_and_date(load):
    found = load("bom.json", json.dumps(BOM))
    item = found["accuracy-evaluation"]
    assert fields(item)["value"] == "0.962"
    assert fields(item)["interval"] == "0.955 to 0.968"
    assert (item.product, item.version, item.date) == ("InvoiceBot", "4.2", "2026-09-30")
    assert item.provenance == "named third party"
    assert "sample-size" not in fields(item)
    assert {"mode", "trigger", "consequence"} <= set(fields(found["failure-modes"]))
    assert set(found) >= {"intended-use", "fairness-audit", "data-provenance"}


def test_a_card_reaches_partly_backed_at_best(load, catalogue):
    item = load("bom.json", json.dumps(BOM))["accuracy-evaluation"]
    assert verdict(item, catalogue) is Verdict.PARTLY_BACKED


def test_no_card_speaks_of_oversight_people_or_autonomy(load):
    found = load("bom.json", json.dumps(BOM))
    assert not set(found) & {"oversight-spec", "human-involvement", "autonomy-boundary"}


def test_chai_gives_metrics_limits_and_what_it_is_not_for(load):
    found = load("card.xml", CHAI)
    item = found["accuracy-evaluation"]
    assert fields(item)["value"] == "0.068"
    assert fields(item)["evaluator"] == "Internal evaluation"
    assert (item.version, item.date) == ("1.9", "2026-06-30")
    assert fields(found["intended-use"])["excluded"] == "Not for emergencies."
    assert "mode" in fields(found["failure-modes"])


def test_scores_of_a_hub_card_are_about_something_else(load, catalogue):
    found = load("README.md", HUB)
    assert fields(found["accuracy-evaluation"])["value"] == "0.912"
    assert verdict(found["accuracy-evaluation"], catalogue) is Verdict.WRONG_TARGET
    assert fields(found["data-provenance"])["sources"] == "licensed-invoices"


def test_scores_of_a_hub_card_on_data_that_it_calls_private_are_not(load, catalogue):
    private = HUB.replace("{name: SROIE,", "{name: Invoices of 2026, type: private,")
    found = load("README.md", private)["accuracy-evaluation"]
    assert "the data set Invoices of 2026 test" not in [each.text for each in found.fields]
    assert verdict(found, catalogue) is not Verdict.WRONG_TARGET


def test_the_sections_of_a_hub_card_on_uses_and_limits_are_read(load, catalogue):
    found = load("README.md", HUB)
    assert fields(found["failure-modes"])["consequence"] == "underpayment"
    assert "section Bias, Risks, and Limitations" in [
        item.location.label for item in found["failure-modes"].fields
    ]
    assert verdict(found["failure-modes"], catalogue).rank <= Verdict.PARTLY_BACKED.rank
    assert {"intended", "excluded"} <= set(fields(found["intended-use"]))


def test_evaluation_results_of_the_hub_are_about_something_else(load, catalogue):
    found = load("mmlu_pro.yaml", RESULTS)["accuracy-evaluation"]
    assert found.date == "2026-01-15"
    assert verdict(found, catalogue) is Verdict.WRONG_TARGET


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("bom.json", "{", "not valid JSON"),
        ("bom.json", '{"a": 1}', "no card that claimlint knows"),
        ("bom.json", "[" * 100_000, "not valid JSON"),
        ("card.xml", "<a", "not valid XML"),
        ("card.xml", "<a/>", "no card that claimlint knows"),
        ("README.md", "# No front matter", "no card that claimlint knows"),
        ("r.yaml", "a: &x [1]\nb: *x", "anchors and aliases"),
        ("m.md", "---\nlanguage: en\ntags: [a\nmodel: b\n---\n# x\n", r"m\.md:4: not valid YAML"),
        ("card.txt", "text", "no card that claimlint knows"),
    ],
)
def test_what_is_no_card_is_told_in_one_line(load, name, text, message):
    with pytest.raises(WrongCall, match=message):
        load(name, text)


def test_a_card_that_is_not_there_is_told(tmp_path, catalogue):
    with pytest.raises(WrongCall, match="cannot be read"):
        load_card(tmp_path / "none.json", catalogue)


def test_an_entity_of_a_hostile_card_is_not_expanded(load):
    hostile = CHAI.replace(
        '<?xml version="1.0"?>',
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    ).replace("Drafts notes", "&e; Drafts notes")
    text = fields(load("card.xml", hostile)["intended-use"])["intended"]
    assert "root:" not in text


@pytest.mark.parametrize("wrong", [[], 3, "text", None, {"components": 7}])
def test_a_bill_of_materials_that_says_nothing_of_a_model_is_told(load, wrong):
    bom = {"bomFormat": "CycloneDX", "components": wrong, "metadata": wrong}
    with pytest.raises(WrongCall, match=r"bom\.json: a bill of materials without a model card"):
        load("bom.json", json.dumps(bom))
