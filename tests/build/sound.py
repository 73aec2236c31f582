"""Says what Word, PowerPoint and Excel would have to repair in a package: the rules that they hold.

Parts, their types and their relations are those of ECMA-376 part 2; the order of children that of
part 1 for the elements that claimlint writes. It is no schema: what is not listed is not looked at.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = re.compile(r"\{http://(?:schemas\.openxmlformats|purl\.oclc)\.org/[^}]*/relationships\}")
_MAIN = re.compile(
    r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/(\w+)/(?:2006/)?main"
)
ORDER = {
    "wordprocessingml:pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
        "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
        "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
        "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "wordprocessingml:rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
        "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
        "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
        "specVanish oMath"
    ),
    "wordprocessingml:tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
        "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    "wordprocessingml:tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
        "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "wordprocessingml:tbl": ("tblPr tblGrid tr"),
    "wordprocessingml:sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
        "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection "
        "bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "wordprocessingml:sdt": ("sdtPr sdtEndPr sdtContent"),
    "presentationml:presentation": (
        "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz smartTags "
        "embeddedFontLst custShowLst photoAlbum custDataLst kinsoku defaultTextStyle "
        "modifyVerifier extLst"
    ),
    "presentationml:notes": ("cSld clrMapOvr transition timing extLst"),
    "presentationml:notesMaster": ("cSld clrMap hf notesStyle extLst"),
    "presentationml:sp": ("nvSpPr spPr style txBody extLst"),
    "presentationml:cm": ("pos text extLst"),
    "spreadsheetml:workbook": (
        "fileVersion fileSharing workbookPr workbookProtection bookViews sheets "
        "functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews "
        "pivotCaches extLst"
    ),
    "spreadsheetml:worksheet": (
        "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr "
        "sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate "
        "customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations "
        "hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks "
        "customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing "
        "legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst"
    ),
    "spreadsheetml:styleSheet": (
        "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"
    ),
}
"""The children of an element in the order that their programs insist on."""


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a package, nothing where its program would open it as it is."""
    package = _Package(data)
    return [
        *package.doubled(),
        *package.untyped(),
        *package.loose(),
        *package.mixed(),
        *(fault for name, root in package.trees.items() for fault in _order(name, root)),
        *_comments(package),
        *_slides(package),
        *_authors(package),
        *_sheets(package),
    ]


