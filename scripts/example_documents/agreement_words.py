"""The text of the master agreement, which takes back much of what the deck promises."""

from __future__ import annotations

from msgspec import Struct

from example_documents.words import MISSION

HEADING, CLAUSE, POINT = 0, 1, 2


class Paragraph(Struct, frozen=True, kw_only=True):
    """One numbered paragraph: its level in the numbering, and a footnote where it has one."""

    level: int
    text: str
    footnote: str | None = None


def _heading(text: str) -> Paragraph:
    return Paragraph(level=HEADING, text=text)


def _clause(text: str) -> Paragraph:
    return Paragraph(level=CLAUSE, text=text)


def _point(text: str, footnote: str | None = None) -> Paragraph:
    return Paragraph(level=POINT, text=text, footnote=footnote)


TITLE = "Master Services Agreement"
NUMBER = "Agreement no. OS-MSA-2026-117"
PARTIES = (
    "This Agreement is made on 2 November 2026 between Oddlestone Systems Ltd, 4 Tanner’s "
    "Row, Sedgeby (“Oddlestone”) and the customer named in the order form (“Customer”)."
)

CLAUSES = (
    _heading("Definitions"),
    _clause("In this Agreement:"),
    _point("“Service” means Clerkwell, version 3.2 or later, as described in Schedule 2;"),
    _point(
        "“Output” means each coding, match, score, posting proposal or other result of the Service;"
    ),
    _point("“Supported Documents” means typed invoices of at most 40 pages in English or German;"),
    _point(
        "“Field Accuracy” means the share of Supported Documents of which every header field "
        "equals the value on which two clerks agree;",
        "Counted before any correction by the Review Desk, on a random sample of at least "
        "1,000 invoices in the calendar quarter. Photographed and handwritten invoices are "
        "left out.",
    ),
    _point(
        "“Review Desk” means staff of Oddlestone in Sedgeby and of its subcontractor in "
        "Porto who key fields that the Service could not read with sufficient confidence; and"
    ),
    _point(
        "“Business Hours” means 9:00 to 17:00 UK time on a Business Day, which is Monday to Friday."
    ),
    _heading("The Service"),
    _clause("Oddlestone provides the Service to Customer during the term of this Agreement."),
    _clause(
        "The Service prepares posting and payment proposals. It does not approve an invoice "
        "and does not release a payment; both need the approval of a person whom Customer "
        "has named."
    ),
    _clause(
        "The Service may be suspended for maintenance on Sundays between 02:00 and 08:00 UK "
        "time. Exceptions that arise outside Business Hours wait until the next Business Day."
    ),
    _heading("Duties of Customer"),
    _clause("Customer shall review each Output before it is posted, and in particular shall:"),
    _point("name at least two approvers who know the suppliers concerned;"),
    _point("compare totals, tax codes and supplier details with the document; and"),
    _point("keep a manual procedure for times at which the Service is not available."),
    _clause(
        "Customer alone is responsible for the tax treatment of its invoices and for the "
        "e-invoicing rules of each country in which it trades."
    ),
    _heading("Restrictions on use"),
    _clause("Customer shall not use the Service or any Output:"),
    _point("to decide about the employment, credit or insurance of a natural person;"),
    _point("as the only ground for refusing, blocking or ending a supplier; or"),
    _point("for documents that are not Supported Documents, unless a clerk keys them again."),
    _heading("Oversight by Oddlestone"),
    _clause(
        "On each Business Day the Review Desk checks every field with a confidence value "
        "below 0.85 and a random sample of 2% of all other fields."
    ),
    _clause(
        "Oddlestone tests each new version on a fixed set of at least 2,000 invoices before "
        "it is released, and monitors Field Accuracy weekly."
    ),
    _heading("Information"),
    _clause("Oddlestone shall:"),
    _point("give Customer 30 days’ notice before it replaces the underlying model;"),
    _point(
        "publish Field Accuracy, the number of invoices tested and the known failures each "
        "quarter; and"
    ),
    _point(
        "report each incident that affects more than 1% of Customer’s invoices within five "
        "Business Days."
    ),
    _heading("Service levels"),
    _clause(
        "Oddlestone warrants that the Service will be available for 99.5% of each calendar "
        "month, measured as set out in Schedule 1."
    ),
    _clause("Oddlestone warrants a Field Accuracy of at least 92% in each calendar quarter."),
    _clause(
        "The credits in Schedule 1 are Customer’s only remedy where a service level is missed."
    ),
    _heading("Data"),
    _clause("Each party keeps the other’s confidential information secret for five years."),
    _clause(
        "Oddlestone may use invoices and corrections to train and improve the Service, "
        "unless Customer objects in writing."
    ),
    _heading("Disclaimers"),
    _clause(
        "Output is produced by statistical models and may be incomplete, out of date or "
        "wrong. Oddlestone does not warrant that Output is accurate or free from error."
    ),
    _clause(
        "Except as stated in clause 7, the Service is provided “as is” and “as available”, "
        "and all other warranties, express or implied, are excluded."
    ),
    _clause(
        "Output is not accounting, tax or legal advice, and Customer shall not rely on it as "
        "a substitute for such advice."
    ),
    _clause(
        "Oddlestone does not promise any saving, any reduction of staff or any other "
        "business result."
    ),
    _heading("Liability"),
    _clause(
        "The total liability of Oddlestone under this Agreement is limited to the fees that "
        "Customer paid in the twelve months before the claim."
    ),
    _clause(
        "Oddlestone is not liable for loss that arises from Output which Customer did not "
        "review under clause 3.1."
    ),
    _clause("Nothing in this Agreement limits liability for fraud."),
    _heading("Term"),
    _clause(
        "This Agreement runs for twelve months and is renewed for twelve more unless one "
        "party gives 60 days’ notice."
    ),
    _heading("General"),
    _clause(
        "This Agreement is the entire agreement between the parties. Customer has not relied "
        "on any presentation, brochure, website or other statement that is not set out in it."
    ),
    _clause(
        "Schedule 2 describes the Service in general terms and is no warranty. Where a "
        "schedule differs from clauses 1 to 12, the clauses prevail."
    ),
    _clause("This Agreement is governed by the law of England and Wales."),
)

SERVICE_LEVELS = (
    ("Service level", "Target", "Measured as", "Credit"),
    (
        "Availability",
        "99.5% a month",
        "Successful requests per minute, maintenance on Sundays left out",
        "5% of the monthly fee for each 0.5% below",
    ),
    ("Field Accuracy", "92% a quarter", "Clause 1.1(d)", "10% of the monthly fee"),
    ("First answer", "4 Business Hours", "Tickets of severity 1 and 2", "None"),
)

DESCRIPTION_INTRODUCTION = "The product overview of November 2026 describes the Service as follows."
DESCRIPTION = (
    *MISSION,
    "The Service reads, codes and matches supplier invoices in any format and proposes the "
    "posting.",
)
