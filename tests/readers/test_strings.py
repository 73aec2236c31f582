"""String catalogues: every string with its key, exactly where it stands in the file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.document import Document, ReadStatus
from claimlint.file_types import suffixes
from claimlint.readers.registry import format_of
from claimlint.readers.strings.json import values
from tests.build.reading import read_file
from tests.cli.calls import TODAY, call

WORDS = "without human intervention"


@pytest.fixture
def reading(tmp_path):
    def read(name: str, text: str) -> Document:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return read_file(path, name)

    return read


def told(document: Document) -> list[tuple[str, str]]:
    return [(passage.location.label, passage.text) for passage in document.passages]


def at(document: Document, text: str, words: str = WORDS) -> list[str]:
    """Return what stands in the file where each passage says that the words stand."""
    lines = text.splitlines()
    found = []
    for passage in document.passages:
        start = passage.text.find(words)
        if start >= 0:
            place = passage.locate(start, start + len(words))
            assert place.line == place.end_line
            found.append(lines[place.line - 1][place.column - 1 : place.end_column - 1])
    return found


JSON = (
    '{\n  "home": {"title": "Closes \\u00fcber tickets without human intervention",\n'
    '    "steps": ["Read \\"it\\" all", 3, {"a b c": "Second one here"}], "id": "x", "u": "a-b"},\n'
    '  "😀": "Works 😀\\n\\ud83d\\ude00 without human intervention"\n}\n'
)


def test_json_strings_have_their_keys_and_places(reading):
    document = reading("en.json", JSON)
    assert told(document) == [
        ("line 2, home.title", "Closes über tickets without human intervention"),
        ("line 3, home.steps.0", 'Read "it" all'),
        ("line 3, home.steps.2.a b c", "Second one here"),
        ("line 4, 😀", "Works 😀\n😀 without human intervention"),
    ]
    assert at(document, JSON) == [WORDS, WORDS]


TREES = st.recursive(
    st.text() | st.integers() | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def strings(tree: object) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [text for each in inner for text in strings(each)]


@settings(max_examples=80, deadline=None)
@given(TREES, st.booleans(), st.sampled_from([None, 1]))
def test_json_loses_no_string_and_changes_none(tree, escaped, indent):
    text = json.dumps(tree, ensure_ascii=escaped, indent=indent)
    read = [
        "".join(text[span.start : span.end] if span.text is None else span.text for span in spans)
        for _, spans in values(text)
    ]
    assert read == strings(tree)


YAML = """\
home:
  title: Closes tickets without human intervention
  quoted: "It works without human intervention, too" # a comment of words
  list: ['Runs without human intervention', 12, true, 2026-01-01]
  folded: >
    Goes on
    and on
again: &a The same again
more: *a
"""


def test_yaml_strings_have_their_keys_and_places(reading):
    document = reading("en.yaml", YAML)
    assert told(document) == [
        ("line 2, home.title", "Closes tickets without human intervention"),
        ("line 3, home.quoted", "It works without human intervention, too"),
        ("line 4, home.list.0", "Runs without human intervention"),
        ("line 6, home.folded", "Goes on and on\n"),
        ("line 8, again", "The same again"),
    ]
    assert at(document, YAML) == [WORDS] * 3


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<b class="x">Runs</b> alone', "Runs alone"),
        ("Runs&nbsp;alone &#38; well", "Runs\xa0alone & well"),
        ("<p>Runs alone</p><p>by night</p>", " Runs alone  by night "),
        ("Runs <0>alone</0> by <link>night</link>", "Runs alone by night"),
        ("Runs where 5 < 6 & 8 > 7", "Runs where 5 < 6 & 8 > 7"),
        ("Runs at &home; <and so on", "Runs at &home; <and so on"),
    ],
)
@pytest.mark.parametrize("name", ["en.json", "en.yaml", "en.po"])
def test_strings_are_read_as_the_page_shows_their_html(reading, name, written, read):
    quoted = json.dumps(f"{written} {WORDS}")
    text = f'msgid "a"\nmsgstr {quoted}\n' if name.endswith("po") else f'{{"a": {quoted}}}\n'
    document = reading(name, text)
    assert [passage.text for passage in document.passages] == [f"{read} {WORDS}"]
    assert at(document, text) == [WORDS]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "scalar",
    [
        ">-  # folded\n  Goes 😀 on\n  and on without human intervention,\n\n  and on",
        "|\n  Goes on\n\n    without human intervention",
        '"Goes \\"on\\" \\u00e9 \\\n  and on without human intervention"',
        "'It''s on\n\n  and on without human intervention'",
        "goes on \\n and\n  on without human intervention",
    ],
)
def test_yaml_over_several_lines_is_found_on_its_own_line(reading, scalar, end):
    text = f"key: {scalar}\nlast: Two words\n".replace("\n", end)
    assert at(reading("en.yaml", text), text) == [WORDS]


def test_gettext_with_the_line_ends_of_windows_is_read(reading):
    text = PO.replace("{language}", "en").replace("\n", "\r\n")
    assert at(reading("x.po", text), text) == [WORDS] * 4


PO = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain\\n"

#. a comment without human intervention
msgctxt "one two"
msgid "Closes tickets without human intervention"
msgstr "It closes tickets without human intervention"

#, fuzzy
msgid ""
"It works "
"without human intervention, \\"always\\""
msgid_plural "They work without human intervention"
msgstr[0] ""
#~ msgid "Old words without human intervention"
"""


