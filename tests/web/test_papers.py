"""Papers lie in a private folder, under names that stay in it, and no larger than agreed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from claimlint.datafiles import data_folder
from claimlint.web import papers as routes
from claimlint.web.desk import laid
from claimlint.web.roles import PaperRole, guessed
from claimlint.web.store import safe_name
from tests.web.served import SETTINGS
from tests.web.test_running import finished

CLAIM = b"It closes every ticket without human intervention.\n"


@pytest.fixture(autouse=True)
def cleared(desk):
    yield
    desk.store.clear()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("a/b.txt", "a/b.txt"),
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\x\\deck.pptx", "C_/Users/x/deck.pptx"),
        ("/etc/passwd", "etc/passwd"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("..", "paper"),
        ("", "paper"),
        (".hidden", "hidden"),
        ("x" * 300 + ".txt", "x" * 96 + ".txt"),
    ],
)
def test_a_name_stays_below_the_folder(sent, kept):
    assert safe_name(sent) == kept


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Master Services Agreement.docx", PaperRole.CONTRACT),
        ("pitch.pptx", PaperRole.DECK),
        ("q3.pptx", PaperRole.DECK),
        ("evidence/claimlint.evidence.yaml", PaperRole.EVIDENCE),
        ("model-card.pdf", PaperRole.EVIDENCE),
        ("questionnaire answers.xlsx", PaperRole.ANSWERS),
        ("Schedule 4 technical response.xlsx", PaperRole.GUESS),
        ("notes.txt", PaperRole.GUESS),
        ("photo.heic", PaperRole.ASIDE),
        ("contract/pitch.pptx", PaperRole.DECK),
        ("contracts/signed.pdf", PaperRole.CONTRACT),
        ("bid with contract.zip", PaperRole.GUESS),
        ("RE terms.eml", PaperRole.GUESS),
    ],
)
def test_what_a_paper_is_is_guessed_by_its_name(name, role):
    assert guessed(name) is role


@pytest.mark.parametrize(
    ("name", "data", "role"),
    [
        ("package.json", b'{"name": "site", "version": "1.2"}', PaperRole.ASIDE),
        ("i18n/en.json", b'{"hero": "Closes every ticket by itself"}', PaperRole.ASIDE),
        ("prices.yaml", b"- plan: one\n", PaperRole.ASIDE),
        ("acme.yaml", b'claimlint_evidence: "0.1"\n', PaperRole.EVIDENCE),
        ("bom.json", b'{"bomFormat": "CycloneDX"}', PaperRole.EVIDENCE),
        ("our evidence.yaml", b"vendor: {name: Acme}\n", PaperRole.EVIDENCE),
    ],
)
def test_data_is_evidence_where_it_or_its_name_says_so(name, data, role):
    assert guessed(name, data) is role


def test_dropped_papers_keep_their_folders_and_can_be_told_apart(client):
    client.drop(("a/notes.txt", CLAIM), ("b/notes.txt", CLAIM))
    state = client.drop(("a/notes.txt", b"Another text.\n")).json()
    assert [paper["name"] for paper in state["papers"]] == [
        "a/notes.txt",
        "b/notes.txt",
        "a/notes (2).txt",
    ]


def zipped(**files: bytes) -> bytes:
    """Return an archive of these files, each called by its name with a suffix and in a folder."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, data in files.items():
            into.writestr(f"bid/{name}.txt", data)
    return made.getvalue()


def test_an_archive_comes_to_lie_there_as_its_papers(client):
    told = client.drop(("bid.zip", zipped(deck=CLAIM, contract=CLAIM))).json()
    named = [(paper["name"], paper["role"]) for paper in told["papers"]]
    assert named == [("bid/deck.txt", "deck"), ("bid/contract.txt", "contract")]


@pytest.mark.parametrize(
    "spoilt", [lambda data: data[:60], lambda data: data.replace(b"PK\x03", b"PK\x05")]
)
def test_an_archive_that_is_not_whole_stays_one_paper(client, spoilt):
    told = client.drop(("bid.zip", spoilt(zipped(deck=CLAIM)))).json()
    assert [paper["name"] for paper in told["papers"]] == ["bid.zip"]


def test_a_role_can_be_said_and_a_paper_taken_away(client, desk):
    id_ = client.drop(("notes.txt", CLAIM)).json()["papers"][0]["id"]
    assert client.post(f"/api/papers/{id_}?role=contract").json()["papers"][0]["role"] == "contract"
    assert client.post(f"/api/papers/{id_}?role=nonsense").status == 400
    assert client.delete(f"/api/papers/{id_}").json()["papers"] == []
    assert client.delete(f"/api/papers/{id_}").status == 400
    assert list(desk.store.folder.iterdir()) == []


def test_more_than_the_desk_holds_is_refused_in_one_line(client, desk):
    answer = client.drop(("large.txt", b"x" * 2_000_001))
    assert answer.status == 400
    assert answer.json()["error"] == "large.txt: the papers would be larger than 1 MB together"
    assert list(desk.store.folder.iterdir()) == []


def test_an_upload_that_says_it_is_too_large_is_not_read(client, monkeypatch):
    monkeypatch.setattr(routes, "MOST_BYTES", 10)
    monkeypatch.setattr(routes, "_OVERHEAD", 0)
    assert "larger than" in client.drop(("notes.txt", CLAIM)).json()["error"]


@pytest.mark.parametrize("body", [b"", b"--x\r\nnonsense", b"{}"])
def test_a_broken_upload_is_told_in_one_line(client, body):
    kind = "multipart/form-data; boundary=x"
    answer = client.post("/api/papers", body, content_type=kind)
    assert answer.status == 400
    assert "drop" in answer.json()["error"]


def test_a_full_disk_is_told_in_one_line(client, monkeypatch):
    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    answer = client.drop(("notes.txt", CLAIM))
    assert answer.json()["error"] == "notes.txt: cannot be kept (No space left on device)"


def test_closing_the_desk_deletes_every_paper_and_leaves_the_working_folder():
    before = Path.cwd()
    with laid(SETTINGS) as other:
        other.store.add("notes.txt", CLAIM)
        folder = other.store.folder
        assert (folder / "notes.txt").is_file()
        assert folder.parent.stat().st_mode & 0o077 == 0
    assert not folder.parent.exists()
    assert Path.cwd() == before


def test_a_dossier_that_is_set_aside_is_no_evidence_and_one_that_is_counts_once(client, desk):
    example = data_folder("examples") / "evidence" / "claimlint.evidence.yaml"
    client.drop(("copy.md", CLAIM), (example.name, example.read_bytes()))
    id_ = client.get("/api/desk").json()["papers"][1]["id"]

    def shown() -> set[str]:
        desk.runner.start()
        finished(desk.runner)
        assert desk.runner.result is not None
        matter = desk.runner.result.report.matters[0]
        assert len(matter.statements) <= 1
        return {field.document for item in matter.evidence for field in item.found}

    assert example.name in shown()
    client.post(f"/api/papers/{id_}?role=aside")
    assert example.name not in shown()
    client.post(f"/api/papers/{id_}?role=evidence")
    assert example.name in shown()
