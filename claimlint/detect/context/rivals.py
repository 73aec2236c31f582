"""Rows of a table that tell of rivals: the vendor claims nothing by their figures."""

from __future__ import annotations

import re

from claimlint.detect.context.scene import Scene
from claimlint.regex import regex

_WORD = regex(r"[^\W_][\w.]*")
_VERSION = regex(r"v?\d[\w.]*|v|version|ours?", re.IGNORECASE)
_OURS = frozenset({"our", "ours", "us", "we"})


def rival(scene: Scene) -> str:
    """Let the figure of a rival go, beside a row of the vendor's own product.

    Own is a row that holds a name of the paper, or says "ours"; a rival has a name that the paper
    uses nowhere else as one, or none ("Competitors").
    """
    cell = scene.unit.passage.cell
    if cell is None or not cell.row_head or not scene.unit.rows_beside:
        return ""
    if _is_own(scene, cell.row_head) or not any(
        _is_product(scene, head) for head in scene.unit.rows_beside
    ):
        return ""
    words = _WORD.findall(cell.row_head)
    named = bool(words) and not any(word[0].islower() for word in words)
    return cell.row_head if named else scene.cues.within("other-columns", cell.row_head)


def _is_own(scene: Scene, head: str) -> bool:
    """Tell whether the head of a row holds a name of the paper, or says that it is the vendor's."""
    own = scene.names | _OURS
    return any(word.lower() in own for word in _WORD.findall(head))


def _is_product(scene: Scene, head: str) -> bool:
    """Tell whether the head of a row is a name of the paper, with its version at most."""
    rest = [word for word in _WORD.findall(head) if not _VERSION.fullmatch(word)]
    return _is_own(scene, head) and all(word.lower() in scene.names | _OURS for word in rest)
