"""A wrong catalogue file is told with file, line, key and the nearest name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimlint.datafiles import data_folder
from claimlint.errors import RuleFault
from claimlint.evidence.detectors.named import FRAGMENTS
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.rulebook.yaml.evidence_kinds import EMBEDDABLE


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    copy = tmp_path / "rules"
    shutil.copytree(data_folder("rules"), copy)
    return copy


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_unknown_kind_is_told_with_its_line_and_the_nearest_name(rules):
    change(rules / "categories.yaml", "oversight-spec", "oversight-spek")
    with pytest.raises(RuleFault, match=r'categories\.yaml:11: .*did you mean "oversight-spec"'):
        load_catalogue(rules)


def test_an_unknown_key_is_told(rules):
    change(rules / "evidence" / "accuracy-evaluation.yaml", "shelf_life:", "shelflife:")
    with pytest.raises(RuleFault, match=r'accuracy-evaluation\.yaml:\d+: .*"shelflife"'):
        load_catalogue(rules)


def test_a_cue_that_names_no_list_is_told(rules):
    change(rules / "evidence" / "accuracy-evaluation.yaml", "cues: [$metric,", "cues: [$metrik,")
    with pytest.raises(RuleFault, match=r'"metrik" \(did you mean "metric"'):
        load_catalogue(rules)


def test_a_detector_that_cannot_stand_in_a_longer_cue_is_told(rules):
    old = "cues: [$version]"
    change(rules / "evidence" / "accuracy-evaluation.yaml", old, "cues: [as of $date]")
    with pytest.raises(
        RuleFault, match=r"accuracy-evaluation\.yaml:\d+: .*\$date must stand alone"
    ):
        load_catalogue(rules)


def test_only_detectors_that_are_fragments_may_stand_in_a_longer_cue():
    assert set(EMBEDDABLE) == set(FRAGMENTS)


def test_a_field_that_stands_in_must_exist(rules):
    change(rules / "evidence" / "accuracy-evaluation.yaml", "or: interval", "or: intervall")
    with pytest.raises(RuleFault, match=r'no field called "intervall" \(did you mean "interval"'):
        load_catalogue(rules)


def test_a_kind_without_kernel_is_told(rules):
    path = rules / "evidence" / "intended-use.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kernel: true", "kernel: false"))
    with pytest.raises(RuleFault, match="no field is marked kernel"):
        load_catalogue(rules)


def test_an_example_that_falls_short_must_say_why(rules):
    change(rules / "evidence" / "intended-use.yaml", ", because: the claim itself", "")
    with pytest.raises(RuleFault, match="say because"):
        load_catalogue(rules)


def test_an_address_needs_the_day_it_was_opened(rules):
    path = rules / "precedents" / "ftc.yaml"
    change(path, "seen_in: akingump", "address: example.org, seen_in: akingump")
    with pytest.raises(RuleFault, match="address and read go together"):
        load_catalogue(rules)


def test_a_date_in_words_is_refused(rules):
    change(rules / "precedents" / "ftc.yaml", '"2024-09-25"', "25 September 2024")
    with pytest.raises(RuleFault, match="expected a date such as"):
        load_catalogue(rules)


def test_an_unknown_status_is_refused(rules):
    change(rules / "precedents" / "ftc.yaml", "status: settlement", "status: setlement")
    with pytest.raises(RuleFault, match='did you mean "settlement"'):
        load_catalogue(rules)


def test_a_file_must_have_the_name_of_its_kind(rules):
    (rules / "evidence" / "intended-use.yaml").rename(rules / "evidence" / "use.yaml")
    with pytest.raises(RuleFault, match="is not the name of the file"):
        load_catalogue(rules)
