"""Pages of the manual, made from the rule book and the catalogue as plain blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimlint.errors import WrongCall
from claimlint.manual import law
from claimlint.manual.blocks import Block, Style, sources
from claimlint.manual.verdicts import SAYS, named, verdict_page
from claimlint.manual.words import WORDS, topic_page, word_page
from claimlint.rulebook.entries import Catalogue, CategoryEntry, EvidenceKind, Example, Precedent
from claimlint.rulebook.model import Rule
from claimlint.rulebook.rule_book import RuleBook
from claimlint.rulebook.suggestion import suggestion
from claimlint.terms import Category, ClauseLabel
from claimlint.values.topics import Topic

_SIGNS = frozenset("$*/.")
"""What stands in patterns, and in no words for people."""
_SEEN = "Told by secondary sources; claimlint explain ID names them."


def page(name: str, book: RuleBook, catalogue: Catalogue) -> tuple[Block, ...]:
    """Return the page of a category, rule, label, evidence kind, verdict, case or authority, or of
    another word that reports print (a level, a notice, a problem, a topic of a comparison).

    Raises:
        WrongCall: nothing is called so; the message suggests the nearest id.
    """
    for rule in (*book.claims, *book.clauses):
        if rule.id == name:
            return tuple(_rule(rule))
    for kind in catalogue.kinds:
        if kind.id == name:
            return tuple(_kind(kind, catalogue))
    if name in list(Category):
        return tuple(_category(Category(name), book, catalogue))
    if name in list(ClauseLabel):
        return tuple(_label(ClauseLabel(name), book))
    if (verdict := named(name)) is not None:
        return tuple(verdict_page(verdict))
    for case in catalogue.precedents:
        if case.id == name:
            return tuple(law.precedent(case))
    for authority in catalogue.authorities:
        if authority.id == name:
            return tuple(law.authority(authority))
    if name in WORDS:
        return tuple(word_page(name))
    topics = {entry.topic.id: entry.topic for entry in book.topics}
    topic = topics.get(name.partition(".")[0])
    if topic is not None and {name, name.partition(".")[2]} & {topic.id, *_positions(topic)}:
        return tuple(topic_page(topic))
    known = [*(entry for _, entry, _ in listing(book, catalogue)), *topics, *WORDS]
    raise WrongCall(f'nothing is called "{name}"{suggestion(name, known)}; see claimlint rules')


def _positions(topic: Topic) -> Iterator[str]:
    return (position for row in topic.rows for position in (*row.deck, *row.contract))


def listing(book: RuleBook, catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """Return (sort, id, what it says) of everything that has a page, in the manual's order."""
    rows: list[tuple[str, str, str]] = []
    for category in Category:
        entry = catalogue.category(category)
        rows.append((f"claims: {category}", str(category), entry.says))
        rows.extend(
            (f"claims: {category}", rule.id, rule.says)
            for rule in book.claims
            if rule.label is category
        )
    for label in ClauseLabel:
        held = [rule for rule in book.clauses if rule.label is label]
        rows.append(("contract clauses", str(label), LABELS[label]))
        rows.extend(("contract clauses", rule.id, rule.says) for rule in held)
    rows.extend(("evidence", kind.id, kind.holds) for kind in catalogue.kinds)
    rows.extend(("verdicts", str(verdict), says) for verdict, says in SAYS.items())
    rows.extend(("precedents", case.id, case.claim) for case in catalogue.precedents)
    rows.extend(("authorities", entry.id, entry.demand) for entry in catalogue.authorities)
    return tuple(rows)


LABELS = {
    ClauseLabel.ACCURACY_DISCLAIMER: "Outputs may be wrong; accuracy is not warranted.",
    ClauseLabel.AS_IS: "The product comes without warranties of any kind.",
    ClauseLabel.HUMAN_REVIEW_DUTY: "The customer must check or supervise what the system does.",
    ClauseLabel.NO_RELIANCE: "Nobody may rely on marketing or outputs.",
    ClauseLabel.USE_RESTRICTION: "Uses of high risk or consequence are excluded.",
    ClauseLabel.LIABILITY_CAP: "Liability for what the system does is limited or shifted.",
    ClauseLabel.PERFORMANCE_WARRANTY: "Accuracy, uptime or quality is promised.",
    ClauseLabel.OVERSIGHT_COMMITMENT: "The vendor promises human review, monitoring or testing.",
    ClauseLabel.DISCLOSURE_COMMITMENT: "The vendor promises documents, metrics or notices.",
}
"""What each clause label says. Source: docs/claims.md, "Clauses"."""


def _rule(rule: Rule) -> Iterator[Block]:
    yield Block(Style.TITLE, rule.id)
    yield Block(Style.TEXT, rule.says)
    yield Block(Style.HEADING, "Why it matters")
    yield Block(Style.TEXT, rule.why)
    yield Block(Style.HEADING, "Flags")
    for example in rule.flag:
        yield Block(Style.MARKED, _led(example.lead, example.text))
    yield Block(Style.HEADING, "Leaves alone")
    for example in rule.passes:
        yield Block(Style.ITEM, f"{_led(example.lead, example.text)} – {example.because}")
    if rule.needs:
        yield Block(Style.HEADING, "Needs other evidence than its category")
        because = f": {rule.because}" if rule.because else ""
        yield Block(Style.TEXT, ", ".join(rule.needs) + because)
    yield from sources(rule.sources)
    yield Block(Style.TEXT, f"Defined in {rule.file}. More: claimlint explain {rule.label}")


