"""Post-mortems beside the claims that they speak against."""

from __future__ import annotations

import json

from tests.cli.calls import TODAY, call, write

INCIDENTS = """- date: 2026-08-19
  system: Ledgerly 3.2
  failed: The queue stood still for two days.
  class: outage
  oversight: No one on call.
"""
OLD = "It works around the clock.\n\nIt reads invoices with 95% accuracy.\n"


def test_a_claim_repeated_unchanged_after_an_incident_is_marked(tmp_path):
    write(tmp_path, old_md=OLD, new_md=f"{OLD}\nIt never sleeps.\n", post_yaml=INCIDENTS)
    options = ("--incidents", "post.yaml", "--format", "json", TODAY)
    done = call("diff", "old.md", "new.md", *options, cwd=tmp_path)
    found = [
        (each["claim"]["unit"], each["repeated"]) for each in json.loads(done.out)["incidents"]
    ]
    assert found == [("It works around the clock.", True), ("It never sleeps.", False)]


def test_a_deck_alone_can_be_held_against_json_incidents(tmp_path):
    rows = [
        {
            "date": "2026-05-04",
            "system": "Ledgerly",
            "failed": "It posted twice.",
            "class": "wrong-output",
            "oversight": "None.",
        }
    ]
    write(tmp_path, deck_md=OLD, post_json=json.dumps(rows))
    done = call("compare", "--deck", "deck.md", "--incidents", "post.json", TODAY, cwd=tmp_path)
    assert done.status == 0
    assert "It posted twice." in done.out
    assert "95% accuracy" in done.out


def test_a_fault_in_the_file_is_told_with_its_line(tmp_path):
    write(tmp_path, deck_md=OLD, post_yaml=INCIDENTS.replace("class: outage", "class: outrage"))
    done = call("compare", "--deck", "deck.md", "--incidents", "post.yaml", TODAY, cwd=tmp_path)
    assert done.status == 2
    assert 'post.yaml:4: class: no such word "outrage"' in done.err
