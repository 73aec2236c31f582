"""What comes back: answers of the vendor, the next version of the deck, the same matter again."""

from __future__ import annotations

import json

import pytest

from claimlint.web.desk import laid
from claimlint.web.matterfile import MatterFile
from claimlint.web.review import keep_decision
from tests.web.served import SETTINGS
from tests.web.test_running import finished

OLD = b"# Desk\n\nIt closes tickets with human review.\n\nIt answers questions.\n"
NEW = b"# Desk\n\nIt closes tickets without human intervention.\n\nIt answers questions.\n"
TOLD = {"state": "dismissed", "reason": "Not us.", "owner": "Ada", "until": "2027-01-31"}


@pytest.fixture(scope="module")
def asked(served) -> dict[str, object]:
    """Read a deck and return the row of its first claim."""
    desk = served.desk
    desk.store.add("new.md", NEW)
    desk.runner.start()
    finished(desk.runner)
    assert desk.runner.result is not None
    return {"fingerprint": desk.runner.result.report.findings[0].fingerprint}


def test_a_questionnaire_that_comes_back_is_judged(served, client, asked):
    form = client.get("/api/download/questions.csv").body
    desk = served.desk
    paper = desk.store.add("questionnaire.csv", form)
    assert paper.role == "answers"
    desk.runner.start()
    told = [row["what"] for row in finished(desk.runner)]
    assert "answers" in told
    found = client.get("/api/report").json()["answers"]
    assert found["questions"]
    assert found["summary"]["open"] == len(found["questions"])
    names = [each["name"] for each in client.get("/api/report").json()["downloads"]]
    assert "next-questions.xlsx" in names
    desk.store.remove(paper.id)


def test_a_questionnaire_is_known_under_any_name(served, client, asked):
    form = client.get("/api/download/questions.xlsx").body
    desk = served.desk
    papers = [
        desk.store.add(name, data) for name, data in (("halden.xlsx", form), ("x.xlsx", b"-"))
    ]
    assert [paper.role for paper in papers] == ["guess", "guess"]
    desk.runner.start()
    assert "answers" in [row["what"] for row in finished(desk.runner)]
    assert [desk.store.paper(paper.id).role for paper in papers] == ["answers", "guess"]
    for paper in papers:
        desk.store.remove(paper.id)


def test_what_only_its_name_makes_a_questionnaire_is_read_as_the_paper_it_is(served, asked):
    desk = served.desk
    paper = desk.store.add("tender answers.md", b"It works without human intervention.")
    assert paper.role == "answers"
    desk.runner.start()
    assert finished(desk.runner)[-1]["what"] != "failed"
    assert desk.store.paper(paper.id).role == "guess"
    assert paper.name in [each.path for each in desk.runner.result.report.documents]
    desk.store.remove(paper.id)


def test_two_versions_stand_side_by_side(served, client, asked):
    old = served.desk.store.add("old.md", OLD)
    client.post(f"/api/papers/{old.id}?role=earlier")
    new = next(p for p in served.desk.store.papers() if p.name == "new.md")
    answer = client.get(f"/api/view/versions?old={old.id}&new={new.id}")
    assert answer.status == 200
    assert "without human intervention" in answer.text
    assert "with human review" in answer.text
    assert client.get(f"/api/view/versions?old=p99&new={new.id}").status == 400


def test_a_decision_is_kept_in_the_file_of_the_matter_for_the_next_version(tmp_path):
    kept = tmp_path / "acme.sqlite"
    with laid(SETTINGS, kept) as desk:
        desk.store.add("deck.md", NEW)
        desk.runner.start()
        finished(desk.runner)
        assert desk.runner.result is not None
        keep_decision(desk, desk.runner.result.report.findings[0].fingerprint, TOLD)
    with laid(SETTINGS, kept) as desk:
        desk.store.add("deck-2.md", b"# Another head\n\nMore words.\n\n" + NEW)
        desk.runner.start()
        finished(desk.runner)
        assert desk.runner.result is not None
        rulings = [f.ruling for f in desk.runner.result.report.findings if f.ruling]
        assert [ruling.reason for ruling in rulings] == ["Not us."]


def test_what_one_desk_exports_another_takes(tmp_path):
    one, other = MatterFile(tmp_path / "one"), MatterFile(tmp_path / "other")
    text = json.dumps(
        {
            "schema": "claimlint-desk/1",
            "decisions": [{"fingerprint": "1:a", **TOLD}],
            "work": [{"fingerprint": "1:a", "assigned": "Bo", "note": "x"}],
        }
    )
    assert one.take(text) == 2
    assert other.take(one.dump()) == 2
    assert other.dump() == one.dump()
    one.close()
    other.close()
