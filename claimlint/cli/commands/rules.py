"""`claimlint rules`: all rules by category; rules of your own drafted, tested and linted."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from claimlint.amounts import amount
from claimlint.cli import options, output
from claimlint.cli.shared_options import SharedOptions, offering

if TYPE_CHECKING:
    from claimlint.rulebook.entries import Catalogue, EvidenceKind
    from claimlint.rulebook.model import Rule
    from claimlint.rulebook.rule_book import RuleBook

Folder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="A folder of rules in the form of claimlint's own.",
    ),
]

app = typer.Typer(help="List the rules; draft, test and lint rules of your own.")


@app.callback(invoke_without_command=True)
@offering("config", "isolated", "rules")
def rules(
    context: typer.Context,
    layout: options.Layout = options.TextOrJson.TEXT,
    *,
    given: SharedOptions,
) -> None:
    """List every rule of claims, clauses and evidence, with what it says."""
    if context.invoked_subcommand is not None:
        return
    from claimlint.manual import listing
    from claimlint.reports.json.rows import indented
    from claimlint.session import library

    entries = listing(*library(given.settings(context)))
    if layout is options.TextOrJson.JSON:
        rows = [{"sort": sort, "id": name, "says": says} for sort, name, says in entries]
        output.write(indented(rows), None)
    else:
        width = output.shape(None).width if sys.stdout.isatty() else None
        output.write("\n".join(_lines(entries, width)) + "\n", None)


@app.command("new")
def new(
    rule: Annotated[str, typer.Argument(metavar="ID", help="For example autonomy.never-sleeps.")],
    folder: Annotated[
        Path, typer.Option("--folder", metavar="FOLDER", help="The folder of your rules.")
    ] = Path("claim-rules"),
) -> None:
    """Write the file of a new rule, to be filled in; nothing is overwritten."""
    from claimlint.rulebook.drafting import draft

    path = draft(folder, rule)
    output.say(f"wrote {path.as_posix()}: fill it in, then: claimlint rules test {folder}")


@app.command("lint")
def lint(folder: Folder) -> None:
    """Load a folder of rules beside those that ship, and tell every fault with its line.

    Exit status: 0 sound; 2 refused.
    """
    own = _own(folder)
    lists = amount(len(own.book.words), "word list")
    output.say(f"{folder.as_posix()}: {_amounts(own.rules, own.kinds)}, sound; {lists} at hand")


@app.command("test")
def run_examples(
    folder: Folder,
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="ID", help="Only this rule or kind of evidence.")
    ] = None,
) -> None:
    """Run the examples of each rule and kind of evidence: they come out as their files say.

    A sentence is flagged at exactly the marked words, or not at all; a passage counts as evidence,
    or earns the verdict that it says.

    Exit status: 0 all come out so; 1 some do not; 2 a rule is wrong.
    """
    from claimlint.errors import WrongCall

    own = _own(folder)
    rules = [each for each in own.rules if rule in (None, each.id)]
    kinds = [each for each in own.kinds if rule in (None, each.id)]
    if not rules and not kinds:
        raise WrongCall(f'{folder.as_posix()}: holds no rule called "{rule}"')
    failed = 0
    for name, text, told in (*_sentences(own, rules), *_passages(own, kinds)):
        failed += 1
        output.say(f"{name}: “{text}”")
        output.say(told, indent="    ")
    count = sum(len(each.flag) + len(each.passes) for each in rules)
    count += sum(len(each.backed) + len(each.not_backed) for each in kinds)
    of = f"{amount(count, 'example')} of {_amounts(rules, kinds)}"
    output.say(f"{of}: {failed or 'none'} {'comes' if failed < 2 else 'come'} out otherwise")
    raise typer.Exit(1 if failed else 0)


class _Own(Struct, frozen=True):
    """Book and catalogue with the rules of a folder, and these rules and kinds alone."""

    book: RuleBook
    catalogue: Catalogue
    rules: Sequence[Rule]
    kinds: Sequence[EvidenceKind]


def _own(folder: Path) -> _Own:
    from claimlint.datafiles import data_folder
    from claimlint.detect.detector import Detector
    from claimlint.rulebook.load import load_book
    from claimlint.rulebook.packs.packs import Pack, with_packs
    from claimlint.rulebook.yaml.catalogue import load_catalogue

    if (folder / "categories.yaml").is_file():
        book, catalogue = load_book(folder), load_catalogue(folder)
        return _Own(book, catalogue, (*book.claims, *book.clauses), catalogue.kinds)
    shipped = load_book(data_folder("rules"))
    kinds = load_catalogue(data_folder("rules"))
    book, catalogue = with_packs(shipped, kinds, [Pack(folder.as_posix(), folder)])
    Detector(book)
    known = {each.id for each in (*shipped.claims, *shipped.clauses, *kinds.kinds)}
    rules = [rule for rule in (*book.claims, *book.clauses) if rule.id not in known]
    return _Own(book, catalogue, rules, [kind for kind in catalogue.kinds if kind.id not in known])


def _sentences(own: _Own, rules: Sequence[Rule]) -> Iterator[tuple[str, str, str]]:
    """Yield id, text and fault of the sentences of rules that come out otherwise."""
    from claimlint.detect.parsing.model import Model
    from claimlint.score.examples import mismatches

    model = Model()
    for rule in rules:
        for fault in mismatches(own.book, rule, model):
            wanted, found = (", ".join(words) or "nothing" for words in (fault.wanted, fault.found))
            yield rule.id, fault.text, f"should flag: {wanted}; flags: {found}"


def _passages(own: _Own, kinds: Sequence[EvidenceKind]) -> Iterator[tuple[str, str, str]]:
    """Yield id, text and fault of the passages of kinds of evidence that come out otherwise."""
    from claimlint.score.evidence_examples import misjudged

    for kind in kinds:
        for example, found in misjudged(kind, own.catalogue):
            lacks = f"; lacks {', '.join(found.missing)}" if found.missing else ""
            wanted = f"should be: {example.verdict.words}; is: {found.verdict.words}"
            yield kind.id, " ".join(example.text.split()), f"{wanted} ({found.reason}{lacks})"


def _amounts(rules: Sequence[Rule], kinds: Sequence[EvidenceKind]) -> str:
    told = amount(len(rules), "rule")
    more = amount(len(kinds), "kind of evidence", "kinds of evidence")
    return " and ".join([told] * bool(rules or not kinds) + [more] * bool(kinds))


def _lines(entries: Sequence[tuple[str, str, str]], width: int | None) -> Iterator[str]:
    """Yield a line for each entry, wrapped to a screen of that width, where there is one."""
    from textwrap import fill

    wide = max(len(name) for _, name, _ in entries)
    last = ""
    for sort, name, says in entries:
        if sort != last:
            yield from ("", sort) if last else (sort,)
            last = sort
        line = f"  {name:{wide}}  {says}"
        hang = " " * (wide + 4)
        yield fill(line, max(width, wide + 30), subsequent_indent=hang) if width else line
