"""Blocks that generators of sites add to Markdown: boxes between ":::", components on own lines.

Where a component stands, what is indented below it is no code but its content.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

from claimlint.regex import regex

_BOX = regex(
    r":{3,}[ \t]*(?:[A-Za-z][\w-]*)?[ \t]*(?:\{[^{}\n]{0,300}\})?[ \t]*"
    r"\[?(?P<title>[^\[\]\n]{0,300}?)\]?[ \t]*:{0,9}[ \t]*"
)
_COMPONENT = r"</?[A-Z][\w.]{0,80}(?:\s[^<>\n]{0,1000})?>"
_ALONE = regex(_COMPONENT + r"[ \t]*")
_SOMEWHERE = regex(rf"(?m)^[ \t]{{0,40}}{_COMPONENT}[ \t]*$")
_ENDS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
"""What such a line ends."""


def with_site_blocks(markdown: MarkdownIt, text: str) -> MarkdownIt:
    """Return the parser with the blocks that a text may hold."""
    if ":::" in text:
        markdown.block.ruler.before("fence", "box", _box, _ENDS)
    if _SOMEWHERE.search(text):
        markdown.block.ruler.before("html_block", "component", _component, _ENDS)
        markdown.disable("code")
    return markdown


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _box(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take a line that opens or ends a box; what stands behind its kind is a text of its own."""
    found = _BOX.fullmatch(_line(state, start))
    if found is None or state.is_code_block(start):
        return False
    if not silent:
        state.line = start + 1
        if found["title"]:
            state.push("paragraph_open", "p", 1).map = [start, start + 1]
            inline = state.push("inline", "", 0)
            inline.content, inline.map, inline.children = found["title"], [start, start + 1], []
            state.push("paragraph_close", "p", -1)
    return True


def _component(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take the tag of a component that stands alone on its line."""
    if _ALONE.fullmatch(_line(state, start)) is None:
        return False
    if not silent:
        state.line = start + 1
        tag = state.push("html_block", "", 0)
        tag.map = [start, start + 1]
        tag.content = _line(state, start)
    return True
