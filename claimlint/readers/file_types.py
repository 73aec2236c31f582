"""Which formats are read, by the suffixes of their files; no reader is loaded to tell."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType

SUFFIXES = MappingProxyType(
    {
        "doc": (".doc", ".dot"),
        "docx": (".docx", ".docm", ".dotx", ".dotm"),
        "eml": (".eml", ".mht", ".mhtml"),
        "html": (".htm", ".html", ".xhtml"),
        "json": (".arb", ".json"),
        "markdown": (".markdown", ".md", ".mdown", ".mdx", ".mkd"),
        "mbox": (".mbox", ".mbx"),
        "odp": (".odp", ".otp", ".fodp"),
        "ods": (".ods", ".ots", ".fods"),
        "odt": (".odt", ".ott", ".fodt"),
        "pdf": (".pdf",),
        "po": (".po",),
        "ppt": (".ppt", ".pps", ".pot"),
        "pptx": (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"),
        "rtf": (".rtf",),
        "text": (".text", ".txt"),
        "xliff": (".xlf", ".xliff"),
        "xls": (".xls", ".xlt"),
        "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
        "yaml": (".yaml", ".yml"),
        "zip": (".zip",),
    }
)
"""Of each format, with their dot. Its reader is the module of that name in `readers/formats/`."""

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
