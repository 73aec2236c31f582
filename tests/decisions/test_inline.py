"""Ignores inside a document: what they cover, what is wrong with them, who obeys them."""

from __future__ import annotations

import json

import pytest

from tests.cli.calls import AUTONOMY, TODAY, call, write

GOOD = "claimlint: ignore autonomy -- cleared by counsel; owner=Ann; until=2027-01-31"
CLAIM = AUTONOMY.strip()


def checked(folder, name: str, profile: str = "vendor"):
    options = ("-f", "json", TODAY, f"--profile={profile}")
    called = call("check", name, *options, cwd=folder)
    (document,) = json.loads(called.out)["documents"]
    return called.status, document["findings"], [n["code"] for n in document["notices"]]


PLACES = {
    "above.md": f"# Title\n\n<!-- {GOOD} -->\n{CLAIM}\n",
    "above the blank.md": f"<!-- {GOOD} -->\n\n{CLAIM}\n",
    "a bullet.md": f"- one\n\n<!-- {GOOD} -->\n\n- {CLAIM}\n",
    "inside.md": f"{CLAIM} <!-- {GOOD} -->\n",
    "over two lines.md": f"<!-- {GOOD.replace('; ', f';{chr(10)} ', 1)} -->\n{CLAIM}\n",
    "above.html": f"<p>Hello</p>\n<!-- {GOOD} -->\n<p>{CLAIM}</p>\n",
    "inside.html": f"<p>{CLAIM} <!-- {GOOD} --></p>\n",
    "above.mdx": f"# Title\n\n{{/* {GOOD} */}}\n\n{CLAIM}\n",
    "inside.mdx": f"{CLAIM} {{/* {GOOD} */}}\n",
    "jinja.html": f"<p>Hello</p>\n{{# {GOOD} #}}\n<p>{CLAIM}</p>\n",
    "handlebars.html": f"<p>{CLAIM} {{{{!-- {GOOD} --}}}}</p>\n",
    "hugo.html": f"{{{{/* {GOOD} */}}}}\n<p>{CLAIM}</p>\n",
    "above.txt": f"Hello\n\n<!-- {GOOD} -->\n{CLAIM}\n",
}


ELEMENTS = {
    "component.mdx": (
        "{/* $ */}\n<Hero\n  title='Works without human intervention'\n  {...props}\n"
        "  action={() => go(1)}\n  lead='It pays bills without human oversight'\n>\n"
        "  It works without human help.\n\n  - It works without human help, too.\n</Hero>\n"
    ),
    "alone.mdx": (
        "{/* $ */}\n\n<Hero title='Works without human intervention'\n"
        "      lead='It pays bills without human oversight' />\n"
    ),
    "section.html": (
        "<!-- $ -->\n<section>\n<h1>Works without human intervention</h1>\n<section></section>\n"
        "<p>It works without human help.</p></section>\n"
    ),
    "section.md": (
        "<!-- $ -->\n<div>\n\n# Works without human intervention\n\n"
        "It works without human help.\n\n</div>\n"
    ),
}


@pytest.mark.parametrize("name", ELEMENTS)
@pytest.mark.parametrize("after", ["", "<p>Our agent never needs human help.</p>\n"])
def test_an_ignore_above_an_element_covers_all_of_it_and_no_more(tmp_path, name, after):
    rules = GOOD.replace("autonomy", "autonomy, oversight-reduction")
    text = ELEMENTS[name].replace("$", rules) + after
    (tmp_path / name).write_text(text, encoding="utf-8")
    _, findings, codes = checked(tmp_path, name)
    held = [finding["suppressed"] for finding in findings]
    assert (held[:2], codes) == (["accepted"] * 2, [])
    assert set(held[2:-1]) <= {"accepted"}
    assert (held[-1] is None) is bool(after)


@pytest.mark.parametrize("name", PLACES)
def test_an_ignore_covers_its_line_or_what_follows_it(tmp_path, name):
    (tmp_path / name).write_text(PLACES[name], encoding="utf-8")
    status, findings, codes = checked(tmp_path, name)
    assert (status, codes) == (0, [])
    (finding,) = findings
    assert finding["suppressed"] == "accepted"
    ruling = finding["ruling"]
    assert (ruling["reason"], ruling["owner"]) == ("cleared by counsel", "Ann")
    assert (ruling["until"], ruling["inside"], ruling["overruled"]) == ("2027-01-31", True, None)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("profile", ["buyer", "legal"])
