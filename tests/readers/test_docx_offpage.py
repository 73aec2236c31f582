"""Text boxes of a Word document that stand where no page is are told as unseen."""

from __future__ import annotations

import pytest

from claimlint.document import Passage
from claimlint.readers.interface import Source
from claimlint.readers.office.word import document as reader
from tests.build.office import docx, p

INCH = 914_400
LETTER = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
BOX = f"<w:txbxContent>{p('No person checks it.')}</w:txbxContent>"


def hidden(run: str, section: str = LETTER) -> str | None:
    data = docx(p("Around.", run), section)
    found = reader.read(Source(path="a.docx", data=data))
    (box,) = [x for x in found if isinstance(x, Passage) and x.text.startswith("No person")]
    return box.location.hidden


def drawn(x: float, y: float = 1, relative: str = "page", simple: str = "0") -> str:
    def position(axis: str, inches: float) -> str:
        offset = f"<wp:posOffset>{int(inches * INCH)}</wp:posOffset>"
        return f'<wp:position{axis} relativeFrom="{relative}">{offset}</wp:position{axis}>'

    return (
        f'<w:r><w:drawing><wp:anchor simplePos="{simple}">'
        f'<wp:simplePos x="{int(x * INCH)}" y="{int(y * INCH)}"/>'
        f"{position('H', 0 if simple == '1' else x)}{position('V', y)}"
        f'<wp:extent cx="{2 * INCH}" cy="{INCH}"/><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>'
        "</wp:anchor></w:drawing></w:r>"
    )


def styled(style: str) -> str:
    shape = f'<v:shape style="{style}"><v:textbox>{BOX}</v:textbox></v:shape>'
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


OFF = {
    "left of the page": drawn(-2),
    "right of the page": drawn(8.5),
    "above the page": drawn(1, -1),
    "below the page": drawn(1, 11),
    "far from the column": drawn(-30, relative="column"),
    "by its simple position": drawn(-5, simple="1"),
    "in the old language": styled("position:absolute;margin-left:-900pt;width:100pt"),
    "in the old language, by page": styled(
        "position:absolute;left:9in;width:1in;mso-position-horizontal-relative:page"
    ),
}
ON = {
    "half over the edge": drawn(-1),
    "in the margin beside the column": drawn(-1.5, relative="column"),
    "in the old language": styled("position:absolute;margin-left:-60pt;width:100pt"),
    "in the line": styled("width:100pt;margin-left:-900pt"),
}


@pytest.mark.parametrize("run", OFF.values(), ids=OFF)
def test_a_box_off_the_page_is_told(run):
    assert hidden(run) == "off the page"


@pytest.mark.parametrize("run", ON.values(), ids=ON)
def test_a_box_that_is_seen_is_not(run):
    assert hidden(run) is None


def test_a_page_of_unknown_size_is_taken_for_the_largest():
    assert hidden(drawn(12), section="") is None
    assert hidden(drawn(23), section="") == "off the page"
