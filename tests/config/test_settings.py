"""What configuration files say, how they are laid over each other, and what a fault looks like."""

from __future__ import annotations

import json
import unicodedata
from datetime import date

import pytest

from claimlint.settings import Settings
from claimlint.steps.notices import notices_of_settings
from tests.cli.calls import AUTONOMY, CLEAN, TODAY, call, write

RANK = "The only AI platform that reads tickets.\n"


def findings(folder, *options: str, cwd=None) -> list[tuple[str, str]]:
    called = call("check", *options, "-f", "json", TODAY, cwd=cwd or folder)
    assert called.status in (0, 1), called.err
    documents = json.loads(called.out)["documents"]
    return [(f["category"], f["level"]) for document in documents for f in document["findings"]]


def config(folder, text: str, name: str = "claimlint.toml"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claimlint.toml", 'ignore = ["autonomy"]'),
        (".claimlint.toml", 'ignore = ["autonomy.no-person"]'),
        ("pyproject.toml", '[project]\nname = "x"\n[tool.claimlint]\nignore = ["autonomy"]'),
    ],
)
def test_the_nearest_file_from_the_working_folder_upwards_counts(tmp_path, name, text):
    write(tmp_path, a_txt=AUTONOMY)
    config(tmp_path, text, name)
    inside = tmp_path / "one" / "two"
    inside.mkdir(parents=True)
    (inside.parent / "pyproject.toml").write_text('[project]\nname = "y"\n', encoding="utf-8")
    assert findings(tmp_path, "a.txt") == []
    assert findings(tmp_path, "../../a.txt", cwd=inside) == []
    assert findings(tmp_path, "a.txt", "--isolated") == [("autonomy", "error")]


def test_the_folder_of_a_document_has_no_say(tmp_path):
    papers = tmp_path / "papers"
    config(papers, 'ignore = ["autonomy"]\nprofile = "vendor"')
    write(papers, a_txt=AUTONOMY)
    assert findings(tmp_path, "papers") == [("autonomy", "error")]
    assert findings(tmp_path, "papers/a.txt") == [("autonomy", "error")]


def test_a_configuration_among_the_documents_is_told(tmp_path):
    config(tmp_path, 'fail-on = "never"')
    write(tmp_path, a_txt=AUTONOMY)
    called = call("check", ".", TODAY, cwd=tmp_path)
    assert called.status == 0
    assert "Settings (profile buyer) come from claimlint.toml" in called.out
    assert "among the documents" in " ".join(called.out.split())


def test_another_model_is_named_by_every_report():
    settings = Settings(today=date(2026, 11, 23), model="en_of_the_house")
    (notice,) = notices_of_settings(settings, ())
    assert notice.message == "The language model is en_of_the_house and not that of claimlint"


def test_what_is_switched_off_is_told(tmp_path):
    write(tmp_path, a_txt=AUTONOMY + "\n" + RANK)
    config(tmp_path, '\nignore = [\n  "market-position",\n]')
    called = call("check", "a.txt", TODAY, cwd=tmp_path)
    assert "1 claim not shown: market-position is switched off (claimlint.toml:3)" in called.out


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        ('select = ["market-position"]', (), ["market-position"]),
        ('select = ["autonomy"]', ("--select=market-position",), ["market-position"]),
        ('select = ["autonomy.no-person"]\nignore = ["autonomy"]', (), ["autonomy"]),
        ("", ("--ignore=autonomy",), ["market-position"]),
        ('[[overrides]]\nfiles = ["*.txt"]\nignore = ["autonomy"]', (), ["market-position"]),
        (
            '[[overrides]]\nfiles = ["b/**"]\nignore = ["autonomy"]',
            (),
            ["autonomy", "market-position"],
        ),
    ],
)
def test_rules_are_selected_and_ignored_by_name(tmp_path, text, options, found):
    write(tmp_path, a_txt=AUTONOMY + "\n" + RANK)
    config(tmp_path, text)
    assert [category for category, _ in findings(tmp_path, "a.txt", *options)] == found


