"""Reads a questionnaire back, from a workbook, a Word document or CSV, with its answers.

Workbooks and documents come as they were read by the readers; heads and ids find the cells again,
so that moved columns, further sheets and another program's styles do no harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimlint.document import Document, Passage
from claimlint.errors import NoQuestionnaire, UnreadableFile
from claimlint.office.cells import line
from claimlint.questionnaire import csv_form, sheets
from claimlint.questionnaire.model import FORM, AskedField, ClaimAsked, Item, Questionnaire
from claimlint.rulebook.entries import Catalogue, EvidenceKind
from claimlint.terms import Category, Strength
from claimlint.values.statement import AnswerState

_ANSWER, _ID, _STATE = sheets.ANSWER, sheets.ID, "State"
_NO_FORM = (
    "no questionnaire of claimlint; make one with claimlint questions "
    "(answers in a mail are read with the papers: claimlint check PAPERS MAIL)"
)
_CHOOSE = "choose"
_PRINTED = ("Settles:", "Owner:", "Due:")


class _Row(Struct, frozen=True):
    """A row of one of the tables, by the heads of its columns, and where it stands."""

    cells: Mapping[str, str]
    place: str

    def __getitem__(self, head: str) -> str:
        return self.cells.get(head, "").strip()


def from_csv(data: bytes, name: str, catalogue: Catalogue) -> Questionnaire:
    """Return the questionnaire in a CSV file.

    Raises:
        UnreadableFile: no questionnaire of ours, or its ids are damaged.
    """
    about, claims, questions = csv_form.tables(data, name)
    pairs = {row[0].strip(): row[1].strip() for row in about if len(row) > 1}
    return _questionnaire(pairs, tuple(_rows(claims)), tuple(_rows(questions)), name, catalogue)


def from_document(document: Document, catalogue: Catalogue) -> Questionnaire:
    """Return the questionnaire in a workbook or Word document as it was read.

    Raises:
        UnreadableFile: no questionnaire of ours, or its ids are damaged.
    """
    pairs: dict[str, str] = {}
    claims: list[_Row] = []
    questions: list[_Row] = []
    for grid in _grids(document.passages):
        heads: dict[int, str] = {}
        for place, cells in grid:
            words = list(cells.values())
            if (_ID in words and _ANSWER in words) or sheets.CLAIMS[-1] in words:
                heads = cells
            elif not heads and len(words) == 2:
                pairs.setdefault(words[0], words[1])
            elif heads:
                row = _Row({heads[at]: text for at, text in cells.items() if at in heads}, place)
                (claims if sheets.CLAIMS[-1] in heads.values() else questions).append(row)
    return _questionnaire(pairs, tuple(claims), tuple(questions), document.path, catalogue)


def _grids(passages: Sequence[Passage]) -> Iterator[list[tuple[str, dict[int, str]]]]:
    """Yield each table or sheet as rows of (place, text by column); paragraphs are joined."""
    tables: dict[str | int, dict[int, dict[int, list[str]]]] = {}
    places: dict[tuple[str | int, int], str] = {}
    for passage in passages:
        cell = passage.cell
        if cell is not None:
            table = passage.location.sheet or cell.table
            row = tables.setdefault(table, {}).setdefault(cell.row, {})
            row.setdefault(cell.column, []).append(passage.text)
            places.setdefault((table, cell.row), _place(passage))
    for number, rows in tables.items():
        yield [
            (places[number, at], {column: "\n".join(row[column]).strip() for column in sorted(row)})
            for at, row in sorted(rows.items())
        ]


def _place(passage: Passage) -> str:
    where, cell = passage.location, passage.cell
    if where.sheet is not None and cell is not None:
        return f'sheet "{where.sheet}", row {cell.row}'
    return where.label.rpartition(", ")[0] or where.label


def _rows(grid: csv_form.Grid) -> Iterator[_Row]:
    heads = grid[0] if grid else ()
    for number, row in enumerate(grid[1:], start=1):
        yield _Row(dict(zip(map(str.strip, heads), row, strict=False)), f"row {number}")


def _questionnaire(
    pairs: Mapping[str, str],
    claims: Sequence[_Row],
    questions: Sequence[_Row],
    name: str,
    catalogue: Catalogue,
) -> Questionnaire:
    form = pairs.get("Form", "")
    if not form.startswith("claimlint-questions/"):
        raise NoQuestionnaire(f"{name}: {_NO_FORM}")
    if form != FORM:
        raise _fault(name, f"a questionnaire of another form ({form}); this version reads {FORM}")
    if not questions:
        raise _fault(name, "the table of questions is missing; ask for the file again")
    read = Questionnaire(
        matter=pairs.get("Papers", ""),
        prepared_by=pairs.get("Prepared by", ""),
        prepared_on=pairs.get("Prepared on", ""),
        claims=tuple(_claim(row, name) for row in claims if row["Claim"]),
        items=_items(questions, name, catalogue),
        files=(name,),
    )
    return replace(read, changed=pairs.get("Seal") != sheets.seal(read))


def _fault(name: str, what: str) -> UnreadableFile:
    return UnreadableFile(f"{name}: {what}")


def _claim(row: _Row, name: str) -> ClaimAsked:
    words, sentence = line(row["Words"]), line(row["Sentence"])
    category = row["Category"].partition("/")[0]
    known = category in list(Category) and row["Strength"] in list(Strength)
    if not row["Claim"].isdecimal() or not known or not words or words not in sentence:
        raise _fault(name, f"{row.place}: the claim is damaged; ask for the file again")
    return ClaimAsked(
        number=int(row["Claim"]),
        words=words,
        sentence=sentence,
        document=line(row["Document"]),
        place=line(row["Place"]),
        category=row["Category"],
        strength=row["Strength"],
        rule=row["Rule"],
        group=row["Claim id"],
    )


def _items(questions: Sequence[_Row], name: str, catalogue: Catalogue) -> tuple[Item, ...]:
    items: list[Item] = []
    whole = ""
    kinds = {kind.id: kind for kind in catalogue.kinds}
    for row in questions:
        if not row[_ID]:
            if row[_ANSWER]:
                raise _fault(name, f"{row.place}: an answer without an id; restore the last column")
            continue
        kind, task, field, claims = sheets.split_id(row[_ID])
        if kind not in kinds:
            raise _fault(name, f'{row.place}: "{line(row[_ID])}" is no id of a question')
        if claims is not None:
            items.append(_item(kinds[kind], task, claims, row))
            whole = _beside(row)
            continue
        if not items or (items[-1].kind, items[-1].task) != (kind, task):
            raise _fault(name, f"{row.place}: the row of its question is missing above it")
        items[-1] = _with_field(items[-1], kinds[kind], field, row, name)
        if whole and not items[-1].fields[-1].answer:
            items[-1], whole = _answered(items[-1], whole), ""
    ids = [item.id for item in items]
    twice = next((item.id for item in items if ids.count(item.id) > 1), None)
    if twice is not None:
        raise _fault(name, f'the question "{twice}" stands twice; keep one of them')
    return tuple(items)


def _item(kind: EvidenceKind, task: str, claims: tuple[int, ...], row: _Row) -> Item:
    return Item(
        kind=kind.id,
        task=task,
        title=kind.title,
        asks=line(kind.asks),
        why=line(kind.holds),
        standing=row["Found so far"].partition("\n")[0].strip(),
        claims=claims,
        fields=(),
        owner=line(row["Owner"]) or _in_answer(row, "Owner"),
        due=line(row["Due"]) or _in_answer(row, "Due"),
    )


def _state(row: _Row) -> str:
    """Return the state that was chosen, "" for words that are none ("choose")."""
    said = line(row[_STATE]).lower()
    return said if said in list(AnswerState) else ""


def _answer(row: _Row) -> str:
    """Return the answer of a row, also where it was written into the cell of the state."""
    beside = row[_STATE]
    mislaid = not _state(row) and not beside.lower().startswith(_CHOOSE)
    return row[_ANSWER] or (beside if mislaid else "")


def _beside(row: _Row) -> str:
    """Return what somebody wrote to a question as a whole, in place of what is printed there."""
    told = row[_ANSWER]
    return "" if told.startswith(_PRINTED) else told


def _answered(item: Item, words: str) -> Item:
    return replace(item, fields=(*item.fields[:-1], replace(item.fields[-1], answer=words)))


def _in_answer(row: _Row, key: str) -> str:
    """Return what the Word form says of owner and due date: they stand in the answer's cell."""
    for each in row[_ANSWER].splitlines():
        name, colon, value = each.partition(":")
        if colon and name.strip() == key:
            return line(value)
    return ""


def _with_field(item: Item, kind: EvidenceKind, name: str, row: _Row, file: str) -> Item:
    if kind.field(name) is None or any(field.id == name for field in item.fields):
        twice = "stands twice" if kind.field(name) is not None else "is no field of this question"
        raise _fault(file, f'{row.place}: "{line(name)}" {twice}')
    known, source = sheets.split_so_far(row["Found so far"])
    field = AskedField(
        id=name,
        asks=line(row["We ask"]),
        kernel=any(entry.id == name for entry in kind.kernel),
        so_far=line(known),
        source=line(source),
        answer=_answer(row),
        state=_state(row),
        file=file,
        place=row.place,
    )
    return replace(item, fields=(*item.fields, field))
