"""YAML catalogues of strings, where the call names the file: other YAML is no copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimlint.errors import UnreadableFile
from claimlint.readers.formats.text import garbled, refuse_binary
from claimlint.readers.interface import Item, Source
from claimlint.readers.strings.entry import Strings
from claimlint.readers.web.charset import decode
from claimlint.readers.web.places import SourceText, Span

if TYPE_CHECKING:
    from yaml import Node, ScalarNode


_DEEPEST = 100


def read(source: Source) -> Iterator[Item]:
    """Yield each string of two words or more with its key; an alias is read where it is defined.

    A string that is written otherwise than it reads (folded, with escapes) has the place of the
    whole scalar.

    Raises:
        UnreadableFile: the file is no YAML.
    """
    import yaml

    decoded = decode(source.data)
    refuse_binary(decoded, source.path)
    yield from garbled(decoded)
    text = decoded.text
    try:
        roots = list(yaml.compose_all(text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableFile(f"{source.path}: is no YAML ({error})") from error
    strings = Strings(SourceText(text))
    seen: set[int] = set()
    for root in roots:
        for key, node in _scalars(root, "", seen, 0):
            passage = strings.passage((_span(text, node),), key)
            if passage is not None:
                yield passage


def _scalars(
    node: Node | None, key: str, seen: set[int], depth: int
) -> Iterator[tuple[str, ScalarNode]]:
    """Yield the scalars that are values, each once, in the order of the file."""
    import yaml

    if node is None or id(node) in seen or depth > _DEEPEST:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        if node.tag == "tag:yaml.org,2002:str":
            yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for index, inner in enumerate(node.value):
            yield from _scalars(inner, _joined(key, str(index)), seen, depth + 1)
    elif isinstance(node, yaml.MappingNode):
        for name, inner in node.value:
            yield from _scalars(inner, _joined(key, str(name.value)), seen, depth + 1)


def _joined(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _span(text: str, node: ScalarNode) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    for inner in (Span(start, end), Span(start + 1, end - 1)):
        if text[inner.start : inner.end] == node.value:
            return inner
    return Span(start, end, str(node.value))
