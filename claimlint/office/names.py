"""The XML names that office files are made of, in the form that lxml compares (`{namespace}name`).

Source: ECMA-376 (transitional); the strict namespaces are rewritten to these while parsing.
"""

from __future__ import annotations

_OOXML = "http://schemas.openxmlformats.org"

W = "{" + _OOXML + "/wordprocessingml/2006/main}"
P = "{" + _OOXML + "/presentationml/2006/main}"
S = "{" + _OOXML + "/spreadsheetml/2006/main}"
A = "{" + _OOXML + "/drawingml/2006/main}"
C = "{" + _OOXML + "/drawingml/2006/chart}"
DGM = "{" + _OOXML + "/drawingml/2006/diagram}"
M = "{" + _OOXML + "/officeDocument/2006/math}"
R = "{" + _OOXML + "/officeDocument/2006/relationships}"
WP = "{" + _OOXML + "/drawingml/2006/wordprocessingDrawing}"
PIC = "{" + _OOXML + "/drawingml/2006/picture}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PR = "{http://schemas.openxmlformats.org/package/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
P188 = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"
