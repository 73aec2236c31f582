"""What a reader should know that is no claim: invisible ink, struck-out promises, settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimlint.amounts import amount, as_many_as_fit
from claimlint.detect.context.scene import UNSOLD
from claimlint.detect.detected import Detected
from claimlint.detect.parsing.model import DEFAULT_MODEL
from claimlint.document import Document
from claimlint.finding import DocumentReport, MatterReport, Notice
from claimlint.machine.paths import real
from claimlint.rulebook.invisible import hides_words, shown
from claimlint.settings import Settings
from claimlint.terms import ContextCheck, DocumentKind
from claimlint.values.notice_codes import NoticeCode

_SHOWN = 80
_ROOM = 200
_SOME = 3


def notices(document: Document, detected: Detected) -> tuple[Notice, ...]:
    """Return the notices of a document in reading order."""
    found = [
        *_hidden_claims(detected),
        *_hidden_limits(document, detected),
        *_struck_out(detected),
        *_unseen_characters(detected),
        *_nothing_offered(detected),
        *_notes_only(detected),
    ]
    return tuple(sorted(found, key=lambda notice: notice.location.order if notice.location else ()))


def left_out(documents: Iterable[DocumentReport]) -> tuple[tuple[str, str], ...]:
    """Return path and notice of each document whose claims are left out for its kind, in order."""
    return tuple(
        (document.path, notice.message)
        for document in documents
        for notice in document.notices
        if notice.code == NoticeCode.NOTHING_ON_OFFER
    )


def _nothing_offered(detected: Detected) -> Iterator[Notice]:
    """Yield how much was let go because a paper seems to offer nothing: it may be a guess."""
    offers = {
        (item.passage, item.unit) for item in detected.let_go if item.decision.check == UNSOLD
    }
    if detected.kind is DocumentKind.OTHER and len(offers) >= _SOME:
        message = (
            f"read as a paper that sells nothing: what {len(offers)} sentences assert is left out; "
            "where it is copy, say so (--kind marketing)"
        )
        yield Notice(NoticeCode.NOTHING_ON_OFFER, message)


def _notes_only(detected: Detected) -> Iterator[Notice]:
    """Yield how much was let go for one heading or label of notes ("Changelog")."""
    units: dict[str, set[tuple[int, str]]] = {}
    for item in detected.let_go:
        if item.decision.check == ContextCheck.NOTE:
            units.setdefault(item.decision.words, set()).add((item.passage, item.unit))
    for words, asserting in units.items():
        if len(asserting) >= _SOME:
            message = (
                f"“{words}” is taken for the sign of notes that sell nothing: what "
                f"{len(asserting)} sentences assert is left out (--why shows it); where such a "
                "heading stands above copy, say so (--kind marketing)"
            )
            yield Notice(NoticeCode.NOTHING_ON_OFFER, message)


def _hidden_claims(detected: Detected) -> Iterator[Notice]:
    for claim in detected.claims:
        if claim.location.hidden:
            message = f"a claim that nobody sees ({claim.location.hidden}): “{_short(claim.text)}”"
            yield Notice(NoticeCode.HIDDEN_CLAIM, message, claim.location)


def _hidden_limits(document: Document, detected: Detected) -> Iterator[Notice]:
    """Yield limits and disclaimers that stand where no reader sees them."""
    seen: set[int] = set()
    limits = [
        (item.passage, item.unit)
        for item in detected.let_go
        if item.decision.check in ("limitation", "denied", "duty")
    ]
    limits.extend((clause.passage, clause.unit) for clause in detected.clauses)
    for index, unit in limits:
        location = document.passages[index].location
        if location.hidden and index not in seen:
            seen.add(index)
            message = f"a disclaimer that nobody sees ({location.hidden}): “{_short(unit)}”"
            yield Notice(NoticeCode.HIDDEN_DISCLAIMER, message, location)


def _struck_out(detected: Detected) -> Iterator[Notice]:
    for claim in detected.struck:
        message = f"a claim that a tracked change strikes out: “{_short(claim.text)}”"
        yield Notice(NoticeCode.STRUCK_OUT_CLAIM, message, claim.location)
    for clause in detected.struck_clauses:
        said = f"{clause.label}: “{_short(clause.unit)}”"
        message = f"a clause that a tracked change strikes out, {said}"
        yield Notice(NoticeCode.STRUCK_OUT_CLAUSE, message, clause.location)


def _unseen_characters(detected: Detected) -> Iterator[Notice]:
    """Yield a notice for each passage whose claim holds characters that nobody sees."""
    seen: set[int] = set()
    for claim in detected.claims:
        if claim.passage not in seen and hides_words(claim.unit):
            seen.add(claim.passage)
            words = _short(shown(claim.text))
            message = f"characters that nobody sees stand in a claim: “{words}”"
            yield Notice(NoticeCode.UNSEEN_CHARACTERS, message, claim.location)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 2].rstrip() + " …"


def unbound(matters: Sequence[MatterReport]) -> tuple[Notice, ...]:
    """Return a notice on what dossiers bind to evidence and no claim of the papers says."""
    told = [binding for matter in matters for binding in matter.bindings]
    used = {words for words, answered in told if answered}
    loose = tuple(dict.fromkeys(words for words, _ in told if words not in used))
    if not loose:
        return ()
    bindings = amount(len(loose), "binding")
    message = f"No claim of these papers answers to {bindings} of a dossier: "
    return (Notice(NoticeCode.BINDING_UNUSED, message + as_many_as_fit(loose, _ROOM)),)


def notices_of_settings(settings: Settings, folders: Sequence[Path]) -> tuple[Notice, ...]:
    """Return notices of the configuration, record and baseline in use, and of another model.

    They say so where one of these files lies in one of the folders of papers.
    """
    given = (
        (
            NoticeCode.CONFIGURATION,
            f"Settings (profile {settings.profile}) come",
            settings.configuration,
        ),
        (NoticeCode.DECISIONS, "Decisions come", _names(settings.decisions)),
        (NoticeCode.BASELINE, "The baseline comes", _names(settings.baseline)),
    )
    notices = []
    for code, what, files in given:
        inside = any(real(Path(name)).is_relative_to(f) for name in files for f in folders)
        among = ", among the documents that are checked (--isolated leaves out what is not named)"
        if files:
            message = f"{what} from {', '.join(files)}{among if inside else ''}"
            notices.append(Notice(code, message))
    if settings.model not in (None, DEFAULT_MODEL):
        message = f"The language model is {settings.model} and not that of claimlint"
        notices.append(Notice(NoticeCode.MODEL, message))
    return tuple(notices)


def _names(path: Path | None) -> tuple[str, ...]:
    return () if path is None else (path.as_posix(),)
