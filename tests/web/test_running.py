"""A run is told event by event; what it came to can be seen, decided on and taken away."""

from __future__ import annotations

import io
import re
import time
import zipfile

import pytest

from claimlint.web.check_runner import CheckRunner
from tests.build.office import docx, p
from tests.build.pdf import lines, pdf

COPY = b"# Desk\n\nIt closes every ticket without human intervention.\n\nIt answers 24/7.\n"
HOSTILE = (
    b"# <img src=x onerror=alert(1)>\n\n<script>alert(1)</script> It closes every ticket "
    b"without human intervention.\n\nIt \xe2\x80\xae works autonomously </script>.\n"
)


def long_pdf() -> bytes:
    """Return a PDF of thirty pages; the third says the first claim."""
    said = {3: "The agent closes every ticket without human intervention."}
    return pdf(
        *(lines(said.get(page, f"Page {page} is about the office.")) for page in range(1, 31))
    )


def finished(runner: CheckRunner) -> list[dict[str, object]]:
    """Wait for the run that goes on, and return what it told."""
    for _ in range(1200):
        if not runner.running:
            break
        time.sleep(0.05)
    return list(runner.log.since(runner.log.began))


@pytest.fixture(scope="module")
def read(served):
    """Read one small deck and a contract, and return what was told."""
    desk = served.desk
    desk.store.add("copy.md", COPY)
    clause = "The customer shall review each output before it is used."
    desk.store.add("agreement.docx", docx(p("Agreement"), p("1. Duties"), p(clause)))
    desk.runner.start()
    return finished(desk.runner)


@pytest.fixture
def report(read, client) -> dict[str, object]:
    return client.get("/api/report").json()


def first(report) -> dict[str, object]:
    return next(card for card in report["cards"] if card["category"] == "autonomy")


def test_a_run_tells_what_happens_in_order(read):
    told = [row["what"] for row in read]
    assert told[:2] == ["started", "reading"]
    assert told.index("claim") < told.index("assessed") < told.index("done")


def test_the_report_shows_claims_with_words_verdicts_and_places(report):
    card = first(report)
    assert card["words"] == "without human intervention"
    assert card["places"][0]["label"] == "line 3"
    assert card["needs"][0]["verdict_words"] == "missing"
    lines = [
        line["id"]
        for leaf in report["papers"][0]["leaves"]
        for b in leaf["blocks"]
        for line in b["lines"]
    ]
    assert card["places"][0]["line"] in lines


def test_no_path_of_the_machine_is_told(served, client, report):
    folder = str(served.desk.store.folder.parent)
    names = [each["name"] for each in report["downloads"]]
    assert len(names) > 15
    for path in ["/api/report", "/api/desk", "/api/view/label", "/api/view/contract"]:
        assert folder not in client.get(path).text
    for name in names:
        body = client.get(f"/api/download/{name}").body
        if body[:2] == b"PK":
            whole = zipfile.ZipFile(io.BytesIO(body))
            body = b"".join(whole.read(each) for each in whole.namelist())
        assert folder.encode() not in body, name


def test_every_download_is_a_file_that_no_browser_runs(client, report):
    for each in report["downloads"]:
        answer = client.get(f"/api/download/{each['name']}")
        assert (answer.status, bool(answer.body)) == (200, True), each
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["nothing", "..%2f..%2fetc%2fpasswd", "report.exe"])
def test_what_there_is_not_cannot_be_downloaded(client, report, name):
    assert client.get(f"/api/download/{name}").status in (400, 404)


def test_no_script_runs_in_a_page_that_is_framed(client, report):
    for name in ("label", "contract"):
        policy = client.get(f"/api/view/{name}").headers["content-security-policy"]
        assert policy.endswith("sandbox allow-top-navigation-by-user-activation")
        assert "script" not in policy


def test_places_in_a_framed_page_lead_back_to_lines_that_the_desk_shows(client, report):
    shown = {line for paper in report["papers"] for line in re.findall(r"d\d+p\d+", str(paper))}
    page = client.get("/api/view/contract").body.decode()
    linked = re.findall(r'<a href="/#line=(d\d+p\d+)" target="_top">', page)
    assert linked
    assert set(linked) <= shown


def test_a_decision_holds_at_once_and_can_be_withdrawn(client, report):
    fingerprint = first(report)["fingerprint"]
    told = {"state": "accepted", "reason": "Known.", "owner": "Ada", "until": "2027-01-31"}
    assert client.post(f"/api/decisions/{fingerprint}", told).status == 200
    held = client.get("/api/report").json()
    assert first(held)["ruling"]["owner"] == "Ada"
    assert held["tally"]["claims"] == report["tally"]["claims"] - 1
    assert client.delete(f"/api/decisions/{fingerprint}").status == 200
    assert first(client.get("/api/report").json())["ruling"] is None


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"state": "accepted"},
        {"state": "accepted", "reason": " ", "owner": "Ada", "until": "2027-01-31"},
        {"state": "accepted", "reason": "x", "owner": "Ada", "until": "soon"},
        {"state": "baseline", "reason": "x", "owner": "Ada", "until": "2027-01-31"},
        {"state": 7},
        [],
    ],
)
def test_a_decision_that_says_too_little_is_refused(client, report, told):
    answer = client.post(f"/api/decisions/{first(report)['fingerprint']}", told)
    assert answer.status == 400
    assert "\n" not in answer.json()["error"]


