"""What the tests of detection share."""

from __future__ import annotations

import pytest

from claimlint.datafiles import data_folder
from claimlint.detect.detector import Detector
from claimlint.rulebook.load import load_book


@pytest.fixture(scope="session")
def detector() -> Detector:
    return Detector(load_book(data_folder("rules")))
