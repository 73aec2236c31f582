"""Options that several commands take, spelled the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from claimlint import terms
from claimlint.reports.registry import CHECK, COMPARE, DIFF, LABEL, VENDORS, Family, names
from claimlint.terms import DocumentKind

PANELS = ("Papers", "What counts", "Settings", "Reading")
"""Panels of the help pages in their order; what stands in none of them is about the report."""
_PAPERS, _COUNTS, _SETTINGS, _READING = PANELS


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
    option: OptionInfo = typer.Option(
        "--fail-on",
        metavar="LEVEL",
        rich_help_panel=_COUNTS,
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
    typer.Option(
        "--stdin-filename",
        rich_help_panel=_PAPERS,
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
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", rich_help_panel=_COUNTS, help="End with 0 instead of 1.")
]
FailOnPartlyRead = Annotated[
    bool,
    typer.Option(
        "--fail-on-partly-read",
        rich_help_panel=_COUNTS,
        help="Status 3 where something was not read.",
    ),
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
    typer.Option(
        metavar="DAY",
        rich_help_panel=_SETTINGS,
        help="The day to assume (YYYY-MM-DD), because evidence goes stale.",
    ),
]
Kind = Annotated[
    DocumentKind | None,
    typer.Option(
        metavar="KIND",
        rich_help_panel=_PAPERS,
        help="marketing, contract, disclosure or other, where the guess is wrong.",
    ),
]
Profile = Annotated[
    terms.Profile,
    typer.Option(
        metavar="NAME",
        rich_help_panel=_COUNTS,
        help="buyer, legal or vendor: what is shown first, what fails, whose ignores count.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        rich_help_panel=_SETTINGS,
        help="The configuration file (default: the nearest claimlint.toml, .claimlint.toml or "
        "pyproject.toml from the working folder upwards).",
    ),
]
Isolated = Annotated[
    bool,
    typer.Option(
        "--isolated",
        rich_help_panel=_SETTINGS,
        help="Read no configuration file, and no record that is not named.",
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        rich_help_panel=_COUNTS,
        help="The record of decisions (default: the nearest "
        "claimlint.decisions.jsonl from the working folder upwards).",
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        rich_help_panel=_COUNTS,
        help="Let the claims through that this file holds (claimlint baseline).",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        rich_help_panel=_COUNTS, metavar="NAME", help="Only this category or rule (repeatable)."
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        rich_help_panel=_COUNTS, metavar="NAME", help="Not this category or rule (repeatable)."
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        rich_help_panel=_PAPERS,
        metavar="PATTERN",
        help="Pass over such files in folders (repeatable).",
    ),
]
ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude", rich_help_panel=_PAPERS, help="Pass them over where they are named, too."
    ),
]
Evidence = Annotated[
    list[Path] | None,
    typer.Option(
        "--evidence",
        "-e",
        metavar="FILE",
        rich_help_panel=_PAPERS,
        exists=True,
        dir_okay=False,
        help="An evidence dossier or card (repeatable).",
    ),
]
Incidents = Annotated[
    Path | None,
    typer.Option(
        "--incidents",
        metavar="FILE",
        rich_help_panel=_PAPERS,
        exists=True,
        dir_okay=False,
        help="Post-mortems (YAML or JSON), set beside the claims that they speak against.",
    ),
]
SameMatter = Annotated[
    bool,
    typer.Option(
        "--same-matter", rich_help_panel=_PAPERS, help="All paths are papers of one vendor."
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        metavar="N", rich_help_panel=_SETTINGS, min=1, help="How many files to check at a time."
    ),
]
Ocr = Annotated[
    bool,
    typer.Option(
        "--ocr", rich_help_panel=_READING, help="Read picture pages with Tesseract, if installed."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", rich_help_panel=_READING, help="Another spaCy model, named in every report."
    ),
]
Rules = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        rich_help_panel=_READING,
        exists=True,
        file_okay=False,
        help="A folder of rules to use instead of those that ship with claimlint.",
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=VALUE",
        rich_help_panel=_READING,
        help="Raise a limit (repeatable): seconds, memory, text, unpacked, ratio, "
        "parts, depth, pages.",
    ),
]
NoPrefilter = Annotated[
    bool,
    typer.Option(
        "--no-prefilter",
        rich_help_panel=_READING,
        help="Try every pattern in every sentence: slow.",
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        rich_help_panel=_SETTINGS,
        help="Read and check anew, and keep nothing for next time.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no hints.")]
