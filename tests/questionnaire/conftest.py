"""A small vendor's paper and the questionnaire on it, made once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimlint.datafiles import data_folder
from claimlint.finding import Report
from claimlint.questionnaire.build import build
from claimlint.questionnaire.model import Questionnaire
from claimlint.rulebook.entries import Catalogue
from claimlint.rulebook.yaml.catalogue import load_catalogue
from claimlint.session import check
from claimlint.settings import Settings

TODAY = date(2026, 11, 23)
PAPER = """\
# Tallyman 2.1

=HYPERLINK("http://example.invalid","x") Our agent closes tickets without human intervention.

Tallyman reads invoices with an accuracy of 96 %.

Tallyman transcribes calls with an accuracy of 97 %.

Its hiring scores are free of bias.

## Evaluation

In March 2026 field accuracy of Tallyman 2.1 was 94.1 % on header fields of n = 3,120 supplier
invoices, a random sample of production invoices; handwriting was excluded.
"""


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(today=TODAY)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(data_folder("rules"))


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vendor") / "copy.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def report(paper: Path, settings: Settings) -> Report:
    return check([paper], settings)


@pytest.fixture(scope="session")
def asked(report: Report, catalogue: Catalogue) -> Questionnaire:
    return build(report, catalogue, due="2026-12-07", owner="Ada")
