"""Archives and mailboxes: their papers are read like attachments, and harm nobody."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from claimlint.document import Passage, Problem, ProblemCode
from claimlint.errors import UnreadableFile
from claimlint.file_types import paper_in
from tests.build.mail import mail
from tests.readers.places import items, passages


def archive(*files: tuple[str, str | bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file; names may repeat."""
    data = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(data, "w", packed) as into:
        warnings.simplefilter("ignore")
        for name, content in files:
            into.writestr(name, content)
    return data.getvalue()


def told(kind: str, data: bytes) -> list[tuple[str, str, str | None]]:
    return [(p.location.label, p.text, p.location.member) for p in passages(kind, data)]


def problems(data: bytes, **limits) -> list[Problem]:
    return [item for item in items("zip", data, **limits) if isinstance(item, Problem)]


def test_the_papers_of_an_archive_are_read_by_their_own_readers():
    data = archive(("acme/copy.md", "# Head\n\nIt **works**.\n"), ("page.html", "<p>Alone</p>"))
    assert told("zip", data) == [
        ("acme/copy.md: line 1", "Head", "acme/copy.md"),
        ("acme/copy.md: line 3", "It works.", "acme/copy.md"),
        ("page.html: line 1", "Alone", "page.html"),
    ]


def test_archives_in_archives_and_in_mails_are_read():
    inner = archive(("deep.txt", "Deepest words."))
    assert told("zip", archive(("in.zip", inner))) == [
        ("in.zip: deep.txt: line 1", "Deepest words.", "in.zip/deep.txt")
    ]
    assert told("eml", mail(files={"room.zip": inner}).as_bytes())[-1] == (
        "attachment room.zip: deep.txt: line 1",
        "Deepest words.",
        "room.zip/deep.txt",
    )


def test_a_file_whose_checksum_is_wrong_is_read_and_told():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as into:
        into.writestr("a.txt", "It never fails.")
    broken = data.getvalue().replace(b"never", b"nexer")
    assert [text for _, text, _ in told("zip", broken)] == ["It nexer fails."]
    (problem,) = problems(broken)
    assert problem.code is ProblemCode.DAMAGED_PART
    assert "checksum" in problem.message


def test_two_files_of_one_name_are_both_read():
    data = archive(("a.txt", "It works."), ("a.txt", "It fails."))
    assert [text for _, text, _ in told("zip", data)] == ["It works.", "It fails."]


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/root/a.txt", "root/a.txt"),
        ("..\\up\\a.txt", "up/a.txt"),
        ("./a.txt", "a.txt"),
    ],
)
def test_no_path_leads_out_of_the_archive(name, member):
    ((label, _, path),) = told("zip", archive((name, "It works.")))
    assert (label, path) == (f"{member}: line 1", member)


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_files_are_read_however_they_are_packed(packed):
    long = "It works alone, whatever comes in.\n\n" * 60_000
    data = archive(("a.txt", "It works."), ("b.txt", long), packed=packed)
    found = items("zip", data)
    assert {p.text for p in found} == {"It works.", "It works alone, whatever comes in."}
    broken = data[:46] + b"\0\0\0\0" + data[50:]
    assert problems(broken)[0].location.label == "a.txt"


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_of_another_packing_costs_itself_alone(packed):
    bomb = archive(("bomb.txt", b"a" * 40_000_000), ("a.txt", "It works."), packed=packed)
    found = items("zip", bomb)
    assert [p.code for p in found if isinstance(p, Problem)] == [ProblemCode.TOO_LARGE]
    assert [p.text for p in found if isinstance(p, Passage)] == ["It works."]


def test_what_a_folder_would_pass_over_is_told_in_one_line():
    others = [".git/a.txt", "node_modules/a.md", *(f"b{number}.csv" for number in range(20))]
    found = problems(
        archive(
            ("a.txt", "It works."),
            ("__MACOSX/._a.txt", "x"),
            ("b/~$a.docx", "x"),
            *((name, "x") for name in others),
        )
    )
    assert [(p.code, p.message.rpartition(": ")[2]) for p in found] == [
        (ProblemCode.UNSUPPORTED_PART, f"{', '.join(others[:20])} and 2 more")
    ]


