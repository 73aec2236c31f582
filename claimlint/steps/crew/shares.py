"""How much work files are, as far as their sizes tell, and who does which."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.file_types import suffix_of
from claimlint.steps.inputs import Input

HAND = 100_000
"""A process of its own pays for its start with so much text."""
_MOST = 1_000_000
_PACKED = {".docx": 2.0, ".pptx": 1.0, ".xlsx": 3.0, ".pdf": 2.0, ".odt": 3.0, ".odp": 1.0}
"""Characters of text for one byte of a file, as usual; in others the bytes are the text."""


def weight(file: Input) -> float:
    """Return about how many characters a file holds; pictures make large files, not long ones."""
    try:
        size = file.where.stat().st_size if not isinstance(file.where, bytes | None) else 0
    except OSError:
        return 0.0
    return min(size * _PACKED.get(suffix_of(file.name), 1.0), _MOST)


def shares(files: Sequence[Input], jobs: int) -> tuple[tuple[Input, ...], ...]:
    """Return the files of each process, in order; nothing where one process is enough."""
    if jobs < 2 or any(isinstance(file.where, bytes | None) for file in files):
        return ()
    weights = {file.name: weight(file) for file in files}
    hands = min(jobs, len(files), int(sum(weights.values()) // HAND))
    if hands < 2:
        return ()
    loads = [0.0] * hands
    owner: dict[str, int] = {}
    for file in sorted(files, key=lambda file: -weights[file.name]):
        least = loads.index(min(loads))
        loads[least] += weights[file.name] + 1
        owner[file.name] = least
    return tuple(tuple(file for file in files if owner[file.name] == hand) for hand in range(hands))
