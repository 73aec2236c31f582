"""Nothing that claimlint does asks a network for anything, in its own process or in a reader's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from claimlint.datafiles import data_folder
from tests.build.mail import mail
from tests.build.office import docx, p

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the guard stands in for Python by #!")
GUARD = Path(__file__).with_name("network_guard.py")
REMOTE = """<!doctype html><html><head><base href="http://192.0.2.1/">
<link rel="stylesheet" href="http://192.0.2.1/a.css"><script src="//192.0.2.1/a.js"></script></head>
<body background="http://192.0.2.1/b.png"><iframe src="http://192.0.2.1/f.html"></iframe>
<img src="http://192.0.2.1/a.png" alt="It works without human intervention."></body></html>"""
ENTITY = """<!DOCTYPE html [<!ENTITY x SYSTEM "http://192.0.2.1/x">]>
<html><body><p>It works without human intervention. &x;</p></body></html>"""
ATTEMPTS = {
    "connect": "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
    "resolve": "import socket; socket.getaddrinfo('example.invalid', 80)",
    "serve": "import socket; socket.socket().bind(('0.0.0.0', 0))",
    "datagram": "import socket as s; s.socket(type=s.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))",
    "load": "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')",
}


class Guarded(NamedTuple):
    """How a call ended without any network, what it started and what it was refused."""

    status: int
    out: str
    started: list[str]
    refused: list[str]


def guarded(folder: Path, module: str, *arguments: str) -> Guarded:
    log = folder / "guard.log"
    done = subprocess.run(
        [sys.executable, str(GUARD), str(log), module, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    lines = log.read_text(encoding="utf-8").splitlines()
    return Guarded(
        done.returncode,
        done.stdout + done.stderr,
        [line for line in lines if line.startswith("started")],
        [line for line in lines if line.startswith("refused")],
    )


@pytest.fixture
def papers(tmp_path) -> Path:
    folder = tmp_path / "papers"
    shutil.copytree(data_folder("examples"), folder)
    (folder / "remote.html").write_text(REMOTE, encoding="utf-8")
    (folder / "entity.xhtml").write_text(ENTITY, encoding="utf-8")
    (folder / "remote.md").write_text("![It works](http://192.0.2.1/a.png)\n", encoding="utf-8")
    (folder / "remote.eml").write_bytes(mail(text=None, html=REMOTE).as_bytes())
    picture = '<w:instrText>INCLUDEPICTURE "http://192.0.2.1/a.png"</w:instrText>'
    (folder / "remote.docx").write_bytes(docx(p(picture), p("It works.")))
    return tmp_path


def test_a_check_of_every_format_asks_no_network(papers):
    call = ("check", "papers", "--today", "2026-11-23", "--jobs", "2")
    ended = guarded(papers, "claimlint", *call)
    assert ended.status == 1, ended.out
    assert ended.refused == []
    assert sum("guard.python" in line for line in ended.started) >= 2


@pytest.mark.parametrize("command", ["rules", "explain autonomy", "extract papers", "--help"])
def test_no_other_command_does(papers, command):
    ended = guarded(papers, "claimlint", *command.split())
    assert (ended.status, ended.refused) == (0, []), ended.out


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_guard_refuses_each_attempt(tmp_path, attempt):
    (tmp_path / "attempt.py").write_text(ATTEMPTS[attempt], encoding="utf-8")
    ended = guarded(tmp_path, "attempt")
    assert ended.status == 1
    assert ended.refused


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_guard_refuses_each_attempt_in_a_child(tmp_path, attempt):
    child = f"[sys.executable, '-I', '-c', {ATTEMPTS[attempt]!r}]"
    call = f"import subprocess, sys; sys.exit(subprocess.call({child}))"
    (tmp_path / "attempt.py").write_text(call, encoding="utf-8")
    ended = guarded(tmp_path, "attempt")
    assert ended.status == 1
    assert ended.refused
