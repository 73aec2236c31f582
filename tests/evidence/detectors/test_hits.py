"""What each detector finds, and at least five near misses that it must leave alone."""

from __future__ import annotations

import pytest

from claimlint.evidence.detectors.named import DETECTORS
from claimlint.evidence.detectors.people import find_evaluator
from claimlint.rulebook.yaml.evidence_kinds import DETECTORS as NAMES

FOUND = {
    "value": [
        ("accuracy of 96.2 % on invoices", "0.962"),
        ("98 percent of answers", "0.98"),
        ("ninety-eight percent correct", "0.98"),
        ("nine out of ten calls", "0.9"),
        ("fewer than 1 in 100,000 answers", "0.00001"),
        ("an AUC of 0.87", "0.87"),
        ("3 of 140 long invoices", "0.021429"),
        ("97,5 % of fields", "0.975"),
        ("1,200 letters; 14 omitted an allergy", "0.011667"),
        ("Two officers agreed in 96.1%", "0.961"),
    ],
    "share": [
        ("half of all tickets", "0.5"),
        ("no invoice was touched", "0"),
        ("every invoice above the limit", "1"),
        ("212 of 9,840 bookings", "0.021545"),
    ],
    "sample-size": [
        ("(n = 3,120)", "3120"),
        ("tested on 412 calls", "412"),
        ("a random sample of 600 invoices", "600"),
        ("sample size: 1,500", "1500"),
        ("on 2,150 consecutive discharge episodes", "2150"),
        ("evaluated on two hundred contracts", "200"),
        ("measured across 1.2 million records", "1200000"),
        ("N=85", "85"),
        ("photographed 1,900 wheat leaves at random", "1900"),
    ],
    "judged-items": [
        ("tested on 412 calls", None),
        ("brokers re-coded 2,260 shipments", None),
        ("94 % of 640 castings were judged sound", None),
    ],
    "places": [("at nine hospitals", None), ("in 14 fields", None), ("across 31 apiaries", None)],
    "worker": [
        ("two customs brokers", None),
        ("a dental hygienist", None),
        ("the shift foreman", None),
        ("a registered midwife", None),
        ("our geologists", None),
    ],
    "interval": [
        ("95 % CI 95.5–96.8 %", None),
        ("a 95% confidence interval of 3 points", None),
        ("96 ± 2 %", None),
        ("with a margin of error of 2 points", None),
        ("p < 0.05", None),
    ],
    "date": [
        ("on 30 September 2026", "2026-09-30"),
        ("as of 09/30/2026", "2026-09-30"),
        ("30/09/2026", "2026-09-30"),
        ("30.9.2026", "2026-09-30"),
        ("2026-09-30", "2026-09-30"),
        ("Sept. 30, 2026", "2026-09-30"),
        ("Q3 2026", "2026-09-30"),
        ("in the third quarter of 2026", "2026-09-30"),
        ("September 2026", "2026-09-30"),
        ("2026-Q3", "2026-09-30"),
        ("H1 2026", "2026-06-30"),
        ("2026 H1", "2026-06-30"),
        ("during 2025", "2025-12-31"),
        ("February 2024", "2024-02-29"),
    ],
    "period": [
        ("over the last 12 months", None),
        ("from April 2026 to June 2026", "2026-06-30"),
        ("in Q3 2026", "2026-09-30"),
        ("2019 to 2024", "2024-12-31"),
        ("during the past ninety days", None),
    ],
    "version": [
        ("version 4.2", "4.2"),
        ("Model wl-discharge 4.2, 1,200 letters", "4.2"),
        ("in May 2026, version wl-coding 4.2; coders alone", "4.2"),
        ("v4.2 was tested", "4.2"),
        ("InvoiceBot 4.2 read", "4.2"),
        ("release 3", "3"),
        ("build 2041", "2041"),
    ],
    "evaluator": [
        ("scored by Lab Y", "third-party"),
        ("independently tested", "third-party"),
        ("evaluated by our own team", "self"),
        ("a study of March 2026 by Ridley University", "third-party"),
        ("conducted by Ostrom Research", "named"),
        ("our own tests show", "self"),
    ],
    "range": [
        ("from 100 to 20,000 invoices per day", None),
        ("1–40 pages", None),
        ("tested with up to 5,000 users", None),
        ("between 2 and 10 steps", None),
    ],
    "percentile": [("p95 of 3 s", None), ("the worst decile", None), ("95th percentile", None)],
    "provision": [
        ("Art. 28 GDPR", None),
        ("Article 9(2)(a) GDPR", None),
        ("45 CFR 164.308", None),
        ("Regulation (EU) 2024/1689", None),
        ("section 5 of the FTC Act", None),
    ],
    "duration": [("within 48 hours", None), ("five working days", None), ("24 months", None)],
    "hours": [("Monday to Friday", None), ("8:00 to 20:00 CET", None), ("office hours", None)],
    "money": [("above $5,000", None), ("5,000 euros", None), ("EUR 200", None)],
    "named-party": [("compared with Kestrel", "Kestrel"), ("audited by Marlow & Finch", None)],
    "count": [("3,120 invoices", "3120"), ("two hundred calls", "200")],
    "number": [
        ("96.2", "96.2"),
        ("twenty-one", "21"),
        ("1.5 million", "1500000"),
        ("five thousand two hundred", "5200"),
        ("one hundred and twenty thousand", "120000"),
    ],
    "dated-scores": [("81 % in May 2025, 84 % in June 2025 and 88 % in July 2025", None)],
}

