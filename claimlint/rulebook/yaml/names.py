"""Names in the files of the catalogue: ids that they give, kinds of evidence that they use."""

from __future__ import annotations

import re

from claimlint.rulebook.suggestion import suggestion
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def checked_id(name: str, node: Node) -> str:
    """Return the id if it is lower-case words joined by hyphens.

    Raises:
        RuleFault: it is not.
    """
    if not _ID.fullmatch(name):
        raise node.fault(f'"{name}" is no id: use lower-case words joined by hyphens')
    return name


def kinds_of(entry: Mapping, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the evidence kinds that a key lists; the word `all` stands for every kind.

    Raises:
        RuleFault: it lists a kind that there is not.
    """
    node = entry.get(key)
    if node is None:
        return ()
    if node.value == "all":
        return known
    for item in node.items():
        if item.text() not in known:
            name = item.text()
            raise item.fault(f'no evidence called "{name}"{suggestion(name, known)}')
    return node.texts()
