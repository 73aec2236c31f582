"""Sentences that deck, brochure and mail share, so that the papers agree word for word."""

from __future__ import annotations

VENDOR = "Oddlestone Systems Ltd"
PRODUCT = "Clerkwell"
VERSION = "Version 3.2 · November 2026"
CONTACT = "hello@oddlestone.example · oddlestone.example/clerkwell"

EMPLOYEE = "Your AI employee, working 24/7."
AGENTS = "Autonomous agents that handle complex multi-step workflows without human intervention."
CONTEXT = "AI that understands your business context and makes decisions independently."
MISSION = (EMPLOYEE, AGENTS, CONTEXT)

PROBLEM = (
    ("41%", "of supplier invoices arrive without a purchase order number"),
    ("9 days", "pass between receipt and posting, in the median"),
    ("3 times", "the same amount is typed before it is paid"),
)
PROBLEM_SOURCE = "Source: Oddlestone reader survey, 212 finance teams, March 2026."

FUNCTIONS = "Reads, codes, matches and posts supplier invoices in the ERP you already have."
STEPS = (
    ("Intake", "Collects invoices from mailbox, portal and scanner."),
    ("Match", "Compares each line with order and delivery note."),
    ("Decide", "Approves invoices by itself, up to the limit you set."),
    ("Post", "Books to the ledger. No review needed."),
)

AUTOMATED = (
    "July to September 2026: 58% of 41,300 invoices at 14 customers were posted without a clerk; "
    "the rest went to the customer’s exception queue."
)

ACCURATE = "99.2% accurate*"
ACCURATE_NOTE = (
    "* Header fields of typed, single-page invoices, after correction by our review desk. "
    "Internal test, version 2.8, March 2026."
)
FIELD_BY_FIELD = (
    "A confidence value for every field",
    "A duplicate check against 36 months of postings",
    "Amounts that do not add up go back to a clerk",
)

MEASURED = (
    ("Input", "Invoices (n)", "Field accuracy", "95% interval"),
    ("Typed PDF", "2,610", "97.7%", "97.0–98.2%"),
    ("Scanned", "370", "90.8%", "87.4–93.3%"),
    ("Photographed", "140", "81.4%", "74.2–87.0%"),
    ("All", "3,120", "96.1%", "95.4–96.7%"),
)
MEASURED_HOW = (
    "Clerkwell 3.2 read the header fields of n = 3,120 supplier invoices with a field accuracy of "
    "96.1% (95% confidence interval 95.4–96.7%), evaluated on 30 September 2026."
)
MEASURED_ON = (
    "Random sample of production invoices from nine wholesale customers, July to September "
    "2026, in English and German. An invoice counts as right when every header field is "
    "right. Scored before any correction by Kestle Ridge Laboratory, paid by Oddlestone. Two "
    "accounts clerks reached 97.1% on 500 of the same invoices."
)

COMPARED = (
    ("", "Manual work", "Workflow suites", "Clerkwell"),
    ("Working hours", "Weekdays, 8 to 5", "Nightly batch", "24/7, no sick days"),
    ("Posting errors", "1 in 40", "1 in 90", "Zero"),
    ("Limits are set by", "Policy", "The integrator", "You"),
)

PRAISE = "Clerkwell outperforms our best clerks, month after month."
PRAISE_BY = "Ines Lindqvist-Okafor, Finance Director, Bramble & Holt Wholesale"
SOBER = "It does not replace my team. It took the typing away."
SOBER_BY = "Tobias Ferrant, Head of Accounts, Quarrydene Timber"

SETUP = (
    "Learns from every correction and gets smarter each month",
    "Works with any ERP and any invoice layout, with no training",
    "Tested languages: English and German only",
    "Set-up takes three weeks together with your ERP team",
)
COMPLIANCE = (
    "Fully compliant with e-invoicing rules in every country",
    "Supplier risk scores that are free of bias",
    "Reason code and audit trail for each posting",
    "SOC 2 Type II examination planned for 2027",
)
RESULTS = (
    "Cuts the cost per invoice by 80%.†",
    "Saves up to 22 hours per clerk and week.",
    "The world’s first AI team for accounts payable.",
)
RESULTS_NOTE = "† One pilot customer, six weeks, calculated from list prices. Results may vary."

STOPS = (
    "release a payment above €5,000 without a named approver",
    "read handwriting: in a spot check of 60 amounts, 13 were wrong",
    "replace your auditor or your tax adviser",
)
FAILURES = (
    "Merges two invoices when one scan holds both without a blank page; the sum check finds most.",
    "Drops lines on invoices of more than 40 pages, which leads to underpayment.",
    "Invents a purchase order number when the field is smudged: 7 of 370 scans.",
)
ADVICE = "An accounts clerk should review every invoice above €1,000 before it is posted."
