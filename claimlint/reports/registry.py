"""Which report formats there are. Adding one is adding a function, and its line here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.errors import WrongCall
from claimlint.rulebook.suggestion import suggestion_or_all

if TYPE_CHECKING:
    from claimlint.finding import Report
    from claimlint.reports.look import Look


class Format(Struct, frozen=True):
    """One form of report: its name, the usual suffix of its files, and what renders it.

    `rendered_by` is a module of the `room` and a function in it, loaded when it renders. It takes
    the report, and the look where the form `looks`; it returns text or bytes, or yields the bytes
    of what may be very long. A `pictured` one has pictures of pages in its look. One that
    `names_unread` says itself which files could not be read.
    """

    name: str
    suffix: str
    rendered_by: str
    looks: bool = False
    pictured: bool = False
    names_unread: bool = False
    room: str = "claimlint.reports"

    @property
    def binary(self) -> bool:
        """Tell whether it is bytes and no text."""
        return self.suffix in (".docx", ".xlsx")

    def render(self, report: Report, look: Look) -> str | bytes:
        """Return the report in this form."""
        data = b"".join(self.written(report, look))
        return data if self.binary else data.decode()

    def written(self, report: Report, look: Look) -> Iterator[bytes]:
        """Yield the bytes of the report, text as UTF-8, in pieces where it may be very long.

        What cannot be encoded is shown as "?".
        """
        module, _, function = self.rendered_by.partition(":")
        render = getattr(import_module(f"{self.room}.{module}"), function)
        rendered: str | bytes | Iterator[bytes] = (
            render(report, look) if self.looks else render(report)
        )
        if isinstance(rendered, str):
            yield rendered.encode("utf-8", "replace")
        elif isinstance(rendered, bytes):
            yield rendered
        else:
            yield from rendered


_JSON = Format("json", ".json", "json.report:written")
_PAPERS = (
    Format("brief", ".docx", "papers.brief:word"),
    Format("brief-markdown", ".md", "papers.brief:markdown"),
    Format("memo", ".docx", "papers.memo:word"),
    Format("memo-markdown", ".md", "papers.memo:markdown"),
)
"""Forms that show conflicts too."""

CHECK = (
    *_PAPERS,
    Format("csv", ".csv", "tools.csv:render"),
    Format("github", ".txt", "tools.github:commands", looks=True),
    Format("github-summary", ".md", "tools.github:summary", looks=True),
    Format("gitlab", ".json", "tools.gitlab:render", looks=True),
    Format("html", ".html", "html.page:render", looks=True, pictured=True),
    _JSON,
    Format("junit", ".xml", "tools.junit:render", looks=True),
    Format("lines", ".txt", "tools.lines:render", looks=True),
    Format("markdown", ".md", "papers.markdown:render", looks=True),
    Format("rdjsonl", ".jsonl", "tools.rdjsonl:render", looks=True),
    Format("rewrite", ".docx", "papers.rewrite:word"),
    Format("rewrite-markdown", ".md", "papers.rewrite:markdown"),
    Format("sarif", ".sarif", "sarif.log:render", looks=True),
    Format("text", ".txt", "text.report:render", looks=True, names_unread=True),
)
COMPARE = (
    *_PAPERS,
    Format("html", ".html", "columns.compared:render"),
    _JSON,
    Format("markdown", ".md", "papers.conflicts:render"),
    Format("text", ".txt", "text.conflicts:render", looks=True, names_unread=True),
)
DIFF = (
    Format("html", ".html", "columns.drifted:render"),
    _JSON,
    Format("markdown", ".md", "papers.drift:render"),
    Format("text", ".txt", "text.drift:render", looks=True, names_unread=True),
)
_LABEL = "claimlint.label"
LABEL = (
    Format("html", ".html", "forms:html", room=_LABEL),
    Format("json", ".json", "forms:json", room=_LABEL),
    Format("markdown", ".md", "forms:markdown", room=_LABEL),
    Format("text", ".txt", "forms:text", looks=True, room=_LABEL),
)
VENDORS = (
    Format("html", ".html", "vendors.html:render"),
    Format("json", ".json", "vendors.json:render"),
    Format("markdown", ".md", "vendors.markdown:render"),
    Format("text", ".txt", "vendors.text:render", looks=True),
    Format("xlsx", ".xlsx", "vendors.xlsx:render"),
)
Family = tuple[Format, ...]
"""The formats of one command."""


def names(family: Family = CHECK) -> tuple[str, ...]:
    """Return the names of the formats of a family, sorted."""
    return tuple(sorted(each.name for each in family))


def format_named(name: str, family: Family = CHECK) -> Format:
    """Return the format of a family that is called `name`.

    Raises:
        WrongCall: there is none of that name.
    """
    for each in family:
        if each.name == name:
            return each
    hint = suggestion_or_all(name, names(family))
    raise WrongCall(f'--format: no report format called "{name}"{hint}')
