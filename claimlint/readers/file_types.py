"""Which formats are read, by the suffixes of their files; no reader is loaded to tell."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType

_FORMATS = (
    ("doc", "office.old.legacy", (".doc", ".dot")),
    ("docx", "office.word.document", (".docx", ".docm", ".dotx", ".dotm")),
    ("eml", "mail.file", (".eml", ".mht", ".mhtml")),
    ("html", "html.file", (".htm", ".html", ".xhtml")),
    ("json", "strings.json", (".arb", ".json")),
    ("markdown", "markdown.file", (".markdown", ".md", ".mdown", ".mdx", ".mkd")),
    ("mbox", "mail.mbox", (".mbox", ".mbx")),
    ("odp", "office.odf.slides", (".odp", ".otp", ".fodp")),
    ("ods", "office.odf.sheets", (".ods", ".ots", ".fods")),
    ("odt", "office.odf.document", (".odt", ".ott", ".fodt")),
    ("pdf", "pdf.file", (".pdf",)),
    ("po", "strings.po", (".po",)),
    ("ppt", "office.old.legacy", (".ppt", ".pps", ".pot")),
    ("pptx", "office.slides.deck", (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")),
    ("rtf", "office.rtf.document", (".rtf",)),
    ("text", "plain.file", (".text", ".txt")),
    ("xliff", "strings.xliff", (".xlf", ".xliff")),
    ("xls", "office.old.legacy", (".xls", ".xlt")),
    ("xlsx", "office.sheets.workbook", (".xlsx", ".xlsm", ".xltx", ".xltm")),
    ("yaml", "strings.yaml", (".yaml", ".yml")),
    ("zip", "archives.zip", (".zip",)),
)
"""Each format with the module of `claimlint.readers` that reads it, and its suffixes."""

READERS = MappingProxyType({name: reader for name, reader, _ in _FORMATS})
SUFFIXES = MappingProxyType({name: suffixes for name, _, suffixes in _FORMATS})

IN_PROCESS = frozenset(("html", "json", "markdown", "po", "text", "xliff"))
"""Formats whose readers need no process of their own."""

CONTAINERS = frozenset(("eml", "mbox", "zip"))
"""Formats of files that hold papers of several kinds: a contract beside a deck."""

ONLY_NAMED = frozenset(("json", "yaml"))
"""Formats whose files are data elsewhere: read where the call names them, not in folders."""


LOCK = "~$"
"""How the name of the file begins that an office program keeps beside an open one."""

TEMPLATES = frozenset(
    (".gotmpl", ".hbs", ".j2", ".jinja", ".jinja2", ".liquid", ".njk", ".tmpl", ".twig")
)
"""What the source of a page is called behind its own suffix ("hero.html.j2")."""


def suffixes() -> tuple[str, ...]:
    """Return the suffixes that are read in folders, in lower case and sorted."""
    return tuple(sorted(s for name, own in SUFFIXES.items() if name not in ONLY_NAMED for s in own))


def suffix_of(name: str) -> str:
    """Return the suffix of a name or path with its dot, in lower case; of a template its page's."""
    path = PurePosixPath(PureWindowsPath(name).as_posix())
    suffix = path.suffix.lower()
    return (PurePosixPath(path.stem).suffix.lower() or suffix) if suffix in TEMPLATES else suffix


def is_container(name: str) -> bool:
    """Tell by its name whether a file may hold papers of several kinds."""
    suffix = suffix_of(name)
    return any(suffix in SUFFIXES[container] for container in CONTAINERS)


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


_PAPERS = frozenset(s for name, own in SUFFIXES.items() if name not in CONTAINERS for s in own)
