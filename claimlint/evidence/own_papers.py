"""Papers that claimlint wrote itself: what they ask and quote is no evidence."""

from __future__ import annotations

from claimlint.document import Document
from claimlint.evidence.once import once_a_document
from claimlint.finding import Notice
from claimlint.regex import regex
from claimlint.values.notice_codes import NoticeCode

_OURS = regex(
    r"\bclaimlint-questions/\d|\bIt does not say that a claim is false or unlawful\b|"
    r"\b[Bb]acked by the evidence found\b|\bsquare brackets are for you to fill in\b|"
    r"\bnobody has tested that it is so\b|"
    r"” is a (?:strong|plain|hedged) claim of [a-z-]+\. Evidence |"
    r"\bwithout the evidence needed \(\d+ error\b"
)
"""A questionnaire; memo, brief, report and comparison; a rewrite sheet; a label; lines for editors
and hooks; the summary of a job."""


@once_a_document
def is_ours(document: Document) -> bool:
    """Tell whether a paper is a questionnaire or a report of claimlint's, filled in or not."""
    return any(_OURS.search(" ".join(each.text.split())) for each in document.passages)


def told(document: Document) -> tuple[Notice, ...]:
    """Return a notice that a paper is claimlint's own and shows nothing; none for others."""
    if not is_ours(document):
        return ()
    message = (
        "claimlint wrote this paper, so nothing in it counts as evidence; the answers to a "
        "questionnaire are read by claimlint answers"
    )
    return (Notice(NoticeCode.OWN_PAPER, message),)