def test_a_bomb_costs_itself_alone():
    bomb = archive(("bomb.txt", b"a" * 40_000_000), ("a.txt", "It works."))
    found = items("zip", bomb)
    assert [p.code for p in found if isinstance(p, Problem)] == [ProblemCode.TOO_LARGE]
    assert [p.text for p in found if isinstance(p, Passage)] == ["It works."]


def test_all_files_together_unpack_to_no_more_than_the_limit():
    data = archive(*((f"{n}.txt", "word " * 40) for n in range(9)), ("z.txt", "Last."))
    assert [p.code for p in problems(data, unpacked=1_000)] == [ProblemCode.TOO_LARGE]


def test_nesting_ends_at_the_limit():
    data = archive(("a.txt", "Deep."))
    for _ in range(4):
        data = archive(("in.zip", data))
    assert [p.code for p in problems(data, depth=2)] == [ProblemCode.TOO_DEEP]


def test_files_under_a_password_are_told_each():
    data = bytearray(archive(("a.txt", "It works.")))
    data[6] |= 1
    (problem,) = problems(bytes(data))
    assert (problem.code, problem.location.label) == (ProblemCode.ENCRYPTED, "a.txt")


def test_an_archive_without_its_directory_is_searched():
    data = archive(("a.txt", "It works."), ("b.txt", "It fails."))
    found = items("zip", data[: data.index(b"PK\x01\x02")])
    assert [p.code for p in found if isinstance(p, Problem)] == [ProblemCode.SALVAGED]
    assert [p.text for p in found if isinstance(p, Passage)] == ["It works.", "It fails."]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (archive(), ProblemCode.EMPTY),
        (b"PK\x03\x04 but no more", ProblemCode.DAMAGED),
    ],
)
def test_an_archive_with_nothing_in_it_is_refused(data, code):
    with pytest.raises(UnreadableFile) as refused:
        items("zip", data)
    assert refused.value.code == code


def test_an_archive_of_too_many_files_is_refused():
    with pytest.raises(UnreadableFile) as refused:
        items("zip", archive(*((f"{n}.txt", "x") for n in range(5))), parts=4)
    assert refused.value.code == ProblemCode.TOO_MANY_PARTS


FIRST = "From a@b Mon\nSubject: Offer\n\nIt works alone.\n\n>From here on it never sleeps.\n\n"
SECOND = "From c@d Tue\nSubject: Second\n\nFrom the start: it decides.\n\nFrom now on: it learns.\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_mailbox_is_its_mails(ends):
    assert told("mbox", (FIRST + SECOND).replace("\n", ends).encode()) == [
        ("mail 1: subject", "Offer", "mail 1.eml"),
        ("mail 1: line 3", "It works alone.", "mail 1.eml"),
        ("mail 1: line 5", "From here on it never sleeps.", "mail 1.eml"),
        ("mail 2: subject", "Second", "mail 2.eml"),
        ("mail 2: line 3", "From the start: it decides.", "mail 2.eml"),
        ("mail 2: line 5", "From now on: it learns.", "mail 2.eml"),
    ]


def test_a_file_without_a_mail_is_no_mailbox():
    with pytest.raises(UnreadableFile):
        items("mbox", "Just a text.\n")


@pytest.mark.parametrize(
    ("member", "paper"),
    [
        (None, None),
        ("legal/msa.docx", "legal/msa.docx"),
        ("legal/msa.docx/embedded.xlsx", "legal/msa.docx"),
        ("mail 1.eml/room.zip/legal/msa.docx/table.xlsx", "mail 1.eml/room.zip/legal/msa.docx"),
        ("mail 1.eml", "mail 1.eml"),
    ],
)
def test_what_is_embedded_in_a_paper_belongs_to_it(member, paper):
    assert paper_in(member) == paper
