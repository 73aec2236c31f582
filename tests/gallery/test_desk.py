"""The desk in a real browser: the jobs of a buyer and of a lawyer, and those who mean harm."""

from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from claimlint.datafiles import data_folder
from tests.build.pdf import lines, pdf
from tests.web.served import Served, serving

pytestmark = pytest.mark.gallery

SHOTS = Path(__file__).resolve().parents[2] / "build" / "desk"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = ("papers", "claims", "contract", "versions", "label", "answers")
LONG = 120_000
HOSTILE = """# <img src="http://192.0.2.1/x.png" onerror="document.title='owned'">

<script>document.title = "owned"</script> It closes tickets without human intervention.

![x](http://192.0.2.1/y.png) [It](javascript:document.title='owned') runs autonomously, 24/7.
"""


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving(most_bytes=20_000_000) as made:
        yield made


class Watched:
    """A page that counts clicks and remembers what it asked for and complained of."""

    def __init__(self, browser, served: Served, width: int = 1280, scheme: str = "light") -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            accept_downloads=True,
            bypass_csp=False,
        )
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.told: list[str] = []
        self.clicks = 0
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))
        self.page.on("dialog", lambda dialog: self.told.append(f"dialog {dialog.message}"))
        self.page.goto(served.address)
        self.page.wait_for_selector("#main > *")

    def click(self, selector: str) -> None:
        self.clicks += 1
        self.page.click(selector)

    def taken(self, selector: str) -> bytes:
        with self.page.expect_download() as waited:
            self.click(selector)
        return Path(waited.value.path()).read_bytes()

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        whole = Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")
        few = whole.quantize(128, dither=Image.Dither.NONE)
        few.save(SHOTS / f"{name}.png", optimize=True)

    def view(self, name: str) -> None:
        self.click(f"#tabs [data-view={name}]")


@pytest.fixture
def clean(served):
    """Return the desk with nothing on it."""
    served.desk.runner.forget()
    served.desk.store.clear()
    return served


def test_a_buyer_drops_papers_and_sends_the_questionnaire_in_under_ten_clicks(browser, clean):
    buyer = Watched(browser, clean)
    examples = data_folder("examples")
    with buyer.page.expect_file_chooser() as chooser:
        buyer.click("#choose")
    chooser.value.set_files([str(examples / n) for n in ("deck.pptx", "agreement.docx")])
    buyer.page.wait_for_selector("#read")
    buyer.click("#read")
    buyer.page.wait_for_selector("button.claim", timeout=LONG)
    buyer.click("button.claim >> nth=2")
    assert buyer.page.locator("#detail .needs .chip").count() > 0
    buyer.view("answers")
    workbook = buyer.taken("#questionnaire")
    assert workbook.startswith(b"PK")
    assert buyer.clicks < 10
    assert buyer.told == []
    buyer.context.close()


def test_reading_can_be_stopped_with_the_mouse_and_with_the_keyboard(browser, clean):
    text = "It closes every ticket without human intervention."
    clean.desk.store.add("long.pdf", pdf(*(lines(f"{n}. {text}") for n in range(300))))
    buyer = Watched(browser, clean)
    buyer.click("#read")
    buyer.page.wait_for_selector(".latest li", timeout=LONG)
    buyer.click("#halt")
    buyer.page.wait_for_selector("#read:focus", timeout=LONG)
    buyer.page.keyboard.press("Enter")
    buyer.page.wait_for_selector("#halt:focus", timeout=LONG)
    buyer.page.keyboard.press("Enter")
    buyer.page.wait_for_selector("#read:focus", timeout=LONG)
    assert buyer.told == []
    buyer.context.close()


def test_a_hostile_paper_is_text_and_asks_nobody(browser, clean):
    clean.desk.store.add('deck"><svg onload=alert(1)>.md', HOSTILE.encode())
    page = Watched(browser, clean)
    page.click("#read")
    page.page.wait_for_selector("button.claim", timeout=LONG)
    for view in VIEWS:
        page.view(view)
        page.page.wait_for_timeout(300)
        assert page.page.title().endswith("claimlint desk")
    assert page.told == []
    assert [url for url in page.asked if not url.startswith(clean.base)] == []
    page.context.close()


