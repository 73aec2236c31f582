"""Compiles the rules while a wheel is built: an installed claimlint reads no YAML for them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):
    """Adds the compiled rule book to a wheel; an editable checkout is left as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from claimlint.rulebook.book import SHIPPED
            from claimlint.rulebook.compiled import compiled
            from claimlint.rulebook.yaml_book import book_of

            text = compiled(book_of(root / "rules"))
        finally:
            sys.path.remove(str(root))
        self._folder = tempfile.TemporaryDirectory()  # goes with this hook, after the build
        file = Path(self._folder.name) / SHIPPED
        file.write_text(text, encoding="utf-8")
        build_data["force_include"][str(file)] = f"claimlint/_data/{SHIPPED}"
