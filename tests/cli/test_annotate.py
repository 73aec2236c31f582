"""`claimlint annotate`: a copy with remarks; the file itself is never written to."""

from __future__ import annotations

from tests.cli.calls import AUTONOMY, TODAY, call, write


def test_writes_an_annotated_copy_and_leaves_the_file(tmp_path):
    write(tmp_path, copy_txt=AUTONOMY)
    called = call("annotate", "copy.txt", "-o", "new.txt", TODAY, cwd=tmp_path)
    assert called.status == 0, called.err
    assert "«without human intervention»" in (tmp_path / "new.txt").read_text()
    assert (tmp_path / "copy.txt").read_text() == AUTONOMY


def test_refuses_to_write_over_the_file_or_another_paper(tmp_path):
    write(tmp_path, copy_txt=AUTONOMY, more_txt=AUTONOMY)
    for target in ("copy.txt", "./copy.txt", "more.txt"):
        called = call("annotate", "copy.txt", "more.txt", "-o", target, TODAY, cwd=tmp_path)
        assert called.status == 2
        assert "is one of the files" in called.err
    assert (tmp_path / "copy.txt").read_text() == AUTONOMY


def test_tells_a_format_that_it_cannot_annotate(tmp_path):
    write(tmp_path, mail_eml="Subject: Hello\n\n" + AUTONOMY)
    called = call("annotate", "mail.eml", "-o", "new.eml", TODAY, cwd=tmp_path)
    assert (called.status, (tmp_path / "new.eml").exists()) == (2, False)
    assert "cannot be annotated" in called.err


def test_tells_a_file_that_cannot_be_read(tmp_path):
    write(tmp_path, deck_pptx=b"PK\x03\x04 no deck")
    called = call("annotate", "deck.pptx", "-o", "new.pptx", TODAY, cwd=tmp_path)
    assert called.status == 3
    assert called.err.count("\n") == 1


def test_tells_a_missing_file_and_a_folder(tmp_path):
    for name in ("gone.docx", "."):
        called = call("annotate", name, "-o", "new.docx", TODAY, cwd=tmp_path)
        assert called.status == 2
        assert "annotate takes one file" in called.err


def test_a_contract_is_told_what_it_does_to_the_claims_of_the_other_papers(tmp_path):
    terms = (
        "Master Services Agreement\n\n3.1 Customer shall review each Output before it is used.\n"
    )
    write(tmp_path, deck_txt=AUTONOMY, terms_txt=terms)
    call(
        "annotate", "terms.txt", "deck.txt", "-o", "new.txt", "--kind=contract", TODAY, cwd=tmp_path
    )
    assert "Clause: Human review duty" in (tmp_path / "new.txt").read_text()


def test_goes_by_the_configuration_of_the_working_folder(tmp_path):
    write(tmp_path, copy_txt=AUTONOMY, claimlint_toml='ignore = ["autonomy"]\n')
    for options, told in (((), "0 remarks"), (("--isolated",), "1 remark")):
        called = call("annotate", "copy.txt", "-o", "new.txt", TODAY, *options, cwd=tmp_path)
        assert (called.status, called.out.split(" written")[0]) == (0, told), called.err
        (tmp_path / "new.txt").unlink()


def test_a_sentence_that_is_no_clause_is_remarked_upon_where_it_meets_a_claim(tmp_path):
    deck = (
        "Acme AI\n\nOur AI agent pays every invoice without human intervention.\n\n"
        "Hosted exclusively in the EU.\n\nBook a demo today.\n"
    )
    terms = (
        "Master Services Agreement\n\n3.1 Customer shall review each Output before it is used.\n\n"
        "4.1 The Supplier may store and process Customer Data in India.\n"
    )
    write(tmp_path, deck_txt=deck, terms_txt=terms)
    given = ("annotate", "terms.txt", "deck.txt", "-o", "new.txt", "--kind=contract", TODAY)
    assert call(*given, cwd=tmp_path).status == 0
    written = (tmp_path / "new.txt").read_text()
    assert "S1. Where it runs and the data lies" in written
    assert "It contradicts “Hosted exclusively in the EU.” (deck.txt, line 5)" in written
