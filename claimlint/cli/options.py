"""Options that several commands take, spelled the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from claimlint import terms
from claimlint.cli.values import day as day
from claimlint.cli.values import limits as limits
from claimlint.cli.values import patterns as patterns
from claimlint.cli.values import policy as policy
from claimlint.reports.registry import CHECK, COMPARE, DIFF, VENDORS, names
from claimlint.terms import DocumentKind


def _formats(family: str) -> OptionInfo:
    known = ", ".join(names(family))
    option: OptionInfo = typer.Option(
        "--format",
        "-f",
        metavar="NAME[=FILE]",
        help=f"How to report, and where to (repeatable): {known}.",
        show_default="text",
    )
    return option


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files or folders to read; - is standard input.",
        show_default=False,
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="What standard input is called: the name decides its format and settings.",
    ),
]
Formats = Annotated[list[str] | None, _formats(CHECK)]
ComparisonFormats = Annotated[list[str] | None, _formats(COMPARE)]
VendorFormats = Annotated[list[str] | None, _formats(VENDORS)]
DriftFormats = Annotated[list[str] | None, _formats(DIFF)]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write the report to this file.")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="End with 0 instead of 1.")]
FailOnPartlyRead = Annotated[
    bool, typer.Option("--fail-on-partly-read", help="Status 3 where something was not read.")
]
Today = Annotated[
    str | None,
    typer.Option(help="The day to assume (YYYY-MM-DD), because evidence goes stale."),
]
Kind = Annotated[
    DocumentKind | None,
    typer.Option(help="What the documents are, where the guess is wrong."),
]
Profile = Annotated[
    terms.Profile,
    typer.Option(help="For whom the run is: what is shown first, what fails, whose ignores count."),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        help="The configuration file (default: the nearest claimlint.toml, .claimlint.toml or "
        "pyproject.toml from the working folder upwards).",
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        help="The record of decisions (default: the nearest claimlint.decisions.jsonl from the "
        "working folder upwards).",
    ),
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", help="Let the old debt of this file through.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Only this category or rule (repeatable)."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Not this category or rule (repeatable)."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Pass over such files in folders (repeatable)."),
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Pass them over where they are named, too.")
]
Evidence = Annotated[
    list[Path] | None,
    typer.Option(
        "--evidence",
        "-e",
        exists=True,
        dir_okay=False,
        help="An evidence dossier or card (repeatable).",
    ),
]
Incidents = Annotated[
    Path | None,
    typer.Option(
        "--incidents",
        exists=True,
        dir_okay=False,
        help="Post-mortems (YAML or JSON), set beside the claims that they speak against.",
    ),
]
SameMatter = Annotated[
    bool, typer.Option("--same-matter", help="All paths are papers of one vendor.")
]
Jobs = Annotated[int, typer.Option(min=1, help="How many files to check at a time.")]
Ocr = Annotated[
    bool, typer.Option("--ocr", help="Read picture pages with Tesseract, if installed.")
]
Model = Annotated[str | None, typer.Option(help="Another spaCy model, named in every report.")]
Rules = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        help="A folder of rules to use instead of those that ship with claimlint.",
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        help="Raise a reading limit, as NAME=VALUE: seconds, memory, text, unpacked, ratio, "
        "parts, depth, pages (repeatable)."
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read and check anew, and keep nothing for next time.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no hints.")]
