"""Figures and days of a dossier: what is refused, and what is compared with a claim."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.errors import RuleFault
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.figures.rates import measured_rates
from claimlint.evidence.judging.serving import serving
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Verdict
from tests.evidence.paper import claim_in
from tests.evidence.test_dossier import ACCURACY, HEAD

TODAY = date(2026, 11, 23)
PEOPLE = """\
  - id: people
    kind: human-involvement
    product_version: v4.2
    date: 2026-10-02
    items:
      - {step: key figures, share: 0.18, denominator: all tables, period: 2026-Q3,
         employer: us, country: FR, data_seen: the table, off: never}
"""
FIELDS = {
    "availability-record": {
        "uptime": "99.5 %",
        "window": "July to September 2026",
        "definition": "minutes with an answer within 30 seconds",
    },
    "autonomy-boundary": {
        "steps": "reading and posting",
        "rate": "82 % of all invoices",
        "period": "July to September 2026",
    },
    "human-baseline": {
        "comparator": "12 clerks of five years",
        "same-task": "the same 500 invoices",
        "metric": "0.94 for it, 0.97 for the clerks",
        "interval": "0.96 to 0.98",
    },
    "outcome-study": {
        "outcome": "31 % fewer minutes",
        "baseline": "the quarter before",
        "customers": "all 14",
        "period": "January to June 2026",
    },
}


def entry(kind: str) -> str:
    fields = "".join(f"      {name}: {words}\n" for name, words in FIELDS[kind].items())
    return f"  - id: a\n    kind: {kind}\n    date: 2026-10-02\n    fields:\n{fields}"


def verdict(dossier, catalogue, kind: str, sentence: str, category: Category, words: str = ""):
    document = paper(sentence)
    claim = claim_in(document, words or sentence.rstrip("."), category)
    rows = assess(claim, document, AtHand(dossier.disclosures), catalogue, today=TODAY)
    return next(row.verdict for row in rows if row.kind == kind)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "value: 0.962, ci95: [0.955, 0.968]",
            "value: 96.2",
            r"yaml:16: .*write 0\.962, not 96\.2",
        ),
        ("value: 0.962, ci95: [0.955, 0.968]", "value: 96.2 %", r"write 96\.2 % as 0\.962"),
        ("value: 0.962, ci95: [0.955, 0.968]", "value: -1", "a share between 0 and 1, not -1"),
        ("2026-09-30", "2026-13-40", 'not "2026-13-40"'),
        ("date: 2026-09-30", "date: 2026-09-30\n    expires: 2026-03", "before its own date"),
        ("sample, n: 3120", "sample, n: 0", "must be at least 1"),
        ("value: 0.971", "value: high", "expected a number"),
    ],
)
def test_an_impossible_figure_or_day_is_told_with_its_line(load, old, new, message):
    assert old in ACCURACY
    with pytest.raises(RuleFault, match=message):
        load(HEAD + ACCURACY.replace(old, new))


def test_a_value_with_a_unit_of_its_own_may_be_above_one(load):
    text = ACCURACY.replace(
        "field accuracy, value: 0.962, ci95: [0.955, 0.968]", "error in cm, value: 3"
    )
    assert load(HEAD + text).disclosures


@pytest.mark.parametrize("share", ["few", "140 %", "-1", "100"])
def test_a_share_of_people_must_be_one(load, share):
    with pytest.raises(RuleFault, match=rf'such as 0\.07 or "7 %", not "{share}"'):
        load(HEAD + PEOPLE.replace("0.18", share))


@pytest.mark.parametrize("blank", ["", '""', "<what was judged>", "TBD", "available on request"])
def test_what_is_empty_fills_no_field(load, catalogue, blank):
    text = ACCURACY.replace("header fields of supplier invoices", blank)
    shown = load(HEAD + text)
    sentence = "It reads 96 % of header fields of supplier invoices right."
    worth = verdict(
        shown, catalogue, "accuracy-evaluation", sentence, Category.ACCURACY_RELIABILITY
    )
    assert worth is Verdict.BARE


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09", Verdict.BACKED),
        ("2025-10", Verdict.STALE),
        ("2024", Verdict.STALE),
        ("2026", Verdict.BACKED),
        ("2026-12", Verdict.LATE),
        ("2027-01-01", Verdict.LATE),
    ],
)
def test_evidence_of_a_month_or_a_year_goes_stale_and_that_of_tomorrow_is_late(
    load, catalogue, day, expected
):
    shown = load(HEAD + ACCURACY.replace("2026-09-30", day))
    sentence = "It reads 96 % of header fields of supplier invoices right."
    worth = verdict(
        shown, catalogue, "accuracy-evaluation", sentence, Category.ACCURACY_RELIABILITY
    )
    assert worth is expected


USE = """\
  - id: use
    kind: intended-use
    date: 2026-10-02
    fields: {intended: clerks of wholesalers, excluded: wages, supported: English invoices,
      needs: 300 dpi, training: one hour}
