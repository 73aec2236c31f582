"""Tables: the cells of a comparison claim, its heads and labels only where the cells say yes."""

from __future__ import annotations

import pytest

from claimlint.document import Location, Passage
from claimlint.terms import Category, DocumentKind

from .build import cells_of, passages


@pytest.fixture(scope="module")
def claimed(detector):
    """Return the texts that claim in a table of rows."""

    def texts(*rows):
        found = detector.find(cells_of(*rows), DocumentKind.MARKETING)
        return [claim.text for claim in found.claims]

    texts.detector, texts.cells = detector, cells_of
    return texts


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("24/7 stock checks", "✓", "✗"), ["24/7"]),
        (("24/7 stock checks", "Yes, all year", "No"), ["24/7"]),
        (("24/7 stock checks", "✗", "✓"), []),
        (("Autonomous mode", "Counts hourly", "Needs a clerk"), []),
        (
            ("Autonomous mode", "Counts without supervision", "Needs a clerk"),
            ["without supervision"],
        ),
    ],
)
def test_a_label_claims_where_a_cell_of_ours_says_yes(claimed, row, found):
    assert claimed(("Feature", "Shelfbird", "Others"), row, ("Price", "9", "12")) == found


def test_a_label_beside_what_describes_it_is_the_name_of_a_feature(claimed):
    head = ("Feature", "What it does", "Plan")
    assert claimed(head, ("Autonomous mode", "Counts hourly", "Gold")) == ["Autonomous mode"]


def test_a_sentence_in_a_list_of_sentences_is_no_label(claimed):
    head = ("Text", "Screen", "Limit")
    assert claimed(head, ("Our agent counts without supervision", "Start", "40"))


def test_the_head_of_a_column_only_names_what_stands_below(claimed):
    head = ("Job", "By hand", "Autonomous AI clerk")
    below = ("Post", "3 pages", "1 page")
    assert claimed(head, ("Stock", "9 pages", "1 page"), below) == []
    assert "Autonomous" in claimed(head, below)  # two rows are a layout


@pytest.mark.parametrize(
    "head", ["Before", "Manual process", "Without Shelfbird", "Today", "Clerks"]
)
@pytest.mark.parametrize("row", [("No-show rate", "18%", "4%"), ("Leads", "40", "220")])
def test_a_figure_beside_that_of_before_is_a_result(claimed, head, row):
    found = claimed(("Measure", head, "With Shelfbird"), row)
    assert found == ([row[2]] if head != "Clerks" else [])


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("Measure", "Before", "Target"), ("No-show rate", "18%", "4%")),
        (("Measure", "Free", "Gold"), ("Leads", "40", "220")),
        (("Measure", "Before", "With Shelfbird"), ("Leads", "40", "20%")),
        (("Measure", "Before", "With Shelfbird"), ("Price", "$40", "$20")),
        (("Measure", "With Shelfbird", "Before"), ("Leads", "40", "220")),
    ],
)
def test_other_figures_of_a_row_are_none(claimed, heads, row):
    assert claimed(heads, row) == []


def test_a_row_told_as_a_line_has_a_column_too(claimed):
    lines = ("Speed - Old desk: 9 h", "Speed - Autonomous desk agent: 1 h")
    found = claimed.detector.find(passages(*lines), DocumentKind.MARKETING)
    assert not [claim for claim in found.claims if "utonomous" in claim.text]
    assert "topic" in {item.decision.check for item in found.let_go}


@pytest.mark.parametrize(("head", "counted"), [("Scans", True), ("n", True), ("Class", False)])
def test_a_row_of_a_card_that_counts_its_items_is_evidence_and_no_claim(claimed, head, counted):
    rows = (("Group", head, "Sensitivity"), ("Women", "1,998", "98.6%"))
    cells = claimed.cells(*rows)
    found = claimed.detector.find(cells, DocumentKind.DISCLOSURE).claims
    assert [claim.text for claim in found] == ([] if counted else ["98.6%"])
    assert claimed(*rows) == ["98.6%"]


@pytest.mark.parametrize("head", ["Bookkeeper", "Your call centre", "In-house sales team"])
def test_what_a_person_at_work_costs_or_takes_is_no_claim(claimed, head):
    rows = (("", head, "Ledgerly"), ("Working hours", "24/7", "24/7"))
    assert claimed(*rows) == ["24/7"]


def test_a_person_in_a_list_of_agents_is_no_machine_in_a_post(claimed):
    head = ("Agent", "Solved", "Price")
    rows = (("Pitchfork 2", "12", "$0.90"), ("Human developer", "–", "$80"))
    assert claimed(head, *rows) == []


def test_the_hours_of_people_in_a_price_list_are_no_claim(claimed):
    head = ("", "Starter", "Enterprise")
    assert claimed(head, ("Live agents as a backup", "no", "24/7"), ("Seats", "2", "9")) == []
    assert claimed(head, ("Availability", "no", "24/7"), ("Seats", "2", "9")) == ["24/7"]


