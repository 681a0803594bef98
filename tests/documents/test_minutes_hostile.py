"""A citizen's text that is markup, formula or field code is printed as it is, in PDF and Word (M1, G5)."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.records import (
    Answer,
    Attendance,
    Conclusion,
    Opinion,
    Outcome,
    Records,
    Source,
    Turn,
    Voice,
)
from tests.documents.full_evening import crowded, evening
from tests.documents.paper import docx_flow, read_pdf, squeezed
from tests.documents.test_minutes_cases import minutes_of

HOSTILE = {
    "markup": '<b>đậm</b> <img src="/etc/passwd"/> <para> &amp; &lt; &#60; <a href="file:///c:/x">đây</a>',
    "word": "</w:t></w:r><w:r><w:fldSimple w:instr='DATE'/></w:r> ]]> <!-- x --> <?xml version='1.0'?>",
    "formula": '=HYPERLINK("http://xau.vn","bấm") +1+1 -2 @SUM(A1) =cmd|\'/c calc\'!A1',
    "field": "{ PAGE } { INCLUDETEXT c:\\\\mat.docx } { DDEAUTO c:\\\\x } {number} {who} %s %(x)d $HOME `id`",
    "template": "{{ 7*7 }} {% raw %} ${x} [[x]] {0} {count!r:>30}",
    "pdf": "(a) Tj ET Q \\\\(b\\\\) /JS (app.alert) endstream endobj %%EOF BT",
    "quotes": "“Tôi nói: ‘được’” «hay» \"không\" 'chưa' ``rồi''",
}


def said(words: str, *, source: Source = Source.HALL) -> Records:
    """The words wherever somebody may write."""
    voice = Voice(words, "ông", words)
    opinion = Opinion(
        "o", 1, source, "" if source is not Source.HALL else "t", words, voices=(voice,), group_note=words,
        consent=True, outcome=Outcome.REFUSED, outcome_reason=words, unit=words, receiving_body=words,
    )  # fmt: skip
    return Records(
        session=replace(evening().records.session, place=words),
        turns=(Turn("t", 1, voice=voice, interpreter=words), Turn("u", 2, voice=voice)),
        opinions=(opinion,),
        answers=(Answer("a", "o", 1, words, words, words, words),),
        attendance=(Attendance("n", 0, words, words, 3, 2, 4, "hộ"),),
        conclusions=(Conclusion("c", 0, words, False, words),),
    )


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("source", [Source.HALL, Source.SLIP])
@pytest.mark.parametrize("public", [False, True], ids=["full", "posted"])
def test_it_is_only_text(engine: Engine, words: str, source: Source, public: bool) -> None:
    """G5: nothing is opened, run, filled in or left out; the three papers have the same words."""
    tree = minutes_of(
        engine, replace(evening(), records=said(words, source=source), corrected=()), public=public
    )
    plain = engine.text(tree)
    flow = squeezed(plain.replace("\u00a0", ""))
    assert flow.count(squeezed(words.rstrip(" .;,"))) >= 6
    pdf = engine.pdf(tree)
    assert read_pdf(pdf.data).flow == flow
    assert pdf.report.missing == ()
    for sign in (b"/JS", b"/URI", b"/Launch", b"/Annots"):
        assert sign not in _outside_streams(pdf.data)
    word = engine.docx(tree).data
    assert docx_flow(word) == flow
    with zipfile.ZipFile(BytesIO(word)) as package:
        parts = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    body = parts["word/document.xml"]
    assert not re.search(r"<w:(instrText|fldSimple|fldChar|hyperlink|object|drawing|altChunk)\b", body)
    fields = [found for text in parts.values() for found in re.findall(r"<w:instrText[^>]*>([^<]*)<", text)]
    assert set(fields) == {" PAGE "}
    assert not any('TargetMode="External"' in text for name, text in parts.items() if name.endswith(".rels"))


def _outside_streams(data: bytes) -> bytes:
    return re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)


@pytest.mark.parametrize("source", [Source.HALL, Source.SLIP])
def test_twenty_thousand_letters_without_a_blank_stay_on_the_pages(engine: Engine, source: Source) -> None:
    """G5: a name and a text that never end are broken at the edge, every letter there."""
    words = "Đường" + "ẵ" * 20_000
    records = Records(
        opinions=(Opinion("o", 1, source, text=words, voices=(Voice("Ẵ" * 300, "ông"),), consent=True),),
        answers=(Answer("a", "o", 1, text=words),),
    )
    tree = minutes_of(engine, replace(evening(), records=records, corrected=()))
    result = engine.pdf(tree)
    paper = read_pdf(result.data)
    assert paper.flow.count("ẵ") == 40_000
    assert paper.flow.count("Ẵ") == 300
    assert max(line.x1 for line in paper.lines) <= 195.1
    assert docx_flow(engine.docx(tree).data).count("ẵ") == 40_000


def test_the_same_in_the_table_behind(engine: Engine) -> None:
    """G5: a row longer than a page goes on on the next one."""
    words = "ẵ" * 20_000
    view = crowded(60)
    opinions = tuple(
        replace(one, text=HOSTILE["markup"] + words) if one.number == 5 else one
        for one in view.records.opinions
    )
    tree = minutes_of(engine, replace(view, records=replace(view.records, opinions=opinions)))
    paper = read_pdf(engine.pdf(tree).data)
    assert paper.flow.count("ẵ") == 20_000
    assert max(line.x1 for line in paper.lines) <= 282.1


def test_signs_that_turn_letters_round_turn_nothing(engine: Engine) -> None:
    """G5: overrides and marks of direction are taken out of every paper: Word would obey them."""
    words = "Đường \u202egnàl\u202c ra \u200fcầu\u200e, \u2066xóm\u2069 Đình"
    tree = minutes_of(engine, replace(evening(), records=said(words), corrected=()))
    flow = squeezed(engine.text(tree).replace("\u00a0", ""))
    assert "Đườnggnàlracầu,xómĐình" in flow
    assert read_pdf(engine.pdf(tree).data).flow == flow
    assert docx_flow(engine.docx(tree).data) == flow
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", flow)


def test_what_the_font_lacks_is_a_box_and_told(engine: Engine) -> None:
    """G5: emoji, Arabic and Han letters: □ on paper and a line in the report, themselves in Word."""
    records = said("Bà con vui 😀 شكرا 福")
    tree = minutes_of(engine, replace(evening(), records=records, corrected=()))
    result = engine.pdf(tree)
    flow = read_pdf(result.data).flow
    assert "Bàconvui□□□□□□" in flow
    assert {"😀", "ش", "福"} <= {glyph.char for glyph in result.report.missing}
    assert "😀شكرا福" in docx_flow(engine.docx(tree).data)
