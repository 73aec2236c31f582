"""Damaged, locked and hostile files: one clear word, and what can be read is read."""

from __future__ import annotations

import random
import zlib
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Limits, PageDone, Source
from claimlint.readers.pdf import file as reader
from claimlint.readers.pdf import pages
from claimlint.readers.pdf.opening.streams import check_streams
from tests.build.pdf import HELVETICA, lines, one_page, pdf, raw, stream, titled

HELLO = b"BT /F1 10 Tf 40 540 Td (Hello there.) Tj ET"


def items(data: bytes, limits: Limits | None = None) -> list[Item]:
    return list(reader.read(Source(path="deck.pdf", data=data, limits=limits or Limits())))


def texts(data: bytes) -> list[str]:
    return [i.text for i in items(data) if isinstance(i, Passage)]


def problems(data: bytes, limits: Limits | None = None) -> list[ProblemCode]:
    return [i.code for i in items(data, limits) if isinstance(i, Problem)]


def test_a_password_is_told_with_what_to_do():
    with pytest.raises(UnreadableFile, match="needs a password; save a copy") as error:
        items(pdf(lines("Secret."), password="secret"))
    assert error.value.code == ProblemCode.ENCRYPTED


def test_an_empty_password_opens_the_file():
    assert texts(pdf(lines("Opens freely."), password="")) == ["Opens freely."]


def aes(key: bytes, data: bytes) -> bytes:
    encryptor = Cipher(algorithms.AES(key), modes.CBC(bytes(16))).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def owned(password: bytes, owner: bytes) -> bytes:
    """Return a page behind a 256-bit lock of revision 5; salts and vectors are zero."""
    key, salt = bytes(range(32)), bytes(8)
    user = sha256(password + salt).digest() + salt + salt
    own = sha256(owner + salt + user).digest()
    lock = b"<</Filter/Standard/V 5/R 5/Length 256/P -4/CF<</S<</CFM/AESV3/Length 32>>>>"
    lock += b"/StmF/S/StrF/S/U<%s>/UE<%s>/O<%s>/OE<%s>/Perms<00>>>" % (
        user.hex().encode(),
        aes(sha256(password + salt).digest(), key).hex().encode(),
        (own + salt + salt).hex().encode(),
        aes(own, key).hex().encode(),
    )
    padding = 16 - len(HELLO) % 16
    content = bytes(16) + aes(key, HELLO + bytes([padding]) * padding)
    data = one_page(b"@").replace(stream(b"@"), stream(content))
    return data.replace(b"trailer\n<<", b"trailer\n<</Encrypt %s/ID[<00><00>]" % lock)


def test_an_empty_password_of_the_owner_opens_the_file():
    data = owned(b"secret", b"")
    assert texts(data) == ["Hello there."]
    assert problems(data) == [ProblemCode.SECOND_READER]


def test_a_password_of_the_owner_is_asked_for():
    with pytest.raises(UnreadableFile, match="needs a password"):
        items(owned(b"secret", b"secret"))


def test_a_title_has_no_zero_bytes():
    assert texts(pdf(titled("Our\0 deck\0", "", lines("Hello.")))) == ["Our deck", "Hello."]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ProblemCode.EMPTY),
        (b"%PDF-1.7\n", ProblemCode.DAMAGED),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, ProblemCode.DAMAGED),
        (b"no pdf at all", ProblemCode.DAMAGED),
    ],
)
def test_what_cannot_be_opened_is_one_error(data, code):
    with pytest.raises(UnreadableFile) as error:
        items(data)
    assert error.value.code == code


def test_a_file_cut_short_is_salvaged():
    data = one_page(HELLO)
    data = data[: data.index(b"trailer")]
    assert texts(data) == ["Hello there."]


def test_a_file_without_its_catalogue_is_salvaged_by_its_pages():
    data = one_page(HELLO).replace(b"/Type/Catalog/Pages 2 0 R", b"/Nothing")
    assert texts(data) == ["Hello there."]
    assert problems(data) == [ProblemCode.SALVAGED]


def test_the_second_reader_reads_what_the_first_one_refuses(monkeypatch):
    monkeypatch.setattr(pages.Pages, "_first", lambda *_: None)
    data = pdf(lines("A wrapped paragraph of some length that", "goes on."))
    assert texts(data) == ["A wrapped paragraph of some length that\ngoes on."]
    assert problems(data) == [ProblemCode.SECOND_READER]


def test_both_readers_give_the_same_words_at_the_same_places(monkeypatch):
    data = pdf(lines("Autonomous agents handle work without", "human intervention.", size=11))
    (one,) = (i for i in items(data) if isinstance(i, Passage))
    monkeypatch.setattr(pages.Pages, "_first", lambda *_: None)
    (two,) = (i for i in items(data) if isinstance(i, Passage))
    assert one.text == two.text
    for first, second in zip(one.pieces, two.pieces, strict=True):
        assert first.box == pytest.approx(second.box, abs=1.5)


def test_a_page_that_cannot_be_read_costs_that_page_only():
    data = raw(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        stream(HELLO),
        HELVETICA,
    )
    assert texts(data) == ["Hello there."]
    assert problems(data) == [ProblemCode.DAMAGED_PART]


def test_pages_beyond_the_limit_are_told():
    data = pdf(lines("One."), lines("Two."), lines("Three."))
    found = items(data, Limits(pages=2))
    assert [i.text for i in found if isinstance(i, Passage)] == ["One.", "Two."]
    assert problems(data, Limits(pages=2)) == [ProblemCode.TOO_LARGE]
    assert [i.total for i in found if isinstance(i, PageDone)] == [3, 3]


def bomb(size: int, layers: int) -> bytes:
    content = HELLO + b" " * size
    for _ in range(layers):
        content = zlib.compress(content, 9)
    keys = b"/Filter[" + b"/FlateDecode" * layers + b"]"
    return one_page(b"@").replace(stream(b"@"), stream(content, keys))


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_stream_that_unpacks_beyond_the_limit_is_refused(layers):
    with pytest.raises(UnreadableFile) as error:
        items(bomb(30_000_000, layers), Limits(unpacked=20_000_000))
    assert error.value.code == ProblemCode.TOO_LARGE


def test_a_long_stream_within_the_limit_is_read():
    assert texts(bomb(300_000, 1)) == ["Hello there."]


def test_bytes_behind_the_end_of_a_packed_stream_do_no_harm():
    content = zlib.compress(random.Random(1).randbytes(10_000) * 300) + b"\r"
    data = one_page(b"@").replace(stream(b"@"), stream(content, b"/Filter/FlateDecode"))
    check_streams(Source(path="a.pdf", data=data))


def test_a_page_with_too_many_characters_is_cut_and_told(monkeypatch):
    monkeypatch.setattr("claimlint.readers.pdf.engines.pdfium.GLYPHS", 50)
    monkeypatch.setattr(pages, "GLYPHS", 50)
    assert ProblemCode.TOO_LARGE in problems(pdf(lines("word " * 30, size=3)))


def test_a_grid_of_too_many_lines_is_a_drawing():
    rules = b"".join(b"0 %d m 400 %d l S " % (y, y) for y in range(0, 600, 2))
    rules += b"".join(b"%d 0 m %d 600 l S " % (x, x) for x in range(0, 400, 2))
    assert texts(one_page(rules + HELLO)) == ["Hello there."]


def test_the_second_library_alone_reads_a_file_that_asks_for_it():
    source = Source(path="a.pdf", data=pdf(lines("No person is needed.")), second=True)
    told, passage, *_ = reader.read(source)
    assert (told.code, passage.text) == (ProblemCode.SECOND_READER, "No person is needed.")
