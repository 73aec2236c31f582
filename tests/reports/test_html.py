"""The HTML report: one file, every claim where it stands, and nothing of a document runs."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date

import pytest
from lxml import html as parser
from msgspec.structs import replace

from claimlint.comparing import compare
from claimlint.datafiles import data_folder
from claimlint.document import Location, Passage
from claimlint.reports.html.leaves import cuts
from claimlint.reports.html.page import render as rendered
from claimlint.reports.look import Look
from claimlint.session import check
from claimlint.settings import Settings
from claimlint.values.comparison import Role
from claimlint.values.picture import Picture
from claimlint.values.ruling import Ruling, State
from tests.build.office import ap, pptx, shape
from tests.build.pdf import lines, pdf

TODAY = Settings(today=date(2026, 11, 23))
HOSTILE = (
    "<script>alert(1)</script> Our agent works without human intervention.",
    '"><img src=x onerror=alert(2)> It never sleeps and works 24/7.',
    "[see](javascript:alert(3)) 99% accurate {{ 7 * 7 }} {% raw %}",
    '=HYPERLINK("http://example.com","Fully autonomous agents")',
    "Works \u202ewithout\u202c human oversight\x07.",
)


def render(report, **look) -> str:
    return rendered(report, Look(**look))


@pytest.fixture(scope="module")
def report():
    folder = data_folder("examples")
    return check([folder / "deck.pptx", folder / "agreement.docx", folder / "copy.md"], TODAY)


@pytest.fixture(scope="module")
def page(report) -> str:
    return render(report)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "deck<b>.pptx"
    path.write_bytes(pptx(*(shape(ap(text), name="<script>") for text in HOSTILE)))
    return render(check([path], TODAY), why=True)


def test_a_hostile_deck_shows_as_text(hostile):
    tree = parser.fromstring(hostile)
    shown = " ".join(tree.text_content().split())
    for words in ("<script>alert(1)</script>", "{{ 7 * 7 }}", '=HYPERLINK("http://example.com"'):
        assert words in shown
    assert len(tree.findall(".//script")) == 1
    assert tree.findall(".//img") == []
    assert [a for e in tree.iter() for a in e.attrib if a.startswith("on")] == []
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", hostile)


def test_every_link_leads_to_a_place_on_the_page(page, hostile):
    for text in (page, hostile):
        tree = parser.fromstring(text)
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        links = {element.get("href") for element in tree.iter("a")}
        assert {link for link in links if link[:1] != "#" or link[1:] not in ids} == set()


def test_the_policy_of_the_page_allows_its_own_style_and_script_only(page):
    tree = parser.fromstring(page)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; img-src data:;")
    for tag in ("style", "script"):
        (element,) = tree.findall(f".//{tag}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert tree.xpath("//@style") == []
    assert tree.xpath("//link | //iframe | //object | //*[@src]") == []


def test_every_claim_has_a_card_beside_its_marked_words(report, page):
    tree = parser.fromstring(page)
    claims = {(d.path, f.group): f.claim for d in report.documents for f in d.findings}
    cards = tree.xpath("//article[@data-level]")
    assert len(cards) == len(claims)
    badges = {link.get("href") for link in tree.xpath("//a[contains(@class, 'badge')]")}
    assert {f"#{card.get('id')}" for card in cards} <= badges
    for card, claim in zip(cards, claims.values(), strict=True):
        assert card.find(".//mark").text == claim.text


def test_every_clause_has_a_card(report, page):
    clauses = [clause for document in report.documents for clause in document.clauses]
    cards = parser.fromstring(page).xpath("//article[starts-with(@id, 'k')]")
    assert [card.find(".//mark").text for card in cards] == [clause.text for clause in clauses]


def test_the_verdict_stands_first_with_what_every_seller_owes(page):
    tree = parser.fromstring(page)
    (first,) = tree.findall(".//h1")
    assert re.search(
        r"\d+ claims in 3 documents: \d+ backed", " ".join(first.text_content().split())
    )
    assert len(tree.xpath("//li[contains(@class, 'owes')]")) == 4


def test_a_claim_that_was_let_through_says_why_and_counts_nowhere(report):
    document = report.documents[0]
    ruling = Ruling(state=State.DISMISSED, reason="said by <a> poet", owner="Legal")
    first = replace(document.findings[0], ruling=ruling)
    changed = replace(document, findings=(first, *document.findings[1:]))
    tree = parser.fromstring(render(replace(report, documents=(changed, *report.documents[1:]))))
    (card,) = tree.xpath("//article[@id='c1']")
    assert "dismissed by Legal: said by <a> poet" in " ".join(card.text_content().split())
    shown = " ".join(tree.find(".//section[@id='verdict']").text_content().split())
    assert "1 claim was let through by a decision" in shown


def test_no_script_is_needed_to_read_it(page):
    tree = parser.fromstring(page)
    assert [e.get("id") for e in tree.xpath("//*[@hidden]")] == ["filters"]


def test_a_page_with_a_picture_shows_the_claims_on_it():
    folder = data_folder("examples")
    found = check([folder / "brochure.pdf"], TODAY)
    path = found.documents[0].path
    pictures = [Picture(document=path, page=1, png=b"PNG", width=595.0, height=842.0)]
    tree = parser.fromstring(render(found, pictures=tuple(pictures)))
    (svg,) = tree.xpath("//svg[@class='page']")
    assert svg.get("viewbox") == "0 0 595 842"
    hits = svg.xpath(".//a[contains(@class, 'hit') and not(contains(@class, 'further'))]")
    on_page = [f for f in found.findings if f.claim.location.page == 1]
    assert len(hits) == len(on_page)
    assert all(float(r.get("width")) > 0 for hit in hits for r in hit.findall("rect"))


def test_the_same_input_gives_the_same_bytes(report, page):
    assert render(report) == page


def test_conflicts_with_the_contract_stand_side_by_side():
    folder = data_folder("examples")
    given = [(Role.DECK, folder / "deck.pptx"), (Role.CONTRACT, folder / "agreement.docx")]
    found = compare(given, TODAY)
    tree = parser.fromstring(render(found))
    matters = tree.xpath("//section[@id='conflicts']//article")
    assert 0 < len(matters) < len(found.conflicts)
    assert found.conflicts[0].clause.unit in matters[0].text_content()
    told = "".join(matter.text_content() for matter in matters)
    assert [c for c in found.conflicts if c.claim.unit not in told or c.why not in told] == []


def test_one_page_is_said_in_the_singular(tmp_path):
    paper = tmp_path / "one.pdf"
    paper.write_bytes(pdf(lines("Our AI agent never sleeps.")))
    told = parser.fromstring(render(check([str(paper)], TODAY))).text_content()
    assert "1 page · 1 claim" in told


def test_the_leaves_of_a_container_are_those_of_its_papers():
    def said(member: str, **place) -> Passage:
        label = f"{member}: line 1"
        return Passage(text="Alone.", location=Location(label=label, member=member, **place))

    deck, letter = "in/deck.pptx", "mail 1.eml"
    found = cuts((said(deck, slide=1), said(deck, slide=2), said(letter, line=1)), {})
    assert [(cut.label, cut.page) for cut in found] == [
        ("in/deck.pptx: slide 1", None),
        ("in/deck.pptx: slide 2", None),
        ("mail 1.eml: line 1", None),
    ]


def test_a_question_names_its_claims_in_their_order(page):
    for said in parser.fromstring(page).find_class("questions")[0].find_class("soft"):
        numbers = [int(link.text_content()) for link in said.iter("a")]
        assert numbers == sorted(numbers)


def test_vendors_disclose_each_under_its_name(tmp_path):
    for vendor in ("acme", "beta"):
        (tmp_path / vendor).mkdir()
        (tmp_path / vendor / "a.md").write_text("It never sleeps.", encoding="utf-8")
    page = parser.fromstring(render(check([tmp_path / "beta", tmp_path / "acme"], TODAY)))
    names = [said.text_content() for said in page.find_class("matter")]
    assert [name.rpartition("/")[2] for name in names] == ["beta", "acme"]
    assert [len(each.find_class("owes")) for each in page.find_class("owed")] == [4, 4]
