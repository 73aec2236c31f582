"""The catalogue that ships, loaded once for all tests of evidence."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.rulebook.catalogue import Catalogue, load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(data_folder("rules"))
