"""Mails as programs send them, built from a few words."""

from __future__ import annotations

from email.message import EmailMessage


def mail(
    subject: str = "About our agent",
    text: str | None = "It works alone.\n",
    html: str | None = None,
    files: dict[str, bytes] | None = None,
    inner: EmailMessage | None = None,
    coding: str = "8bit",
) -> EmailMessage:
    """Return a mail; `coding` is the transfer encoding of its texts."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "sales@vendor.example"
    if text is not None:
        message.set_content(text, cte=coding)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html", cte=coding)
    elif html is not None:
        message.set_content(html, subtype="html", cte=coding)
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="data", filename=name)
    if inner is not None:
        message.add_attachment(inner)
    return message
