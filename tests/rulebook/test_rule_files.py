"""The YAML of the rules keeps the schema that editors use, and faults are told with their line."""

from __future__ import annotations

import json
import re
import textwrap

import pytest
import yaml
from jsonschema import Draft202012Validator

from claimlint.datafiles import data_folder
from claimlint.errors import RuleFault
from claimlint.rulebook.load import load_book
from claimlint.rulebook.yaml.rules import load_rules
from claimlint.rulebook.yaml.words import load_words

RULES = data_folder("rules")
FILES = sorted([*(RULES / "claims").rglob("*.yaml"), *(RULES / "clauses").rglob("*.yaml")])
SCHEMA = json.loads((RULES / "schemas" / "rule.schema.json").read_text(encoding="utf-8"))


class Yaml12(yaml.SafeLoader):
    """Reads `no` and `on` as words, as editors with YAML 1.2 do."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

GOOD = """\
id: autonomy.sample
says: It says so.
why: It matters.
find:
  - words: [hands, free]
flag: ["[[Hands-free]] books.", "[[Hands free]] mail.", "Runs [[hands-free]]."]
pass:
  - {text: "Free hands.", because: order}
  - {text: "Hands are free.", because: order}
  - {text: "A free hand.", because: order}
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(RULES).as_posix())
def test_a_rule_file_keeps_the_schema(path):
    Draft202012Validator(SCHEMA).validate(
        yaml.load(path.read_text(encoding="utf-8"), Loader=Yaml12)
    )


def rules_of(tmp_path, text):
    folder = tmp_path / "claims" / "autonomy"
    folder.mkdir(parents=True)
    (folder / "sample.yaml").write_text(textwrap.dedent(text), encoding="utf-8")
    (tmp_path / "words").mkdir()
    return load_rules(tmp_path / "claims", load_words(tmp_path / "words"))


def test_a_rule_file_gives_a_rule_with_the_usual_checks(tmp_path):
    (rule,) = rules_of(tmp_path, GOOD)
    assert rule.id == "autonomy.sample"
    assert rule.unless == ("usual",)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("says:", "sais:"), 'sample.yaml:2: sais: unknown key "sais" (did you mean "says"?)'),
        (("[hands, free]", "[$hands]"), 'no word list called "hands"'),
        (("[hands, free]", "[{gap: 3}]"), "every item is optional"),
        (("id: autonomy.sample", "id: autonomy"), 'expected "autonomy.some-words"'),
        (("why: It matters.\n", ""), 'the key "why" is missing'),
        (("why: It matters.", "why: It matters.\nwhy: Twice."), 'the key "why" is repeated'),
        (('"[[Hands-free]] books."', '"Hands-free books."'), "mark the words with [[ ]]"),
        ((', because: order}\n  - {text: "Hands', '}\n  - {text: "Hands'), "say why it is none"),
        (("find:", "confidence: sure\nfind:"), 'no such word "sure"'),
        (
            ("find:\n  - words: [hands, free]", "find: learned"),
            'only a rule called "autonomy.learned" goes by what was learned',
        ),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, change, message):
    with pytest.raises(RuleFault) as fault:
        rules_of(tmp_path, GOOD.replace(*change))
    assert message in str(fault.value)
    assert "sample.yaml:" in str(fault.value)


def test_a_list_may_name_lists_of_any_file_but_not_in_a_circle(tmp_path):
    (tmp_path / "a.yaml").write_text("one: [$two, x]\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("two: [y]\n", encoding="utf-8")
    assert load_words(tmp_path)["one"] == (("y",), ("x",))
    (tmp_path / "b.yaml").write_text("two: [$one]\n", encoding="utf-8")
    with pytest.raises(RuleFault, match="in a circle"):
        load_words(tmp_path)


def test_ids_are_given_once():
    book = load_book(RULES)
    ids = [rule.id for rule in (*book.claims, *book.clauses)]
    assert len(ids) == len(set(ids))


def test_each_category_has_eight_rules_or_more():
    book = load_book(RULES)
    counted = {rule.label: 0 for rule in book.claims}
    for rule in book.claims:
        counted[rule.label] += 1
    assert len(counted) == 12
    assert {label: count for label, count in counted.items() if count < 8} == {}
