"""Files wrapped in OLE objects are found and read by the reader of their own format."""

from __future__ import annotations

import pytest

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.office.old.cfb import BadCompound, Compound
from claimlint.readers.office.old.ole import OleKind, content, kind_of
from claimlint.readers.office.word import document as docx
from tests.build.compound import compound, native
from tests.build.office import Part, p
from tests.build.office import docx as build_docx


def read(wrapped: bytes) -> list[Item]:
    data = build_docx(p("Body."), parts=[Part("oleObject", "embeddings/object.bin", wrapped)])
    return list(docx.read(Source(path="x.docx", data=data)))


def texts(found: list[Item]) -> list[str]:
    return [item.text for item in found if isinstance(item, Passage)]


def test_streams_are_read_whole():
    long = bytes(range(256)) * 20
    file = Compound(compound({"Short": b"abc", "Long": long}))
    assert (file.read("Short"), file.read("Long")) == (b"abc", long)


def test_a_document_inside_an_object_is_read():
    inside = build_docx(p("It decides alone."))
    assert texts(read(compound({"Package": inside}))) == ["Body.", "It decides alone."]


def test_a_file_that_was_dropped_into_a_document_keeps_its_name():
    wrapped = compound({"\x01Ole10Native": native("C:\\papers\\notes.txt", b"It never sleeps.")})
    found = read(wrapped)
    assert texts(found) == ["Body.", "It never sleeps."]
    assert found[-1].location is not None  # type: ignore[union-attr]
    assert found[-1].location.member == "notes.txt"  # type: ignore[union-attr]


def test_an_object_of_no_known_kind_is_a_problem():
    found = [item for item in read(compound({"Other": b"x"})) if isinstance(item, Problem)]
    assert [problem.code for problem in found] == [ProblemCode.UNSUPPORTED_PART]


def test_the_kind_is_told_by_the_streams():
    assert kind_of(compound({"WordDocument": b"x"})) is OleKind.DOC
    assert kind_of(compound({"EncryptedPackage": b"x"})) is OleKind.ENCRYPTED
    assert kind_of(b"PK") is None


def test_chains_that_run_in_a_circle_come_to_an_end():
    data = bytearray(compound({"A": b"x" * 2000}))
    data[-512:-508] = (0).to_bytes(4, "little")
    assert Compound(bytes(data)).read("A") == b"x" * 512


@pytest.mark.parametrize("end", [0, 8, 100, 512, 600, 1100, 1500])
def test_damaged_objects_are_never_more_than_nothing(end: int):
    data = compound({"Package": b"PK\x03\x04" * 200})[:end]
    found = content(data)
    assert found is None or found.name in ("", "embedded.docx")
    if end < 512:
        with pytest.raises(BadCompound):
            Compound(data)
