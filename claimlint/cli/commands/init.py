"""`claimlint init`: files to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import options
from claimlint.errors import WrongCall

_NAME = "claimlint.evidence.yaml"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to write the file.")
    ] = Path(),
    dossier: Annotated[
        bool, typer.Option("--dossier", help="Write a commented evidence dossier.")
    ] = False,
    rules: options.Rules = None,
) -> None:
    """Write a commented starter: an evidence dossier that a vendor fills in.

    Nothing is overwritten.
    """
    from claimlint.datafiles import data_folder
    from claimlint.evidence.dossier.starter import starter
    from claimlint.rulebook.yaml.catalogue import load_catalogue

    if not dossier:
        raise WrongCall("say what to write: claimlint init --dossier")
    path = folder / _NAME
    text = starter(load_catalogue(rules or data_folder("rules")))
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise WrongCall(f"{path.as_posix()}: is there already; move it first") from None
    except OSError as error:
        raise WrongCall(f"{path.as_posix()}: cannot be written ({error.strerror})") from error
    typer.echo(f"wrote {path.as_posix()}: fill it in and keep it beside your documents")
