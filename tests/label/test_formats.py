"""The label as text, HTML, Markdown and JSON: the same rows, and nothing hostile."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from claimlint.label import html, json_label, markdown, text
from claimlint.label.layout import ROWS
from claimlint.label.model import SILENT
from claimlint.reports.look import Shape


@pytest.fixture
def all_labels(drawn):
    return tuple(drawn.values())


def test_every_format_has_every_row_of_every_label(all_labels):
    shape = Shape(width=80, colour=False)
    for made in (
        text.render(all_labels, shape=shape).lower(),
        html.render(all_labels).lower(),
        markdown.render(all_labels).lower(),
        json_label.render(all_labels).lower(),
    ):
        for spec in ROWS:
            assert made.count(spec.title.lower()) == len(all_labels), spec.title


def test_the_text_keeps_to_its_width(all_labels):
    made = text.render(all_labels, shape=Shape(width=80, colour=False))
    assert max(len(line) for line in made.splitlines()) <= 80
    assert SILENT in made
    assert "█" in made


def test_the_page_loads_nothing_and_runs_nothing(all_labels):
    made = html.render(all_labels)
    assert "default-src 'none'" in made
    assert not re.search(r"<script|<link|<img|\bsrc=|https?://|style=\"", made)


def test_sources_are_links_only_on_a_desk_that_shows_their_papers(all_labels):
    papers = {paper for label in all_labels for paper in label.papers}
    assert "_top" not in html.render(all_labels)
    made = html.render(all_labels, dict.fromkeys(papers, 7))
    assert re.search(r'<cite><a href="/#line=d7p\d+" target="_top">', made)
    assert "passage" not in json_label.render(all_labels)


def test_the_page_escapes_the_words_of_papers(all_labels):
    made = html.render(all_labels)
    assert "Fathom &amp; Sons &lt;Ltd&gt;" in made
    assert "<Ltd>" not in made


class _Balance(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, _attributes):
        if tag not in ("meta", "rect", "path"):
            self.open.append(tag)

    def handle_startendtag(self, _tag, _attributes):
        return

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_well_formed(all_labels):
    parser = _Balance()
    parser.feed(html.render(all_labels))
    assert parser.open == []


def test_the_bar_of_the_page_shows_right_wrong_and_abstained(drawn):
    made = html.render((drawn["shown"],))
    assert 'aria-label="Of 100 items: 96.8 right, 0.7 wrong, 2.5 abstained"' in made
    assert [float(width) for width in re.findall(r'class="right" x="0.0" width="([\d.]+)"', made)]


def test_long_wordings_are_cut_on_the_page_and_whole_in_json(drawn):
    long = max(
        (value.text for row in drawn["full"].rows for line in row.lines for value in line.values),
        key=len,
    )
    assert len(long) > 125
    assert long not in html.render((drawn["full"],))
    assert json.dumps(long, ensure_ascii=False)[1:-1] in json_label.render((drawn["full"],))


def test_json_says_its_schema_and_has_every_key(all_labels):
    made = json.loads(json_label.render(all_labels))
    assert made["schema"] == "claimlint-label/1"
    for label in made["labels"]:
        assert {"product", "version", "vendor", "drawn", "valid_until", "rows"} <= set(label)


def test_a_table_of_markdown_is_not_broken_by_the_words_of_papers(all_labels):
    for line in markdown.render(all_labels).splitlines():
        if line.startswith("| ●") or line.startswith("| **"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 4
