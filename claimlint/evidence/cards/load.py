"""Opens a card, tells its format and reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from claimlint.errors import WrongCall
from claimlint.evidence.cards import chai, cyclonedx, huggingface
from claimlint.finding import Disclosure
from claimlint.regex import regex
from claimlint.rulebook.entries import Catalogue

_LARGEST = 32 * 1024 * 1024
_FRONT = regex(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
_ALIAS = regex(r"(?:^|[\s:\[{,-])[*&][A-Za-z0-9_]", re.MULTILINE)


def load_card(path: Path, catalogue: Catalogue, name: str | None = None) -> tuple[Disclosure, ...]:
    """Return the disclosures of a card: CycloneDX (JSON), CHAI (XML) or Hugging Face.

    Of Hugging Face both the Markdown card with its front matter and the YAML files of
    `.eval_results` are read. `name` stands for the file in messages.

    Raises:
        WrongCall: the file cannot be read, or is no card that claimlint knows.
    """
    shown = name or path.as_posix()
    try:
        if path.stat().st_size > _LARGEST:
            raise WrongCall(f"{shown}: the card is larger than {_LARGEST // 1024**2} MB")
        data = path.read_bytes()
    except OSError as error:
        raise WrongCall(f"{shown}: the card cannot be read ({error.strerror})") from error
    suffix = path.suffix.lower()
    if suffix == ".json":
        return _json(data, shown, catalogue)
    if suffix == ".xml":
        return _xml(data, shown, catalogue)
    if suffix in (".md", ".markdown", ".yaml", ".yml"):
        return _huggingface(data, shown, catalogue, front=suffix.startswith(".m"))
    raise _unknown(shown)


def _json(data: bytes, shown: str, catalogue: Catalogue) -> tuple[Disclosure, ...]:
    try:
        root = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise WrongCall(f"{shown}: not valid JSON ({error})") from error
    if isinstance(root, dict) and cyclonedx.is_cyclonedx(root):
        if not (found := tuple(cyclonedx.read(root, shown, catalogue))):
            raise WrongCall(f"{shown}: a bill of materials without a model card that says anything")
        return found
    raise _unknown(shown)


def _xml(data: bytes, shown: str, catalogue: Catalogue) -> tuple[Disclosure, ...]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise WrongCall(f"{shown}: not valid XML ({error})") from error
    if chai.is_chai(root):
        return tuple(chai.read(root, shown, catalogue))
    raise _unknown(shown)


def _huggingface(
    data: bytes, shown: str, catalogue: Catalogue, *, front: bool
) -> tuple[Disclosure, ...]:
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    body = ""
    if front:
        match = _FRONT.match(text)
        if match is None:
            raise _unknown(shown)
        above = "\n" * text.count("\n", 0, match.start(1))  # so that lines count as in the file
        text, body = above + match.group(1), text[match.end() :]
    if _ALIAS.search(text):
        raise WrongCall(f"{shown}: anchors and aliases are not allowed in a card")
    import yaml

    try:
        node = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{shown}:{mark.line + 1}" if mark is not None else shown
        raise WrongCall(f"{where}: not valid YAML") from error
    if front and isinstance(node, dict):
        return tuple(huggingface.read_card(node, body, shown, catalogue))
    if not front and huggingface.is_results(node):
        return tuple(huggingface.read_results(iter(node), shown, catalogue))
    raise _unknown(shown)


def _unknown(shown: str) -> WrongCall:
    return WrongCall(
        f"{shown}: no evidence dossier (one opens with claimlint_evidence), and no card that "
        "claimlint knows (CycloneDX JSON, CHAI XML, Hugging Face)"
    )
