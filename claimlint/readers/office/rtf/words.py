"""What the control words of rich text stand for."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "\u2014", "endash": "\u2013", "bullet": "\u2022",
    "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d",
    "zwnj": "\u200c", "lbr": "\n", "softline": "\n",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
ENDS = frozenset(("par", "sect", "cell", "nestcell", "row", "nestrow"))
HEADERS = frozenset(("header", "headerl", "headerr", "headerf"))
FOOTERS = frozenset(("footer", "footerl", "footerr", "footerf"))
BOXES = frozenset(("shptxt", "dptxbxtext"))
NUMBERS = frozenset(("listtext", "pntext"))
KEPT = frozenset(("shpinst", "shpgrp", "ud", "footnote", "annotation", *BOXES))
"""Destinations marked as skippable whose content is read all the same."""
SKIPPED = frozenset(
    "colortbl info pict fldinst listtable listoverridetable revtbl rsidtbl "
    "generator themedata colorschememapping datastore latentstyles xmlnstbl filetbl objdata "
    "shprslt nonshppict sp bkmkstart bkmkend atnid atnauthor atnref atrfstart atrfend tc tcn xe "
    "rxe txe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template private fontemb fontfile "
    "pntxta pntxtb pnseclvl wgrffmtfilter pgptbl mmathPr".split()
)
ENCODINGS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
SYMBOL_CHARSET = 2
