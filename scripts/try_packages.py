"""Installs wheel, sdist and editable checkout in turn and runs the main job outside the checkout.

A rule file that is left out of the wheel is the classic fault of a package that carries data.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SENTENCE = "Autonomous agents that handle complex workflows without human intervention.\n"
TODAY = "--today=2026-11-23"
FOLDERS = ("rules", "packs", "examples", "corpora")
PLACES = f"""
FOLDERS = {FOLDERS}
import json, claimlint
from claimlint.datafiles import data_folder
folders = [str(data_folder(name)) for name in FOLDERS]
print(json.dumps([claimlint.__file__, *folders]))
"""

COMPILED = """
from claimlint.datafiles import data_folder
from claimlint.evidence.detectors import numbers
from claimlint.machine.programs import Programs
from claimlint.regex import SHIPPED as EXPRESSIONS, named
from claimlint.rulebook.load import SHIPPED, load_book
from claimlint.rulebook.yaml.yaml_book import book_of
folder = data_folder("rules")
shipped, written = load_book(folder), book_of(folder)
programs = Programs((folder.parent / EXPRESSIONS).read_bytes())
print((folder.parent / SHIPPED).is_file() and shipped.digest == written.digest
      and [*shipped.claims, *shipped.clauses] == [*written.claims, *written.clauses]
      and programs.rules == written.digest and None not in (programs.pattern(*e) for e in named()))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        run(sys.executable, "-m", "build", "--outdir", str(place / "dist"), str(ROOT))
        (wheel,) = (place / "dist").glob("*.whl")
        (sdist,) = (place / "dist").glob("*.tar.gz")
        python = environment(place / "venv")
        for name, wanted, home in (
            (wheel.name, [str(wheel)], place),
            (sdist.name, [str(sdist)], place),
            ("editable checkout", ["--editable", str(ROOT)], ROOT),
        ):
            install(python, wanted)
            try_out(python, place, home)
            if home == place:
                check_compiled(python, place)
            print(f"{name}: installs into an empty environment and does its job")


def environment(place: Path) -> str:
    venv.create(place, with_pip=True)
    return str(place / ("Scripts" if os.name == "nt" else "bin") / "python")


def install(python: str, wanted: list[str]) -> None:
    """Install one form of the package; what it depends on stays from the one before."""
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "ai-claimlint")
    run(python, "-m", "pip", "install", "--quiet", *wanted)


def check_compiled(python: str, place: Path) -> None:
    """Require that a package brings expressions and rules compiled, the same as in its YAML."""
    if run(python, "-c", COMPILED, cwd=place).strip() != "True":
        raise SystemExit("the compiled rules or expressions are not those of the sources")


def try_out(python: str, place: Path, home: Path) -> None:
    module, *folders = json.loads(run(python, "-c", PLACES, cwd=place))
    for path in (module, *folders):
        if not Path(path).resolve().is_relative_to(home):
            raise SystemExit(f"{path}: used from outside {home}")
    (place / "copy.txt").write_text(SENTENCE, encoding="utf-8")
    deck = str(Path(folders[FOLDERS.index("examples")]) / "deck.pptx")
    claimlint = str(Path(python).with_name("claimlint"))
    report = run(
        claimlint, "check", "copy.txt", deck, "-f", "json", "--exit-zero", TODAY, cwd=place
    )
    for document in json.loads(report)["documents"]:
        categories = {found["category"] for found in document["findings"]}
        if "autonomy" not in categories or document["status"] != "read":
            raise SystemExit(f"{document['path']}: the claim of the mission was not found")
    for command in ("--version", "rules", "explain autonomy"):
        run(claimlint, *command.split(), cwd=place)


def run(*call: str, cwd: Path | None = None) -> str:
    plain = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        call, cwd=cwd, env=plain, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(call)}: ended with {done.returncode}\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    main()
