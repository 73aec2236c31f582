"""Office files with random damage: each is read, repaired or refused, and nothing else happens."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from claimlint.document import Passage, Problem
from claimlint.errors import UnreadableFile
from claimlint.readers.interface import PageDone, Source
from claimlint.readers.office.odf import document as odt
from claimlint.readers.office.odf import slides as odp
from claimlint.readers.office.rtf import document as rtf
from claimlint.readers.office.sheets import workbook as xlsx
from claimlint.readers.office.slides import deck as pptx
from claimlint.readers.office.word import document as docx
from tests.build.odf import odf
from tests.build.office import Part, chart, frame, group, note, p, r, shape, slide, story, table
from tests.build.office import docx as build_docx
from tests.build.office import package as build_package
from tests.build.office import pptx as build_pptx
from tests.build.sheets import Sheet, row
from tests.build.sheets import xlsx as build_xlsx

ROUNDS = 120
WORD = build_docx(
    p("Terms", more='<w:outlineLvl w:val="0"/>'),
    p("It pays ", f"<w:ins>{r('alone')}</w:ins>", f"<w:del>{r('never', tag='delText')}</w:del>"),
    p("One", numbered=(1, 0)),
    table(["Metric", "Value"], ["Accuracy", "99 %"]),
    p(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Box')}</w:txbxContent></v:textbox></w:pict></w:r>"
    ),
    parts=[
        Part("numbering", "numbering.xml", story("numbering", '<w:num w:numId="1"/>')),
        Part("footnotes", "footnotes.xml", story("footnotes", note("footnote", 1, "A note"))),
    ],
)
DECK = build_pptx(
    slide(
        shape("Title", kind="title"),
        group(shape("a"), shape("b"), at=(0, 0, 9, 9), inside=(0, 0, 9, 9)),
        frame('<c:chart r:id="charts/c.xml"/>'),
        parts=[Part("chart", "charts/c.xml", chart("T", series="S", category="C", value="1"))],
    )
)
BOOK = build_xlsx(Sheet("S", row(1, "Task", "Value"), row(2, "Triage", "99 %"), header="&LHead"))
TEXT = odf("text", "<text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>")
SHOW = odf("presentation", "<draw:page><draw:frame><text:p>Words</text:p></draw:frame></draw:page>")
RICH = (
    rb"{\rtf1{\fonttbl{\f0\fcharset0 A;}}\pard\intbl One\cell\row\pard{\v x}\u8364?{\footnote n}}"
)
CASES = {
    "docx": (docx, WORD),
    "pptx": (pptx, DECK),
    "xlsx": (xlsx, BOOK),
    "odt": (odt, TEXT),
    "odp": (odp, SHOW),
    "rtf": (rtf, RICH),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few changed, doubled or cut out."""
    raw = bytearray(data)
    for _ in range(chance.choice((1, 2, 6))):
        at = chance.randrange(len(raw) or 1)
        kind = chance.random()
        if kind < 0.5 and raw:
            raw[at] = chance.randrange(256)
        elif kind < 0.75:
            del raw[at : at + chance.randrange(1, 80)]
        else:
            raw[at:at] = raw[at : at + chance.randrange(1, 80)]
    return bytes(raw)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """Return a package with one part damaged before it was packed, or left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    name = chance.choice(sorted(parts))
    if chance.random() < 0.1:
        del parts[name]
    else:
        content = parts[name]
        assert isinstance(content, bytes)
        parts[name] = damaged(content, chance)
    return build_package(parts)


@pytest.mark.parametrize("kind", CASES)
def test_random_damage_is_read_or_refused(kind: str):
    reader, data = CASES[kind]
    chance = random.Random(f"{kind} 2026-11-23")
    for number in range(ROUNDS):
        packed = kind != "rtf" and number % 3
        broken = (damaged_inside if packed else damaged)(data, chance)
        try:
            found = list(reader.read(Source(path=f"x.{kind}", data=broken)))
        except UnreadableFile:
            continue
        assert all(isinstance(item, (Passage, Problem, PageDone)) for item in found)
