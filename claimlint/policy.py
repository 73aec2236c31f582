"""Applies the policy of the house to a document's findings; a notice counts what it leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from claimlint.amounts import amount
from claimlint.errors import WrongCall
from claimlint.finding import Claim, DocumentReport, Finding, Notice
from claimlint.machine.globs import fixed_start, matches
from claimlint.machine.paths import real
from claimlint.rulebook.learned import LEARNED
from claimlint.rulebook.suggestion import suggestion
from claimlint.terms import Category, DocumentKind, Level, Verdict
from claimlint.values.notice_codes import NoticeCode
from claimlint.values.policy import Graded, Named, Override, Policy


class CheckedPolicy:
    """A policy whose names have been checked against the rules in use."""

    def __init__(self, policy: Policy, rules: Iterable[str]) -> None:
        """Raise `WrongCall` where the policy names a category or rule that there is not."""
        self._policy = policy
        known = (*(str(category) for category in Category), LEARNED, *rules)
        parts: tuple[Policy | Override, ...] = (policy, *policy.overrides)
        used = [(n.name, n.origin) for part in parts for n in (*part.select, *part.ignore)]
        used.extend((graded.name, graded.origin) for part in parts for graded in part.levels)
        for name, origin in used:
            if name not in known:
                hint = suggestion(name, known) or "; claimlint rules lists them"
                raise WrongCall(f'{origin}: no category or rule called "{name}"{hint}')

    def kind(self, path: str) -> DocumentKind | None:
        """Return the kind that an override gives to a document, or None."""
        kinds = [override.kind for override in self._overrides(path) if override.kind is not None]
        return kinds[-1] if kinds else None

    def applied(self, document: DocumentReport) -> DocumentReport:
        """Return the document without what is switched off, its levels as the house grades them."""
        overrides = tuple(self._overrides(document.path))
        select = (*self._policy.select, *(each for o in overrides for each in o.select))
        ignore = (*self._policy.ignore, *(each for o in overrides for each in o.ignore))
        levels = (*self._policy.levels, *(each for o in overrides for each in o.levels))
        kept: list[Finding] = []
        off: Counter[tuple[NoticeCode, str]] = Counter()
        for finding in document.findings:
            reason = _switched_off(finding.claim, select, ignore) or self._name(finding.claim)
            if reason is None:
                kept.append(_graded(finding, levels))
            else:
                off[reason] += 1
        if not off and not levels:
            return document
        told = tuple(
            Notice(code, f"{amount(count, 'claim')} not shown: {why}")
            for (code, why), count in off.items()
        )
        return replace(document, findings=tuple(kept), notices=(*document.notices, *told))

    def unused(self, files: Sequence[str], folders: Sequence[Path]) -> tuple[Notice, ...]:
        """Return a notice for each override's pattern that fits none of the files of a run.

        What it speaks of must lie in one of the `folders` that the run went through.
        """
        found = []
        for override in self._policy.overrides:
            for pattern in override.files:
                fits = any(matches(file, (pattern,), override.root) for file in files)
                start = real(override.root / fixed_start(pattern))
                if not fits and any(start.is_relative_to(folder) for folder in folders):
                    message = f"“{pattern}” fits no file that was checked ({override.origin})"
                    found.append(Notice(NoticeCode.OVERRIDE_UNUSED, message))
        return tuple(found)

    def _overrides(self, path: str) -> Iterator[Override]:
        for override in self._policy.overrides:
            if matches(path, override.files, override.root):
                yield override

    def _name(self, claim: Claim) -> tuple[NoticeCode, str] | None:
        """Return why a claim does not count that is part of a product's name, or None."""
        start, end = claim.span
        for named in self._policy.product_names:
            whole = rf"(?<!\w){re.escape(named.name)}(?!\w)"
            for found in re.finditer(whole, claim.unit):
                if found.start() <= start and end <= found.end():
                    return (
                        NoticeCode.PRODUCT_NAME,
                        f"“{named.name}” is a product name ({named.origin})",
                    )
        return None


def _names(claim: Claim) -> Iterator[str]:
    """Yield the names by which a claim is switched off or graded, the closest first."""
    yield claim.rule
    if claim.rule.endswith(f".{LEARNED}"):
        yield LEARNED
    yield str(claim.category)


def _switched_off(
    claim: Claim, select: Sequence[Named], ignore: Sequence[Named]
) -> tuple[NoticeCode, str] | None:
    """Return why a claim does not count; a rule's own name goes before that of its category."""
    for name in _names(claim):
        ignored = next((each for each in ignore if each.name == name), None)
        if ignored is not None:
            by = ignored.origin or "the call"
            return NoticeCode.SWITCHED_OFF, f"{name} is switched off ({by})"
        if any(each.name == name for each in select):
            return None
    return (NoticeCode.SWITCHED_OFF, "not among the selected rules") if select else None


def _graded(finding: Finding, levels: Sequence[Graded]) -> Finding:
    """Return the finding at the level of the house, unless it is backed or contradicted."""
    contradicted = any(item.verdict is Verdict.CONTRADICTED for item in finding.required)
    if finding.backed or contradicted:
        return finding
    for name in _names(finding.claim):
        fitting = [each.level for each in levels if each.name == name]
        if fitting:
            return replace(finding, level=Level(fitting[-1]))
    return finding
