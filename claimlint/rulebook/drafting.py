"""The file that somebody starts a rule from; it is no rule until it is filled in."""

from __future__ import annotations

from pathlib import Path

from claimlint.datafiles import data_folder
from claimlint.errors import WrongCall
from claimlint.machine.paths import write_new
from claimlint.rulebook.suggestion import suggestion_or_all
from claimlint.terms import Category

_DRAFT = """\
id: {id}
says:            # what is asserted, in one sentence
why:             # what a reader risks who believes it
find:            # what any of these finds is the claim; $ names a list of words/
  - words: []
flag:            # at least three, with [[ ]] around exactly the words that carry the claim
  - ""
pass:            # at least three near misses that a careless pattern would flag
  - {{text: "", because: }}
"""


def draft(folder: Path, rule: str) -> Path:
    """Write the draft of a rule called `category.some-words` and return its file.

    Raises:
        WrongCall: no such category, the name has another form or is that of a rule that ships
            with claimlint, or the file is there already.
    """
    category, _, slug = rule.partition(".")
    known = tuple(str(each) for each in Category)
    if category not in known:
        hint = suggestion_or_all(category, known)
        raise WrongCall(f'{rule}: no category called "{category}"{hint}')
    if (
        not slug
        or not slug.replace("-", "").isalnum()
        or not slug.isascii()
        or slug != slug.lower()
    ):
        raise WrongCall(f"{rule}: name it {category}.some-words")
    name = Path("claims", category, f"{slug}.yaml")
    path = folder / name
    if not path.exists() and (data_folder("rules") / name).exists():
        raise WrongCall(f"{rule}: a rule is called so already; see claimlint explain {rule}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, _DRAFT.format(id=rule))
    except FileExistsError:
        raise WrongCall(f"{path.as_posix()}: is there already") from None
    except OSError as error:
        raise WrongCall(f"{path.as_posix()}: cannot be written ({error.strerror})") from error
    return path
