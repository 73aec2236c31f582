"""The house rules that a machine can check: sizes, names, no catch-all."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

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
