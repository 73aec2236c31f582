"""What is cheap stays cheap: help, version and a sentence that no rule touches load no parser."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

CALL = """
import json, sys
sys.argv = ["claimlint", *{arguments!r}]
from claimlint.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print("\\n" + json.dumps(sorted(sys.modules)))
"""
HEAVY = {"spacy", "thinc", "numpy", "pdfplumber", "pypdfium2", "docx", "pptx"}


def loaded(folder, *arguments: str) -> set[str]:
    """Return the modules that `claimlint ARGUMENTS` imports."""
    code = CALL.format(arguments=arguments)
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", "--help"], ["--version"], ["rules"], ["explain", "autonomy"]],
    ids=" ".join,
)
def test_help_version_and_manual_load_neither_parser_nor_readers(tmp_path, arguments):
    assert loaded(tmp_path, *arguments) & HEAVY == set()


def test_the_version_loads_nothing_but_the_package(tmp_path):
    found = loaded(tmp_path, "--version")
    assert found & {"typer", "rich", "yaml", "claimlint.cli", "claimlint.errors"} == set()


def test_a_sentence_that_no_rule_touches_is_checked_without_the_parser(tmp_path):
    (tmp_path / "a.txt").write_text("The vase on the table is blue.\n", encoding="utf-8")
    assert loaded(tmp_path, "check", "a.txt") & HEAVY == set()


def test_a_text_is_checked_without_the_readers_of_other_formats(tmp_path):
    (tmp_path / "a.txt").write_text("It works without human intervention.\n", encoding="utf-8")
    found = loaded(tmp_path, "check", "a.txt", "--exit-zero")
    assert found & {"pdfplumber", "pypdfium2", "docx", "pptx"} == set()


def test_importing_the_package_loads_none_of_it(tmp_path):
    code = "import json, sys, claimlint; print(json.dumps(sorted(sys.modules)))"
    call = [sys.executable, "-I", "-c", code]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=True)
    inside = {name for name in json.loads(done.stdout) if name.startswith("claimlint")}
    assert inside == {"claimlint"}
