"""Completes the words of a match to whole phrases: "decides on every" to "… every repair"."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.detect.context.scene import ARTIFICIAL
from claimlint.detect.cues import Span
from claimlint.detect.units.unit import FIGURES
from claimlint.rulebook.reading_form import Kind, Token
from claimlint.terms import Category, ClauseLabel

DANGLING = frozenset(
    """a an the this these those every each any all no some your our their its his her my of to in
    at by for from with within across into onto than as per about and or but nor if when while
    because which who whom whose what where why how that whether is are was were be been has have
    had can will may it they you he she not n't""".split()
)
"""Words on which no phrase ends; a match that does breaks off."""

SMALL = DANGLING | frozenset(
    """on without over under up out off down back through during before after until till since
    between among against also then there here just only even ever never so does do did would could
    might must shall should we i us them him 's 're 've 'll 'd 'm""".split()
)
"""Words that begin another phrase."""

_NAMED_IN_FULL = (
    Category.ACCURACY_RELIABILITY,
    Category.BUSINESS_OUTCOME,
    Category.HUMAN_PARITY,
    Category.INDEPENDENT_DECISION,
    Category.MARKET_POSITION,
    Category.UNIVERSALITY,
)
"""Claims of something: its noun belongs to them ("the leading" – "sourcing platform")."""

_ROLES = (Category.HUMAN_REPLACEMENT,)

_MEASURED = (
    Category.ACCURACY_RELIABILITY,
    Category.BUSINESS_OUTCOME,
    Category.HUMAN_PARITY,
    Category.AUTONOMY,
    ClauseLabel.PERFORMANCE_WARRANTY,
)
"""Claims and promises to which a figure beside them belongs ("45%" – "decrease in costs")."""

_TO_FIGURE = frozenset("by to of from at : → = – — ->".split())
_UNITS = frozenset(
    """% percent per cent points pts hour hours minute minutes second seconds day days week weeks
    month months year years k m x times""".split()
)
_AUXILIARY = frozenset(
    """shall will would may might must can could should do does did is are was were be been has have
    had not n't never hereby""".split()
)
_DETERMINERS = frozenset("a an the this these any each every no all its our your we you it".split())
_SUBJECT = 3
_JOINING = frozenset({"that", "which", "who", "and", "or", "but", "so"})
_COORDINATING = frozenset({"and", "or", "but", "then"})
_LISTING = frozenset({"and", "then", ","})
_ONE_DOER = frozenset(
    """it she he this ai agent assistant bot chatbot copilot robot system platform model engine
    software tool app algorithm solution machine product service""".split()
)
_DOERS = frozenset(
    """they we you agents assistants bots chatbots copilots robots systems models tools algorithms
    machines""".split()
)
"""Who does it, at the head of a claim: the words that assert begin after them."""
_ARTICLES = frozenset("the our your its this that these an a each every".split())
_AHEAD = frozenset("can could will would may might never always simply just then also".split())
_NO_VERBS = ("ss", "us", "is", "'s")
_ALONE = (
    ("on", "its", "own"),
    ("on", "their", "own"),
    ("all", "on", "its", "own"),
    ("all", "by", "itself"),
    ("by", "itself"),
    ("by", "themselves"),
    ("without", "asking"),
    ("without", "you"),
    ("autonomously",),
    ("automatically",),
    ("independently",),
    ("unaided",),
    ("unprompted",),
)
"""What says that it is done alone belongs to the claim that it follows."""
_NAMED = (Category.HUMAN_REPLACEMENT, Category.MARKET_POSITION)
"""Claims that lie in a name: "AI answers desk", "our platform leads"."""
_DONE_ALONE = (Category.AUTONOMY, Category.INDEPENDENT_DECISION)
_BARE_VERBS = frozenset("work works working run runs running operate operates act acts".split())
_LEARNING = frozenset("learn learns learned learnt learning".split())
_NO_MATTER_WHO = frozenset("anyone anybody someone somebody".split())
_ENDING = frozenset(".,;:!?—–-|\"'([")
_SIGNS = frozenset("#~≈<>+$£€%")
_SMALL_WORDS = 3
_NOUNS = 3
_REST = 2