def test_the_interval_of_a_figure_is_no_figure_of_its_own(claimed):
    rows = (("Measure", "Ledgerly 3", "95 % interval"), ("Precision", "98.2 %", "97.5–98.7 %"))
    assert claimed(*rows) == ["98.2 %"]


def test_a_machine_called_by_a_job_claims_in_its_column(claimed):
    rows = (("", "Call centre", "AI receptionist"), ("Working hours", "9 to 5", "24/7"))
    assert claimed(*rows)[-1] == "24/7"


@pytest.mark.parametrize(
    ("answer", "claims"),
    [
        ("Yes", ["24/7"]),
        ("✓", ["24/7"]),
        ("Yes, but only in English", []),
        ("No", []),
        ("Partly", []),
    ],
)
def test_the_question_of_a_form_claims_where_the_answer_is_yes(claimed, answer, claims):
    rows = (
        ("No", "Requirement / question", "Vendor answer"),
        ("1", "Is the agent available 24/7?", answer),
    )
    assert claimed(*rows) == claims


def test_what_was_answered_stands_before_the_question(claimed):
    rows = (("Question", "Answer"), ("Does the agent run without human intervention?", "Yes."))
    (claim,) = claimed.detector.find(claimed.cells(*rows), DocumentKind.MARKETING).claims
    assert claim.lead == "Answered “Yes”"


def test_the_head_over_answers_is_no_part_of_them(claimed):
    rows = (
        ("No", "Task", "Vendor answer"),
        ("2", "State the rate.", "99.1 % on a test set of mails"),
    )
    assert claimed(*rows) == ["99.1 % on a test set"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is a human in the loop?", "Not needed"),
        ("Is a human in the loop?", "No."),
        ("Is there a person in the loop at any step?", "None required"),
        ("Is human review required?", "No"),
        ("Is human approval needed before a refund is paid to a customer?", "No"),
        ("Is manual review required for edge cases?", "✗"),
        ("Are the outputs of the model reviewed by an employee?", "Not necessary"),
        ("Does a person check the replies of the agent before they are sent?", "No, never"),
        ("Do people supervise the agent?", "No"),
        ("Human oversight", "None required"),
    ],
)
def test_no_to_the_question_who_checks_is_a_claim_and_told_by_its_question(
    claimed, question, answer
):
    for rows in (
        (("Question", "Answer"), (question, answer)),
        (("No", "Requirement / question", "Vendor answer"), ("7", question, answer)),
    ):
        (claim,) = claimed.detector.find(claimed.cells(*rows), DocumentKind.MARKETING).claims
        assert claim.category == Category.OVERSIGHT_REDUCTION
        assert claim.text in answer


def test_the_question_is_told_beside_the_answer(claimed):
    rows = (("No", "Question", "Vendor answer"), ("7", "Is a human in the loop?", "Not needed"))
    (claim,) = claimed.detector.find(claimed.cells(*rows), DocumentKind.MARKETING).claims
    assert (claim.lead, claim.text) == ("Is a human in the loop?", "Not needed")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is a human in the loop?", "Yes"),
        ("Is a human in the loop?", "Not yet"),
        ("Is a human in the loop?", "No; planned for next year"),
        ("Is a human in the loop?", "No, a clerk reviews each case"),
        ("Can the agent act without human approval?", "No"),
        ("Is human review optional?", "No"),
        ("Do you offer human review?", "No"),
        ("Are refunds made without a human in the loop?", "No"),
        ("Do your staff sign a non-disclosure agreement?", "No"),
        ("Is a credit card required?", "No"),
        ("Are decisions reviewed by a person?", "Yes / No"),
        ("Was human review required by the regulator?", "No"),
    ],
)
def test_other_answers_and_questions_tell_of_no_lesser_oversight(claimed, question, answer):
    assert claimed(("Question", "Answer"), (question, answer)) == []
    assert claimed(("No", "Question", "Vendor answer"), ("7", question, answer)) == []


