"""Old binary office files: through LibreOffice where it is there, else told how to convert."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Limits, Source
from claimlint.readers.office.old import legacy
from claimlint.readers.office.word import document as docx
from tests.build.office import docx as build_docx
from tests.build.office import p

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD = MAGIC + b"\0" * 600 + "WordDocument".encode("utf-16-le")
SOURCE = Source(path="terms.doc", data=OLD)
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a program called soffice first on the path; the test says what it does."""
    folder, scratch = tmp_path / "bin", tmp_path / "scratch"
    folder.mkdir()
    scratch.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.defpath}")
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))

    def install(script: str) -> Path:
        program = folder / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return scratch

    return install


@posix
def test_an_old_document_is_read_through_libreoffice(stand_in, tmp_path):
    new = tmp_path / "new.docx"
    new.write_bytes(build_docx(p("It decides alone.")))
    scratch = stand_in(f'mkdir -p out && cp "{new}" out/document.docx')
    found = list(legacy.read(SOURCE))
    assert [x.text for x in found if isinstance(x, Passage)] == ["It decides alone."]
    assert [x.code for x in found if isinstance(x, Problem)] == [ProblemCode.SECOND_READER]
    assert list(scratch.iterdir()) == []


@posix
def test_macros_and_links_are_switched_off(stand_in, tmp_path):
    seen = tmp_path / "seen"
    stand_in(f'cat profile/user/registrymodifications.xcu > "{seen}"')
    with pytest.raises(UnreadableFile):
        list(legacy.read(SOURCE))
    settings = seen.read_text()
    assert 'DisableMacrosExecution" oor:op="fuse"><value>true' in settings
    assert 'BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in settings


@posix
def test_a_conversion_that_hangs_is_ended_and_leaves_nothing(stand_in):
    scratch = stand_in("sleep 600 & sleep 600")
    with pytest.raises(UnreadableFile, match="longer than") as caught:
        list(legacy.read(replace(SOURCE, limits=Limits(seconds=0.8))))
    assert caught.value.code == ProblemCode.UNSUPPORTED
    assert list(scratch.iterdir()) == []


@posix
def test_a_document_that_libreoffice_refuses_is_told_in_one_line(stand_in):
    stand_in("exit 1")
    with pytest.raises(UnreadableFile, match="save it as DOCX") as caught:
        list(legacy.read(SOURCE))
    assert "\n" not in str(caught.value)


def test_without_libreoffice_the_way_to_convert_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match=r"not installed.*save it as DOCX"):
        list(legacy.read(SOURCE))


def test_an_old_document_with_a_new_name_is_told_for_what_it_is(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match="an old DOC file"):
        list(docx.read(Source(path="terms.docx", data=OLD)))


@pytest.mark.parametrize("data", [b"", b"hello", MAGIC + b"\0" * 600])
def test_what_is_no_old_document_is_refused(data: bytes):
    with pytest.raises(UnreadableFile, match="no old office file"):
        list(legacy.read(Source(path="x.ppt", data=data)))
