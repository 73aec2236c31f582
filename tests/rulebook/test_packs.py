"""Rules of the house beside those that ship: used, or refused as a whole with every fault."""

from __future__ import annotations

import json

import pytest

from claimlint.detect.context.checks import CHECKS
from claimlint.terms import ContextCheck
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
    assert rules == ["market-position.zorbs", "autonomy.no-person"]
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
    plant(
        folder,
        "house/claims/autonomy/b.yaml",
        RULE.replace("market-position.zorbs", "autonomy.b").replace("says:", "say:"),
    )
    plant(
        folder,
        "house/claims/autonomy/c.yaml",
        RULE.replace("market-position.zorbs", "autonomy.c") + "needs: [oversight-specs]\n",
    )
    plant(folder, "house/claim/autonomy/d.yaml", RULE)
    called = call("check", "a.txt", cwd=folder)
    assert (called.status, called.out) == (2, "")
    head, *faults = [line.removeprefix("claimlint: ") for line in called.err.splitlines()]
    assert head == "the rules of house are refused: 5 faults"
    assert [fault.partition(": ")[0].removeprefix("house/") for fault in faults] == [
        "claim/autonomy/d.yaml",
        "claims/autonomy/b.yaml:3",
        "claims/autonomy/b.yaml:2",
        "claims/autonomy/no-person.yaml:1",
        "claims/autonomy/c.yaml:15",
    ]
    assert [fault for fault in faults if "did you mean" in fault] == [*faults[:2], faults[4]]


def test_a_file_with_several_faults_tells_them_all(folder):
    text = (
        RULE.replace("says:", "say:")
        .replace("$zorbing", "$zorbin")
        .replace("[[Zorbs the world]] daily", "Zorbs")
    )
    plant(folder, "house/claims/market-position/zorbs.yaml", text)
    called = call("rules", "lint", "house", cwd=folder)
    told = [line.partition("zorbs.yaml:")[2] for line in called.err.splitlines()[1:]]
    assert [each.partition(" ")[0] for each in told] == ["3:", "6:", "9:", "2:"]
    assert 'unknown key "say" (did you mean "says"?)' in told[0]
    assert "$zorbin" in told[1] or "zorbin" in told[1]
    assert "mark the words" in told[2]
    assert 'the key "says" is missing' in told[3]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("unless: [denid]", 'unless: no such word "denid" (did you mean "denied"?)'),
        ("despite: [questoin]", 'despite: no such word "questoin" (did you mean "question"?)'),
        ("aspect: bias", 'aspect: market-position has no "bias" (known: none)'),
        ("find: [{words: [zorb*]}]", '"zorb*" is no word: lists are $lower-case-words'),
        ("find: [{words: [$Zorbing]}]", '"$Zorbing" is no word: lists are $lower-case-words'),
    ],
)
def test_words_that_would_let_a_rule_find_other_than_it_says_are_faults(folder, more, told):
    text = RULE.replace("find:\n  - words: [{any: $zorbing}, the, world]\n", "")
    find = "" if more.startswith("find") else "find: [{words: [{any: $zorbing}, the, world]}]\n"
    plant(folder, "house/claims/market-position/zorbs.yaml", f"{text}{find}{more}\n")
    called = call("rules", "lint", "house", cwd=folder)
    assert called.status == 2
    assert told in called.err


def test_the_checks_that_rules_name_are_those_that_are_asked():
    assert tuple(dict.fromkeys(name for name, _ in CHECKS)) == tuple(ContextCheck)


def test_an_empty_folder_is_a_fault(folder):
    (folder / "empty").mkdir()
    plant(folder, "claimlint.toml", 'rule-folders = ["empty"]\n')
    assert "empty: holds no rule" in call("check", "a.txt", cwd=folder).err


def test_every_pack_that_ships_keeps_its_word():
    from claimlint.datafiles import data_folder

    names = [folder.name for folder in data_folder("packs").iterdir()]
    assert "ai-washing" in names
    for name in names:
        called = call("rules", "test", str(data_folder("packs") / name), cwd=data_folder("packs"))
        assert called.out.endswith("rules: none comes out otherwise\n")


def test_a_pack_is_off_until_the_configuration_names_it(tmp_path):
    write(tmp_path, a_txt="An AI-powered inbox for busy clinics.\n")
    assert call("check", "a.txt", TODAY, "--fail-on=note", cwd=tmp_path).status == 0
    plant(tmp_path, "claimlint.toml", 'packs = ["ai-washing"]\n')
    told = json.loads(call("check", "a.txt", "-f", "json", TODAY, cwd=tmp_path).out)
    (finding,) = told["documents"][0]["findings"]
    assert finding["rule"] == "understanding-learning.ai-powered"
    assert [item["kind"] for item in finding["evidence"] if item["required"]] == ["intended-use"]


