"""Forms in XML inside a PDF (XFA): what they say beyond the pages is read."""

from __future__ import annotations

from claimlint.document import Part, Passage, Problem, ProblemCode
from claimlint.readers.interface import Item, Source
from claimlint.readers.pdf import file as reader
from tests.build.pdf import one_page, stream

PAGE = b"BT /F1 10 Tf 40 540 Td (Please wait.) Tj ET"
SPACE = "http://www.xfa.org/schema/xfa-template/3.3/"
HTML = '<body xmlns="http://www.w3.org/1999/xhtml"><p>No person</p><p>is <b>needed</b>.</p></body>'
TEMPLATE = f"""<template xmlns="{SPACE}"><subform>
<draw><value><text>Please wait.</text></value></draw>
<draw><value><exData contentType="text/html">{HTML}</exData></value></draw>
<field presence="hidden"><caption><value><text>Internal</text></value></caption></field>
<field><assist><toolTip>Works at any hour</toolTip></assist><items><text>Yes</text></items></field>
<event><script>app.alert('x')</script></event></subform></template>"""
DATA = (
    '<xfa:datasets xmlns:xfa="x"><xfa:data><f><name>Acme Ltd</name></f></xfa:data></xfa:datasets>'
)


def read(template: str, data: str = DATA) -> list[Item]:
    catalog = b"/AcroForm<</Fields[]/XFA[(template) 6 0 R(datasets) 7 0 R]>>"
    packets = stream(template.encode()), stream(data.encode())
    source = one_page(PAGE, b"", *packets, catalog=catalog)
    return list(reader.read(Source(path="form.pdf", data=source)))


def test_texts_values_and_hidden_fields_are_read_once():
    found = [item for item in read(TEMPLATE) if isinstance(item, Passage)]
    assert [(x.text, x.location.part, x.location.hidden) for x in found] == [
        ("Please wait.", Part.BODY, None),
        ("No person", Part.FORM, None),
        ("is needed.", Part.FORM, None),
        ("Internal", Part.FORM, "hidden field"),
        ("Works at any hour", Part.TITLE_TEXT, None),
        ("Acme Ltd", Part.FORM, None),
    ]


def test_the_report_says_how_it_was_read():
    told = [item for item in read(TEMPLATE) if isinstance(item, Problem)]
    assert [problem.code for problem in told] == [ProblemCode.SECOND_READER]


def test_a_form_in_one_piece_is_read_too():
    whole = f'<x:xdp xmlns:x="y">{TEMPLATE}{DATA}</x:xdp>'
    catalog = b"/AcroForm<</Fields[]/XFA 6 0 R>>"
    data = one_page(PAGE, b"", stream(whole.encode()), catalog=catalog)
    found = list(reader.read(Source(path="form.pdf", data=data)))
    texts = [item.text for item in found if isinstance(item, Passage)]
    assert (texts[1], texts[-1]) == ("No person", "Acme Ltd")


def test_a_broken_or_hostile_form_costs_the_form_only():
    for template in ("<template", "<!DOCTYPE t [<!ENTITY a 'b'>]><template>&a;</template>"):
        texts = [item.text for item in read(template) if isinstance(item, Passage)]
        assert texts == ["Please wait.", "Acme Ltd"]