MISSED = {
    "value": [
        "21 wrong doses, 14 omitted allergies",
        "Errors: 30 letters late, 12 were lost",
        "95 % confidence",
        "20 % off until May",
        "19 % VAT",
        "from 9 to 5",
        "it costs 0.95 dollars a call",
        "top 10 vendors",
        "7 % interest",
    ],
    "share": ["in all, it works", "halfway there", "20 % discount", "no problem", "each other"],
    "sample-size": [
        "500 calls per day",
        "tested on real data",
        "based on $500 invoices",
        "n = 1",
        "one of our customers",
        "from 9 to 5 on weekdays",
        "measured in 2026",
        "a jury of twelve sommeliers",
        "we have processed over 40,000 quotes since we tested it",
    ],
    "judged-items": ["n = 412", "sample size: 600", "in 2026", "40 tests a day", "many calls"],
    "places": [
        "in 30 countries",
        "within nine hours",
        "in 5 languages",
        "from 1,200 invoices",
        "at 40 degrees",
    ],
    "worker": [
        "for the customer",
        "a number of users",
        "whether or not",
        "the order and the paper",
        "a computer",
        "a quicker answer",
        "however well the plant is meant to cover it",
    ],
    "interval": [
        "our CI pipeline runs nightly",
        "CI/CD",
        "confident answers",
        "a 24-hour interval",
        "at regular intervals",
        "step 3",
    ],
    "date": [
        "© 2026 Example GmbH",
        "founded in 2019",
        "ISO/IEC 27001:2022",
        "room 2026",
        "version 20.26",
        "may 20 users log in",
        "99/99/2026",
    ],
    "period": ["30 September 2026", "last year's party", "the first time", "12 months", "in time"],
    "version": [
        "our model two-stage 3.5 GB",
        "Section V.2 of the agreement",
        "built on GPT-4",
        "powered by Claude 3.5",
        "Article 4.2",
        "WCAG 2.1",
        "TLS 1.3 in transit",
        "Report QA-07, version 1.1, 14 August 2026",
        "report no. 12 v2.0",
        "reached 96.2 %",
        "Python 3.11",
        "about 4.5 hours",
        "a 4.8 rating",
    ],
    "evaluator": [
        "used by Lufthansa",
        "made by hand",
        "reviewed by the customer's legal notice",
        "tested daily",
        "evaluated in 2026",
        "by design",
    ],
    "range": [
        "from 9 to 5",
        "between Monday and Friday",
        "scales infinitely",
        "from 2019 to 2024",
        "from $10 to $20",
    ],
    "percentile": ["P.O. Box 95", "page 95", "95 % accurate", "top ten", "99 bottles"],
    "provision": [
        "Section 4 of this Agreement",
        "Article 7 of these Terms",
        "art and design",
        "part 3 of the deck",
        "our articles",
        "step 28",
    ],
    "duration": ["24/7", "the days of old", "minute differences", "in months", "hours of fun"],
    "hours": ["24/7", "after hours", "8 to 20 users", "Friday deals", "happy hour"],
    "money": ["5,000 invoices", "priceless", "dollar signs", "a pound of paper", "$-free"],
    "named-party": ["It works", "we and you", "in May", "our AI", "compared with others"],
    "count": ["3,120", "calls", "many invoices", "in 2026", "top tickets"],
    "number": ["none", "several", "often", "someone", "tension"],
    "dated-scores": [
        "81 % in May 2025",
        "81 %, 84 % and 88 %",
        "May 2025, June 2025, July 2025",
        "81 % in May 2025 and 84 % in June 2025",
        "better every month",
    ],
}


def test_every_named_detector_exists_and_is_tested():
    assert set(DETECTORS) == set(NAMES) == set(FOUND) == set(MISSED)


@pytest.mark.parametrize("name", sorted(MISSED))
def test_every_detector_has_five_near_misses(name):
    assert len(MISSED[name]) >= 5


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [(name, text, value) for name, rows in FOUND.items() for text, value in rows],
)
def test_a_detector_finds_what_it_is_for(name, text, value):
    hits = list(DETECTORS[name](text))
    assert hits, text
    if value is not None:
        assert value in {hit.value for hit in hits}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in MISSED.items() for text in texts]
)
def test_a_detector_leaves_a_near_miss_alone(name, text):
    hits = [text[hit.start : hit.end] for hit in DETECTORS[name](text)]
    assert hits == []


@pytest.mark.parametrize("name", sorted(DETECTORS))
def test_takes_time_in_proportion_to_hostile_text(name):
    hostile = [
        "9" * 20_000,
        "one hundred and " * 2_000,
        "1 of 2 of " * 3_000,
        "tested on the same all a random " * 1_000,
        "A " * 10_000,
        "from 1 to " * 3_000,
        "a-" * 10_000,
    ]
    for text in hostile:
        list(DETECTORS[name](text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Prepared by Evaluation & Assurance, Tide Ltd.", "self"),
        ("Tested by the Quality Engineering Team.", "self"),
        ("Evaluated by Northshore Testing.", "named"),
    ],
)
def test_a_department_without_a_name_is_the_vendors_own(text, who):
    assert [hit.value for hit in find_evaluator(text)] == [who]
