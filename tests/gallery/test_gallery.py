"""`make gallery`: what was written for the examples holds its marks, as other programs see them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from claimlint.datafiles import data_folder

pytestmark = pytest.mark.gallery

ROOT = Path(__file__).resolve().parents[2]
GALLERY = ROOT / "build" / "gallery"
OUT, PNG = GALLERY / "out", GALLERY / "png"
PAGES = ("brochure.html", "agreement.html", "label.html")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def opened(browser, name: str, width: int, scheme: str = "light"):
    context = browser.new_context(
        viewport={"width": width, "height": 1000},
        color_scheme=scheme,
        reduced_motion="reduce",
        offline=True,
    )
    page = context.new_page()
    page.goto((OUT / name).as_uri())
    return page


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (320, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_against(browser, axe, name, width, scheme):
    page = opened(browser, name, width, scheme)
    page.evaluate(
        "[...document.querySelectorAll('details')].slice(0, 40).forEach(d => d.open = true)"
    )
    page.evaluate(axe)
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES
    )
    told = [
        (v["id"], v["help"], [n["target"] for n in v["nodes"]][:3]) for v in found["violations"]
    ]
    assert told == [], json.dumps(told, indent=1)


@pytest.mark.parametrize("name", ["report.html", "vendors.html"])
@pytest.mark.parametrize("width", [320, 360, 768, 1400, 1900])
def test_no_page_is_wider_than_the_screen(browser, name, width):
    page = opened(browser, name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_filters_and_keys_work(browser):
    page = opened(browser, "report.html", 1400)
    told = []
    page.on("console", lambda message: told.append(message.text))
    every = page.locator(".card[data-level]:visible").count()
    page.select_option("select[name=level]", "error")
    errors = page.locator(".card[data-level]:visible").count()
    assert 0 < errors < every
    assert page.locator("#shown").inner_text() == f"{errors} of {every} shown"
    page.click("button[type=reset]")
    page.locator("#shown", has_text=f"{every} places").wait_for()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "c2"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "c1"
    page.uncheck("input[name=keys]")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert told == []


def test_the_words_on_a_page_picture_are_framed(browser):
    page = opened(browser, "report.html", 1400)
    first = page.locator("svg.page a.hit rect").first
    box = first.bounding_box()
    picture = page.locator("svg.page").first.bounding_box()
    assert box["width"] > 20
    assert picture["x"] <= box["x"] <= picture["x"] + picture["width"]


def test_a_slide_stands_beside_its_claims_in_the_picture_of_the_documentation(browser):
    page = opened(browser, "deck.html", 1400)
    page.set_viewport_size({"width": 1400, "height": 860})
    slide = page.locator("div.leaf", has_text="From mailbox to ledger").first
    slide.evaluate("it => window.scrollTo(0, it.getBoundingClientRect().top + scrollY - 92)")
    assert slide.locator(".card").count() >= 3
    page.screenshot(path=PNG / "slide.png")


def words_of(path: Path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def test_libreoffice_sees_the_word_comments():
    reader = pypdf.PdfReader(PNG / "annotated-agreement.docx.pdf")
    notes = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]
    told = [
        note.get("/Contents", "")
        for note in notes
        if str(note.get("/T", "")).startswith("claimlint")
    ]
    assert len(told) > 20
    assert any("Clause: Human review duty" in each for each in told)


def test_notes_of_slides_hold_the_marked_lines():
    assert words_of(PNG / "annotated-deck.pptx.pdf").count("▸ claimlint") > 10


def test_highlights_of_a_pdf_are_seen():
    from PIL import Image, ImageChops

    plain = GALLERY / "plain"
    example = data_folder("examples") / "brochure.pdf"
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(example), str(plain)], check=True)
    for number in (1, 2, 3):
        before = Image.open(GALLERY / f"plain-{number}.png").convert("RGB")
        after = Image.open(PNG / f"annotated-brochure.pdf-{number}.png").convert("RGB")
        assert ImageChops.difference(before, after).getbbox() is not None


def test_the_brief_is_one_page():
    assert [path.name for path in sorted(PNG.glob("brief.docx*.png"))] == ["brief.docx-1.png"]
    text = words_of(PNG / "brief.docx.pdf")
    assert "Before you sign" in text
    assert "Sold one way, contracted another" in text


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".ods"])
def test_answers_survive_libreoffice_saving_them(suffix, tmp_path):
    source = OUT / f"questions{'.docx' if suffix == '.docx' else '.xlsx'}"
    call = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    call += ["--convert-to", suffix[1:], "--outdir", str(tmp_path), str(source)]
    subprocess.run(call, check=True, timeout=300, capture_output=True)
    saved, first = (answered(path) for path in (tmp_path / f"questions{suffix}", source))
    assert not saved["changed"]
    assert [each["status"] for each in saved["questions"]] == [
        each["status"] for each in first["questions"]
    ]
    assert saved["summary"]["partial"] > 0


def answered(path: Path) -> dict:
    call = [sys.executable, "-m", "claimlint", "answers", str(path), "--format=json"]
    call += ["--today=2026-11-23", "--exit-zero"]
    done = subprocess.run(call, check=True, timeout=300, capture_output=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", sorted(path.name for path in OUT.glob("*")))
def test_every_output_was_drawn(name):
    if (OUT / name).suffix in (".md", ".txt", ".csv", ".json"):
        pytest.skip("text is not drawn")
    assert list(PNG.glob(f"{name}*.png"))
