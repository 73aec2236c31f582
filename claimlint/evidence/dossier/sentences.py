"""Writes an entry of a dossier's list as one line, as a person would read it on a label."""

from __future__ import annotations

from claimlint.evidence.arithmetic import percent
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node


def sentence(kind: str, item: Mapping) -> str:
    """Return an item of a kind in words, the figures first; empty where the kind has no items."""
    words = {
        "failure-modes": _failure,
        "human-involvement": _people,
        "oversight-spec": _oversight,
    }.get(kind)
    return words(item) if words is not None else ""


def _failure(item: Mapping) -> str:
    frequency = _words(item, "frequency") or "frequency not disclosed"
    told = f"{frequency}: {_words(item, 'mode')} ({_words(item, 'trigger')})"
    return _joined("; ", told, _words(item, "consequence"), _led("noticed by: ", item, "detection"))


def _people(item: Mapping) -> str:
    share = f"{_words(item, 'share')} of {_words(item, 'denominator')}"
    period = f" ({_words(item, 'period')})" if "period" in item else ""
    where = _joined(", ", _words(item, "employer"), _words(item, "country"))
    told = f"{share}{period}: {_words(item, 'step')}"
    return _joined("; ", told, where, _led("they see ", item, "data_seen"))


def _oversight(item: Mapping) -> str:
    share = f" ({_words(item, 'share')})" if "share" in item else ""
    told = (
        f"{_words(item, 'context')}: {_words(item, 'who')} checks {_words(item, 'what')}{share}, "
        f"{_words(item, 'when').replace('-', ' ')}"
    )
    effort = (
        f"{_words(item, 'minutes_per_item')} min per item" if "minutes_per_item" in item else ""
    )
    return _joined("; ", told, effort, _led("if nobody is there: ", item, "if_absent"))


def _led(lead: str, item: Mapping, key: str) -> str:
    words = _words(item, key)
    return f"{lead}{words}" if words else ""


def _joined(mark: str, *parts: str) -> str:
    return mark.join(part for part in parts if part)


def _words(item: Mapping, key: str) -> str:
    node = item.get(key)
    if node is None:
        return ""
    if not isinstance(node.value, str):
        return "not measured"
    return _share(node) if key == "share" else " ".join(node.value.split())


def _share(node: Node) -> str:
    try:
        return percent(float(node.text()))
    except ValueError:
        return node.text()
