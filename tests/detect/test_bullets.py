"""The same words make the same claims as a sentence, a bullet, a title and in capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.document import Role

from .build import passage

BULLETS = Path(__file__).with_name("bullets.txt").read_text(encoding="utf-8").splitlines()
SMALL = frozenset("a an the of and in to with by for at on or from".split())


def title(bullet: str) -> str:
    first, *rest = bullet.split()
    words = (word if word in SMALL else word[:1].upper() + word[1:] for word in rest)
    return " ".join((first, *words))


@pytest.fixture
def categories(detector):
    def of(text: str, role: Role, level: int = 0) -> set[str]:
        found = detector.find([passage(text, role, level)])
        return {str(claim.category) for claim in found.claims}

    return of


def test_there_are_two_hundred_of_them_and_each_differs():
    assert len(BULLETS) == len(set(BULLETS)) == 200


@pytest.mark.parametrize("bullet", BULLETS)
def test_makes_the_same_claims_in_all_four_forms(bullet, categories):
    sentence = categories(f"It {bullet[0].lower()}{bullet[1:]}.", Role.PARAGRAPH)
    assert sentence
    assert categories(bullet, Role.BULLET, 1) == sentence
    assert categories(title(bullet), Role.HEADING) == sentence
    assert categories(bullet.upper(), Role.HEADING) == sentence
