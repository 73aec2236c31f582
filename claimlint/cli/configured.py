"""The settings of a call: what its options say, over what the configuration file says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from claimlint.config.find import nearest
from claimlint.decisions.find import nearest as nearest_record
from claimlint.errors import WrongCall
from claimlint.machine.paths import is_file, no_file
from claimlint.settings import Settings

if TYPE_CHECKING:
    import typer

    from claimlint.config.layers import Configuration


def configuration(path: Path | None, *, isolated: bool = False) -> Configuration:
    """Return what the named configuration file says, or the one nearest to the working folder.

    Raises:
        ClaimlintError: the file is missing or wrong.
    """
    from claimlint.config.layers import Configuration, load

    if isolated:
        if path is not None:
            raise WrongCall("--isolated: leaves every configuration file out, --config too")
        return Configuration()
    if path is not None and not is_file(path):
        raise WrongCall(f"--config {path.as_posix()}: {no_file(path)}")
    found = path or nearest()
    return Configuration() if found is None else load(found)


def configured(
    call: Settings, context: typer.Context, config: Path | None, *, isolated: bool = False
) -> Settings:
    """Return the settings of a call with those of the configuration for what it does not say.

    Raises:
        ClaimlintError: the configuration is missing or wrong.
    """
    return settled(call, said(context), config, isolated=isolated)


def said(context: typer.Context) -> list[str]:
    """Return the parameters that a call gives itself."""
    return [name for name in context.params if _said(context, name)]


def settled(
    call: Settings, said: Sequence[str], config: Path | None, *, isolated: bool = False
) -> Settings:
    """Return the same for a call that gives the options `said`, by the names of parameters.

    Raises:
        ClaimlintError: the configuration is missing or wrong.
    """
    settings = call
    if config is not None or (not isolated and nearest() is not None):
        from claimlint.config.apply import configured as laid_over

        settings = laid_over(call, configuration(config, isolated=isolated), said)
    if settings.decisions is None and not isolated:
        settings = replace(settings, decisions=nearest_record())
    return settings


def _said(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name not in ("DEFAULT", "DEFAULT_MAP")
