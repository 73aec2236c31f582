"""The language server as an editor sees it: one process, driven over its pipes."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys

import pytest
from lsprotocol import types
from msgspec import Struct, field
from pygls.lsp.client import LanguageClient

from claimlint.lsp.aside import aside
from tests.cli.calls import AUTONOMY, spawn

CLAIM = "without human intervention"
EMOJI = "# 🤖 Ours\n\n🚀🚀 中文 It closes tickets without human intervention. 🎉\n"
TYPED = EMOJI.replace("It closes", "Our very own agent closes")
RULE = """
id: market-position.tickets
says: It closes tickets.
why: Nobody knows which.
find:
  - words: [closes, tickets]
flag: ["It [[closes tickets]].", "[[Closes tickets]] daily.", "He [[closes tickets]] too."]
pass:
  - {text: "It closes nothing.", because: other words}
  - {text: "It closes a ticket.", because: other words}
  - {text: "The ticket closes.", because: other words}
"""
HERO = (
    "# Ours\n\nOf two lines,\n  <Hero\n    go={() => on(1)}\n"
    "    lead='Works without human intervention'\n  >\n"
    "  It works without human intervention.\n  </Hero>\n"
)
FRONT = f"---\r\ntitle: {AUTONOMY.strip()}\r\n---\r\n\r\n{AUTONOMY.strip()}\r\n"
BREAKS = f"One\u2028two\x0cthree\x85four\r\rFive.\n\n{AUTONOMY}"
LATIN = f'<meta charset="iso-8859-1">\n<p>“Größe” – {AUTONOMY.strip()}</p>\n'


class Editor(Struct):
    """What an editor remembers: diagnostics by address, messages shown."""

    client: LanguageClient
    told: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        while uri not in self.told:
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 60)
        return self.told.pop(uri)

    async def actions(self, uri: str, place: types.Range) -> list[types.CodeAction]:
        return await self.client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=uri),
                range=place,
                context=types.CodeActionContext(diagnostics=[]),
            )
        )

    def open(self, uri: str, language: str, text: str) -> None:
        item = types.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))

    def change(self, uri: str, version: int, text: str) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=version),
                content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )


async def editor_in(folder) -> Editor:
    client = LanguageClient("test", "1")
    editor = Editor(client)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        editor.told[params.uri] = list(params.diagnostics)
        editor.news.set()

    @client.feature(types.WINDOW_SHOW_MESSAGE)
    def shown(params: types.ShowMessageParams) -> None:
        editor.shown.append(params.message)
        editor.news.set()

    await client.start_io(sys.executable, "-m", "claimlint", "lsp", "--today=2026-11-23")
    answer = await client.initialize_async(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(), root_uri=folder.as_uri(), process_id=None
        )
    )
    assert answer.capabilities.hover_provider
    client.initialized(types.InitializedParams())
    return editor


async def visit(folder) -> dict:
    """Return what a day with the server gives."""
    (folder / "claimlint.toml").write_text('profile = "vendor"\n', encoding="utf-8")
    editor = await editor_in(folder)
    uri = (folder / "copy.md").as_uri()
    seen: dict = {}
    editor.open(uri, "markdown", EMOJI)
    seen["opened"] = await editor.diagnostics(uri)
    place = seen["opened"][0].range
    seen["hover"] = await editor.client.text_document_hover_async(
        types.HoverParams(text_document=types.TextDocumentIdentifier(uri=uri), position=place.start)
    )
    seen["actions"] = await editor.actions(uri, place)
    front = (folder / "front.md").as_uri()
    editor.open(front, "markdown", FRONT)
    seen["front"] = [
        await editor.actions(front, each.range) for each in await editor.diagnostics(front)
    ]
    for version, text in enumerate(("#", "# T", "# T\n\nIt cl", TYPED), start=2):
        editor.change(uri, version, text)
    seen["typed"] = await editor.diagnostics(uri)
    edit = next(iter(seen["actions"][1].edit.changes.values()))[0]
    lines = EMOJI.splitlines(keepends=True)
    lines.insert(edit.range.start.line, edit.new_text)
    editor.change(uri, 6, "".join(lines))
    seen["to complete"] = await editor.diagnostics(uri)
    editor.change(uri, 7, "".join(lines).replace("-- ; owner=", "-- shown in the pilot; owner=Ann"))
    seen["ignored"] = await editor.diagnostics(uri)
    breaks = (folder / "breaks.txt").as_uri()
    editor.open(breaks, "plaintext", "An older text.\n")
    await editor.diagnostics(breaks)
    editor.change(breaks, 2, BREAKS)
    seen["breaks"] = await editor.diagnostics(breaks)
    seen["breaks' actions"] = await editor.actions(breaks, seen["breaks"][0].range)
    mdx = (folder / "page.mdx").as_uri()
    editor.open(mdx, "mdx", EMOJI)
    seen["mdx"] = await editor.actions(mdx, (await editor.diagnostics(mdx))[0].range)
    hero = (folder / "hero.mdx").as_uri()
    editor.open(hero, "mdx", HERO)
    found = await editor.diagnostics(hero)
    seen["in a tag"] = [(await editor.actions(hero, each.range))[1] for each in found]
    page = (folder / "page.html").as_uri()
    editor.open(page, "html", LATIN)
    seen["latin"] = await editor.diagnostics(page)
    editor.open("untitled:1", "plaintext", AUTONOMY)
    seen["untitled"] = await editor.diagnostics("untitled:1")
    editor.client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri=page))
    )
    seen["closed"] = await editor.diagnostics(page)
    editor.open("untitled:2", "plaintext", "")
    seen["empty"] = await editor.diagnostics("untitled:2")
    editor.told.clear()
    (folder / "claimlint.toml").write_text('profil = "vendor"\n', encoding="utf-8")
    seen["at fault"] = [await editor.diagnostics(each) for each in (uri, mdx)]
    seen["shown"] = list(editor.shown)
    (folder / "claimlint.toml").write_text('ignore = ["autonomy"]\n', encoding="utf-8")
    seen["mended"] = await editor.diagnostics(mdx)
    rules = folder / "house" / "claims" / "market-position"
    rules.mkdir(parents=True)
    (folder / "claimlint.toml").write_text('rule-folders = ["house"]\n', encoding="utf-8")
    seen["no rules"] = await editor.diagnostics(mdx)
    (rules / "tickets.yaml").write_text(RULE, encoding="utf-8")
    seen["own rule"] = await editor.diagnostics(mdx)
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    await editor.client.stop()
    return seen


@pytest.fixture(scope="module")
def seen(tmp_path_factory) -> dict:
    return asyncio.run(visit(tmp_path_factory.mktemp("workspace")))


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def words(text: str, place: types.Range) -> str:
    line = text.splitlines()[place.start.line].encode("utf-16-le")
    return line[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")


def test_a_claim_is_underlined_exactly_behind_emoji(seen):
    (told,) = seen["opened"]
    assert words(EMOJI, told.range) == CLAIM
    assert told.range.start.character == utf16(EMOJI.splitlines()[2].partition(CLAIM)[0])
    assert (told.code, told.source) == ("autonomy.no-person", "claimlint")
    assert told.severity is types.DiagnosticSeverity.Error
    assert told.message.startswith(f"“{CLAIM}” is a strong claim of autonomy. Evidence missing")


def test_a_hover_tells_why_and_which_evidence_is_needed(seen):
    told = seen["hover"].contents.value
    assert "needs **" in told
    assert "A buyer asks:" in told
    assert words(EMOJI, seen["hover"].range) == CLAIM


def test_only_the_last_keystroke_is_answered(seen):
    (told,) = seen["typed"]
    assert words(TYPED, told.range) == CLAIM


def test_actions_reword_the_sentence_or_ignore_it_with_a_reason(seen):
    reword, ignore = seen["actions"]
    (edit,) = next(iter(reword.edit.changes.values()))
    assert words(EMOJI, edit.range).endswith(f"It closes tickets {CLAIM}.")
    assert edit.new_text.startswith("In [period]")
    (edit,) = next(iter(ignore.edit.changes.values()))
    assert edit.new_text == (
        "<!-- claimlint: ignore autonomy.no-person -- ; owner=; until=2027-02-21 -->\n"
    )


def test_an_ignore_is_offered_where_a_comment_can_stand_with_the_line_ends_of_the_text(seen):
    title, body = seen["front"]
    assert [action.title.split()[0] for action in title] == ["Replace"]
    assert [action.title.split()[0] for action in body] == ["Replace", "Ignore"]
    (edit,) = next(iter(body[1].edit.changes.values()))
    assert edit.new_text.endswith("-->\r\n")


def test_an_ignore_in_mdx_is_a_comment_of_mdx(seen):
    (edit,) = next(iter(seen["mdx"][1].edit.changes.values()))
    assert edit.new_text.startswith("{/* claimlint: ignore autonomy.no-person -- ")
    assert edit.new_text.endswith(" */}\n")


def test_an_ignore_for_what_stands_in_a_tag_goes_above_the_tag(seen):
    inside, below = (next(iter(each.edit.changes.values()))[0] for each in seen["in a tag"])
    assert inside.range.start == inside.range.end == types.Position(line=3, character=0)
    assert inside.new_text.startswith("  {/* claimlint: ignore autonomy.no-person -- ")
    assert inside.new_text.endswith(" */}\n")
    assert (below.range.start.line, below.new_text[:5]) == (7, " {/* ")


def test_an_ignore_wants_to_be_completed_and_then_holds(seen):
    assert [d.code for d in seen["to complete"]] == [
        "autonomy.no-person",
        "decision-malformed",
    ]
    assert seen["ignored"] == []


def test_text_is_what_the_editor_holds_whatever_charset_the_page_names(seen):
    (told,) = seen["latin"]
    assert words(LATIN, told.range) == CLAIM


def test_a_text_without_a_file_is_checked_and_a_closed_one_is_forgotten(seen):
    assert [told.code for told in seen["untitled"]] == ["autonomy.no-person"]
    assert seen["closed"] == []


def test_a_text_that_is_not_begun_is_no_problem(seen):
    assert seen["empty"] == []


def test_a_fault_of_the_configuration_is_shown_once_and_stands_there_until_it_is_mended(seen):
    fault = 'claimlint.toml:1: profil: unknown key "profil" (did you mean "profile"?)'
    assert seen["shown"] == [f"claimlint: {fault}"]
    messages = [[each.message for each in told] for told in seen["at fault"]]
    assert messages == [[f"not checked: {fault}"]] * 2
    assert seen["mended"] == []


def test_a_rule_of_the_house_counts_once_it_is_saved(seen):
    (fault,) = seen["no rules"]
    assert "holds no rule" in fault.message
    assert "market-position.tickets" in [told.code for told in seen["own rule"]]


def test_lines_end_where_editors_end_them(seen):
    (told,) = seen["breaks"]
    (edit,) = next(iter(seen["breaks' actions"][1].edit.changes.values()))
    line = AUTONOMY.strip()
    start, end = told.range.start, told.range.end
    assert start.line == end.line == edit.range.start.line == 4
    assert line[start.character : end.character] == CLAIM


def test_a_server_that_leaves_does_not_wait_for_a_check_under_way(tmp_path):
    line = (
        "import asyncio, threading\n"
        "from claimlint.lsp.aside import aside\n"
        "async def main():\n"
        "    task = asyncio.ensure_future(aside(threading.Event().wait))\n"
        "    await asyncio.sleep(0.1)\n"
        "    assert threading.active_count() == 2\n"
        "asyncio.run(main())\n"
    )
    subprocess.run([sys.executable, "-c", line], timeout=60, check=True)


def test_what_goes_wrong_beside_the_loop_is_raised_where_it_is_awaited():
    with pytest.raises(ZeroDivisionError):
        asyncio.run(aside(lambda: 1 // 0))
    assert asyncio.run(aside(lambda: "done")) == "done"


def test_a_server_that_is_told_to_leave_says_nothing_more(tmp_path):
    told = b""
    for method, number in (("initialize", 1), ("shutdown", 2), ("exit", None)):
        params = {"capabilities": {}, "processId": None, "rootUri": None}
        message = {"jsonrpc": "2.0", "method": method}
        message |= {"id": number, "params": params if number == 1 else None} if number else {}
        body = json.dumps(message).encode()
        told += b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    ended = spawn("lsp", cwd=tmp_path, stdin=told)
    assert (ended.status, ended.err) == (0, "")