@pytest.mark.parametrize(
    ("label", "theirs", "ours"),
    [
        ("Errors per 100 tickets", "7", "0"),
        ("Mistakes per month", "12", "none"),
        ("Holidays", "25", "never"),
        ("Sick days per year", "9", "0"),
        ("Coffee breaks", "4", "none"),
        ("Days off", "104", "zero"),
        ("Human intervention", "constant", "none"),
        ("Human involvement required", "daily", "none"),
        ("Manual review", "each file", "never"),
        ("Human oversight", "full time", "not needed"),
    ],
)
def test_none_reads_as_behind_its_label_in_a_column_and_in_a_list(claimed, label, theirs, ours):
    assert claimed(("", "Call centre", "Ledgerly"), (label, theirs, ours)) == [ours]
    assert claimed(("", "Call centre", "Ledgerly"), (label, ours, theirs)) == []
    lines = passages("Ledgerly:", f"- {label}: {ours}")
    found = claimed.detector.find(lines, DocumentKind.MARKETING).claims
    assert [claim.text for claim in found] == [f"{label}: {ours}"]


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("Holidays", "25"),
        ("Set-up fee", "none"),
        ("Minimum term", "none"),
        ("Parking", "none"),
        ("Seats included", "0"),
        ("Languages missing", "none"),
        ("Staff holidays", "none"),
        ("Human oversight", "each file"),
        ("Human review", "available"),
        ("Credit card", "not needed"),
    ],
)
def test_other_labels_and_values_claim_nothing(claimed, label, ours):
    assert claimed(("", "Call centre", "Ledgerly"), (label, "yes", ours)) == []
    lines = passages("Ledgerly:", f"- {label}: {ours}")
    assert not claimed.detector.find(lines, DocumentKind.MARKETING).claims


SOLD = Passage(
    text="Codewell writes code alone. With Codewell you ship more, and Codewell never tires.",
    location=Location(label="line 1"),
)


def _figures(claimed, *rows):
    found = claimed.detector.find([SOLD, *claimed.cells(*rows)], DocumentKind.MARKETING)
    return [claim.text for claim in found.claims if "%" in claim.text]


@pytest.mark.parametrize("own", ["Codewell 2", "Codewell", "Codewell (ours)"])
@pytest.mark.parametrize("rival", ["Agent K", "Rivalry 3.1", "Competitors"])
def test_the_figure_of_a_rival_is_no_claim_beside_the_product(claimed, own, rival):
    rows = (("Agent", "Accuracy"), (own, "94 %"), (rival, "88 %"))
    assert _figures(claimed, *rows) == ["94 %"]
    assert _figures(claimed, rows[0], rows[2], rows[1]) == ["94 %"]


@pytest.mark.parametrize(
    ("corner", "first", "second"),
    [
        ("Agent", "Invoices", "Agent K"),
        ("Agent", "Codewell 2", "Codewell Lite"),
        ("Language", "Codewell 2", "Spanish"),
        ("Model", "Codewell 2", "our small model"),
    ],
)
def test_rows_of_the_vendor_or_of_no_rivals_claim(claimed, corner, first, second):
    rows = ((corner, "Accuracy"), (first, "94 %"), (second, "88 %"))
    assert _figures(claimed, *rows) == ["94 %", "88 %"]


def test_the_figure_of_people_or_of_others_in_a_row_of_their_own_is_no_claim(claimed):
    rows = (("Human recruiters", "71%"), ("Manual", "69%"), ("Other AI", "83%"), ("Juniper", "98%"))
    assert claimed(("", "Screening accuracy"), *rows) == ["98%"]


def test_what_a_bidder_answers_is_claimed_whatever_the_requirement_says(claimed):
    asked = "The solution shall not take decisions without a recruiter."
    answer = "Kestrel rejects unsuitable applicants automatically."
    rows = (("Requirement", "Vendor response", "Comment"), (asked, "Supported", answer))
    assert claimed(*rows) == ["rejects unsuitable applicants automatically"]


def test_the_hours_of_a_machine_in_a_row_on_support_are_a_claim(claimed):
    rows = (("Feature", "Answer"), ("Support hours", "Our AI agent answers around the clock."))
    assert claimed(*rows) == ["around the clock"]


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Included", ["Fully automated screening"]),
        ("Special terms", ["Fully automated screening"]),
        ("Purpose of use", []),
    ],
)
def test_an_order_form_claims_behind_labels_of_what_is_sold(claimed, label, found):
    words = "Fully automated screening of applications"
    rows = (("Customer", "Oak Ltd"), ("Term", "36 months"), (label, words))
    passages = claimed.cells(*rows)
    assert [c.text for c in claimed.detector.find(passages, DocumentKind.CONTRACT).claims] == found


def test_a_bare_word_is_about_what_the_label_of_its_row_names(claimed):
    rows = (("Topic", "Status"), ("ISO 27001", "Certified"), ("GDPR", "Certified"))
    found = claimed.detector.find(cells_of(*rows), DocumentKind.MARKETING).claims
    assert [claim.aspect for claim in found] == ["security", "law"]


@pytest.mark.parametrize(("beside", "owed"), [("Service credit", 1), ("Plan", 2)])
def test_a_tier_of_credits_below_the_level_that_is_owed_promises_nothing(detector, beside, owed):
    head = ("Monthly availability", beside)
    tiers = cells_of(head, ("99.5% or more", "none"), ("95.0% to 99.49%", "5%"))
    found = detector.find(tiers, DocumentKind.CONTRACT).clauses
    promised = [each.unit for each in found if each.rule == "performance-warranty.uptime"]
    assert promised == ["99.5% or more", "95.0% to 99.49%"][:owed]