_TURNS = frozenset("now today nowadays then since we i they it".split())


def within(span: Span, phrases: Sequence[Span]) -> Span:
    """Return the first of the phrases that stands in the span, else the span."""
    inside = (each for each in phrases if span[0] <= each[0] and each[1] <= span[1])
    return max(inside, key=lambda each: (-each[0], each[1]), default=span)


def led_on(row: tuple[Token, ...], span: Span, stop: int) -> Span:
    """Return the span to the end of its clause where it is a small word of what was begun before.

    "We used to have two clerks. Now …": of the claim only "now" stands in this sentence.
    """
    start, end = span
    if row[start].form not in _TURNS:
        return span
    while end < stop and row[end].kind is not Kind.MARK:
        end += 1
    return (start, end)


def from_last_join(row: tuple[Token, ...], span: Span, verb: int) -> Span:
    """Return the span from where the last of several verbs begins: "reads and" – "decides"."""
    joins = (place for place in range(verb - 1, span[0], -1) if row[place].form in _COORDINATING)
    return (next(joins, span[0] - 1) + 1, span[1])


def begun(row: tuple[Token, ...], span: Span, floor: int) -> Span:
    """Return the span, its start moved back to its subject: "not warranted" to "The Platform is …".

    It reaches back to the token `floor` at most, and takes in the bracket that it closes.
    """
    start, end = span
    inside = [token.form for token in row[start:end]]
    if ")" in inside and "(" not in inside[: inside.index(")")]:
        opens = [place for place in range(floor, start) if row[place].form == "("]
        start = max(opens[-1] - 1, floor) if opens else start
    verb = start
    while verb > floor and row[verb - 1].form in _AUXILIARY:
        verb -= 1
    if verb == start and row[start].form not in _AUXILIARY:
        return (start - (start > floor and row[start - 1].form == "no"), end)
    first = verb
    while first > floor and verb - first < _SUBJECT and row[first - 1].kind is Kind.WORD:
        if row[first - 1].form in SMALL:
            break
        first -= 1
    if first > floor and row[first - 1].form in _DETERMINERS:
        first -= 1
    return (first, end)


def asserted(row: tuple[Token, ...], span: Span, category: Category, verbs: frozenset[str]) -> Span:
    """Return the span from what is done on: "our agent" – "handles everything".

    Of several things done each alone, from the last. `verbs` are the forms that tell a verb from a
    noun.
    """
    if category not in _NAMED:
        span = _from_verb(row, span, verbs)
    return _last_of_several(row, span, verbs) if category in _DONE_ALONE else span


def _from_verb(row: tuple[Token, ...], span: Span, verbs: frozenset[str]) -> Span:
    """Return the span without who does it."""
    start, end = span
    place = start + (row[start].form in _ARTICLES)
    head = place
    while place + 1 < end and row[place].form in _ONE_DOER | _DOERS:
        place += 1
    if place == head or place + 1 >= end or row[place].form == row[head].form:
        return span
    after = row[place].form
    if after == "'ll":
        return (place + 1, end) if place + 2 < end else span
    one = row[place - 1].form in _ONE_DOER and after[-1:] == "s" and not after.endswith(_NO_VERBS)
    many = row[place - 1].form in _DOERS and after in verbs
    return (place, end) if one or many or after in _AHEAD else span


def _last_of_several(row: tuple[Token, ...], span: Span, verbs: frozenset[str]) -> Span:
    """Return the span from its last verb on: "reads the file and" – "decides on its own"."""
    start, end = span
    first = row[start].form
    if first not in verbs or first[-1:] != "s":
        return span
    for place in range(end - 2, start, -1):
        after = row[place + 1].form
        if row[place].form in _LISTING and after in verbs and after[-1:] == "s":
            return (place + 1, end)
    return span


