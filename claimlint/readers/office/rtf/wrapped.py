"""Web pages that Outlook wraps in rich text: their tags, and what is for rich text, are marked.

Source: [MS-OXRTFEX], Rich Text Format Extensions.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from claimlint.readers.interface import Item, Source
from claimlint.readers.office.rtf.document import Reader, Target

_SIGN = b"\\fromhtml1"
_HEAD = 1_000


def page_in(source: Source) -> str:
    """Return the web page that a rich text wraps, "" if it wraps none."""
    if _SIGN not in source.data[:_HEAD]:
        return ""
    reader = _Unwrapper(source)
    for _ in reader.read():
        pass
    whole = "".join(reader.page)
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Unwrapper(Reader):
    """Gathers the page where another reader gathers paragraphs."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.page: list[str] = []

    def _word(self, word: str, value: int | None) -> Iterator[Item]:
        if self._target is not Target.TEXT:
            yield from super()._word(word, value)
        elif word == "htmltag":
            self._starred = False
        elif word == "htmlrtf":
            self._look = replace(self._look, wrapping=value != 0)
        elif word in ("par", "line"):
            self._write("\n")
        else:
            yield from super()._word(word, value)

    def _write(self, text: str) -> None:
        if self._target is Target.TEXT and not self._look.wrapping:
            self.page.append(text)
