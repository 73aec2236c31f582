"""Pages on the words of reports that are no rule, kind or verdict: levels, notices, problems."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from claimlint.document import ProblemCode, ReadStatus
from claimlint.manual.blocks import Block, Style
from claimlint.terms import Level, Strength
from claimlint.values.comparison import Relation
from claimlint.values.drift import Drift
from claimlint.values.notice_codes import NoticeCode as Notice
from claimlint.values.ruling import Overruled, State
from claimlint.values.topics import Topic

UNSURE = "unsure"


class Word(Struct, frozen=True):
    """What sort of word it is, what it says, and what a reader does about it."""

    sort: str
    says: str
    do: str = ""


_LEVEL = "How grave a finding is: it follows from the strength of the claim and its verdicts"
_STRENGTH = "How far a claim goes"
_DECISION = "What somebody decided on a claim"
_NOTICE = "A notice: what is no claim and worth knowing"
_PROBLEM = "Something that was not read, or not in the ordinary way"
_STATUS = "How much of a document was read"
_CONFLICT = "How a sentence of a contract stands to one of a deck"
_CHANGE = "What happened to a claim or clause between two versions"
_ANEW = "Save the file again in its own program, and check again."
_RAISE = "Raise the limit (--limit NAME=VALUE), or split the file."
_MEND = "Mend the decision or take it away: under --profile vendor the run fails on it."

_ROWS: tuple[tuple[tuple[str, ...], Word], ...] = (
    (
        (Level.ERROR,),
        Word(
            _LEVEL,
            "The papers contradict the claim, or a strong claim lacks evidence that it must have.",
            "Ask for the evidence first here. --fail-on error, the default, ends with status 1.",
        ),
    ),
    (
        (Level.WARNING,),
        Word(
            _LEVEL,
            "A plain claim lacks evidence that it must have, or a hedged one has none at all.",
            "--fail-on warning ends with status 1 here, too; --profile legal does so by itself.",
        ),
    ),
    ((Level.NOTE,), Word(_LEVEL, "All else: what is backed, or lacks little.")),
    ((Strength.STRONG,), Word(_STRENGTH, "It is universal or guaranteed: never, always, fully.")),
    ((Strength.PLAIN,), Word(_STRENGTH, "It is said outright, neither guaranteed nor bounded.")),
    ((Strength.HEDGED,), Word(_STRENGTH, "It is bounded: up to, can, designed to, in most cases.")),
    ((UNSURE,), Word(_STRENGTH, "The words may be no claim at all.", "Read them yourself.")),
    (
        (State.DISMISSED,),
        Word(_DECISION, "It is no claim, or a false alarm, and counts for nothing."),
    ),
    ((State.ACCEPTED,), Word(_DECISION, "Somebody takes the risk until the day that is named.")),
    (
        (Overruled.EXPIRED, Notice.DECISION_EXPIRED),
        Word(_DECISION, "Its last day has passed: the claim counts again.", "Decide anew."),
    ),
    (
        (Overruled.NOT_SUPPRESSIBLE,),
        Word(_DECISION, "The rule lets no decision hold (suppressible: false)."),
    ),
    (
        (Notice.DECISION_OVERRULED,),
        Word(_NOTICE, "A decision does not hold: the papers contradict the claim.", _MEND),
    ),
    (
        (Notice.DECISION_MALFORMED,),
        Word(_NOTICE, "A decision cannot be understood; the message says what it lacks.", _MEND),
    ),
    (
        (Notice.DECISION_UNUSED,),
        Word(_NOTICE, "No claim answers to a decision: the words or the rule are others.", _MEND),
    ),
    (
        (Notice.BASELINE_STALE,),
        Word(
            _NOTICE,
            "The baseline holds claims that are gone.",
            "claimlint baseline prune takes out.",
        ),
    ),
    (
        (Notice.SUPPRESSION_IN_INPUT,),
        Word(
            _NOTICE,
            "A document tries to let its own claims through.",
            "For your own copy, check with --profile vendor, which obeys it.",
        ),
    ),
    (
        (Notice.CONFIGURATION, Notice.DECISIONS, Notice.BASELINE, Notice.DOSSIER, Notice.MODEL),
        Word(
            _NOTICE,
            "Which file or model is in use that is not the default. A baseline lets the claims "
            "through that it holds; a dossier is the vendor's own statement of its evidence.",
            "--isolated leaves out every file that the call does not name.",
        ),
    ),
    (
        (Notice.PASSED_OVER,),
        Word(_NOTICE, "What folders hold that was not read.", "Name such a file to have it read."),
    ),
    (
        (Notice.OVERRIDE_UNUSED,),
        Word(_NOTICE, "A pattern of [[overrides]] fits no file checked.", "Mend the pattern."),
    ),
    (
        (Notice.SWITCHED_OFF, Notice.PRODUCT_NAME),
        Word(_NOTICE, "How many claims the configuration or the call leaves out, and why."),
    ),
    (
        (Notice.NOTHING_ON_OFFER,),
        Word(
            _NOTICE,
            "A paper, or what stands under a heading such as Changelog, is taken to sell nothing, "
            "so that what it asserts is left out.",
            "Where it is copy after all, say so: --kind marketing.",
        ),
    ),
    (
        (Notice.OTHER_PRODUCT, Notice.OWN_PAPER, Notice.OWN_REMARKS),
        Word(
            _NOTICE,
            "A paper is about another product, or was written by claimlint, and is no evidence; "
            "remarks of annotate were not checked.",
        ),
    ),
    (
        (Notice.HIDDEN_CLAIM, Notice.HIDDEN_DISCLAIMER, Notice.UNSEEN_CHARACTERS),
        Word(_NOTICE, "Words or characters stand in the file where no reader sees them."),
    ),
    (
        (Notice.STRUCK_OUT_CLAIM, Notice.STRUCK_OUT_CLAUSE),
        Word(_NOTICE, "A tracked change deletes a claim, or a clause of a contract."),
    ),
    ((Notice.DANGLING_FOOTNOTE,), Word(_NOTICE, "A mark leads to no note.", "Ask for the note.")),
    (
        (Notice.NO_BASELINE, Notice.DENOMINATOR_UNCLEAR),
        Word(
            _NOTICE,
            "A comparison names nothing to compare with, or it is open what a share is counted of.",
            "Ask: than what, and of how many?",
        ),
    ),
    (
        (Notice.BOILERPLATE_DISCLAIMER, Notice.OVERSIGHT_UNDEFINED),
        Word(_NOTICE, "Words that fill no field of any evidence, and count for nothing."),
    ),
    (
        (Notice.UNREADABLE_EVIDENCE,),
        Word(_NOTICE, "A picture shows a figure without its axis or number of items."),
    ),
    ((Notice.BINDING_UNUSED,), Word(_NOTICE, "A dossier binds words that no paper says.")),
    (
        (ReadStatus.READ, ReadStatus.PARTLY_READ),
        Word(_STATUS, "All of it, or all but what the report names.", "See --fail-on-partly-read."),
    ),
    ((ReadStatus.UNREADABLE,), Word(_STATUS, "Nothing of it; the run ends with status 3.")),
    (
        (ProblemCode.IMAGE_ONLY_PAGE, ProblemCode.DRAWN_LETTERS),
        Word(
            _PROBLEM,
            "A page or slide is a picture, or its letters are drawn as curves.",
            "--ocr reads such pages of a PDF; or export the paper with its text.",
        ),
    ),
    (
        (ProblemCode.GARBLED_TEXT,),
        Word(
            _PROBLEM,
            "A font does not say which letters it shows.",
            "Export anew with fonts, or --ocr.",
        ),
    ),
    ((ProblemCode.ENCRYPTED,), Word(_PROBLEM, "It needs a password.", "Save a copy without one.")),
    (
        (ProblemCode.DAMAGED, ProblemCode.DAMAGED_PART, ProblemCode.READER_DIED),
        Word(_PROBLEM, "The file, or a part of it, is damaged and could not be repaired.", _ANEW),
    ),
    (
        (ProblemCode.EMPTY, ProblemCode.NO_TEXT, ProblemCode.MISSING),
        Word(_PROBLEM, "There is nothing to read: no file, no words, or pictures alone."),
    ),
    (
        (
            ProblemCode.TOO_LARGE,
            ProblemCode.TOO_MANY_PARTS,
            ProblemCode.TOO_DEEP,
            ProblemCode.TIMED_OUT,
            ProblemCode.OUT_OF_MEMORY,
        ),
        Word(_PROBLEM, "A limit was reached, and what lies behind it was not read.", _RAISE),
    ),
    (
        (ProblemCode.UNSUPPORTED, ProblemCode.UNSUPPORTED_PART, ProblemCode.ATTACHMENT_NOT_READ),
        Word(_PROBLEM, "No reader for it.", "Convert it, or check that part by itself."),
    ),
    ((ProblemCode.LANGUAGE,), Word(_PROBLEM, "The text is not in English and was not checked.")),
    (
        (
            ProblemCode.SALVAGED,
            ProblemCode.SECOND_READER,
            ProblemCode.OCR,
            ProblemCode.NO_LIMITS,
        ),
        Word(
            _PROBLEM,
            "Nothing is missing. A zip file was searched for its parts, another library read it, "
            "its text was recognised in a picture, or this system cannot limit memory.",
        ),
    ),
    (
        (Relation.CONTRADICTS, Relation.LIMITS, Relation.SUPPORTS),
        Word(
            _CONFLICT,
            "The contract takes back what the deck says, bounds it, or promises as much.",
            "Read both places; negotiate what is contradicted or limited.",
        ),
    ),
    (
        tuple(Drift),
        Word(
            _CHANGE,
            "It is new or gone, goes farther or less far, has other words or another place, or "
            "more or less evidence.",
        ),
    ),
)

WORDS = {str(name): word for names, word in _ROWS for name in names}
"""Each word with what it says. Source: docs/pipeline.md and docs/formats.md."""


def topic_page(topic: Topic) -> Iterator[Block]:
    """Yield the page of a matter on which a deck and its contract can differ."""
    yield Block(Style.TITLE, f"{topic.title} ({topic.id})")
    yield Block(Style.TEXT, "A topic of compare: on it a contract can take back what a deck says.")
    yield Block(Style.HEADING, "What decks hold, what contracts hold, and what follows")
    for row in topic.rows:
        deck, contract = ", ".join(row.deck), ", ".join(row.contract)
        yield Block(Style.ITEM, f"{deck} – {contract}: {row.kind}. {row.why}")


def word_page(name: str) -> Iterator[Block]:
    """Yield the page of a word."""
    word = WORDS[name]
    yield Block(Style.TITLE, name)
    yield Block(Style.TEXT, f"{word.sort}.")
    yield Block(Style.TEXT, word.says)
    if word.do:
        yield Block(Style.HEADING, "What to do")
        yield Block(Style.TEXT, word.do)
