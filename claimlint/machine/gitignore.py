"""What git leaves out of the folders that are checked, by the `.gitignore` files that may say so.

Files that the papers bring along decide nothing: only the repository in which somebody works is
asked, and of its folders only the working folder and those above it. A vendor that checks its own
copy is asked of those below, too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.machine.paths import exists, real

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"


class Gitignore:
    """The files of one repository. What lies elsewhere is left out by none of them."""

    def __init__(self, *, below: bool) -> None:
        """Look for the repository around the working folder; `below` asks folders inside, too."""
        here = real(Path())
        self._root = next((each for each in (here, *here.parents) if exists(each / ".git")), None)
        self._asked = None if below else frozenset((here, *here.parents))
        self._specs: dict[Path, GitIgnoreSpec | None] = {}

    def names(self, path: Path, *, folder: bool) -> bool:
        """Tell whether a file or folder is left out; what lies in one that is, is not asked for.

        The file nearest to it that says anything decides, as in git.
        """
        if self._root is None or not path.is_relative_to(self._root):
            return False
        for above in path.parents:
            spec = self._spec(above)
            if spec is not None:
                told = spec.check_file(path.relative_to(above).as_posix() + "/" * folder).include
                if told is not None:
                    return told
            if above == self._root:
                break
        return False

    def around(self, folder: Path) -> bool:
        """Tell whether a folder, or one above it, is left out."""
        return any(self.names(each, folder=True) for each in (folder, *folder.parents))

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if self._asked is not None and folder not in self._asked:
            return None
        if folder not in self._specs:
            self._specs[folder] = _spec_of(folder / _NAME)
        return self._specs[folder]


def _spec_of(file: Path) -> GitIgnoreSpec | None:
    """Return what a file says, lines apart that are no patterns; None where there is none."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(filter(_is_pattern, lines))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
