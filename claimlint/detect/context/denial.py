"""Denial: a negator that attaches to the verb which governs the claim."""

from __future__ import annotations

from itertools import pairwise

from claimlint.detect.context.scene import CLAUSE_ENDS, NEGATORS, Scene
from claimlint.detect.cues import Span
from claimlint.regex import regex
from claimlint.rulebook.reading_form import Kind
from claimlint.terms import Category

_JOINS = frozenset({"and", "but", "so", "then", "or", "yet", "while"})
_NEGATORS = NEGATORS - {"no"}
_NEW_CLAUSE = (_JOINS - {"or"}) | frozenset(
    "because which that instead when whenever since once".split()
)
_NOT_BETWEEN = CLAUSE_ENDS | _JOINS | {",", "that", "which", "who"}
_POSITIVE = (Category.INDEPENDENT_DECISION, Category.UNDERSTANDING_LEARNING, Category.UNIVERSALITY)
_ACTS = (
    Category.AUTONOMY,
    Category.HUMAN_REPLACEMENT,
    Category.INDEPENDENT_DECISION,
    Category.UNDERSTANDING_LEARNING,
)
_DONE_ALONE = (Category.AUTONOMY, Category.INDEPENDENT_DECISION, Category.OVERSIGHT_REDUCTION)
_NO_ONE = frozenset("nobody no none nothing".split())
_AT_LAST = frozenset({"until", "till", "unless"})
_NO_DOER = ("nobody", "no one", "none")
_GOES_ON = ([","], ["the"], ["a"], ["no"], ["nothing"], ["nobody"], ["it"])
_NOT_JUST = frozenset("just only merely simply alone fewer less".split())
_LINKS = frozenset({"and", "or", ",", "with", "for", "to", "from", "but", "that"})
_WIDE = (Category.UNDERSTANDING_LEARNING, Category.UNIVERSALITY)
_COMPOUNDS = frozenset({"show", "shows", "touch", "brainer", "claims"})
_ARTICLES = frozenset("the a an our your this its their these that".split())
_PROMISE_REACH = 4
_NO_SUBJECT = 6
_PERFECT = frozenset(
    "proof free perfect perfectly flawless infallible foolproof bulletproof immune faultless "
    "unbiased unhackable unbreakable waterproof watertight neutral harmless".split()
)
_NOTHING_IS = regex(
    r"(?:[a-z'-]+ ){2,5}(?:, )?(?P<none>nothing|nobody|no one) (?:is|gets|goes|leaves|happens)\b"
)
"""Where nothing is done without people, they take part."""
_FLATLY = frozenset("not no never impossible false wrong untrue nonsense unrealistic myth".split())
_SPOKEN_OF = frozenset("is was means sounds belongs remains does has would should must".split())
_SPEAKERS = frozenset("it they we you he she i".split())
_QUOTES = frozenset("\"'")
_DASHES = frozenset("-–—:")
_WANTS = frozenset(
    "need require ask want wait tire sleep quit complain forget call take mind eat rest".split()
)


def denied(scene: Scene) -> str:
    """Say which words deny the claim: "does not … without", "no system is …", "never … without".

    A negator inside the claim ("never sleeps") and lists of "no X, no Y" deny nothing; neither
    does "not just X". What is denied must be governed by the negated verb: the negator stands in
    the clause of the claim, or the parse attaches it to a verb above the claim.
    """
    withheld = unpromised(scene) or _bounded(scene)
    if withheld:
        return withheld
    own = scene.forms(scene.match.start, scene.match.start + 3)
    for cue in scene.before("deniers") if _NEGATORS.isdisjoint(own) else ():
        if _only(scene, cue):
            continue
        if _same_clause(scene, cue) or (not _ended(scene, cue) and _attached(scene, cue)):
            return scene.says(cue)
    thing = scene.first(c for c in scene.before("denied-things") if scene.match.start - c[1] <= 1)
    if thing:
        return thing
    for cue in scene.before("denying-subjects"):
        if _compounded(scene, cue[1]) or _only(scene, cue):
            continue
        if cue[1] == scene.match.start and scene.says(cue) in _NO_DOER:
            return scene.says(cue)
        if _heads_a_list(scene, cue):
            return scene.says(cue)
        if _same_clause(scene, cue) and (_without(scene, cue) or _has_verb_between(scene, cue)):
            return scene.says(cue)
    return _denied_after(scene)


