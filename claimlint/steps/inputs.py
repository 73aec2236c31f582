"""From the paths of a call to the files to read: folders walked, each file in its matter."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from claimlint.errors import WrongCall
from claimlint.file_types import suffixes
from claimlint.machine.gitignore import Gitignore
from claimlint.machine.globs import matches
from claimlint.machine.paths import exists, is_file, is_folder, real, unseen
from claimlint.regex import regex
from claimlint.steps.folders import DOSSIERS, LEFT_OUT, walk

if TYPE_CHECKING:
    from claimlint.settings import Settings

_STANDARD_INPUT = "-"
_LOOSE = "loose files"
_KINDS = 5
_ADDRESS = regex(r"[a-z][a-z0-9+.-]+:/(?=[^/])", re.IGNORECASE)
"""As a path an address has one slash; a drive of Windows has one letter."""
_DENIED = "may not be read (permission denied)"


class Input(Struct, frozen=True, kw_only=True):
    """One file of a call. `name` is as the user gave it, with `/`; `fault` says why it is none."""

    name: str
    where: Path | bytes | None
    matter: str
    fault: str | None = None


class Inputs(Struct, frozen=True, kw_only=True):
    """All files of a call in order, dossiers by matter, and what folders held besides.

    `passed_over` are files of unsupported kinds in named folders, each by its suffix, what git
    leaves out, by `LEFT_OUT`, and hidden folders, links and what is excluded, by nothing; `empty`
    are folders without one file that a reader reads, each with what it holds instead.
    """

    files: tuple[Input, ...]
    dossiers: tuple[tuple[str, Path], ...] = ()
    passed_over: tuple[str, ...] = ()
    empty: tuple[tuple[str, str], ...] = ()

    def holding(self, unsaved: Mapping[str, bytes]) -> Inputs:
        """Return the inputs with the bytes that somebody holds of some files, by name."""
        files = tuple(
            replace(file, where=unsaved[file.name], fault=None) if file.name in unsaved else file
            for file in self.files
        )
        return replace(self, files=files)


def kinds_of(passed_over: Sequence[str]) -> str:
    """Return of which kinds the files are that were passed over, in brackets; "" for none."""
    kinds = Counter(suffix for suffix in passed_over if suffix)
    most = kinds.most_common(_KINDS)
    told = [f"{number} {suffix}" for suffix, number in most]
    further = kinds.total() - sum(number for _, number in most)
    others = len(passed_over) - kinds.total()
    told += [f"{further} of further kinds"] if further else []
    told += [f"{others} hidden, linked, excluded or without a suffix"] if others else []
    return f" ({', '.join(told)})" if told else ""


def inputs_of(
    paths: Sequence[Path | str], settings: Settings, unsaved: Mapping[str, bytes] | None = None
) -> Inputs:
    """Return the files that the paths of a call name, and the dossiers that lie beside them.

    `unsaved` holds the bytes of files, by path, as an editor has them.

    Raises:
        WrongCall: what is given are no paths, or a folder holds nothing that claimlint reads.
    """
    paths = listed(paths)
    _check(paths, settings.stdin_filename)
    inputs = gather(
        [_path(path) for path in paths],
        frozenset(suffixes()),
        same_matter=settings.same_matter,
        excluded=lambda path: any(
            matches(path, (pattern,), root) for pattern, root in settings.exclude
        ),
        gitignore=Gitignore(below=settings.profile.obeys_documents) if settings.gitignore else None,
        force=settings.force_exclude,
        piped=settings.stdin_filename or _STANDARD_INPUT,
    )
    if unsaved:
        inputs = inputs.holding(unsaved)
    if inputs.empty:
        folder, besides = inputs.empty[0]
        raise WrongCall(f"{folder}: the folder holds no file that claimlint reads{besides}")
    return inputs


def listed(paths: Sequence[Path | str]) -> tuple[Path | str, ...]:
    """Return the paths that a call gives.

    Raises:
        WrongCall: a single path, or what is no path.
    """
    if isinstance(paths, str | Path):
        raise WrongCall(f"{paths}: paths are a list, also where there is one")
    given = tuple(paths)
    for path in given:
        if not isinstance(path, str | Path):
            raise WrongCall(f"{path!r}: is no path; give a text or a pathlib.Path")
    return given


def _path(given: Path | str) -> Path:
    """Return what is given as a path: "./-" is a file of that name, and no standard input."""
    path = Path(given)
    return path.absolute() if str(path) == _STANDARD_INPUT != str(given) else path


def _check(paths: Sequence[Path | str], piped: str | None) -> None:
    """Refuse what no path can be, and a name for standard input where that is not read."""
    if "" in paths:
        raise WrongCall("an empty text is no path; name a file or a folder")
    if any("\0" in str(path) for path in paths):
        raise WrongCall("no system has a path with a zero byte; name a file or a folder")
    if piped is not None and _STANDARD_INPUT not in map(str, paths):
        raise WrongCall(f"{piped} names standard input, which is not read; add - to the paths")
    if piped == "":
        raise WrongCall("an empty text is no name for standard input; name a file")


def gather(
    paths: Sequence[Path],
    suffixes: frozenset[str],
    *,
    same_matter: bool = False,
    excluded: Callable[[str], bool] = lambda _: False,
    gitignore: Gitignore | None = None,
    force: bool = False,
    piped: str = _STANDARD_INPUT,
) -> Inputs:
    """Return the files that `paths` name; `-` is standard input, which goes by the name `piped`.

    A matter is one vendor's papers: each folder named is one, loose files together are one. Files
    of folders that are `excluded` are passed over, with `force` those that the call names too.
    """
    found = _Gathering(suffixes, excluded, gitignore)
    for path in paths:
        given = Path(piped) if str(path) == _STANDARD_INPUT else path
        if force and excluded(given.as_posix()):
            found.passed_over.append("")
        elif given is not path:
            found.piped(given)
        elif is_folder(path):
            found.folder(path, _LOOSE if same_matter else path.as_posix())
        else:
            found.file(path)
    return found.inputs()


class _Gathering:
    """What the paths of a call came to so far."""

    def __init__(
        self,
        suffixes: frozenset[str],
        excluded: Callable[[str], bool],
        gitignore: Gitignore | None,
    ) -> None:
        self.passed_over: list[str] = []
        self._suffixes = suffixes
        self._excluded = excluded
        self._gitignore = gitignore
        self._files: list[Input] = []
        self._dossiers: dict[Path, str] = {}
        self._empty: list[tuple[str, str]] = []

    def piped(self, name: Path) -> None:
        self._files.append(_standard_input(name))
        if str(name) != _STANDARD_INPUT:
            self._beside(name)

    def file(self, path: Path) -> None:
        self._files.append(_named(path))
        self._beside(path)

    def folder(self, path: Path, matter: str) -> None:
        inside, others, closed = walk(path, self._suffixes, self._gitignore)
        readable = [file for file in inside if file.name not in DOSSIERS]
        wanted = [file for file in readable if not self._excluded(file.as_posix())]
        self._files.extend(_closed(error, matter) for error in closed)
        self._files.extend(Input(name=f.as_posix(), where=f, matter=matter) for f in wanted)
        self._dossiers.update({file: matter for file in inside if file.name in DOSSIERS})
        self.passed_over += [*others, *("" for _ in readable[len(wanted) :])]
        if not readable and not closed:
            hint = "; --no-gitignore reads what it leaves out" if LEFT_OUT in others else ""
            self._empty.append((path.as_posix(), f"{kinds_of(others)}{hint}"))

    def inputs(self) -> Inputs:
        return Inputs(
            files=tuple(_once(self._files)),
            dossiers=tuple((matter, path) for path, matter in self._dossiers.items()),
            passed_over=tuple(self.passed_over),
            empty=tuple(self._empty),
        )

    def _beside(self, path: Path) -> None:
        for dossier in _dossiers(path.parent):
            self._dossiers.setdefault(dossier, _LOOSE)


def _named(path: Path) -> Input:
    fault, name = None, path.as_posix()
    if not exists(path) and _ADDRESS.match(name):
        fault = (
            "an address, and nothing is fetched; save it and name the file, or use claimlint scan"
        )
        name = name.replace(":/", "://", 1)
    elif hidden := unseen(path):
        fault = f"may not be read ({hidden})"
    elif not exists(path):
        fault = "no such file or folder"
    elif not is_file(path):
        fault = "not an ordinary file; pipe its text in and name it -"
    elif not os.access(path, os.R_OK):
        fault = _DENIED
    return Input(name=name, where=None if fault else path, matter=_LOOSE, fault=fault)


def _standard_input(given: Path) -> Input:
    closed = sys.stdin is None
    return Input(
        name=given.as_posix(),
        where=None if closed else sys.stdin.buffer.read(),
        matter=_LOOSE,
        fault="standard input is closed" if closed else None,
    )


def _dossiers(folder: Path) -> list[Path]:
    return [folder / name for name in DOSSIERS if is_file(folder / name)]


def _closed(error: OSError, matter: str) -> Input:
    name = Path(str(error.filename)).as_posix()
    fault = f"may not be read ({(error.strerror or 'it cannot be listed').lower()})"
    return Input(name=name, where=None, matter=matter, fault=fault)


def _once(files: Sequence[Input]) -> Iterator[Input]:
    """Yield each file under the first name that the call gives it."""
    seen: set[str] = set()
    folders: dict[Path, Path] = {}
    for file in files:
        place = file.name
        if isinstance(file.where, Path):
            folder = file.where.parent
            place = str(folders.setdefault(folder, real(folder)) / file.where.name)
        if place not in seen:
            seen.add(place)
            yield file
