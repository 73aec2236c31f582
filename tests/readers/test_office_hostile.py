"""Office files that are damaged or hostile: each accounted for, nothing expanded or fetched."""

from __future__ import annotations

import pytest

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Limits, Source
from claimlint.readers.office.slides import deck as pptx
from claimlint.readers.office.word import document as docx
from tests.build.office import DECLARED, p, package, shape, table
from tests.build.office import docx as build_docx
from tests.build.office import pptx as build_pptx

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
)


def read(data: bytes, **limits: int) -> list[Item]:
    return list(docx.read(Source(path="x.docx", data=data, limits=Limits(**limits))))


def texts(found: list[Item]) -> list[str]:
    return [item.text for item in found if isinstance(item, Passage)]


def codes(found: list[Item]) -> list[ProblemCode]:
    return [item.code for item in found if isinstance(item, Problem)]


def refused(data: bytes, **limits: int) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(data, **limits)
    assert "\n" not in str(caught.value)
    return caught.value


def raw(document: str | bytes) -> bytes:
    return package({"_rels/.rels": RELATIONS, "word/document.xml": document})


def test_a_hundred_thousand_nested_tables_lose_no_text():
    depth = 100_000
    nested = "<w:tbl><w:tr><w:tc>" * depth + p("Deep.") + "</w:tc></w:tr></w:tbl>" * depth
    found = read(build_docx(p("Before."), nested, p("After.")), ratio=100_000)
    assert texts(found) == ["Before.", "Deep.", "After."]
    assert codes(found) == [ProblemCode.TOO_DEEP]


def test_groups_nested_without_end_lose_no_text():
    data = build_pptx("<p:grpSp>" * 50_000 + shape("Deep.") + "</p:grpSp>" * 50_000)
    found = list(pptx.read(Source(path="x.pptx", data=data)))
    assert texts(found) == ["Deep."]
    assert ProblemCode.TOO_DEEP in codes(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("comment", ["", "<!--" + "x" * 100_000 + "-->"])
def test_entities_are_never_expanded(encoding: str, comment: str):
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{comment}'
    body = "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
    document = (
        f'{declared}<!DOCTYPE x [<!ENTITY e0 "ha">{bomb}]>'
        f"<w:document {DECLARED}>{body}</w:document>"
    )
    assert "entities" in str(refused(raw(document.encode(encoding))))


def test_files_are_never_drawn_in(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    document = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document {DECLARED}><w:body>'
        "<w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert refused(raw(document)).code == ProblemCode.DAMAGED


def test_a_bomb_is_refused_before_it_is_unpacked():
    body = f"<w:document {DECLARED}><w:body>{' ' * 40_000_000}</w:body></w:document>"
    assert refused(raw(body)).code == ProblemCode.TOO_LARGE


def test_all_parts_together_stay_below_the_limit():
    data = build_docx(p("Some text that is longer than nothing."))
    assert refused(data, unpacked=500).code == ProblemCode.TOO_LARGE


def test_a_package_of_too_many_parts_is_refused():
    assert refused(package({f"p{n}": "x" for n in range(50)}), parts=20).code == (
        ProblemCode.TOO_MANY_PARTS
    )


GOOD = build_docx(p("One."), p("Two."), table(["Three."]))


def test_a_file_without_its_directory_is_salvaged():
    for broken in (GOOD[: GOOD.index(b"PK\x01\x02")], GOOD.replace(b"PK\x05\x06", b"PK\x05\x07")):
        found = read(broken)
        assert texts(found) == ["One.", "Two.", "Three."]
        assert codes(found) == [ProblemCode.SALVAGED]


def test_a_directory_that_points_nowhere_is_not_believed():
    at = GOOD.rindex(b"PK\x01\x02") + 42
    broken = GOOD[:at] + b"\x07\x00\x00\x00" + GOOD[at + 4 :]
    found = read(broken)
    assert texts(found) == ["One.", "Two.", "Three."]
    assert ProblemCode.SALVAGED in codes(found)


def test_a_truncated_file_gives_what_is_left():
    filler = [p(f"Paragraph {n} of the agreement, {n * 7919 % 1000}.") for n in range(400)]
    data = build_docx(p("First."), *filler)
    found = read(data[: len(data) // 2])
    assert texts(found)[0] == "First."
    assert len(texts(found)) > 50
    assert {ProblemCode.SALVAGED, ProblemCode.DAMAGED_PART} <= set(codes(found))


def test_a_truncation_at_any_byte_is_told_in_one_way_or_another():
    for end in range(len(GOOD)):
        try:
            found = read(GOOD[:end])
        except UnreadableFile:
            continue
        assert codes(found)


def test_a_part_of_broken_xml_is_repaired():
    document = f"<w:document {DECLARED}><w:body>{p('Kept.')}<w:p><w:r></w:body></w:document>"
    found = read(raw(document))
    assert texts(found) == ["Kept."]
    assert codes(found) == [ProblemCode.DAMAGED_PART]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ProblemCode.EMPTY),
        (b"no office file", ProblemCode.DAMAGED),
        (b"PK\x03\x04", ProblemCode.DAMAGED),
        (package({"readme.txt": "hello"}), ProblemCode.DAMAGED),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(data: bytes, code: ProblemCode):
    assert refused(data).code == code


def test_an_encrypted_document_asks_for_one_without_password():
    stream = "EncryptedPackage".encode("utf-16-le")
    error = refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + stream)
    assert error.code == ProblemCode.ENCRYPTED
    assert "password" in str(error)


def test_links_to_the_outside_are_not_followed():
    link = '<w:altChunk r:id="https://example.com/terms.docx"/>'
    outside = RELATIONS.replace("officeDocument", "aFChunk").replace(
        'Target="word/document.xml"', 'Target="https://example.com/" TargetMode="External"'
    )
    document = f"<w:document {DECLARED}><w:body>{link}{p('Here.')}</w:body></w:document>"
    parts = {
        "_rels/.rels": RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": outside,
    }
    assert texts(read(package(parts))) == ["Here."]
