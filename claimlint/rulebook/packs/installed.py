"""Packs of rules by name: those that ship with claimlint, and those of installed packages.

A package offers a pack by an entry point of the group `claimlint.packs`, whose value is the name of
the package that holds the folders `claims`, `words` and so on. It counts only when it is named.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.datafiles import data_folder
from claimlint.errors import RuleFault
from claimlint.rulebook.packs.packs import Pack
from claimlint.rulebook.suggestion import suggestion_or_all

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_GROUP = "claimlint.packs"


def pack_named(name: str) -> Pack:
    """Return the pack called `name`; one that ships goes before one of an installed package.

    Raises:
        RuleFault: there is none, or its package cannot be found.
    """
    shipped = {folder.name: folder for folder in sorted(data_folder("packs").iterdir())}
    if name in shipped:
        return Pack(name, shipped[name])
    from importlib.metadata import entry_points

    offered = {point.name: point for point in entry_points(group=_GROUP)}
    if name not in offered:
        hint = suggestion_or_all(name, sorted({*shipped, *offered}))
        raise RuleFault(f'there is no pack called "{name}"{hint}')
    return Pack(name, _folder(name, offered[name]))


def _folder(name: str, point: EntryPoint) -> Path:
    """Return the folder of the package that an entry point names, without importing it."""
    try:
        spec = importlib.util.find_spec(point.module)
    except ImportError:
        spec = None
    homes = spec.submodule_search_locations if spec is not None else None
    if not homes:
        raise RuleFault(f'the pack "{name}" names {point.module}, which is no package')
    return Path(next(iter(homes)))