def test_an_installed_package_offers_a_pack_and_is_not_run(tmp_path, folder, monkeypatch):
    site = tmp_path / "site"
    (folder / "house").rename(folder / "site")
    plant(site, "acme_rules/__init__.py", "raise SystemExit(7)\n")
    for name in ("claims", "words"):
        (site / name).rename(site / "acme_rules" / name)
    plant(
        site,
        "acme_rules-1.dist-info/METADATA",
        "Metadata-Version: 2.1\nName: acme-rules\nVersion: 1\n",
    )
    plant(site, "acme_rules-1.dist-info/entry_points.txt", "[claimlint.packs]\nacme = acme_rules\n")
    monkeypatch.syspath_prepend(str(site))
    plant(folder, "claimlint.toml", "")
    assert (
        len(
            json.loads(call("check", "a.txt", "-f", "json", cwd=folder).out)["documents"][0][
                "findings"
            ]
        )
        == 1
    )
    plant(folder, "claimlint.toml", 'packs = ["acme"]\n')
    told = json.loads(call("check", "a.txt", "-f", "json", cwd=folder).out)
    assert "market-position.zorbs" in [f["rule"] for f in told["documents"][0]["findings"]]


def test_a_pack_that_nobody_offers_is_a_fault(folder):
    plant(folder, "claimlint.toml", 'packs = ["ai-wash"]\n')
    called = call("check", "a.txt", cwd=folder)
    assert (called.status, called.err) == (
        2,
        'claimlint: claimlint.toml:1: packs: there is no pack called "ai-wash" '
        '(did you mean "ai-washing"?)\n',
    )


def test_rules_are_drafted_linted_and_tested(folder):
    assert call("rules", "new", "autonomy.never-tires", "--folder=house", cwd=folder).status == 0
    assert call("rules", "new", "autonomy.never-tires", "--folder=house", cwd=folder).status == 2
    called = call("rules", "lint", "house", cwd=folder)
    assert called.status == 2
    assert "house/claims/autonomy/never-tires.yaml:2: says: expected text" in called.err
    (folder / "house/claims/autonomy/never-tires.yaml").unlink()
    assert call("rules", "lint", "house", cwd=folder).out.startswith("house: 1 rule, sound")
    assert call("rules", "test", "house", cwd=folder).status == 0
    broken = RULE.replace("[[Zorbs the world]] daily", "[[Zorbs]] the world daily")
    plant(folder, "house/claims/market-position/zorbs.yaml", broken)
    called = call("rules", "test", "house", cwd=folder)
    assert called.status == 1
    assert "should flag: Zorbs; flags: Zorbs the world" in called.out


KIND = """
id: zorb-proof
title: Proof of zorbing
is: Somebody zorbed.
asks: Who zorbed?
where: [diary]
shelf_life: 12
fields:
  - {id: who, asks: who zorbed, kernel: true, cues: [zorbed by]}
  - {id: often, asks: how often, kernel: true, cues: [<n> times]}
backed:
  - The world was zorbed by Ann 40 times.
not_backed:
  - {text: It was zorbed by Ann., because: nobody counted}
"""


def test_a_kind_of_evidence_of_the_house_is_counted_tested_and_explained(folder):
    plant(folder, "house/evidence/zorb-proof.yaml", KIND)
    asking = RULE.replace("find:", "needs: [zorb-proof]\nbecause: zorbing is rare\nfind:")
    plant(folder, "house/claims/market-position/zorbs.yaml", asking)
    called = call("rules", "lint", "house", cwd=folder)
    assert called.out.startswith("house: 1 rule and 1 kind of evidence, sound")
    called = call("rules", "test", "house", cwd=folder)
    assert (called.status, called.out) == (
        0,
        "8 examples of 1 rule and 1 kind of evidence: none comes out otherwise\n",
    )
    told = call("explain", "zorb-proof", cwd=folder).out
    assert "who (kernel): who zorbed" in told
    assert "Who asks for it" not in told
    plant(folder, "house/evidence/zorb-proof.yaml", KIND.replace("40 times", "often in 2026"))
    called = call("rules", "test", "house", "--rule=zorb-proof", cwd=folder)
    assert called.status == 1
    assert "should be: found; is: missing" in called.out
    assert "lacks often" in called.out
    assert called.out.endswith("2 examples of 1 kind of evidence: 1 comes out otherwise\n")


@pytest.mark.parametrize("name", ["autonomi.x", "autonomy", "autonomy.Never", "autonomy.a/../b"])
def test_a_draft_wants_a_name_in_its_form(tmp_path, name):
    assert call("rules", "new", name, cwd=tmp_path).status == 2
    assert list(tmp_path.iterdir()) == []


def test_no_draft_is_written_under_the_name_of_a_rule_that_ships(tmp_path):
    called = call("rules", "new", "autonomy.no-person", cwd=tmp_path)
    assert called.status == 2
    assert "a rule is called so already" in called.err
    assert list(tmp_path.iterdir()) == []


def test_a_kind_whose_file_is_refused_is_told_once(folder):
    plant(folder, "house/evidence/zorb-proof.yaml", KIND.replace("shelf_life: 12\n", ""))
    asking = RULE.replace("find:", "needs: [zorb-proof]\nbecause: zorbing is rare\nfind:")
    plant(folder, "house/claims/market-position/zorbs.yaml", asking)
    called = call("rules", "lint", "house", cwd=folder)
    head, *faults = called.err.splitlines()
    assert head.endswith("refused: 1 fault")
    assert "zorb-proof.yaml" in faults[0]
    assert "shelf_life" in faults[0]
