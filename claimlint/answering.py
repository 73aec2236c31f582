"""Reads answers back and judges them: by the papers, or by the claims that the form holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from claimlint import __version__
from claimlint.document import Coverage, Document, Location, Passage, ReadStatus
from claimlint.errors import ClaimlintError, NoQuestionnaire, UnreadableFile, WrongCall
from claimlint.evidence.judging.assess import AtHand, assess
from claimlint.evidence.judging.level import level_of
from claimlint.evidence.judging.matter_report import MatterEvidence, matter_report
from claimlint.evidence.questions import questions
from claimlint.evidence.vendor_answers import Answer, answered
from claimlint.finding import Claim, Disclosure, DocumentReport, Finding, MatterReport, Report, Tool
from claimlint.machine.paths import is_folder
from claimlint.questionnaire.build import build
from claimlint.questionnaire.merge import merged
from claimlint.questionnaire.model import FORM, ClaimAsked, Item, Questionnaire
from claimlint.questionnaire.read import from_csv, from_document
from claimlint.questionnaire.review import Review, following, review
from claimlint.rulebook.entries import Catalogue
from claimlint.session import check, extract, library
from claimlint.settings import Settings
from claimlint.steps.inputs import listed
from claimlint.terms import Category, DocumentKind, Strength


class Answers(Struct, frozen=True, kw_only=True):
    """What came back: how each question stands, the evidence, and what is still to ask."""

    review: Review
    report: Report
    disclosures: tuple[Disclosure, ...]
    next: Questionnaire


def answers(
    files: Sequence[Path | str], settings: Settings, papers: Sequence[Path | str] = ()
) -> Answers:
    """Return what the answers in `files` (rounds in the order in which they were sent) amount to.

    With `papers` these are checked again and the answers count beside what they hold; without,
    the claims are those that the form itself lists.

    Raises:
        ClaimlintError: a file is no questionnaire or is damaged, or the papers are of several
            vendors.
    """
    named = listed(files)
    if not named:
        raise WrongCall("name the questionnaire that came back")
    catalogue = library(settings)[1]
    asked = merged([_read(str(file), settings, catalogue) for file in named])
    shown: dict[str, Disclosure] = {}
    refused: dict[tuple[str, str], str] = {}
    for item in asked.items:
        judged = answered(item.kind, tuple(_given(item)), catalogue, ", ".join(asked.files))
        refused.update(
            {(item.id, each.field): each.reason for each in judged.taken if not each.fills}
        )
        if judged.disclosure is not None:
            shown[item.id] = judged.disclosure
    disclosures = tuple(shown.values())
    if papers:
        report = check(papers, replace(settings, answers=disclosures))
        if len(report.matters) > 1:
            raise WrongCall("--check: these are papers of several vendors; name one folder")
    else:
        report = _by_form(asked, shown, catalogue, settings)
    held = review(asked, shown, refused, report, checked=bool(papers))
    return Answers(
        review=held,
        report=report,
        disclosures=disclosures,
        next=following(build(report, catalogue), held),
    )


def is_form(file: str, settings: Settings, catalogue: Catalogue) -> bool:
    """Tell whether a file is a questionnaire that came back, be it whole or damaged."""
    try:
        _read(file, settings, catalogue)
    except NoQuestionnaire:
        return False
    except ClaimlintError:
        return True
    return True


def says_form(document: DocumentReport) -> bool:
    """Tell whether a document says that it is a questionnaire of claimlint's."""
    return any(passage.text.startswith(FORM) for passage in document.passages)


def _read(file: str, settings: Settings, catalogue: Catalogue) -> Questionnaire:
    path = Path(file)
    if path.suffix.lower() == ".csv":
        try:
            return from_csv(path.read_bytes(), path.as_posix(), catalogue)
        except OSError as error:
            raise UnreadableFile(f"{file}: cannot be read ({error.strerror})") from error
    if is_folder(path):
        raise WrongCall(f"{file}: is a folder; name the questionnaire that came back")
    document = next(iter(extract([file], settings)))
    if document.status is ReadStatus.UNREADABLE:
        problem = next(each for each in document.coverage.problems if each.fatal)
        raise UnreadableFile(f"{file}: {problem.message}", code=problem.code)
    return from_document(document, catalogue)


