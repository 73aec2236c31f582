"""Every value of a TOML file has the line that an editor shows."""

from __future__ import annotations

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.config.lines import lines_of

FILE = '''# a comment with [brackets] and = signs
profile = "vendor" # and "quotes
"quoted key".'inner one' = 1
text = """
[not a table]
key = "\\""" """
raw = \'\'\'
# no comment
\'\'\'
list = [
  "a", # one, two
  [ "b" ],
  { x = 1, y = [2,
    3] },
]
when = 2027-01-31 07:32:00

[levels]
market-position = "note"
[[overrides]]
files = ["a"]
[overrides.levels]
autonomy = "error"

[[overrides]]
files = ["b"] # ]
  [overrides.levels]
  autonomy = "error"
'''


def test_lines_are_those_of_the_file():
    found = lines_of(FILE)
    assert found[("profile",)] == 2
    assert found[("quoted key", "inner one")] == 3
    assert (found[("text",)], found[("raw",)], found[("list",)]) == (4, 7, 10)
    assert [found[("list", index)] for index in range(3)] == [11, 12, 13]
    assert found[("list", 2, "y", 1)] == 14
    assert (found[("when",)], found[("levels", "market-position")]) == (16, 19)
    assert (found[("overrides", 0, "levels", "autonomy")], found[("overrides", 1)]) == (23, 25)
    assert found[("overrides", 1, "levels", "autonomy")] == 28


KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", '"h\\"[i"'])
SCALARS = st.sampled_from(
    ["1", "true", '"#"', "'['", '"""x\n]\n"""', "'''\n}'''", "1979-05-27", "-0.5", '"\\"]"']
)
GAPS = st.sampled_from([" ", "\n", " # ] }\n", ""])


def arrays(values):
    made = st.lists(st.tuples(GAPS, values, GAPS), max_size=3)
    return made.map(lambda each: "[" + ",".join(a + b + c for a, b, c in each) + "]")


def tables(values):
    made = st.lists(st.tuples(KEYS, values), max_size=3, unique_by=lambda pair: pair[0])
    return made.map(lambda each: "{" + ", ".join(f"{key} = {value}" for key, value in each) + "}")


VALUES = st.recursive(SCALARS, lambda inner: arrays(inner) | tables(inner), max_leaves=6)
PAIRS = st.lists(st.tuples(KEYS, VALUES), max_size=4, unique_by=lambda pair: pair[0])


@settings(max_examples=60, deadline=None)
@given(st.lists(PAIRS, max_size=4))
def test_every_value_that_a_parser_sees_has_a_line_in_order(groups):
    text = "".join(
        f"[[t]]\n{''.join(f'{key} = {value}{chr(10)}' for key, value in pairs)}" for pairs in groups
    )
    found = lines_of(text)
    seen = list(paths(tomllib.loads(text), ()))
    assert set(seen) <= set(found)
    assert [found[path] for path in seen] == sorted(found[path] for path in seen)


def paths(value, path):
    if path:
        yield path
    if not isinstance(value, dict | list):
        return
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in inner:
        yield from paths(each, (*path, key))
