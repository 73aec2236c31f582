"""Help pages: they name no type of Python's; no reader of Markdown is loaded in vain."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

import typer

_PAGES = "typer.rich_utils"
_UNUSED = (("rich.markdown", "Markdown"), ("rich.traceback", "Traceback"))
"""What draws pages imports these, which take long to load: few pages mark anything up, and errors
are told by `ended` alone."""
_EMOJI = "rich._emoji_codes"
"""The names of all emoji; no page holds one."""


def ready() -> None:
    """Import what shows help pages; what hardly any page asks for is imported when one does."""
    if _PAGES in sys.modules:
        return
    nameless = ModuleType(_EMOJI)
    nameless.__dict__["EMOJI"] = {}
    sys.modules.setdefault(_EMOJI, nameless)
    held = {home: _stand_in(home, name) for home, name in _UNUSED if home not in sys.modules}
    sys.modules.update(held)
    try:
        import_module(_PAGES)
    finally:
        for home in held:
            del sys.modules[home]


def _stand_in(home: str, name: str) -> ModuleType:
    """Return a module with a class that makes the real one's objects."""

    def made(_: type, *arguments: object, **options: object) -> object:
        return getattr(import_module(home), name)(*arguments, **options)

    module = ModuleType(home)
    module.__dict__[name] = type(name, (), {"__new__": made})
    return module


def without_types(command: object, names: list[str]) -> None:
    """Have the help of a command, and of those below it, name no type beside a flag or argument.

    `names` are those of the help option, which a command makes when it is first asked for it.
    """
    context = typer.Context(command, help_option_names=names)  # type: ignore[arg-type]
    for each in (*command.params, command.get_help_option(context)):  # type: ignore[attr-defined]
        if getattr(each, "is_flag", False) and each.metavar is None:
            each.metavar = ""
        if each.param_type_name == "argument":
            each.display_type_rich = _no_type
    for below in getattr(command, "commands", {}).values():
        without_types(below, names)


def _no_type(ctx: object) -> None:
    """Return nothing in the place of a type of Python's, such as `<list[str]>`."""
