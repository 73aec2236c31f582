"""The catalogue that ships, loaded once for all tests of evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.datafiles import data_folder
from claimlint.evidence.dossier.load import load_dossier
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.yaml.catalogue import load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(data_folder("rules"))


@pytest.fixture
def load(tmp_path: Path, catalogue):
    """Return what loads the text of a dossier."""

    def of(text: str):
        path = tmp_path / "claimlint.evidence.yaml"
        path.write_text(text, encoding="utf-8")
        return load_dossier(path, catalogue, "claimlint.evidence.yaml")

    return of
