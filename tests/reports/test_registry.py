"""Report formats: listed by command, named in the call, several in one run."""

from __future__ import annotations

import json

import pytest

from claimlint.errors import WrongCall
from claimlint.finding import Report, Tool
from claimlint.reports.look import Look
from claimlint.reports.registry import CHECK, COMPARE, DIFF, VENDORS, format_named
from tests.cli.calls import AUTONOMY, TODAY, call, write

EMPTY = Report(tool=Tool(version="1", rules=1, rules_digest="0", model="m", today="2026-11-23"))


@pytest.mark.parametrize("form", [*CHECK, *COMPARE, *DIFF, *VENDORS], ids=lambda f: f.rendered_by)
def test_a_format_renders_what_its_line_says(form):
    assert form.suffix[0] == "."
    rendered = form.render(EMPTY, Look())
    assert isinstance(rendered, bytes if form.binary else str)


def test_a_misspelt_format_is_told_with_the_nearest():
    with pytest.raises(WrongCall, match=r'called "jsn" \(did you mean "json"'):
        format_named("jsn")


def test_several_reports_come_from_one_run(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    alone = call("check", "a.txt", TODAY, cwd=tmp_path)
    both = call("check", "a.txt", TODAY, "-f", "json=out.json", "-f", "text", cwd=tmp_path)
    assert (both.status, both.out) == (1, alone.out)
    single = call("check", "a.txt", TODAY, "-f", "json", cwd=tmp_path)
    assert (tmp_path / "out.json").read_bytes().decode() == single.out
    assert json.loads(single.out)["summary"]["findings"] == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-f", "text", "-f", "json"), "cannot both go to standard output"),
        (("-f", "json=a.json", "-f", "text=a.json"), "two reports, one file"),
        (("-f", "json=a.json", "-o", "b.json"), "give each report its file"),
        (("-f", "json="), "name a file after the ="),
        (("-f", "json=a.txt"), "is one of the files to check"),
        (("-f", "json=no/a.json"), "there is no folder no"),
        (("-f", "pdff"), 'no report format called "pdff"'),
    ],
)
def test_a_wrong_order_is_refused_before_the_work(tmp_path, options, told):
    write(tmp_path, a_txt=AUTONOMY)
    called = call("check", "a.txt", *options, cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert told in called.err
