"""What the reader of Outlook messages gives: the same as the mail would, whatever form it has."""

from __future__ import annotations

import pytest

from claimlint.document import Part, Passage, Problem, ProblemCode, Role
from claimlint.errors import UnreadableFile
from claimlint.readers.guard import guarded
from claimlint.readers.interface import Source
from claimlint.readers.office.rtf.compressed import unpacked
from claimlint.readers.registry import format_named, format_of
from tests.build.mail import mail
from tests.build.office import docx, p
from tests.build.outlook import as_it_is, file, message, outlook, winmail
from tests.readers.places import items, passages


def told(data: bytes) -> list[tuple[str, str]]:
    return [(p.location.label, p.text) for p in passages("msg", data)]


def problems(data: bytes, **limits) -> list[Problem]:
    return [item for item in items("msg", data, **limits) if isinstance(item, Problem)]


def test_the_subject_comes_first_and_the_text_behind_it():
    first, second = passages("msg", outlook(text="Hello,\r\n\r\nit never sleeps.\r\n"))[::2]
    assert (first.text, first.role) == ("About our agent", Role.TITLE)
    assert first.location.part is Part.SUBJECT
    assert second.text == "it never sleeps."
    assert second.location.label == "line 3 of the decoded text"


def test_a_text_in_a_code_page_is_decoded():
    data = outlook(text="Schläft nie – “arbeitet” allein.".encode("cp1252"), code_page=1252)
    assert told(data)[1][1] == "Schläft nie – “arbeitet” allein."
    data = outlook(text="Läuft.".encode("iso8859-2"), code_page=28592)
    assert told(data)[1][1] == "Läuft."


def test_of_two_forms_the_page_adds_only_what_the_text_does_not_say():
    page = "<p>It works alone.</p><p>It never fails – ever.</p>".encode()
    assert told(outlook(html=page, code_page=65001))[1:] == [
        ("line 1 of the decoded text", "It works alone."),
        ("line 1 of the decoded text, HTML part", "It never fails – ever."),
    ]


WRAPPED = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1 Symbol;}}"
    rb"{\*\generator Outlook;}{\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
    rb"It decides \'97 {\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 alone{\*\htmltag92 </b>}"
    rb"\htmlrtf }\htmlrtf0 .\u9786?{\*\htmltag84 &amp;}\htmlrtf & for rich text only\htmlrtf0"
    rb"{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 {\*\htmltag64 <td>}Second{\*\htmltag72 </td>}"
    rb"{\*\htmltag64 <td>}third{\*\htmltag72 </td>}{\*\mhtmltag64 <p>}}"
)


def test_a_page_wrapped_in_rich_text_is_read_as_a_page():
    found = told(outlook(text=None, rtf=as_it_is(WRAPPED)))
    assert [text for _, text in found[1:]] == ["It decides — alone.☺&", "Second", "third"]
    assert found[1][0].endswith("HTML part")


def test_rich_text_that_wraps_no_page_is_read_as_rich_text():
    rich = as_it_is(rb"{\rtf1\ansi It works alone.\par It {\b never} fails.\par}")
    assert told(outlook(rtf=rich))[2:] == [("paragraph 2, rich text part", "It never fails.")]
    assert told(outlook(text=None, rtf=rich))[1][1] == "It works alone."


def test_packed_rich_text_is_unpacked():
    """The two examples of the specification, a reference that overlaps itself in the second."""
    plain = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af320"
        "68656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(plain) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    over = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked(over) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert unpacked(b"") == unpacked(b"no rich text at all") == b""


def test_attachments_are_read_by_their_own_readers():
    data = outlook(
        files=(
            file("copy.md", b"# Head\n\nIt **works**.\n"),
            file("offer.docx", docx(p("It never sleeps."))),
            file("logo.PNG", b"x"),
            file("photo", b"x", mime="image/jpeg"),
        )
    )
    found = passages("msg", data)
    assert [(p.location.label, p.text, p.location.member) for p in found[2:]] == [
        ("attachment copy.md: line 1", "Head", "copy.md"),
        ("attachment copy.md: line 3", "It works.", "copy.md"),
        ("attachment offer.docx: paragraph 1", "It never sleeps.", "offer.docx"),
    ]
    (problem,) = problems(data)
    assert problem.message == "2 pictures were not read: logo.PNG, photo"
    orders = [p.location.order for p in found]
    assert orders == sorted(set(orders))


def test_messages_in_messages_are_read_with_their_attachments():
    inner = message("Re: price/offer", "It decides.", files=(file("a.txt", b"It learns."),))
    data = outlook(files=(file("Re: price/offer", inner, method=5),))
    name = "Re: price-offer.eml"
    assert [(p.location.label, p.text, p.location.member) for p in passages("msg", data)[2:]] == [
        (f"attachment {name}: subject", "Re: price/offer", name),
        (f"attachment {name}: line 1 of the decoded text", "It decides.", name),
        (f"attachment {name}: attachment a.txt: line 1", "It learns.", f"{name}/a.txt"),
    ]


