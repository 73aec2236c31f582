"""Writes the pages that come from code and data: rule pages, the command line, the picture.

Run it with a folder to write somewhere else; a test compares what it writes with what is committed.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text
from typer.main import get_command

from claimlint.cli.program import program
from claimlint.datafiles import data_folder
from claimlint.manual import listing, page
from claimlint.manual.law import law
from claimlint.manual.render import markdown
from claimlint.reports.look import Look, Shape
from claimlint.reports.text import report as terminal
from claimlint.rulebook.load import load_book
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.terms import Category, ClauseLabel

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
PICTURE_LINES = 46
ABOUT = """\
The twelve categories of claims with their rules, the labels of contract clauses with theirs,
and the kinds of evidence; provisions and cases stand on [a page of their own](law.md). The rules
themselves are [`rules/`](../../rules/README.md), text that can be read without knowing the program;
`claimlint explain ID` shows one. What is a claim and what is none: [claims](../claims.md)."""
SVG = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def main(out: Path) -> None:
    book = load_book(data_folder("rules"))
    catalogue = load_catalogue(data_folder("rules"))
    rules = out / "docs" / "rules"
    rules.mkdir(parents=True, exist_ok=True)
    names = [*Category, *ClauseLabel, *(kind.id for kind in catalogue.kinds)]
    for name in names:
        (rules / f"{name}.md").write_text(markdown(page(name, book, catalogue)), encoding="utf-8")
    (rules / "law.md").write_text(markdown(law(catalogue)), encoding="utf-8")
    index = ["# Rules, clauses and evidence", "", ABOUT, ""]
    linked = {str(name) for name in names}
    for sort, name, says in listing(book, catalogue):
        if name in linked:
            index.append(f"- [{name}]({name}.md) – {says}")
        elif sort.startswith("claims") or sort == "contract clauses":
            index.append(f"  - `{name}` – {says}")
    (rules / "README.md").write_text("\n".join(index) + "\n", encoding="utf-8")
    (out / "docs" / "cli.md").write_text(command_line(), encoding="utf-8")
    (out / "docs" / "check.svg").write_text(picture(), encoding="utf-8")


def command_line() -> str:
    parts = ["# Command line\n"]
    for name in ("", *commands(get_command(program(whole=True)))):
        call = [sys.executable, "-m", "claimlint", *name.split(), "--help"]
        environment = {**os.environ, "COLUMNS": "88", "NO_COLOR": "1", "TERM": "dumb"}
        done = subprocess.run(call, env=environment, capture_output=True, text=True, check=True)
        text = "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())
        parts.append(f"## claimlint {name}".rstrip() + f"\n\n```\n{text}\n```\n")
    return "\n".join(parts)


def commands(group: object, before: str = "") -> Iterator[str]:
    """Yield the names of all commands below a group, those of a group behind its own."""
    for name, command in getattr(group, "commands", {}).items():
        yield f"{before}{name}"
        yield from commands(command, f"{before}{name} ")


def picture() -> str:
    os.chdir(data_folder("examples").parent)
    report = check(["examples/deck.pptx"], Settings(today=TODAY))
    text = terminal.render(report, Look(shape=Shape(width=90, colour=True)))
    lines = text.splitlines()
    console = Console(record=True, width=90, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    console.print(Text("$ claimlint check examples/deck.pptx", "bold"))
    for line in lines[:PICTURE_LINES]:
        console.print(Text.from_ansi(line))
    console.print(Text("…", "dim"))
    for line in lines[-6:]:
        console.print(Text.from_ansi(line))
    svg = console.export_svg(title="claimlint", code_format=SVG, unique_id="claimlint")
    return re.sub(r"[ \t]+\n", "\n", svg)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", nargs="?", type=Path, default=ROOT, help="folder to write to")
    main(parser.parse_args().out)
