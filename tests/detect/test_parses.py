"""Parses made in batches say what parses made alone say, and equal words are parsed once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from claimlint.detect.parsing.model import LazyParse, Model, make
from claimlint.detect.units.segment import units

from .build import passages

CORPORA = Path(__file__).parents[2] / "corpora"
OPENERS = frozenset({"drafts", "reviews", "decides"})


def labels(parse):
    return parse.shift, [(t.lower_, t.head.i, t.dep_, t.pos_) for t in parse.doc]


def test_a_batch_has_the_labels_of_parses_made_alone():
    files = sorted(CORPORA.glob("*/*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    some = tuple(units(passages(*(json.loads(line)["text"] for line in lines[::20]))))
    model = Model()
    together = model.parse(some, OPENERS)
    alone = [parse for unit in some for parse in model.parse([unit], OPENERS)]
    assert len(together) > 250
    assert list(map(labels, together)) == list(map(labels, alone))


def test_equal_units_share_a_parse_and_each_keeps_its_own():
    model = Model()
    some = tuple(units(passages("Drafts replies.", "It waits.", "Drafts replies.")))
    parses = [LazyParse(model, unit, OPENERS) for unit in some]
    make(parses)
    first, second, third = (parse.held() for parse in parses)
    assert first.doc is third.doc
    assert (first.shift, second.shift) == (1, 0)
    assert parses[1]() is second


def test_what_spacy_only_asks_for_is_to_be_had_afterwards():
    told = (
        "import sys; from claimlint.detect.parsing import engine; engine.ready();"
        "late = {'pydantic.v1', 'spacy.cli', 'tqdm', 'packaging.requirements'};"
        "assert late.isdisjoint(sys.modules);"
        "from pydantic.v1 import BaseModel; import spacy.cli, tqdm, packaging.requirements;"
        "assert late <= sys.modules.keys()"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_what_spacy_asks_for_is_the_real_one_where_it_is_called():
    told = (
        "from claimlint.detect.parsing import engine; engine.ready();"
        "from spacy.training import initialize; from spacy.util import split_requirement;"
        "assert split_requirement('a>=1') == ('a', '>=1');"
        "assert list(initialize.tqdm.tqdm('ab', disable=True)) == ['a', 'b'];"
        "import spacy; assert spacy.info(silent=True)['spacy_version'] == spacy.__version__"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_where_spacy_is_ours_alone_settings_are_not_checked_and_parses_are_the_same():
    told = (
        "import os; {set}"
        "from claimlint.detect.parsing import engine, model; engine.ready();"
        "nlp = engine.load(model.DEFAULT_MODEL, extended=False);"
        "parse = nlp('The agent settles each claim , and nobody reads it .');"
        "import spacy.language, spacy.schemas;"
        "checked = spacy.language.ConfigSchema is spacy.schemas.ConfigSchema;"
        "real = len(spacy.schemas.ConfigSchema.model_fields);"
        "print(checked, real, [(t.tag_, t.dep_, t.head.i) for t in parse])"
    )
    env = {k: v for k, v in os.environ.items() if k != "PYDANTIC_DISABLE_PLUGINS"}
    told_by = [
        subprocess.check_output([sys.executable, "-c", told.format(set=each)], env=env, text=True)
        for each in ("os.environ['PYDANTIC_DISABLE_PLUGINS'] = '__all__';", "")
    ]
    (ours, real, parse), (theirs, *same) = (each.split(" ", 2) for each in told_by)
    assert (ours, theirs) == ("False", "True")
    assert same == [real, parse]
    assert int(real) > 0


def test_packages_may_extend_spacy_for_other_models_and_where_it_is_not_ours_alone():
    told = (
        "import os, sys; from claimlint.detect.parsing import engine, model; {set} engine.ready();"
        "import catalogue; assert bool(catalogue.AVAILABLE_ENTRY_POINTS) is {found};"
        "import importlib.metadata; assert importlib.metadata.version('spacy');"
        "engine.load(model.DEFAULT_MODEL, extended={extended});"
        "assert bool(catalogue.AVAILABLE_ENTRY_POINTS) is {at_last}"
    )
    alone = "os.environ['PYDANTIC_DISABLE_PLUGINS'] = '__all__';"
    for setting, found, extended, at_last in (
        (alone, False, False, False),
        (alone, False, True, True),
        ("", True, False, True),
    ):
        code = told.format(set=setting, found=found, extended=extended, at_last=at_last)
        env = {k: v for k, v in os.environ.items() if k != "PYDANTIC_DISABLE_PLUGINS"}
        subprocess.run([sys.executable, "-c", code], check=True, env=env)