def test_nobody_decides_on_what_the_papers_do_not_hold(client, report):
    told = {"state": "accepted", "reason": "x", "owner": "Ada", "until": "2027-01-31"}
    assert client.post("/api/decisions/0000000000000000", told).status == 400
    assert client.post("/api/work/0000000000000000", {"note": "x"}).status == 400


def test_decisions_and_notes_go_out_and_come_in_again(client, report):
    fingerprint = first(report)["fingerprint"]
    told = {"state": "dismissed", "reason": "Not us.", "owner": "Ada", "until": "2027-01-31"}
    client.post(f"/api/decisions/{fingerprint}", told)
    client.post(f"/api/work/{fingerprint}", {"assigned": "Bo", "note": "Ask legal."})
    kept = client.get("/api/download/decisions.json").text
    client.delete(f"/api/decisions/{fingerprint}")
    client.post(f"/api/work/{fingerprint}", {"assigned": "", "note": ""})
    assert client.post("/api/work", kept).json()["taken"] >= 2
    held = client.get("/api/report").json()
    assert first(held)["ruling"]["state"] == "dismissed"
    assert client.get("/api/work").json()["work"][fingerprint]["note"] == "Ask legal."
    client.delete(f"/api/decisions/{fingerprint}")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"schema": "other"}', '{"schema": "claimlint-desk/1", "decisions": 7}']
)
def test_a_broken_import_is_told_in_one_line(client, report, text):
    assert client.post("/api/work", text).json()["error"].startswith("the imported file")


def test_a_hostile_paper_reaches_the_page_as_text_only(served, client, read):
    desk = served.desk
    desk.store.clear()
    desk.store.add('a"><script>.md', HOSTILE)
    desk.runner.start()
    finished(desk.runner)
    answer = client.get("/api/report")
    assert answer.headers["content-type"] == "application/json"
    assert "\u202e" not in answer.text
    assert "\\u202e" not in answer.text
    assert "<script>" not in client.get("/api/view/label").text
    for each in answer.json()["downloads"]:
        name = client.get(f"/api/download/{each['name']}").headers["content-disposition"]
        assert "<" not in name.replace("_", "")


def test_a_paper_that_cannot_be_read_is_told_and_the_others_are_read(served, client, read):
    desk = served.desk
    desk.store.clear()
    desk.store.add("broken.pdf", b"%PDF-1.7\nnothing")
    desk.store.add("copy.md", COPY)
    desk.runner.start()
    assert [row["what"] for row in finished(desk.runner)].count("done") == 1
    report = client.get("/api/report").json()
    assert report["papers"][0]["status"] == "unreadable"
    assert report["cards"]


def test_a_broken_dossier_is_told_in_one_line(served, read):
    desk = served.desk
    desk.store.clear()
    desk.store.add("copy.md", COPY)
    desk.store.add("claimlint.evidence.yaml", b"a: [\n")
    desk.runner.start()
    told = finished(desk.runner)[-1]
    assert told["what"] == "failed"
    assert str(told["message"]).startswith("claimlint.evidence.yaml:2: not valid YAML")


def test_the_first_claim_of_a_long_pdf_is_seen_before_page_ten(served, read):
    desk = served.desk
    desk.store.clear()
    desk.store.add("long.pdf", long_pdf())
    desk.runner.start()
    told = finished(desk.runner)
    glimpse = next(at for at, row in enumerate(told) if row["what"] == "glimpse")
    tenth = next(at for at, row in enumerate(told) if row.get("number") == 10)
    assert glimpse < tenth
    assert told[-1]["what"] in ("done", "pictures")


def test_a_run_that_is_stopped_leaves_what_the_last_one_came_to(served, client, read):
    runner = served.desk.runner
    before = runner.result
    served.desk.store.add("longer.pdf", long_pdf() + b" ")
    runner.start()
    told: tuple[dict[str, object], ...] = ()
    while runner.running and not any(row["what"] == "page" for row in told):
        told = runner.log.since(runner.log.began)
        time.sleep(0.01)
    assert client.delete("/api/run").json()["running"] is False
    after = runner.log.since(runner.log.began)
    assert [row["what"] for row in after if row["what"] != "page"][-1] == "stopped"
    assert runner.result is before
    assert client.delete("/api/run").status == 200
    assert runner.log.since(runner.log.began)[len(after) :] == ()
