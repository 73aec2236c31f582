"""Notices of the remarks that an earlier run wrote into documents, which are none of their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from claimlint.amounts import amount, as_many_as_fit
from claimlint.annotate.wording import clean
from claimlint.finding import DocumentReport, Notice, Report
from claimlint.values.notice_codes import NoticeCode
from claimlint.values.remarked import Loose, Remarked

_ROOM = 400


def left_out(remarked: Remarked | None) -> tuple[Notice, ...]:
    """Return the notice on remarks of ours in a document, where there are some."""
    return () if remarked is None else (Notice(NoticeCode.OWN_REMARKS, _message(remarked)),)


def told(report: Report) -> Report:
    """Return the report with what remarks quote that stands in none of its papers."""
    if not any(document.remarked for document in report.documents):
        return report
    papers = _Papers(report)
    return replace(report, documents=tuple(papers.told(each) for each in report.documents))


class _Papers:
    """All papers of a report, which a remark may quote."""

    def __init__(self, report: Report) -> None:
        passages = (passage for document in report.documents for passage in document.passages)
        self._said = "\n".join(clean(passage.text) for passage in passages)
        self._titles = {kind.id: kind.title for kind in report.kinds}

    def told(self, document: DocumentReport) -> DocumentReport:
        """Return the document, its notice with what stands only in its remarks."""
        if document.remarked is None:
            return document
        reasons = set(self._reasons(document))
        loose = [each for each in document.remarked.loose if not self._held(each, reasons)]
        if not loose:
            return document
        notice = Notice(NoticeCode.OWN_REMARKS, _message(document.remarked, loose))
        others = (each for each in document.notices if each.code != NoticeCode.OWN_REMARKS)
        return replace(document, notices=(notice, *others))

    def _reasons(self, document: DocumentReport) -> Iterator[str]:
        """Yield what this check says of evidence, as a remark would say it."""
        for finding in document.findings:
            for item in finding.evidence:
                if item.reason:
                    yield clean(f"{self._titles.get(item.kind, item.kind)}: {item.reason}")

    def _held(self, loose: Loose, reasons: set[str]) -> bool:
        """Tell whether this check says the same, or one of its papers holds the words."""
        if not loose.quoted:
            return loose.words in reasons
        return loose.words.removesuffix(" …") in self._said


def _message(remarked: Remarked, loose: Sequence[Loose] = ()) -> str:
    message = (
        f"{amount(remarked.remarks, 'remark')} that claimlint wrote into this copy "
        f"{'was' if remarked.remarks == 1 else 'were'} not checked"
    )
    if not loose:
        return message
    words = [f"“{each.words}”" for each in loose]
    told = "words in them that stand neither in these papers nor in this report"
    return f"{message}; {told}: {as_many_as_fit(words, _ROOM)}"
