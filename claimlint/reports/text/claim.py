"""One claim on a terminal: at most five lines, or all that is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claimlint.document import file_name
from claimlint.finding import Assessment, FieldFound, Finding, Report
from claimlint.reports.contents.disclosures import asks_of
from claimlint.reports.contents.wording import by_verdict
from claimlint.reports.safe_text import safe
from claimlint.reports.text.screen import LEVEL_STYLES, Line, indented
from claimlint.terms import OWED, Verdict

_VERDICTS = {
    Verdict.CONTRADICTED: "bold red",
    Verdict.BARE: "red",
    Verdict.BACKED: "green",
    Verdict.PARTLY_BACKED: "yellow",
}
_AGAINST = (Verdict.CONTRADICTED, Verdict.WRONG_TARGET)
_SHORT = (Verdict.ASSERTED, Verdict.PARTLY_BACKED)
_SENTENCE_LINES = 2
_INDENT = "    "


class ClaimLines:
    """Tells the claims of one document; fields that it told once it does not tell again."""

    def __init__(self, report: Report, paper: str, width: int, *, full: bool, why: bool) -> None:
        """`paper` is the path of the document."""
        self._report = report
        self._paper = paper
        self._width = width
        self._whole = full
        self._why = why
        self._told: dict[tuple[str, tuple[FieldFound, ...]], str] = {}
        """The fields that were shown of a kind of evidence, and at which place they were."""

    def of(self, finding: Finding, again: Sequence[str], *, same: bool) -> Iterator[Line]:
        """Yield the lines of a finding.

        `again` are the further places of the same words; `same` if the finding before stands in
        the same sentence, which is then not printed again.
        """
        claim, width = finding.claim, self._width
        about = Line(" · ") + Line(str(finding.level), LEVEL_STYLES[finding.level])
        about += Line(f" · {claim.category} · {claim.grade}")
        if same:
            room = width - len(about.plain) - len("  and «»")
            words = safe(claim.text) if self._whole else clipped(safe(claim.text), max(10, room))
            yield indented(Line("and ") + Line(f"«{words}»", "bold") + about, 2)
        else:
            yield indented(Line(safe(claim.location.label), "bold") + about, 2)
            yield indented(_sentence(finding, width, whole=self._whole), len(_INDENT))
        yield indented(self._evidence(finding.required), len(_INDENT))
        if again:
            yield Line(clipped(f"{_INDENT}also: {', '.join(_once(again))}", width), "dim")
        if self._whole:
            yield from self._full(finding)
        for decision in claim.why if self._why else ():
            words = f' by "{safe(decision.words)}"' if decision.words else ""
            decided = f"why: {decision.check}: {decision.outcome}{words}"
            yield indented(Line(decided, "dim"), len(_INDENT))

    def _full(self, finding: Finding) -> Iterator[Line]:
        yield from _ruled(finding)
        for item in finding.evidence:
            need = "required" if item.required else "recommended"
            yield _under(f"{item.kind} ({need}): {item.verdict.words}. {safe(item.reason)}")
            here = safe(finding.claim.location.label)
            first = self._told.setdefault((item.kind, item.found), here) if item.found else here
            if first != here:
                yield _deeper(f"found: the same as for {first}")
            else:
                for field, places in _by_field(item.found, self._paper).items():
                    yield _deeper(f"found {field}: {', '.join(places)}")
            if item.missing:
                yield _deeper(f"missing: {', '.join(item.missing)}")
        yield from _asked(finding)

    def _evidence(self, assessments: Sequence[Assessment]) -> Line:
        """Return the kinds by verdict, worst first; of the worst its place or what it lacks."""
        line = Line()
        for place, (verdict, items) in enumerate(by_verdict(assessments)):
            between = Line(" · ") if place else Line()
            line += between + Line(f"{verdict.words}: ", _VERDICTS.get(verdict, ""))
            kinds = [item.kind.replace("-", " ") for item in items]
            if not place:
                kinds[0] += self._more(items[0])
            line += Line(", ".join(kinds))
        return line

    def _more(self, item: Assessment) -> str:
        """Return where evidence stands that speaks against a claim, or the first that it lacks.

        What disclosures lack that are owed in any case is told below the claims.
        """
        if item.verdict in _AGAINST and item.found:
            where = _speaking(item)
            paper = "" if where.document == self._paper else f"{file_name(where.document)}, "
            return f" (see {safe(paper + where.location.label)})"
        owed = item.verdict is Verdict.PARTLY_BACKED and item.kind in OWED
        if item.verdict in _SHORT and item.missing and not owed:
            return f" (lacks {asks_of(self._report, item.kind, item.missing[:1])[0]})"
        return ""


def _speaking(item: Assessment) -> FieldFound:
    """Return the words that the reason quotes, else the value, else the first that was found."""
    told = item.reason.rpartition('", ')[2]  # behind what the claim says
    quoted = [each for each in item.found if each.text in told]
    value = next((each for each in quoted or item.found if each.field == "value"), None)
    return value or max(quoted, key=lambda each: len(each.text), default=item.found[0])


def _once(places: Sequence[str]) -> Iterator[str]:
    """Yield each place once, with how often it comes where that is more than once."""
    for place, times in Counter(map(safe, places)).items():
        yield place if times == 1 else f"{place} ({times} times)"


def _sentence(finding: Finding, width: int, *, whole: bool) -> Line:
    """Return the unit with the claim's words between « and », cut around them where long."""
    claim = finding.claim
    start, end = claim.span
    before, words, after = (safe(claim.unit[:start]), safe(claim.text), safe(claim.unit[end:]))
    if claim.lead:
        before = f"{_led(safe(claim.lead))} {before}".rstrip()
    room = _SENTENCE_LINES * (width - len(_INDENT)) - len(words) - 12
    if not whole and len(before) + len(after) > room:
        before, after = _around(before, after, max(20, room))
    left = " " if before and (start == 0 or claim.unit[start - 1].isspace()) else ""
    right = " " if after and claim.unit[end].isspace() else ""
    return Line(f"{before}{left}") + Line(f"«{words}»", "bold") + Line(f"{right}{after}")


