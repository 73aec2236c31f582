"""LibreOffice, where it is installed, turns an office file into one of another kind.

It gets a folder of its own, with a profile that runs no macro and loads no link; the folder is
removed whatever happens, and a conversion that takes too long is ended with all its processes,
those of a reading process when that ends at the latest.
"""

from __future__ import annotations

import os
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_LONGEST = 90.0
_SHARE = 0.75
"""How much of a file's time the conversion may take: the rest is for reading the result."""
_NOWHERE = "http://127.0.0.1:9"
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = {
    "MacroSecurityLevel": "3",
    "DisableMacrosExecution": "true",
    "DisableActiveContent": "true",
    "BlockUntrustedRefererLinks": "true",
}


class NotConverted(Exception):
    """LibreOffice gave no file; the message says why."""


def program() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    from shutil import which

    return next((path for name in _PROGRAMS if (path := which(name))), None)


def converted(
    data: bytes, suffix: str, target: str, seconds: float, largest: int, *, apart: bool = True
) -> bytes:
    """Return a file turned from one kind (`doc`) into another (`docx`).

    `target` may name a filter behind its suffix (`pdf:impress_pdf_Export`). `seconds` is what the
    whole file may take, `largest` how many bytes may come out. Where it runs not `apart`, it ends
    with this process and its group.

    Raises:
        NotConverted: not installed, too slow, or refused.
    """
    from tempfile import TemporaryDirectory

    path = program()
    if path is None:
        raise NotConverted("LibreOffice is not installed")
    with TemporaryDirectory(prefix="claimlint-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given, out = folder / f"document.{suffix}", folder / "out"
        given.write_bytes(data)
        _write_profile(folder / "profile")
        _run(path, given, out, target, folder, min(_LONGEST, seconds * _SHARE), apart=apart)
        made = out / f"document.{target.partition(':')[0]}"
        if not made.is_file():
            raise NotConverted("LibreOffice could not open it: damaged, or under a password")
        if made.stat().st_size > largest:
            raise NotConverted("it turned into a file larger than the limit")
        return made.read_bytes()


def _run(
    path: str, given: Path, out: Path, target: str, folder: Path, seconds: float, *, apart: bool
) -> None:
    import subprocess

    from claimlint.machine.process import kill

    profile = (folder / "profile").as_uri()
    command = [path, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--nolockcheck", "--nodefault", "--nofirststartwizard", "--convert-to", target]
    process = subprocess.Popen(
        [*command, "--outdir", str(out), str(given)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=apart,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise NotConverted(f"LibreOffice took longer than {seconds:.0f} seconds") from error
    finally:
        kill(process)
        process.wait()


def _environment(folder: Path) -> dict[str, str]:
    kept = ("PATH", "LANG", "SYSTEMROOT", "LD_LIBRARY_PATH", "FONTCONFIG_PATH")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    return env | {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "TEMP": str(folder),
        "TMP": str(folder),
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": _NOWHERE,
        "https_proxy": _NOWHERE,
    }


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{_SCRIPTING}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for name, value in _SETTINGS.items()
    )
    space = "http://openoffice.org/2001/registry"
    target = folder / "user"
    target.mkdir(parents=True)
    declared = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="{space}">'
    (target / "registrymodifications.xcu").write_text(
        f"{declared}{items}</oor:items>\n", encoding="utf-8"
    )
