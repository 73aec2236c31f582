"""What others run of ours: the pre-commit hook and the Action, by running what they run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimlint.file_types import FORMATS, TEMPLATES, suffixes
from tests.cli.calls import AUTONOMY, CLEAN, call, write

ROOT = Path(__file__).resolve().parents[2]
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def hook() -> dict:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return hook


def test_the_hook_is_given_what_claimlint_reads_and_nothing_else(hook):
    wanted = re.compile(hook["files"])
    old = {s for known in FORMATS if known.name in ("doc", "ppt", "xls") for s in known.suffixes}
    told = {suffix for suffix in suffixes() if wanted.search(f"a{suffix}")}
    assert told == set(suffixes()) - old
    assert all(wanted.search(f"a.html{suffix}") for suffix in TEMPLATES)
    assert not any(wanted.search(name) for name in ("a.j2", "a.py", "md", "a.md.bak", "a.toml"))
    assert re.search(hook["exclude"], "decks/deck.pptx.claimlint.txt"), "the extract of a paper"


def test_the_hook_finds_and_fails_and_keeps_to_exclusions(hook, tmp_path):
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["language"], hook["require_serial"]) == ("claimlint", "python", True)
    write(tmp_path, a_md=AUTONOMY, b_md=CLEAN, claimlint_toml='exclude = ["drafts/**"]\n')
    (tmp_path / "drafts").mkdir()
    write(tmp_path / "drafts", c_md=AUTONOMY)
    assert call(*arguments, "b.md", "drafts/c.md", cwd=tmp_path).status == 0
    called = call(*arguments, "a.md", "b.md", "drafts/c.md", cwd=tmp_path)
    assert (called.status, called.err) == (1, "")
    assert "drafts/c.md" not in called.out


@pytest.fixture
def action() -> dict:
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def step(action: dict, folder: Path, **inputs: str):
    """Run the second step of the Action as the runner does, with Python in place of the venv."""
    temp = folder / "temp"
    program = temp / "claimlint" / "bin" / "python"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    _, check = action["runs"]["steps"]
    given = {name: each["default"] for name, each in action["inputs"].items()} | inputs
    env = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)[1]]
        for name, value in check["env"].items()
    }
    files = {name: folder / f"{name}.txt" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("", encoding="utf-8")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"]],
        cwd=folder / "repository",
        env={
            **os.environ,
            **env,
            **{name: str(path) for name, path in files.items()},
            "RUNNER_TEMP": str(temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "SOURCE_DATE_EPOCH": "1795392000",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    told = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    return done, told, files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")


@needs_bash
def test_the_action_annotates_and_hands_on_its_log(action, tmp_path):
    repository = tmp_path / "repository"
    repository.mkdir()
    write(repository, a_md=AUTONOMY, b_txt=CLEAN)
    done, told, summary = step(action, tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=a.md,line=1,")
    assert (told["findings"], told["new-findings"]) == ("1", "1")
    assert "| error | a.md, line 1 | without human intervention |" in summary
    log = json.loads(Path(told["sarif-file"]).read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 1
    assert set(action["outputs"]) == set(told)


@needs_bash
def test_the_action_takes_its_inputs(action, tmp_path):
    repository = tmp_path / "repository"
    (repository / "it's here").mkdir(parents=True)
    write(repository / "it's here", a_md=AUTONOMY)
    write(repository, b_txt=AUTONOMY)
    inputs = {"paths": "it's here\nb.txt\n", "args": "--ignore=autonomy\n--full", "fail-on": "note"}
    done, told, _ = step(action, tmp_path, **inputs)
    assert (done.returncode, done.stdout, told["findings"]) == (0, "", "0")
    done, told, _ = step(action, tmp_path, paths="b.txt; touch gone")
    assert (done.returncode, told["findings"]) == (3, "0")
    assert not (repository / "gone").exists()
    write(repository, en_json='{"a": "Closes tickets without human intervention"}')
    done, told, _ = step(action, tmp_path, paths="*.json\n*/*.md")
    assert (done.returncode, told["findings"]) == (1, "2")
    done, _, _ = step(action, tmp_path, paths="i18n/*.json")
    assert done.returncode == 3
    done, _, _ = step(action, tmp_path, extracts="yes")
    assert (done.returncode, done.stderr) == (
        2,
        "claimlint: extracts: yes is neither true nor false\n",
    )
    done, told, _ = step(action, tmp_path, baseline="gone.jsonl")
    assert (done.returncode, told) == (2, {})
    assert "gone.jsonl" in done.stderr


def test_the_action_installs_its_own_source_and_nothing_by_name(action):
    install, _ = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite"
    assert install["run"].count("pip install") == 1
    assert install["run"].rstrip().endswith('"$GITHUB_ACTION_PATH"')
    assert "${{" not in "".join(each["run"] for each in action["runs"]["steps"])


def container_lines() -> list[tuple[str, str]]:
    """Return the instructions of the Containerfile, continued lines joined."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines]


def test_the_container_runs_the_program_as_nobody_in_particular(tmp_path):
    told = dict(container_lines())
    (program,) = json.loads(told["ENTRYPOINT"])
    assert program == "claimlint"
    assert "Checking papers" in call(*json.loads(told["CMD"]), cwd=tmp_path).out
    assert told["USER"] == "claimlint"
    assert told["USER"] in told["RUN"]


def test_the_container_installs_the_source_and_nothing_from_elsewhere():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    build, final = [rest for word, rest in container_lines() if word == "RUN"]
    assert build.endswith("--wheel-dir /wheels .")
    assert f"--no-index --find-links /wheels {project['name']}" in final
    bases = {rest.split()[0] for word, rest in container_lines() if word == "FROM"}
    (version,) = {re.search(r":3\.(\d+)", base)[1] for base in bases}
    assert int(version) >= int(project["requires-python"].rpartition(".")[2])
