"""Compiles the rules while a wheel is built: an installed claimlint reads no YAML for them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):
    """Adds compiled rules and catalogue to a wheel; an editable checkout is left as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from claimlint.rulebook.compiled.book import compiled
            from claimlint.rulebook.compiled.catalogue import SHIPPED as CATALOGUE
            from claimlint.rulebook.compiled.catalogue import compiled as compiled_catalogue
            from claimlint.rulebook.load import SHIPPED
            from claimlint.rulebook.yaml.catalogue import load_catalogue
            from claimlint.rulebook.yaml.yaml_book import book_of

            book = book_of(root / "rules")
            catalogue = compiled_catalogue(load_catalogue(root / "rules"), book.digest)
            made = {SHIPPED: compiled(book), CATALOGUE: catalogue}
        finally:
            sys.path.remove(str(root))
        self._folder = tempfile.TemporaryDirectory()  # goes with this hook, after the build
        for name, content in made.items():
            file = Path(self._folder.name) / name
            file.write_bytes(content)
            build_data["force_include"][str(file)] = f"claimlint/_data/{name}"
