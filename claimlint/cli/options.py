"""Options that several commands take, spelled the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from claimlint import terms
from claimlint.reports.registry import CHECK, COMPARE, DIFF, LABEL, VENDORS, Family, names
from claimlint.terms import DocumentKind

PANELS = ("Papers", "What counts", "Settings", "Reading")
"""Panels of the help pages in their order; what stands in none of them is about the report."""
_papers, _counts, _settings, _reading = (
    partial(typer.Option, rich_help_panel=panel) for panel in PANELS
)


def _formats(family: Family) -> OptionInfo:
    known = ", ".join(names(family))
    option: OptionInfo = typer.Option(
        "--format",
        "-f",
        metavar="NAME[=FILE]",
        help=f"How to report (text, if not said), and where to (repeatable): {known}.",
        show_default=False,
    )
    return option


class TextOrJson(StrEnum):
    """How a command reports that has no other formats."""

    TEXT = "text"
    JSON = "json"


def _text_or_json(note: str = "") -> OptionInfo:
    option: OptionInfo = typer.Option(
        "--format", "-f", metavar="NAME", help=f"How to report: text or json{note}."
    )
    return option


def _fail_on(levels: str, default: str = "") -> OptionInfo:
    option: OptionInfo = _counts(
        "--fail-on",
        metavar="LEVEL",
        help=f"{levels}: from which level on the status is 1{default}.",
    )
    return option


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files or folders to read; - is standard input.", show_default=False
    ),
]
StdinFilename = Annotated[
    str | None,
    _papers(
        "--stdin-filename",
        metavar="NAME",
        help="What standard input is called: the name decides its format and settings.",
    ),
]
Formats = Annotated[list[str] | None, _formats(CHECK)]
ComparisonFormats = Annotated[list[str] | None, _formats(COMPARE)]
LabelFormats = Annotated[list[str] | None, _formats(LABEL)]
VendorFormats = Annotated[list[str] | None, _formats(VENDORS)]
DriftFormats = Annotated[list[str] | None, _formats(DIFF)]
Layout = Annotated[TextOrJson, _text_or_json()]
PassageLayout = Annotated[
    TextOrJson, _text_or_json(" (a line for each passage, with all of its place)")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the report to this file."),
]
Full = Annotated[bool, typer.Option("--full", help="All fields, questions, wordings.")]
Why = Annotated[bool, typer.Option("--why", help="What matched, and what context decided.")]
Extracts = Annotated[
    bool,
    typer.Option(
        "--extracts",
        help="Write the text of paged documents beside them (NAME.claimlint.txt), so that "
        "SARIF and GitHub have lines to point to.",
    ),
]
SlidePictures = Annotated[
    bool, typer.Option("--slide-pictures", help="Slides as pictures in HTML, by LibreOffice.")
]
FailOn = Annotated[
    terms.FailOn | None, _fail_on("error, warning, note or never", " (default: the profile's)")
]
ExitZero = Annotated[bool, _counts("--exit-zero", help="End with 0 instead of 1.")]
FailOnPartlyRead = Annotated[
    bool, _counts("--fail-on-partly-read", help="Status 3 where something was not read.")
]
FailOnConflicts = Annotated[
    terms.FailOn, _fail_on("error (contradicted), warning (limited, too), note or never")
]
FailOnChanges = Annotated[
    terms.FailOn,
    _fail_on(
        "error (more is claimed, or less owed or shown), warning (new claims, too), note or never"
    ),
]
Today = Annotated[
    str | None,
    _settings(metavar="DAY", help="The day to assume (YYYY-MM-DD), because evidence goes stale."),
]
Kind = Annotated[
    DocumentKind | None,
    _papers(
        metavar="KIND", help="marketing, contract, disclosure or other, where the guess is wrong."
    ),
]
Profile = Annotated[
    terms.Profile,
    _counts(
        metavar="NAME",
        help="buyer, legal or vendor: what is shown first, what fails, whose ignores count.",
    ),
]
Config = Annotated[
    Path | None,
    _settings(
        "--config",
        metavar="FILE",
        help="The configuration file (default: the nearest claimlint.toml, .claimlint.toml or "
        "pyproject.toml from the working folder upwards).",
    ),
]
Isolated = Annotated[
    bool,
    _settings(
        "--isolated",
        help="Read no configuration file, no .gitignore, and no record that is not named.",
    ),
]
Decisions = Annotated[
    Path | None,
    _counts(
        "--decisions",
        metavar="FILE",
        help="The record of decisions (default: the nearest "
        "claimlint.decisions.jsonl from the working folder upwards).",
    ),
]
Baseline = Annotated[
    Path | None,
    _counts(
        "--baseline",
        metavar="FILE",
        help="Let the claims through that this file holds (claimlint baseline).",
    ),
]
Select = Annotated[
    list[str] | None, _counts(metavar="NAME", help="Only this category or rule (repeatable).")
]
Ignore = Annotated[
    list[str] | None, _counts(metavar="NAME", help="Not this category or rule (repeatable).")
]
Exclude = Annotated[
    list[str] | None,
    _papers(metavar="PATTERN", help="Pass over such files in folders (repeatable)."),
]
NoGitignore = Annotated[
    bool,
    _reading("--no-gitignore", help="In folders, read what .gitignore leaves out, too."),
]
ForceExclude = Annotated[
    bool, _papers("--force-exclude", help="Pass them over where they are named, too.")
]
Evidence = Annotated[
    list[Path] | None,
    _papers(
        "--evidence",
        "-e",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="An evidence dossier or card (repeatable).",
    ),
]
Incidents = Annotated[
    Path | None,
    _papers(
        "--incidents",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Post-mortems (YAML or JSON), set beside the claims that they speak against.",
    ),
]
SameMatter = Annotated[bool, _papers("--same-matter", help="All paths are papers of one vendor.")]
Jobs = Annotated[int, _settings(metavar="N", min=1, help="How many files to check at a time.")]
Ocr = Annotated[bool, _reading("--ocr", help="Read picture pages with Tesseract, if installed.")]
Model = Annotated[
    str | None, _reading(metavar="NAME", help="Another spaCy model, named in every report.")
]
Rules = Annotated[
    Path | None,
    _reading(
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="A folder of rules to use instead of those that ship with claimlint.",
    ),
]
Limit = Annotated[
    list[str] | None,
    _reading(
        metavar="NAME=VALUE",
        help="Raise a limit (repeatable): seconds, memory, text, unpacked, ratio, "
        "parts, depth, pages.",
    ),
]
NoPrefilter = Annotated[
    bool, _reading("--no-prefilter", help="Try every pattern in every sentence: slow.")
]
NoCache = Annotated[
    bool, _settings("--no-cache", help="Read and check anew, and keep nothing for next time.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no hints.")]
