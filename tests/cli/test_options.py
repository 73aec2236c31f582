"""Options are spelled alike in all commands, and their help speaks no Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from typer.main import get_command

from claimlint.cli.help_pages import without_types
from claimlint.cli.options import PANELS
from claimlint.cli.program import COMMANDS, program
from tests.cli.calls import TODAY, call
from tests.test_docs import DOCS

APART = {
    "--format": "a file may be named for each, save where there are text and json alone",
    "--output": "scan fills a folder",
}


def parameters() -> Iterator[tuple[str, str, object]]:
    """Yield each command with the name of each parameter and the parameter."""
    whole = get_command(program(whole=True))
    without_types(whole, ["-h", "--help"])
    groups = [("", whole)]
    while groups:
        before, group = groups.pop()
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                groups.append((f"{before}{name} ", command))
            for each in command.params:
                yield f"{before}{name}", each.opts[0], each


def test_whatever_takes_a_value_says_in_capitals_what_it_takes():
    told = {(command, name): each.metavar for command, name, each in parameters()}
    wrong = {key: text for key, text in told.items() if text is None or text != text.upper()}
    assert wrong == {}


def test_an_option_takes_the_same_in_every_command():
    taken = defaultdict(set)
    for _, name, each in parameters():
        if name.startswith("-") and name not in APART:
            taken[name].add((each.metavar, getattr(each, "is_flag", False)))
    assert {name: kinds for name, kinds in taken.items() if len(kinds) > 1} == {}


def test_panels_of_options_stand_in_one_order():
    seen = defaultdict(list)
    for command, _, each in parameters():
        panel = getattr(each, "rich_help_panel", None)
        seen[command].append(PANELS.index(panel) if panel in PANELS else -1)
    assert {command: places for command, places in seen.items() if places != sorted(places)} == {}


def test_no_help_page_shows_a_type_of_python():
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert [
        word for word in ("<str>", "<path>", "list[", "<int", "<float", "<dir>") if word in text
    ] == []


def test_the_panels_of_the_help_stand_together():
    panels = [command.panel for command in COMMANDS]
    runs = [name for before, name in zip(["", *panels], panels, strict=False) if before != name]
    assert len(runs) == len(set(runs))


def test_a_label_goes_to_several_files_whose_names_tell_the_form(tmp_path):
    (tmp_path / "copy.md").write_text("Closes tickets without human intervention.\n")
    orders = ("--format", "html=a.html", "--format", "json=a.json")
    assert call("label", "copy.md", *orders, TODAY, cwd=tmp_path).status == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert '"claimlint-label/1"' in (tmp_path / "a.json").read_text(encoding="utf-8")
    assert call("label", "copy.md", "-o", "b.md", TODAY, cwd=tmp_path).status == 0
    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("# ")
    called = call("label", "copy.md", "--format", "sarif", TODAY, cwd=tmp_path)
    assert called.status == 2
    assert "known are html, json, markdown, text" in called.err
