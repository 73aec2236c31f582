"""Paths that nobody may look at, that are too long, or that end in the wrong suffix."""

from __future__ import annotations

import pytest

from claimlint.machine import paths
from tests.cli.calls import AUTONOMY, TODAY, call, write

LONG = "n" * 300 + ".txt"
EDGE = "n" * 240 + ".txt"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("check", LONG), 3),
        (("check", "good.txt", "--format", f"json={LONG}"), 2),
        (("check", "good.txt", "--config", LONG), 2),
        (("annotate", LONG, "-o", "new.txt"), 2),
        (("annotate", "good.txt", "-o", LONG), 2),
        (("answers", LONG), 3),
        (("vendors", LONG, "."), 2),
    ],
)
def test_a_name_too_long_for_the_system_is_told_in_a_line(tmp_path, arguments, status):
    write(tmp_path, good_txt=AUTONOMY)
    called = call(*arguments, TODAY, cwd=tmp_path)
    assert called.status == status
    assert len((called.err or "one line\n").splitlines()) == 1


def test_a_path_too_long_to_be_looked_at_is_no_link(tmp_path):
    assert not paths.is_link(tmp_path / LONG)


def test_a_name_that_is_just_short_enough_is_checked(tmp_path):
    (tmp_path / EDGE).write_text(AUTONOMY, encoding="utf-8")
    assert call("check", EDGE, TODAY, cwd=tmp_path).status == 1


def test_what_may_not_be_looked_at_is_no_file_and_says_why(tmp_path, monkeypatch):
    def stat(path, **_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(type(tmp_path), "stat", stat)
    assert not paths.is_file(tmp_path)
    assert not paths.is_folder(tmp_path)
    assert not paths.exists(tmp_path)
    assert paths.unseen(tmp_path) == "permission denied"


def test_a_copy_must_not_be_named_as_another_format(tmp_path):
    write(tmp_path, good_txt=AUTONOMY)
    called = call("annotate", "good.txt", "-o", "new.pdf", TODAY, cwd=tmp_path)
    assert called.status == 2
    assert called.err == (
        "claimlint: --output new.pdf: the copy is text, not pdf; end it likewise\n"
    )
    assert not (tmp_path / "new.pdf").exists()


def test_suppressions_end_with_3_where_a_document_could_not_be_read(tmp_path):
    called = call("suppressions", "gone.md", TODAY, cwd=tmp_path)
    assert called.status == 3
    assert called.err == "claimlint: gone.md: no such file or folder\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("check", "round.md"), 3),
        (("suppressions", "round.md"), 3),
        (("baseline", "write", "round.md"), 3),
        (("vendors", "round.md", "."), 2),
    ],
)
def test_a_link_that_leads_round_in_a_circle_is_told(tmp_path, arguments, status):
    (tmp_path / "round.md").symlink_to("back.md")
    (tmp_path / "back.md").symlink_to("round.md")
    called = call(*arguments, TODAY, cwd=tmp_path)
    assert called.status == status
    assert "Traceback" not in called.err
    assert paths.real(tmp_path / "round.md").name in ("round.md", "back.md")


@pytest.mark.parametrize("arguments", [("init",), ("rules", "new", "autonomy.so-much")])
def test_a_file_that_cannot_be_written_to_its_end_is_not_left(tmp_path, monkeypatch, arguments):
    real = type(tmp_path).open

    def full(path, mode="r", **ways):
        file = real(path, mode, **ways)
        if mode == "x":
            monkeypatch.setattr(file, "flush", _no_space, raising=False)
        return file

    monkeypatch.setattr(type(tmp_path), "open", full)
    called = call(*arguments, *(["--folder=."] if arguments != ("init",) else []), cwd=tmp_path)
    assert called.status == 2
    assert called.err.endswith("cannot be written (No space left on device)\n")
    assert not list(tmp_path.rglob("*.yaml"))


def _no_space():
    raise OSError(28, "No space left on device")
