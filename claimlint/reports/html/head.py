"""The head that every HTML page of claimlint has: nothing from elsewhere may load or run."""

from __future__ import annotations

import base64
import hashlib
from html import escape


def head(title: str, style: str, script: str = "") -> str:
    """Return the page down to the end of its head, with the policy that its browser enforces.

    The policy allows this style and nothing else; with a script, that one and pictures that stand
    in the page itself.
    """
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
    )


def _policy(style: str, script: str) -> str:
    allowed = f"style-src '{_digest(style)}'; "
    if script:
        allowed = f"img-src data:; {allowed}script-src '{_digest(script)}'; "
    return f"default-src 'none'; {allowed}base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    """Return the word by which a content security policy allows a style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