def unpromised(scene: Scene) -> str:
    """Say which words refuse a promise ("we cannot guarantee that it never fails").

    What no machine can or is, this one cannot and is not either, save where it is set above others.
    """
    if scene.label is not Category.MARKET_POSITION:
        for cue in scene.find("no-machine-can"):
            if cue[0] == scene.first_word and cue[0] <= scene.match.start:
                return scene.says(cue)
    for cue in scene.find("withdrawals"):
        if cue[0] >= scene.match.start and cue[1] > scene.match.end:
            return scene.says(cue)
    if _too_good(scene):
        return "no"
    if scene.opens == "never" and scene.row[scene.match.start].form == "without":
        return "never … without"
    if scene.opens == "no" and _ever(scene):
        return "no … ever … without"
    if scene.opens in ("0", "zero") and _done_without(scene):
        return f"{scene.opens} … without"
    for cue in scene.before("deniers"):
        if _only(scene, cue) or _ended(scene, cue):
            continue
        for verb in scene.find("promise-verbs"):
            if cue[1] <= verb[0] <= cue[1] + _PROMISE_REACH and verb[1] <= scene.match.start + 1:
                return scene.says((cue[0], verb[1]))
    return ""


def _ever(scene: Scene) -> bool:
    """Tell whether its subject is never so: "No bid is ever drawn up and sent without …"."""
    start = scene.match.start
    between = scene.forms(scene.first_word, start + 1)
    claimed = scene.forms(start, start + 2)
    return (
        "without" in claimed
        and "ever" in between
        and (CLAUSE_ENDS | _SPEAKERS | {"but"}).isdisjoint(between)
    )


def _done_without(scene: Scene) -> bool:
    """Tell whether none is counted of what is done without it ("0 bids sent without a clerk")."""
    claimed = scene.forms(scene.match.start, scene.match.start + 2)
    if claimed[:1] == ["without"]:
        return _has_verb_between(scene, (scene.first_word, scene.first_word + 1))
    return claimed[1:] == ["without"]


def _too_good(scene: Scene) -> bool:
    """Tell whether it says that nothing of a sort is perfect ("No reading is error-proof")."""
    forms = scene.forms(scene.first_word)
    links = [index for index, form in enumerate(forms[:_NO_SUBJECT]) if form in ("is", "are")]
    if forms[:1] != ["no"] or not links:
        return False
    return not _PERFECT.isdisjoint(forms[links[0] + 1 : links[0] + 4])


def _compounded(scene: Scene, start: int) -> bool:
    """Tell whether the word at `start` makes a noun with a negator before it ("no-show rate").

    After an article it always does ("the no-login portal").
    """
    if scene.row[start].form in _COMPOUNDS:
        return True
    return (
        start > 1 and scene.row[start - 1].form == "no" and scene.row[start - 2].form in _ARTICLES
    )


def _heads_a_list(scene: Scene, cue: Span) -> bool:
    """Tell whether of what nobody does the claim is one ("Nothing signs, sends or pays alone")."""
    forms = scene.forms(cue[1], scene.match.start)
    parts = forms[1::2]
    return (
        cue[0] == scene.first_word
        and scene.says(cue) in ("nothing", "nobody", "no one")
        and len(parts) > 0
        and len(forms) % 2 == 0
        and all(part in (",", "or", "and") for part in parts)
    )


def _bounded(scene: Scene) -> str:
    """Say which words bound the claim to nothing ("no automated decision is made", "only what")."""
    forms = scene.forms()
    start, end = scene.span
    denies = start and forms[start - 1] == "no" and not _compounded(scene, start)
    if denies and scene.label in _ACTS:
        return "no"
    inside = forms[start:end]
    only = inside.index("only") if "only" in inside else 0
    if only and inside[only - 1] not in ("the", "your", "our") and scene.label in _WIDE:
        return "only"
    if scene.label in _POSITIVE:
        for cue in scene.find("nothing-left"):
            if cue[0] == end and forms[end - 1] not in _LINKS:
                return scene.says(cue)
    if scene.label in _DONE_ALONE and not _NO_ONE.isdisjoint(forms[:start] + inside[:2]):
        gate = next((form for form in forms[end:] if form in _AT_LAST), "")
        if gate:  # "nobody touches it until the clerk has signed"
            return gate
    if scene.opens == "without" and start - scene.first_word <= 1:
        told = _NOTHING_IS.match(" ".join(forms[scene.first_word : start + _NO_SUBJECT]))
        if told:
            return f"without … {told['none']}"
    if start == scene.first_word and forms[start] == "without":
        for cue in scene.find("bad-ends") if forms[end : end + 1] in _GOES_ON else ():
            if cue[0] > end:
                return f"without … {scene.says(cue)}"
    if forms[end : end + 1] == [":"]:
        for cue in scene.find("set-to-no"):
            follows = scene.row[cue[1] : cue[1] + 1]
            if cue[0] == end + 1 and all(token.kind is Kind.MARK for token in follows):
                return scene.says(cue)
    return ""