def test_a_worker_that_is_killed_is_told_and_the_others_are_read(browser, clean):
    pages = (lines(f"Page {n} is about the office.", "It runs autonomously.") for n in range(200))
    clean.desk.store.add("long.pdf", pdf(*pages))
    clean.desk.store.add("copy.md", b"It closes tickets without human intervention.\n")
    page = Watched(browser, clean)
    page.click("#read")
    page.page.wait_for_selector(".latest li", timeout=LONG)
    for child in children():
        os.kill(child, signal.SIGKILL)
    page.page.wait_for_selector("button.claim", timeout=LONG)
    papers = page.page.locator("article.paper h2")
    assert papers.all_inner_texts() == ["long.pdf", "copy.md"]
    assert page.told == []
    page.context.close()


def test_answers_that_came_back_are_shown_with_their_state_and_what_shows_nothing(browser, clean):
    clean.desk.store.add("copy.md", b"It closes 97% of tickets without human intervention.")
    buyer = Watched(browser, clean)
    buyer.click("#read")
    buyer.page.wait_for_selector("button.claim", timeout=LONG)
    buyer.view("answers")
    book = openpyxl.load_workbook(io.BytesIO(buyer.taken("a[download='questions.xlsx']")))
    book["Questions"]["D3"] = "available on request"
    sent = io.BytesIO()
    book.save(sent)
    clean.desk.store.add("from the vendor.xlsx", sent.getvalue())
    buyer.view("papers")
    buyer.page.reload()
    buyer.view("papers")
    buyer.click("#read")
    buyer.page.wait_for_selector("#tabs [data-view=claims][aria-current=page]", timeout=LONG)
    buyer.view("answers")
    came = buyer.page.inner_text("section[aria-labelledby=came] .needs > li >> nth=0")
    assert came.startswith("open ")
    assert "available on request" in came
    assert buyer.told == []
    buyer.context.close()


def children() -> list[int]:
    """Return the reading processes of this one."""
    found = []
    for folder in Path("/proc/self/task").iterdir():
        for child in map(int, (folder / "children").read_text().split()):
            call = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"claimlint.readers.process.child" in call:
                found.append(child)
    return found


@pytest.fixture(scope="module")
def again(browser, served) -> Served:
    """Return the desk with the example read once more, after what others did to it.

    Whoever wants a `clean` desk stands above those who want this one: it is the same.
    """
    served.desk.runner.forget()
    served.desk.store.clear()
    page = Watched(browser, served)
    page.shot("start")
    page.click("#example")
    page.page.wait_for_selector(".latest li", timeout=LONG)
    page.shot("reading")
    page.page.wait_for_selector("button.claim", timeout=LONG)
    page.page.wait_for_selector("svg.page", timeout=LONG)
    page.context.close()
    return served


def test_a_lawyer_sees_the_contract_beside_the_promise_decides_and_takes_the_memo(browser, again):
    lawyer = Watched(browser, again)
    lawyer.view("contract")
    frame = lawyer.page.frame_locator("iframe")
    frame.locator("text=The contract").first.wait_for(timeout=LONG)
    lawyer.shot("contract")
    frame.locator("a[target=_top]").first.click()
    lawyer.page.wait_for_selector(".line.here", timeout=LONG)
    assert lawyer.page.get_attribute("#main", "data-view") == "claims"
    lawyer.click("button.claim >> nth=4")
    lawyer.shot("claims")
    lawyer.page.fill("input[name=reason]", "Settled in the annex.")
    lawyer.page.fill("input[name=owner]", "Ada")
    lawyer.click("button[value=accepted]")
    lawyer.page.wait_for_selector("button.claim.held")
    lawyer.view("answers")
    assert lawyer.taken("a[download='memo.docx']").startswith(b"PK")
    kept = json.loads(lawyer.taken("a[download='decisions.json']"))
    assert kept["decisions"][0]["owner"] == "Ada"
    lawyer.view("claims")
    lawyer.click("text=Withdraw")
    lawyer.page.wait_for_selector("button.claim.held", state="detached")
    assert lawyer.told == []
    assert [url for url in lawyer.asked if not url.startswith(again.base)] == []
    lawyer.context.close()


