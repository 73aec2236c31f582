"""The ways in which marketing evades evidence, one small document each."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from claimlint.document import Part, Passage
from claimlint.evidence.disclosures.find import find_disclosures
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.notices import notices
from claimlint.score.evidence_examples import paper
from claimlint.terms import Category, Strength, Verdict
from tests.evidence.paper import claim_in

TODAY = date(2026, 11, 23)
ACCURACY = Category.ACCURACY_RELIABILITY


@pytest.fixture
def judge(catalogue):
    def of(text, words, category=ACCURACY, kind="accuracy-evaluation", **more):
        document = paper(text)
        claim = claim_in(document, words, category, **more)
        found = find_disclosures(document, catalogue)
        rows = assess(claim, document, AtHand(tuple(found)), catalogue, today=TODAY)
        return next(item for item in rows if item.kind == kind)

    return of


@pytest.fixture
def noticed(catalogue):
    def of(text, words, category=ACCURACY):
        document = paper(text)
        claim = claim_in(document, words, category)
        return [item.code for item in notices(document, [claim], catalogue)]

    return of


MEASURED = """
InvoiceBot 4.2 was scored on header fields of invoices: {value} field accuracy, n = {n}, on a random
sample of production invoices at nine wholesale customers, by Lab Y on 30 September 2026, compared
with two clerks.
"""


def measured(value: str = "96.2 %", n: str = "3,120") -> str:
    return MEASURED.format(value=value, n=n)


def test_a_footnote_supplies_what_the_claim_leaves_out(judge):
    text = (
        "InvoiceBot 4.2 reads 96 % of header fields right.*\n\n"
        "* Field accuracy 96.2 %, n = 3,120 invoices, random sample of production data at nine "
        "wholesale customers, version 4.2, scored by Lab Y in September 2026, vs 97 % for clerks."
    )
    found = judge(text, "96 % of header fields right")
    assert found.verdict is Verdict.BACKED, (found.missing, found.reason)


def test_a_share_that_the_claim_states_itself_contradicts_it_not(judge):
    text = (
        "From July to September 2026, 58% of 41,300 letters at 14 customers were answered without "
        "any clerk; the rest went to the exception queue. "
    )
    found = judge(text, "answered without any clerk", Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict is not Verdict.CONTRADICTED


def test_a_footnote_that_reverses_the_claim_contradicts_it(judge):
    text = "Pays every invoice without human intervention.*\n\n* A clerk approves each payment."
    found = judge(text, "without human intervention", Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict is Verdict.CONTRADICTED
    assert "clerk approves each payment" in found.reason


def test_a_footnote_that_says_nobody_approves_does_not_reverse(judge):
    text = "Pays every invoice without human intervention.*\n\n* No clerk approves any payment."
    found = judge(text, "without human intervention", Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict is Verdict.BARE


def test_never_with_a_note_that_it_can_be_wrong_is_contradicted(judge):
    text = "It never hallucinates.†\n\n† AI can make mistakes. Please verify important information."
    assert judge(text, "never hallucinates").verdict is Verdict.CONTRADICTED


def test_a_marker_without_a_note_is_told(noticed):
    assert noticed("InvoiceBot is 99 % accurate.*", "99 % accurate") == ["dangling-footnote"]


def test_notes_that_run_on_in_one_paragraph_explain_their_markers(noticed):
    text = "InvoiceBot is 99 % accurate.²\n\n1 By our team. 2 In May, on invoices. 4 In June."
    assert noticed(text, "99 % accurate") == []
    assert noticed(text.replace("²", "³"), "99 % accurate") == ["dangling-footnote"]


def test_emphasis_in_markdown_is_no_marker(noticed):
    assert noticed("It is **very** right and *always* so, 99 % accurate.", "99 % accurate") == []


def test_up_to_is_never_backed_by_a_single_best_case(judge):
    text = (
        "Up to 95 % accurate.\n\nField accuracy of up to 95 % on invoices, n = 400, test set "
        "drawn from production at one customer, version 2.1, tested in May 2026 by Lab Y, vs "
        "manual entry."
    )
    found = judge(text, "Up to 95 % accurate", strength=Strength.HEDGED)
    assert found.verdict.rank <= Verdict.PARTLY_BACKED.rank


def test_results_may_vary_gives_no_credit_and_is_told(judge, noticed):
    text = "InvoiceBot is 99 % accurate.*\n\n* Results may vary."
    assert judge(text, "99 % accurate").verdict is Verdict.BARE
    assert "boilerplate-disclaimer" in noticed(text, "99 % accurate")


def test_a_general_warning_fills_nothing_in_failure_modes(judge):
    text = "InvoiceBot is 99 % accurate.\n\nAI can make mistakes. Check important info."
    found = judge(text, "99 % accurate", kind="failure-modes")
    assert found.verdict is Verdict.BARE
    assert found.found == ()


def test_an_optional_person_does_not_fill_oversight(judge, noticed):
    text = "Runs your back office on autopilot. Human-in-the-loop optional."
    found = judge(text, "on autopilot", Category.AUTONOMY, "oversight-spec")
    assert found.verdict is Verdict.BARE
    assert "oversight-undefined" in noticed(text, "on autopilot", Category.AUTONOMY)


def test_a_public_benchmark_is_about_something_else(judge):
    text = "InvoiceBot answers right 92 % of the time. Our model reached 92 % accuracy on MMLU."
    assert judge(text, "answers right 92 % of the time").verdict is Verdict.WRONG_TARGET


def test_a_score_of_the_base_model_is_about_something_else(judge):
    text = (
        "InvoiceBot reads invoices 95 % right.\n\nGPT-4 reached 95 % accuracy on a test set of "
        "2,000 invoices in March 2026, evaluated by OpenAI, compared with GPT-3.5."
    )
    assert judge(text, "95 % right").verdict is Verdict.WRONG_TARGET


def test_an_evaluation_of_another_task_is_about_something_else(judge):
    text = "Its contract review is 96 % accurate.\n\n" + measured()
    found = judge(text, "96 % accurate")
    assert found.verdict is Verdict.WRONG_TARGET
    assert "invoices" in found.reason
    assert "contracts" in found.reason


@pytest.mark.parametrize(
    ("papers", "verdict"),
    [
        ("invoices", Verdict.BACKED),
        ("delivery notes", Verdict.WRONG_TARGET),
        ("bills of lading", Verdict.WRONG_TARGET),
        ("invoices and packing lists", Verdict.PARTLY_BACKED),
    ],
)
def test_an_evaluation_on_one_kind_of_papers_backs_no_claim_on_another(judge, papers, verdict):
    found = judge(f"It reads {papers} 96 % right.\n\n{measured()}", "96 % right")
    assert found.verdict is verdict, found.reason


def test_what_runs_alone_on_invoices_backs_no_autonomy_on_delivery_notes(judge):
    text = (
        "It posts delivery notes with no clerk.\n\n# Automation report\n\nFrom April to June 2026, "
        "62 % of 41,300 invoices at 14 customers were posted without a person touching them."
    )
    found = judge(text, "with no clerk", Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict is Verdict.WRONG_TARGET, found.reason


def test_an_evaluation_of_another_version_is_about_something_else(judge):
    text = "# InvoiceBot 5.0\n\nInvoiceBot 5.0 is 96 % accurate.\n\n" + measured()
    found = judge(text, "96 % accurate")
    assert found.verdict is Verdict.WRONG_TARGET
    assert "4.2" in found.reason


def test_an_evaluation_of_another_product_is_about_something_else(judge):
    text = "MailPilot is 96 % accurate.\n\n" + measured()
    assert judge(text, "96 % accurate").verdict is Verdict.WRONG_TARGET


def test_an_internal_benchmark_is_named_and_not_shown(judge):
    text = "It is 98 % accurate in our proprietary benchmark."
    assert judge(text, "98 % accurate").verdict is Verdict.ASSERTED


def test_a_pilot_customer_is_partly_backed_at_most(judge):
    text = (
        "Cuts handling time by 60 %.\n\nIn a pilot at one customer with 12 users, handling time "
        "per ticket fell from 10 to 4 minutes between January 2026 and March 2026, compared with "
        "the year before."
    )
    found = judge(text, "handling time by 60 %", Category.BUSINESS_OUTCOME, "outcome-study")
    assert Verdict.BARE.rank < found.verdict.rank <= Verdict.PARTLY_BACKED.rank


def test_a_testimonial_alone_is_nothing(judge):
    text = 'Cuts costs by 40 %. "We saved a fortune," says the CFO of a happy customer.'
    found = judge(text, "Cuts costs by 40 %", Category.BUSINESS_OUTCOME, "outcome-study")
    assert found.verdict is Verdict.BARE


def test_a_relative_figure_needs_both_rates_and_a_comparator(noticed):
    assert "no-baseline" in noticed("It makes 3x fewer errors.", "3x fewer errors")
    text = "It makes 3x fewer errors than clerks: 1.1 % against 3.3 %, compared with manual entry."
    assert "no-baseline" not in noticed(text, "3x fewer errors")
    heads = "| Before | With InvoiceBot | Saving |"
    for row, both in (("22 h a week | 8 h", True), ("high | low", False)):
        table = f"{heads}\n| {row} | 64 % less phone time |"
        assert ("no-baseline" in noticed(table, "64 % less phone time")) is not both


def test_proud_decimals_say_how_many_items_they_take(judge):
    found = judge("InvoiceBot is 99.97 % accurate.", "99.97 % accurate")
    assert "10,000" in found.reason


def test_too_few_items_for_a_proud_rate_are_partly_backed_at_most(judge):
    text = "InvoiceBot is 99.9 % accurate.\n\n" + measured("99.9 %", "500")
    found = judge(text, "99.9 % accurate")
    assert found.verdict is Verdict.PARTLY_BACKED
    assert "3,000" in found.reason


def test_never_is_not_shown_by_any_number_of_items(judge):
    text = "InvoiceBot never makes an error.\n\n" + measured("100 %", "3,000")
    found = judge(text, "never makes an error")
    assert found.verdict is Verdict.PARTLY_BACKED
    assert "0.1 %" in found.reason


def test_a_claim_above_the_measured_rate_is_contradicted(judge):
    found = judge("InvoiceBot is 99.9 % accurate.\n\n" + measured(), "99.9 % accurate")
    assert found.verdict is Verdict.CONTRADICTED
    assert "96.2 %" in found.reason


def test_a_claim_below_the_measured_rate_is_not_contradicted(judge):
    found = judge("InvoiceBot is 96 % accurate.\n\n" + measured(), "96 % accurate")
    assert found.verdict is Verdict.BACKED


def test_the_direction_of_the_metric_counts(judge):
    text = "Fewer than 2 % of fields are wrong.\n\n" + measured().replace(
        "{value} field accuracy", ""
    ).replace("96.2 % field accuracy", "an error rate of 3.8 %")
    assert judge(text, "Fewer than 2 % of fields are wrong").verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize("words", ["of eligible invoices", "of supported formats"])
def test_a_moved_denominator_is_told(noticed, words):
    text = f"It posts 95 % {words} alone."
    assert "denominator-unclear" in noticed(text, "95 %", Category.AUTONOMY)


def test_a_rate_after_people_fixed_it_is_about_something_else(judge):
    text = "InvoiceBot is 99 % accurate.\n\n" + measured("99.1 %").replace(
        "field accuracy", "field accuracy after human review"
    )
    assert judge(text, "99 % accurate").verdict is Verdict.WRONG_TARGET


def test_steps_that_compound_are_said(judge):
    text = "Agents run long workflows alone, with 98 % accuracy per step over ten steps."
    found = judge(text, "run long workflows alone", Category.AUTONOMY, "scale-behaviour")
    assert "82 %" in found.reason or "81.7 %" in found.reason


def test_a_fuzzy_assurance_is_named_and_not_shown(judge):
    text = "SOC 2-grade security for every agent."
    more = {"aspect": "security"}
    found = judge(text, "SOC 2-grade", Category.SAFETY_COMPLIANCE, "security-assurance", **more)
    assert found.verdict is Verdict.ASSERTED


def test_a_report_on_request_is_promised(judge):
    text = "InvoiceBot is 98 % accurate.\n\nOur evaluation report is available on request."
    assert judge(text, "98 % accurate").verdict is Verdict.PROMISED


def test_an_old_evaluation_is_out_of_date(judge):
    text = "InvoiceBot is 96 % accurate.\n\n" + measured().replace("2026", "2024")
    found = judge(text, "96 % accurate")
    assert found.verdict is Verdict.STALE
    assert "2024-09-30" in found.reason


def test_an_evaluation_after_the_claim_was_published_is_late(judge):
    text = "Sales deck, March 2026\n\nInvoiceBot is 96 % accurate.\n\n" + measured()
    assert judge(text, "96 % accurate").verdict is Verdict.LATE


def test_hidden_labour_contradicts_a_claim_of_none(judge):
    text = (
        "Handles every booking with no human in the loop.\n\n# Subprocessors\n\nBetween January "
        "and June 2026, agents employed by a contractor in Manila completed 38 % of all bookings "
        "by hand."
    )
    found = judge(text, "no human in the loop", Category.AUTONOMY, "human-involvement")
    assert found.verdict is Verdict.CONTRADICTED


def test_a_lower_figure_in_its_own_note_contradicts_a_claim(judge):
    note = "* In a test on 1,200 sampled motor claims of March 2026 accuracy was 91.4 %."
    found = judge(f"99.8 % accurate* on all motor claims.\n\n{note}", "99.8 % accurate")
    assert found.verdict is Verdict.CONTRADICTED
    assert [item.text for item in found.found if item.field == "value"] == ["91.4 %"]


def test_a_rate_of_automation_contradicts_fully(judge):
    text = (
        "Fully automates invoice posting.\n\nIn Q3 2026, 62 % of 41,300 invoices were posted "
        "without a person touching them; the rest went to a clerk."
    )
    found = judge(text, "Fully automates", Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict is Verdict.CONTRADICTED
    assert found.reason.startswith("only a part runs without people: ")


def test_stray_fields_near_a_bare_claim_are_no_evidence(judge):
    text = (
        "InvoiceBot is 99 % accurate.\n\nPrices from 30 September 2026. Version 4.2 costs 20 % "
        "less. Trusted by 500 customers. Our CI pipeline runs nightly."
    )
    found = judge(text, "99 % accurate")
    assert found.verdict is Verdict.BARE
    assert {item.field for item in found.found} <= {"metric", "value"}


def test_a_date_in_a_footer_and_a_liability_clause_fill_nothing(judge):
    text = (
        "InvoiceBot read 96.2 % of fields right in a test of 3,120 invoices drawn at random.\n\n"
        "Liability under version 3 is limited to fees paid since 1 January 2026."
    )
    found = judge(text, "96.2 % of fields right")
    assert "date" in found.missing
    assert "version" in found.missing


def test_a_measurement_of_other_things_contradicts_nothing(judge):
    text = (
        "Minuto writes board minutes with 99 % accuracy.\n\nQueryMind found 94 % of 2,000 orders "
        "right, drawn at random from production in May 2026 (version 3)."
    )
    assert judge(text, "99 % accuracy").verdict is not Verdict.CONTRADICTED


def test_a_model_that_judges_itself_is_self_reported(judge):
    text = (
        "QueryMind is 94 % accurate.\n\nOur own language model graded 2,000 QueryMind answers "
        "drawn at random from production in May 2026: 94 % were right."
    )
    found = judge(text, "94 % accurate")
    assert found.provenance == "self-reported"
    assert found.verdict.rank <= Verdict.PARTLY_BACKED.rank


def test_an_award_is_named_and_no_evidence_of_a_rank(judge):
    text = "The best AI for ports. Winner of the Golden Anchor award 2026."
    found = judge(text, "best AI", Category.MARKET_POSITION, "market-comparison")
    assert found.verdict in (Verdict.BARE, Verdict.ASSERTED)


def test_a_roadmap_is_no_evidence(judge):
    text = (
        "Books berths without human intervention.\n\nFrom 2027 on, 80 % of bookings will be made "
        "without a person; this is on our roadmap."
    )
    found = judge(text, "without human intervention", Category.AUTONOMY, "autonomy-boundary")
    assert found.verdict.rank <= Verdict.PROMISED.rank
    assert found.verdict is not Verdict.CONTRADICTED


def test_a_figure_in_a_picture_is_told_as_unreadable(catalogue):
    words = "Chart: 97 % accuracy"
    picture = replace(paper(words).passages[0].location, part=Part.ALT_TEXT)
    document = replace(paper(words), passages=(Passage(text=words, location=picture),))
    assert [item.code for item in notices(document, [], catalogue)] == ["unreadable-evidence"]


def test_a_chart_whose_axis_was_read_is_no_picture(catalogue):
    axis, title = (
        Passage(
            text=text,
            location=replace(
                paper(text).passages[0].location, part=Part.CHART, label=f"slide 5, chart, {what}"
            ),
        )
        for what, text in (("category", "Before"), ("title", "97 % accuracy"))
    )
    document = paper("A deck.")
    assert not notices(replace(document, passages=(title, axis)), [], catalogue)
    assert notices(replace(document, passages=(title,)), [], catalogue)


def test_a_warning_in_the_foot_of_a_page_is_told_to_count_for_nothing(catalogue):
    document = paper("It is right.\n\nAI can make mistakes.")
    body, foot = document.passages
    foot = replace(foot, location=replace(foot.location, part=Part.FOOTER))
    found = notices(replace(document, passages=(body, foot)), [], catalogue)
    assert [item.code for item in found] == ["boilerplate-disclaimer"]


@pytest.mark.parametrize("words", ["AI can make mistakes.", "All is checked by our reviewers."])
def test_a_warning_or_people_that_nobody_sees_are_told_as_such(catalogue, words):
    document = paper(f"It is right.\n\n{words}")
    body, unseen = document.passages
    unseen = replace(unseen, location=replace(unseen.location, hidden="white on white"))
    (told,) = notices(replace(document, passages=(body, unseen)), [], catalogue)
    assert "where nobody sees it (white on white)" in told.message


@pytest.mark.parametrize(
    ("claim", "contradicted"),
    [
        ("Routes all applications without a clerk", True),
        ("Routes simple applications without a clerk", False),
        ("Routes applications above the confidence threshold without a clerk", False),
    ],
)
def test_a_few_hard_cases_by_people_contradict_no_claim_on_easy_ones(judge, claim, contradicted):
    people = (
        "In the first half of 2026 staff of Keystroke Ltd, Cardiff, keyed in 6% of all forms that "
        "could not be read. They see the form only. Councils can switch this off."
    )
    found = judge(f"{claim}.\n\n{people}", claim, Category.AUTONOMY, "human-involvement")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted


@pytest.mark.parametrize(
    ("claim", "note", "contradicted"),
    [
        (
            "Every letter is sorted without a clerk",
            "63 % of letters; the rest go to a clerk.",
            True,
        ),
        (
            "Letters above the threshold are sorted without a clerk",
            "The rest go to a clerk.",
            False,
        ),
        ("63 % of letters are sorted without a clerk", "All others go to a clerk.", False),
        ("63 % of letters are sorted without a clerk", "Each of them goes to a clerk.", True),
    ],
)
def test_who_sees_to_the_rest_takes_back_a_claim_on_all_only(judge, claim, note, contradicted):
    text = f"{claim}¹\n\n¹ {note}"
    found = judge(text, f"{claim}¹", Category.AUTONOMY, "oversight-spec")
    assert (found.verdict is Verdict.CONTRADICTED) is contradicted, found.reason
