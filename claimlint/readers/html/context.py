"""What the open elements around a text say about it, handed down from parent to child."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Part, Role
from claimlint.readers.html.characters import attribute
from claimlint.readers.html.css import Style
from claimlint.readers.html.elements import PARTS, ROLES, SKIPPED
from claimlint.readers.html.page_facts import PageFacts
from claimlint.readers.html.tables import Cell, Table
from claimlint.readers.html.tokens import Open
from claimlint.readers.html.visibility import Sight
from claimlint.regex import regex

_NOTE_ID = regex(
    r"(?:(?:fn|ftn|foot-?note|note|endnote|cite[-_]note)[-_:]?(?=\w{1,8}\Z)"
    r"|(?:n|en|ref|source|disclaimer|legal)[-_:]?(?=\d{1,2}\Z))(\w+)\Z",
    re.IGNORECASE,
)
_HIDING = {
    "noscript": "shown only without scripts",
    "noembed": "shown only by old browsers",
    "noframes": "shown only by old browsers",
    "datalist": "a list of suggestions",
}
_ANIMATED = frozenset(
    "data-aos data-sal data-w-id data-animate data-animation data-reveal data-scroll".split()
)
"""How site builders mark what fades in; until then their pages have it transparent."""
_OLD_STYLES = {"bgcolor": "background-color", "color": "color"}


class Context(Struct, frozen=True, kw_only=True):
    """The state of one open element; every child starts with it."""

    sight: Sight
    role: Role = Role.PARAGRAPH
    level: int = 0
    part: Part = Part.BODY
    detail: str = ""
    lists: int = 0
    keep: bool = False
    skip: bool = False
    link: bool = False
    drawing: bool = False
    note: str | None = None
    table: Table | None = None
    cell: Cell | None = None


def style_of(text: str, token: Open, page: PageFacts) -> Style:
    """Return the declared style of an element: style sheets, old attributes, its own style."""
    attributes = token.attributes
    inline = attribute(text, token, "style") if "style" in attributes else ""
    for old, name in _OLD_STYLES.items():
        if old in attributes:
            inline = f"{name}:{attribute(text, token, old)};{inline}"
    return page.sheet.style(
        token.name,
        attribute(text, token, "id") if "id" in attributes else "",
        attribute(text, token, "class") if "class" in attributes else "",
        inline,
    )


def inside(text: str, token: Open, outer: Context, style: Style) -> Context:
    """Return the context inside an element; tables and cells are added by the page."""
    name = token.name
    context = outer
    gone = _HIDING.get(name) or ("hidden attribute" if "hidden" in token.attributes else None)
    if "opacity" in style and not _ANIMATED.isdisjoint(token.attributes):
        style = {key: value for key, value in style.items() if key != "opacity"}
    if style or gone:
        context = replace(context, sight=outer.sight.inside(style, gone))
    if outer.skip or (name in SKIPPED and not _shadow(token)):
        return replace(context, skip=True)
    if name in ROLES:
        context = _with_role(context, name)
    elif name == "li":
        context = replace(context, role=Role.BULLET, level=max(1, outer.lists))
    if name in ("ul", "ol", "menu", "dl"):
        context = replace(context, lists=outer.lists + 1)
    if name in PARTS:
        context = replace(context, part=PARTS[name])
    if name in ("details", "dialog") and "open" not in token.attributes:
        context = replace(context, detail=", opens on a click")
    if name == "a":
        context = replace(context, link=True)
    if name == "svg":
        context = replace(context, drawing=True)
    return _attributed(text, token, context)


def behind_a_click(context: Context, outer: Context) -> Context:
    """Return the context of an element that is hidden until a control of the page opens it."""
    if outer.sight.gone or not context.sight.gone:
        return context
    shown = replace(context.sight, gone=None)
    return replace(context, sight=shown, detail=", opens on a click")


def _shadow(token: Open) -> bool:
    """Tell whether a template is no store for scripts, but the content of the element around it."""
    return token.name == "template" and "shadowrootmode" in token.attributes


def _with_role(context: Context, name: str) -> Context:
    role, level = ROLES[name]
    if name == "p" and context.role in (Role.BULLET, Role.QUOTE):
        return context
    if name == "title" and context.drawing:
        return replace(context, part=Part.TITLE_TEXT, detail=", title of a drawing")
    keep = context.keep or name in ("pre", "xmp")
    detail = "" if name == "summary" else ", page title" if name == "title" else context.detail
    return replace(context, role=role, level=level, keep=keep, detail=detail)


def _attributed(text: str, token: Open, context: Context) -> Context:
    attributes = token.attributes
    if "role" in attributes and attribute(text, token, "role").strip() == "heading":
        level = attribute(text, token, "aria-level")
        depth = int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
        context = replace(context, role=Role.HEADING, level=depth)
    if "id" in attributes and token.name in ("li", "p", "div", "aside", "td", "dd", "section"):
        found = _NOTE_ID.match(attribute(text, token, "id"))
        if found:
            context = replace(context, note=found.group(1), part=Part.FOOTNOTE)
    return context
