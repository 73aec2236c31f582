"""Gives a PDF without a usable trailer a new one, so that its pages can be read after all."""

from __future__ import annotations

from claimlint.regex import regex

_OBJECT = regex(rb"(?<!\d)(\d{1,7})\s+(\d{1,5})\s+obj\b")
_CATALOG = regex(rb"/Type\s*/Catalog\b")
_PAGE = regex(rb"/Type\s*/Page\b(?!s)")
_ENCRYPT = regex(rb"/Encrypt\s+\d+\s+\d+\s+R")
_ID = regex(rb"/ID\s*\[\s*<[0-9a-fA-F]*>\s*<[0-9a-fA-F]*>\s*\]")
HEAD = 4_000
"""The keys that tell what an object is stand among its first bytes."""
MOST = 50_000


def salvaged(data: bytes) -> bytes | None:
    """Return `data` with a trailer that leads to its catalogue, or to its pages; None without any.

    Objects keep their places; what follows the last whole object is left as it is.
    """
    pages: list[bytes] = []
    catalog: bytes | None = None
    highest = 0
    starts = list(_OBJECT.finditer(data))[:MOST]
    for match, after in zip(starts, (*starts[1:], None), strict=False):
        end = len(data) if after is None else after.start()
        head = data[match.end() : min(end, match.end() + HEAD)].split(b"stream", 1)[0]
        highest = max(highest, int(match[1]))
        name = b"%s %s R" % (match[1], match[2])
        if _CATALOG.search(head):
            catalog = name
        elif _PAGE.search(head):
            pages.append(name)
    if catalog is None and not pages:
        return None
    return data + b"\nendobj\n" + _ending(catalog, pages, highest, _locks(data))


def _locks(data: bytes) -> bytes:
    """Return what the old trailer said of encryption."""
    found = (pattern.search(data) for pattern in (_ENCRYPT, _ID))
    return b"".join(match[0] for match in found if match)


def _ending(catalog: bytes | None, pages: list[bytes], highest: int, locks: bytes) -> bytes:
    tree, root = highest + 1, highest + 2
    built = b""
    if pages:
        kids = b" ".join(dict.fromkeys(pages))
        built += b"%d 0 obj\n<</Type/Pages/Kids[%s]/Count %d>>\nendobj\n" % (
            tree,
            kids,
            len(set(pages)),
        )
        built += b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (root, tree)
        catalog = b"%d 0 R" % root
    return built + b"trailer\n<</Root %s/Size %d%s>>\n%%%%EOF\n" % (catalog, root + 1, locks)
