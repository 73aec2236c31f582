"""Help pages without the reader of Markdown, which they do not use and which takes long to load."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

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


class _Markdown:
    """Stands where Markdown is named, and makes the real one for a page that asks for it."""

    def __new__(cls, *arguments: object, **options: object) -> object:  # type: ignore[misc]
        return import_module(_UNUSED).Markdown(*arguments, **options)
