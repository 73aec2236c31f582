"""Only the desk's own page, on this machine, with the token, may use the desk."""

from __future__ import annotations

import pytest

from tests.web.client import OURS


@pytest.mark.parametrize("host", ["example.org", "evil.example:{}", "127.0.0.1:1", "127.0.0.1"])
def test_another_host_name_is_refused(client, host):
    assert client.get("/api/desk", host=host.format(client.port)).status == 421


@pytest.mark.parametrize("host", ["127.0.0.1:{}", "localhost:{}"])
def test_both_names_of_this_machine_answer(client, host):
    assert client.get("/api/desk", host=host.format(client.port)).status == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{}"]
)
def test_another_origin_is_refused(client, origin):
    assert client.get("/api/desk", origin=origin.format(client.port)).status == 403
    assert client.post("/api/run", origin=origin.format(client.port)).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_that_another_site_started_is_refused(client, site):
    assert client.get("/api/desk", sec_fetch_site=site).status == 403


@pytest.mark.parametrize(
    "path", ["/api/desk", "/api/report", "/api/events", "/api/download/report.json"]
)
def test_without_the_token_nothing_is_told(stranger, path):
    assert stranger.get(path).status == 401


@pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer wrong", "Basic {}"])
def test_a_wrong_token_opens_nothing(served, stranger, shown):
    assert stranger.get("/api/desk", authorization=shown.format(served.token)).status == 401


def test_a_form_of_another_page_changes_nothing(client):
    del client.headers["x-claimlint"]
    assert client.post("/api/run").status == 403
    assert client.delete("/api/papers").status == 403


def test_the_token_is_traded_for_a_cookie_that_no_script_reads(served, stranger):
    stranger.headers = OURS
    assert stranger.post("/api/enter", {"token": "wrong"}).status == 401
    answer = stranger.post("/api/enter", {"token": served.token})
    assert answer.status == 200
    told = answer.headers["set-cookie"]
    assert "httponly" in told.lower()
    assert "samesite=strict" in told.lower()
    assert stranger.get("/api/desk", cookie=told.partition(";")[0]).status == 200


@pytest.mark.parametrize("body", ["", "[]", "{", '{"token": 7}', "x" * 1000])
def test_a_broken_entry_is_refused(stranger, body):
    assert stranger.post("/api/enter", body, **OURS).status == 401


def test_the_page_may_load_its_own_files_and_nothing_else(stranger):
    answer = stranger.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in answer.text
    assert "style=" not in answer.text


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/etc/passwd"]
)
def test_nothing_but_the_static_files_is_served(stranger, path):
    assert stranger.get("/static/main.js").status == 200
    assert stranger.get(path).status == 404


def test_closing_takes_the_token(stranger):
    assert stranger.post("/api/stop", **OURS).status == 401
    assert stranger.get("/").status == 200
