"""The papers on the desk: files in a private folder that goes when the desk is closed."""

from __future__ import annotations

import hashlib
import re
import shutil
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from claimlint.errors import WrongCall
from claimlint.steps.folders import DOSSIERS
from claimlint.web.roles import PaperRole, guessed

MOST_BYTES = 256 * 1024**2
MOST_PAPERS = 500
_DEEPEST = 8
_LONGEST = 100
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


class Paper(Struct, frozen=True, kw_only=True):
    """One file on the desk; `name` is its path below the private folder, with `/`."""

    id: str
    name: str
    size: int
    sha256: str
    role: PaperRole


class Store:
    """Keeps the papers of one desk in `folder`; safe to use from several threads."""

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most_bytes = most_bytes
        self._papers: dict[str, Paper] = {}
        self._count = 0
        self._lock = threading.Lock()

    def papers(self) -> tuple[Paper, ...]:
        """Return the papers in the order in which they came."""
        with self._lock:
            return tuple(self._papers.values())

    def paper(self, id_: str) -> Paper:
        """Return a paper by its id.

        Raises:
            WrongCall: there is none.
        """
        with self._lock:
            if id_ not in self._papers:
                raise WrongCall("this paper is no longer on the desk; load the page again")
            return self._papers[id_]

    def add(self, name: str, data: bytes) -> Paper:
        """Put a file on the desk and return it; the same bytes under the same name count once.

        Raises:
            WrongCall: the desk is full, or the file cannot be kept.
        """
        digest = hashlib.sha256(data).hexdigest()
        with self._lock:
            wanted = safe_name(name)
            for paper in self._papers.values():
                if paper.sha256 == digest and paper.name == wanted:
                    return paper
            held = sum(paper.size for paper in self._papers.values())
            if len(self._papers) >= MOST_PAPERS:
                raise WrongCall(f"the desk holds {MOST_PAPERS} papers; take some away first")
            if held + len(data) > self._most_bytes:
                most = self._most_bytes // 1024**2
                raise WrongCall(f"{wanted}: the papers would be larger than {most} MB together")
            free = next(each for each in _names(wanted) if not self._taken(each))
            self._write(free, data)
            self._count += 1
            paper = Paper(
                id=f"p{self._count}",
                name=free,
                size=len(data),
                sha256=digest,
                role=guessed(free, data),
            )
            self._papers[paper.id] = paper
            return paper

    def say(self, id_: str, role: PaperRole) -> None:
        """Set what a paper is; raises as `paper` does."""
        paper = self.paper(id_)
        with self._lock:
            told = replace(paper, role=role)
            if self._place(told) != self._place(paper):
                self._place(paper).rename(self._place(told))
            self._papers[id_] = told

    def remove(self, id_: str) -> None:
        """Take a paper off the desk and delete its file; raises as `paper` does."""
        paper = self.paper(id_)
        with self._lock:
            del self._papers[id_]
            self._place(paper).unlink(missing_ok=True)

    def clear(self) -> None:
        """Take everything off the desk and delete it."""
        with self._lock:
            self._papers.clear()
            for each in self.folder.iterdir():
                if each.is_dir():
                    shutil.rmtree(each, ignore_errors=True)
                else:
                    each.unlink(missing_ok=True)

    def _place(self, paper: Paper) -> Path:
        """Return where a paper lies; a dossier that is no evidence is out of sight of a run."""
        hidden = paper.role is not PaperRole.EVIDENCE
        unseen = hidden and PurePosixPath(paper.name).name in DOSSIERS
        return self.folder / (f"{paper.name}.aside" if unseen else paper.name)

    def _taken(self, name: str) -> bool:
        lowered = name.lower()
        return any(paper.name.lower() == lowered for paper in self._papers.values())

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            path.unlink(missing_ok=True)
            raise WrongCall(f"{name}: cannot be kept ({error.strerror})") from error


def safe_name(name: str) -> str:
    """Return a name that stays below the folder, on every system, whatever a browser sent."""
    parts = re.split(r"[/\\]+", unicodedata.normalize("NFC", name))
    kept = [_UNFIT.sub("_", part).strip(" .") for part in parts]
    kept = [_short(part) for part in kept if part][-_DEEPEST:]
    return "/".join(kept) or "paper"


def _short(part: str) -> str:
    path = PurePosixPath(part)
    suffix = path.suffix[:12]
    return path.stem[: _LONGEST - len(suffix)] + suffix


def _names(name: str) -> Iterator[str]:
    path = PurePosixPath(name)
    yield name
    for number in range(2, MOST_PAPERS + 2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}").as_posix()
