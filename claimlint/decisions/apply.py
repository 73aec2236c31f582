"""Lays decisions over the findings of a run, in one order: contradiction, expiry, then the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from claimlint.amounts import amount, shortened
from claimlint.decisions import sidecar
from claimlint.decisions.baseline import Baseline, shown
from claimlint.decisions.entry import Entry, approval
from claimlint.decisions.inline import Directive, directives
from claimlint.document import Location
from claimlint.finding import DocumentReport, Finding, Notice
from claimlint.rulebook.model import Rules
from claimlint.terms import Profile, Verdict
from claimlint.values.notice_codes import NoticeCode
from claimlint.values.policy import Approved
from claimlint.values.ruling import Overruled, Ruling, State

_STRENGTH = tuple(State)
_LONGEST = 120
_WORDS = 60


class Sources(Struct, frozen=True, kw_only=True):
    """All that decisions of a run come from, beside the documents themselves.

    `record` are entries by persons with the folder of their file, `rules` tell whether
    a decision can let their findings through, `known` are all categories and rules.
    """

    record: tuple[tuple[Entry, Path], ...]
    baseline: Baseline
    approved: tuple[Approved, ...]
    rules: Rules
    known: Collection[str]


class Decisions:
    """Decides on the findings of one document after the other, and remembers what was used."""

    def __init__(self, sources: Sources, profile: Profile, today: date) -> None:
        self._sources = sources
        self._obeys = profile.obeys_documents
        self._profile = profile
        self._today = today
        self._record: dict[str, list[Entry]] = {}
        for entry, _ in sources.record:
            self._record.setdefault(entry.fingerprint, []).append(entry)
        self._used: set[str] = set()
        self._seen: list[str] = []

    def applied(self, document: DocumentReport) -> DocumentReport:
        """Return the document with a ruling on each finding that somebody decided on."""
        self._seen.append(document.path)
        comments = directives(document.passages, self._sources.known)
        beside = sidecar.beside(document.path)
        if not self._obeys:
            told = tuple(self._refused(comments, beside))
            findings = tuple(self._ruled(f, document.path, (), ()) for f in document.findings)
        else:
            entries, faults = sidecar.load(beside) if beside else ((), ())
            valid = tuple(comment for comment in comments if comment.entry is not None)
            findings = tuple(
                self._ruled(finding, document.path, valid, entries) for finding in document.findings
            )
            findings = tuple(f for f in findings if not _speaks(f, valid))
            unused = self._unused(valid, entries, replace(document, findings=findings))
            told = (*_malformed(comments, faults), *unused)
        notices = (*document.notices, *told, *_bad_rulings(findings))
        return replace(document, findings=findings, notices=notices)

    def closing(self) -> tuple[Notice, ...]:
        """Return notices of entries that no finding of the documents answers to."""
        found = []
        for entry, root in self._sources.record:
            seen = {shown(path, root) for path in self._seen}
            if entry.origin not in self._used and entry.document in seen:
                message = f"{entry.origin}: no claim of {entry.document} answers to this decision"
                number = int(entry.origin.rpartition(":")[2])
                place = Location(label=entry.origin, line=number)
                found.append(Notice(NoticeCode.DECISION_UNUSED, message, place))
        stale = len(self._sources.baseline.stale(self._seen))
        if stale:
            lines = amount(stale, "entry", "entries")
            message = f"{lines} of the baseline no longer needed: claimlint baseline prune"
            found.append(Notice(NoticeCode.BASELINE_STALE, message))
        return tuple(found)

    def _ruled(
        self, finding: Finding, path: str, comments: Sequence[Directive], beside: Sequence[Entry]
    ) -> Finding:
        entries = [(entry, False) for entry in self._record.get(finding.fingerprint, ())]
        entries += [
            (replace(approval(item), reason=f"approved wording: {item.text}"), False)
            for item in _approving(finding, self._sources)
        ]
        entries += [(entry, True) for entry in beside if _meant(entry, finding)]
        entries += [
            (_placed(comment), True) for comment in comments if comment.covers(finding.claim)
        ]
        self._used.update(entry.origin for entry, _ in entries)
        if not entries:
            entry = self._sources.baseline.take(finding.fingerprint, path)
            entries = [] if entry is None else [(entry, False)]
        if not entries:
            return finding
        entry, inside = min(entries, key=lambda pair: self._rank(pair[0]))
        return replace(finding, ruling=self._ruling(finding, entry, inside=inside))

    def _rank(self, entry: Entry) -> tuple[bool, int]:
        return not entry.expired(self._today), _STRENGTH.index(entry.state)

    def _ruling(self, finding: Finding, entry: Entry, *, inside: bool) -> Ruling:
        overruled = None
        if any(item.verdict is Verdict.CONTRADICTED for item in finding.required):
            overruled = Overruled.CONTRADICTED
        elif not self._sources.rules.named(finding.claim.rule).suppressible:
            overruled = Overruled.NOT_SUPPRESSIBLE
        elif entry.expired(self._today):
            overruled = Overruled.EXPIRED
        return Ruling(
            state=entry.state,
            reason=entry.reason,
            owner=entry.owner,
            until=entry.until or None,
            evidence=entry.evidence,
            origin=entry.origin,
            inside=inside,
            overruled=overruled,
        )

    def _refused(self, comments: Sequence[Directive], beside: Path | None) -> Iterator[Notice]:
        end = f"not obeyed under profile {self._profile}"
        for comment in comments:
            message = f"the document speaks to claimlint, {end}: {_quoted(comment)}"
            yield Notice(NoticeCode.SUPPRESSION_IN_INPUT, message, comment.location)
        if beside is not None:
            message = f"{beside.as_posix()} lies beside the document, {end}"
            yield Notice(NoticeCode.SUPPRESSION_IN_INPUT, message)

    def _unused(
        self, comments: Sequence[Directive], beside: Sequence[Entry], document: DocumentReport
    ) -> Iterator[Notice]:
        for comment in comments:
            if _placed(comment).origin not in self._used:
                there = {f.claim.rule for f in document.findings if comment.reaches(f.claim)}
                found = f"what is claimed there is {', '.join(sorted(there))}" if there else ""
                message = f"no claim answers to {_quoted(comment)}; {found or 'take it out'}"
                yield Notice(NoticeCode.DECISION_UNUSED, message, comment.location)
        for entry in beside:
            if entry.origin not in self._used:
                where = f"no claim of {document.path} answers to this entry"
                message = f"{entry.origin}: {where}; take it out"
                yield Notice(NoticeCode.DECISION_UNUSED, message)


def _placed(comment: Directive) -> Entry:
    assert comment.entry is not None
    return replace(comment.entry, origin=comment.location.label)


def _meant(entry: Entry, finding: Finding) -> bool:
    rules = ("", finding.claim.rule, str(finding.claim.category))
    return entry.fingerprint == finding.fingerprint and entry.rule in rules


def _speaks(finding: Finding, comments: Sequence[Directive]) -> bool:
    """Tell whether a finding stands in the words of an ignore itself."""
    return any(comment.location == finding.claim.location for comment in comments) or any(
        finding.claim.location.hidden == "comment in the source"
        and finding.claim.location.line == comment.location.line
        for comment in comments
    )


def _approving(finding: Finding, sources: Sources) -> Iterator[Approved]:
    unit, words = _plain(finding.claim.unit), _plain(finding.claim.text)
    for item in sources.approved:
        text = _plain(item.text)
        fits = item.category in (None, finding.claim.category)
        if fits and text in unit and words in text:
            yield item


def _quoted(comment: Directive) -> str:
    return f"“claimlint: {shortened(comment.words, _LONGEST)}”"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _malformed(comments: Sequence[Directive], faults: Sequence[str]) -> Iterator[Notice]:
    for comment in comments:
        if comment.fault:
            message = f"{_quoted(comment)}: {comment.fault}"
            yield Notice(NoticeCode.DECISION_MALFORMED, message, comment.location)
    for fault in faults:
        yield Notice(NoticeCode.DECISION_MALFORMED, fault)


def _bad_rulings(findings: Sequence[Finding]) -> Iterator[Notice]:
    """Yield notices of decisions by persons that do not hold."""
    for finding in findings:
        ruling = finding.ruling
        if ruling is None or ruling.overruled is None or ruling.state is State.BASELINE:
            continue
        said = {
            Overruled.EXPIRED: f"ended on {ruling.until}; decide anew or mend the copy",
            Overruled.CONTRADICTED: "does not hold: the papers contradict the claim",
            Overruled.NOT_SUPPRESSIBLE: "does not hold: its rule lets nothing through",
        }[ruling.overruled]
        words = shortened(" ".join(finding.claim.text.split()), _WORDS)
        expired = ruling.overruled is Overruled.EXPIRED
        yield Notice(
            NoticeCode.DECISION_EXPIRED if expired else NoticeCode.DECISION_OVERRULED,
            f"the decision on “{words}” ({ruling.owner}, {ruling.origin}) {said}",
            finding.claim.location,
        )
