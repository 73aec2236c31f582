"""Fetches the programs that claimlint is compared with, each into a place of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_NPM = ("textlint@15", "textlint-rule-write-good@2", "alex@11", "write-good@1")


def fetched(folder: Path) -> Path:
    """Install what is missing and can be had; what cannot is told later by its target."""
    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "proselint"
    if not (home / "bin" / "proselint").exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=False)
        pip = [home / "bin" / "python", "-m", "pip", "install", "--quiet", "proselint==0.16.0"]
        subprocess.run(pip, check=False)
    npm = shutil.which("npm")
    if npm and not (folder / "npm" / "node_modules").exists():
        call = [npm, "install", "--silent", "--prefix", folder / "npm", *_NPM]
        subprocess.run(call, check=False)
    return folder