@pytest.mark.parametrize(
    ("pattern", "paths", "told"),
    [
        ("blog/**/*.md", ["."], True),
        ("blog\\\\*.md", ["."], True),
        ("docs/gone.md", ["docs"], True),
        ("gone.md", ["."], True),
        ("blog/**/*.md", ["docs"], False),
        ("gone.md", ["docs"], False),
        ("blog/**/*.md", ["docs/a.md"], False),
        ("docs/**/*.md", ["."], False),
        ("a.md", ["."], False),
    ],
)
def test_a_pattern_that_fits_nothing_of_the_folders_checked_is_told(tmp_path, pattern, paths, told):
    config(tmp_path, f'\n[[overrides]]\nfiles = ["{pattern}"]\nignore = ["universality"]')
    (tmp_path / "docs").mkdir()
    write(tmp_path / "docs", a_md=AUTONOMY)
    called = call("check", *paths, "-f", "json", TODAY, cwd=tmp_path)
    notices = [n["message"] for n in json.loads(called.out)["notices"]]
    shown = pattern.replace("\\\\", "\\")
    unused = f"“{shown}” fits no file that was checked (claimlint.toml:2)"
    assert (unused in notices) is told


def test_a_pattern_fits_a_name_whose_letters_the_system_stores_in_parts(tmp_path):
    (tmp_path / unicodedata.normalize("NFD", "über.md")).write_text(AUTONOMY, encoding="utf-8")
    config(tmp_path, 'exclude = ["über.*"]')
    assert findings(tmp_path, ".") == []


def test_what_was_learned_has_a_name_of_its_own(tmp_path):
    write(tmp_path, a_txt="Handles any cargo.\n\n" + AUTONOMY)
    both = [("universality", "error"), ("autonomy", "error")]
    assert findings(tmp_path, "a.txt", "--kind=marketing") == both
    assert findings(tmp_path, "a.txt", "--kind=marketing", "--ignore=learned") == both[1:]
    config(tmp_path, '[levels]\nlearned = "note"')
    assert findings(tmp_path, "a.txt", "--kind=marketing") == [("universality", "note"), both[1]]