def test_a_mail_and_a_message_attached_as_files_are_read():
    files = (file("a.eml", mail().as_bytes()), file("b.msg", outlook(text="It learns.")))
    found = told(outlook(files=files))
    assert found[3] == ("attachment a.eml: line 7", "It works alone.")
    assert found[-1] == ("attachment b.msg: line 1 of the decoded text", "It learns.")


def test_what_is_sealed_or_only_linked_is_told():
    signed = b"Content-Type: multipart/signed; boundary=x\n\n--x\n\nIt works.\n--x--\n"
    data = outlook(
        files=(
            file("smime.p7m", b"x", mime="application/pkcs7-mime"),
            file("big.pptx", None, method=7),
            file("table", {"CONTENTS": b"x"}, method=6),
            file("smime.p7m", signed, mime="multipart/signed"),
        )
    )
    assert [problem.code for problem in problems(data)] == [
        ProblemCode.ENCRYPTED,
        ProblemCode.ATTACHMENT_NOT_READ,
        ProblemCode.ATTACHMENT_NOT_READ,
    ]
    assert told(data)[-1][1] == "It works."


def test_a_plain_mail_that_is_called_so_is_read_as_a_mail():
    assert told(mail().as_bytes()) == [
        ("subject", "About our agent"),
        ("line 7", "It works alone."),
    ]


def test_messages_nest_no_deeper_than_the_limit():
    inner = message(text="Deep.")
    for _ in range(4):
        inner = message(text=None, files=(file("in", inner),))
    data = outlook(files=(file("in", inner),))
    assert [problem.code for problem in problems(data, depth=2)] == [ProblemCode.TOO_DEEP]


def test_no_more_parts_are_read_than_the_limit():
    files = tuple(file(f"{n}.txt", b"It works.") for n in range(5))
    found = items("msg", outlook(files=files), parts=3)
    assert found[-1].code is ProblemCode.TOO_MANY_PARTS
    assert len([item for item in found if isinstance(item, Passage)]) == 4


def read_whole(data: bytes) -> list:
    source = Source(path="x.msg", data=data)
    return list(guarded(format_named("msg").read, source))


@pytest.mark.parametrize("end", range(8, 5800, 256))
def test_a_message_that_breaks_off_is_read_in_part_or_told_in_one_line(end):
    data = outlook(text="It works alone. " * 30, files=(file("a.txt", b"It learns. " * 90),))
    assert end < len(data)
    found = read_whole(data[:end])
    told = [item for item in found if isinstance(item, Problem)]
    assert told
    assert all("\n" not in problem.message for problem in told)
    assert [problem.fatal for problem in told].count(True) <= 1


def test_folders_that_lie_in_each_other_come_to_an_end():
    data = bytearray(outlook(files=(file("in", message()),)))
    at = data.index("__substg1.0_3701000D".encode("utf-16-le"))
    for number in range(40):
        turned = bytearray(data)
        turned[at + 76 : at + 80] = number.to_bytes(4, "little")
        assert len(read_whole(bytes(turned))) < 20


def test_a_compound_file_that_is_no_message_is_refused():
    from tests.build.compound import compound

    with pytest.raises(UnreadableFile) as refused:
        items("msg", compound({"Other": b"x"}))
    assert "no Outlook message" in str(refused.value)


RICH = as_it_is(rb"{\rtf1\ansi It works alone.\par It never fails.\par}")


def test_what_comes_as_winmail_dat_is_read_as_parts_of_the_mail():
    sealed = winmail(rtf=RICH, files={"copy.md": b"It **learns**.\n"})
    data = mail(files={"winmail.dat": sealed}).as_bytes()
    assert [(p.location.label, p.text) for p in passages("eml", data)[1:]] == [
        ("line 10", "It works alone."),
        ("paragraph 2, rich text part", "It never fails."),
        ("attachment copy.md: line 1", "It learns."),
    ]


def test_a_winmail_dat_by_itself_is_known_by_its_bytes():
    data = winmail("It decides – alone.", files={"a.txt": b"It learns."})
    assert format_of("winmail.dat", data).name == "tnef"
    assert [p.text for p in passages("tnef", data)] == ["It decides – alone.", "It learns."]


@pytest.mark.parametrize("end", range(6, 240, 7))
def test_a_winmail_dat_that_breaks_off_is_read_as_far_as_it_goes(end):
    data = winmail("It works.", RICH, {"a.txt": b"It learns. " * 9})[:end]
    found = items("tnef", data)
    assert all("It" in item.text for item in found if isinstance(item, Passage))
