"""OpenDocument files for tests, built from their XML."""

from __future__ import annotations

from tests.build.office import package

_NAMES = ("office", "text", "table", "style")
_SPACES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in _NAMES} | {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())


def odf(
    kind: str,
    body: str,
    *,
    styles: str = "",
    masters: str = "",
    parts: dict[str, str] | None = None,
) -> bytes:
    """Return a file of a kind (`text`, `presentation`, `spreadsheet`)."""
    return package(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content(kind, body, styles),
            "styles.xml": _document("document-styles", _in("master-styles", masters)),
            **(parts or {}),
        }
    )


def content(kind: str, body: str, styles: str = "", root: str = "document-content") -> str:
    """Return the content of a file; with the root `document` it is a flat file."""
    return _document(root, _in("automatic-styles", styles) + _in("body", _in(kind, body)))


def hidden(family: str, name: str) -> str:
    """Return a style whose text is not displayed."""
    properties = '<style:text-properties text:display="none"/>'
    return f'<style:style style:family="{family}" style:name="{name}">{properties}</style:style>'


def _document(root: str, inside: str) -> str:
    return f"<office:{root} {DECLARED}>{inside}</office:{root}>"


def _in(tag: str, inside: str) -> str:
    return f"<office:{tag}>{inside}</office:{tag}>"
