"""The protocol as an assistant speaks it: a line in, a line out, never anything else."""

from __future__ import annotations

import io
import json
import os
from datetime import date

import pytest

from claimlint.datafiles import data_folder
from claimlint.mcp.protocol import serve
from claimlint.mcp.tools import tools
from tests.cli.calls import AUTONOMY, spawn

TODAY = date(2026, 11, 23)
DECK = str(data_folder("examples") / "copy.md")
CONTRACT = str(data_folder("examples") / "agreement.docx")


def spoken(*lines: object) -> list[dict]:
    """Return the answers to messages; texts are sent as they are."""
    told = b"".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines
    )
    target = io.BytesIO()
    serve(io.BytesIO(told), target, tools(TODAY))
    return [json.loads(line) for line in target.getvalue().splitlines()]


def request(method: str, number: object = 1, **params: object) -> dict:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def called(name: str, **arguments: object) -> tuple[bool, str]:
    (answer,) = spoken(request("tools/call", name=name, arguments=arguments))
    (content,) = answer["result"]["content"]
    return answer["result"]["isError"], content["text"]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_conversation_opens_lists_and_answers_in_order():
    hello = request("initialize", "a", protocolVersion="2025-03-26", capabilities={})
    note = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    first, second, third = spoken(hello, note, request("tools/list", 2), b"\n", request("ping", 3))
    assert (first["id"], first["result"]["protocolVersion"]) == ("a", "2025-03-26")
    assert [t["name"] for t in second["result"]["tools"]] == [
        "check",
        "explain",
        "compare",
        "label",
    ]
    for tool in second["result"]["tools"]:
        assert tool["inputSchema"]["additionalProperties"] is False
        assert tool["annotations"]["readOnlyHint"] is True
    assert third == {"jsonrpc": "2.0", "id": 3, "result": {}}


def test_a_revision_that_nobody_knows_gets_the_newest():
    (answer,) = spoken(request("initialize", protocolVersion="1999-01-01"))
    assert answer["result"]["protocolVersion"] == "2025-06-18"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{\n", -32700),
        (b"\xff\n", -32700),
        (b"[1]\n", -32600),
        ({"id": 1}, -32600),
        ({"id": 1, "method": "ping", "params": [1]}, -32602),
        (request("resources/list"), -32601),
        (request("tools/call", name="rm"), -32602),
        (request("tools/call", name="check", arguments=[1]), -32602),
    ],
)
def test_a_message_that_cannot_be_answered_is_told_by_number(line, code):
    (answer,) = spoken(line)
    assert answer["error"]["code"] == code


@pytest.mark.parametrize("line", [{"id": 7}, {"id": 7, "method": "ping", "params": [1]}])
def test_a_refusal_names_the_message_that_it_answers(line):
    (answer,) = spoken(line)
    assert answer["id"] == 7


def test_params_and_arguments_may_be_null():
    first, second = spoken(
        {"id": 1, "method": "ping", "params": None},
        request("tools/call", 2, name="check", arguments=None),
    )
    assert first == {"jsonrpc": "2.0", "id": 1, "result": {}}
    assert "give either paths or text" in second["result"]["content"][0]["text"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
def test_a_working_folder_that_went_away_is_told_and_the_server_goes_on(here):
    gone = here / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    asked = request("tools/call", name="check", arguments={"text": AUTONOMY})
    failed, alive = spoken(asked, request("ping", 2))
    assert failed["result"]["isError"] is True
    assert failed["result"]["content"][0]["text"] == "claimlint: No such file or directory"
    assert alive["result"] == {}


def test_an_error_holds_no_orders_to_a_terminal(here):
    (here / "claimlint.toml").write_text('profile = "\\u001b[31m"\n', encoding="utf-8")
    failed, told = called("check", text=AUTONOMY)
    assert failed
    assert "\x1b" not in told


def test_a_text_is_checked():
    failed, told = called("check", text=AUTONOMY)
    assert not failed
    assert "«without human intervention»" in told
    failed, told = called("check", text=AUTONOMY, format="json", profile="vendor")
    assert json.loads(told)["tool"]["profile"] == "vendor"


def test_documents_are_checked_compared_and_labelled():
    assert "copy.md" in called("check", paths=[DECK])[1]
    failed, told = called("compare", deck=[DECK], contract=[CONTRACT])
    assert not failed
    assert "agreement.docx" in told
    assert "NOT DISCLOSED" in called("label", paths=[DECK])[1]
    assert "autonomy" in called("explain", id="autonomy")[1].lower()


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("check", {}, "give either paths or text"),
        ("check", {"paths": ["a.md"], "text": "x"}, "give either paths or text"),
        ("check", {"path": ["a.md"]}, "no argument called path"),
        ("check", {"paths": "a.md"}, "expected a list of paths"),
        ("check", {"paths": ["-"]}, "standard input is taken"),
        ("check", {"paths": ["a\0.md"]}, "no system has a path with a zero byte"),
        ("check", {"text": f"{AUTONOMY}\n" * 20, "format": "json"}, "name fewer documents"),
        ("check", {"text": "x", "profile": "seller"}, "expected buyer or legal or vendor"),
        ("explain", {}, "the argument id is missing"),
        ("explain", {"id": "autonomi"}, "autonomy"),
        ("compare", {"contract": ["a.md"]}, "the argument deck is missing"),
    ],
)
def test_a_wrong_call_is_told_in_its_answer(name, arguments, told):
    failed, text = called(name, **arguments)
    assert failed
    assert told in text


def test_what_could_not_be_read_is_told_and_nothing_read_is_no_answer(tmp_path):
    (tmp_path / "a.md").write_text("Works around the clock.")
    failed, text = called("check", paths=["gone.md", str(tmp_path / "a.md")])
    assert not failed
    assert text.startswith("not read: gone.md: no such file")
    for form in ("text", "json"):
        failed, text = called("check", paths=["gone.md"], format=form)
        assert failed
        assert text.startswith("claimlint: not read: gone.md: no such file")


def test_the_command_speaks_it_and_ends_with_its_input(tmp_path):
    line = json.dumps(request("ping")).encode() + b"\n"
    done = spawn("mcp", "--today=2026-11-23", cwd=tmp_path, stdin=line)
    assert (done.status, json.loads(done.out), done.err) == (
        0,
        {"jsonrpc": "2.0", "id": 1, "result": {}},
        "",
    )
