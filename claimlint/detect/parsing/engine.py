"""spaCy as detection needs it: imported without its command line, its model without a tokenizer.

Half the time of importing spaCy goes into its command line and what that imports; a third of the
time of loading a model goes into rules of a tokenizer that nothing calls here, because units are
cut into words already, and of the rest a third into the words that it was trained on, which a
parse tells by their hashes alone.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ONE_THREAD = "OPENBLAS_NUM_THREADS"
"""The variable that keeps products of matrices to one thread where it is "1" in time."""

_UNCALLED = MappingProxyType(
    {
        "spacy.cli": "info",
        "spacy.cli.info": "info",
        "tqdm": "tqdm",
        "packaging.requirements": "Requirement",
    }
)
"""What spaCy imports for one function each, of its command line, of training and of packages:
nobody calls them here, and who does gets the real ones.
"""
_OLD = "pydantic.v1"
"""An old form of settings, which is asked for in case that a model brings such, and may be absent:
a twentieth of the time in which spaCy and its model are loaded.
"""
_METADATA = "importlib.metadata"
"""What tells which of the installed packages extend spaCy: our model asks for none, and to read all
that they say takes a tenth of the time.
"""
_SCHEMAS = "spacy.schemas"
"""What the settings of a model must be: those of ours are, and to make ready for the question takes
a tenth of the time.
"""
_TOKENIZER = "claimlint.words.v1"
UNUSED = ("ner", "lemmatizer", "senter", "strings", "tokenizer")
"""The parts of a model that are not loaded."""


def ready() -> None:
    """Import spaCy without what nobody calls here; what comes after imports its parts as usual."""
    if "spacy" in sys.modules:
        return
    held: dict[str, Any] = {name: _stand_in(name, only) for name, only in _UNCALLED.items()}
    held[_OLD] = None  # not to be had
    if "PYDANTIC_DISABLE_PLUGINS" in os.environ:  # the process is the command line's own
        held[_METADATA] = _NoExtensions(_METADATA)
        held[_SCHEMAS] = _AnySettings(_SCHEMAS)
    held = {name: module for name, module in held.items() if name not in sys.modules}
    sys.modules.update(held)
    try:
        importlib.import_module("spacy")
    finally:
        for name in held:  # whoever wants one of them imports the real one
            del sys.modules[name]


def load(name: str, *, extended: bool) -> Language:
    """Return the model called `name` with the parts that detection asks: tags and dependencies.

    For an `extended` one packages may extend spaCy.
    """
    ready()
    from spacy.util import registry
    from thinc.api import use_ops

    registry.tokenizers(_TOKENIZER, func=_words_only)
    if extended:
        import catalogue

        catalogue.AVAILABLE_ENTRY_POINTS = importlib.import_module(_METADATA).entry_points()
    # Products of small matrices are faster without blis, but on one thread alone (the command line
    # sees to that): several are slower by far. What is loaded now keeps to what is chosen here.
    with use_ops("numpy", use_blis=os.environ.get(_ONE_THREAD) != "1"):
        nlp: Language = importlib.import_module(name).load(
            exclude=list(UNUSED), config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}}
        )
    return nlp


def _stand_in(name: str, only: str) -> ModuleType:
    """Return what stands for a module of which spaCy asks for that function alone."""

    module = ModuleType(name)
    module.__dict__[only] = _real(name, only)
    return module


def _real(module: str, name: str) -> Callable[..., object]:
    """Return what calls the function of a module, which is imported then."""

    def called(*arguments: object, **options: object) -> object:
        return getattr(importlib.import_module(module), name)(*arguments, **options)

    return called


class _NoExtensions(ModuleType):
    """Stands for the module that tells what packages extend, and says that none does anything."""

    EntryPoint = object

    def entry_points(self, **_group: str) -> Mapping[str, object]:
        return {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(_METADATA), name)


class _AnySettings(ModuleType):
    """Stands for the module that says what settings must be, and takes any."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name.islower():
            return _real(_SCHEMAS, name)
        from pydantic import BaseModel

        taken = {"extra": "allow", "arbitrary_types_allowed": True}
        return type(name, (BaseModel,), {"__module__": _SCHEMAS, "model_config": taken})


class _Words:
    """Stands where a model has its tokenizer: takes words, one space between each."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        return Doc(self._vocab, words=text.split())


def _words_only() -> type[_Words]:
    return _Words
