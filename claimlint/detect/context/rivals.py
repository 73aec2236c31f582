"""Rows and columns of a table that tell of rivals: the vendor claims nothing by what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimlint.column_heads import bare_name, without_version
from claimlint.detect.context.scene import Scene
from claimlint.regex import regex

_WORD = regex(r"[^\W_][\w.]*")
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
    named = _is_named(cell.row_head)
    return cell.row_head if named else scene.cues.within("other-columns", cell.row_head)


def rival_column(scene: Scene) -> str:
    """Let go what stands in the column of a rival, beside one of the vendor's own product."""
    cell = scene.unit.passage.cell
    head = (cell.column_head or "") if cell else ""
    if not head or head == scene.unit.text:
        return ""
    return head if heads_rival(scene, head, scene.unit.columns_beside) else ""


def heads_rival(scene: Scene, head: str, others: Iterable[str]) -> bool:
    """Tell whether a column has the name of a rival as its head, and another of `others` ours.

    A name of the paper is none, nor is a plan ("Enterprise"), a period, or a word for what a column
    says of the product ("Change", "Sample size").
    """
    if not _is_named(head) or _tells_of_product(scene, head):
        return False
    if _is_own(scene, head) or any(word.lower() in scene.products for word in _WORD.findall(head)):
        return False
    return any(_is_products_column(scene, other) for other in others)


def _is_products_column(scene: Scene, head: str) -> bool:
    """Tell whether a column is headed "us", or by a name of the product ("With Acme AI 3")."""
    words = _WORD.findall(head)
    named = {word.lower() for word in bare_name(words)}
    if not named:
        return any(word.lower() in _OURS for word in words)
    return named <= scene.products | _OURS and not _tells_of_product(scene, head)


def _tells_of_product(scene: Scene, head: str) -> bool:
    return bool(scene.cues.within("heads-of-no-rival", head))


def of_others(scene: Scene, head: str, heads: Sequence[str]) -> bool:
    """Tell whether one of the heads of a row is that of a rival, of people or the past."""
    return bool(scene.cues.within("other-columns", head)) or heads_rival(scene, head, heads)


def _is_named(head: str) -> bool:
    """Tell whether each word of a head has a capital, or is a version ("Claude 3.5 Sonnet")."""
    words = _WORD.findall(head)
    return bool(words) and not any(word[0].islower() for word in words)


def _is_own(scene: Scene, head: str) -> bool:
    """Tell whether the head of a row holds a name of the paper, or says that it is the vendor's."""
    own = scene.names | _OURS
    return any(word.lower() in own for word in _WORD.findall(head))


def _is_product(scene: Scene, head: str) -> bool:
    """Tell whether the head of a row is a name of the paper, with its version at most."""
    rest = without_version(_WORD.findall(head))
    return _is_own(scene, head) and all(word.lower() in scene.names | _OURS for word in rest)
