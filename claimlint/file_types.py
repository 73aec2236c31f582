"""Which formats are read, by the suffixes of their files; no reader is loaded to tell."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimlint.readers.interface import Item, Source


class Format(NamedTuple):
    """One kind of file, the module of `claimlint.readers` that reads it, and its suffixes.

    `in_process` readers need no process of their own. Files of a format that is `only_named` are
    data elsewhere: they are read where the call names them, not in folders. Those that are a
    `container` may hold papers of several kinds: a contract beside a deck. All words of `plain`
    ones stand in them as text.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    in_process: bool = False
    only_named: bool = False
    container: bool = False
    plain: bool = False

    def read(self, source: Source) -> Iterator[Item]:
        """Yield what a file of the format holds; its reader is loaded when one comes."""
        found: Iterator[Item] = import_module(f"claimlint.readers.{self.module}").read(source)
        return found


FORMATS = (
    Format("doc", "office.old.legacy", (".doc", ".dot")),
    Format("docx", "office.word.document", (".docx", ".docm", ".dotx", ".dotm")),
    Format("eml", "mail.file", (".eml", ".mht", ".mhtml"), container=True),
    Format("html", "html.page", (".htm", ".html", ".xhtml"), in_process=True, plain=True),
    Format("json", "strings.json", (".arb", ".json"), in_process=True, only_named=True, plain=True),
    Format(
        "markdown",
        "markdown.blocks",
        (".markdown", ".md", ".mdown", ".mdx", ".mkd"),
        in_process=True,
        plain=True,
    ),
    Format("mbox", "mail.mbox", (".mbox", ".mbx"), container=True),
    Format("msg", "mail.outlook", (".msg", ".oft"), container=True),
    Format("odp", "office.odf.slides", (".odp", ".otp", ".fodp")),
    Format("ods", "office.odf.sheets", (".ods", ".ots", ".fods")),
    Format("odt", "office.odf.document", (".odt", ".ott", ".fodt")),
    Format("pdf", "pdf.file", (".pdf",)),
    Format("po", "strings.po", (".po",), in_process=True, plain=True),
    Format("ppt", "office.old.legacy", (".ppt", ".pps", ".pot")),
    Format("pptx", "office.slides.deck", (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")),
    Format("rtf", "office.rtf.document", (".rtf",)),
    Format("tar", "tar", (".tar", ".tgz"), container=True),
    Format("text", "plain.passages", (".text", ".txt"), in_process=True, plain=True),
    Format("tnef", "mail.tnef", (".tnef",), container=True),
    Format("xliff", "strings.xliff", (".xlf", ".xliff"), in_process=True, plain=True),
    Format("xls", "office.old.legacy", (".xls", ".xlt")),
    Format("xlsx", "office.sheets.workbook", (".xlsx", ".xlsm", ".xltx", ".xltm")),
    Format("yaml", "strings.yaml", (".yaml", ".yml"), only_named=True, plain=True),
    Format("zip", "archive", (".zip",), container=True),
)
"""All formats, by name."""

CONTAINERS = frozenset(known.name for known in FORMATS if known.container)
"""The names of those formats that are containers."""

PLAIN = frozenset(known.name for known in FORMATS if known.plain)
"""The names of those formats in whose files no picture holds words."""

LOCK = "~$"
"""How the name of the file begins that an office program keeps beside an open one."""

PASSED_OVER = frozenset(("node_modules", "__pycache__"))
"""Folders in which programs keep what is no paper."""

TEMPLATES = frozenset(
    (".gotmpl", ".hbs", ".j2", ".jinja", ".jinja2", ".liquid", ".njk", ".tmpl", ".twig")
)
"""What the source of a page is called behind its own suffix ("hero.html.j2")."""

PACKED = (".tar.bz2", ".tar.gz", ".tar.xz")
"""How the name of a TAR archive ends that is packed as a whole."""


def suffixes() -> tuple[str, ...]:
    """Return the suffixes that are read in folders, in lower case and sorted."""
    return tuple(sorted(s for known in FORMATS if not known.only_named for s in known.suffixes))


def suffix_of(name: str) -> str:
    """Return the suffix of a name or path with its dot, in lower case; of a template its page's."""
    path = PurePosixPath(PureWindowsPath(name).as_posix())
    suffix = path.suffix.lower()
    if suffix in TEMPLATES or path.name.lower().endswith(PACKED):
        return PurePosixPath(path.stem).suffix.lower() or suffix
    return suffix


def is_container(name: str) -> bool:
    """Tell by its name whether a file may hold papers of several kinds."""
    suffix = suffix_of(name)
    return any(suffix in known.suffixes for known in FORMATS if known.container)


def paper_in(member: str | None) -> str | None:
    """Return the path of the paper that a member of a container is, or is embedded in."""
    if member is None:
        return None
    taken: list[str] = []
    for part in member.split("/"):
        taken.append(part)
        if suffix_of(part) in _PAPERS:
            break
    return "/".join(taken)


_PAPERS = frozenset(s for known in FORMATS if not known.container for s in known.suffixes)
