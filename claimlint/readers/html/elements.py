"""What the names of HTML elements say about the text inside."""

from __future__ import annotations

from claimlint.document import Part, Role

VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr basefont".split()
)
BLOCKS = frozenset(
    (
        "address article aside blockquote body button caption center dd details dialog dir div dl"
        " dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup"
        " hr html iframe legend li main menu nav noframes noscript object ol optgroup option p pre"
        " search section select summary table tbody td template text textarea tfoot th thead title"
        " tr ul xmp"
    ).split()
)
SKIPPED = frozenset("script style template iframe object embed audio video canvas".split())
SCOPES = ("td", "th", "caption", "table", "html")
"""Elements that an end tag from inside does not reach over."""
TABLE_PARTS = frozenset("td th tr tbody thead tfoot caption".split())

CLOSES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu", "table")),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
    "tr": (("tr", "caption"), ("table",)),
    "td": (("td", "th", "caption"), ("tr", "table")),
    "th": (("td", "th", "caption"), ("tr", "table")),
    "tbody": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "thead": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "option": (("option",), ("select", "optgroup")),
    "optgroup": (("option", "optgroup"), ("select",)),
    "a": (("a",), SCOPES),
    "button": (("button",), SCOPES),
}
"""Which open elements a start tag ends, and up to which ones it looks for them."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CLOSES.update(dict.fromkeys(_HEADINGS, (_HEADINGS, (*SCOPES, "div", "section", "li"))))

ROLES: dict[str, tuple[Role, int]] = {
    **{name: (Role.HEADING, level) for level, name in enumerate(_HEADINGS, start=1)},
    "p": (Role.PARAGRAPH, 0),
    "dt": (Role.HEADING, 6),
    "dd": (Role.PARAGRAPH, 0),
    "summary": (Role.HEADING, 6),
    "legend": (Role.HEADING, 6),
    "blockquote": (Role.QUOTE, 0),
    "pre": (Role.CODE, 0),
    "xmp": (Role.CODE, 0),
    "button": (Role.LINK, 0),
    "figcaption": (Role.CAPTION, 0),
    "caption": (Role.CAPTION, 0),
    "title": (Role.TITLE, 0),
}
PARTS: dict[str, Part] = {
    "header": Part.HEADER,
    "nav": Part.LAYOUT,
    "footer": Part.FOOTER,
    "select": Part.FORM,
    "textarea": Part.FORM,
    "title": Part.METADATA,
}
BLOCK_DISPLAYS = frozenset("block flex grid table list-item table-row table-cell flow-root".split())
INSIDE_SECTIONS = ("article", "section", "main", "aside", "dialog")
"""Inside these a header is the head of the section and no page header."""

ATTRIBUTE_TEXTS: tuple[tuple[str, Part, str], ...] = (
    ("alt", Part.ALT_TEXT, "alternative text"),
    ("aria-label", Part.ALT_TEXT, "label for screen readers"),
    ("title", Part.TITLE_TEXT, "tool tip"),
    ("placeholder", Part.FORM, "placeholder"),
    ("summary", Part.ALT_TEXT, "summary"),
    ("label", Part.FORM, "label"),
)
META_NAMES = frozenset(
    (
        "description title abstract subject keywords summary og:title og:description og:site_name"
        " og:image:alt twitter:title twitter:description twitter:image:alt dc.title dc.description"
    ).split()
)
