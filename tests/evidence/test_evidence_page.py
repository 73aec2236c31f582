"""docs/evidence.md says what the rules and the program say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimlint.evidence.completeness import completeness
from claimlint.evidence.dossier.load import load_dossier
from claimlint.terms import Verdict

PAGE = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
KINDS = dict(
    re.findall(r"^\| \[([\w-]+)\]\(rules/[\w-]+\.md\) \|[^|]+\| (\d+) months", PAGE, re.MULTILINE)
)


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_sample_of_a_dossier_loads(sample, tmp_path, catalogue):
    path = tmp_path / "claimlint.evidence.yaml"
    path.write_text(sample, encoding="utf-8")
    dossier = load_dossier(path, catalogue, path.name)
    assert dossier.bindings
    for item in dossier.disclosures[:-1]:
        kind = catalogue.kind(item.kind)
        shown = completeness(kind, {found.field for found in item.fields})
        assert shown.rank >= Verdict.ASSERTED.rank, item.kind


def test_each_kind_stands_there_with_its_shelf_life(catalogue):
    shelf_lives = {kind.id: str(kind.shelf_life) for kind in catalogue.kinds}
    assert shelf_lives == KINDS


def test_each_verdict_stands_there_with_the_words_that_people_see():
    told = dict(re.findall(r"^\| `([\w-]+)` \(([^)]+)\)", PAGE, re.MULTILINE))
    assert told == {str(verdict): verdict.words for verdict in Verdict}
