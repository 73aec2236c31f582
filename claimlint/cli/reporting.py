"""Which reports a call asks for, and where each of them goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from claimlint.cli import output
from claimlint.errors import WrongCall
from claimlint.machine.paths import exists
from claimlint.reports.registry import CHECK, Family, Format, format_named, names
from claimlint.reports.safe_text import safe

if TYPE_CHECKING:
    from claimlint.finding import Report
    from claimlint.reports.look import Look

Written = bytes | Iterator[bytes]

_LONG = 32 * 1024 * 1024
"""A report of more bytes is never held whole; the conflicts of a data room make such."""
_USUAL = {".htm": "html", ".md": "markdown", ".txt": "text"}


class Order(Struct, frozen=True):
    """One report that a call asks for; without a path it goes to standard output."""

    format: Format
    path: Path | None

    @property
    def tells_unread(self) -> bool:
        """Tell whether whoever sees standard output reads there which files could not be read."""
        return self.path is None and self.format.names_unread


def orders(
    asked: Sequence[str], single: Path | None, inputs: Sequence[str], family: Family = CHECK
) -> tuple[Order, ...]:
    """Return the reports that `--format NAME` and `--format NAME=FILE` ask for, in their order.

    `family` holds the formats to choose from. `single` is the file of `--output`, which
    one report without a file of its own may have; where no format is asked for, its name tells.

    Raises:
        WrongCall: an unknown format, a target that is doubled or cannot be written, or a binary
            report that a terminal would show.
    """
    single = output.named(single)
    found = [_order(entry, family) for entry in asked or (_by_suffix(single, family),)]
    loose = [order for order in found if order.path is None]
    if single is not None and len(loose) != 1:
        raise WrongCall(f"--output {single}: give each report its file, as --format NAME=FILE")
    if len(loose) > 1:
        names = " and ".join(order.format.name for order in loose)
        raise WrongCall(f"--format: {names} cannot both go to standard output; write NAME=FILE")
    if single is None and loose and sys.stdout.isatty() and loose[0].format.binary:
        name = loose[0].format.name
        raise WrongCall(f"--format {name}: is no text; name a file: --format {name}=FILE")
    if single is not None:
        found = [replace(order, path=order.path or single) for order in found]
    _check_targets(found, inputs)
    return tuple(found)


def deliver(report: Report, ordered: Sequence[Order], look: Look, *, quiet: bool) -> None:
    """Write each report where it belongs, files before standard output.

    Files that could not be read are named on standard error, unless a report shows them there.

    Raises:
        WrongCall: a file cannot be written.
    """
    from claimlint.steps.status import unread

    if not any(order.tells_unread for order in ordered):
        output.tell(unread(report.documents))
    write(rendered(report, ordered, looks(ordered, look)), ordered, quiet=quiet)


def looks(ordered: Sequence[Order], look: Look) -> tuple[Look, ...]:
    """Return the look of each report, with the width and colours of where it goes."""
    return tuple(replace(look, shape=output.shape(order.path)) for order in ordered)


def rendered(
    report: Report, ordered: Sequence[Order], looked: Sequence[Look]
) -> tuple[Written, ...]:
    """Return each report as the bytes that are to be written, a very long one in pieces."""
    if any(order.format.pictured for order in ordered):
        from claimlint.pictures.pages import pictures_of

        pictures = pictures_of(report, slides=any(look.slides for look in looked))
        looked = [replace(look, pictures=pictures) for look in looked]
    return tuple(
        _whole(order.format.written(report, look))
        for order, look in zip(ordered, looked, strict=True)
    )


def _whole(pieces: Iterator[bytes]) -> Written:
    taken: list[bytes] = []
    for piece in pieces:
        taken.append(piece)
        if sum(map(len, taken)) > _LONG:
            return chain(taken, pieces)
    return b"".join(taken)


def write(reports: Sequence[Written], ordered: Sequence[Order], *, quiet: bool) -> None:
    """Write reports where they belong, and tell a person who watches; raises as `deliver` does."""
    pairs = zip(ordered, reports, strict=True)
    for order, report in sorted(pairs, key=lambda pair: pair[0].path is None):
        output.write(report, order.path)
        if order.path is not None and not quiet and sys.stderr.isatty():
            print(f"wrote {safe(order.path.as_posix())}", file=sys.stderr)


def write_extracts(report: Report) -> None:
    """Write the text of each paged document beside it, over older extracts and nothing else.

    Raises:
        WrongCall: a file cannot be written, or something else has its name.
    """
    from claimlint.reports.tools.extracts import extract, has_lines

    for document in report.documents:
        if document.passages and document.path != "-" and not has_lines(document):
            written = extract(document)
            path = Path(written.path)
            if not _is_ours(path):
                raise WrongCall(f"--extracts: {path} is none of claimlint's files; move it away")
            output.write(written.text, path, option="--extracts")


def _is_ours(path: Path) -> bool:
    """Tell whether an extract may be written: whoever sent the papers may have laid a trap."""
    from claimlint.reports.tools.extracts import HEAD

    if path.is_symlink():
        return False
    if not exists(path):
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(HEAD)) == HEAD.encode()
    except OSError:
        return False


def _by_suffix(path: Path | None, family: Family) -> str:
    """Return the format that a file of this name is expected to be; text where none fits."""
    suffix = "" if path is None else path.suffix.lower()
    known = names(family)
    plain = _USUAL.get(suffix, suffix[1:])
    if not suffix or plain in known:
        return plain or "text"
    fitting = sorted(each.name for each in family if each.suffix == suffix)
    if len(fitting) > 1:
        raise WrongCall(f"--output {path}: say with --format what it is: {', '.join(fitting)}")
    return fitting[0] if fitting else "text"


def _order(entry: str, family: Family) -> Order:
    name, told, path = entry.partition("=")
    if told and not path:
        raise WrongCall(f"--format {entry}: name a file after the =")
    return Order(format_named(name, family), output.named(Path(path)) if told else None)


def _check_targets(found: Sequence[Order], inputs: Sequence[str]) -> None:
    seen: list[Path] = []
    for order in found:
        output.check_target(order.path, inputs)
        if order.path is None:
            continue
        if order.path.absolute() in seen:
            raise WrongCall(f"--format {order.format.name}={order.path}: two reports, one file")
        seen.append(order.path.absolute())
