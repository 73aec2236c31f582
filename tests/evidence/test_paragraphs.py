"""A paragraph under a heading for failures is one list, however many sentences lie between."""

from __future__ import annotations

import pytest

from claimlint.evidence.disclosures.beginnings import begun
from claimlint.evidence.disclosures.searched_document import searched
from claimlint.evidence.matching.compiled_kinds import compiled_kind
from claimlint.score.evidence_examples import paper

_MODE = "Ledgerly drops lines at times."
_TRIGGER = "This is so when photos are dark."
_CONSEQUENCE = "The payment then goes to the wrong account."
_BETWEEN = (
    "It was seen in 3 of 200 files.",
    "The checksum shows it.",
    "Clerks see it in the log.",
    "The report lists each of them.",
    "A rescan mends most of them.",
)
_HEADINGS = (
    "What goes wrong",
    "Known failures",
    "Limitations",
    "Known issues",
    "Where it fails",
)


@pytest.fixture
def reason(catalogue):
    """Return why the failures of a text are begun only; nothing where their kernel is whole."""

    def of(text: str) -> str:
        found = begun(paper(text), catalogue, catalogue.kind("failure-modes"))
        return found.reason if found else ""

    return of


@pytest.fixture
def whole(catalogue):
    """Return whether the kernel of a list of failures in a text is whole."""
    kind = catalogue.kind("failure-modes")

    def of(text: str) -> bool:
        pieces = searched(paper(text), catalogue).of(compiled_kind(kind.id, catalogue))
        return any(pieces.whole())

    return of


@pytest.mark.parametrize("heading", _HEADINGS)
@pytest.mark.parametrize("parts", [3, 5])
def test_parts_in_one_paragraph_belong_together(reason, whole, heading, parts):
    between = " ".join(_BETWEEN[:parts])
    text = f"# {heading}\n\n{_MODE} {_TRIGGER} {between} {_CONSEQUENCE}"
    assert "too far apart" not in reason(text)
    assert whole(text)


@pytest.mark.parametrize("heading", _HEADINGS)
@pytest.mark.parametrize("lacking", [_TRIGGER, _CONSEQUENCE])
def test_a_paragraph_without_a_part_is_begun_only(reason, whole, heading, lacking):
    own = " ".join(part for part in (_MODE, _TRIGGER, _CONSEQUENCE) if part != lacking)
    text = f"# {heading}\n\n{own}"
    assert "begun in" in reason(text)
    assert not whole(text)


@pytest.mark.parametrize("heading", _HEADINGS)
def test_parts_in_paragraphs_of_their_own_stay_apart(reason, whole, heading):
    paragraphs = (f"{_MODE} {_TRIGGER}", *_BETWEEN, _CONSEQUENCE)
    text = f"# {heading}\n\n" + "\n\n".join(paragraphs)
    assert "too far apart" in reason(text)
    assert not whole(text)
