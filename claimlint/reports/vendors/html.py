"""The comparison of vendors as one HTML file: no script, nothing from elsewhere."""

from __future__ import annotations

from html import escape

from claimlint.finding import Report
from claimlint.reports.contents.distinct_claims import Stated
from claimlint.reports.html.head import head
from claimlint.reports.papers.parts import NO_ADVICE
from claimlint.reports.safe_text import safe
from claimlint.reports.vendors.cells import Cell, Section, Vendor
from claimlint.reports.vendors.grid import grid

_STYLE = """
:root{color-scheme:light dark;--ground:#fff;--ink:#1f2a37;--faint:#586473;--band:#e8eef5;
--rule:#c5cdd6;--good:#ddefe3;--good-ink:#14532d;--part:#fff3d1;--part-ink:#5f3d00;
--poor:#fbe0de;--poor-ink:#8c1d18;--head:#24476b}
@media (prefers-color-scheme:dark){:root{--ground:#11161c;--ink:#e3e8ee;--faint:#a9b4c0;
--band:#1d2935;--rule:#3a4653;--good:#153324;--good-ink:#a9e2bf;--part:#3b2e0c;--part-ink:#f3d98b;
--poor:#42201e;--poor-ink:#ffbab3;--head:#9cc4ec}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:90rem;padding:1.5rem;background:var(--ground);color:var(--ink);
font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
h1{margin:0 0 .25rem;color:var(--head);font-size:1.7rem}
p{margin:.25rem 0 1rem;color:var(--faint)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;table-layout:fixed;min-width:var(--least)}
th,td{border:1px solid var(--rule);padding:.4rem .6rem;text-align:left;vertical-align:top;
overflow-wrap:anywhere}
thead th{position:sticky;top:0;background:var(--band);font-size:1.05rem}
thead small{display:block;font-weight:400;color:var(--faint)}
tbody th{font-weight:600}
th.section{background:var(--band);color:var(--head);font-size:1.05rem}
td small{display:block;margin-top:.15rem;color:inherit;opacity:.92}
.good{background:var(--good);color:var(--good-ink)}
.part{background:var(--part);color:var(--part-ink)}
.poor{background:var(--poor);color:var(--poor-ink);font-weight:600}
.poor small{font-weight:400}
h2{margin:2rem 0 .5rem;color:var(--head);font-size:1.25rem}
li{margin:.15rem 0;overflow-wrap:anywhere}
h1,h2{overflow-wrap:anywhere}
@media print{body{padding:0;max-width:none;font-size:11px}.wide{overflow:visible}
thead th{position:static}tr{break-inside:avoid}@page{size:A4 landscape;margin:12mm}}
"""
_GRAVEST = 5


def render(report: Report) -> str:
    """Return the comparison as an HTML page; text of the papers is shown as text.

    The policy of the page allows its own style and nothing else.
    """
    found = grid(report)
    style = _STYLE.replace("var(--least)", f"{16 + 11 * len(found.vendors)}rem")
    body = "\n".join(_section(section, len(found.vendors)) for section in found.sections)
    heads = "".join(map(_head, found.vendors))
    return (
        f"{head('Vendors side by side', style)}<body>\n<main>\n"
        f"<h1>Vendors side by side</h1>\n<p>Checked on {escape(found.today)} by "
        f"{escape(found.tool)}. {escape(NO_ADVICE)}</p>\n"
        '<div class="wide" role="region" aria-label="Comparison" tabindex="0">\n<table>\n'
        f'<thead><tr><th scope="col">Measure</th>{heads}</tr></thead>\n{body}\n</table>\n</div>\n'
        f"{''.join(map(_gravest, found.vendors))}</main>\n</body>\n</html>\n"
    )


def _head(vendor: Vendor) -> str:
    about = f"<small>{_text(vendor.about)}</small>" if vendor.about else ""
    return f'<th scope="col">{_text(vendor.name)}{about}</th>'


def _section(section: Section, vendors: int) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{_text(measure.title)}</th>{"".join(map(_cell, measure.cells))}</tr>'
        for measure in section.measures
    )
    return (
        f'<tbody>\n<tr><th class="section" scope="rowgroup" colspan="{vendors + 1}">'
        f"{_text(section.title)}</th></tr>\n{rows}\n</tbody>"
    )


def _cell(cell: Cell) -> str:
    note = f"<small>{_text(cell.note)}</small>" if cell.note else ""
    return f'<td class="{cell.grade}">{_text(cell.text)}{note}</td>'


def _gravest(vendor: Vendor) -> str:
    """Return the claims of a vendor that go furthest beyond their evidence, the same words once.

    Among those of one level contradicted ones go first.
    """
    bare = (each for each in vendor.claims if not each.finding.backed)
    graded = sorted(bare, key=lambda each: (each.finding.level.rank, each.finding.worst.rank))
    distinct: dict[str, Stated] = {}
    for each in graded:
        distinct.setdefault(each.finding.claim.text.casefold(), each)
    chosen = list(distinct.values())[:_GRAVEST]
    if not chosen:
        return ""
    items = "".join(
        f"<li>«{_text(each.finding.claim.text)}» ({_text(each.told_places)})</li>\n"
        for each in chosen
    )
    return (
        f"<h2>{_text(vendor.name)}: claims furthest from their evidence</h2>\n<ul>\n{items}</ul>\n"
    )


def _text(text: str) -> str:
    return escape(safe(text))
