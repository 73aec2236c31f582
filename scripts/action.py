"""What action.yml runs: claimlint check, its reports for GitHub, and the outputs of the step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


def lines(name: str) -> list[str]:
    return [line.strip() for line in os.environ.get(name, "").splitlines() if line.strip()]


def option(flag: str, name: str) -> list[str]:
    return [f"{flag}={value}" for value in lines(name)[:1]]


def wanted(name: str) -> bool:
    value = "".join(lines(name)).lower()
    if value not in ("", "false", "true"):
        asked = name.removeprefix("INPUT_").lower()
        print(f"claimlint: {asked}: {value} is neither true nor false", file=sys.stderr)
        sys.exit(2)
    return value == "true"


def paths() -> Iterator[str]:
    """Yield the papers; what is no file and reads as a pattern stands for the files that fit it."""
    for line in lines("INPUT_PATHS"):
        try:
            fitting = [] if Path(line).exists() else sorted(map(str, Path().glob(line)))
        except (NotImplementedError, ValueError):  # from the root, or "**" inside a name
            fitting = []
        yield from fitting or [line]


def main() -> int:
    folder = Path(os.environ["RUNNER_TEMP"])
    sarif, told = folder / "claimlint.sarif", folder / "claimlint.json"
    call = [
        *("check", *paths(), "--quiet"),
        *("--format", "github", "--format", f"sarif={sarif}", "--format", f"json={told}"),
        *("--format", f"github-summary={folder / 'claimlint.md'}"),
        *option("--config", "INPUT_CONFIG"),
        *option("--profile", "INPUT_PROFILE"),
        *option("--fail-on", "INPUT_FAIL_ON"),
        *option("--baseline", "INPUT_BASELINE"),
        *(["--extracts"] if wanted("INPUT_EXTRACTS") else []),
        *lines("INPUT_ARGS"),
    ]
    for old in (sarif, told):
        old.unlink(missing_ok=True)
    status = subprocess.run([sys.executable, "-m", "claimlint", *call], check=False).returncode
    if told.exists():
        append("GITHUB_STEP_SUMMARY", (folder / "claimlint.md").read_text(encoding="utf-8"))
        append("GITHUB_OUTPUT", outputs(sarif, json.loads(told.read_text(encoding="utf-8"))))
    return status


def outputs(sarif: Path, report: dict) -> str:
    findings = [finding for document in report["documents"] for finding in document["findings"]]
    lacking = [finding for finding in findings if not backed(finding)]
    new = [finding for finding in lacking if finding["suppressed"] is None]
    return f"sarif-file={sarif}\nfindings={len(lacking)}\nnew-findings={len(new)}\n"


def backed(finding: dict) -> bool:
    return all(item["verdict"] == "backed" for item in finding["evidence"] if item["required"])


def append(name: str, text: str) -> None:
    path = os.environ.get(name)
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    sys.exit(main())
