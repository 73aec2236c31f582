"""Context lets go what is no assertion of the seller, and keeps what only looks like it."""

from __future__ import annotations

import pytest

from claimlint.document import Role
from claimlint.terms import DocumentKind

from .build import passage, passages

SILENT = [
    ("denied", "We cannot promise that the planner runs without human intervention."),
    ("denied", "We do not claim that our agent never sleeps."),
    ("denied", "No agent can write as well as an expert."),
    ("denied", "“It makes no mistakes” — not a thing that we could say."),
    ("denied", "“Runs itself” is a slogan that you will not read on our pages."),
    ("attributed", "We were told that your agent runs without human intervention."),
    ("attributed", "A rival told us that its bot runs without human intervention."),
    ("attributed", "Unlike tools that promise to run without human intervention, Wren asks first."),
    ("requirement", "Acceptance criterion: it runs without human intervention for a day."),
    ("note", "Note to the editor: cut the words without human intervention here."),
    ("note", "☐ It runs without human intervention."),
    ("other column", "Manual: error-free, but slow."),
    ("other column", "Who it is for: small yards, and work without human intervention."),
    ("question", "They ask whether it works at night, without human intervention, for all."),
    ("condition", "Hauliers that want to grow without hiring"),
    ("requirement", "Mark = 60% accuracy + 40% speed"),
    ("hypothetical", "Many believe that software can run without human intervention."),
    ("attributed", "Traditional scanners misread nothing and never make a mistake."),
    ("requirement", "But ensuring fairness with human effort alone is nearly impossible."),
    ("definition", "A lights-out plant is a system that runs without human intervention."),
    ("people", "Our technicians finish the whole job end to end."),
    ("plain software", "The lift runs without human intervention."),
    ("market", "Haulage costs had risen by 18% when we began."),
    ("market", "After a week, the reply rate drops 40%."),
    ("law or research", "In the paper, the model runs without human intervention."),
    ("attributed", "The planners are said to run without human intervention."),
    ("attributed", "A spokesman said that it runs without human intervention."),
    ("market", "Of 1,860 lifts 81.2% were inspected."),
    ("attributed", "Tarn had advertised an agent that runs without human intervention."),
    ("note", "Press contact: Ada Quist, reachable day and night."),
    ("law or research", "The loom, built in 1774, runs without human intervention."),
    ("requirement", "The platform shall be available 24 hours a day, 365 days a year."),
    ("requirement", "Every figure must be accurate to the cent."),
    ("plain software", "We run three warehouses that work around the clock."),
    ("question", "D7. Describe how your agents run without human intervention."),
    ("question", "If yes, explain how the agent runs without human intervention:"),
    ("question", "We measure how many letters leave without human intervention."),
    ("hypothetical", "Clerks and other people tend to trust the output and stop checking."),
    ("denied", "Running without human intervention was ruled out."),
    ("instruction", "Pass ask=False and it runs without human intervention."),
    (
        "measure",
        "* Share of letters that leave without human intervention, rejected ones included.",
    ),
    ("measure", "% of letters sorted without human intervention"),
    ("measure", "Number of letters sorted without human intervention"),
    ("told of", "The report describes how accurately Wren reads letters."),
    ("note", "2.1 Running without human intervention ........ 7"),
    ("duty", "Ensure consistent answers on every shift."),
    ("duty", "Ensure consistent answers on all your shifts"),
]
CLAIMS = [
    "Meet our agent: the first agent that runs without human intervention.",
    "Describe which tours you want, and our planner runs without human intervention.",
    "Why hire more clerks when Wren runs the desk without human intervention?",
    "Do not wait for us: Wren runs without human intervention.",
    "Unlike macros, Wren runs without human intervention.",
    "Rivals stop at five, Wren runs without human intervention.",
    "Our AI technicians finish the whole job end to end.",
    "Wren decides whether to pay, and it runs without human intervention.",
    "Case studies: it runs without human intervention in forty plants.",
    "Haulage costs fell by 18%, and the reply rate went up 40%.",
    "Stop asking whether it is safe, for Wren runs without human intervention.",
    "They ask whether it is safe: Wren runs without human intervention.",
    "From job description to shortlist, the agent runs without human intervention.",
    "No matter how many letters come, Wren runs without human intervention.",
    "With Wren: The agent runs without human intervention.",
    "Wren has the ability to run without human intervention.",
    "Share of letters that leave without human intervention: 82 %.",
    "See how accurately Wren reads letters.",
    "82% of calls handled without a person",
    "Ensure consistent answers on every shift",
    "Not a macro: an agent that runs without human intervention.",
]


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_lets_go_and_says_by_which_check(detector, check, text):
    found = detector.find(passages(text), DocumentKind.MARKETING)
    assert found.claims == ()
    assert check in {item.decision.check for item in found.let_go}


