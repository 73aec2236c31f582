"""An OOXML or ODF package opened from bytes: its parts, their relations, and what was wrong."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimlint.document import Location, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.office.names import PR
from claimlint.office.ooxml import relations_of, resolved
from claimlint.readers.interface import Source
from claimlint.readers.office.old import ole
from claimlint.readers.office.package import members, xml
from claimlint.readers.office.package.xml import Element


class Relation(NamedTuple):
    """A link from one part to another; `kind` is the last word of its type."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one package. Faults are kept as problems until `problems` is drained."""

    def __init__(self, source: Source) -> None:
        """Find the parts of the package.

        Raises:
            UnreadableFile: no package, encrypted, or beyond the limits.
        """
        self.source = source
        self._problems: list[Problem] = []
        self._budget = members.Budget(source.limits.unpacked, source.limits.ratio)
        self._scanned: dict[str, members.Member] | None = None
        self._relations: dict[str, dict[str, Relation]] = {}
        self._members = self._open()
        self._folded = {name.lower(): name for name in self._members}

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in the order of the package."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name; case does not matter."""
        return name.lower() in self._folded

    def drain(self) -> Iterator[Problem]:
        """Yield the problems met since the last call."""
        problems, self._problems = self._problems, []
        yield from problems

    def note(self, code: ProblemCode, message: str, part: str | None = None) -> None:
        """Keep a problem for the next `drain`; `part` is the part that it is about."""
        place = None if part is None else Location(label=f"part {part}")
        self._problems.append(Problem(code=code, message=message, location=place))

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None, with a problem kept, if it cannot be read."""
        real = self._folded.get(name.lower())
        if real is None:
            return None
        try:
            data, fault = self._unpack(real)
        except members.BadArchive as error:
            self.note(error.code, f"the part {real} was not read: {error}", real)
            return None
        if fault is not None:
            self.note(ProblemCode.DAMAGED_PART, f"the part {real} is damaged: {fault}", real)
        return data

    def xml(self, name: str) -> Element | None:
        """Return the root element of an XML part, or None, with a problem kept."""
        data = self.read(name)
        if data is None:
            return None
        try:
            parsed = xml.parse(data)
        except xml.BadXml as error:
            self.note(ProblemCode.DAMAGED_PART, f"the part {name} was not read: {error}", name)
            return None
        if parsed.fault is not None:
            self.repaired(name, parsed.fault, parsed.code)
        return parsed.root

    def repaired(self, name: str, fault: str, code: ProblemCode = ProblemCode.DAMAGED_PART) -> None:
        """Keep the problem that a part was damaged and read as far as it went."""
        self.note(code, f"the part {name} had to be repaired: {fault}", name)

    def relations(self, name: str = "") -> dict[str, Relation]:
        """Return the relations of a part by id; of the package itself for the empty name."""
        if name not in self._relations:
            self._relations[name] = self._load_relations(name)
        return self._relations[name]

    def _load_relations(self, name: str) -> dict[str, Relation]:
        part, folder = relations_of(name), posixpath.dirname(name)
        root = self.xml(part) if self.has(part) else None
        found: dict[str, Relation] = {}
        if root is None:
            return found
        for entry in root.iter(f"{PR}Relationship"):
            target, kind = entry.get("Target", ""), entry.get("Type", "").rpartition("/")[2]
            external = entry.get("TargetMode", "") == "External"
            target = target if external else _resolve(folder, target)
            found[entry.get("Id", "")] = Relation(kind, target, external)
        return found

    def main(self, *guesses: str) -> str:
        """Return the name of the part that holds the document itself, "" where there is none.

        `guesses` are where it usually lies; they count when the package does not say.
        """
        told = targets(self.relations(), "officeDocument")
        return next((name for name in (*told, *guesses) if self.has(name)), "")

    def unreadable(self, what: str) -> UnreadableFile:
        """Return the error for a package whose main part is not there or not readable."""
        last = self._problems[-1] if self._problems else None
        if last is not None and last.code in (ProblemCode.TOO_LARGE, ProblemCode.ENCRYPTED):
            return UnreadableFile(last.message, code=last.code)
        why = what if last is None else f"{what} ({last.message})"
        return UnreadableFile(f"{why}; open and save it again in its own program")

    def _open(self) -> dict[str, members.Member]:
        source = self.source
        _refuse_ole(source)
        try:
            if listed := members.listed(source.data, source.limits):
                return {member.name: member for member in listed}
        except members.BadArchive as error:
            if error.code is ProblemCode.TOO_MANY_PARTS:
                raise UnreadableFile(str(error), code=error.code) from error
        found = self._scan()
        if not found:
            raise UnreadableFile(
                "damaged or no office file: it holds no part that can be read",
                code=ProblemCode.DAMAGED if source.data else ProblemCode.EMPTY,
            )
        self._say_salvaged()
        return found

    def _scan(self) -> dict[str, members.Member]:
        if self._scanned is None:
            try:
                self._scanned = members.scan(self.source.data, self.source.limits)
            except members.BadArchive as error:
                raise UnreadableFile(str(error), code=error.code) from error
        return self._scanned

    def _unpack(self, name: str) -> tuple[bytes, str | None]:
        member = self._members[name]
        try:
            return members.unpack(self.source.data, member, self._budget)
        except members.BadArchive as error:
            other = self._scan().get(name)
            if error.code is not ProblemCode.DAMAGED_PART or other is None:
                raise
            if (other.offset, other.packed) == (member.offset, member.packed):
                raise
            found = members.unpack(self.source.data, other, self._budget)
        self._say_salvaged()
        return found

    def _say_salvaged(self) -> None:
        if not any(problem.code is ProblemCode.SALVAGED for problem in self._problems):
            self.note(
                ProblemCode.SALVAGED,
                "the file's directory is damaged; its parts were found by searching the file",
            )


def _resolve(folder: str, target: str) -> str:
    target = target.replace("\\", "/").partition("#")[0]
    return resolved(folder, target) if target else ""


def encrypted() -> UnreadableFile:
    """Return the error that says what to do about a password."""
    message = "encrypted; save it without a password and try again"
    return UnreadableFile(message, code=ProblemCode.ENCRYPTED)


def targets(relations: Mapping[str, Relation], kind: str) -> list[str]:
    """Return the parts inside the package to which relations of a kind lead, in their order."""
    found = (one for one in relations.values() if one.kind == kind and not one.external)
    return [one.target for one in found]


def target_of(relations: Mapping[str, Relation], id_: str | None) -> str:
    """Return the part inside the package to which a relation leads, "" where there is none."""
    relation = relations.get(id_ or "")
    return "" if relation is None or relation.external else relation.target


def first_target(relations: Mapping[str, Relation], kind: str, usual: str = "") -> str:
    """Return the part to which the first relation of a kind leads, `usual` where there is none."""
    return next(iter(targets(relations, kind)), usual)


def _refuse_ole(source: Source) -> None:
    kind = ole.kind_of(source.data)
    if kind is None:
        return
    if kind is ole.OleKind.ENCRYPTED:
        raise encrypted()
    raise UnreadableFile(
        "an Office file in the old binary format; save it as DOCX, PPTX or XLSX and try again",
        code=ProblemCode.UNSUPPORTED,
    )
