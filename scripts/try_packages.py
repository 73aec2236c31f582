"""Builds wheel and sdist, installs each alone, and runs the main job outside the checkout.

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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--outdir", str(place / "dist"), str(ROOT))
        for package in sorted((place / "dist").iterdir()):
            try_package(package, place / package.name.replace(".", "-"))
            print(f"{package.name}: installs alone and finds the claim")


def try_package(package: Path, place: Path) -> None:
    venv.create(place / "venv", with_pip=True)
    python = place / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(str(python), "-m", "pip", "install", "--quiet", str(package))
    (place / "copy.txt").write_text(SENTENCE, encoding="utf-8")
    call = (str(python), "-m", "claimlint", "check", "copy.txt", "--format", "json", "--exit-zero")
    report = json.loads(run(*call, cwd=place))
    categories = {found["category"] for found in report["documents"][0]["findings"]}
    if "autonomy" not in categories:
        raise SystemExit(f"{package.name}: the claim of the mission was not found")


def run(*call: str, cwd: Path | None = None) -> str:
    done = subprocess.run(call, cwd=cwd, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(call)}: ended with {done.returncode}\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    main()