def completed(
    row: tuple[Token, ...], span: Span, category: Category | ClauseLabel, stop: int
) -> Span:
    """Return the span, its end moved on to where a phrase ends, at most to the token `stop`.

    A span that breaks off on a small word takes in what that word introduces; where the claim is
    about something, up to two words more of its name. Marks always end a phrase.
    """
    limit = min(stop, len(row))
    start, end = _with_figures(row, _trimmed(row, span), category, limit)
    if end < limit and _goes_on(row[end - 1], row[end]):
        end += 1
    if end < limit and row[end - 1].form in _NO_MATTER_WHO and row[end].form.endswith("ing"):
        inner = _run(row, end + 1, min(limit, end + 2), small=True)
        return (start, _run(row, inner, min(limit, inner + _REST), small=False))
    if category in _DONE_ALONE:
        end += next((len(own) for own in _ALONE if _stands(own, row[end:limit])), 0)
    if category in _ROLES and row[end - 1].form in ARTIFICIAL:  # it only begins their name
        return (start, _run(row, end, min(limit, end + _NOUNS), small=False))
    if row[end - 1].form in DANGLING:
        inner = _run(row, end, min(limit, end + _SMALL_WORDS), small=True)
        outer = _run(row, inner, min(limit, inner + _NOUNS), small=False)
        if outer > inner:
            return (start, outer)
        while end - 1 > start and row[end - 1].form in _JOINING:
            end -= 1
        return (start, end)
    if category in _NAMED_IN_FULL:
        return (start, _run(row, end, min(limit, end + _REST), small=False))
    return (start, end)


def _with_figures(
    row: tuple[Token, ...], span: Span, category: Category | ClauseLabel, limit: int
) -> Span:
    """Return the span with the figure that stands right before it or ends it."""
    start, end = span
    if category not in _MEASURED:
        return span
    while end < limit and row[end].form in _UNITS and row[end - 1].kind in FIGURES:
        end += 1
    ahead = end + 1
    while ahead < limit and row[end].form in _TO_FIGURE and row[ahead].form in _SIGNS:
        ahead += 1
    if ahead < limit and row[end].form in _TO_FIGURE and row[ahead].kind in FIGURES:
        end = ahead + 1
        while end < limit and row[end].form in _UNITS:
            end += 1
    if category is Category.AUTONOMY and start and row[start - 1].kind is Kind.NUMBER:
        return (start, end)  # An amount bounds what is done: "pays up to $500" – "on its own".
    while start and (
        row[start - 1].kind in FIGURES
        or (row[start - 1].form in _UNITS | _SIGNS and row[start - 2].kind in FIGURES)
        or (row[start].kind in FIGURES and row[start - 1].form in _SIGNS)
    ):
        start -= 1
    return (start, end)


def _stands(phrase: tuple[str, ...], row: tuple[Token, ...]) -> bool:
    return phrase == tuple(token.form for token in row[: len(phrase)])


def _goes_on(last: Token, after: Token) -> bool:
    """Tell whether the next word belongs to the last one: "does" – "n't", "learns" – "from"."""
    return after.form == "n't" or (last.form in _LEARNING and after.form == "from")


def _trimmed(row: tuple[Token, ...], span: Span) -> Span:
    """Return the span without the marks at its ends and the words that only join it on."""
    start, end = span
    while start + 1 < end and (row[start].kind is Kind.MARK or row[start].form in _JOINING):
        if row[start].form in _SIGNS:
            break
        start += 1
    if start + 1 < end and row[start].form in _BARE_VERBS and row[start + 1].form == "without":
        start += 1
    while end - 1 > start and row[end - 1].form in _ENDING:
        end -= 1
    return (start, end)


def _run(row: tuple[Token, ...], place: int, limit: int, *, small: bool) -> int:
    """Return where the run of small words, or of others, that begins at `place` ends."""
    while place < limit and row[place].kind is not Kind.MARK:
        if (row[place].form in SMALL) is not small:
            break
        place += 1
    return place
