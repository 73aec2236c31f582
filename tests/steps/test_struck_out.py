"""What a tracked change deletes is no finding, and is told."""

from __future__ import annotations

from datetime import date

from claimlint.diffing import diff
from claimlint.session import check
from claimlint.settings import Settings
from tests.build.office import docx, p

GONE = '<w:del w:author="A"><w:r><w:delText>{}</w:delText></w:r></w:del>'
WARRANTY = "The Provider warrants that Output will be accurate in at least 95% of cases."


def told(tmp_path, *blocks):
    path = tmp_path / "agreement.docx"
    title = p("Master Services Agreement between the Provider and the Customer")
    path.write_bytes(docx(title, p("The Provider shall provide the Service."), *blocks))
    document = check([path], Settings(today=date(2026, 11, 23))).documents[0]
    labels = [str(clause.label) for clause in document.clauses]
    return labels, {notice.code: notice.message for notice in document.notices}


def test_a_clause_that_is_struck_out_is_told_and_no_clause(tmp_path):
    labels, notices = told(tmp_path, p(GONE.format(WARRANTY)))
    assert "performance-warranty" not in labels
    message = notices["struck-out-clause"]
    assert message.startswith("a clause that a tracked change strikes out, performance-warranty: “")


def test_a_clause_that_stands_is_no_struck_out_one(tmp_path):
    labels, notices = told(tmp_path, p(WARRANTY))
    assert "performance-warranty" in labels
    assert "struck-out-clause" not in notices


def test_a_version_does_not_say_what_it_strikes_out(tmp_path):
    first = p("The Provider shall provide the Service to the Customer.")
    title = p("Master Services Agreement between the Provider and the Customer")
    old, new = tmp_path / "v1.docx", tmp_path / "v2.docx"
    old.write_bytes(docx(title, first, p(WARRANTY)))
    new.write_bytes(docx(title, first, p(GONE.format(WARRANTY))))
    changes = diff(old, new, Settings(today=date(2026, 11, 23))).changes
    warranty = next(each for each in changes if each.subject == "performance-warranty")
    assert [str(drift) for drift in warranty.drifts] == ["removed"]
    assert warranty.new is None
