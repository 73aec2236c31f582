"""`claimlint init`: the file that a vendor starts from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import options, output
from claimlint.errors import WrongCall
from claimlint.machine.paths import write_new

_NAME = "claimlint.evidence.yaml"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to write the file.")
    ] = Path(),
    rules: options.Rules = None,
) -> None:
    """Write a commented starter: an evidence dossier that a vendor fills in.

    Nothing is overwritten.
    """
    from claimlint.datafiles import data_folder
    from claimlint.evidence.dossier.starter import starter
    from claimlint.rulebook.yaml.catalogue import load_catalogue

    if not folder.is_dir():
        raise WrongCall(f"{folder.as_posix()}: no such folder; the file in it is called {_NAME}")
    path = folder / _NAME
    text = starter(load_catalogue(rules or data_folder("rules")))
    try:
        write_new(path, text)
    except FileExistsError:
        raise WrongCall(f"{path.as_posix()}: is there already; move it first") from None
    except OSError as error:
        raise WrongCall(f"{path.as_posix()}: cannot be written ({error.strerror})") from error
    output.say(f"wrote {path.as_posix()}: fill it in and keep it beside your documents")
