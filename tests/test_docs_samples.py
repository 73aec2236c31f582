"""Samples of configuration and calls in the documentation are read by what they are meant for."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from typer.main import get_command

from claimlint.cli.program import program
from claimlint.config.layers import LISTS, SINGLE, TABLES
from claimlint.values.notice_codes import NoticeCode
from tests.cli.calls import AUTONOMY, TODAY, call
from tests.test_docs import DOCS, PROSE, ROOT

PIPELINE = (DOCS / "pipeline.md").read_text(encoding="utf-8")
COMPARE = (DOCS / "compare.md").read_text(encoding="utf-8")
RULE = """\
id: autonomy.zorb
says: Something zorbs.
why: A reader who believes it plans no staff.
find: [{words: [zorbs]}]
flag: ["It [[zorbs]].", "The desk [[zorbs]].", "Our agent [[zorbs]] invoices."]
pass:
  - {text: "It never zorbs.", because: denied}
  - {text: "Does it snorb?", because: another word}
  - {text: "The staff snorb.", because: another word}
"""


def samples(page: str, language: str) -> list[str]:
    """Return the blocks of a page that are marked as being of a language, "" for those of none."""
    blocks = re.findall(r"^ *```(\w*)\n(.*?)^ *```$", page, re.DOTALL | re.MULTILINE)
    return [dedent(text) for told, text in blocks if told == language]


@pytest.fixture
def house(tmp_path) -> Path:
    """Return a folder that holds what the sample of a configuration names."""
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "claimlint.toml").write_text('profile = "legal"\n', encoding="utf-8")
    project = tmp_path / "project"
    (project / "claim-rules" / "claims" / "autonomy").mkdir(parents=True)
    (project / "claim-rules" / "claims" / "autonomy" / "zorb.yaml").write_text(RULE, "utf-8")
    (project / "evidence").mkdir()
    evidence = (ROOT / "examples" / "evidence" / "claimlint.evidence.yaml").read_text("utf-8")
    evidence = re.sub(r"^ +source: .*\n(?:^ {6,}.*\n)*", "", evidence, flags=re.MULTILINE)
    (project / "evidence" / "claimlint.evidence.yaml").write_text(evidence, "utf-8")
    (project / "copy.md").write_text(AUTONOMY, encoding="utf-8")
    sample = next(text for text in samples(PIPELINE, "toml") if text.startswith("extends"))
    (project / "claimlint.toml").write_text(sample, encoding="utf-8")
    return project


def test_the_sample_of_a_configuration_is_one(house):
    shown = call("config", "show", "--format=json", cwd=house)
    assert shown.status == 0, shown.err
    rows = {row["key"]: row for row in json.loads(shown.out)["settings"]}
    assert rows["profile"]["value"] == "vendor", "the nearer file wins"
    assert rows["limits.seconds"]["origin"].startswith("claimlint.toml:")
    checked = call("check", "copy.md", TODAY, cwd=house)
    assert (checked.status, checked.err) == (1, ""), checked.err


def test_every_key_of_a_configuration_is_named(house):
    (further,) = re.findall(r"^Further keys: (.*?)\. Paths", PIPELINE, re.DOTALL | re.MULTILINE)
    sample = tomllib.loads((house / "claimlint.toml").read_text(encoding="utf-8"))
    named = {*re.findall(r"`([\w-]+)`", further), *sample} - {"extends"}
    assert named == {*SINGLE, *LISTS, *TABLES}


def test_the_samples_of_a_decision_hold(tmp_path):
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "landing.md").write_text(AUTONOMY, encoding="utf-8")
    report = json.loads(call("check", "copy", "-f", "json", TODAY, cwd=tmp_path).out)
    (finding,) = report["documents"][0]["findings"]
    ours = finding["fingerprint"]

    def status(folder: Path, *options: str) -> int:
        return call("check", "copy", "--profile", "vendor", *options, TODAY, cwd=folder).status

    assert status(tmp_path) == 1
    sidecar, comment, line = (
        next(text for text in samples(PIPELINE, "") if word in text)
        for word in ("[[ignore]]", "<!--", '"state"')
    )
    told = re.sub(r"1:[0-9a-f]{16}", ours, line).strip()
    (tmp_path / "claimlint.decisions.jsonl").write_text(told, encoding="utf-8")
    assert status(tmp_path) == 0
    (tmp_path / "claimlint.decisions.jsonl").unlink()
    beside = tmp_path / "copy" / "landing.md.claimlint.toml"
    beside.write_text(re.sub(r"1:[0-9a-f]{16}", ours, sidecar), encoding="utf-8")
    assert status(tmp_path) == 0
    beside.unlink()
    (tmp_path / "copy" / "landing.md").write_text(f"{comment.strip()}\n\n{AUTONOMY}", "utf-8")
    assert status(tmp_path) == 0
    assert call("check", "copy", TODAY, cwd=tmp_path).status == 1, "a buyer's run is not told"


def test_the_samples_for_other_programs_name_what_is_there():
    loaded = [yaml.safe_load(text) for text in samples(PIPELINE, "yaml")]
    (hooks,) = (each["repos"][0]["hooks"] for each in loaded if "repos" in each)
    shipped = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == [hook["id"] for hook in shipped]
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (steps,) = (each["steps"] for each in loaded if "steps" in each)
    (ours,) = (step for step in steps if "claimlint" in step["uses"])
    assert set(ours["with"]) <= set(action["inputs"])
    used = set(re.findall(r"steps\.claimlint\.outputs\.([\w-]+)", PIPELINE))
    assert used <= set(action["outputs"])
    lists = dict(re.findall(r"(Inputs|Outputs):\s+((?:`[\w-]+`,?\s*)+)", PIPELINE))
    assert {name: re.findall(r"`([\w-]+)`", told) for name, told in lists.items()} == {
        "Inputs": list(action["inputs"]),
        "Outputs": list(action["outputs"]),
    }


def test_the_sample_of_incidents_is_one(tmp_path):
    (sample,) = samples(COMPARE, "yaml")
    (tmp_path / "incidents.yaml").write_text(sample, encoding="utf-8")
    (tmp_path / "deck.md").write_text("Our agents work 24/7.\n", encoding="utf-8")
    call_ = ("compare", "--deck", "deck.md", "--incidents", "incidents.yaml", TODAY)
    called = call(*call_, cwd=tmp_path)
    assert (called.status, called.err) == (0, "")
    assert "The queue stood still" in called.out


def test_every_code_of_a_notice_stands_there_with_its_meaning():
    table = PIPELINE.partition("### Notices")[2].partition("\n## ")[0]
    named = re.findall(r"`([a-z-]+)`", "".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))
    assert sorted(named) == sorted(NoticeCode)


CALLS = [
    (path.name, line.partition(" # ")[0].strip())
    for path in PROSE
    for line in re.findall(r"^ *(claimlint .*)", path.read_text(encoding="utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize(("page", "line"), CALLS, ids=[line for _, line in CALLS])
def test_a_call_in_the_documentation_has_the_options_of_its_command(page, line):
    words = line.split()[1:]
    command = get_command(program(whole=True))
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    known = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    given = {word.partition("=")[0] for word in words if re.match(r"-{1,2}[a-z]", word)}
    assert given <= known | {"--help"}, page
