"""Which reader reads a file: its suffix says, its bytes correct."""

from __future__ import annotations

from importlib import import_module

import pytest

from claimlint.document import Location, Passage, Piece, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.file_types import FORMATS, suffixes
from claimlint.readers.guard import LONGEST_PASSAGE, MOST_PROBLEMS, guarded, one_line
from claimlint.readers.interface import Limits, PageDone, Source
from claimlint.readers.registry import format_named, format_of, is_archive

ZIP = b"PK\x03\x04" + b"\0" * 26
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50


def name_of(path: str, head: bytes = b"") -> str | None:
    found = format_of(path, head)
    return None if found is None else found.name


def test_every_format_keeps_the_contract():
    for known in FORMATS:
        assert callable(import_module(f"claimlint.readers.{known.module}").read)
        assert format_named(known.name) == known
        assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in known.suffixes)
    assert len(set(suffixes())) == len(suffixes())


@pytest.mark.parametrize(
    ("path", "head", "kind"),
    [
        ("messages.pot", b'# words\r\nmsgid ""\r\n', "po"),
        ("old.pot", b"\xd0\xcf\x11\xe0", "ppt"),
        ("a.txt", b"", "text"),
        ("A/B.MD", b"# x", "markdown"),
        (r"C:\decks\a.HTML", b"", "html"),
        ("mail.eml", b"Subject: x", "eml"),
        ("hero.html.j2", b"{% block %}", "html"),
        ("About.md.Liquid", b"# x", "markdown"),
        ("nginx.conf.j2", b"", None),
        ("page.j2", b"", None),
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.pdf", b"junk\n%PDF-1.7", "pdf"),
        ("a.docx", b"%PDF-1.7", "pdf"),
        ("a.pdf", ZIP + b"word/document.xml", "docx"),
        ("a.docx", ZIP + b"ppt/presentation.xml", "pptx"),
        ("a.docx", ZIP + b"word/document.xml", "docx"),
        ("a.docx", ZIP + b"unknown", "docx"),
        ("a.docx", OLE, "docx"),
        ("a.pdf", b" \n<!DOCTYPE HTML><p>404", "html"),
        ("a.txt", b"<html>", "text"),
        ("page.doc", b"<!-- saved from url=(0020)https://a.example/ -->\n<html><p>", "html"),
        ("table.xls", b"<table><tr><td>1", "html"),
        ("wiki.doc", b"Date: x\nMIME-Version: 1.0\nContent-Type: multipart/related;", "eml"),
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("README", b"Hello", "text"),
        ("page", b"<html><p>", "html"),
        ("blob", b"\x7fELF\0\0", None),
        ("README", b"", None),
        ("a.xyz", b"Hello", None),
        ("room.zip", ZIP + b"decks/one.pptx" + ZIP + b"ppt/slides/slide1.xml", "zip"),
        ("room", ZIP + b"decks/one.pptx", "zip"),
        ("Inbox", b"From a@b Mon\nSubject: x", "mbox"),
        ("letter", b"From me to you\n\nHello", "text"),
        ("a.zip", ZIP + b"[Content_Types].xml" + ZIP + b"ppt/presentation.xml", "pptx"),
        ("a.xyz", b"%PDF-1.4", "pdf"),
    ],
)
def test_the_suffix_decides_unless_the_bytes_say_otherwise(path, head, kind):
    assert name_of(path, head) == kind


def test_an_archive_is_told_from_a_document_that_is_packed():
    assert is_archive(ZIP + b"decks/one.pptx")
    assert not is_archive(ZIP + b"word/document.xml")
    assert not is_archive(b"Hello")


def drained(*items, limits: Limits | None = None, error: BaseException | None = None):
    def read(source):
        yield from items
        if error is not None:
            raise error

    source = Source(path="a.pdf", data=b"", limits=limits or Limits())
    return list(guarded(read, source))


def said(text: str, **values) -> Passage:
    return Passage(text=text, location=Location(label="line 1"), **values)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyError("word/document.xml"), ProblemCode.DAMAGED),
        (RecursionError(), ProblemCode.DAMAGED),
        (MemoryError(), ProblemCode.OUT_OF_MEMORY),
        (UnreadableFile("locked", code="encrypted"), ProblemCode.ENCRYPTED),
        (UnreadableFile("odd", code="no-such-code"), ProblemCode.DAMAGED),
    ],
)
def test_faults_of_readers_are_problems(error, code):
    (problem,) = drained(error=error)
    assert (problem.code, problem.fatal) == (code, True)
    *_, late = drained(said("x"), error=error)
    assert (late.code, late.fatal) == (code, False)


def test_a_problem_has_one_line():
    (problem,) = drained(error=UnreadableFile("locked\nfor\x1b good"))
    assert problem.message == "locked for good"
    assert len(one_line("x" * 9999)) == 300


def test_a_passage_without_end_is_cut_at_spaces_and_keeps_its_places():
    text = "word " * 50_000
    passage = said(text, pieces=(Piece(0, len(text), 1, 1, len(text)),))
    found = drained(passage)
    assert "".join(part.text for part in found) == text
    assert all(len(part.text) <= LONGEST_PASSAGE for part in found)
    place = found[1].locate(0, 4)
    assert text[place.column - 1 : place.end_column - 1] == "word"


def test_halves_of_characters_become_the_sign_for_unknown_ones():
    assert drained(said("a\ud83eb"))[0].text == "a\ufffdb"


def test_reading_stops_at_the_limits():
    pages = drained(*(PageDone(n, 9) for n in range(1, 10)), limits=Limits(pages=3))
    assert [type(item) for item in pages] == [PageDone] * 3 + [Problem]
    problems = drained(*(Problem(code=ProblemCode.DRAWN_LETTERS, message="x"),) * 10_000)
    assert len(problems) == MOST_PROBLEMS
