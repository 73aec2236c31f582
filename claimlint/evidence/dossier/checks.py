"""Checks the figures and files of a dossier."""

from __future__ import annotations

import hashlib
from pathlib import Path

from claimlint.evidence.arithmetic import percent, wilson
from claimlint.machine.paths import is_file
from claimlint.regex import regex
from claimlint.rulebook.yaml.iso_dates import iso_date, last_day
from claimlint.rulebook.yaml.strict_yaml import Mapping, Node

_DIGEST = regex(r"[0-9a-f]{64}")
_SIGNED = regex(r"(\d+(?:\.\d+)?)\s?%")
_SHARE = regex(
    r"(?i)^(?!.*\b(?:in|per)\b).*(?:\b(?:accuracy|precision|recall|f1|f1-score|sensitivity|specificity|"
    r"uptime|availability|rate|share)\b|%)"
)
_OF_SHARES = ("autonomy-boundary", "availability-record")
_NARROWEST = 0.5
_LARGEST = 64 * 1024 * 1024


def check_counts(entry: Mapping) -> None:
    """Fault figures of the data and of what a product is compared with that are none.

    Raises:
        RuleFault: with the line of the figure.
    """
    for key in ("dataset", "baseline"):
        node = entry.get(key)
        if node is None:
            continue
        for name, inner in node.pairs():
            if name == "n":
                _check_size(inner)
            elif (key, name) == ("baseline", "value"):
                inner.number()


def check_order(entry: Mapping) -> None:
    """Fault evidence that expires before its own date.

    Raises:
        RuleFault: with the line of the expiry.
    """
    made, expires = entry.get("date"), entry.get("expires")
    if made is None or expires is None:
        return
    first, last = last_day(iso_date(made)), last_day(iso_date(expires))
    if first is not None and last is not None and last < first:
        raise expires.fault(f"before its own date, {made.text()}")


def check_metric(metric: Mapping, kind: str) -> None:
    """Fault a share that is none, and an interval that cannot be.

    An interval cannot be upside down, beside its value, or too narrow for its n.

    Raises:
        RuleFault: with the line of the figure.
    """
    value = _measured(metric, kind)
    size = metric.get("n")
    n = None if size is None else _check_size(size)
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


def _measured(metric: Mapping, kind: str) -> float:
    node = metric["value"]
    signed = _SIGNED.fullmatch(node.text())
    if signed:
        raise node.fault(f"write {node.text()} as {float(signed[1]) / 100:g}")
    value = node.number()
    name = metric.text("name")
    if (kind in _OF_SHARES or _SHARE.search(name)) and not 0 <= value <= 1:
        nearest = (
            f": write {value / 100:g}, not {value:g}" if 1 < value <= 100 else f", not {value:g}"
        )
        raise node.fault(f"{name} is a share between 0 and 1{nearest}")
    return value


def _check_size(node: Node) -> int:
    size = node.whole()
    if size < 1:
        raise node.fault("the number of items must be at least 1")
    return size


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