class _Package:
    def __init__(self, data: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = archive.namelist()
        self.trees = {
            name: etree.fromstring(archive.read(name))
            for name in self.names
            if name.endswith((".xml", ".rels"))
        }
        self.relations = {
            name: {entry.get("Id", ""): entry for entry in root.iter(_RELATIONS)}
            for name, root in self.trees.items()
            if name.endswith(".rels")
        }

    def related(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part refers to by relations of one kind."""
        return [
            _target(name, entry)
            for entry in self.relations.get(_relations_of(name), {}).values()
            if entry.get("Type", "").rpartition("/")[2] == kind
        ]

    def doubled(self) -> Iterator[str]:
        for name, count in Counter(name.lower() for name in self.names).items():
            if count > 1:
                yield f"{name}: stands in the package {count} times"

    def untyped(self) -> Iterator[str]:
        types = self.trees["[Content_Types].xml"]
        parts = [entry.get("PartName", "")[1:] for entry in types.iter(f"{_TYPES}Override")]
        suffixes = {entry.get("Extension", "").lower() for entry in types.iter(f"{_TYPES}Default")}
        yield from (f"{name}: typed, and not there" for name in parts if name not in self.names)
        yield from (f"{name}: typed twice" for name, n in Counter(parts).items() if n > 1)
        for name in self.names:
            typed = name in parts or name.rpartition(".")[2].lower() in suffixes
            if not typed and name != "[Content_Types].xml" and not name.endswith("/"):
                yield f"{name}: has no content type"

    def loose(self) -> Iterator[str]:
        """Yield relations that lead nowhere, and references to relations that are not there."""
        for rels, entries in self.relations.items():
            source = posixpath.join(posixpath.dirname(posixpath.dirname(rels)), _base(rels))
            if source and source not in self.names:
                yield f"{rels}: relations of a part that is not there"
            if len(entries) != len(self.trees[rels]):
                yield f"{rels}: an id stands twice"
            for id_, entry in entries.items():
                if (
                    entry.get("TargetMode") != "External"
                    and _target(source, entry) not in self.names
                ):
                    yield f"{rels}: {id_} leads to {entry.get('Target')}, which is not there"
        for name, root in self.trees.items():
            known = self.relations.get(_relations_of(name), {})
            for element in root.iter(etree.Element):
                for key, value in element.attrib.items():
                    if _OFFICE.match(key) and value and value not in known:
                        yield f"{name}: {_short(element)} refers to {value}, which is no relation"

    def mixed(self) -> Iterator[str]:
        """Yield the relations that are not of the document's own standard, strict or not."""
        types = [entry.get("Type", "") for entry in self.relations["_rels/.rels"].values()]
        strict = any("purl.oclc.org" in type_ for type_ in types)
        for rels, entries in self.relations.items():
            for id_, entry in entries.items():
                office = "/officeDocument/" in entry.get("Type", "")
                if office and ("purl.oclc.org" in entry.get("Type", "")) is not strict:
                    yield f"{rels}: {id_} is a relation of the other standard"


def _order(name: str, root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        order = ORDER.get(_short(element), "").split()
        if not order:
            continue
        ranks = [order.index(tag) for tag in map(_tag, element) if tag in order]
        if ranks != sorted(ranks):
            yield f"{name}: children of {_short(element)} stand in another order"


def _comments(package: _Package) -> Iterator[str]:
    """Yield what is wrong with comments of Word: each has a range, one reference and its own id."""
    for main in package.related("", "officeDocument"):
        root = package.trees[main]
        if _short(root) != "wordprocessingml:document":
            continue
        held = [
            _attribute(entry, "id")
            for part in package.related(main, "comments")
            for entry in package.trees[part]
        ]
        yield from (f"comment {id_} stands twice" for id_, n in Counter(held).items() if n > 1)
        for tag in ("commentReference", "commentRangeStart", "commentRangeEnd"):
            ids = [_attribute(e, "id") for e in root.iter(etree.Element) if _tag(e) == tag]
            yield from (f"{tag} {id_} has no comment" for id_ in ids if id_ not in held)
            yield from (f"{tag} {id_} stands twice" for id_, n in Counter(ids).items() if n > 1)
            if tag == "commentReference":
                yield from (f"comment {id_} has no reference" for id_ in set(held) - set(ids))
        for cell in (e for e in root.iter(etree.Element) if _short(e) == "wordprocessingml:tc"):
            if _tag(cell[-1]) != "p":
                yield "a cell does not end with a paragraph"


def _slides(package: _Package) -> Iterator[str]:
    """Yield what is wrong with a deck: ids of shapes, notes without a slide, shared themes."""
    themes: Counter[str] = Counter()
    for name, root in package.trees.items():
        elements = list(root.iter(etree.Element))
        shapes = Counter(e.get("id") for e in elements if _short(e) == "presentationml:cNvPr")
        yield from (f"{name}: two shapes with the id {id_}" for id_, n in shapes.items() if n > 1)
        needed = {"notes": ("slide", "notesMaster"), "notesMaster": ("theme",)}
        for kind in needed.get(_tag(root), ()):
            if len(package.related(name, kind)) != 1:
                yield f"{name}: needs one {kind}"
        if any(_tag(e) == "txBody" and "p" not in map(_tag, e) for e in elements):
            yield f"{name}: a text without a paragraph"
        if _tag(root) in ("notesMaster", "sldMaster", "handoutMaster"):
            themes.update(package.related(name, "theme"))
    yield from (f"{name}: theme of {n} masters" for name, n in themes.items() if n > 1)


def _authors(package: _Package) -> Iterator[str]:
    """Yield comments of a deck that stand twice, or of which their author knows nothing."""
    last: dict[str | None, int] = {}
    written: Counter[tuple[str | None, str | None]] = Counter()
    for root in package.trees.values():
        for entry in root if _short(root) == "presentationml:cmAuthorLst" else ():
            last[entry.get("id")] = int(entry.get("lastIdx", "0"))
        for entry in root if _short(root) == "presentationml:cmLst" else ():
            written[entry.get("authorId"), entry.get("idx")] += 1
    for (author, number), count in written.items():
        if count > 1:
            yield f"comment {number} stands twice"
        if int(number or 0) > last.get(author, -1):
            yield f"comment {number}: its author knows of no such comment"


def _sheets(package: _Package) -> Iterator[str]:
    """Yield what is wrong with a workbook: names of sheets, lengths, order of cells."""
    for name, root in package.trees.items():
        if _short(root) == "spreadsheetml:workbook":
            for sheet in (e for e in root.iter(etree.Element) if _tag(e) == "sheet"):
                title = sheet.get("name", "")
                if not 0 < len(title) <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$", title):
                    yield f"{name}: no name for a sheet: {title!r}"
        for element in root.iter(etree.Element):
            if _short(element) == "spreadsheetml:row":
                columns = [_column(cell.get("r", "")) for cell in element]
                if columns != sorted(set(columns)):
                    yield f"{name}: cells of row {element.get('r')} stand in another order"
            elif _short(element) == "spreadsheetml:t" and len(element.text or "") > 32_767:
                yield f"{name}: a text longer than a cell holds"
            elif _short(element) == "spreadsheetml:formula1" and len(element.text or "") > 257:
                yield f"{name}: choices longer than Excel reads"


def _target(source: str, entry: etree._Element) -> str:
    joined = posixpath.join("/", posixpath.dirname(source), entry.get("Target", ""))
    return posixpath.normpath(joined).lstrip("/")


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _base(rels: str) -> str:
    return posixpath.basename(rels).removesuffix(".rels")


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _short(element: etree._Element) -> str:
    """Return a tag with the name of its language ("wordprocessingml:p"), "" where it has none."""
    space = _MAIN.match(etree.QName(element).namespace or "")
    return f"{space[1]}:{_tag(element)}" if space else ""


def _attribute(element: etree._Element, name: str) -> str:
    return next((v for k, v in element.attrib.items() if etree.QName(k).localname == name), "")


def _column(address: str) -> int:
    letters = address.rstrip("0123456789")
    return sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(letters)))
