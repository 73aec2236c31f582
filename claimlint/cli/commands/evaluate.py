"""`claimlint evaluate`: how well detection does on labelled sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from claimlint.cli import options, output


def evaluate(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH",
            help="Labelled units (.jsonl) or a folder of them (default: our corpora).",
        ),
    ] = None,
    part: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only this part of the corpora: tune or test."),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List each missed claim and false alarm.")
    ] = False,
    layout: options.Layout = options.TextOrJson.TEXT,
    rules: options.Rules = None,
    model: options.Model = None,
) -> None:
    """Measure precision, recall and F1 with 95 % intervals, a phrase list beside them."""
    from claimlint.datafiles import data_folder
    from claimlint.errors import WrongCall
    from claimlint.score import card as cards
    from claimlint.score.run import evaluate as evaluated
    from claimlint.score.sample import load_samples

    samples = load_samples(path or data_folder("corpora"))
    chosen = tuple(sample for sample in samples if part in (None, sample.part))
    if not chosen:
        known = ", ".join(sorted({sample.part for sample in samples if sample.part}))
        raise WrongCall(f"--part {part}: no labelled units in it; known are {known or 'none'}")
    result = evaluated(chosen, rules=rules, model=model)
    data = cards.card(result)
    if layout is options.TextOrJson.JSON:
        output.write(json.dumps(data, indent=2) + "\n", None)
        return
    output.write(f"{cards.summary(result, data)}\n", None)
    for line in cards.errors(result.per_sample) if errors else ():
        output.say(line)
