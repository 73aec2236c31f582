"""Write every output for the examples and draw it: `python scripts/gallery.py build/gallery`.

Needs LibreOffice, poppler and Chromium on the path, and the extra `gallery`. What is written lies
in `out/`, pictures in `png/`, named alike.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TODAY = "--today=2026-11-23"
CHECK = ("check", "--format=html={}", "--exit-zero")
PAPERS = ("agreement.docx", "brochure.pdf", "deck.pptx", "copy.md", "landing.html", "notes.txt")
COMPARED = ("--deck=examples/deck.pptx", "--contract=examples/agreement.docx")
VENDORS = ("build/gallery/vendors/with-contract", "build/gallery/vendors/with-dossier")
PARTED = (
    ("with-contract", ("deck.pptx", "agreement.docx")),
    ("with-dossier", ("brochure.pdf", "copy.md", "evidence/claimlint.evidence.yaml",
                      "evidence/field-accuracy-2026-q3.csv")),
)  # fmt: skip
"""Two vendors for the comparison of vendors: the papers of the examples, parted."""
COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("report.html", (*CHECK, "examples", "--slide-pictures")),
    ("deck.html", (*CHECK, "examples/deck.pptx", "--slide-pictures")),
    ("brochure.html", (*CHECK, "examples/brochure.pdf")),
    ("agreement.html", (*CHECK, "examples/agreement.docx")),
    ("label.html", ("label", "examples", "--format=html", "--output={}")),
    ("questions.xlsx", ("questions", "examples", "--output={}")),
    ("questions.docx", ("questions", "examples", "--output={}")),
    ("memo.docx", ("compare", *COMPARED, "--format=memo={}", "--exit-zero")),
    ("brief.docx", ("compare", *COMPARED, "--format=brief={}", "--exit-zero")),
    ("rewrite.docx", ("check", "examples", "--format=rewrite={}", "--exit-zero")),
    ("report.md", ("check", "examples", "--format=markdown={}", "--exit-zero")),
    ("report.csv", ("check", "examples", "--format=csv={}", "--exit-zero")),
    ("vendors.html", ("vendors", *VENDORS, "--format=html={}")),
    ("vendors.xlsx", ("vendors", *VENDORS, "--format=xlsx={}")),
    *(
        (f"annotated-{name}", ("annotate", f"examples/{name}", "examples", "--output={}"))
        for name in PAPERS
    ),
)
"""What each file of the gallery is written by; `{}` is its path."""

COMMENTS = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
NOTES = (
    'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"true"}}'
)
FILTERS = {".docx": COMMENTS, ".pptx": NOTES, ".xlsx": "pdf:calc_pdf_Export"}
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


class View(Struct, frozen=True):
    """How a page is looked at: width in pixels, colour scheme, where it is scrolled to."""

    name: str
    width: int
    scheme: str = "light"
    at: str = ""


VIEWS = (
    View("wide", 1400),
    View("wide-dark", 1400, "dark", "#d2"),
    View("page", 1400, "light", "#d2"),
    View("narrow", 320),
    View("narrow-card", 320, "dark", "#c12"),
    View("very-wide", 1900, "light", "#d4"),
)


def make(folder: Path) -> None:
    """Write the outputs and their pictures into `folder`, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    out, png = folder / "out", folder / "png"
    for each in (out, png):
        each.mkdir(parents=True)
    part(ROOT / "build/gallery/vendors")
    for name, command in COMMANDS:
        write(out / name, command)
    draw(out, png)


def part(folder: Path) -> None:
    """Put the papers of the examples into a folder for each of two vendors."""
    for name, papers in PARTED:
        (folder / name).mkdir(parents=True, exist_ok=True)
        for paper in papers:
            shutil.copy(ROOT / "examples" / paper, folder / name)


def write(path: Path, command: Sequence[str]) -> None:
    """Run one command of the program."""
    arguments = [part.replace("{}", str(path)) for part in command]
    call = [sys.executable, "-m", "claimlint", *arguments, TODAY, "--quiet"]
    subprocess.run(call, cwd=ROOT, check=True, timeout=600, stdout=subprocess.DEVNULL)


def draw(out: Path, png: Path) -> None:
    """Draw all that lies in `out`: office files by LibreOffice, HTML by Chromium."""
    for path in sorted(out.iterdir()):
        if path.suffix in FILTERS:
            pages(converted(path, png), png / path.name)
        elif path.suffix == ".pdf":
            pages(path, png / path.name)
    for path in sorted(out.glob("*.html")):
        for name, picture in screenshots(path):
            (png / f"{path.name}-{name}.png").write_bytes(picture)


def converted(path: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of an office file, comments and notes included."""
    with TemporaryDirectory() as profile:
        call = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        call += ["--convert-to", FILTERS[path.suffix], "--outdir", str(folder), str(path)]
        subprocess.run(call, check=True, timeout=300, capture_output=True)
    made = folder / f"{path.stem}.pdf"
    return made.rename(folder / f"{path.name}.pdf")


def pages(path: Path, stem: Path) -> None:
    """Draw the pages of a PDF as PNGs that begin with `stem`."""
    subprocess.run(
        ["pdftoppm", "-r", "60", "-png", str(path), str(stem)],
        check=True,
        timeout=300,
        capture_output=True,
    )


def chromium() -> str:
    """Return the path of a Chromium that is installed."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("gallery: no Chromium is installed (Debian: apt-get install chromium)")
    return found


def screenshots(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a picture of a page for each view, and one of it printed."""
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for view in VIEWS:
            context = browser.new_context(
                viewport={"width": view.width, "height": 1000},
                color_scheme=view.scheme,
                reduced_motion="reduce",
                offline=True,
            )
            page = context.new_page()
            page.goto(path.as_uri() + view.at)
            yield view.name, page.screenshot()
            context.close()
        page = browser.new_page()
        page.goto(path.as_uri())
        printed = path.parent.parent / "png" / f"{path.name}.pdf"
        page.pdf(path=printed, format="A4", print_background=True)
        browser.close()
    pages(printed, printed.with_name(f"{path.name}-print"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("into", nargs="?", type=Path, default="build/gallery", help="folder")
    make(parser.parse_args().into.resolve())