@pytest.mark.parametrize("text", CLAIMS)
def test_keeps_what_only_looks_like_it(detector, text):
    assert detector.find(passages(text), DocumentKind.MARKETING).claims


@pytest.mark.parametrize(
    ("heading", "claims"),
    [
        ("The problem", 0),
        ("The problem, solved", 1),
        ("Long term", 0),
        ("Long term savings", 1),
        ("Wren at work", 1),
        ("Known limits", 0),
        ("Risks: what it does not detect", 0),
        ("Letters without limits", 1),
        ("Spot hidden risks", 1),
    ],
)
def test_below_the_heading_of_a_problem_plan_or_limit_nothing_is_claimed(detector, heading, claims):
    below = passage("Letters are sorted without human intervention.", number=2)
    found = detector.find([passage(heading, Role.HEADING, 2), below], DocumentKind.MARKETING)
    assert len([claim for claim in found.claims if claim.passage == 1]) == claims


@pytest.mark.parametrize(
    ("lines", "claims"),
    [
        (["Non-goals"], 0),
        (["Out of scope:"], 0),
        (["🚧 Roadmap"], 0),
        (["Slide 9: Risks & mitigations"], 0),
        (["4. Known issues"], 0),
        (["Limitations", "Scans of carbon copies come out blank."], 0),
        (["Future work", "1. Parcels of all sorts"], 0),
        (["The problem", "Post piles up, and clerks sort it by hand."], 0),
        (["Risks are what we take off you"], 1),
        (["Non-goals of others are our goals."], 1),
        (["Limitations", "How it works"], 1),
        (["Limitations", "Getting Started With Wren"], 1),
        (["Roadmap", "Docs", "Blog"], 1),
        (["4. Known issues", "5. What clerks get out of it"], 1),
        (["Limitations", *["We scan the letters that you bring to us."] * 15], 1),
    ],
)
def test_a_known_heading_alone_on_a_line_needs_no_marks(detector, lines, claims):
    below = passages(*lines, "Letters are sorted without human intervention.")
    assert len(detector.find(below, DocumentKind.MARKETING).claims) == claims


def test_a_marked_heading_ends_what_stands_below_one_without_marks(detector):
    lines = passages("Limitations", "Wren", "Letters are sorted without human intervention.")
    assert detector.find(lines[::2], DocumentKind.MARKETING).claims == ()
    marked = [lines[0], passage("Wren sorts the post", Role.HEADING, 2, number=2), lines[2]]
    assert len(detector.find(marked, DocumentKind.MARKETING).claims) == 1


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The Agent runs without human intervention.", 1),
        ("Customer authorises the Agent to run without human intervention.", 0),
        ("Customer is liable where the Agent runs without human intervention.", 0),
        ("Supplier uses the Agent, which runs without human intervention.", 1),
        ("6.8 Autonomous Agents", 0),
        ("This Policy applies to each Agent that runs without human intervention.", 0),
        ("6.8 The Service comprises autonomous agents", 1),
    ],
)
def test_a_party_that_lets_the_system_act_claims_nothing(detector, text, claims):
    found = detector.find(passages(text), DocumentKind.CONTRACT)
    assert len(found.claims) == claims


def test_two_brief_sentences_make_one_claim(detector):
    (claim,) = detector.find(
        passages("Drop in a brief. Out comes a finished brochure."), DocumentKind.MARKETING
    ).claims
    assert (claim.text, claim.lead) == ("Out comes a finished brochure", "Drop in a brief.")


def test_a_changelog_of_plain_software_sells_nothing(detector):
    lines = (
        "Fixed a crash in the parser when the config file was empty.",
        "The library now compiles without warnings under gcc and clang.",
        "Added an option to write the output of the test suite as XML.",
        "Dependencies on the deprecated API were removed; patches by contributors.",
        "Handles Unicode strings in file names correctly on Windows and Linux.",
    )
    assert detector.find(passages(*lines)).kind is DocumentKind.OTHER


def test_what_is_done_without_the_product_is_no_claim_on_it(detector):
    about = ("Wren writes notes.", "Today Wren reads letters.", "In March Wren was tested.")
    left = "As a comparison, notes written without Wren had a recall of 91 %."
    beside = "With Wren notes have a recall of 97 %, and without it 91 %."
    told = [claim.unit for claim in detector.find(passages(*about, left, beside)).claims]
    assert told == [beside]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Analysts caught 71% of the frauds.", 0),
        ("Our reviewers caught 71% of the errors.", 0),
        ("Traders matched 93% of the lines.", 0),
        ("Our AI reviewers caught 71% of the errors.", 1),
        ("Our planner gets 70% of the routes right.", 1),
        ("Orvane caught 97% of the frauds, analysts 71%.", 1),
    ],
)
def test_a_rate_of_people_is_none_of_the_product(detector, text, found):
    claims = detector.find(passages(text), DocumentKind.MARKETING).claims
    assert sum(claim.category == "accuracy-reliability" for claim in claims) == found
