"""The questions for the vendor: each once, with the claims that its answer would settle."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.finding import Finding, Question
from claimlint.rulebook.entries import Catalogue
from claimlint.terms import Verdict, owed_rank


def questions(findings: Sequence[Finding], catalogue: Catalogue) -> tuple[Question, ...]:
    """Return a question for each kind of evidence that some claim lacks.

    Suppressed findings ask nothing. A claim that stands in several places counts once, by its
    first fingerprint. The disclosures that every seller must have come first, then the questions
    that settle most claims.
    """
    open_kinds: dict[str, dict[str, Finding]] = {}
    for finding in findings:
        if finding.suppressed is not None:
            continue
        for item in finding.required:
            if item.verdict is not Verdict.BACKED:
                groups = open_kinds.setdefault(item.kind, {})
                groups.setdefault(finding.group, finding)
    names = [kind.id for kind in catalogue.kinds]
    order = sorted(
        open_kinds,
        key=lambda name: (owed_rank(name), -len(open_kinds[name]), names.index(name)),
    )
    return tuple(
        Question(
            text=catalogue.kind(name).asks,
            kinds=(name,),
            claims=tuple(finding.fingerprint for finding in open_kinds[name].values()),
            tasks=_tasks(name, tuple(open_kinds[name].values()), catalogue),
        )
        for name in order
    )


def _tasks(
    kind: str, findings: Sequence[Finding], catalogue: Catalogue
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fingerprints by task; those of no task go with the only one that most name.

    What is said of pictures and of clinical pictures is one task: one answer settles both.
    """
    from claimlint.evidence.judging.weighing.tasks import Tasks, claimed_tasks, in_words

    about = {each.fingerprint: claimed_tasks(each.claim, kind, catalogue) for each in findings}
    families = _apart(tuple(about.values()))
    if len(families) == 1:
        mostly = 2 * sum(map(bool, about.values())) >= len(about)
        return ((in_words(families[0]) if mostly else "", tuple(about)),)
    parts: dict[Tasks, list[str]] = {}
    for fingerprint, tasks in about.items():
        family = next((each for each in families if each & tasks), frozenset())
        parts.setdefault(family, []).append(fingerprint)
    return tuple((in_words(family), tuple(named)) for family, named in parts.items())


def _apart(tasks: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the tasks with those joined that share one; none where there are none."""
    apart: list[frozenset[str]] = []
    for each in filter(None, tasks):
        shared = [other for other in apart if other & each]
        apart = [*(other for other in apart if other not in shared), each.union(*shared)]
    return apart
