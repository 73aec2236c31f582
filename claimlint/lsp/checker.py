"""Checks the text of one file as an editor holds it, with everything loaded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from claimlint.config.apply import configured
from claimlint.config.find import nearest
from claimlint.config.layers import Configuration, load
from claimlint.decisions.find import nearest as nearest_record
from claimlint.errors import ClaimlintError
from claimlint.file_types import suffix_of
from claimlint.finding import DocumentReport, Report
from claimlint.readers.registry import format_of
from claimlint.session import PreparedCache, run
from claimlint.settings import Settings
from claimlint.steps.events import Done
from claimlint.watching import depended_on

_KEEP = 2_000
_SUFFIXES = {"markdown": ".md", "mdx": ".mdx", "html": ".html", "plaintext": ".txt"}
_BOM = b"\xef\xbb\xbf"


class Checked(Struct, frozen=True):
    """What was found in a text: the report of its document, and what explains it."""

    document: DocumentReport
    report: Report
    settings: Settings


class Checker:
    """Checks texts one after the other. Parses of units that did not change are kept."""

    def __init__(self, call: Settings, config: Path | None = None) -> None:
        """Take the settings that the call of the server makes, and its configuration file."""
        self._call = call
        self._config = config
        self._lock = Lock()
        self._prepared = PreparedCache(_KEEP)

    def check(
        self, name: str, text: str, wanted: Callable[[], bool] = lambda: True
    ) -> Checked | None:
        """Return what stands in `text`, which is called `name`; None once it is not `wanted`.

        The configuration, the record and dossiers are read anew each time: they may have changed.

        Raises:
            ClaimlintError: one of them, or a rule, is wrong.
        """
        with self._lock:
            if not wanted():
                return None
            settings = self._settings()
            ready = self._prepared.of(settings)
            # A mark at the start says UTF-8 whatever charset the page declares for its file.
            unsaved = {Path(name).as_posix(): _BOM + text.encode("utf-8", "replace")}
            for event in run([name], settings, ready=ready, unsaved=unsaved):
                if isinstance(event, Done):
                    return Checked(event.report.documents[0], event.report, settings)
                if not wanted():
                    return None
        raise AssertionError("a run ends with its report")

    def basis(self, names: Sequence[str]) -> object:
        """Return what checks of these files go by beside their texts: it shows any change."""
        try:
            settings = self._settings()
            files = depended_on(names, settings)
            return settings, {name: files[name] for name in files if name not in names}
        except ClaimlintError as error:
            return str(error)

    def _settings(self) -> Settings:
        path = self._config or nearest()
        found = Configuration() if path is None else load(path)
        said = (
            () if self._call.profile is Settings(today=self._call.today).profile else ("profile",)
        )
        settings = configured(self._call, found, said)
        if settings.decisions is None:
            settings = replace(settings, decisions=nearest_record())
        return replace(settings, exclude=())


def readable_name(path: str, language: str) -> str | None:
    """Return the name under which a text is read, None where it is no text that claimlint reads.

    `path` is empty for a text that was never saved; `language` is the editor's name for its kind.
    """
    suffix = _SUFFIXES.get(language)
    known = format_of(path) if suffix_of(path) else None
    if known is not None and known.name in ("text", "markdown", "html"):
        return path
    return None if suffix is None else f"{path or 'untitled'}{suffix}"
