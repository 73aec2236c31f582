"""A wrong rule or dossier ends the run with 2 and one line with file, line and fault."""

from __future__ import annotations

import os
import shutil

import pytest

from claimlint.datafiles import data_folder
from tests.cli.calls import AUTONOMY, call, write

RULE = "claims/autonomy/no-person.yaml"
FIGURES = """claimlint_evidence: "0.1"
vendor: {{name: Acme, contact: a@example.com, statement_date: 2026-11-01}}
product: {{name: TideReader, version: "4.2"}}
evidence:
  - id: accuracy
    kind: accuracy-evaluation
    metrics:
      - {{name: field accuracy, value: 0.962, n: {n}}}
"""


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (RULE, "id: [\n", "claims/autonomy/no-person.yaml:2: not valid YAML"),
        (RULE, "", "claims/autonomy/no-person.yaml:1: the file is empty"),
        (RULE, "bogus: 1\n", "claims/autonomy/no-person.yaml:1: "),
        ("words/shared.yaml", b"\xff\xfe\x00", "words/shared.yaml: cannot be read"),
        ("categories.yaml", None, "--rules rules: no folder of all rules"),
        ("authorities.yaml", None, "authorities.yaml: cannot be read"),
        ("words/strength.yaml", None, 'no word list called "hedges"'),
        ("evidence/failure-modes.yaml", "[" * 5000, "failure-modes.yaml:"),
    ],
)
def test_a_wrong_rule_file_is_told_with_its_place(tmp_path, file, content, told):
    write(tmp_path, a_txt=AUTONOMY)
    rules = tmp_path / "rules"
    shutil.copytree(data_folder("rules"), rules, ignore=shutil.ignore_patterns("topics", "claims"))
    (rules / RULE).parent.mkdir(parents=True)
    shutil.copy(data_folder("rules") / RULE, rules / RULE)
    changed = rules / file
    if content is None:
        changed.unlink()
    else:
        changed.write_bytes(content if isinstance(content, bytes) else content.encode())
    called = call("check", "a.txt", "--rules", "rules", cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert called.err.count("\n") == 1
    assert told in called.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "dossier.yaml:1: the file is empty"),
        ("a: [\n", "dossier.yaml:2: not valid YAML"),
        ("[" * 5000, "dossier.yaml:"),
        (b"\xff\xfe\x00", "dossier.yaml: cannot be read"),
        ('claimlint_evidence: "0.1"\nvendor: 3\n', 'dossier.yaml:1: the key "product" is missing'),
        *(
            (
                FIGURES.format(n=n),
                f"dossier.yaml:8: evidence.metrics.n: expected a number, not '{n}'",
            )
            for n in ("inf", "-inf", "nan", "1e400")
        ),
        ("a: &x [1]\nb: *x\n", "anchors and aliases are not allowed"),
    ],
)
@pytest.mark.parametrize("named", [True, False], ids=["named", "beside the document"])
def test_a_wrong_dossier_is_told_with_its_place(tmp_path, content, told, named):
    name = "kept/claimlint.evidence.yaml" if named else "claimlint.evidence.yaml"
    write(tmp_path, a_txt=AUTONOMY)
    (tmp_path / "kept").mkdir()
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    called = call("check", "a.txt", *(("--evidence", name) if named else ()), cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert called.err.count("\n") == 1
    assert told.replace("dossier.yaml", name) in called.err


@pytest.mark.parametrize("name", ["card.yaml", "card.json", "card.xml", "card.md", "card.pdf"])
@pytest.mark.parametrize("content", [b"", b"a: [\n", b"\xff\xfe\x00", b"[" * 5000, b"<a>" * 5000])
def test_evidence_that_is_neither_dossier_nor_card_is_told_by_name(tmp_path, name, content):
    write(tmp_path, a_txt=AUTONOMY)
    (tmp_path / name).write_bytes(content)
    called = call("check", "a.txt", "--evidence", name, cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith(f"claimlint: {name}:")
    assert called.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_a_dossier_cannot_give_orders_to_the_terminal(tmp_path):
    papers = tmp_path / "acme\x1b[2J"
    papers.mkdir()
    write(papers, a_txt=AUTONOMY)
    dossier = 'claimlint_evidence: "0.1"\nvendor: {name: Acme}\n"\\e[31m\\u202ekey": 1\n'
    (papers / "claimlint.evidence.yaml").write_text(dossier, encoding="utf-8")
    called = call("check", papers.name, cwd=tmp_path)
    assert called.status == 2
    assert called.err == (
        'claimlint: acme·[2J/claimlint.evidence.yaml:3: ·[31m·key: unknown key "·[31m·key"; '
        "known are claimlint_evidence, vendor, product, evidence, claims, contract, not_disclosed\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
@pytest.mark.parametrize(
    "arguments",
    [
        ("init", "odd\x1b[2J"),
        ("rules", "new", "autonomy.some-words", "--folder", "odd\x1b[2J"),
        ("baseline", "write", "a.txt", "--baseline", "odd\x1b[2J/b.jsonl"),
        ("annotate", "a.txt", "-o", "odd\x1b[2J/a.txt"),
        ("questions", "a.txt", "-o", "odd\x1b[2J/q.csv"),
    ],
)
def test_a_written_file_is_named_without_orders_to_the_terminal(tmp_path, arguments):
    write(tmp_path, a_txt=AUTONOMY)
    (tmp_path / "odd\x1b[2J").mkdir()
    called = call(*arguments, cwd=tmp_path)
    assert (called.status, called.err) == (0, "")
    assert "odd·[2J/" in called.out
    assert "\x1b" not in called.out
