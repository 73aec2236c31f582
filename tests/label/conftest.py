"""One report for all tests of the label: with a dossier, with evidence in prose, with none."""

from __future__ import annotations

from datetime import date

import pytest

import claimlint
from claimlint.label.build import labels
from claimlint.label.model import Label

TODAY = date(2026, 11, 23)
DOSSIER = """\
claimlint_evidence: "0.1"
vendor: {name: "Fathom & Sons <Ltd>", contact: ai@example.com, statement_date: 2026-11-01}
product:
  name: TideReader
  version: "4.2"
  models: [{provider: Orca, name: m-1, version: "2026-08", pinned: true}]
evidence:
  - id: acc
    kind: accuracy-evaluation
    product_version: "4.2"
    date: 2026-09-30
    evaluator: {name: Lab Y, relation: third-party}
    task: tide tables of small harbours
    dataset: {drawn: random sample of 2026-Q3, n: 3120, domain: harbours, relation: no handwriting}
    metrics:
      - {name: field accuracy, value: 0.962, ci95: [0.955, 0.968], n: 3120}
      - {name: field accuracy, value: 0.81, n: 140, slice: photographed}
    baseline: {name: two clerks, value: 0.971, n: 500}
  - id: fail
    kind: failure-modes
    product_version: "4.2"
    date: 2026-10-02
    items:
      - class: scale
        mode: drops lines
        trigger: over 40 pages
        consequence: a boat runs aground
        frequency: {not_measured: true}
        detection: sum check
        mitigation: split the file
  - id: over
    kind: oversight-spec
    product_version: "4.2"
    date: 2026-10-02
    contexts:
      - {context: storm warnings, stakes: rights,
         who: the harbour master or a deputy with the same licence, what: every table,
         share: 1.0, when: before-effect, minutes_per_item: 2, may_stop: true, if_absent: queue}
  - id: ppl
    kind: human-involvement
    date: 2026-10-02
    items:
      - {step: faint figures, share: 0.07, denominator: all tables, period: 2026-Q3,
         employer: subcontractor, country: PT, data_seen: the scan}
not_disclosed:
  - {kind: fairness-audit, reason: no decisions about people, not_applicable: true}
  - {kind: decision-accountability, reason: no decisions about people, not_applicable: true}
"""
SHOWN = """\
# CastCheck 2.1

CastCheck finds cracks with 97 % accuracy.

CastCheck 2.1 was tested on 1,240 castings drawn at random from two foundries in June 2026: accuracy
was 96.8 %. It abstained on 2.5 % of them. Two external inspectors scored them; the foundry's own
inspectors reached 94 %. Bronze was left out.
"""
SILENT_PAPER = "Our agents answer every ticket without human intervention, 24/7.\n"


@pytest.fixture(scope="session")
def drawn(tmp_path_factory) -> dict[str, Label]:
    folder = tmp_path_factory.mktemp("label")
    for name, text in (("full", "TideReader reads tide tables.\n"), ("shown", SHOWN)):
        (folder / name).mkdir()
        (folder / name / "paper.md").write_text(text, encoding="utf-8")
    (folder / "full" / "claimlint.evidence.yaml").write_text(DOSSIER, encoding="utf-8")
    (folder / "silent").mkdir()
    (folder / "silent" / "paper.md").write_text(SILENT_PAPER, encoding="utf-8")
    paths = [folder / name for name in ("full", "shown", "silent")]
    report = claimlint.check(paths, claimlint.Settings(today=TODAY))
    return {label.matter.rsplit("/", 1)[-1]: label for label in labels(report)}
