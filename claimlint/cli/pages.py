"""Help pages: flags take no value and name no type; no reader of Markdown is loaded in vain."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

import typer

_PAGES = "typer.rich_utils"
_UNUSED = "rich.markdown"


def ready() -> None:
    """Import what shows help pages; the reader of Markdown is imported if a page asks for it."""
    if _PAGES in sys.modules or _UNUSED in sys.modules:
        return
    held = ModuleType(_UNUSED)
    held.__dict__["Markdown"] = _Markdown
    sys.modules[_UNUSED] = held
    try:
        import_module(_PAGES)
    finally:
        del sys.modules[_UNUSED]


def without_types(command: object, names: list[str]) -> None:
    """Have the help of a command, and of those below it, name no type beside a flag.

    `names` are those of the help option, which a command makes when it is first asked for it.
    """
    context = typer.Context(command, help_option_names=names)  # type: ignore[arg-type]
    for each in (*command.params, command.get_help_option(context)):  # type: ignore[attr-defined]
        if getattr(each, "is_flag", False) and each.metavar is None:
            each.metavar = ""
    for below in getattr(command, "commands", {}).values():
        without_types(below, names)


class _Markdown:
    """Stands where Markdown is named, and makes the real one for a page that asks for it."""

    def __new__(cls, *arguments: object, **options: object) -> object:  # type: ignore[misc]
        return import_module(_UNUSED).Markdown(*arguments, **options)
