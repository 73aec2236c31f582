"""What a run wrote is written again where nothing that it read has changed, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint import session
from claimlint.steps.events import Done
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, Called, call
from tests.evidence.test_dossier import ACCURACY, HEAD

DOSSIER = HEAD + ACCURACY
SIDECAR = """[[ignore]]
fingerprint = "0000000000000000"
reason = "known"
owner = "Ann"
until = "2027-01-01"
evidence = "memo 3"
"""
RECORD = (
    '{"fingerprint": "1:0", "state": "accepted", "reason": "r", "owner": "o",'
    ' "until": "2027-01-01", "evidence": "e"}\n'
)


class Room:
    """A folder of papers that is checked again and again."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.runs = 0
        run = session.run

        def counted(*given, **options):
            self.runs += 1
            return run(*given, **options)

        patch.setattr(session, "run", counted)

    def write(self, name: str, text: str) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def check(self, *arguments: str) -> Called:
        where = {"CLAIMLINT_CACHE_DIR": str(self.home.parent / "cache")}
        return call("check", *(arguments or ("room",)), TODAY, cwd=self.home, **where)

    def runs_anew(self, *arguments: str) -> bool:
        """Tell whether a call runs anew, and not another time after that; it tells the truth."""
        arguments = arguments or ("room",)
        before = self.runs
        told = self.check(*arguments)
        anew = self.runs > before
        assert told == self.check(*arguments)
        assert self.runs == before + anew
        assert not anew or told == self.check(*arguments, "--no-cache")
        return anew


@pytest.fixture
def room(tmp_path, monkeypatch) -> Room:
    room = Room(tmp_path / "home", monkeypatch)
    room.write("room/deck.txt", AUTONOMY)
    room.write("room/site.html", f"<p>{CLEAN}</p>")
    room.check()
    return room


def test_nothing_runs_anew_where_nothing_has_changed(room):
    assert not room.runs_anew()
    deck = room.home / "room" / "deck.txt"
    deck.touch()
    assert not room.runs_anew()


CHANGES = {
    "a paper changes": lambda room: room.write("room/deck.txt", AUTONOMY * 2),
    "a paper is added": lambda room: room.write("room/more.md", CLEAN),
    "a paper goes": lambda room: (room.home / "room/site.html").unlink(),
    "a paper is renamed": lambda room: (room.home / "room/deck.txt").rename(
        room.home / "room/pitch.txt"
    ),
    "a file that nobody reads is added": lambda room: room.write("room/logo.svg", "<svg/>"),
    "a dossier comes": lambda room: room.write("room/claimlint.evidence.yaml", DOSSIER),
    "a sidecar comes": lambda room: room.write("room/deck.txt.claimlint.toml", SIDECAR),
    "a configuration comes": lambda room: room.write("claimlint.toml", 'profile = "vendor"\n'),
    "a record comes": lambda room: room.write("claimlint.decisions.jsonl", RECORD),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_run_is_made_anew_where(room, change):
    CHANGES[change](room)
    assert room.runs_anew()


LATER = {
    "room/claimlint.evidence.yaml": (DOSSIER, DOSSIER.replace("Lab Y", "Lab Z")),
    "room/deck.txt.claimlint.toml": (SIDECAR, SIDECAR.replace("Ann", "Bob")),
    "claimlint.toml": ('profile = "vendor"\n', 'profile = "buyer"\nkind = "contract"\n'),
    "claimlint.decisions.jsonl": (RECORD, RECORD.replace('"1:0"', '"1:1"')),
}


@pytest.mark.parametrize("name", LATER)
def test_a_run_is_made_anew_where_what_it_read_changes_or_goes(room, name):
    first, second = LATER[name]
    room.write("claimlint.toml", 'profile = "vendor"\n')  # who obeys what lies beside the papers
    room.write(name, first)
    room.check()
    path = room.write(name, second)
    assert room.runs_anew()
    path.unlink()
    assert room.check() == room.check("room", "--no-cache")


def test_a_file_that_a_dossier_vouches_for_is_part_of_it(room):
    vouched = DOSSIER.replace("access: public", f'access: public, sha256: "{"0" * 64}"')
    room.write("room/claimlint.evidence.yaml", vouched)
    assert room.runs_anew()
    room.write("room/acc-q3.txt", CLEAN)
    assert "is another file" in room.check().err


def test_another_call_is_another_run(room):
    assert room.runs_anew("room", "--full")
    assert room.runs_anew("room", "--format", "json")
    assert room.runs_anew("room/deck.txt")
    assert room.runs_anew("room", "--exit-zero")


def test_rules_of_the_house_are_part_of_it(room):
    rule = (Path(__file__).parents[2] / "rules/claims/market-position").glob("*.yaml")
    text = sorted(rule)[0].read_text(encoding="utf-8")
    room.write("claimlint.toml", 'rule-folders = ["house"]\n')
    own = room.write(
        "house/claims/market-position/own.yaml",
        text.replace("id: market-position.", "id: market-position.our-"),
    )
    assert room.runs_anew()
    own.write_text(own.read_text(encoding="utf-8").replace("says: ", "says: Now ", 1))
    assert room.runs_anew()


def test_reports_are_written_to_their_files_again(room):
    arguments = ("room", "--format", "json=out.json", "--format", "text")
    assert room.runs_anew(*arguments)
    written = (room.home / "out.json").read_bytes()
    (room.home / "out.json").unlink()
    assert not room.runs_anew(*arguments)
    assert (room.home / "out.json").read_bytes() == written


def test_a_paper_that_changes_while_it_is_checked_is_not_kept(room, monkeypatch):
    deck = room.home / "room" / "deck.txt"
    deck.write_text(AUTONOMY * 2)
    run = session.run

    def changing(*given, **options):
        for event in run(*given, **options):
            if isinstance(event, Done):
                deck.write_text(CLEAN)
            yield event

    monkeypatch.setattr(session, "run", changing)
    room.check()
    monkeypatch.setattr(session, "run", run)
    assert "0 claims" in room.check().out.splitlines()[0]


def test_another_width_is_another_run(room):
    where = {"CLAIMLINT_CACHE_DIR": str(room.home.parent / "cache")}
    narrow = call("check", "room", TODAY, cwd=room.home, COLUMNS="60", **where)
    assert max(map(len, narrow.out.splitlines())) <= 60
    assert room.runs == 2