def test_a_second_tab_sees_what_the_first_decided(browser, again):
    first, second = Watched(browser, again), Watched(browser, again)
    for each in (first, second):
        each.page.wait_for_selector("button.claim")
    first.click("button.claim >> nth=1")
    first.page.fill("input[name=reason]", "Known.")
    first.page.fill("input[name=owner]", "Bo")
    first.click("button[value=dismissed]")
    second.page.wait_for_selector("button.claim.held", timeout=LONG)
    first.click("text=Withdraw")
    second.page.wait_for_selector("button.claim.held", state="detached", timeout=LONG)
    first.context.close()
    second.context.close()


def test_what_somebody_types_stays_while_another_decides(browser, again):
    first, second = Watched(browser, again), Watched(browser, again)
    for each in (first, second):
        each.page.wait_for_selector("button.claim")
    second.click("button.claim >> nth=2")
    second.page.fill("textarea[name=note]", "Ask legal")
    first.click("button.claim >> nth=1")
    first.page.fill("input[name=reason]", "Known.")
    first.page.fill("input[name=owner]", "Bo")
    first.click("button[value=dismissed]")
    second.page.wait_for_selector("button.claim.held", timeout=LONG)
    assert second.page.input_value("textarea[name=note]") == "Ask legal"
    assert second.page.evaluate("document.activeElement.name") == "note"
    first.click("text=Withdraw")
    second.page.wait_for_selector("button.claim.held", state="detached", timeout=LONG)
    first.context.close()
    second.context.close()


def test_papers_that_are_dropped_land_on_the_desk(browser, again):
    page = Watched(browser, again).page
    page.wait_for_selector("button.claim")
    page.evaluate(
        """() => {
          const given = new DataTransfer();
          given.items.add(new File(["It works autonomously."], "late.txt"));
          const how = {dataTransfer: given, bubbles: true, cancelable: true};
          document.body.dispatchEvent(new DragEvent("drop", how));
        }"""
    )
    page.wait_for_selector(".papers >> text=late.txt")
    page.click("[aria-label='Take late.txt away']")
    page.wait_for_selector(".papers >> text=late.txt", state="detached")
    page.context.close()


def test_the_keyboard_goes_through_the_claims_and_to_a_place(browser, again):
    page = Watched(browser, again).page
    page.wait_for_selector("button.claim")
    page.focus("#main")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.claim") == "3"
    page.focus("#detail .places button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('here')")
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark"), (1000, "light")])
def test_axe_finds_nothing_against_any_view(browser, again, axe, width, scheme):
    watched = Watched(browser, again, width, scheme)
    page = watched.page
    page.wait_for_selector("button.claim:visible")
    for view in VIEWS:
        watched.view(view)
        page.wait_for_timeout(700)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # The policy of the page lets nobody add a script, not even axe: it is evaluated instead.
        page.evaluate(axe)
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, iframes: false})",
            RULES,
        )
        told = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found["violations"]]
        assert told == [], f"{view}: {json.dumps(told)}"
    watched.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (2560, "light"), (3840, "dark")])
def test_the_claims_fit_from_a_telephone_to_a_wall(browser, again, width, scheme):
    watched = Watched(browser, again, width, scheme)
    watched.page.wait_for_selector("button.claim:visible")
    watched.click("button.claim >> nth=4")
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.page.locator("#detail h2").bounding_box()["y"] >= 0
    watched.shot(f"claims-{width}-{scheme}")
    watched.context.close()
