"""Office files for tests, built from their XML so that a reviewer sees what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

_OOXML = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OOXML}/officeDocument/2006/relationships"
_NAMESPACES = {
    "w": f"{_OOXML}/wordprocessingml/2006/main",
    "p": f"{_OOXML}/presentationml/2006/main",
    "a": f"{_OOXML}/drawingml/2006/main",
    "c": f"{_OOXML}/drawingml/2006/chart",
    "dgm": f"{_OOXML}/drawingml/2006/diagram",
    "m": f"{_OOXML}/officeDocument/2006/math",
    "r": _OFFICE,
    "wp": f"{_OOXML}/drawingml/2006/wordprocessingDrawing",
    "pic": f"{_OOXML}/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "p188": "http://schemas.microsoft.com/office/powerpoint/2018/8/main",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
SLIDE_WIDTH, SLIDE_HEIGHT = 9_144_000, 6_858_000


class Part(NamedTuple):
    """A part that the main part refers to; its name is also the id of the relation."""

    kind: str
    name: str
    content: str | bytes
    parts: tuple[Part, ...] = ()


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of the parts, in their order, the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def docx(*blocks: str, parts: Iterable[Part] = (), background: str = "") -> bytes:
    """Return a Word document whose body holds the blocks (`p`, `table` …)."""
    body = f"<w:document {DECLARED}>{background}<w:body>{''.join(blocks)}</w:body></w:document>"
    return office("word/document.xml", body, parts)


def pptx(*slides: Part | str, parts: Iterable[Part] = (), styles: str = "") -> bytes:
    """Return a deck; a slide that is text holds these shapes and nothing else."""
    made = tuple(
        s if isinstance(s, Part) else slide(s, name=f"slides/slide{n}.xml")
        for n, s in enumerate(slides, start=1)
    )
    listed = "".join(f'<p:sldId r:id="{part.name}"/>' for part in made)
    size = f'<p:sldSz cx="{SLIDE_WIDTH}" cy="{SLIDE_HEIGHT}"/>'
    root = f"<p:sldIdLst>{listed}</p:sldIdLst>{size}{styles}"
    xml = f"<p:presentation {DECLARED}>{root}</p:presentation>"
    return office("ppt/presentation.xml", xml, (*made, *parts))


def slide(
    *shapes: str, name: str = "slides/slide1.xml", parts: Iterable[Part] = (), extra: str = ""
) -> Part:
    """Return a slide of these shapes; `extra` are attributes of its root (`show="0"`)."""
    return Part("slide", name, page("sld", *shapes, extra=extra), tuple(parts))


def page(tag: str, *shapes: str, extra: str = "", after: str = "", before: str = "") -> str:
    """Return a page of a deck: `sld`, `notes`, `sldLayout` or `sldMaster`."""
    tree = f"<p:cSld>{before}<p:spTree>{''.join(shapes)}</p:spTree></p:cSld>"
    return f"<p:{tag} {DECLARED} {extra}>{tree}{after}</p:{tag}>"


def p(
    *content: str, style: str = "", numbered: tuple[int, int] | None = None, more: str = ""
) -> str:
    """Return a Word paragraph; plain text becomes a run, `numbered` is list id and level."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered is not None:
        list_id, level = numbered
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{''.join(_run(c) for c in content)}</w:p>"


def r(text: str, properties: str = "", tag: str = "t") -> str:
    """Return a Word run; `tag` is `delText` for deleted text."""
    inside = f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def table(*rows: Iterable[str], properties: str = "") -> str:
    """Return a Word table; a cell is a text, or blocks that open with `<`."""
    made = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{made}</w:tbl>"


def story(tag: str, *blocks: str) -> str:
    """Return a Word part other than the body: `hdr`, `ftr`, `footnotes`, `comments` …"""
    return f"<w:{tag} {DECLARED}>{''.join(blocks)}</w:{tag}>"


def note(kind: str, id_: int, text: str) -> str:
    """Return a footnote, an endnote or a comment."""
    return f'<w:{kind} w:id="{id_}">{p(text)}</w:{kind}>'


def shape(
    *paragraphs: str,
    kind: str | None = None,
    at: tuple[int, int, int, int] | None = (0, 0, 1_000_000, 500_000),
    properties: str = "",
    body: str = "",
    **named: str,
) -> str:
    """Return a shape of a slide; `kind` makes it a placeholder, `at` is x, y, width, height."""
    holder = "" if kind is None else f'<p:ph type="{kind}"/>'
    said = "".join(f" {key}={quoteattr(value)}" for key, value in named.items())
    frame = "" if at is None else xfrm(*at)
    texts = "".join(t if t.startswith("<") else ap(t) for t in paragraphs)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1"{said}/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}{properties}</p:spPr><p:txBody><a:bodyPr/>{body}{texts}</p:txBody></p:sp>"
    )