def _given(item: Item) -> Iterator[Answer]:
    """Yield the answers to a question: what was written, else what was known before."""
    for field in item.fields:
        if field.answer or field.state not in ("", "answered") or not field.so_far:
            yield Answer(
                field=field.id, text=field.answer, state=field.state,
                document=field.file, place=field.place,
            )  # fmt: skip
        else:
            document, _, place = field.source.partition(", ")
            yield Answer(field=field.id, text=field.so_far, document=document, place=place)


def _by_form(
    asked: Questionnaire, shown: dict[str, Disclosure], catalogue: Catalogue, settings: Settings
) -> Report:
    """Return a report on the claims that the form lists, judged by the answers alone.

    Questions without claims are judged by what is shown whatever is claimed.
    """
    kinds: dict[int, dict[str, Disclosure | None]] = {}
    for item in asked.items:
        for number in item.claims:
            kinds.setdefault(number, {})[item.kind] = shown.get(item.id)
    papers: dict[str, list[ClaimAsked]] = {}
    for claim in asked.claims:
        papers.setdefault(claim.document, []).append(claim)
    documents = []
    for path, claims in papers.items():
        # Evidence so far bears the name of a paper whose passages these are not.
        paper = Document(
            path=f"{path} (as listed)",
            format="",
            sha256="",
            passages=tuple(_passage(claim) for claim in claims),
        )
        findings = [
            _finding(_claim(claim, at), claim.group, paper, kinds.get(claim.number, {}),
                     catalogue, settings)
            for at, claim in enumerate(claims)
        ]  # fmt: skip
        documents.append(_document(paper, tuple(findings)))
    every = [finding for document in documents for finding in document.findings]
    return Report(
        tool=Tool(
            version=__version__, rules=0, rules_digest="", model="",
            today=settings.today.isoformat(),
        ),
        documents=tuple(documents),
        questions=questions(every, catalogue),
        matters=(_at_large(asked, shown, catalogue, settings),),
    )  # fmt: skip


def _at_large(
    asked: Questionnaire, shown: dict[str, Disclosure], catalogue: Catalogue, settings: Settings
) -> MatterReport:
    """Return what the answers to questions without claims show; without such, nothing."""
    owed = [item.id for item in asked.items if not item.claims]
    if not owed:
        return MatterReport(name=asked.matter, evidence=())
    answered = MatterEvidence(
        papers=(), disclosures=tuple(shown[name] for name in owed if name in shown)
    )
    return matter_report(asked.matter, answered, catalogue, settings.today)


def _passage(claim: ClaimAsked) -> Passage:
    return Passage(text=claim.sentence, location=Location(label=claim.place, order=(claim.number,)))


def _claim(claim: ClaimAsked, at: int) -> Claim:
    category, _, aspect = claim.category.partition("/")
    start = claim.sentence.index(claim.words)
    return Claim(
        rule=claim.rule,
        category=Category(category),
        strength=Strength(claim.strength),
        text=claim.words,
        unit=claim.sentence,
        span=(start, start + len(claim.words)),
        location=Location(label=claim.place, order=(claim.number,)),
        passage=at,
        aspect=aspect or None,
    )


def _finding(
    claim: Claim,
    group: str,
    paper: Document,
    asked: dict[str, Disclosure | None],
    catalogue: Catalogue,
    settings: Settings,
) -> Finding:
    judged = assess(
        claim,
        paper,
        AtHand(tuple(each for each in asked.values() if each is not None)),
        catalogue,
        today=settings.today,
        needs=tuple(asked),
    )
    required = tuple(item for item in judged if item.required)
    return Finding(
        claim=claim,
        level=level_of(claim, required),
        evidence=required,
        fingerprint=group,
        group=group,
        question="",
        rewrite="",
    )


def _document(paper: Document, findings: tuple[Finding, ...]) -> DocumentReport:
    return DocumentReport(
        path=paper.path,
        format="",
        sha256="",
        matter="",
        kind=DocumentKind.OTHER,
        kind_by="guess",
        status=ReadStatus.READ,
        language=None,
        coverage=Coverage(),
        units=len(paper.passages),
        findings=findings,
    )
