"""What is read of the settings above a Markdown text."""

from __future__ import annotations

import pytest

from claimlint.document import Part, Role
from tests.readers.places import passages


def test_the_front_matter_gives_the_title_and_no_more():
    found = passages("markdown", '---\ntitle: "Never sleeps"\nlayout: post\n---\nText\n')
    assert [(p.text, p.role, p.location.part) for p in found] == [
        ("Never sleeps", Role.TITLE, Part.METADATA),
        ("Text", Role.PARAGRAPH, Part.BODY),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "Never sleeps"\ndraft = true\n+++\n',
        "---\ntitle: >-\n  Never\n  sleeps\nlayout: post\n---\n",
        '+++\ntitle = """\nNever\nsleeps\n"""\n+++\n',
        "---\ntitle: 'Never sleeps'\nlayout: post\n---\n",
        "---\ntitle: Never\n  sleeps\nlayout: post\n---\n",
    ],
)
def test_front_matter_in_toml_and_over_several_lines_is_read(front, end):
    found = passages("markdown", f"{front}Text\n".replace("\n", end))
    assert [(p.text, p.role) for p in found] == [
        ("Never sleeps", Role.TITLE),
        ("Text", Role.PARAGRAPH),
    ]


def test_what_a_theme_shows_of_the_front_matter_is_read_in_every_section():
    front = """---
title: Owl
layout: home of owls
hero_text: >-
  Sorts your post

  by night
hero:
  subText: Works alone
  actions:
    - theme: brand of ours
      text: Start
features:
  - title: Never sleeps
    details: "All of it: right."
    context: two words
benefits:
  - No clerk needed
  - icon: an owl
tags:
  - night birds
---
"""
    found = passages("markdown", f"{front}Text\n")
    assert [(p.text, p.role, p.location.label) for p in found[:-1]] == [
        ("Owl", Role.TITLE, "line 2, title of the page"),
        ("Sorts your post by night", Role.PARAGRAPH, "line 5, hero_text in the front matter"),
        ("Works alone", Role.PARAGRAPH, "line 9, subText in the front matter"),
        ("Never sleeps", Role.PARAGRAPH, "line 14, title in the front matter"),
        ("All of it: right.", Role.PARAGRAPH, "line 15, details in the front matter"),
        ("No clerk needed", Role.PARAGRAPH, "line 18, list in the front matter"),
    ]
    toml = '+++\n[[features]]\ntitle = "Never sleeps"\n+++\n'
    assert [p.text for p in passages("markdown", toml)] == ["Never sleeps"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('It is "autonomous"', 'It is "autonomous"'),
        ('"It \\"never\\" sleeps"', 'It "never" sleeps'),
        ("'It''s autonomous'", "It's autonomous"),
        ('"', '"'),
        ('""', None),
    ],
)
def test_a_title_keeps_the_quotes_that_are_its_own(written, read):
    found = passages("markdown", f"---\ntitle: {written}\n---\n\nText\n")
    assert [p.text for p in found] == [*([] if read is None else [read]), "Text"]