def group(*shapes: str, at: tuple[int, int, int, int], inside: tuple[int, int, int, int]) -> str:
    """Return a group at a place of the slide, whose inside has coordinates of its own."""
    x, y, width, height = inside
    frame = xfrm(*at, more=f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/>')
    head = '<p:nvGrpSpPr><p:cNvPr id="9" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    return f"<p:grpSp>{head}<p:grpSpPr>{frame}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"


def frame(data: str, at: tuple[int, int, int, int] = (0, 0, 1_000_000, 500_000)) -> str:
    """Return a graphic frame around a table, a chart or a diagram."""
    x, y, width, height = at
    place = f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></p:xfrm>'
    head = '<p:nvGraphicFramePr><p:cNvPr id="5" name="Frame"/></p:nvGraphicFramePr>'
    graphic = f"<a:graphic><a:graphicData>{data}</a:graphicData></a:graphic>"
    return f"<p:graphicFrame>{head}{place}{graphic}</p:graphicFrame>"


def slide_table(*rows: Iterable[str]) -> str:
    """Return a table for a graphic frame on a slide."""

    def cell(text: str) -> str:
        return f"<a:tc><a:txBody><a:bodyPr/>{ap(text)}</a:txBody></a:tc>"

    made = "".join(f"<a:tr>{''.join(cell(text) for text in row)}</a:tr>" for row in rows)
    return f"<a:tbl>{made}</a:tbl>"


def picture(descr: str = "", box: tuple[int, int, int, int] = (0, 0, 1_000_000, 500_000)) -> str:
    """Return a picture on a slide."""
    said = f'<p:nvPicPr><p:cNvPr id="3" descr={quoteattr(descr)}/><p:nvPr/></p:nvPicPr>'
    return f"<p:pic>{said}<p:blipFill><a:blip/></p:blipFill><p:spPr>{xfrm(*box)}</p:spPr></p:pic>"


def chart(title: str, *, series: str, category: str, value: str) -> str:
    """Return a chart part with one series of one value."""

    def cached(tag: str, text: str, kind: str = "str") -> str:
        points = f"<c:{kind}Cache><c:pt><c:v>{text}</c:v></c:pt></c:{kind}Cache>"
        return f"<c:{tag}><c:{kind}Ref>{points}</c:{kind}Ref></c:{tag}>"

    said = f"<c:title><c:tx><c:rich>{ap(title)}</c:rich></c:tx></c:title>"
    row = cached("tx", series) + cached("cat", category) + cached("val", value, "num")
    return f"<c:chartSpace {DECLARED}><c:chart>{said}<c:ser>{row}</c:ser></c:chart></c:chartSpace>"


def diagram(*nodes: tuple[str, str, str]) -> str:
    """Return the data part of a diagram; a node is id, text and the id of its parent or ""."""
    points = "".join(
        f'<dgm:pt modelId="{id_}"><dgm:t><a:bodyPr/>{ap(text)}</dgm:t></dgm:pt>'
        for id_, text, _ in nodes
    )
    links = "".join(
        f'<dgm:cxn srcId="{parent or "0"}" destId="{id_}" srcOrd="{n}"/>'
        for n, (id_, _, parent) in enumerate(nodes)
    )
    root = '<dgm:pt modelId="0" type="doc"/>'
    lists = f"<dgm:ptLst>{root}{points}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst>"
    return f"<dgm:dataModel {DECLARED}>{lists}</dgm:dataModel>"


def ap(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of the drawing language; a line break in `text` becomes `a:br`."""
    runs = "<a:br/>".join(
        f"<a:r><a:rPr {run if not run.startswith('<') else ''}>"
        f"{run if run.startswith('<') else ''}</a:rPr><a:t>{escape(line)}</a:t></a:r>"
        for line in text.split("\n")
    )
    return f"<a:p><a:pPr {properties}/>{runs}</a:p>"


def xfrm(x: int, y: int, width: int, height: int, more: str = "") -> str:
    """Return where a shape stands."""
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>{more}</a:xfrm>'


def _run(content: str) -> str:
    return content if content.startswith("<") else r(content)


def _cell(content: str) -> str:
    blocks = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr/>{blocks}</w:tc>"


def office(main: str, xml: str, parts: Iterable[Part]) -> bytes:
    """Return the package of a main part and all that it refers to."""
    root = [Part("officeDocument", main, xml, tuple(parts))]
    made: dict[str, str | bytes] = {"_rels/.rels": _relations(root)}
    folder = main.partition("/")[0]
    todo = [(part, "") for part in root]
    while todo:
        part, inside = todo.pop(0)
        name = f"{inside}{part.name}"
        made[name] = part.content
        if part.parts:
            above, _, base = name.rpartition("/")
            made[f"{above}/_rels/{base}.rels"] = _relations(part.parts, folder)
            todo.extend((child, f"{folder}/") for child in part.parts)
    return package(made)


def _relations(parts: Iterable[Part], folder: str = "") -> str:
    start = f"/{folder}/" if folder else "/"
    entries = "".join(
        f'<Relationship Id="{part.name}" Type="{_OFFICE}/{part.kind}" '
        f'Target="{part.name if "://" in part.name else start + part.name}"/>'
        for part in dict.fromkeys(parts)
    )
    space = f"{_OOXML}/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{entries}</Relationships>'