"""


@pytest.mark.parametrize("dated", [True, False])
def test_what_bears_no_date_is_partly_backed_at_most(load, catalogue, dated):
    shown = load(HEAD + (USE if dated else USE.replace("    date: 2026-10-02\n", "")))
    worth = verdict(
        shown, catalogue, "intended-use", "It reads any invoice.", Category.UNIVERSALITY
    )
    assert worth is (Verdict.BACKED if dated else Verdict.PARTLY_BACKED)


@pytest.mark.parametrize(
    ("kind", "sentence", "category"),
    [
        ("availability-record", "It has 99.99 % uptime.", Category.CONTINUOUS_OPERATION),
        ("human-baseline", "It is more accurate than clerks.", Category.HUMAN_PARITY),
        ("outcome-study", "It cuts processing time by 60 %.", Category.BUSINESS_OUTCOME),
    ],
)
def test_a_figure_in_the_words_of_a_field_is_compared(load, catalogue, kind, sentence, category):
    shown = load(HEAD + entry(kind))
    assert verdict(shown, catalogue, kind, sentence, category) is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("version", "day", "expected"),
    [
        ("4.2", "2 October 2026", Verdict.PARTLY_BACKED),
        ("release 4.1", "2026-10-02", Verdict.WRONG_TARGET),
        ("v4.2", "October 2020", Verdict.STALE),
    ],
)
def test_version_and_day_among_the_fields_bind_as_those_of_the_entry(
    load, catalogue, version, day, expected
):
    text = entry("human-baseline").replace("    date: 2026-10-02\n", "")
    more = f"      version: {version}\n      date: {day}\n      conditions: same scans\n"
    shown = load(HEAD + text.replace("0.94 for it, 0.97", "0.97 for it, 0.94") + more)
    sentence = "It is more accurate than clerks."
    worth = verdict(shown, catalogue, "human-baseline", sentence, Category.HUMAN_PARITY)
    assert worth is expected


def test_a_percentage_without_its_sign_in_words_of_a_field_is_one(load, catalogue):
    shown = load(HEAD + entry("availability-record").replace("99.5 %", "99.5"))
    (rate,) = measured_rates(shown.disclosures[0], "uptime", ())
    assert rate.right == pytest.approx(0.995)


@pytest.mark.parametrize(
    ("sentence", "contradicted"),
    [
        ("It posts 82 % of invoices without a clerk.", False),
        ("It posts 95 % of invoices without a clerk.", True),
        ("It posts every invoice without a clerk.", True),
    ],
)
def test_a_claim_of_a_share_is_contradicted_by_less_only(load, catalogue, sentence, contradicted):
    shown = load(HEAD + entry("autonomy-boundary") + PEOPLE)
    for kind in ("autonomy-boundary", "human-involvement"):
        worth = verdict(shown, catalogue, kind, sentence, Category.AUTONOMY, "without a clerk")
        assert (worth is Verdict.CONTRADICTED) is contradicted


@pytest.mark.parametrize(
    ("seen", "contradicted"),
    [
        ("every refund", False),
        ("each complaint", False),
        ("every invoice", True),
        ("every item", True),
        ("all of them", True),
    ],
)
def test_people_who_see_all_of_something_else_leave_a_share_alone(
    load, catalogue, seen, contradicted
):
    check = (
        "  - id: check\n    kind: oversight-spec\n    date: 2026-10-02\n    contexts:\n"
        f"      - {{context: money, stakes: high, who: a lead, what: {seen}, share: 1.0,"
        " when: before-effect}\n"
    )
    sentence = "It posts 82 % of invoices without a clerk."
    shown = load(HEAD + check)
    worth = verdict(
        shown, catalogue, "oversight-spec", sentence, Category.AUTONOMY, "without a clerk"
    )
    assert (worth is Verdict.CONTRADICTED) is contradicted


def test_people_on_every_item_contradict_a_claim_of_none(load, catalogue):
    shown = load(HEAD + PEOPLE.replace("0.18", "1.0"))
    worth = verdict(
        shown, catalogue, "human-involvement", "It works without people.", Category.AUTONOMY
    )
    assert worth is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "words", ["Reads 96.2 % of header fields right.", "Accuracy 96.2 % on header fields."]
)
def test_a_word_in_front_of_a_percentage_is_no_product(load, catalogue, words):
    shown = load(HEAD + ACCURACY)
    kind, category = "accuracy-evaluation", Category.ACCURACY_RELIABILITY
    assert verdict(shown, catalogue, kind, words, category) is Verdict.BACKED


@pytest.mark.parametrize(
    "words",
    [
        "Never pay a wrong supplier again.",
        "Catches every wrong header field.",
        "It always reads header fields.",
        "Not one header field is lost.",
        "All header fields in the right place, every time.",
    ],
)
def test_no_share_that_was_measured_backs_a_claim_of_all(load, catalogue, words):
    shown = load(HEAD + ACCURACY)
    document = paper(words)
    claim = claim_in(document, words.rstrip("."), Category.ACCURACY_RELIABILITY)
    rows = assess(claim, document, AtHand(shown.disclosures), catalogue, today=TODAY)
    found = next(row for row in rows if row.kind == "accuracy-evaluation")
    assert found.verdict is Verdict.PARTLY_BACKED
    assert "96.2 % was measured" in found.reason


@pytest.mark.parametrize(
    ("metrics", "rates", "right", "names"),
    [
        (
            "{name: field accuracy, value: 0.96}, {name: error rate, value: 0.03}, "
            "{name: recall of totals, value: 0.99}",
            [0.96, 0.97, 0.99],
            (0.96, 0.97),
            (),
        ),
        (
            "{name: recall of door failures, value: 0.81}, {name: false warning rate, value: 0.08}",
            [0.81, 0.92],
            (0.81, None),
            ("recall",),
        ),
        ("{name: false alarms, value: 0.08}", [0.92], (0.92, None), ("false alarms",)),
    ],
)
def test_each_value_of_a_dossier_is_of_the_measure_that_stands_beside_it(
    load, metrics, rates, right, names
):
    start, end = ACCURACY.index("    metrics:"), ACCURACY.index("    human_corr")
    text = f"{ACCURACY[:start]}    metrics: [{metrics}]\n{ACCURACY[end:]}"
    (item,) = load(HEAD + text).disclosures
    assert [round(rate.right, 3) for rate in measured_rates(item, "value", ())] == rates
    served = serving(item, ())
    assert (served.right, served.best, served.measures) == (
        pytest.approx(right[0]),
        right[1],
        names,
    )
