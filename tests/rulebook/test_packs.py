"""Rules of the house beside those that ship: used, or refused as a whole with every fault."""

from __future__ import annotations

import json

import pytest

from tests.cli.calls import TODAY, call, write

RULE = """
id: market-position.zorbs
says: It zorbs.
why: Nobody knows what that is.
find:
  - words: [{any: $zorbing}, the, world]
flag:
  - "It [[zorbs the world]]."
  - "[[Zorbs the world]] daily."
  - "He [[zorbs the world]] too."
pass:
  - {text: "It zorbs nothing.", because: other words}
  - {text: "It zorbs a world.", because: other words}
  - {text: "The world zorbs.", because: other words}
"""


@pytest.fixture
def folder(tmp_path):
    plant(tmp_path, "house/claims/market-position/zorbs.yaml", RULE)
    plant(tmp_path, "house/words/zorbing.yaml", "zorbing: [{verbs: [zorb]}]\n")
    plant(tmp_path, "claimlint.toml", 'rule-folders = ["house"]\n')
    write(tmp_path, a_txt="Our agent zorbs the world.\nIt works without human intervention.\n")
    return tmp_path


def plant(folder, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_rule_of_the_house_finds_beside_those_that_ship(folder):
    told = json.loads(call("check", "a.txt", "-f", "json", TODAY, cwd=folder).out)
    (document,) = told["documents"]
    rules = [finding["rule"] for finding in document["findings"]]
    assert rules == ["market-position.zorbs", "autonomy.manual-work-gone"]
    assert {rule["id"] for rule in told["rules"]} == set(rules)
    alone = json.loads(call("check", "a.txt", "-f", "json", TODAY, "--isolated", cwd=folder).out)
    assert told["tool"]["rules"] == alone["tool"]["rules"] + 1
    assert told["tool"]["rules_digest"] != alone["tool"]["rules_digest"]


def test_a_folder_with_faults_is_refused_as_a_whole_and_all_are_told(folder):
    plant(
        folder,
        "house/claims/autonomy/no-person.yaml",
        RULE.replace("market-position.zorbs", "autonomy.no-person"),
    )
    plant(folder, "house/claims/autonomy/b.yaml", "id: autonomy.b\nsay: x\n")
    plant(
        folder,
        "house/claims/autonomy/c.yaml",
        RULE.replace("market-position.zorbs", "autonomy.c") + "needs: [oversight-specs]\n",
    )
    plant(folder, "house/claim/autonomy/d.yaml", RULE)
    called = call("check", "a.txt", cwd=folder)
    assert (called.status, called.out) == (2, "")
    head, *faults = [line.removeprefix("claimlint: ") for line in called.err.splitlines()]
    assert head == "the rules of house are refused: 4 faults"
    assert [fault.partition(": ")[0].removeprefix("house/") for fault in faults] == [
        "claim/autonomy/d.yaml",
        "claims/autonomy/b.yaml:2",
        "claims/autonomy/no-person.yaml:1",
        "claims/autonomy/c.yaml",
    ]
    assert [fault for fault in faults if "did you mean" in fault] == [*faults[:2], faults[3]]


def test_an_empty_folder_is_a_fault(folder):
    (folder / "empty").mkdir()
    plant(folder, "claimlint.toml", 'rule-folders = ["empty"]\n')
    assert "empty: holds no rule" in call("check", "a.txt", cwd=folder).err
