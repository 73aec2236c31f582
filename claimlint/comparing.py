"""Compares what decks say with what contracts and other papers say: roles and paths to a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from claimlint.contracts.compare import Paper
from claimlint.contracts.compare import compare as compared
from claimlint.contracts.incidents import against
from claimlint.contracts.reading import readings
from claimlint.errors import WrongCall
from claimlint.finding import DocumentReport, Report
from claimlint.machine.paths import given_for, real
from claimlint.rulebook.yaml.incidents import load_classes, load_incidents
from claimlint.session import prepared, rules_of
from claimlint.session import run as checked
from claimlint.settings import Settings
from claimlint.steps.conflicts import advices
from claimlint.steps.events import Done, Event, report_of
from claimlint.steps.inputs import listed
from claimlint.steps.prepared import Prepared
from claimlint.terms import DocumentKind
from claimlint.values.comparison import Role

Given = tuple[Role, Path | str]
"""A path and as what it is given."""


def compare(given: Sequence[Given], settings: Settings) -> Report:
    """Return the report on the papers, with their conflicts and what each contract says by itself.

    Raises:
        ClaimlintError: as `claimlint.check`; also where one path is given in two roles.
    """
    return report_of(run(given, settings))


def run(given: Sequence[Given], settings: Settings) -> Iterator[Event]:
    """Yield what happens while the papers are compared, `Done` last; raises as `compare` does."""
    roles = _roles(given, alone=settings.incidents is not None)
    nearest = sorted(roles, key=_nearest_first)
    kinds = tuple((path, _kind(role)) for path, role in nearest)
    asked = replace(settings, kinds=kinds, stances=True)
    ready = prepared(asked)
    if not ready.topics:
        raise WrongCall(f"--rules {settings.rules}: has no folder topics; add one to compare by")
    for event in checked([path for path, _ in roles], asked, ready=ready, conflicts=False):
        if not isinstance(event, Done):
            yield event
            continue
        report = _completed(event.report, nearest, ready)
        decks = [d for d in report.documents if _role_of(d.path, nearest) is Role.DECK]
        yield Done(with_incidents(report, decks, settings))


def with_incidents(
    report: Report,
    documents: Sequence[DocumentReport],
    settings: Settings,
    earlier: frozenset[str] = frozenset(),
) -> Report:
    """Return the report with the incidents of the settings beside the claims of `documents`.

    Raises:
        RuleFault: the file of incidents cannot be read or breaks its form.
    """
    if settings.incidents is None:
        return report
    classes = load_classes(rules_of(settings.rules) / "incident-classes.yaml")
    incidents = load_incidents(settings.incidents, classes)
    return replace(report, incidents=against(incidents, documents, classes, earlier))


def _roles(given: Sequence[Given], *, alone: bool) -> tuple[tuple[str, Role], ...]:
    """Return the names of the paths with their roles, as they are given."""
    roles: dict[str, Role] = {}
    folders: dict[Path, str] = {}
    for role, path in _pairs(given):
        name = _name(path, folders)
        if roles.setdefault(name, role) is not role:
            raise WrongCall(f"{name}: is given as {roles[name]} and as {role}; name it once")
    if not alone and all(role is Role.DECK for role in roles.values()):
        raise WrongCall("name a contract or another paper to compare with: --contract FILE")
    return tuple(roles.items())


def _pairs(given: Sequence[Given]) -> Iterator[Given]:
    for pair in given:
        if not isinstance(pair, tuple) or not isinstance(pair[0], Role):
            raise WrongCall(f"{pair!r}: expected a Role and a path")
        listed(pair[1:])
        yield pair


def _name(path: Path | str, known: dict[Path, str]) -> str:
    """Return the name of a path; what lies in a folder that is `known` goes by its name, too."""
    if path == "-":
        return "-"
    place = real(Path(path))
    above = {place, *place.parents}
    for folder, name in known.items():
        if folder in above:
            return (Path(name) / place.relative_to(folder)).as_posix()
    known[place] = Path(path).as_posix()
    return known[place]


def _nearest_first(given: tuple[str, Role]) -> int:
    """Sort what is named inside a folder before that folder."""
    return -len(PurePosixPath(given[0]).parts)


def _kind(role: Role) -> DocumentKind:
    return DocumentKind.MARKETING if role is Role.DECK else DocumentKind.CONTRACT


def _completed(report: Report, roles: Sequence[tuple[str, Role]], ready: Prepared) -> Report:
    catalogue = ready.catalogue
    papers = tuple(Paper(_role_of(document.path, roles), document) for document in report.documents)
    conflicts = compared(papers, [entry.topic for entry in ready.topics], advices(catalogue))
    binding = {
        entry.category: (entry.clause.labels, entry.clause.text)
        for entry in catalogue.categories
        if entry.aspect is None
    }
    told = readings(
        papers, conflicts, binding, lambda rule: ready.book.clauses.named(rule).empties_claims
    )
    return replace(report, conflicts=conflicts, contracts=told)


def _role_of(name: str, roles: Sequence[tuple[str, Role]]) -> Role:
    role = given_for(name, roles)
    assert role is not None, f"{name}: comes from a path of the call"
    return role
