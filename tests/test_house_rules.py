"""The house rules that a machine can check: sizes, names, no catch-all, no word said twice."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "claimlint").rglob("*.py"))
FORBIDDEN = {"utils", "helpers", "common", "manager"}


def functions(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_fits_in_the_head(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in FORBIDDEN


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_function_fits_on_a_screen(path):
    # A command's signature is its options, one a line: only what follows counts there.
    long = [
        node.name for node in functions(path) if (node.end_lineno or 0) - node.body[0].lineno > 40
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_catches_everything(path):
    handlers = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
    ]
    broad = [h.lineno for h in handlers if h.type is None or ast.unparse(h.type) in BROAD]
    assert broad == []


BROAD = {"Exception", "BaseException"}


@pytest.fixture(scope="module")
def top() -> set[str]:
    """Return the names at the top level of what git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a checkout")
    return {name.partition("/")[0] for name in listed.stdout.split("\0") if name}


def test_the_top_level_holds_only_what_it_is_known_to_hold(top):
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_the_source_package_holds_the_whole_checkout(top):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    held = set(settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"])
    assert top - held == {"pyproject.toml", ".gitignore"}, "hatch adds these by itself"


TOP = {
    *("CHANGELOG.md", "CONTRIBUTING.md", "Containerfile", "LICENSE", "Makefile", "README.md"),
    *("SECURITY.md", "action.yml", "pyproject.toml"),
    *("benchmarks", "claimlint", "corpora", "docs", "examples", "packs", "rules", "scripts"),
    "tests",
}


def test_no_list_of_the_rules_says_a_word_twice():
    files = sorted((ROOT / "rules").rglob("*.yaml"))
    lists = (found for file in files for found in word_lists(compose(file)))
    twice = (f"{at}: {word}" for at, words in lists for word, n in Counter(words).items() if n > 1)
    assert list(twice) == []


def compose(file: Path) -> yaml.Node:
    with file.open(encoding="utf-8") as text:
        return yaml.compose(text, Loader=yaml.CSafeLoader)


def word_lists(node: yaml.Node, above: tuple[str, ...] = ()):
    """Yield where a list stands, and its words; a pattern's `words` are a sequence and no list."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from word_lists(value, (*above, key.value))
    elif isinstance(node, yaml.SequenceNode):
        if above[-2:] != ("find", "words"):
            words = [item.value for item in node.value if isinstance(item, yaml.ScalarNode)]
            yield str(node.start_mark).strip(), words
        for item in node.value:
            yield from word_lists(item, above)