def _ended(scene: Scene, cue: Span) -> bool:
    """Tell whether the clause of a negator ends before the claim begins; dashes in pairs do not."""
    between = scene.forms(cue[1], scene.match.start)
    dashes = sum(form in "–—" for form in between)
    return dashes % 2 == 1 or not (CLAUSE_ENDS - {"–", "—"}).isdisjoint(between)


def _denied_after(scene: Scene) -> str:
    """Say which words deny a claim that stands before them: "full autonomy is not offered"."""
    if _flatly_denied(scene):
        return "the answer to the words quoted"
    for cue in scene.outside("denials-after"):
        if cue[0] >= scene.match.end and cue[0] - scene.match.end <= 3:
            if _only(scene, cue) or _spared(scene, cue):
                continue
            if _NOT_BETWEEN.isdisjoint(scene.forms(scene.match.end, cue[0])):
                return scene.says(cue)
    return ""


def _flatly_denied(scene: Scene) -> bool:
    """Tell whether the claim is quoted and denied or spoken of: "“Never errs” – not yet."."""
    after = scene.forms(scene.match.end)
    for index, form in enumerate(after[:-2]):
        if form in _QUOTES and index <= 1 and after[index + 1] in _SPOKEN_OF:
            return True
        if form in _QUOTES or after[index + 1] in _QUOTES:
            follows = [each for each in after[index + 1 : index + 5] if each not in ".,?!'\""]
            return len(follows) > 1 and follows[0] in _DASHES and follows[1] in _FLATLY
    return False


def _spared(scene: Scene, cue: Span) -> bool:
    """Tell whether a machine worker lacks a worker's wants ("Digital staff don't ask …")."""
    after = [token.form for token in scene.row[cue[1] : cue[1] + 2] if token.form != "even"]
    works = scene.label is Category.HUMAN_REPLACEMENT
    return works and not _WANTS.isdisjoint(after[:1])


def _only(scene: Scene, cue: Span) -> bool:
    """Tell whether the negator opens "not just a chatbot", "not only fast", "not a tool, but"."""
    after = scene.forms(cue[1], cue[1] + 2)
    return bool(after) and after[0] in _NOT_JUST


def _same_clause(scene: Scene, cue: Span) -> bool:
    between = scene.row[cue[1] : scene.match.start]
    forms = [token.form for token in between]
    if not CLAUSE_ENDS.isdisjoint(forms) or not _NEW_CLAUSE.isdisjoint(forms):
        return False
    if "or" in forms and _SPEAKERS.isdisjoint(forms):  # "may not accept, reject or negotiate"
        return True
    if "," in forms and _SPEAKERS.isdisjoint(forms) and _or_follows(scene):
        return True
    # Two commas enclose an aside ("does not, in any case, approve …"); one opens a new clause.
    return forms.count(",") % 2 == 0


def _or_follows(scene: Scene) -> bool:
    """Tell whether the claim is of a list with "or" ("never signs, sends, or pays without you")."""
    after = scene.forms(scene.match.start)
    ends = (at for at, form in enumerate(after) if form in CLAUSE_ENDS or form in _NEW_CLAUSE)
    after = after[: next(ends, len(after))]
    return any(pair == (",", "or") for pair in pairwise(after))


def _attached(scene: Scene, cue: Span) -> bool:
    """Tell whether the parse attaches the negator to a verb on the way up from the claim."""
    parse = scene.parse()
    negator = parse.doc[cue[1] - 1 + parse.shift]
    token = parse.doc[scene.match.start + parse.shift]
    for _ in range(len(parse.doc)):
        if negator.head == token and negator.dep_ in {"neg", "advmod", "det", "preconj"}:
            return True
        if token.dep_ in {"conj", "parataxis", "ccomp", "advcl"} or token.head == token:
            return False
        token = token.head
    return False


def _without(scene: Scene, cue: Span) -> bool:
    """Tell whether it reads "no output leaves without …", and not "no code, without …"."""
    between = scene.forms(cue[1], scene.match.start)
    return (
        scene.row[scene.match.start].form == "without" and len(between) > 1 and "," not in between
    )


def _has_verb_between(scene: Scene, cue: Span) -> bool:
    parse = scene.parse()
    tokens = parse.doc[cue[1] + parse.shift : scene.match.end + parse.shift]
    return any(token.pos_ in {"VERB", "AUX"} for token in tokens)
