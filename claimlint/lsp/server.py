"""The server over standard input and output: what editors ask, in their units of columns."""

from __future__ import annotations

import asyncio
import os
import re
from contextlib import suppress
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec, TextDocument

from claimlint import __version__
from claimlint.errors import ClaimlintError
from claimlint.lsp import answers
from claimlint.lsp.aside import aside
from claimlint.lsp.checker import Checked, Checker, readable_name
from claimlint.reports.safe_text import safe

_WAIT = 0.3
"""Seconds after the last keystroke until a text is checked."""
_EVERY = 1.0
"""Seconds between two looks at the configuration, record, baseline, rules and dossiers: not every
editor can tell when they change."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line as editors count them; the library's own end at form feeds and U+2028, too."""


class Desk:
    """What the server knows of the open texts: the newest answer for each, and who waits."""

    def __init__(self, server: LanguageServer, checker: Checker) -> None:
        self._server = server
        self._checker = checker
        self._turns: dict[str, int] = {}
        self._checked: dict[str, tuple[int | None, Checked]] = {}
        self._told = ""

    async def refresh(self, uri: str, wait: float) -> None:
        """Check a text and publish what was found, unless it changes or the editor ends."""
        with suppress(asyncio.CancelledError):
            await self._refresh(uri, wait)

    async def _refresh(self, uri: str, wait: float) -> None:
        turn = self._turns[uri] = self._turns.get(uri, 0) + 1
        await asyncio.sleep(wait)
        if self._turns.get(uri) != turn:
            return
        document = self._server.workspace.get_text_document(uri)
        name = _name(document)
        if name is None:
            return
        version, text = document.version, document.source
        try:
            found = await aside(
                lambda: self._checker.check(name, text, lambda: self._turns.get(uri) == turn)
            )
        except ClaimlintError as error:
            self._fault(uri, safe(str(error)))
            return
        self._told = ""
        if found is not None and self._turns.get(uri) == turn:
            self._checked[uri] = (version, found)
            self._publish(document, found)

    async def watch(self, every: float) -> None:
        """Check all open texts anew whenever what they go by has changed."""
        names = self._names()
        with suppress(asyncio.CancelledError):
            seen = await aside(partial(self._checker.basis, names))
            while True:
                await asyncio.sleep(every)
                before, names = names, self._names()
                # First for the next look, then for this one: what changes between is seen twice.
                later = await aside(partial(self._checker.basis, names))
                now = later
                if before != names:
                    now = await aside(partial(self._checker.basis, before))
                if now != seen:
                    await asyncio.gather(*(self.refresh(uri, 0) for uri in tuple(self._turns)))
                seen = later

    def _names(self) -> list[str]:
        texts = map(self._server.workspace.get_text_document, tuple(self._turns))
        return [name for name in map(_name, texts) if name is not None]

    def forget(self, uri: str) -> None:
        """Drop a text that was closed, and its diagnostics."""
        self._turns.pop(uri, None)
        self._checked.pop(uri, None)
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=[])
        )

    def current(self, document: TextDocument) -> Checked | None:
        """Return what was found in this very version of a text, or None."""
        version, found = self._checked.get(document.uri, (None, None))
        return found if version == document.version else None

    def _publish(self, document: TextDocument, found: Checked) -> None:
        units = _Units(document)
        told = [units.diagnostic(each) for each in answers.diagnostics(found)]
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=document.uri, diagnostics=told, version=document.version
            )
        )

    def _fault(self, uri: str, message: str) -> None:
        """Show a fault of the configuration or a rule once, and at the text until it is mended."""
        self._checked.pop(uri, None)
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=[answers.not_checked(message)])
        )
        if message != self._told:
            self._told = message
            shown = types.ShowMessageParams(types.MessageType.Error, f"claimlint: {message}")
            self._server.window_show_message(shown)


def build(checker: Checker) -> LanguageServer:
    """Return the server."""
    # The library would apply changes by its own lines, so each change brings the whole text.
    whole = types.TextDocumentSyncKind.Full
    server = LanguageServer("claimlint", __version__, text_document_sync_kind=whole)
    desk = Desk(server, checker)
    _listen(server, desk)
    _answer(server, desk)
    return server


def _listen(server: LanguageServer, desk: Desk) -> None:
    """Have texts checked as they are opened, changed and saved."""

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        # The working folder is where the configuration and the record are looked for.
        root = server.workspace.root_path
        if root and Path(root).is_dir():
            os.chdir(root)
        await desk.watch(_EVERY)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        await desk.refresh(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        await desk.refresh(params.text_document.uri, _WAIT)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        await desk.refresh(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.forget(params.text_document.uri)


def _answer(server: LanguageServer, desk: Desk) -> None:
    """Answer what an editor asks about a place."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        document = server.workspace.get_text_document(params.text_document.uri)
        found = desk.current(document)
        if found is None:
            return None
        units = _Units(document)
        told = answers.hover(found, units.position(params.position))
        if told is not None and told.range is not None:
            told.range = units.told(told.range)
        return told

    options = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = server.workspace.get_text_document(params.text_document.uri)
        found = desk.current(document)
        if found is None:
            return []
        units = _Units(document)
        place = params.range
        asked = types.Range(start=units.position(place.start), end=units.position(place.end))
        offered = list(answers.actions(found, asked, document.uri, units.lines))
        for action in offered:
            for edits in ((action.edit and action.edit.changes) or {}).values():
                for edit in edits:
                    edit.range = units.told(edit.range)
        return offered


class _Units:
    """Turns places of a text from the units in which its editor counts columns, and back."""

    def __init__(self, document: TextDocument) -> None:
        self.lines: list[str] = _LINE.findall(document.source)
        self._codec: PositionCodec = document.position_codec

    def position(self, asked: types.Position) -> types.Position:
        place = self._codec.position_from_client_units(self.lines, asked)
        return types.Position(line=place.line, character=place.character)

    def told(self, place: types.Range) -> types.Range:
        return self._codec.range_to_client_units(self.lines, place)

    def diagnostic(self, told: types.Diagnostic) -> types.Diagnostic:
        told.range = self.told(told.range)
        return told


def _name(document: TextDocument) -> str | None:
    """Return the path of a text as seen from the working folder, where it has one."""
    path = to_fs_path(document.uri) if document.uri.startswith("file:") else ""
    if path:
        with suppress(ValueError):  # another drive
            path = os.path.relpath(path)
    return readable_name(Path(path).as_posix() if path else "", document.language_id or "")
