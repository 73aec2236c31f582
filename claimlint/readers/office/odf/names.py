"""The XML names of OpenDocument, in the form that lxml compares (`{namespace}name`).

Source: ISO/IEC 26300, OpenDocument 1.3.
"""

from __future__ import annotations

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"

OFFICE = "{" + _ODF + "office:1.0}"
TEXT = "{" + _ODF + "text:1.0}"
TABLE = "{" + _ODF + "table:1.0}"
DRAW = "{" + _ODF + "drawing:1.0}"
STYLE = "{" + _ODF + "style:1.0}"
SHOW = "{" + _ODF + "presentation:1.0}"
FO = "{" + _ODF + "xsl-fo-compatible:1.0}"
SVG = "{" + _ODF + "svg-compatible:1.0}"
LINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
