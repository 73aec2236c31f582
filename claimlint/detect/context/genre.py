"""Genre: definitions, law, news, market figures, other products, sections of limitations."""

from __future__ import annotations

import re

from claimlint.detect.context.addressee import headed, labelled
from claimlint.detect.context.columns import sold_in_row
from claimlint.detect.context.scene import NEGATORS, Scene
from claimlint.detect.cues import Span, words_of
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Kind
from claimlint.terms import Category, DocumentKind

_OPENING = 8
_NAMED = 3
_SOFTWARE_DOES = (Category.AUTONOMY, Category.CONTINUOUS_OPERATION, Category.OVERSIGHT_REDUCTION)
_IN_PLANS = (Category.CONTINUOUS_OPERATION, Category.UNIVERSALITY)
_BEFORE_COUNTS = frozenset("in of for with from across over after at on among by to all".split())
_VERSIONS = frozenset("version v - / .".split())
_COMPARES = frozenset("than before until as like if where when once".split())
_WITHOUT_PEOPLE = (Category.INDEPENDENT_DECISION, Category.OVERSIGHT_REDUCTION)
_WORSE = (("better-low", "rising"), ("better-high", "sinking"))
_AUXILIARY = frozenset("has have had is are was were been be can will may would only then".split())
_SUPPLY = frozenset("provider providers supplier suppliers contractor contractors".split())
_PAPERS = frozenset(
    "policy addendum section clause exhibit schedule annex appendix sow sla dpa notice document "
    "part article paragraph supplement contract agreement".split()
)
_SERVES = frozenset("improve improving use using access accessing".split())
_ASKED = frozenset("must shall should".split())
_DEFINED = regex(
    r"\W*(?:[\d.]+\s+)?[A-Z][\w' -]{2,40}?\W?(?: means|:| shall mean) (?:any|all|each)\b", re.I
)

_CLAUSE_HEADING = regex(
    r"(?P<number>(?:\d{1,2}(?:\.\d{1,2})*|\([a-z]\)))[.)]?\s+"
    r"(?P<words>[A-Za-z][A-Za-z-]*(?: (?:and |of |for |by |with |the |in )?[A-Z][A-Za-z-]*){0,4})\Z"
)
_LONG_AGO = regex(r"\b(?:in|since|of|from|until|before|after) 1[5-9][0-7]\d\b(?! \w+s\b)", re.I)


def definition(scene: Scene) -> str:
    """Let definitions go ("Autonomous agents are systems that …", "X means …")."""
    cued = scene.first(cue for cue in scene.find("definition-cues") if cue[0] <= _OPENING)
    if cued:
        return cued
    general = scene.opens in ("a", "an")
    cues = scene.before("genus-cues") if general else []
    told = scene.first(cue for cue in cues if cue[0] <= _OPENING)
    if told:
        return told
    defined = _DEFINED.match(scene.unit.text) if scene.kind is DocumentKind.CONTRACT else None
    if defined:
        return defined.group().strip()
    return _entry(scene) or (_same_genus(scene) if general else "")


def _entry(scene: Scene) -> str:
    """Return the term where the unit is an entry of a glossary ("Agent: an entity that …")."""
    forms = scene.forms()
    colon = next((index for index in range(1, min(_OPENING, len(forms))) if forms[index] == ":"), 0)
    after = forms[colon + 1 : colon + 6]
    if not colon or after[:1] not in (["a"], ["an"], ["the"]):
        return ""
    if any(cue[0] < colon for cue in scene.find("presents")):
        return ""
    genera = {phrase[0] for phrase in scene.cues.phrases("genera")}
    if after[0] != "the":  # "With the agent: the agent is …" speaks on and explains no word
        genera.add(forms[colon - 1])
    return " ".join(forms[:colon]) if genera & set(after) else ""


def _same_genus(scene: Scene) -> str:
    """Return the noun that is explained ("An automated decision is a decision …").

    The words may also stand between the noun and "is a": "An assistant that acts alone is an …".
    """
    after = tuple(scene.forms(scene.match.end, scene.match.end + 2))
    if after in (("is", "a"), ("is", "an")) and scene.match.start > 1:
        return scene.row[scene.first_word + 1].form
    forms = scene.forms(0, _OPENING + 4)
    for index in range(2, len(forms) - 2):
        if forms[index] == "is" and forms[index + 1] in ("a", "an", "any"):
            return forms[index - 1] if forms[index - 1] in forms[index + 2 : index + 5] else ""
    return ""


