"""Files that cannot be read are named with the reason; the others are still reported."""

from __future__ import annotations

import json

import pytest

from claimlint.datafiles import data_folder
from tests.build.compound import compound
from tests.build.office import package
from tests.build.pdf import lines, pdf, picture, titled
from tests.cli.calls import AUTONOMY, TODAY, Called, call, write

FAULTS = {
    "gone.docx": "no such file or folder",
    "data.xyz": "no reader for this kind of file",
    "hero.tsx": "words inside source code are not read; check the built page",
    "empty.pptx": "the file is empty",
    "locked.docx": "password",
    "locked.pdf": "password",
    "cut.pptx": "directory is damaged",
    "scan.pdf": "no text was found (page 1: only a picture",
    "noise.pdf": "not a PDF that can be opened",
    "noise.txt": "holds no text",
    "not-office.docx": "holds no Word document",
}


def bad_files() -> dict[str, bytes]:
    deck = (data_folder("examples") / "deck.pptx").read_bytes()
    return {
        "data.xyz": b"1;2",
        "hero.tsx": b"<h1>1</h1>",
        "empty.pptx": b"",
        "locked.docx": compound({"EncryptedPackage": b"x"}),
        "locked.pdf": pdf(lines("Works alone."), password="secret"),
        "cut.pptx": deck[:3000],
        "scan.pdf": pdf(titled("Scan 12", "By the copier", picture())),
        "noise.pdf": bytes(range(256)) * 9,
        "noise.txt": bytes(range(256)) * 9,
        "not-office.docx": package({"a.txt": "hello"}),
    }


@pytest.fixture(scope="module")
def checked(tmp_path_factory) -> Called:
    folder = tmp_path_factory.mktemp("bad")
    for name, data in bad_files().items():
        (folder / name).write_bytes(data)
    write(folder, good_txt=AUTONOMY)
    return call("check", *FAULTS, "good.txt", "--format", "json", TODAY, cwd=folder)


def test_the_status_is_3_and_each_is_named_once_on_standard_error(checked):
    assert checked.status == 3
    told = dict(
        line.removeprefix("claimlint: ").split(": ", 1) for line in checked.err.split("\n")[:-1]
    )
    assert list(told) == list(FAULTS)
    assert {name: told[name] for name, part in FAULTS.items() if part not in told[name]} == {}


def test_the_others_are_still_reported(checked):
    documents = json.loads(checked.out)["documents"]
    assert [document["path"] for document in documents] == [*FAULTS, "good.txt"]
    assert [d["status"] for d in documents] == ["unreadable"] * len(FAULTS) + ["read"]
    assert [f["category"] for f in documents[-1]["findings"]] == ["autonomy"]


def test_the_text_report_names_them_in_place_and_again_in_the_answer(tmp_path):
    write(tmp_path, good_txt=AUTONOMY, data_xyz="1")
    called = call("check", "gone.md", "good.txt", "data.xyz", TODAY, cwd=tmp_path)
    assert (called.status, called.err) == (3, "")
    assert "gone.md  could not be read\n  not read: no such file or folder\n" in called.out
    assert "Not read, or only in part: gone.md, data.xyz\n" in called.out
    assert "«without human intervention»" in called.out


def test_unreadable_goes_before_findings_and_is_not_excused(tmp_path):
    write(tmp_path, good_txt=AUTONOMY)
    status = call("check", "good.txt", "gone.md", "--exit-zero", TODAY, cwd=tmp_path).status
    assert status == 3


def test_a_page_without_words_is_named_and_stops_nothing(tmp_path):
    write(tmp_path, _index_md="---\nlayout: list\n---\n", good_md="Our trees grow.")
    called = call("check", ".", TODAY, cwd=tmp_path)
    assert called.status == 0
    assert "_index.md  marketing · 0 claims · partly read\n  not read: no text" in called.out
    assert call("baseline", "write", ".", cwd=tmp_path).status == 0
    assert call("check", ".", "--fail-on-partly-read", TODAY, cwd=tmp_path).status == 3


@pytest.mark.parametrize("name", ["_index.md", "cta.html", "notes.txt", "i18n.po", "en.json"])
@pytest.mark.parametrize("words", [b"", b" \r\n\n"])
def test_an_empty_text_is_named_and_stops_nothing(tmp_path, name, words):
    (tmp_path / name).write_bytes(words)
    write(tmp_path, good_md="Our trees grow.")
    called = call("check", name, ".", TODAY, cwd=tmp_path)
    assert called.status == 0
    assert f"{name}  " in called.out
    assert "partly read\n  not read: the file is empty\n" in called.out
    assert called.out.count("not read: ") == 1
    assert f"Not read, or only in part: {name}\n" in called.out
    piped = call("check", "-", "--stdin-filename", name, TODAY, cwd=tmp_path, stdin=words)
    assert piped.status == 0
    assert call("check", name, "--fail-on-partly-read", TODAY, cwd=tmp_path).status == 3


def test_extract_names_them_too(tmp_path):
    write(tmp_path, good_txt=AUTONOMY)
    (tmp_path / "empty.docx").touch()
    called = call("extract", "empty.docx", "good.txt", "--format=json", cwd=tmp_path)
    assert (called.status, called.err) == (3, "claimlint: empty.docx: the file is empty\n")
    assert [json.loads(line)["text"] for line in called.out.splitlines()] == [AUTONOMY.strip()]


def test_names_that_would_steer_the_terminal_are_shown_harmless(tmp_path):
    called = call("check", "a\x1b[31m\n\u202ered.txt", "--output", "report.txt", cwd=tmp_path)
    assert called.status == 3
    assert called.err == "claimlint: a·[31m ·red.txt: no such file or folder\n"


@pytest.mark.parametrize("option", ["--output=report.json", "--format=json"])
def test_a_name_that_is_no_unicode_is_reported(tmp_path, option):
    name = "odd\udcff.txt"
    (tmp_path / name).write_text(AUTONOMY, encoding="utf-8")
    called = call("check", name, option, TODAY, cwd=tmp_path)
    report = called.out or (tmp_path / "report.json").read_text(encoding="utf-8")
    assert called.status == 1
    assert "odd?.txt" in report or "odd·.txt" in report


def test_extract_tells_what_it_passed_over_in_a_folder(tmp_path):
    room = tmp_path / "room"
    room.mkdir()
    (room / "good.txt").write_text("It works.\n")
    (room / "mail.pst").write_bytes(b"x")
    called = call("extract", "room", cwd=tmp_path)
    assert called.status == 0
    assert "1 file, folder or link of the folders was passed over (1 .pst)" in called.err
    assert call("extract", "room/good.txt", cwd=tmp_path).err == ""
