"""`claimlint rules`: all rules by category; rules of your own drafted, tested and linted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimlint.amounts import amount
from claimlint.cli import option_values, options, output

if TYPE_CHECKING:
    from claimlint.rulebook.model import Rule
    from claimlint.rulebook.rule_book import RuleBook

Folder = Annotated[
    Path,
    typer.Argument(
        exists=True, file_okay=False, help="A folder of rules in the form of claimlint's own."
    ),
]

app = typer.Typer(help="List the rules; draft, test and lint rules of your own.")


@app.callback(invoke_without_command=True)
def rules(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    rules: options.Rules = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """List every rule of claims, clauses and evidence, with what it says."""
    if context.invoked_subcommand is not None:
        return
    from claimlint.cli.configured import configured
    from claimlint.manual import listing
    from claimlint.reports.json_rows import indented
    from claimlint.session import library
    from claimlint.settings import Settings

    call = Settings(today=option_values.day(None), rules=rules)
    settings = configured(call, context, config, isolated=isolated)
    entries = listing(*library(settings))
    if as_json:
        rows = [{"sort": sort, "id": name, "says": says} for sort, name, says in entries]
        output.write(indented(rows), None)
    else:
        output.write("\n".join(_lines(entries)) + "\n", None)


@app.command("new")
def new(
    rule: Annotated[str, typer.Argument(metavar="ID", help="For example autonomy.never-sleeps.")],
    folder: Annotated[Path, typer.Option("--folder", help="The folder of your rules.")] = Path(
        "claim-rules"
    ),
) -> None:
    """Write the file of a new rule, to be filled in; nothing is overwritten."""
    from claimlint.rulebook.drafting import draft

    path = draft(folder, rule)
    typer.echo(f"wrote {path.as_posix()}: fill it in, then: claimlint rules test {folder}")


@app.command("lint")
def lint(folder: Folder) -> None:
    """Load a folder of rules beside those that ship, and tell every fault with its line.

    Exit status: 0 sound; 2 refused.
    """
    book, own = _own(folder)
    rules, lists = amount(len(own), "rule"), amount(len(book.words.lists), "word list")
    typer.echo(f"{folder.as_posix()}: {rules}, sound; {lists} at hand")


@app.command("test")
def run_sentences(
    folder: Folder,
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="ID", help="Only this rule.")
    ] = None,
) -> None:
    """Run the sentences of each rule: flagged at exactly the marked words, or not at all.

    Exit status: 0 all come out as the files say; 1 some do not; 2 a rule is wrong.
    """
    from claimlint.detect.model import Model
    from claimlint.errors import WrongCall
    from claimlint.reports.safe_text import safe
    from claimlint.score.examples import mismatches

    book, own = _own(folder)
    chosen = [each for each in own if rule in (None, each.id)]
    if not chosen:
        raise WrongCall(f'{folder.as_posix()}: holds no rule called "{rule}"')
    model = Model()
    failed = 0
    for each in chosen:
        for fault in mismatches(book, each, model):
            failed += 1
            wanted, found = (", ".join(words) or "nothing" for words in (fault.wanted, fault.found))
            typer.echo(f"{each.id}: “{safe(fault.text)}”")
            typer.echo(f"    should flag: {safe(wanted)}; flags: {safe(found)}")
    sentences = sum(len(each.flag) + len(each.passes) for each in chosen)
    of = f"{amount(sentences, 'sentence')} of {amount(len(chosen), 'rule')}"
    typer.echo(f"{of}: {failed or 'none'} {'comes' if failed < 2 else 'come'} out otherwise")
    raise typer.Exit(1 if failed else 0)


def _own(folder: Path) -> tuple[RuleBook, Sequence[Rule]]:
    """Return the book with the rules of a folder, and these rules alone."""
    from claimlint.datafiles import data_folder
    from claimlint.detect.detector import Detector
    from claimlint.rulebook.catalogue import load_catalogue
    from claimlint.rulebook.load import load_book
    from claimlint.rulebook.packs import Pack, with_packs

    if (folder / "categories.yaml").is_file():
        book = load_book(folder)
        load_catalogue(folder)
        return book, (*book.claims, *book.clauses)
    shipped = load_book(data_folder("rules"))
    catalogue = load_catalogue(data_folder("rules"))
    book, _ = with_packs(shipped, catalogue, [Pack(folder.as_posix(), folder)])
    Detector(book)
    known = {rule.id for rule in (*shipped.claims, *shipped.clauses)}
    return book, [rule for rule in (*book.claims, *book.clauses) if rule.id not in known]


def _lines(entries: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    wide = max(len(name) for _, name, _ in entries)
    last = ""
    for sort, name, says in entries:
        if sort != last:
            yield from ("", sort) if last else (sort,)
            last = sort
        yield f"  {name:{wide}}  {says}"
