"""What only tells how a file was read is a note; what was not read is called that."""

from __future__ import annotations

from tests.build.pdf import lines, pdf
from tests.cli.calls import TODAY, call


def test_a_repaired_file_has_a_note_and_nothing_unread(tmp_path):
    whole = pdf(lines("It works alone."))
    broken = whole[: whole.rindex(b"trailer")].replace(b"/Type/Pages", b"/Type/Nothing")
    (tmp_path / "deck.pdf").write_bytes(broken)
    told = call("check", "deck.pdf", TODAY, cwd=tmp_path).out
    assert "note: damaged; its pages were found without its table of contents" in told
    assert "not read: damaged" not in told