def test_levels_are_the_house_s_own_and_the_rule_goes_before_its_category(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    config(tmp_path, '[levels]\nautonomy = "note"')
    assert findings(tmp_path, "a.txt") == [("autonomy", "note")]
    config(tmp_path, '[levels]\n"autonomy.no-person" = "warning"\nautonomy = "note"')
    assert findings(tmp_path, "a.txt") == [("autonomy", "warning")]


def test_a_product_name_is_no_claim_and_is_told(tmp_path):
    write(tmp_path, a_txt="Meet Closes tickets without human intervention today.\n" + AUTONOMY)
    config(tmp_path, 'product-names = ["Closes tickets without human intervention"]')
    called = call("check", "a.txt", "-f", "json", TODAY, cwd=tmp_path)
    (document,) = json.loads(called.out)["documents"]
    assert [f["unit"] for f in document["findings"]] == [AUTONOMY.strip()]
    assert [notice["code"] for notice in document["notices"]] == ["product-name"]


def test_files_extend_others_and_the_nearer_one_wins(tmp_path):
    write(tmp_path, a_txt=AUTONOMY + "\n" + RANK)
    config(
        tmp_path,
        'profile = "legal"\nignore = ["autonomy"]\n[levels]\nautonomy = "note"',
        "base/house.toml",
    )
    config(tmp_path, 'extends = "base/house.toml"\nprofile = "vendor"\nselect = ["autonomy"]')
    shown = json.loads(call("config", "show", "--format=json", cwd=tmp_path).out)
    rows = {row["key"]: (row["value"], row["origin"]) for row in shown["settings"]}
    assert shown["files"] == ["claimlint.toml", "base/house.toml"]
    assert rows["profile"] == ("vendor", "claimlint.toml:2")
    assert rows["ignore"] == ("autonomy", "base/house.toml:2")
    assert rows["levels.autonomy"] == ("note", "base/house.toml:4")
    assert rows["fail-on"] == ("error", "profile vendor")
    assert findings(tmp_path, "a.txt") == []


def test_a_call_goes_before_the_file_even_with_the_default(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    config(tmp_path, 'profile = "legal"\nfail-on = "never"')
    told = json.loads(call("check", "a.txt", "-f", "json", "--profile=buyer", cwd=tmp_path).out)
    assert told["tool"]["profile"] == "buyer"
    assert call("check", "a.txt", cwd=tmp_path).status == 0
    assert call("check", "a.txt", "--fail-on=error", cwd=tmp_path).status == 1


@pytest.mark.parametrize("pattern", ["drafts", "./drafts/*.txt", "**\\\\drafts", ".\\\\drafts\\\\"])
def test_excluded_files_are_passed_over_and_named_ones_only_by_force(tmp_path, pattern):
    for name in ("drafts/a.txt", "b.txt"):
        config(tmp_path, AUTONOMY, name)
    config(tmp_path, f'exclude = ["{pattern}"]')
    assert len(findings(tmp_path, ".")) == 1
    assert len(findings(tmp_path, "drafts/a.txt")) == 1
    assert findings(tmp_path, "drafts/a.txt", "--force-exclude") == []


def test_an_excluded_file_can_be_named_by_its_whole_path(tmp_path):
    for name in ("drafts/a.txt", "b.txt"):
        config(tmp_path, AUTONOMY, name)
    config(tmp_path, f"exclude = ['{tmp_path / 'drafts'}']")
    assert len(findings(tmp_path, ".")) == 1
    assert len(findings(tmp_path, str(tmp_path))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '\n\nprofil = "vendor"',
            'claimlint.toml:3: profil: unknown key "profil" (did you mean "profile"?)',
        ),
        (
            'profile = "vendors"',
            'claimlint.toml:1: profile: no such word "vendors" (did you mean "vendor"?)',
        ),
        (
            'ignore = [\n "autonomie"]',
            'claimlint.toml:2: no category or rule called "autonomie" (did you mean "autonomy"?)',
        ),
        ('[levels]\nautonomy = "fatal"', 'claimlint.toml:2: levels.autonomy: no such word "fatal"'),
        ("[[overrides]]\nignore = []", 'claimlint.toml:1: overrides: the key "files" is missing'),
        ("ignore = 3", "claimlint.toml:1: ignore: expected a list"),
        (r'extends = "a\u0000b"', "claimlint.toml:1: extends: there is no file a·b"),
        ('extends = "gone.toml"', "claimlint.toml:1: extends: there is no file gone.toml"),
        (
            'extends = "claimlint.toml"',
            "claimlint.toml:1: extends: claimlint.toml extends this file: a circle",
        ),
        ("profile = ", "claimlint.toml: is not valid TOML: Invalid value (at end of document)"),
        ("\nocr = 1", "claimlint.toml:2: ocr: expected true or false"),
        (
            "[limits]\nsecond = 1",
            'claimlint.toml:2: limits: no such word "second" (did you mean "seconds"?)',
        ),
        (
            '[[approved]]\ntext = "x"\nevidence = "a.txt"\nowner = "z"\nuntil = "soon"',
            "claimlint.toml:5: approved.until: 'soon' is no day",
        ),
        (
            '[[approved]]\ntext = "x"\nevidence = "gone.pdf"\nowner = "z"\nuntil = 2027-01-31',
            "claimlint.toml:3: approved.evidence: there is no gone.pdf",
        ),
        ('rule-folders = ["gone"]', "claimlint.toml:1: rule-folders: there is no gone"),
        ("a" * 10 + " = " + "[" * 3000, "claimlint.toml: is n"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_was_meant(tmp_path, text, told):
    write(tmp_path, a_txt=CLEAN)
    config(tmp_path, text)
    called = call("check", "a.txt", cwd=tmp_path)
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith(f"claimlint: {told}")


def test_a_named_file_must_be_there(tmp_path):
    write(tmp_path, a_txt=CLEAN)
    called = call("check", "a.txt", "--config=gone.toml", cwd=tmp_path)
    assert (called.status, called.err) == (
        2,
        "claimlint: --config gone.toml: there is no such file\n",
    )


def test_a_broken_project_file_is_no_silent_pass(tmp_path):
    write(tmp_path, a_txt=AUTONOMY)
    config(tmp_path, '[project\nname = "x"', "pyproject.toml")
    assert call("check", "a.txt", cwd=tmp_path).status == 1
    config(tmp_path, '[tool.claimlint]\nprofile = "legal', "pyproject.toml")
    called = call("check", "a.txt", cwd=tmp_path)
    assert called.status == 2
    assert called.err.startswith("claimlint: pyproject.toml: is not valid TOML")
