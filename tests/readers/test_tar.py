"""TAR archives: their papers are read as those of ZIP archives are, however they are packed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile

import pytest

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.file_types import suffix_of
from tests.readers.places import items, passages


def archive(*files: tuple[str, bytes], links: tuple[str, ...] = ()) -> bytes:
    """Return a TAR archive; links lead out of it."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as into:
        for name, content in files:
            told = tarfile.TarInfo(name)
            told.size = len(content)
            into.addfile(told, io.BytesIO(content))
        for name in links:
            told = tarfile.TarInfo(name)
            told.type, told.linkname = tarfile.SYMTYPE, "/etc/passwd"
            into.addfile(told)
    return data.getvalue()


FILES = (("acme/copy.md", b"# Head\n\nIt **works**.\n"), ("../page.html", b"<p>Alone</p>"))


@pytest.mark.parametrize("packed", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_the_papers_are_read_by_their_own_readers(packed):
    found = passages("tar", packed(archive(*FILES, links=("link.txt",))))
    assert [(p.location.label, p.text, p.location.member) for p in found] == [
        ("acme/copy.md: line 1", "Head", "acme/copy.md"),
        ("acme/copy.md: line 3", "It works.", "acme/copy.md"),
        ("page.html: line 1", "Alone", "page.html"),
    ]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.tar", ".tar"), ("room.TAR.GZ", ".tar"), ("b.tgz", ".tgz"), ("deck.pdf.gz", ".gz")],
)
def test_a_packed_archive_is_known_by_both_its_suffixes(name, suffix):
    assert suffix_of(name) == suffix


def test_an_archive_that_breaks_off_is_read_as_far_as_it_goes():
    whole = archive(("a.txt", b"It works."), ("b.txt", b"It learns. " * 900))
    for data in (whole[:5000], gzip.compress(whole)[:-12]):
        found = items("tar", data)
        told = [item.code for item in found if isinstance(item, Problem)]
        assert told[0] is ProblemCode.DAMAGED_PART
        assert next(item.text for item in found if isinstance(item, Passage)) == "It works."


@pytest.mark.parametrize(
    ("data", "code", "limits"),
    [
        (archive(), ProblemCode.EMPTY, {}),
        (b"no archive " * 100, ProblemCode.DAMAGED, {}),
        (gzip.compress(archive(*FILES))[:20] + b"x" * 50, ProblemCode.DAMAGED_PART, {}),
        (archive(*FILES), ProblemCode.TOO_MANY_PARTS, {"parts": 1}),
        (gzip.compress(archive(("a.txt", b"a" * 40_000_000))), ProblemCode.TOO_LARGE, {}),
    ],
    ids=["empty", "text", "damaged", "many", "bomb"],  # the time stands in what gzip writes
)
def test_what_is_no_archive_or_beyond_the_limits_is_refused(data, code, limits):
    with pytest.raises(UnreadableFile) as refused:
        items("tar", data, **limits)
    assert refused.value.code == code
