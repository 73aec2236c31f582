"""The words of a label that are the same in every format."""

from __future__ import annotations

from claimlint.amounts import amount
from claimlint.label.model import Label, Row

MARK = "●"
FOOT = (
    f"{MARK} owed by every seller. Drawn from what the papers and dossiers say; nobody has tested "
    "that it is so. A row is never left out."
)


def title(label: Label) -> str:
    """Return the heading of a label with product and version, where they are named."""
    named = " ".join(part for part in (label.product, label.version) if part)
    return f"AI DISCLOSURE · {named or 'product not named'}"


def about(label: Label) -> str:
    """Return who sells the product, when and from how many papers the label was drawn."""
    shown, owed = label.owed
    parts = (
        label.vendor,
        f"drawn {label.drawn} from {amount(len(label.papers), 'paper')}",
        f"{shown} of {owed} owed rows disclosed",
    )
    return " · ".join(part for part in parts if part)


def heading(row: Row) -> str:
    """Return the title of a row with the grade of its provenance, where something is shown."""
    known = row.provenance is not None and row.grade in ("full", "part")
    return f"{row.title} ({row.provenance})" if known else row.title