def _around(before: str, after: str, room: int) -> tuple[str, str]:
    keep_before = min(len(before), max(room // 2, room - len(after)))
    keep_after = min(len(after), room - keep_before)
    if keep_before < len(before):
        before = "… " + before[len(before) - keep_before :].partition(" ")[2]
    if keep_after < len(after):
        after = after[:keep_after].rpartition(" ")[0] + " …"
    return before, after


def _ruled(finding: Finding) -> Iterator[Line]:
    ruling = finding.ruling
    if ruling is not None:
        held = f"overruled ({ruling.overruled})" if ruling.overruled else "let through"
        by = f" by {safe(ruling.owner)} until {ruling.until}" if ruling.owner else ""
        why = f": {safe(ruling.reason)}" if ruling.reason else ""
        yield _under(f"{held}: {ruling.state}{by} ({safe(ruling.origin)}){why}", "yellow")


def _asked(finding: Finding) -> Iterator[Line]:
    if finding.question and not finding.backed:
        yield _under(f"Ask: {finding.question}")
    if finding.rewrite and not finding.backed:
        yield _under(f"Could be backed: {finding.rewrite}")
    if finding.precedents:
        yield _under(
            f"Comparable wording that regulators acted on (not legal advice; says nothing "
            f"about this vendor): {', '.join(finding.precedents)}"
        )
    yield _under(f"fingerprint: {finding.fingerprint}", "dim")
    yield Line("")


def _by_field(found: Sequence[FieldFound], paper: str) -> dict[str, list[str]]:
    """Return by field each wording with its place; the document is named where it is another."""
    told: dict[str, dict[str, str]] = {}
    for each in found:
        place = safe(each.location.label)
        if each.document != paper:
            place = f"{safe(each.document)}, {place}"
        words = safe(each.text)
        told.setdefault(each.field, {}).setdefault(words.casefold(), f"“{words}” ({place})")
    return {field: list(wordings.values()) for field, wordings in told.items()}


def _under(text: str, style: str = "") -> Line:
    return indented(Line(text, style), len(_INDENT))


def _deeper(text: str) -> Line:
    return indented(Line(text, "dim"), len(_INDENT) + 2)


def clipped(text: str, width: int) -> str:
    """Return the text, cut to `width` columns where it is longer, between words if that can be."""
    if len(text) <= width:
        return text
    kept = text[: width - 2].rstrip()
    whole = kept if text[len(kept)].isspace() else kept.rpartition(" ")[0].rstrip()
    return (whole if len(whole) * 2 >= len(kept) else kept) + " …"


def excerpt(text: str, span: tuple[int, int], width: int) -> str:
    """Return the text, where it is longer than `width` only what stands around a span of it."""
    if len(text) <= width:
        return text
    start, end = span
    room = width - (end - start)
    if room < width // 4:
        return clipped("… " * (start > 0) + text[start:], width)
    before, after = _around(text[:start], text[end:], room)
    return f"{before}{text[start:end]}{after}"


def _led(lead: str) -> str:
    """Return what a unit completes as it stands in front: a head with a colon, or a sentence."""
    bare = lead.rstrip(":")
    return bare if bare.endswith((".", "!", "?", "…")) else f"{bare}:"
