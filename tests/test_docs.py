"""The pages that come from code and data are those that are committed."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import claimlint
from claimlint.cli.program import COMMANDS
from claimlint.datafiles import data_folder
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.terms import Category, ClauseLabel

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
KINDS = [kind.id for kind in load_catalogue(data_folder("rules")).kinds]
PAGES = [f"rules/{name}.md" for name in (*Category, *ClauseLabel, *KINDS, "README", "law")]
BUILT = sorted([*PAGES, "cli.md", "check.svg"])
PROSE = sorted(path for path in ROOT.glob("*.md")) + sorted(
    path for path in DOCS.rglob("*.md") if path.relative_to(DOCS).as_posix() not in BUILT
)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    script = ROOT / "scripts" / "build_docs.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, timeout=300)
    return folder / "docs"


def test_the_script_writes_these_pages_and_no_others(rebuilt):
    written = [p.relative_to(rebuilt).as_posix() for p in rebuilt.rglob("*") if p.is_file()]
    assert sorted(written) == BUILT


def test_no_page_of_a_rule_that_is_gone_is_left():
    assert sorted(p.name for p in (DOCS / "rules").iterdir()) == sorted(
        Path(page).name for page in PAGES
    )


@pytest.mark.parametrize("page", BUILT)
def test_a_committed_page_is_what_the_script_writes(rebuilt, page):
    same = (rebuilt / page).read_bytes() == (DOCS / page).read_bytes()
    assert same, f"docs/{page} is out of date: run scripts/build_docs.py and commit what it writes"


@pytest.mark.parametrize("path", [*PROSE, DOCS / "rules" / "README.md"], ids=lambda path: path.name)
def test_links_inside_the_documentation_lead_somewhere(path):
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_links_to_a_heading_lead_to_one(path):
    text = path.read_text(encoding="utf-8")
    wrong = []
    for target, anchor in re.findall(r"\]\(([^)#:\s]*)#([^)]*)\)", text):
        page = path.parent / target if target else path
        heads = re.findall(r"^#+ (.*)", page.read_text(encoding="utf-8"), re.MULTILINE)
        known = {re.sub(r"[^\w -]", "", head.strip().lower()).replace(" ", "-") for head in heads}
        if anchor not in known:
            wrong.append(f"{target}#{anchor}")
    assert wrong == []


def test_the_index_of_decisions_names_each_with_its_title():
    index = (DOCS / "adr" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| \[(.*)\]\((.*)\)", index, re.MULTILINE)
    pages = sorted((DOCS / "adr").glob("0*.md"))
    heads = [page.read_text(encoding="utf-8").splitlines()[0] for page in pages]
    assert [name for _, _, name in rows] == [page.name for page in pages]
    assert [f"# {number}. {title}" for number, title, _ in rows] == heads


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_each_command_that_the_documentation_calls_exists(path):
    text = path.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```\n(.*?)```", text, re.DOTALL))
    called = set(re.findall(r"^claimlint ([a-z]+)", code, re.MULTILINE))
    assert called <= {command.name for command in COMMANDS}


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_each_option_that_the_documentation_names_exists(path):
    text = path.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"^claimlint .*|`--[^`]*`", text, re.MULTILINE))
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", code))
    known = set(re.findall(r"--[a-z][a-z-]+", (DOCS / "cli.md").read_text(encoding="utf-8")))
    assert options - known == set()


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_python_in_the_documentation_runs(path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for code in re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(code, path.name, "exec"), names)


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_each_module_that_the_documentation_names_exists(path):
    text = path.read_text(encoding="utf-8")
    files = set(re.findall(r"`([\w/]+\.py)`", text))
    ours = {name for name in files if any(ROOT.glob(f"claimlint/**/{name}"))}
    assert {name for name in files - ours if not (ROOT / name).is_file()} == set()
    dotted = set(re.findall(r"`(?:python -I -m )?(claimlint(?:\.[a-z_]+)+)[`(]", text))
    apart = {"packs", "toml", "yaml", "jsonl"}  # a group of entry points, and files
    names = {name for name in dotted if name.rpartition(".")[2] not in apart}
    assert {name for name in names if not resolved(name)} == set()


def resolved(name: str) -> bool:
    """Tell whether a dotted name is that of a module or of what stands in one."""
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def test_the_page_on_the_api_names_whatever_the_package_offers():
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    table = "".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE))
    assert set(re.findall(r"`(\w+)", table)) == set(claimlint.__all__)
    assert all(hasattr(claimlint, name) for name in claimlint.__all__)


def test_every_make_target_that_the_documentation_names_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for path in PROSE:
        text = path.read_text(encoding="utf-8")
        named = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE))
        assert named - rules == set(), path.name