def _led(lead: str, text: str) -> str:
    return f"{lead} / {text}" if lead else text


def _category(category: Category, book: RuleBook, catalogue: Catalogue) -> Iterator[Block]:
    entry = catalogue.category(category)
    yield Block(Style.TITLE, f"{entry.title} ({category})")
    yield Block(Style.TEXT, entry.says)
    yield Block(Style.HEADING, "Why it matters")
    yield Block(Style.TEXT, entry.why)
    for each in (e for e in catalogue.categories if e.category is category):
        yield from _needs(each, catalogue)
    yield Block(Style.HEADING, "Examples")
    rules = [rule for rule in book.claims if rule.label is category]
    for rule in rules:
        yield Block(Style.MARKED, _led(rule.flag[0].lead, rule.flag[0].text))
    yield Block(Style.HEADING, "No claims")
    for rule in rules[:6]:
        near = rule.passes[0]
        yield Block(Style.ITEM, f"{_led(near.lead, near.text)} – {near.because}")
    yield from _cases(catalogue.precedents_for(category))
    yield Block(Style.HEADING, "Rules")
    for rule in rules:
        yield Block(Style.ITEM, f"{rule.id}: {rule.says}")


def _needs(entry: CategoryEntry, catalogue: Catalogue) -> Iterator[Block]:
    aspect = f" ({entry.aspect})" if entry.aspect else ""
    yield Block(Style.HEADING, f"Evidence that it needs{aspect}")
    for kind in entry.required:
        yield Block(Style.ITEM, f"{kind} (required): {catalogue.kind(kind).holds}")
    for kind in entry.recommended:
        yield Block(Style.ITEM, f"{kind} (recommended): {catalogue.kind(kind).holds}")
    yield Block(Style.TEXT, f"Ask the vendor: {entry.question}")
    yield Block(Style.TEXT, f"Wording that could be backed: {entry.rewrite}")
    yield Block(Style.TEXT, f"Clause that binds it: {entry.clause.text}")


def _kind(kind: EvidenceKind, catalogue: Catalogue) -> Iterator[Block]:
    yield Block(Style.TITLE, f"{kind.title} ({kind.id})")
    yield Block(Style.TEXT, kind.holds)
    yield Block(Style.TEXT, f"Asks: {kind.asks}")
    yield Block(Style.HEADING, "What it must show")
    yield Block(Style.TEXT, "Without the kernel there is no evidence, however much else is shown.")
    for entry in kind.fields:
        weight = "kernel" if entry.kernel else "should be there" if entry.should else "must"
        instead = f", or {entry.instead}" if entry.instead else ""
        yield Block(Style.ITEM, f"{entry.id} ({weight}{instead}): {entry.asks}")
    yield Block(Style.TEXT, f"Goes stale after {kind.shelf_life} months.")
    yield Block(Style.TEXT, f"Found in: {', '.join(kind.where)}.")
    yield Block(Style.HEADING, "What counts")
    for example in kind.backed:
        yield from _example(example)
    yield Block(Style.HEADING, "What does not count")
    for example in kind.not_backed:
        yield from _example(example)
    for reject in kind.rejects:
        words = [phrase for phrase in reject.phrases if _SIGNS.isdisjoint(phrase)][:4]
        yield Block(Style.ITEM, " – ".join((", ".join(words), reject.because)[not words :]))
    authorities = catalogue.authorities_for(kind.id)
    if authorities:
        yield Block(Style.HEADING, "Who asks for it")
        yield Block(Style.TEXT, _SEEN)
    for each in authorities:
        item = f"{each.title} ({each.in_force}): {each.demand.rstrip('.')} – {each.id}"
        yield Block(Style.ITEM, item)


def _example(example: Example) -> Iterator[Block]:
    because = f": {example.because}" if example.because else ""
    judged = f"{example.verdict.words}{because}"
    if "\n" in example.text:
        yield Block(Style.ITEM, f"in these lines – {judged}")
        yield Block(Style.LINES, example.text)
    else:
        yield Block(Style.ITEM, f"{example.text} – {judged}")


def _label(label: ClauseLabel, book: RuleBook) -> Iterator[Block]:
    yield Block(Style.TITLE, str(label))
    yield Block(Style.TEXT, LABELS[label])
    for rule in book.clauses:
        if rule.label is label:
            yield Block(Style.HEADING, rule.id)
            yield Block(Style.TEXT, f"{rule.says} {rule.why}")
            for example in rule.flag:
                yield Block(Style.MARKED, _led(example.lead, example.text))


def _cases(cases: Sequence[Precedent]) -> Iterator[Block]:
    if not cases:
        return
    yield Block(Style.HEADING, "Comparable wording that regulators acted on")
    yield Block(Style.TEXT, "Not legal advice; says nothing about any other vendor.")
    yield Block(Style.TEXT, _SEEN)
    for case in cases:
        told = f"{case.case} ({case.body}, {case.date}, {case.status})"
        yield Block(Style.ITEM, f"{told}: {case.line.rstrip('.')} – {case.id}")
