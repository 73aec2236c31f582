"""As much of CSS as tells whether a person sees a text: simple selectors, a few properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from claimlint.regex import regex

FADES_IN = frozenset(
    (
        "animation animation-name transition transition-property transform -webkit-transform"
        " will-change"
    ).split()
)
"""What says beside an opacity of nothing that the element comes in, on scrolling for instance."""
_PROPERTIES = FADES_IN.union(
    (
        "display visibility opacity font-size position left top right text-indent color background"
        " background-color background-clip -webkit-background-clip -webkit-text-fill-color clip"
        " clip-path width height max-height overflow content-visibility"
    ).split()
)
_COMMENT = regex(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_COMPOUND = regex(r"(\*|[a-z][a-z0-9-]*)?((?:[.#][a-z_-][\w-]*)*)\Z", re.IGNORECASE)
_BRACE = regex(r"[{}]")
_SIGN = regex(r"[.#][\w-]+")
_MOST_RULES = 5_000
_MOST_FOR_KEY = 100

Style = Mapping[str, str]
"""Values by property, both in lower case."""


class _Rule(Struct, frozen=True):
    """Declarations for elements of one tag, id and set of classes; absent ones match all."""

    tag: str
    name: str
    classes: frozenset[str]
    rank: tuple[int, int, int, int]
    style: dict[str, tuple[bool, str]]

    def fits(self, tag: str, name: str, classes: frozenset[str]) -> bool:
        """Tell whether an element is meant."""
        return (
            self.tag in ("", tag)
            and self.name in ("", name)
            and (not self.classes or self.classes <= classes)
        )


class Sheet(Struct):
    """The rules of all style sheets of a page that this program understands.

    `partial` is true where rules were passed over that set a background: then nobody knows which
    colour a text stands on.
    """

    partial: bool = False
    _rules: dict[str, list[_Rule]] = field(default_factory=dict)
    _count: int = 0
    _seen: dict[tuple[str, str, str], Style] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Take the rules of one style element."""
        for selectors, declarations, applies in _rules_of(_COMMENT.sub(" ", text)):
            style = _declared(declarations)
            if not applies:
                self.partial = self.partial or _sets_background(style)
            elif style:
                for selector in selectors.split(","):
                    self._add(selector.strip(), style)

    def style(self, tag: str, name: str, classes: str, inline: str = "") -> Style:
        """Return the declared values for an element, those of its own attribute first."""
        key = (tag, name, classes)
        found = self._seen.get(key)
        if found is None:
            found = self._cascade(tag, name, frozenset(classes.split()))
            if len(self._seen) < _MOST_RULES:
                self._seen[key] = found
        if not inline:
            return found
        own = {name: value for name, (_, value) in _declared(inline).items()}
        return {**found, **own}

    def _add(self, selector: str, style: dict[str, tuple[bool, str]]) -> None:
        found = _COMPOUND.match(selector)
        if found is None or not selector or self._count >= _MOST_RULES:
            self.partial = self.partial or _sets_background(style)
            return
        signs = _SIGN.findall(found.group(2) or "")
        names = [sign[1:] for sign in signs if sign[0] == "#"]
        classes = frozenset(sign[1:] for sign in signs if sign[0] == ".")
        tag = (found.group(1) or "").lower().strip("*")
        self._count += 1
        rank = (len(names), len(classes), 1 if tag else 0, self._count)
        rule = _Rule(tag, names[0] if names else "", classes, rank, style)
        key = f"#{names[0]}" if names else f".{min(classes)}" if classes else tag
        rules = self._rules.setdefault(key, [])
        if len(rules) < _MOST_FOR_KEY:
            rules.append(rule)
        else:
            self.partial = True

    def _cascade(self, tag: str, name: str, classes: frozenset[str]) -> Style:
        keys = ("", tag, f"#{name}", *(f".{known}" for known in sorted(classes)[:50]))
        rules = [
            rule
            for key in keys
            for rule in self._rules.get(key, ())
            if rule.fits(tag, name, classes)
        ]
        rules.sort(key=lambda rule: rule.rank)
        values: dict[str, tuple[bool, str]] = {}
        for rule in rules:
            for known, (important, value) in rule.style.items():
                if important or not values.get(known, (False, ""))[0]:
                    values[known] = (important, value)
        return {known: value for known, (_, value) in values.items()}


def _sets_background(style: Iterable[str]) -> bool:
    return any(name.startswith("background") for name in style)


def _rules_of(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield selectors, declarations, and whether they hold on every screen.

    What holds only at some width, in print or for some browsers does not.
    """
    position = 0
    head = ""
    inside = False
    applies: list[bool] = []
    for found in _BRACE.finditer(text):
        before = text[position : found.start()]
        position = found.end()
        if found.group() == "{":
            head = before.rsplit(";", 1)[-1].strip()
            inside = not head.startswith("@") or head.lower().startswith(("@font-face", "@page"))
            if not inside:
                applies.append(_applies(head.lower()) and all(applies[-1:]))
        elif inside:
            yield head, before, all(applies[-1:]) and not head.startswith("@")
            inside = False
        elif applies:
            applies.pop()


def _applies(head: str) -> bool:
    return re.fullmatch(r"@media(?:\s+(?:only\s+)?(?:screen|all))?\s*|@layer\b.*", head) is not None


def _declared(text: str) -> dict[str, tuple[bool, str]]:
    """Return the values that matter here, each with whether it is marked as important."""
    style: dict[str, tuple[bool, str]] = {}
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if not colon or name not in _PROPERTIES:
            continue
        value, mark, _ = value.strip().lower().partition("!")
        important = bool(mark)
        if important or not style.get(name, (False, ""))[0]:
            style[name] = (important, value.strip()[:200])
    return style
