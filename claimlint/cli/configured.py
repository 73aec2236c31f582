"""The settings of a call: what its options say, over what the configuration file says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import typer

from claimlint.config.apply import configured as laid_over
from claimlint.config.find import nearest
from claimlint.config.layers import Configuration, load
from claimlint.decisions.record import nearest as nearest_record
from claimlint.errors import WrongCall
from claimlint.paths import is_file, unseen
from claimlint.settings import Settings


def configuration(path: Path | None, *, isolated: bool = False) -> Configuration:
    """Return what the named configuration file says, or the one nearest to the working folder.

    Raises:
        ClaimlintError: the file is missing or wrong.
    """
    if isolated:
        if path is not None:
            raise WrongCall("--isolated: leaves every configuration file out, --config too")
        return Configuration()
    if path is not None and not is_file(path):
        why = unseen(path) or "there is no such file"
        raise WrongCall(f"--config {path.as_posix()}: {why}")
    found = path or nearest()
    return Configuration() if found is None else load(found)


def configured(
    call: Settings, context: typer.Context, config: Path | None, *, isolated: bool = False
) -> Settings:
    """Return the settings of a call with those of the configuration for what it does not say.

    Raises:
        ClaimlintError: the configuration is missing or wrong.
    """
    found = configuration(config, isolated=isolated)
    said = [name for name in context.params if _said(context, name)]
    settings = laid_over(call, found, said)
    if settings.decisions is None and not isolated:
        settings = replace(settings, decisions=nearest_record())
    return settings


def _said(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name not in ("DEFAULT", "DEFAULT_MAP")
