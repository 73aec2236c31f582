"""What the reader of mails gives: subject, the text that is seen, attachments, odd encodings."""

from __future__ import annotations

from base64 import b64encode

import pytest

from claimlint.document import Part, Passage, Problem, ProblemCode, Role
from claimlint.errors import UnreadableFile
from tests.build.mail import mail
from tests.readers.places import items, passages, region, words_found


def told(data: bytes) -> list[tuple[str, str]]:
    return [(p.location.label, p.text) for p in passages("eml", data)]


def problems(data: bytes, **limits) -> list[Problem]:
    return [item for item in items("eml", data, **limits) if isinstance(item, Problem)]


def test_the_subject_comes_first():
    first = passages("eml", mail("It never sleeps").as_bytes())[0]
    assert (first.text, first.role, first.location.part) == (
        "It never sleeps",
        Role.TITLE,
        Part.SUBJECT,
    )
    assert (first.location.label, first.location.line, first.location.column) == ("subject", 1, 10)


@pytest.mark.parametrize("before", [b"", b"\n\n", b"\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_what_stands_before_the_first_header_is_passed_over(before):
    data = before + mail(text="It works.\n").as_bytes()
    first, second = passages("eml", data)
    assert region(data.decode("utf-8"), first.location) == "About our agent"
    assert region(data.decode("utf-8"), second.location) == "It works."


def test_an_encoded_subject_is_decoded():
    assert passages("eml", mail("Künstlich – schlau").as_bytes())[0].text == "Künstlich – schlau"


@pytest.mark.parametrize("coding", ["7bit", "8bit"])
def test_lines_are_those_of_the_file(coding):
    data = mail(text="Hello,\n\nit works\nwithout help.\n", coding=coding).as_bytes()
    for passage in passages("eml", data)[1:]:
        words_found(data.decode(), passage, exact=True)


@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
def test_lines_of_an_encoded_text_say_so(coding):
    data = mail(text="Hello,\n\nit works – well.\n", coding=coding).as_bytes()
    assert told(data)[2] == ("line 3 of the decoded text", "it works – well.")


def test_html_alone_is_read_with_the_lines_of_the_file():
    data = mail(text=None, html="<h1>Hi</h1>\n<p>It <b>works</b>.</p>\n").as_bytes()
    passage = passages("eml", data)[2]
    assert passage.text == "It works."
    assert region(data.decode(), passage.locate(3, 8)) == "works"


def test_of_two_forms_html_adds_only_what_the_text_does_not_say():
    html = "<p>It works alone.</p><p>It never fails.</p>"
    data = mail(text="It works\nalone.\n", html=html).as_bytes()
    assert [text for _, text in told(data)][1:] == ["It works\nalone.", "It never fails."]


def test_numbers_that_the_text_types_before_its_items_are_said_in_html_too():
    text = "Customer shall not use it:\n\n(a) for credit;\n(b) for insurance.\n"
    html = "<p>Customer shall not use it:</p><p>(a) for credit;</p><p>(b) for insurance.</p>"
    assert len(told(mail(text=text, html=html).as_bytes())) == 4


def test_a_figure_that_differs_between_the_forms_is_read_in_both():
    html = "<p>Our agent resolves 99 of 100 tickets without any person at all.</p>"
    text = "Our agent resolves 95 of 100 tickets without any person at all.\n"
    assert len(told(mail(text=text, html=html).as_bytes())) == 3


def test_attachments_are_read_by_their_own_readers():
    files = {"copy.md": b"# Head\n\nIt **works**.\n", "page.html": b"<p>Alone</p>"}
    found = passages("eml", mail(files=files).as_bytes())
    assert [(p.location.label, p.text, p.location.member) for p in found[2:]] == [
        ("attachment copy.md: line 1", "Head", "copy.md"),
        ("attachment copy.md: line 3", "It works.", "copy.md"),
        ("attachment page.html: line 1", "Alone", "page.html"),
    ]
    orders = [p.location.order for p in found]
    assert orders == sorted(orders)


def test_mails_inside_mails_are_read():
    inner = mail("Inner", "Inside.\n", files={"deep.txt": b"Deepest words."})
    labels = [label for label, _ in told(mail(inner=inner).as_bytes())]
    assert labels[2:] == [
        "attachment message.eml: subject",
        "attachment message.eml: line 10",
        "attachment message.eml: attachment deep.txt: line 1",
    ]
    last = passages("eml", mail(inner=inner).as_bytes())[-1]
    assert last.location.member == "message.eml/deep.txt"


def test_nesting_ends_at_the_limit():
    message = mail("Innermost", "Deep.\n")
    for _ in range(4):
        message = mail("Outer", "Text.\n", inner=message)
    (problem,) = problems(message.as_bytes(), depth=2)
    assert problem.code is ProblemCode.TOO_DEEP
    assert not problem.fatal


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("tool.exe", b"MZ\x00\x00", ProblemCode.UNSUPPORTED_PART),
        ("deck.pdf", b"%PDF-1.4 broken", ProblemCode.ATTACHMENT_NOT_READ),
        ("notes.txt", b"\0\0\0\0", ProblemCode.ATTACHMENT_NOT_READ),
    ],
)
def test_an_attachment_that_is_not_read_is_told_with_its_name(name, data, code):
    (problem,) = problems(mail(files={name: data}).as_bytes())
    assert (problem.code, problem.fatal) == (code, False)
    assert problem.location.label == f"attachment {name}"


