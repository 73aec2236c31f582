"""The checked-in examples are what the script builds, and hold what the docs say of them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from email import message_from_bytes
from email.policy import default
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from docx import Document
from pdfplumber import open as open_pdf
from pptx import Presentation

HOUSE = Path(__file__).resolve().parent.parent
EXAMPLES = HOUSE / "examples"
SCRIPT = HOUSE / "scripts" / "build_examples.py"
BUILT = ("deck.pptx", "brochure.pdf", "agreement.docx", "pitch.eml")
WRITTEN = ("landing.html", "copy.md", "notes.txt")
LIBRARIES = ("python-pptx", "python-docx", "reportlab", "lxml")
MISSION = (
    "Your AI employee, working 24/7.",
    "Autonomous agents that handle complex multi-step workflows without human intervention.",
    "AI that understands your business context and makes decisions independently.",
)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    command = [sys.executable, "-B", str(SCRIPT), "--into", str(folder)]
    subprocess.run(command, check=True, timeout=120)
    return folder


def test_script_builds_exactly_the_documents_named_here(rebuilt: Path) -> None:
    assert sorted(path.name for path in rebuilt.iterdir()) == sorted(BUILT)


@pytest.mark.parametrize("name", BUILT)
def test_checked_in_document_is_what_the_script_builds(rebuilt: Path, name: str) -> None:
    same = (rebuilt / name).read_bytes() == (EXAMPLES / name).read_bytes()
    installed = ", ".join(f"{library} {version(library)}" for library in LIBRARIES)
    assert same, (
        f"examples/{name} differs from what scripts/build_examples.py builds. "
        f"Run the script and check the file in, or take back the change. Built with {installed}."
    )


@pytest.mark.parametrize("name", [*BUILT, *WRITTEN])
def test_each_document_holds_the_three_sentences_of_the_mission(name: str) -> None:
    text = " ".join(words_of(EXAMPLES / name).split())
    assert [sentence for sentence in MISSION if sentence not in text] == []


def test_deck_has_twelve_slides_with_notes_tables_and_a_group() -> None:
    slides = list(Presentation(str(EXAMPLES / "deck.pptx")).slides)
    assert len(slides) == 12
    assert sum(slide.has_notes_slide for slide in slides) == 6
    assert sum(shape.has_table for slide in slides for shape in slide.shapes) == 2
    assert [slide.slide_id for slide in slides if any(s.shape_type == 6 for s in slide.shapes)] == [
        slides[2].slide_id
    ]


def test_examples_stay_under_two_megabytes() -> None:
    assert sum(path.stat().st_size for path in EXAMPLES.rglob("*") if path.is_file()) < 2_000_000


def test_dossier_names_the_hash_of_the_results_beside_it() -> None:
    folder = EXAMPLES / "evidence"
    dossier = yaml.safe_load((folder / "claimlint.evidence.yaml").read_text(encoding="utf-8"))
    source = dossier["evidence"][0]["source"]
    results = (folder / source["ref"]).read_bytes()
    assert source["sha256"] == hashlib.sha256(results).hexdigest()


def words_of(path: Path) -> str:
    """Return the words of a document by the shortest way, without the readers under test."""
    match path.suffix:
        case ".pptx":
            return slide_words(path)
        case ".docx":
            return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
        case ".pdf":
            return column_words(path)
        case ".eml":
            body = message_from_bytes(path.read_bytes(), policy=default).get_body(("plain",))
            return str(body.get_content()) if body else ""
        case _:
            return path.read_text(encoding="utf-8")


def slide_words(path: Path) -> str:
    slides = Presentation(str(path)).slides
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter("{*}t"))
        for slide in slides
        for paragraph in slide._element.iter("{*}p")
    )


def column_words(path: Path) -> str:
    with open_pdf(path) as pdf:
        halves = [
            page.crop((left, 0, left + page.width / 2, page.height))
            for page in pdf.pages
            for left in (0, page.width / 2)
        ]
        return "\n".join(half.extract_text() for half in halves)