def law(scene: Scene) -> str:
    """Let law, standards and research go ("Article 14 requires …", "researchers found").

    Where the seller speaks of itself ("a survey puts us first"), research is used to sell.
    """
    told = scene.first(scene.find("study-told"))
    if told or scene.find("seller"):
        return told
    past = _LONG_AGO.search(scene.unit.text)
    if past:
        return past.group()
    return scene.first(scene.outside("law-cues")) or scene.first(
        cue
        for cue in scene.before("news-subjects")
        if (cue[0] <= scene.first_word + 1 or scene.row[cue[0] - 1].form in ",:")
        and scene.row[cue[0] - 1].form != "unlike"
    )


def price(scene: Scene) -> str:
    """Let prices go, and what a plan includes ("24/7 phone" under "Pricing")."""
    if scene.label is Category.BUSINESS_OUTCOME:
        return scene.first(scene.outside("price-cues"))
    if scene.label not in _IN_PLANS:
        return ""
    lines = scene.outside("plan-lines") if scene.label is Category.UNIVERSALITY else ()
    return scene.first(lines) or headed(scene, "price-headings")


def market(scene: Scene) -> str:
    """Let figures of the problem or the market go ("62% of calls go unanswered")."""
    told = ""
    if scene.label is Category.BUSINESS_OUTCOME:
        told = _worsened(scene) or _counted(scene)
    elif scene.label is Category.MARKET_POSITION:
        told = _of_another(scene)
    return told or _of_market(scene)


def _of_market(scene: Scene) -> str:
    """Return the words that make a figure one of the market, where no product comes by it."""
    found = scene.find("market-cues")
    if not found:
        return ""
    offers = (cue for name in ("seller", "sold-as-ai") for cue in scene.find(name))
    figure = found[0][0] - 1
    # A verb takes the figure: "routes 94 % of calls to the …", "Resolves 78 % of calls …".
    reached = scene.label is Category.ACCURACY_RELIABILITY and scene.span[0] < figure
    ours = any(cue[1] <= found[0][0] for cue in offers)
    # … or stands behind what is counted: "99 % of calls handled without a person".
    taken = any(cue[1] == figure or cue[0] == found[0][1] for cue in scene.find("deals-with"))
    return "" if ours or reached or taken else scene.says(found[0])


def _worsened(scene: Scene) -> str:
    """Return the words by which what the match speaks of got worse ("labour costs had risen")."""
    start, end = scene.span
    for nouns, verbs in _WORSE:
        turns = scene.find(verbs)
        for noun in scene.find(nouns) if turns else ():
            for turn in turns:
                inside = noun[1] <= turn[0] and start <= turn[0] < end
                if inside and _AUXILIARY.issuperset(scene.forms(noun[1], turn[0])):
                    return scene.says((noun[0], turn[1]))
    return ""


def _counted(scene: Scene) -> str:
    """Return the things of which several are counted, and which are no verb ("1,860 lifts").

    A number after a name is its version ("Wren 4 lifts").
    """
    for start, end in scene.find("things-and-deeds"):
        ahead, before = scene.row[start - 1], scene.row[max(0, start - 2)]
        named = before.text[:1].isupper() and before.form not in _BEFORE_COUNTS
        counts = start == 1 or not (named or before.form in _VERSIONS)
        inside = scene.match.start < end <= scene.match.end
        if inside and start and counts and ahead.text[:1].isdigit():
            return scene.says((start - 1, end))
    return ""


def _of_another(scene: Scene) -> str:
    """Return words that make a rank one of somebody else: "the market leader's", "no machine …"."""
    start, end = scene.span
    if end < len(scene.row) and scene.row[end].form == "'s" and not scene.find("seller"):
        return "'s"
    general = [cue for cue in scene.find("machines-in-general") if cue[0] in (start, start - 1)]
    lists = ("people-praised", "people-at-work", "persons") if general else ()
    people = (cue for name in lists for cue in scene.find(name))
    return scene.first(c for c in people if c[0] >= general[0][1] and c[0] - end <= _OPENING)


def limitation(scene: Scene) -> str:
    """Let go what a heading, stem or column head takes back ("What we cannot do")."""
    for found, text in scene.above("limitation-headings"):
        if not _lifted(scene, found, text.lower()):
            return found
    label = labelled(scene, "limitation-headings")
    if label:
        return label
    stem = tuple(token for token in scene.unit.lead if token.kind is not Kind.MARK)
    for span in scene.cues.find("limitation-stems", stem) if stem else ():
        if span[1] == len(stem):
            return words_of(stem, span)
    limits = (cue for cue in scene.outside("limitations") if not _negated(scene, cue[0]))
    return _gated(scene) or scene.first(limits)


