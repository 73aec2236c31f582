"""What names an audit, a certificate or a test is looked for where its words stand."""

from __future__ import annotations

import json
import re

import pytest

from claimlint.datafiles import data_folder
from claimlint.evidence.text.assurances import OPENINGS, assurances_in

_NAMED = [
    ("SOC2 Type II", "SOC 2"),
    ("Type 1 soc 1", "SOC 1"),
    ("certified to ISO/IEC 27001", "ISO 27001"),
    ("ISO27701", "ISO 27701"),
    ("27001 applies", "ISO 27001"),
    ("HITRUST", "HITRUST"),
    ("FedRAMP Moderate", "FEDRAMP"),
    ("Cyber Essentials Plus", "CYBER ESSENTIALS"),
    ("PCI DSS", "PCI"),
    ("TISAX", "TISAX"),
    ("a pentest a year", "penetration test"),
    ("pen-tested", "penetration test"),
    ("an adverse impact analysis", "bias audit"),
    ("tested yearly for racial bias", "bias audit"),
    ("red-teaming", "red team"),
    ("two DPIAs", "impact assessment"),
    ("a data protection impact assessment", "impact assessment"),
    ("externally validated", "independent test"),
    ("audited twice by a third party", "independent test"),
]


def _opens(text: str) -> bool:
    return any(word.startswith(OPENINGS) for word in re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize(("text", "name"), _NAMED)
def test_each_is_known_and_a_word_of_it_calls_for_a_look(text, name):
    assert [named.assurance.name for named in assurances_in(text)] == [name]
    assert _opens(text)


def test_no_text_of_ours_names_one_without_such_a_word():
    files = sorted(data_folder("corpora").glob("t*/*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    naming = [text for line in lines if assurances_in(text := json.loads(line)["text"])]
    assert len(naming) > 20
    assert all(map(_opens, naming))
