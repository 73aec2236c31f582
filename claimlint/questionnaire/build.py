"""Makes the questionnaire of a report: a question for each kind of evidence and task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from claimlint.amounts import shortened
from claimlint.document import ReadStatus, file_name
from claimlint.errors import WrongCall
from claimlint.finding import Assessment, Claim, DocumentReport, FieldFound, Finding, Report
from claimlint.office.cells import line
from claimlint.questionnaire.model import AskedField, ClaimAsked, Item, Questionnaire
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue, EvidenceField, EvidenceKind
from claimlint.terms import OWED, Verdict, owed_rank

_ABOUT_IT = (Verdict.CONTRADICTED, Verdict.PARTLY_BACKED, Verdict.ASSERTED)
_DAY = regex(r"\d{4}-\d{2}-\d{2}")
_MOST = 2
_LONGEST = 320
_TELLING = 16
_SENTENCE = 150
_SHORT = ("metric", "value", "version", "date", "evaluator", "role")


def build(report: Report, catalogue: Catalogue, *, due: str = "", owner: str = "") -> Questionnaire:
    """Return the questions on what the claims of a report still lack, those of most weight first.

    Disclosures that every seller owes, that no claim asks for and that are not found are asked for
    as well, before all else. `due` (an ISO date) and `owner` stand on every question.

    Raises:
        WrongCall: the report is on the papers of several vendors.
    """
    if len(report.matters) > 1:
        names = ", ".join(matter.name or "loose files" for matter in report.matters)
        raise WrongCall(
            f"a questionnaire goes to one vendor, and these are {len(report.matters)} "
            f"({names}); name one folder, or join them with --same-matter"
        )
    claims = _claims(report.documents)
    by_print = {finding.fingerprint: finding for finding in report.findings}
    items = []
    for question in report.questions:
        kind = catalogue.kind(question.kinds[0])
        for task, prints in question.tasks:
            asking = [by_print[each] for each in prints]
            owed = () if task else report.at_large(kind.id)
            items.append(_item(kind, task, asking, claims, owed, (due, owner)))
    if not report.documents or any(map(_understood, report.documents)):
        asked = {item.kind for item in items}
        items.extend(_owed(report, catalogue, asked, (due, owner)))
    items.sort(key=lambda item: owed_rank(item.kind))
    used = {number for item in items for number in item.claims}
    return Questionnaire(
        matter=PurePosixPath(report.matters[0].name).name if report.matters else "",
        prepared_by=f"claimlint {report.tool.version}",
        prepared_on=report.tool.today,
        claims=tuple(claim for claim in claims.values() if claim.number in used),
        items=tuple(items),
    )


def _understood(document: DocumentReport) -> bool:
    return document.status is not ReadStatus.UNREADABLE and not document.foreign


def _owed(
    report: Report, catalogue: Catalogue, asked: Container[str], told: tuple[str, str]
) -> Iterator[Item]:
    """Yield a question on each disclosure that every seller owes, not found and not asked for."""
    for name in OWED:
        if name in asked:
            continue
        found = report.at_large(name)
        if found and any(item.verdict is not Verdict.BACKED for item in found):
            yield _item(catalogue.kind(name), "", (), {}, found, told)


def _claims(documents: Sequence[DocumentReport]) -> dict[str, ClaimAsked]:
    """Return the claims by their group, each with the first place where it stands."""
    found: dict[str, ClaimAsked] = {}
    named = _short([document.path for document in documents])
    for document in documents:
        for finding in document.findings:
            if finding.group not in found:
                found[finding.group] = _claim(len(found) + 1, finding, named[document.path])
    return found


def _short(paths: Sequence[str]) -> dict[str, str]:
    """Return of each path as few of its last parts as tell it from the others.

    The form goes to the vendor, whom the folders of this machine do not concern.
    """
    parts = {path: PurePosixPath(path).parts for path in paths}
    tails = Counter(each[-n:] for each in parts.values() for n in range(1, len(each) + 1))
    return {
        path: "/".join(
            next((each[-n:] for n in range(1, len(each)) if tails[each[-n:]] == 1), each)
        )
        for path, each in parts.items()
    }


def _claim(number: int, finding: Finding, path: str) -> ClaimAsked:
    claim = finding.claim
    aspect = f"/{claim.aspect}" if claim.aspect else ""
    return ClaimAsked(
        number=number,
        words=line(claim.text),
        sentence=_sentence(claim),
        document=line(path),
        place=line(claim.location.label),
        category=f"{claim.category}{aspect}",
        strength=str(claim.strength),
        rule=claim.rule,
        group=finding.group,
    )


def _sentence(claim: Claim) -> str:
    """Return the sentence of a claim, behind the head or label that it completes."""
    lead = line(claim.lead).rstrip(":")
    unit = line(claim.unit)
    return f"{lead}: {unit}" if lead and line(claim.text) not in lead else unit


def _item(
    kind: EvidenceKind,
    task: str,
    asking: Sequence[Finding],
    claims: Mapping[str, ClaimAsked],
    at_large: Sequence[Assessment],
    told: tuple[str, str],
) -> Item:
    shown = [item for finding in asking for item in finding.required if item.kind == kind.id]
    found = _found(kind, (*shown, *at_large))
    return Item(
        kind=kind.id,
        task=task,
        title=kind.title,
        asks=line(kind.asks),
        why=_why(kind),
        standing=_standing(shown or at_large),
        claims=tuple(sorted(claims[finding.group].number for finding in asking)),
        fields=tuple(_field(kind, entry, found) for entry in (*kind.kernel, *kind.rest)),
        owner=told[1],
        due=told[0],
    )


def _why(kind: EvidenceKind) -> str:
    where = f" Often in: {', '.join(kind.where)}." if kind.where else ""
    return f"{line(kind.holds)}{where}"


def _standing(shown: Sequence[Assessment]) -> str:
    """Return how the worst of the claims stands, with the reason where it is contradicted."""
    worst = min(shown, key=lambda item: item.verdict.rank)
    if worst.verdict is Verdict.CONTRADICTED:
        return f"contradicted: {line(worst.reason)}"
    return worst.verdict.words


def _found(kind: EvidenceKind, shown: Sequence[Assessment]) -> dict[str, list[FieldFound]]:
    """Return the fields that the fullest evidence shows, as far as it is about these claims."""
    fitting = [item for item in shown if item.verdict in _ABOUT_IT]
    fullest = max(fitting, key=_fields, default=None)
    found: dict[str, list[FieldFound]] = {}
    for item in fullest.found if fullest is not None else ():
        if kind.field(item.field) is not None:
            found.setdefault(item.field, []).append(item)
    return found


def _fields(item: Assessment) -> int:
    """Return how many fields are shown; what contradicts a claim lacks none and shows few."""
    return len({found.field for found in item.found})


def _field(
    kind: EvidenceKind, entry: EvidenceField, found: Mapping[str, Sequence[FieldFound]]
) -> AskedField:
    other = kind.field(entry.instead) if entry.instead else None
    shown = found.get(entry.id) or (found.get(other.id, ()) if other is not None else ())
    shown = sorted(shown, key=_day, reverse=True)
    texts = list(dict.fromkeys(_words_of(item) for item in shown))[:_MOST]
    first = shown[0] if shown else None
    return AskedField(
        id=entry.id,
        asks=entry.asks if other is None else f"{entry.asks}, or {other.asks}",
        kernel=entry.kernel,
        so_far="; ".join(texts)[:_LONGEST],
        source=line(f"{file_name(first.document)}, {first.location.label}") if first else "",
    )


def _day(item: FieldFound) -> str:
    """Return the day that a field names, else nothing: the latest says how long evidence holds."""
    return item.value if item.value and _DAY.fullmatch(item.value) else ""


def _words_of(item: FieldFound) -> str:
    """Return the words of a field, or their sentence where the words alone tell too little."""
    words, unit = line(item.text), line(item.unit)
    alone = len(words) >= _TELLING or any(char.isdigit() for char in words)
    if item.passage is None or alone or item.field in _SHORT or not unit:
        return words
    return shortened(unit, _SENTENCE)
