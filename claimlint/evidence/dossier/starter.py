"""The dossier that a vendor starts from: every key once, with what it asks."""

from __future__ import annotations

from claimlint.rulebook.entries import Catalogue
from claimlint.terms import OWED

_HEAD = """\
# Evidence for the claims that we make. claimlint reads this file as our own statement.
# Fill in what stands in <angle brackets>: as it is, it counts for nothing. Take out what does not
# apply; an unknown key or an impossible figure is told with its line. Write days as 2026-01-31 and
# shares as 0.95.
claimlint_evidence: "0.1"
vendor: {name: <Name of the firm>, contact: evidence@example.com, statement_date: 2026-01-31}
product:
  name: <Name of the product>
  version: "1.0"
  models:
    - {provider: <provider>, name: <model>, version: "2026-01", pinned: true}

evidence:
  # Accuracy on a representative task distribution.
  - id: accuracy
    kind: accuracy-evaluation
    product_version: "1.0"
    date: 2026-01-15
    # expires: 2026-07-15            # may shorten the shelf life, never lengthen it
    evaluator: {name: <Who scored it>, relation: self}   # self, customer, third-party, accredited
    task: <what was judged, and when an item counts as right>
    dataset:
      drawn: <how items were chosen>
      n: 500
      domain: <which trade>
      relation: <how they differ from the buyer's>
    metrics:
      - {name: accuracy, value: 0.95, ci95: [0.927, 0.966], n: 500}
    human_correction: none           # none, before-scoring, unknown
    baseline: {name: <what it is compared with>, value: 0.94, n: 500}
    source: {title: <Title of the report>, ref: report.pdf, access: public}   # or nda, on-request

  # Known failure modes: at least one of each class, or say that it was tested and not seen.
  - id: failures
    kind: failure-modes
    product_version: "1.0"
    date: 2026-01-15
    items:
      - class: fabrication           # bad-input, bad-format, out-of-distribution, scale, other
        mode: <what goes wrong>
        trigger: <when it happens>
        consequence: <what follows from it>
        frequency: {not_measured: true}   # or "3 in 500"
        detection: <how it is noticed>
        mitigation: <what is done about it>

  # Minimum human oversight: one entry for each context.
  - id: oversight
    kind: oversight-spec
    product_version: "1.0"
    date: 2026-01-15
    contexts:
      - context: <where it is mandatory>
        stakes: high                 # low, high, rights
        who: <role and competence>
        what: <which outputs, or every item>
        share: 1.0
        when: before-effect
        minutes_per_item: 2
        may_stop: true
        escalation: <what triggers it>
        if_absent: <what happens when nobody is there>

  # People inside the product: "none" must be measured too.
  - id: people
    kind: human-involvement
    product_version: "1.0"
    date: 2026-01-15
    items:
      - step: <what people do>
        share: 0.0
        denominator: all items of all customers
        period: 2025-Q4
        employer: <who employs them>
        country: <where>
        data_seen: <what they see>
        off: <when it is switched off>
"""
_FREE = """
  # {title}
  # - id: {id}
  #   kind: {id}
  #   product_version: "1.0"
  #   date: 2026-01-15
  #   fields:
"""
_TAIL = """
# claims:                            # bind your own words to entries above
#   - {text: <the words>, where: <deck p. 4>, category: accuracy-reliability, evidence: [accuracy]}
# not_disclosed:
#   - {kind: fairness-audit, reason: <no decisions about people>}
"""


def starter(catalogue: Catalogue) -> str:
    """Return the text of a dossier to fill in; it loads as it stands.

    The four disclosures that every seller owes are written out, the other kinds follow as comments
    with the question that each field answers.
    """
    text = _HEAD
    for kind in catalogue.kinds:
        if kind.id in OWED:
            continue
        text += _FREE.format(title=kind.title, id=kind.id)
        for entry in (*kind.kernel, *kind.rest, *(each for each in kind.fields if each.should)):
            text += f'  #     {entry.id}: "<{entry.asks}>"\n'
    return text + _TAIL
