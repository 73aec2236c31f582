"""An OOXML package that is copied with parts changed and added; the others stay as they are."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from copy import copy, deepcopy
from typing import TYPE_CHECKING, TypeAlias

from claimlint.office.names import CT, PR, R
from claimlint.office.ooxml import relations_of, resolved

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element

DECK = "application/vnd.openxmlformats-officedocument.presentationml"
"""How the types of the parts of a deck begin."""
_TYPES_PART = "[Content_Types].xml"
_NO_TYPES = (
    f'<Types xmlns="{CT.strip("{}")}"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_LARGEST = 512 * 1024**2


class NotAnnotated(Exception):
    """The file is built in a way that nothing can be written into; the message says which."""


class Package:
    """The parts of a package as XML trees, and what becomes of them."""

    def __init__(self, data: bytes) -> None:
        """Open the package.

        Raises:
            NotAnnotated: it is damaged or too large.
        """
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            infos = self._archive.infolist()
        except _ZIP_FAULTS as error:
            raise NotAnnotated(f"its directory is damaged ({error})") from error
        if sum(info.file_size for info in infos) > _LARGEST:
            raise NotAnnotated("it unpacks to too much")
        self._names = {info.filename.lower(): info.filename for info in infos}
        self._trees: dict[str, Element] = {}

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name; case does not matter."""
        return name.lower() in self._names or name in self._trees

    def names(self) -> tuple[str, ...]:
        """Return the names of the parts of the original, in its order."""
        return tuple(self._names.values())

    def tree(self, name: str) -> Element:
        """Return the root of a part; what is changed in it is written.

        Raises:
            NotAnnotated: there is none, or it is no XML.
        """
        from lxml import etree

        if name not in self._trees:
            real = self._names.get(name.lower())
            if real is None:
                raise NotAnnotated(f"it holds no part {name}")
            try:
                self._trees[name] = etree.fromstring(self._read(real), _parser())
            except etree.XMLSyntaxError as error:
                raise NotAnnotated(f"its part {name} is damaged") from error
        return self._trees[name]

    def look(self, name: str) -> Element | None:
        """Return the root of a part that is only looked at, or None."""
        from lxml import etree

        if name in self._trees:
            return self._trees[name]
        real = self._names.get(name.lower())
        if real is None:
            return None
        try:
            return etree.fromstring(self._read(real), _parser())
        except (etree.XMLSyntaxError, NotAnnotated):
            return None

    def _read(self, name: str) -> bytes:
        try:
            return self._archive.read(name)
        except _ZIP_FAULTS as error:
            told = f"its part {name} is damaged; open and save it in its own program"
            raise NotAnnotated(told) from error

    def add(self, name: str, xml: bytes, content_type: str) -> Element:
        """Add a part and declare its type; return its root, which may be changed further."""
        from lxml import etree

        self._trees[name] = etree.fromstring(xml, _parser())
        types = self._types()
        entry = etree.SubElement(types, f"{CT}Override")
        entry.set("PartName", f"/{name}")
        entry.set("ContentType", content_type)
        return self._trees[name]

    def _types(self) -> Element:
        """Return the list of content types, made where a package lacks it."""
        from lxml import etree

        if not self.has(_TYPES_PART):
            self._trees[_TYPES_PART] = etree.fromstring(_NO_TYPES.encode())
        return self.tree(_TYPES_PART)

    def relate(self, source: str, kind: str, target: str) -> str:
        """Add a relation from a part to another; return its id."""
        from lxml import etree

        name = relations_of(source)
        if not self.has(name):
            empty = f'<Relationships xmlns="{PR.strip("{}")}"/>'
            self._trees[name] = etree.fromstring(empty.encode())
        root = self.tree(name)
        taken = {entry.get("Id", "") for entry in root}
        id_ = next(f"rIdClaimlint{n}" for n in range(1, 100_000) if f"rIdClaimlint{n}" not in taken)
        entry = etree.SubElement(root, f"{PR}Relationship")
        entry.set("Id", id_)
        entry.set("Type", f"{self._standard()}/{kind}")
        entry.set("Target", posixpath.relpath(target, posixpath.dirname(source) or "."))
        return id_

    def _standard(self) -> str:
        """Return what the types of relations begin with; the strict standard has its own."""
        root = self.look(relations_of(""))
        types = () if root is None else (entry.get("Type", "") for entry in root)
        found = (type_ for type_ in types if type_.endswith("/officeDocument"))
        return next(found, R.strip("{}")).removesuffix("/officeDocument")

    def relate_alike(self, source: str, like: str) -> None:
        """Give a part the relations of another that lies in the same folder."""
        root = self.look(relations_of(like))
        if root is not None:
            self._trees[relations_of(source)] = deepcopy(root)

    def related(self, source: str, kind: str | None = None) -> dict[str, str]:
        """Return the parts that a part refers to by the ids of the relations."""
        root = self.look(relations_of(source))
        folder = posixpath.dirname(source)
        found = {}
        for entry in () if root is None else root:
            if not isinstance(entry.tag, str) or entry.get("TargetMode") == "External":
                continue
            if kind is None or entry.get("Type", "").rpartition("/")[2] == kind:
                found[entry.get("Id", "")] = resolved(folder, entry.get("Target", ""))
        return found

    def first(self, source: str, kind: str) -> str | None:
        """Return the first part of a kind that a part refers to and that is there, or None."""
        return next((name for name in self.related(source, kind).values() if self.has(name)), None)

    def free(self, pattern: str, *, plain: bool = False) -> str:
        """Return the first name of a pattern such as "ppt/comments/comment{}.xml" not in use.

        With `plain` the name without a number comes first.
        """
        numbers = ("", *range(1, 100_000)) if plain else range(1, 100_000)
        return next(name for n in numbers if not self.has(name := pattern.format(n)))

    def main(self) -> str:
        """Return the name of the part that holds the document.

        Raises:
            NotAnnotated: the package does not say.
        """
        found = self.first("", "officeDocument")
        if found is None:
            raise NotAnnotated("it does not say which part is the document")
        return found

    def save(self) -> bytes:
        """Return the package: changed parts written, the others byte by byte, new ones last."""
        from lxml import etree

        written = {
            name: etree.tostring(
                root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            )
            for name, root in self._trees.items()
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for info in self._archive.infolist():
                found = next((n for n in written if n.lower() == info.filename.lower()), None)
                data = self._read(info.filename) if found is None else written.pop(found)
                archive.writestr(copy(info), data, info.compress_type)
            for name, data in written.items():
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def _parser() -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