@pytest.mark.parametrize(
    ("language", "found", "status"),
    [("en_GB", 4, ReadStatus.READ), ("", 4, ReadStatus.READ), ("de", 3, ReadStatus.PARTLY_READ)],
)
def test_gettext_gives_its_sources_and_english_translations(reading, language, found, status):
    text = PO.replace("{language}", language)
    document = reading("x.po", text)
    assert document.status is status
    assert at(document, text) == [WORDS] * found
    assert ("line 13, msgid", 'It works without human intervention, "always"') in told(document)


XLIFF = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2"><file source-language="{source}" target-language="{target}">
<body><trans-unit id="home.title">
  <source>Closes &quot;all&quot; <g id="1">tickets</g> without human intervention</source>
  <target>It closes <ph id="2">{{n}}</ph> tickets without human intervention</target>
  <note>Words without human intervention</note>
</trans-unit></body></file></xliff>
"""


@pytest.mark.parametrize(
    ("source", "target", "lines"),
    [("en", "de", [4]), ("de-DE", "en-US", [5]), ("en", "en", [4, 5])],
)
def test_xliff_gives_the_sides_in_english(reading, source, target, lines):
    text = XLIFF.replace("{source}", source).replace("{target}", target)
    document = reading("x.xlf", text)
    assert [passage.location.line for passage in document.passages] == lines
    assert at(document, text) == [WORDS] * len(lines)
    foreign = [side for side in (source, target) if not side.startswith("en")]
    assert len(document.coverage.problems) == len(foreign)
    if 4 in lines:
        assert told(document)[0] == (
            "line 4, home.title",
            'Closes "all" tickets without human intervention',
        )


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.json", "{'a': 1}", "is no JSON"),
        ("a.json", "[" * 100_000, "values more than 200 levels deep are not read"),
        ("a.yaml", "a: [1", "is no YAML"),
        ("a.yaml", "[" * 5_000, "its values nest too deep to be read"),
        ("a.xliff", "<html>", "is no XLIFF"),
    ],
)
def test_what_is_no_catalogue_is_told(reading, name, text, told):
    document = reading(name, text)
    assert document.status is ReadStatus.UNREADABLE
    assert told in document.coverage.problems[-1].message


def test_json_and_yaml_are_read_where_they_are_named_only(tmp_path):
    (tmp_path / "en.json").write_text(JSON, encoding="utf-8")
    (tmp_path / "a.po").write_text('msgid "A vase of blue"\n', encoding="utf-8")
    named = call("check", "en.json", "-f", "json", TODAY, cwd=tmp_path)
    assert named.status == 1
    (document,) = json.loads(named.out)["documents"]
    assert [f["location"]["line"] for f in document["findings"]] == [2, 4]
    folder = call("check", ".", "-f", "json", TODAY, cwd=tmp_path)
    assert [d["path"] for d in json.loads(folder.out)["documents"]] == ["a.po"]
    assert not {".json", ".yaml"} & set(suffixes())
    assert format_of("en.json").name == "json"


@pytest.mark.parametrize("levels", [210, 100_000])
def test_json_that_nests_too_deep_is_read_so_far_and_the_rest_is_told(reading, levels):
    deep = f'{{"a": "Works {WORDS}", "b": {"[" * levels}"It never sleeps"{"]" * levels}}}'
    document = reading("en.json", deep)
    assert [passage.text for passage in document.passages] == [f"Works {WORDS}"]
    (problem,) = document.coverage.problems
    assert problem.message == "values more than 200 levels deep are not read"
    assert document.status is ReadStatus.PARTLY_READ


def test_yaml_that_nests_too_deep_is_read_so_far_and_the_rest_is_told(reading):
    deep = f'a: Works {WORDS}\nb: {"[" * 150}"It never sleeps"{"]" * 150}\n'
    document = reading("en.yaml", deep)
    assert [passage.text for passage in document.passages] == [f"Works {WORDS}"]
    assert [problem.code for problem in document.coverage.problems] == ["too-deep"]
    deepest = reading("en.yaml", "[" * 5000 + "]" * 5000)
    assert [problem.code for problem in deepest.coverage.problems] == ["too-deep"]
