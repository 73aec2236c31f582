"""The passages of a long document are packed; who asks for one sees no difference."""

from __future__ import annotations

import pytest

from claimlint.cache.encoding import dumped, loaded
from claimlint.datafiles import data_folder
from claimlint.detect.detector import Detector
from claimlint.document import Document, Location, PackedPassages, Passage, Role
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.text.unit import PackedUnits
from claimlint.readers.assembly import Assembly
from claimlint.readers.interface import PageDone
from claimlint.rulebook.compiled.catalogue import load_kept
from claimlint.rulebook.load import load_book
from claimlint.values.packed import BLOCK
from claimlint.values.pieces import Boxed

SAID = (
    "What it does:",
    "The assistant answers 95% of questions without human review.",
    "The office opens at nine, and Clerkwell keeps the door.",
    "Never makes a mistake",
)


def passages(count: int) -> tuple[Passage, ...]:
    return tuple(passage(number) for number in range(count))


def passage(number: int) -> Passage:
    page = number // 20 + 1
    box = (40.0, 10.0 + number % 20, 90.5, 20.0 + number % 20)
    return Passage(
        text=f"{SAID[number % len(SAID)]} {number}",
        location=Location(label=f"page {page}", order=(page, number % 20), page=page, bbox=box),
        role=Role.BULLET if number % 4 else Role.PARAGRAPH,
        pieces=Boxed.of([(0, 3, box)]),
    )


@pytest.fixture(scope="module")
def plain() -> tuple[Passage, ...]:
    return passages(3 * BLOCK + 5)


@pytest.fixture(scope="module")
def packed(plain: tuple[Passage, ...]) -> PackedPassages:
    return PackedPassages.of(plain)


def test_packed_passages_read_like_others(plain, packed):
    assert len(packed) == len(plain)
    assert packed == plain
    assert packed[BLOCK] == plain[BLOCK]
    assert packed[-1] == plain[-1]
    assert packed[BLOCK - 2 : BLOCK + 2] == plain[BLOCK - 2 : BLOCK + 2]
    assert packed[:3] == plain[:3]
    assert PackedPassages.of(()) == ()
    assert PackedPassages.of(plain[:BLOCK]) == plain[:BLOCK]
    with pytest.raises(IndexError):
        packed[len(plain)]


def test_packed_passages_are_kept_as_they_are(packed):
    document = Document(path="a.pdf", format="pdf", sha256="0" * 64, passages=packed)
    again = loaded(Document, dumped(document)).passages
    assert isinstance(again, PackedPassages)
    assert again == packed


def test_only_many_passages_are_packed():
    most = 16 * 1024
    many = passages(most + 2 * BLOCK)
    for few in (many[:BLOCK], many[:most]):
        assert document(few).passages == few
        assert isinstance(document(few).passages, tuple)
    for count in (most + 1, most + BLOCK + 1, len(many)):
        long = document(many[:count])
        assert isinstance(long.passages, PackedPassages)
        assert long.passages == many[:count]
        assert (long.coverage.pages, long.coverage.parts) == (1, (("body", count),))


def document(read: tuple[Passage, ...]) -> Document:
    assembly = Assembly("a.pdf")
    for item in (*read, PageDone(1, 1)):
        assembly.add(item)
    return assembly.document("pdf", "0" * 64)


def test_the_same_is_found_in_packed_passages(plain, packed):
    detector = Detector(load_book(data_folder("rules")))
    found = detector.find(packed)
    assert len(found.claims) > BLOCK
    assert found == detector.find(plain)


def test_evidence_is_looked_for_in_the_same_units(plain, packed):
    rules = data_folder("rules")
    catalogue = load_kept(rules, load_book(rules).digest)
    short, long = (
        searched(Document(path="a.pdf", format="pdf", sha256="0" * 64, passages=each), catalogue)
        for each in (plain, packed)
    )
    assert isinstance(short.units, tuple)
    assert isinstance(long.units, PackedUnits)
    assert long.units == short.units
    assert [unit.index for unit in long.units] == list(range(len(long.units)))
