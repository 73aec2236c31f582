"""JSON catalogues of strings, where the call names the file: other JSON is no copy."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimlint.errors import UnreadableFile
from claimlint.readers.interface import Item, Source
from claimlint.readers.strings.entry import Strings
from claimlint.readers.strings.json_text import values
from claimlint.readers.text.decoding import text_of
from claimlint.readers.text.places import SourceText


def read(source: Source) -> Iterator[Item]:
    """Yield each string of two words or more with its key; keys and numbers are not read.

    Raises:
        UnreadableFile: the file is no JSON.
    """
    text = yield from text_of(source)
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"{source.path}: is no JSON ({error})") from error
    strings = Strings(SourceText(text))
    for key, spans in values(text):
        passage = strings.passage(spans, key)
        if passage is not None:
            yield passage
