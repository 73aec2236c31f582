"""The label as one HTML file that prints on one A4 page: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from msgspec import Struct

from claimlint.amounts import amount
from claimlint.label.bars import hundred, part
from claimlint.label.measure import per_hundred, wrong_of
from claimlint.label.model import SILENT, Label, Line, Row, Value, merged
from claimlint.label.style import STYLE
from claimlint.label.wording import FOOT, MARK
from claimlint.reports.html.head import head
from claimlint.reports.uris import line_of
from claimlint.values.statement import Serving

_HEAD = 60
_BARS = 6
_PAGE = 70
_PRINTED = 100
_NOTE = 130
_CLAUSE = 0.6
"""A text is cut behind a clause where at least this much of what fits is kept."""


class _Fit(Struct, frozen=True):
    """How much of a line is shown: values, characters of a wide and of a narrow one, of notes."""

    values: int
    wide: int
    narrow: int
    note: int
    notes: int = 2


_FITS = (_Fit(2, 125, 80, 150), _Fit(1, 125, 80, 110), _Fit(1, 84, 48, 60, notes=1))


def render(labels: tuple[Label, ...], numbers: Mapping[str, int] | None = None) -> str:
    """Return the labels as an HTML page, each on a sheet of its own.

    Long wordings are cut, so that a label fits its page; JSON and Markdown hold them whole. The
    policy of the page allows its own style and nothing else. On a desk that shows the papers under
    `numbers`, sources are links to their lines there.
    """
    named = ", ".join(label.product or label.matter for label in labels)
    body = "\n".join(_label(label, numbers or {}) for label in labels)
    return (
        f"{head(f'AI disclosure: {named}', STYLE)}"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _label(label: Label, numbers: Mapping[str, int]) -> str:
    fit = next((each for each in _FITS if _height(label, each) <= _PAGE), _FITS[-1])
    kernel = "".join(_row(row, fit, numbers, wide=True) for row in label.rows if row.kernel)
    rest = "".join(_row(row, fit, numbers, wide=False) for row in label.rows if not row.kernel)
    shown, owed = label.owed
    product = " ".join(each for each in (label.product, label.version) if each)
    return (
        f'<article class="label">\n<header><h1>AI Disclosure</h1>'
        f'<p class="product">{escape(_cut(product or "Product not named", _HEAD))}</p>'
        f'<p class="about">{escape(_cut(label.vendor or "", _HEAD))}</p>'
        f'<p class="drawn">Drawn on {label.drawn} from {amount(len(label.papers), "paper")}'
        f" · <strong>{shown} of {owed}</strong> owed rows disclosed</p></header>\n"
        f'<div class="kernel">{kernel}</div>\n<div class="rest">{rest}</div>\n'
        f"<footer>{escape(FOOT)} {escape(label.tool)}</footer>\n</article>"
    )


def _height(label: Label, fit: _Fit) -> int:
    """Return about how many lines of print a label takes, those in two columns by half."""
    doubled = sum(_lines_of(row, fit) * (2 if row.kernel else 1) for row in label.rows)
    return doubled // 2


def _lines_of(row: Row, fit: _Fit) -> int:
    wide = _NOTE if row.kernel else _NOTE // 2
    notes = [_cut(note, fit.note) for note in row.notes[: fit.notes]]
    taken = 2 + sum(1 + len(note) // wide for note in notes)
    taken += 2 + len(row.serving.parts[:_BARS]) // 3 if row.serving is not None else 0
    longest, printed = (fit.wide, _PRINTED) if row.kernel else (fit.narrow, _PRINTED // 3)
    for line in _lines(row) if row.grade != "none" else ():
        values = line.values[: fit.values]
        held = [len(_cut(value.text, longest)) + len(value.source) for value in values]
        taken += sum(1 + length // printed for length in held) + (len(line.values) > fit.values)
    return taken


def _row(row: Row, fit: _Fit, numbers: Mapping[str, int], *, wide: bool) -> str:
    mark = f'<span class="mark">{MARK}</span> ' if row.kernel else ""
    head = (
        f'<div class="head"><h2>{mark}{escape(row.title)}{_grade(row)}</h2>'
        f'<span class="state is-{row.grade}">{escape(row.state)}</span></div>'
    )
    inside = _serving(row, row.serving, numbers) if row.serving is not None else ""
    if row.grade != "none" and row.lines:
        lines = (_line(line, fit, numbers, wide=wide) for line in _lines(row))
        inside += f"<dl>{''.join(lines)}</dl>"
    told = row.notes[: fit.notes]
    notes = "".join(f'<p class="note">{escape(_cut(note, fit.note))}</p>' for note in told)
    return f'<section class="row {row.id}">{head}{inside}{notes}</section>\n'


def _grade(row: Row) -> str:
    if row.provenance is None or row.grade not in ("full", "part"):
        return ""
    return f' <small class="by">{escape(row.provenance)}</small>'


def _lines(row: Row) -> Iterator[Line]:
    """Yield the lines of a row, without those that its bar already shows."""
    drawn = ("Right", "Wrong", "Abstained") if row.serving is not None else ()
    yield from (line for line in merged(row) if line.name not in drawn)


def _line(line: Line, fit: _Fit, numbers: Mapping[str, int], *, wide: bool) -> str:
    if not line.values:
        return f'<div><dt>{escape(line.name)}</dt><dd class="silent">{SILENT}</dd></div>'
    longest = fit.wide if wide else fit.narrow
    more = len(line.values) - fit.values
    last = f' <span class="more">and {more} more</span>' if more > 0 else ""
    told = [
        f"{escape(_cut(value.text, longest))} "
        f"<cite>{_linked(value, _cut(value.source, _HEAD), numbers)}</cite>"
        for value in line.values[: fit.values]
    ]
    inside = "</p><p>".join(told)
    return f"<div><dt>{escape(line.name)}</dt><dd><p>{inside}{last}</p></dd></div>"


def _linked(value: Value, text: str, numbers: Mapping[str, int]) -> str:
    link = line_of(value.document, value.passage, numbers)
    return f'<a href="{link}" target="_top">{escape(text)}</a>' if link else escape(text)


def _serving(row: Row, serving: Serving, numbers: Mapping[str, int]) -> str:
    """Return the figures of the serving in large print, the bar, and the bars by kind of input."""
    abstained = SILENT if serving.abstained is None else per_hundred(serving.abstained)
    silent = " silent" if serving.abstained is None else ""
    best = f"–{per_hundred(serving.best)}" if serving.best else ""
    by = f" ({', '.join(map(escape, serving.measures))})" if serving.measures else ""
    figures = (
        f'<p class="figure right"><b>{per_hundred(serving.right)}{best}</b> right{by}</p>'
        f'<p class="figure wrong"><b>{_wrong(serving)}</b> wrong</p>'
        f'<p class="figure abstained{silent}"><b>{abstained}</b> abstained</p>'
    )
    value = next(
        (line.values[0] for line in row.lines if line.name == "Right" and line.values), None
    )
    source = f'<cite class="from">{_linked(value, value.source, numbers)}</cite>' if value else ""
    parts = "".join(
        f'<div class="part"><span>{escape(_cut(name, 24))}</span>{part(name, share)}'
        f"<b>{per_hundred(share)}</b></div>"
        for name, share in serving.parts[:_BARS]
    )
    kinds = f'<div class="parts">{parts}</div>' if parts else ""
    return f'<div class="figures">{figures}{source}</div>{hundred(serving)}{kinds}'


def _wrong(serving: Serving) -> str:
    least = f"{per_hundred(1 - serving.best)}–" if serving.best else ""
    return least + per_hundred(wrong_of(serving))


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    kept = text[: longest - 1].rsplit(" ", 1)[0]
    clause = kept.rpartition(";")[0]
    if len(clause) > _CLAUSE * len(kept):
        kept = clause
    return kept.rstrip(",;:")[: longest - 1] + " …"
