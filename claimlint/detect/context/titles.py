"""Titles: of products that decide nothing yet, of measures, and of what a paper tells."""

from __future__ import annotations

from claimlint.detect.context.scene import Scene
from claimlint.detect.cues import Span
from claimlint.detect.units.unit import FIGURES
from claimlint.rulebook.reading_form import Kind
from claimlint.terms import Category

_OF_TASKS = (Category.INDEPENDENT_DECISION, Category.AUTONOMY)
_NAME = 4
_BETWEEN = 2
_LONGEST = 10
_PARTS = frozenset(":–—-|")
_SHARES = frozenset("share proportion percentage fraction".split())
_TELLS = frozenset(
    "describes describe report reports documents study evaluates evaluation measures measured "
    "tests tested assesses assess examines examined asked ask".split()
)
_SHOWS_OFF = frozenset("see discover you your".split())


def title(scene: Scene) -> str:
    """Let a bare title go that names a task and says nothing of who decides in it.

    "AI underwriting for banks" is one; "Instant underwriting" and "AI underwriting in seconds" say
    more, and so does what names the decision itself ("AI hiring decisions").
    """
    if scene.label not in _OF_TASKS or len(scene.row) > _LONGEST or scene.find("title-tells"):
        return ""
    for called, task in _pairs(scene):
        opens, after = _opens(scene, called[0]), _after(scene, task)
        near = 0 <= task[0] - called[1] <= _BETWEEN and scene.match.start < task[1]
        if opens and after and near:
            return scene.says((called[0], task[1]))
    return ""


def measure(scene: Scene) -> str:
    """Let the name of a measure go, with its definition: a share of what, and no figure.

    "Share of calls that end without transfer" says how it is counted, and not how much it is; so
    do "% of calls" and "Number of calls".
    """
    if any(token.kind in FIGURES for token in scene.row):
        return ""
    opening = scene.forms(0, 2)
    counted = opening == ["%", "of"] or opening == ["number", "of"]
    return opening[0] if counted else scene.opens if scene.opens in _SHARES else ""


def told_of(scene: Scene) -> str:
    """Let go what a paper says that it tells of ("how accurately it reads receipts").

    "See how accurately it reads" takes for granted that it does.
    """
    start = scene.match.start
    for index in range(max(0, start - 1), min(start + 1, len(scene.row) - 1)):
        if scene.row[index].form == "how" and scene.row[index + 1].form.endswith("ly"):
            before = scene.forms(0, index)
            if not _TELLS.isdisjoint(before) and _SHOWS_OFF.isdisjoint(before):
                return "how"
    return ""


def _pairs(scene: Scene) -> list[tuple[Span, Span]]:
    tasks = scene.find("named-tasks")
    return [(called, task) for called in scene.find("called-ai") for task in tasks]


def _opens(scene: Scene, start: int) -> bool:
    """Tell whether what calls the product AI opens the title, or stands behind its name."""
    names = [index for index in range(start) if scene.row[index].form in _PARTS]
    opening = scene.forms(names[-1] + 1 if names else scene.first_word, start)
    articles = scene.cues.forms("title-openers")
    return (not names or names[-1] <= _NAME) and articles.issuperset(opening)


def _after(scene: Scene, task: Span) -> bool:
    """Tell whether no more follows than what sort of thing it is, and for whom."""
    end = next((s[1] for s in scene.find("title-things") if s[0] == task[1]), task[1])
    rest = [token.form for token in scene.row[end:] if token.kind is not Kind.MARK]
    return not rest or rest[0] in ("for", "in", "at", "from", "by")
