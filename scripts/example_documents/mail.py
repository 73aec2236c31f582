"""The sales mail: a text part and a one-page flyer as PDF."""

from __future__ import annotations

import io
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph

from example_documents import words

if TYPE_CHECKING:
    from pathlib import Path

_BOUNDARY = "=-clerkwell-2026-11-04"
_LETTER = f"""\
Dear Ms Amberley,

thank you for your time on Tuesday. You asked what would change for your
team of nine. In three lines:

- {words.EMPLOYEE}
- {words.AGENTS}
- {words.CONTEXT}

Most of our customers stop checking postings after the first month, and
none of them has gone back. Clerkwell never makes the same mistake twice.

What we cannot do yet: handwritten delivery notes, and any language other
than English and German. Payments above 5,000 euros always wait for one of
your approvers.

The flyer is attached. Shall we look at your own invoices next week? Our
people are on the phone Monday to Friday, 9:00 to 17:00.

Kind regards
Jorun Castellane
Account Executive, Oddlestone Systems Ltd

On Tue, 3 Nov 2026 at 16:12, Petra Amberley wrote:
> Could you send me something that I can forward to our auditor?
> He will want to know who checks the postings.
"""
_FLYER = (
    "Replaces the overnight shift of your accounts team.",
    "Ready for any supplier in any country from day one.",
    "Does not post to closed periods and does not change master data.",
)
_TEXT = ParagraphStyle(
    "text",
    fontName="Helvetica",
    fontSize=12,
    leading=17,
    textColor=HexColor(0x14213D),
    spaceAfter=9,
)


def build(path: Path) -> None:
    """Write the mail to `path`."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Jorun Castellane <jorun.castellane@oddlestone.example>"
    message["To"] = "Petra Amberley <p.amberley@alderquay-ceramics.example>"
    message["Subject"] = "Clerkwell: what would change for your team"
    message["Date"] = "Wed, 04 Nov 2026 08:41:00 +0000"
    message["Message-ID"] = "<20261104.0841.117@oddlestone.example>"
    message.set_content(_LETTER)
    message.add_attachment(
        _flyer(), maintype="application", subtype="pdf", filename="clerkwell-flyer.pdf"
    )
    message.set_boundary(_BOUNDARY)
    path.write_bytes(message.as_bytes())


def _flyer() -> bytes:
    width, height = A5
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=A5, invariant=True, pageCompression=0)
    canvas.setTitle("Clerkwell flyer")
    canvas.setAuthor(words.VENDOR)
    canvas.setFillColor(HexColor(0x14213D))
    canvas.rect(0, height - 45 * mm, width, 45 * mm, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont("Helvetica-Bold", 26)
    canvas.drawString(15 * mm, height - 30 * mm, words.PRODUCT)
    frame = Frame(15 * mm, 25 * mm, width - 30 * mm, height - 85 * mm, 0, 0, 0, 0)
    frame.addFromList([Paragraph(text, _TEXT) for text in _FLYER], canvas)
    canvas.setFillColor(HexColor(0x556070))
    canvas.setFont("Helvetica", 8)
    canvas.drawString(15 * mm, 12 * mm, words.CONTACT)
    canvas.save()
    return page.getvalue()