def test_nobody_but_the_vendor_obeys_it_and_others_are_told(tmp_path, name, profile):
    (tmp_path / name).write_text(PLACES[name], encoding="utf-8")
    status, findings, codes = checked(tmp_path, name, profile)
    assert [finding["suppressed"] for finding in findings] == [None]
    assert (status, codes) == (1, ["suppression-in-input"])


def test_what_is_cut_of_a_long_ignore_is_told(tmp_path):
    long = GOOD.replace("counsel", "counsel " + "and all others who read it " * 4)
    (tmp_path / "copy.md").write_text(f"<!-- {long} -->\n\n{CLAIM}\n", encoding="utf-8")
    out = call("check", "copy.md", "-f", "json", TODAY, cwd=tmp_path).out
    (notice,) = json.loads(out)["documents"][0]["notices"]
    assert notice["message"].endswith("…”")


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM}\n\nA line.\n\n<!-- {GOOD} -->\n",
        f"<!-- {GOOD} -->\n\nA line.\n\n{CLAIM}\n",
        f"A line. <!-- {GOOD} -->\n\n{CLAIM}\n",
    ],
)
def test_it_covers_nothing_else_and_is_then_unused(tmp_path, text):
    write(tmp_path, a_md=text)
    status, findings, codes = checked(tmp_path, "a.md")
    assert [finding["suppressed"] for finding in findings] == [None]
    assert (status, codes) == (1, ["decision-unused"])


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("ignore", "names no rule"),
        ("ignore -- why; owner=Ann; until=2027-01-31", "names no rule"),
        ("off", '"off" is nothing that claimlint does'),
        ("ignore autonomie -- x; owner=Ann; until=2027-01-31", 'did you mean "autonomy"'),
        ("ignore autonomy", "lacks reason, owner, until"),
        ("ignore autonomy -- why; until=2027-01-31", "lacks owner"),
        ("ignore autonomy -- why; owner=Ann; until=someday", "'someday' is no day"),
        ("ignore autonomy -- why; owner=Ann; till=2027-01-31", '"till=2027-01-31" is neither'),
    ],
)
def test_a_malformed_one_decides_nothing_and_fails_the_vendor(tmp_path, told, fault):
    write(tmp_path, a_md=f"<!-- claimlint: {told} -->\n\nA vase.\n")
    called = call("check", "a.md", "-f", "json", TODAY, "--profile=vendor", cwd=tmp_path)
    (notice,) = json.loads(called.out)["documents"][0]["notices"]
    assert (called.status, notice["code"]) == (1, "decision-malformed")
    assert fault in notice["message"]
    assert notice["location"]["line"] == 1


def test_an_expired_one_lets_nothing_through(tmp_path):
    write(tmp_path, a_md=f"<!-- {GOOD.replace('2027', '2026')} -->\n{CLAIM}\n")
    status, (finding,), codes = checked(tmp_path, "a.md")
    assert (status, codes) == (1, ["decision-expired"])
    assert (finding["suppressed"], finding["ruling"]["overruled"]) == (None, "expired")


def test_what_an_ignore_names_is_no_claim_but_what_a_reader_sees_is(tmp_path):
    hours = GOOD.replace("autonomy", "continuous-operation")
    (tmp_path / "a.md").write_text(f"<!-- {hours} -->\nIt never sleeps.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("claimlint: it never sleeps.\n", encoding="utf-8")
    for name in ("a.md", "b.md"):
        _, (finding,), _ = checked(tmp_path, name)
        assert finding["text"].startswith("never sleeps")


def test_one_for_another_rule_is_told_which_rule_the_claim_has(tmp_path):
    other = GOOD.replace("ignore autonomy", "ignore autonomy.hands-free")
    write(tmp_path, a_md=f"<!-- {other} -->\n{CLAIM}\n")
    called = call("check", "a.md", "-f", "lines", TODAY, "--profile=vendor", cwd=tmp_path)
    claim, fault = called.out.splitlines()
    rule = claim.rpartition("[")[2].rstrip("]")
    assert f"; what is claimed there is {rule} [decision-unused]" in fault
