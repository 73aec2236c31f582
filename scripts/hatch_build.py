"""Compiles rules and expressions while a wheel is built: an installed claimlint need not."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):
    """Adds what is compiled to a wheel; an editable checkout is left as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from claimlint.regex import SHIPPED as EXPRESSIONS
            from claimlint.rulebook.compiled.book import compiled
            from claimlint.rulebook.compiled.catalogue import SHIPPED as CATALOGUE
            from claimlint.rulebook.compiled.catalogue import compiled as compiled_catalogue
            from claimlint.rulebook.load import SHIPPED
            from claimlint.rulebook.yaml.catalogue import load_catalogue
            from claimlint.rulebook.yaml.yaml_book import book_of
            from claimlint.steps.expressions import programs_of

            book = book_of(root / "rules")
            catalogue = load_catalogue(root / "rules")
            made = {
                SHIPPED: compiled(book),
                CATALOGUE: compiled_catalogue(catalogue, book.digest),
                EXPRESSIONS: programs_of(catalogue, book.digest),
            }
        finally:
            sys.path.remove(str(root))
        self._folder = tempfile.TemporaryDirectory()  # goes with this hook, after the build
        for name, content in made.items():
            file = Path(self._folder.name) / name
            file.write_bytes(content)
            build_data["force_include"][str(file)] = f"claimlint/_data/{name}"
