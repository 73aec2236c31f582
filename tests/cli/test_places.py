"""Each claim of the JSON report stands in the source at exactly the line and column it names."""

from __future__ import annotations

import html
import json
import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from claimlint.datafiles import data_folder
from tests.cli.calls import TODAY, call
from tests.readers.places import region

EXAMPLES = data_folder("examples")
SENTENCE = "Our agents close tickets without human intervention."


def findings(path: Path) -> list[dict]:
    called = call("check", path.name, "--format", "json", TODAY, cwd=path.parent)
    (document,) = json.loads(called.out)["documents"]
    return document["findings"]


def words(text: str) -> list[str]:
    """Return the words of a text or of its source: markup and entities aside."""
    return re.findall(r"[^\W_]+", html.unescape(re.sub(r"<[^>]*>|\[\^\w+\]|=\n", " ", text)))


def text_of(path: Path) -> str:
    """Return the text of a file; of a mail whose text is encoded, the decoded text."""
    if path.suffix == ".eml":
        body = message_from_bytes(path.read_bytes(), policy=default).get_body(("plain",))
        return str(body.get_content())
    return path.read_bytes().decode("utf-8")


class Place:
    """The place of a location of the report, as the readers' tests look it up."""

    def __init__(self, location: dict) -> None:
        self.line, self.column = location["line"], location["column"]
        self.end_line, self.end_column = location["end_line"], location["end_column"]


@pytest.mark.parametrize("name", ["notes.txt", "copy.md", "landing.html", "pitch.eml"])
def test_the_words_of_a_claim_stand_where_the_report_says(name):
    source = text_of(EXAMPLES / name)
    found = [f for f in findings(EXAMPLES / name) if f["location"]["member"] is None]
    assert len(found) >= 4
    for finding in found:
        location = finding["location"]
        assert words(region(source, Place(location))) == words(finding["text"]), location["label"]
        assert finding["unit"][slice(*finding["span"])] == finding["text"]


@pytest.mark.parametrize("name", ["notes.txt", "copy.md", "landing.html"])
def test_findings_stand_in_the_order_of_the_source(name):
    places = [(f["location"]["line"], f["location"]["column"]) for f in findings(EXAMPLES / name)]
    body = places if name != "copy.md" else places[:-1]
    assert body == sorted(body)


@pytest.mark.parametrize(
    ("name", "source", "line", "column"),
    [
        ("a.txt", "{}\n", 1, 1),
        ("a.txt", "\ufeff{}\n", 1, None),
        ("a.txt", "One.\r\n\r\n\t{}\r\n", 3, 2),
        ("a.txt", "🙂🙂 {}\n", 1, 4),
        ("a.txt", "It is blue. {} It is red.\n", 1, 13),
        ("a.md", "# Head\n\n> - **Now:** {}\n", 3, 14),
        ("a.md", "a|b\n-|-\nx|{}\n", 3, 3),
        ("a.html", "<p>a</p>\n<p>&amp; <b>{}</b></p>\n", 2, 13),
        ("a.html", "<ul><li>é</li><li\n class='x'>{}</ul>\n", 2, 12),
    ],
)
def test_lines_and_columns_count_code_points_from_one(tmp_path, name, source, line, column):
    (tmp_path / name).write_bytes(source.format(SENTENCE).encode())
    (finding,) = findings(tmp_path / name)
    location = finding["location"]
    shift = SENTENCE.index(finding["text"])
    assert location["line"] == location["end_line"] == line
    if column is not None:
        assert location["column"] == column + shift
    assert location["end_column"] - location["column"] == len(finding["text"])