def test_pictures_are_named_and_signatures_passed_over():
    message = mail(files={"smime.p7s": b"x"})
    next(iter(message.iter_attachments())).replace_header(
        "Content-Type", "application/pkcs7-signature"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    assert [p.message for p in problems(message.as_bytes())] == ["a picture was not read: a.png"]


def test_an_encrypted_part_is_told():
    data = b"Subject: x\nContent-Type: application/pkcs7-mime\n\nxyz\n"
    assert [p.code for p in problems(data)] == [ProblemCode.ENCRYPTED]


RAW = [
    (
        b"Subject: x\nContent-Type: text/plain; charset=nonsense\n\ncaf\xe9 au lait\n",
        "café au lait",
    ),
    (b"Subject: x\r\n\r\nNo type at all\r\n", "No type at all"),
    (b"Subject: x\nContent-Type: multipart/mixed\n\nNo boundary here\n", "No boundary here"),
    (
        b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nUnended part\n",
        "Unended part",
    ),
    (b"Subject: =?utf-8?b?!!!?=\n\nBad subject here\n", "Bad subject here"),
    (b"Subject: x\nContent-Transfer-Encoding: odd\n\nOdd coding here\n", "Odd coding here"),
    (b"Subject: x\nContent-Transfer-Encoding: base64\n\nQm9keSB0ZXh0=\n", "Body text"),
    (
        b"Subject: x\nContent-Type: text/plain; charset*0=u; charset*1=tf-8\n\nIn pieces\n",
        "In pieces",
    ),
]

RAW.append(
    (
        b"Subject: x\nContent-Type: text/plain; charset*=a'b'utf-8\n\nIt\xe2\x80\x99s odd\n",
        "It’s odd",
    )
)


@pytest.mark.parametrize(("data", "text"), RAW)
def test_mails_with_faults_are_read(data, text):
    assert told(data)[-1][1] == text


def test_what_opens_with_no_header_is_read_as_text():
    data = b"\nJust words.\n\nMore.\n"
    assert told(data) == [("line 2", "Just words."), ("line 4", "More.")]
    assert [p.code for p in problems(data)] == [ProblemCode.SALVAGED]
    with pytest.raises(UnreadableFile):
        items("eml", b"\0" * 100)


def test_a_folded_subject_keeps_its_lines():
    data = b"From: a\nSubject: Never\n sleeps\n\nx\n"
    first = passages("eml", data)[0]
    assert first.text == "Never sleeps"
    words_found(data.decode(), first, exact=True)


def test_nested_containers_do_no_harm():
    data = b"Subject: x\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(200)
    )
    found = items("eml", data + b"\nInnermost words\n")
    assert [item.text for item in found if isinstance(item, Passage)] == ["x", "Innermost words"]


HEADS = {
    "messages": "Content-Type: message/rfc822\n\n" * 2_000,
    "containers": "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000)
    ),
}


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_a_mail_nested_without_end_is_read_as_text(heads):
    data = f"Subject: s\n{heads}\nIt works.\n".encode()
    assert [problem.code for problem in problems(data)] == [ProblemCode.TOO_DEEP]
    assert "It works." in [text for _, text in told(data)]


def test_a_subject_of_encoded_words_without_end_is_left_as_it_is():
    data = b"Subject: " + b"=?utf-8?q?It_works_?= " * 50_000 + b"\n\nBody.\n"
    assert told(data)[-1][1] == "Body."


ARCHIVE = b"""From: <Saved by a browser>
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Location: https://vendor.example/

<link rel="stylesheet" href="cid:css"><p>It works.</p><p class="off">It fails.</p>
<iframe src="cid:frame"></iframe>
--b
Content-Type: text/css

.off { display: none }
--b
Content-Type: text/html
Content-ID: <frame>

<p>It never sleeps.</p>
--b--
"""


def test_a_saved_page_has_its_frames_and_style_sheets_with_it():
    found = {p.text: p.location.hidden for p in passages("eml", ARCHIVE)}
    assert found == {"It works.": None, "It fails.": "hidden by CSS", "It never sleeps.": None}
    assert problems(ARCHIVE) == []


def test_base64_that_breaks_off_is_decoded_as_far_as_it_goes_and_told():
    head = b"Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
    data = head + b64encode(b"It works without help, it says.")[:33]
    assert told(data)[-1][1] == "It works without help, i"
    (problem,) = problems(data)
    assert problem.code is ProblemCode.DAMAGED_PART


def test_a_byte_order_mark_hides_no_header():
    data = b"\xef\xbb\xbf" + mail("It never sleeps").as_bytes()
    assert told(data)[0] == ("subject", "It never sleeps")


def test_what_is_packed_into_a_plain_text_is_told():
    sealed = mail(text="See below.\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA9fQ\n").as_bytes()
    assert [problem.code for problem in problems(sealed)] == [ProblemCode.ENCRYPTED]
    text = "See below.\n\nbegin 644 deck.txt\n%271R\n `\nend\n"
    (problem,) = problems(mail(text=text).as_bytes())
    assert problem.code is ProblemCode.ATTACHMENT_NOT_READ
    assert "deck.txt" in problem.message
    assert problems(mail(text="We begin 100 pilots\nin May, then\nmore.\n").as_bytes()) == []
