"""Paths become files: folders walked, links left alone, each file in its matter, none lost."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimlint.settings import Settings
from claimlint.steps.inputs import Inputs, gather, inputs_of, kinds_of

SUFFIXES = frozenset({".txt", ".md"})
NOT_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x", encoding="utf-8")


def gathered(*paths: str, same_matter: bool = False) -> Inputs:
    return gather([Path(path) for path in paths], SUFFIXES, same_matter=same_matter)


def names(inputs: Inputs) -> list[str]:
    return [file.name for file in inputs.files]


def test_files_come_in_the_order_of_the_call_and_folders_sorted(here):
    plant("z.txt", "papers/b.md", "papers/a.txt", "papers/sub/c.txt", "papers/Sub2/d.TXT")
    assert names(gathered("z.txt", "papers")) == [
        "z.txt",
        "papers/a.txt",
        "papers/b.md",
        "papers/Sub2/d.TXT",
        "papers/sub/c.txt",
    ]


def test_a_file_that_is_named_twice_is_read_once(here):
    plant("papers/a.txt")
    assert names(gathered("papers/a.txt", "papers", "./papers/a.txt")) == ["papers/a.txt"]


def test_a_file_that_goes_by_two_names_is_read_once_under_the_first(here):
    plant("papers/a.txt", "other/b.txt")
    whole = (here / "papers").as_posix()
    twice = gathered("papers/a.txt", whole, "other/../papers", f"{whole}/a.txt")
    assert names(twice) == ["papers/a.txt"]


@NOT_WINDOWS
def test_a_folder_that_a_link_leads_to_is_no_other_one(here):
    plant("papers/a.txt", "elsewhere/papers/a.txt")
    Path("link").symlink_to("elsewhere/papers")
    both = ["papers/a.txt", "link/a.txt"]
    assert names(gathered("papers", "link", "elsewhere/papers")) == both
    assert names(gathered("papers", "link/../papers")) == ["papers/a.txt", "link/../papers/a.txt"]


def test_a_dot_tells_a_file_from_standard_input(here):
    settings = Settings(today=date(2026, 11, 23))
    (missing,) = inputs_of(["./-"], settings).files
    assert (missing.name, missing.fault) == ((here / "-").as_posix(), "no such file or folder")
    plant("-")
    (file,) = inputs_of(["./-"], settings).files
    assert file.where == here / "-"


def test_a_named_file_of_an_unknown_kind_stays_so_that_it_can_be_told(here):
    plant("data.xyz", ".hidden.txt")
    assert names(gathered("data.xyz", ".hidden.txt")) == ["data.xyz", ".hidden.txt"]


@pytest.mark.parametrize(
    ("path", "fault"),
    [("gone.txt", "no such file or folder"), ("gone/deep.txt", "no such file or folder")],
)
def test_a_path_that_does_not_exist_says_so(here, path, fault):
    (file,) = gathered(path).files
    assert (file.fault, file.where) == (fault, None)


@NOT_WINDOWS
def test_what_is_no_ordinary_file_says_so(here):
    os.mkfifo("pipe.txt")
    (file,) = gathered("pipe.txt").files
    assert file.fault == "not an ordinary file; pipe its text in and name it -"


@pytest.mark.parametrize("address", ["https://example.com/deck.pdf", "s3://papers/2026"])
def test_an_address_is_told_as_it_was_given(here, address):
    (file,) = gathered(address).files
    assert file.name == address
    assert "nothing is fetched" in file.fault


def test_a_file_without_permission_says_so(here, monkeypatch):
    plant("a.txt")
    monkeypatch.setattr(os, "access", lambda *_: False)
    (file,) = gathered("a.txt").files
    assert file.fault == "may not be read (permission denied)"


def test_a_folder_passes_over_what_is_hidden_foreign_or_installed_and_counts_it(here):
    plant("papers/a.txt", "papers/.hidden.txt", "papers/data.xyz", "papers/.git/b.txt")
    plant("papers/node_modules/c.txt", "papers/__pycache__/d.txt", "papers/~$a.txt")
    inputs = gathered("papers")
    assert names(inputs) == ["papers/a.txt"]
    assert sorted(inputs.passed_over) == ["", "", "", "", "", ".xyz"]


@NOT_WINDOWS
def test_links_in_a_folder_are_not_followed(here):
    plant("papers/a.txt", "secret.txt", "elsewhere/b.txt")
    Path("papers/link.txt").symlink_to(here / "secret.txt")
    Path("papers/folder").symlink_to(here / "elsewhere")
    Path("papers/round").symlink_to(here / "papers")
    inputs = gathered("papers")
    assert names(inputs) == ["papers/a.txt"]
    assert inputs.passed_over == ("", "", "")


@NOT_WINDOWS
def test_a_link_that_is_named_is_followed(here):
    plant("papers/a.txt")
    Path("link").symlink_to(here / "papers")
    assert names(gathered("link")) == ["link/a.txt"]


def test_a_folder_without_a_file_to_read_is_told(here):
    plant("papers/data.xyz", "papers/claimlint.evidence.yaml")
    assert gathered("papers").empty == (("papers", " (1 .xyz)"),)


def test_what_is_passed_over_is_told_by_its_kinds():
    kinds = [f".k{number}" for number in range(7)]
    told = kinds_of([*kinds, ".k0", "", ""])
    assert told.startswith(" (2 .k0, 1 .k1, ")
    assert told.endswith(", 2 of further kinds, 2 hidden, linked, excluded or without a suffix)")
    assert kinds_of(()) == ""


def test_a_folder_that_cannot_be_listed_is_a_fault_and_not_silence(here, monkeypatch):
    plant("papers/a.txt", "papers/locked/b.txt")
    listed = os.scandir

    def scandir(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    faults = {file.name: file.fault for file in gathered("papers").files}
    assert faults == {
        "papers/locked": "may not be read (permission denied)",
        "papers/a.txt": None,
    }


def test_each_folder_is_a_matter_and_loose_files_are_one(here):
    plant("one/a.txt", "two/b.txt", "c.txt", "three/d.txt")
    inputs = gathered("one", "two", "c.txt", "three/d.txt")
    matters = {file.name: file.matter for file in inputs.files}
    assert matters["one/a.txt"] != matters["two/b.txt"]
    assert matters["c.txt"] == matters["three/d.txt"] not in ("one", "two")


def test_one_matter_for_all_where_asked(here):
    plant("one/a.txt", "two/b.txt", "c.txt", "one/claimlint.evidence.yaml")
    inputs = gathered("one", "two", "c.txt", same_matter=True)
    (matter,) = {file.matter for file in inputs.files}
    assert [of for of, _ in inputs.dossiers] == [matter]


def test_a_dossier_belongs_to_the_matter_that_it_lies_in(here):
    plant("one/a.txt", "one/sub/claimlint.evidence.yaml", "two/b.txt", "c.txt")
    plant("claimlint.evidence.yml")
    inputs = gathered("one", "two", "c.txt")
    assert names(inputs) == ["one/a.txt", "two/b.txt", "c.txt"]
    assert {path.as_posix(): matter for matter, path in inputs.dossiers} == {
        "one/sub/claimlint.evidence.yaml": "one",
        "claimlint.evidence.yml": inputs.files[2].matter,
    }


def test_a_dossier_beside_several_files_is_read_once(here):
    plant("a.txt", "b.txt", "claimlint.evidence.yaml")
    assert len(gathered("a.txt", "b.txt").dossiers) == 1


def test_standard_input_is_read_once_and_has_no_dossier_beside_it(here, monkeypatch):
    plant("claimlint.evidence.yaml")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"words")))
    inputs = gathered("-", "-")
    assert [(file.name, file.where) for file in inputs.files] == [("-", b"words")]
    assert inputs.dossiers == ()
