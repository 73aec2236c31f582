"""What git leaves out of a folder is passed over and counted; papers cannot say so themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimlint.machine.gitignore import Gitignore
from tests.cli.calls import AUTONOMY, TODAY, call

FILES = (
    "a.md",
    "build/b.md",
    "docs/build/c.md",
    "docs/keep.tmp.md",
    "docs/x.tmp.md",
    "docs/sub/d.md",
)
RULES = "build/\n*.tmp.md\n!keep.tmp.md\n!\n"


@pytest.fixture
def repository(tmp_path) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(AUTONOMY, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(RULES, encoding="utf-8")
    return tmp_path


def checked(folder: Path, *words: str, within: str = ".") -> tuple[set[str], list[str]]:
    called = call("check", *words, "-f", "json", TODAY, cwd=folder / within)
    report = json.loads(called.out)
    told = [n["message"] for n in report["notices"] if n["code"] == "passed-over"]
    return {document["path"] for document in report["documents"]}, told


def test_what_git_leaves_out_is_passed_over_and_counted_in_one_line(repository):
    read, (told,) = checked(repository, ".")
    assert read == {"a.md", "docs/keep.tmp.md", "docs/sub/d.md"}
    assert "3 by .gitignore" in told
    assert "--no-gitignore reads what .gitignore leaves out" in told


@pytest.mark.parametrize("way", ["option", "configuration", "isolated", "no repository"])
def test_all_of_it_can_be_read(repository, way):
    options = {"option": ["--no-gitignore"], "isolated": ["--isolated"]}.get(way, [])
    if way == "configuration":
        (repository / "claimlint.toml").write_text("gitignore = false\n", encoding="utf-8")
    elif way == "no repository":
        (repository / ".git").rmdir()
    read, told = checked(repository, ".", *options)
    assert read == set(FILES)
    assert not any("by .gitignore" in each for each in told)


def test_what_the_call_names_is_read(repository):
    assert checked(repository, "build", "docs/x.tmp.md")[0] == {"build/b.md", "docs/x.tmp.md"}
    assert checked(repository, "docs/build")[0] == {"docs/build/c.md"}


def test_the_files_above_the_working_folder_count(repository):
    assert checked(repository, ".", within="docs")[0] == {"keep.tmp.md", "sub/d.md"}
    assert checked(repository, "../docs", within="docs")[0] == {
        "../docs/keep.tmp.md",
        "../docs/sub/d.md",
    }


@pytest.mark.parametrize(("profile", "read"), [("buyer", True), ("legal", True), ("vendor", False)])
def test_a_file_among_the_papers_counts_for_their_vendor_alone(repository, profile, read):
    (repository / "docs" / ".gitignore").write_text("/sub\n", encoding="utf-8")
    found, _ = checked(repository, ".", f"--profile={profile}")
    assert ("docs/sub/d.md" in found) is read


def test_a_file_of_the_papers_decides_nothing_outside_the_repository(repository, tmp_path_factory):
    office = tmp_path_factory.mktemp("office")
    found, told = checked(office, str(repository), "--profile=vendor")
    assert len(found) == len(FILES)
    assert not any("by .gitignore" in each for each in told)


def test_a_folder_that_is_left_out_to_the_last_file_says_so(repository):
    (repository / ".gitignore").write_text("*.md\n", encoding="utf-8")
    called = call("check", ".", TODAY, cwd=repository)
    assert called.status == 2
    assert "(6 by .gitignore, " in called.err
    assert called.err.endswith("; --no-gitignore reads what it leaves out\n")


def test_the_nearest_file_that_says_anything_decides(repository, monkeypatch):
    monkeypatch.chdir(repository)
    (repository / "docs" / ".gitignore").write_text("!x.tmp.md\n", encoding="utf-8")
    here = repository.resolve()
    git = Gitignore(below=True)
    assert not git.names(here / "docs" / "x.tmp.md", folder=False)
    assert git.names(here / "x.tmp.md", folder=False)
