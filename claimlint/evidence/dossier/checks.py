"""Checks the figures and files of a dossier."""

from __future__ import annotations

import hashlib
from pathlib import Path

from claimlint.evidence.arithmetic import percent, wilson
from claimlint.machine.paths import is_file
from claimlint.regex import regex
from claimlint.rulebook.strict_yaml import Mapping

_DIGEST = regex(r"[0-9a-f]{64}")
_NARROWEST = 0.5
_LARGEST = 64 * 1024 * 1024


def check_metric(metric: Mapping) -> None:
    """Fault an interval that cannot be: upside down, beside its value, too narrow for its n.

    Raises:
        RuleFault: with the line of the figure.
    """
    value = metric["value"].number()
    size = metric.get("n")
    n = None if size is None else size.whole()
    if size is not None and (n is None or n < 1):
        raise size.fault("the number of items must be at least 1")
    interval = metric.get("ci95")
    if interval is None:
        return
    bounds = interval.items()
    if len(bounds) != 2:
        raise interval.fault("expected two numbers: the lower and the upper bound")
    low, high = bounds[0].number(), bounds[1].number()
    if low > high:
        raise interval.fault(f"the lower bound {low} is above the upper bound {high}")
    if not low <= value <= high:
        raise interval.fault(f"the value {value} lies outside its interval {low} to {high}")
    if n is not None and 0 <= value <= 1:
        widest = wilson(value, n)
        if high - low < _NARROWEST * (widest[1] - widest[0]):
            raise interval.fault(
                f"{n} items cannot give an interval this narrow; "
                f"about {percent(widest[0])} to {percent(widest[1])} can be had"
            )


def check_digest(source: Mapping, folder: Path) -> None:
    """Compare the digest of a source with its file, where that lies below `folder`.

    Raises:
        RuleFault: the digest is no SHA-256, or not that of the file.
    """
    digest, ref = source.get("sha256"), source.get("ref")
    if digest is None:
        return
    wanted = digest.text().lower()
    if not _DIGEST.fullmatch(wanted):
        raise digest.fault("expected 64 hexadecimal digits")
    path = _inside(folder, ref.text()) if ref is not None else None
    if path is None:
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        raise digest.fault(f"{path.name} cannot be read ({error.strerror})") from error
    found = hashlib.sha256(data).hexdigest()
    if found != wanted:
        raise digest.fault(f"{path.name} is another file: its digest is {found}")


def _inside(folder: Path, ref: str) -> Path | None:
    """Return the file that `ref` names below `folder`, None for anything else.

    A dossier is a stranger's text: it may not make us read files elsewhere.
    """
    path = folder / ref
    root = folder.resolve()
    if Path(ref).is_absolute() or not is_file(path) or path.is_symlink():
        return None
    real = path.resolve()
    return path if real.is_relative_to(root) and real.stat().st_size <= _LARGEST else None
