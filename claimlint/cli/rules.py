"""`claimlint rules`: all rules, by category."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from claimlint.cli import options


def rules(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    rules: options.Rules = None,
) -> None:
    """List every rule of claims, clauses and evidence, with what it says."""
    from claimlint.cli import output
    from claimlint.datafiles import data_folder
    from claimlint.manual import listing
    from claimlint.rulebook.book import load_book
    from claimlint.rulebook.catalogue import load_catalogue

    folder = rules or data_folder("rules")
    entries = listing(load_book(folder), load_catalogue(folder))
    if as_json:
        rows = [{"sort": sort, "id": name, "says": says} for sort, name, says in entries]
        output.write(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", None)
    else:
        output.write("\n".join(_lines(entries)) + "\n", None)


def _lines(entries: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    wide = max(len(name) for _, name, _ in entries)
    last = ""
    for sort, name, says in entries:
        if sort != last:
            yield from ("", sort) if last else (sort,)
            last = sort
        yield f"  {name:{wide}}  {says}"