def _lifted(scene: Scene, found: str, heading: str) -> bool:
    """Tell whether a heading takes a limit away and sets none: "Scale without limits"."""
    lifts = scene.cues.within("limits-lifted", heading)
    return " " not in found and -1 < heading.find(lifts) < heading.find(found) if lifts else False


def _gated(scene: Scene) -> str:
    """Return the words by which a person releases what the system does, for such claims alone."""
    gates = scene.outside("human-gates") if scene.label in _WITHOUT_PEOPLE else []
    if scene.label in _SOFTWARE_DOES:
        gates += [
            cue
            for cue in scene.outside("people-on-it")
            if cue[0] == 0 or scene.row[cue[0] - 1].form not in _COMPARES
        ]
    return scene.says(gates[0]) if gates and not _negated(scene, gates[0][0]) else ""


def plain_software(scene: Scene) -> str:
    """Let jobs of plain, deterministic software go ("The backup runs automatically at night")."""
    if scene.label not in _SOFTWARE_DOES:
        return ""
    return "" if scene.find("sold-as-ai") else scene.first(scene.find("plain-software"))


def _negated(scene: Scene, start: int) -> bool:
    """Tell whether a negator stands right before ("does not require human approval")."""
    return not NEGATORS.isdisjoint(scene.forms(max(0, start - 2), start))


def unsold(scene: Scene) -> str:
    """Let go, in contracts, what speaks of no product on offer.

    There the words of a claim are the rule's own subject ("approved without a second reviewer"),
    unless the sentence is about the service that is sold, or stands under a heading such as
    "Description of the Service".
    """
    if scene.kind is not DocumentKind.CONTRACT:
        return ""
    other = _granted(scene) or _topic(scene)
    if other or _on_offer(scene, ("product-on-offer", "contract-offer")):
        return other
    if sold_in_row(scene):
        return ""
    if any(token.form in scene.names and token.text[0].isupper() for token in scene.row):
        return ""
    return str(scene.kind)


def _granted(scene: Scene) -> str:
    """Return the words by which a party lets the system act or answers for it, in a contract."""
    others = (span for span in scene.find("duty-bearers") if scene.says(span) not in _SUPPLY)
    for party in others:
        for act in scene.find("acts-of-parties"):
            if 0 <= act[0] - party[1] <= 1 and act[0] < scene.match.end:
                return scene.says((party[0], act[1]))
    return ""


def _topic(scene: Scene) -> str:
    """Return the number of a clause that its heading stands behind ("6.8 Autonomous Actions")."""
    headed = _CLAUSE_HEADING.match(scene.unit.text)
    return headed["number"] if headed and headed["words"].istitle() else ""


def scope(scene: Scene) -> str:
    """Let go what a contract says of itself ("This Agreement applies to all …")."""
    if scene.kind is not DocumentKind.CONTRACT or scene.opens not in ("this", "these"):
        return ""
    near = scene.first_word + _NAMED
    named = scene.forms(scene.first_word + 1, scene.first_word + 2)
    if not _PAPERS.isdisjoint(named):
        return f"{scene.opens} {named[0]}"
    lists = ("names-of-contracts", "names-of-use-policies")
    return scene.first(cue for name in lists for cue in scene.find(name) if cue[0] <= near)


def unoffered(scene: Scene) -> str:
    """Let go the same in policies, handbooks, notices and studies: few name what they offer."""
    if scene.kind is not DocumentKind.OTHER or _on_offer(scene, ("policy-offer",)):
        return ""
    return str(scene.kind)


def _on_offer(scene: Scene, names: tuple[str, ...]) -> bool:
    for name in names:
        offered = any(_is_offered(scene, cue) for cue in scene.find(name))
        if offered or scene.cues.within(name, scene.unit.lead_text):
            return True
    return any(scene.cues.within("description-headings", text) for text in scene.unit.headings[:1])


def _is_offered(scene: Scene, cue: Span) -> bool:
    """Tell whether what is named is told of, unlike in "improve our service", "the app must"."""
    ahead = scene.row[cue[0] - 1].form if cue[0] else ""
    if ahead in _SERVES:
        return False
    asked = cue[1] < len(scene.row) and scene.row[cue[1]].form in _ASKED
    return not asked or scene.kind is DocumentKind.CONTRACT
